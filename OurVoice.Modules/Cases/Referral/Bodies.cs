using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Referral;

/// <summary>
/// Bodies outside the ladder to which a case can be sent. Official names, so not in the resource files. Source: domain-cambodia.md 1
/// ("other channels the citizen may name") and the ministries whose services people ask about at the one window.
/// </summary>
internal sealed record Body(string Code, string NameKm, string NameEn)
{
    public string Name(Lang language) => language == Lang.Km ? NameKm : NameEn;
}

internal static class Bodies
{
    /// <summary>A body that the list lacks: its name is typed by the officer and sealed.</summary>
    public const string Other = "other";

    public static IReadOnlyList<Body> All { get; } =
    [
        new("acu", "អង្គភាពប្រឆាំងអំពើពុករលួយ", "Anti-Corruption Unit"),
        new("monasri", "ក្រសួងទំនាក់ទំនងជាមួយរដ្ឋសភា-ព្រឹទ្ធសភា និងអធិការកិច្ច", "Ministry of National Assembly-Senate Relations and Inspection"),
        new("assembly", "គណៈកម្មការនៃរដ្ឋសភា", "Commission of the National Assembly"),
        new("court", "តុលាការ", "Court"),
        new("police", "ស្នងការដ្ឋាននគរបាល", "Police commissariat"),
        new("health", "ក្រសួងសុខាភិបាល", "Ministry of Health"),
        new("education", "ក្រសួងអប់រំ យុវជន និងកីឡា", "Ministry of Education, Youth and Sport"),
        new("land", "ក្រសួងរៀបចំដែនដី នគរូបនីយកម្ម និងសំណង់", "Ministry of Land Management, Urban Planning and Construction"),
        new("labour", "ក្រសួងការងារ និងបណ្ដុះបណ្ដាលវិជ្ជាជីវៈ", "Ministry of Labour and Vocational Training"),
        new("social", "ក្រសួងសង្គមកិច្ច អតីតយុទ្ធជន និងយុវនីតិសម្បទា", "Ministry of Social Affairs, Veterans and Youth Rehabilitation"),
        new("finance", "ក្រសួងសេដ្ឋកិច្ច និងហិរញ្ញវត្ថុ", "Ministry of Economy and Finance"),
        new("electricity", "អគ្គិសនីកម្ពុជា", "Electricity of Cambodia"),
        new(Other, "ស្ថាប័នផ្សេង", "Another body"),
    ];

    public static Body? Find(string? code) => All.FirstOrDefault(b => b.Code == code);
}
