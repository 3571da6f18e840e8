using OurVoice.Cases.Presence;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.ReadCase;

/// <summary>What can be done with a case on its page. Resource key suffixes.</summary>
public enum Verb
{
    /// <summary>Take it oneself.</summary>
    Claim,

    /// <summary>Give it to a member.</summary>
    Assign,

    /// <summary>An ombudsman's office: ours, not ours, more information needed.</summary>
    Mandate,

    /// <summary>Tell the citizen that the office has it.</summary>
    Acknowledge,

    /// <summary>Ask the citizen for more.</summary>
    Ask,

    /// <summary>Write down what the citizen answered on the phone or at the counter.</summary>
    Hear,

    /// <summary>Write to the citizen.</summary>
    Reply,

    /// <summary>Write to colleagues.</summary>
    Note,

    /// <summary>Send to a named body.</summary>
    Refer,

    /// <summary>Pass on to another office of the same level.</summary>
    Transfer,

    /// <summary>An ombudsman's office or the Ministry: advise a late office.</summary>
    Recommend,

    /// <summary>Note what became of a recommendation.</summary>
    NoteOutcome,

    /// <summary>Write down what TI thinks of a report.</summary>
    Assess,

    /// <summary>TI takes a report up.</summary>
    Accept,

    /// <summary>TI does not take it up, and advises.</summary>
    Decline,

    /// <summary>May it be passed on?</summary>
    AskConsent,

    /// <summary>Note a leave given on the phone.</summary>
    RecordConsent,

    /// <summary>Note what became of a referral.</summary>
    FollowUp,

    /// <summary>Hand a complaint to TI.</summary>
    HandOver,

    /// <summary>Ask for a fee.</summary>
    Fee,

    /// <summary>End with an outcome.</summary>
    Close,

    /// <summary>Take up again.</summary>
    Reopen,

    /// <summary>Ask another office for a statement.</summary>
    Statement,

    /// <summary>Name somebody else whom it is about.</summary>
    NameLater,

    /// <summary>"I have a conflict of interest."</summary>
    Recuse,
}

/// <summary>Which acts a case offers to the person who reads it. The acts themselves ask again.</summary>
internal static class Verbs
{
    public static IEnumerable<Verb> For(CaseFile file) => Enum.GetValues<Verb>().Where(v => Can(v, file));

    public static CaseField Field(this Verb verb) => Enum.TryParse<CaseField>(verb.ToString(), out var field) ? field : CaseField.None;

    private static bool Can(Verb verb, CaseFile file) => file switch
    {
        { Content: null } => false,
        { Holds: false } => verb is Verb.Note or Verb.Recuse,
        { State: CaseState.Closed } => (verb is Verb.NoteOutcome && file.Advice.Given.Count > 0) || verb is Verb.Reopen or Verb.Note or Verb.NameLater or Verb.Recuse,
        _ => verb switch
        {
            Verb.Claim => file.IsUnassigned,
            Verb.Assign => file.IsHead,
            Verb.Acknowledge => file.State is CaseState.Received or CaseState.Reopened,
            Verb.Hear => file.State is CaseState.WaitingForCitizen,
            Verb.Assess => file.Side == Side.Ti,
            Verb.Accept or Verb.Decline => file is { Side: Side.Ti, IsAssessed: true, IsAccepted: false },
            Verb.AskConsent or Verb.RecordConsent => file is { Side: Side.Ti, IsAccepted: true },
            Verb.FollowUp => file is { Side: Side.Ti, State: CaseState.Referred },
            Verb.Refer => file.Side != Side.Ti || file.Consents.Any(c => c.State == ConsentState.Given),
            Verb.Transfer => file is { Side: Side.Government, State: not (CaseState.Answered or CaseState.Referred) } && file.OfficeId != OfficeIds.Ministry,
            Verb.Recommend => file.Advice.MayGive.Count > 0,
            Verb.NoteOutcome => file.Advice.Given.Count > 0,
            Verb.HandOver => file is { Side: Side.Government, Kind: CaseKind.Complaint },
            Verb.Fee => file is { Kind: CaseKind.Information, FeeAskedRiel: null },
            Verb.Mandate => file.MandateIsOpen,
            Verb.Statement => file.AsksStatements,
            Verb.Reopen => false,
            _ => true,
        },
    };
}
