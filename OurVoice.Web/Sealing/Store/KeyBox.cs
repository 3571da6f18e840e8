namespace OurVoice.Web.Sealing.Store;

/// <summary>Which of a case's two keys: what it is about, or who is behind it. The numbers are stored and authenticated.</summary>
internal enum KeyBox
{
    Content = 1,
    Identity = 2,
}
