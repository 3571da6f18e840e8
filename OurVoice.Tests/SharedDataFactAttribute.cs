namespace OurVoice.Tests;

/// <summary>A fact that compares with the shared reference data and says so where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (Repository.SharedData is null)
            Skip = "shared/data/cambodia is not on this machine";
    }
}
