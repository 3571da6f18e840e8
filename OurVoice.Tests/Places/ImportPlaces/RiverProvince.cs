namespace OurVoice.Tests.Places.ImportPlaces;

/// <summary>An invented province, "New River", with one town, one district, three communes and two villages.</summary>
internal static class RiverProvince
{
    public const string Header = "code,parent_code,level,type,type_km,name_en,name_km,name_en_alt";

    public static readonly string[] Tree =
    [
        "26,,1,Province,ខេត្ត,New River,ទន្លេថ្មី,",
        "2601,26,2,Municipality,ក្រុង,Market Town,ផ្សារធំ,Market City",
        "2602,26,2,District,ស្រុក,Far Bank,ត្រើយម្ខាង,",
        "260101,2601,3,Sangkat,សង្កាត់,Old Bridge,ស្ពានចាស់,",
        "260201,2602,3,Commune,ឃុំ,Lotus Pond,បឹងឈូក,",
        "260202,2602,3,Commune,ឃុំ,Red Hill,ភ្នំក្រហម,",
    ];

    public static readonly string[] Villages =
    [
        "26020101,260201,4,Village,ភូមិ,Lotus Pond One,បឹងឈូក១,",
        "26020102,260201,4,Village,ភូមិ,Lotus Pond Two,បឹងឈូក២,",
    ];

    public static string[] File(params IEnumerable<string> rows) => [Header, .. rows];
}
