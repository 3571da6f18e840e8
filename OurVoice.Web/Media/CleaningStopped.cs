using OurVoice.Contracts.Host;

namespace OurVoice.Web.Media;

/// <summary>Ends a cleaning at the step that found the fault; it never leaves the cleaner.</summary>
internal sealed class CleaningStopped(CleaningFailure failure) : Exception
{
    public CleaningFailure Failure { get; } = failure;

    public static void If(bool condition, CleaningFailure failure)
    {
        if (condition)
        {
            throw new CleaningStopped(failure);
        }
    }
}
