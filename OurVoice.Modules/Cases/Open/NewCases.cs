using System.Globalization;
using System.Security.Cryptography;
using OurVoice.Cases.PolicyStore;
using OurVoice.Cases.Routing;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Open;

/// <summary>Makes the row of a new case.</summary>
internal sealed class NewCases(OurVoiceDb db, IPlaces places)
{
    public static bool IsConfidential(SubmissionSent sent) =>
        sent.Confidential || sent.Side == Side.Ti || sent.Route.Kind is CaseKind.Complaint or CaseKind.Corruption;

    public async Task<Case> MakeAsync(SubmissionSent sent, Routed routed, DateTime listedFrom, CancellationToken cancel)
    {
        var side = routed.Office.Kind == OfficeKind.TransparencyInternational ? Side.Ti : Side.Government;
        var (placeKm, placeEn) = await PlaceNamesAsync(sent.Route.PlaceCode, PhnomPenh.DateOf(sent.Actor.At), cancel);
        return new Case
        {
            Id = sent.CaseId,
            Number = RandomNumber(),
            Kind = sent.Route.Kind,
            Side = side,
            KeySide = sent.Side,
            PlaceCode = sent.Route.PlaceCode,
            PlaceNameKm = placeKm,
            PlaceNameEn = placeEn,
            TargetOfficeId = sent.Route.OfficeId,
            ServiceCode = sent.Route.ServiceCode,
            Language = sent.Language,
            Confidential = IsConfidential(sent),
            Assisted = sent.Assisted,
            HeadsOnly = routed.HeadsOnly,
            MayBeTold = sent.MayBeTold,
            ListedFrom = listedFrom,
            ReceivedOn = PhnomPenh.DateOf(listedFrom),
            PolicyVersion = await PolicyBook.VersionAtAsync(db, side, listedFrom, cancel),
            RoutingVersion = routed.Version,
            RouteReason = routed.Reason,
            FirstAddressId = routed.FirstAddressId,
        };
    }

    /// <summary>Ten digits that say nothing of when or where.</summary>
    public static string RandomNumber() =>
        RandomNumberGenerator.GetInt32(1_000_000_000).ToString("D9", CultureInfo.InvariantCulture)
        + RandomNumberGenerator.GetInt32(10).ToString(CultureInfo.InvariantCulture);

    // From the smallest place up, as addresses are written in both languages.
    private async Task<(string Km, string En)> PlaceNamesAsync(string code, DateOnly day, CancellationToken cancel)
    {
        var path = (await places.PathAsync(code, day, cancel)).Reverse().ToList();
        return path.Count == 0
            ? (code, code)
            : (string.Join(' ', path.Select(p => p.FullKm)), string.Join(", ", path.Select(p => p.FullEn)));
    }
}
