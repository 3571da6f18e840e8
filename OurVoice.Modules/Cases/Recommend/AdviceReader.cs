using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Desk;
using OurVoice.Cases.Timeline;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Recommend;

/// <summary>An office by its name.</summary>
internal sealed record AdvisedOffice(Guid Id, string Name);

/// <param name="MayGive">Late offices that the holder may advise; none where the holder is no adviser.</param>
/// <param name="Given">Offices that have been advised.</param>
internal sealed record AdviceView(IReadOnlyList<AdvisedOffice> MayGive, IReadOnlyList<AdvisedOffice> Given)
{
    public static readonly AdviceView None = new([], []);
}

/// <summary>What the forms of recommending offer to the office that holds a case. The acts ask again.</summary>
internal sealed class AdviceReader(IOffices offices)
{
    public async Task<AdviceView> ReadAsync(OurVoiceDb db, Guid caseId, Guid holder, Actor actor, CancellationToken cancel)
    {
        if (!Advice.IsGivenBy((await offices.FindAsync(holder, cancel))?.Kind))
        {
            return AdviceView.None;
        }

        var late = await db.Advisable(caseId, actor.At).Select(o => o.OfficeId).Distinct().ToListAsync(cancel);
        var given = await db.Set<Entry>().Where(e => e.CaseId == caseId && e.Kind == EntryKind.Recommended && e.AddressedTo != null)
            .Select(e => e.AddressedTo!.Value).Distinct().ToListAsync(cancel);
        var named = (await offices.FindAllAsync([.. late.Union(given)], cancel))
            .Select(o => new AdvisedOffice(o.Id, actor.Language.Pick(o.NameKm, o.NameEn))).OrderBy(o => o.Name, StringComparer.Ordinal).ToList();
        return new([.. named.Where(o => late.Contains(o.Id))], [.. named.Where(o => given.Contains(o.Id))]);
    }
}
