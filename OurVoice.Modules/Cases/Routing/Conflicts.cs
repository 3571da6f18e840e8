using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Routing;

/// <summary>Who must not learn of a case, as far as routing is concerned.</summary>
/// <param name="Offices">The excluded offices.</param>
/// <param name="Accounts">Accounts excluded one by one.</param>
/// <param name="Names">Names of accused persons; an office with a member of such a name is passed over.</param>
internal sealed record Conflicts(IReadOnlySet<Guid> Offices, IReadOnlySet<Guid> Accounts, IReadOnlyList<Unlogged> Names)
{
    public static Conflicts None { get; } = new(new HashSet<Guid>(), new HashSet<Guid>(), []);
}

/// <summary>Where the question points before anybody has been looked for.</summary>
/// <param name="Office">The office asked or complained about; for "not sure" the one of the place that answers for it.</param>
/// <param name="Accused">The offices that are accused by default.</param>
internal sealed record Aim(OfficeInfo Office, IReadOnlySet<Guid> Accused);

/// <summary>Reads the aim out of a question.</summary>
internal sealed class Aiming(IOffices offices, IPlaces places, IServices services)
{
    /// <summary>Null when neither the office nor the place is known.</summary>
    public async Task<Aim?> FindAsync(RouteQuestion question, CancellationToken cancel)
    {
        var isComplaint = question.Kind == CaseKind.Complaint;
        if (question.OfficeId is { } named && await offices.FindAsync(named, cancel) is { } office)
        {
            var accused = isComplaint || question.AccusedRole is not null;
            return new Aim(office, accused ? new HashSet<Guid> { office.Id } : new HashSet<Guid>());
        }

        var code = await CodeTodayAsync(question.PlaceCode, cancel);
        var level = await LevelAsync(question.ServiceCode, code, cancel);
        if (await offices.OfKindAtAsync(KindAt(level, isComplaint), code, cancel) is not { } meant)
        {
            return null;
        }

        // "Not sure" which office: none of those that stand there may learn of a complaint.
        var there = isComplaint ? await offices.AtPlaceAsync(meant.PlaceCode!, cancel) : [];
        return new Aim(meant, there.Select(o => o.Id).ToHashSet());
    }

    private static OfficeKind KindAt(PlaceLevel level, bool isComplaint) => level switch
    {
        PlaceLevel.Province => isComplaint ? OfficeKind.ProvincialAdministration : OfficeKind.ProvincialOneWindow,
        PlaceLevel.District => isComplaint ? OfficeKind.DistrictAdministration : OfficeKind.DistrictOneWindow,
        PlaceLevel.Commune or PlaceLevel.Village => OfficeKind.CommuneAdministration,
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    private async Task<string> CodeTodayAsync(string code, CancellationToken cancel) => await places.CurrentCodeAsync(code, cancel) ?? code;

    // A service is given where it is given; a place that stands above that is all that is known.
    private async Task<PlaceLevel> LevelAsync(string? serviceCode, string placeCode, CancellationToken cancel)
    {
        var ofPlace = (PlaceLevel)(placeCode.Length / 2);
        var service = serviceCode is null ? null : await services.FindAsync(serviceCode, cancel);
        return service is { } known && known.ProviderLevel < ofPlace ? known.ProviderLevel : ofPlace;
    }
}
