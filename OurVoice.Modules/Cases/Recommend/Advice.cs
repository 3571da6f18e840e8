using OurVoice.Cases.Mandate;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Recommend;

/// <summary>What became of a recommendation. The names are resource key suffixes; stored, never rename.</summary>
internal enum AdviceOutcome
{
    Followed,
    Partly,
    NotFollowed,
}

/// <summary>Ombudsmen advise, they do not order: who may, and whom. See decision 27.</summary>
internal static class Advice
{
    /// <summary>An ombudsman's office, or the Ministry at the top of the ladder.</summary>
    public static bool IsGivenBy(OfficeKind? kind) => kind is OfficeKind.Ministry || DecideMandate.IsOmbudsman(kind);

    /// <summary>The late offices of a case: they read it already, and whoever is excluded is not among them.</summary>
    public static IQueryable<CaseOffice> Advisable(this OurVoiceDb db, Guid caseId, DateTime now) =>
        db.Set<CaseOffice>().Where(o => o.CaseId == caseId && o.Part == Part.Late && o.To == null && o.From <= now
            && !db.Set<CaseExcluded>().Any(x => x.CaseId == caseId && x.OfficeId == o.OfficeId));
}
