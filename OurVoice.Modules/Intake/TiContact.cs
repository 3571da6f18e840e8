using Microsoft.Extensions.Configuration;

namespace OurVoice.Intake;

/// <summary>How TI is reached without this site. Absent settings are shown as absent: an invented number would be a trap.</summary>
/// <param name="Phone">From OurVoice:Ti:Phone.</param>
/// <param name="Address">From OurVoice:Ti:Address.</param>
internal sealed record TiContact(string? Phone, string? Address)
{
    /// <summary>From OurVoice:Ti:OutsideBody: who takes a report that names the head of TI's desk; name and how to reach it.</summary>
    public string? OutsideBody { get; init; }

    public static TiContact Read(IConfiguration settings) => new(Filled(settings["OurVoice:Ti:Phone"]), Filled(settings["OurVoice:Ti:Address"]))
    {
        OutsideBody = Filled(settings["OurVoice:Ti:OutsideBody"]),
    };

    private static string? Filled(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
