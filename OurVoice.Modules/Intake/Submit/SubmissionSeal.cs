using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Receipt;
using OurVoice.Intake.Submissions;

namespace OurVoice.Intake.Submit;

/// <summary>Turns a submission in clear into rows of which nothing can be read without the two keys.</summary>
internal sealed class SubmissionSeal(ReceiptHash hash, StoryLikeness likeness)
{
    // Longer than any box can be (the form limits each field), so that full and empty boxes have one size.
    private const int BoxSize = 3_000;

    public SealedSubmission Seal(Outgoing o, Actor actor, CaseKey content, CaseKey identity) =>
        new(Row(o, actor, content), Box(o, actor, identity), Attachments(o, content), Event(o, actor, content));

    private Submission Row(Outgoing o, Actor actor, CaseKey key) => new()
    {
        Id = o.Id,
        Kind = o.Route.Kind,
        ReceiptHash = hash.Of(o.Code),
        Language = actor.Language,
        Confidential = o.Confidential,
        Assisted = o.Assisted,
        MayBeTold = o.MayBeTold,
        Words = key.SealBytes(SealedAt.Words(o.Id), SealedAt.Pack(o.Words)),
        Statistics = key.SealBytes(SealedAt.Statistics(o.Id), SealedAt.Pack(o.Statistics)),
        SentOn = PhnomPenh.DateOf(actor.At),
    };

    private static IdentityBox Box(Outgoing o, Actor actor, CaseKey key)
    {
        var packed = SealedAt.Pack(o.Identity with { SentAt = actor.At });
        var filled = new byte[Math.Max(BoxSize, packed.Length)];
        filled.AsSpan().Fill((byte)' ');
        packed.CopyTo(filled, 0);
        return new() { Id = o.Id, Content = key.SealBytes(SealedAt.Identity(o.Id), filled) };
    }

    private static List<Attachment> Attachments(Outgoing o, CaseKey key) =>
        [.. o.Files.Select((f, i) => Attachment.Of(f, key.WrapFileKey(f.SealedKey), o.Id, i + 1))];

    private SubmissionSent Event(Outgoing o, Actor actor, CaseKey key) => new(
        o.Id, o.Side, o.Route, o.Confidential, actor.Language, o.MayBeTold,
        o.Route.AccusedName is { } name ? key.Seal(AccusedNames.At(o.Id), name.Reveal()) : null, actor)
    {
        Assisted = o.Assisted,
        Likeness = likeness.Of(o.Words.Story, actor.At),
    };
}
