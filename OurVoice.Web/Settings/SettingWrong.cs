namespace OurVoice.Web.Settings;

/// <summary>A setting that stops the start. The sentence names the value, the choices and what to do.</summary>
#pragma warning disable CA1032 // Without its sentence it says nothing.
internal sealed class SettingWrong(string sentence) : Exception(sentence);
#pragma warning restore CA1032
