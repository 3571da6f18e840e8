using System.Globalization;
using OurVoice.Contracts.Host;

namespace OurVoice.Cases.Desk;

/// <summary>The language of the person at the desk, and names in it.</summary>
internal static class DeskReader
{
    public static Lang Language => Langs.Of(CultureInfo.CurrentUICulture);

    /// <summary>The person as an actor of this moment, or null when nobody is signed in (any more).</summary>
    public static async Task<Actor?> FindActorAsync(this IDeskActor me, CancellationToken cancel) =>
        await me.FindAsync(cancel) is null ? null : await me.ActorAsync(cancel);

    public static string Pick(this Lang language, string khmer, string english) => language == Lang.Km ? khmer : english;

    /// <summary>Ten digits in groups, as they are read aloud: "123 456 7890".</summary>
    public static string Number(string number) => Formats.Grouped(number);

    /// <summary>A colleague's name; an English reader gets the Latin letters where they are known.</summary>
    public static string NameFor(this Account account, Lang language) =>
        language == Lang.En && account.LatinName is { Length: > 0 } latin ? latin : account.DisplayName;
}
