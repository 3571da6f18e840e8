using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Host.Demo;

namespace OurVoice.Cases.Demo;

/// <summary>What the officer does with the words.</summary>
internal enum DemoAct
{
    Ask,
    Reply,
    Note,
    Close,
    Refer,
    Decline,
    Recommend,
}

/// <summary>Invented words of an officer as they stand in replies.tsv, slots not yet filled.</summary>
/// <param name="Act">What they are for.</param>
/// <param name="Kind">Kind of case they fit, null for any.</param>
/// <param name="Topics">Topics of stories they fit; "-" is any.</param>
/// <param name="Khmer">Khmer text with slots.</param>
/// <param name="English">English text with slots.</param>
/// <param name="Body">Name of the body a referral or refusal sends to, in both languages, or null.</param>
/// <param name="Key">Of a question: what is asked (<c>DemoStories.Answer</c> takes it). Of a closing: solved, unsolved, withdrawn.</param>
internal sealed record DemoReply(
    DemoAct Act, CaseKind? Kind, string[] Topics, string Khmer, string English, (string Khmer, string English)? Body, string Key)
{
    public string Words(Lang lang, CaseKind kind, int seed, DateOnly on) =>
        DemoSlots.Fill(lang == Lang.Km ? Khmer : English, kind, seed, on, lang);
}
