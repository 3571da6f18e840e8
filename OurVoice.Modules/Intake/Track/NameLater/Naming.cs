using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;

namespace OurVoice.Intake.Track.NameLater;

/// <summary>Reads who was named out of the form, and seals the name before the transaction begins.</summary>
internal sealed class Naming(IAccusedNames accused, ICaseKeys keys)
{
    public const int NameLimit = 60;

    /// <summary>Key of the sentence, or null when somebody was named.</summary>
    public static string? Fault(TrackPost post) =>
        OfficeOf(post) is null && RoleOf(post) is null && Clusters.IsBlank(post.Accused) ? "Name_Nobody"
        : post.Accused.Length > NameLimit * 20 || Clusters.Count(post.Accused.Trim()) > NameLimit ? "Name_TooLong"
        : null;

    /// <exception cref="RuleBroken">Rule_Gone: the key is not there any more.</exception>
    public async Task<NamedPerson> ReadAsync(TrackPost post, ActOn act, CancellationToken cancel)
    {
        var before = await accused.OfAsync(act.CaseId, cancel);
        if (Clusters.IsBlank(post.Accused))
        {
            return new NamedPerson(OfficeOf(post), RoleOf(post), SealedName: null, before);
        }

        var name = post.Accused.Trim();
        using var key = await keys.FindAsync(act.CaseId, cancel) ?? throw new RuleBroken("Rule_Gone");
        return new NamedPerson(OfficeOf(post), RoleOf(post), key.Seal(AccusedName.At(act.CaseId, act.ActId), name), [.. before, new Unlogged(name)]);
    }

    private static Guid? OfficeOf(TrackPost post) => Guid.TryParse(post.Office, out var id) ? id : null;

    private static AccusedRole? RoleOf(TrackPost post) =>
        Enum.GetValues<AccusedRole>().Where(r => r.ToString() == post.Role).Select(r => (AccusedRole?)r).FirstOrDefault();
}
