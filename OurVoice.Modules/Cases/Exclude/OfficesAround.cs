using OurVoice.Contracts.Places;

namespace OurVoice.Cases.Exclude;

/// <summary>The offices of the government that stand at a place and above it, nearest first: those a case can be about.</summary>
internal sealed class OfficesAround(IOffices offices)
{
    public async Task<IReadOnlyList<OfficeInfo>> OfAsync(string placeCode, CancellationToken cancel)
    {
        var found = new List<OfficeInfo>();
        for (var code = placeCode; code is { Length: >= 2 }; code = code[..^2])
        {
            found.AddRange(await offices.AtPlaceAsync(code, cancel));
        }

        return await offices.FindAsync(OfficeIds.Ministry, cancel) is { } ministry ? [.. found, ministry] : found;
    }
}
