using OurVoice.Cases.Presence;

namespace OurVoice.Cases.Acting;

/// <summary>What every act on a case says.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="RequestId">Made by the page when the form is opened, and the id of the entry: the same request twice is one act.</param>
/// <param name="Version">The case's version that the officer saw; another one means that somebody was faster.</param>
internal abstract record CaseForm(Guid CaseId, Guid RequestId, int Version)
{
    /// <summary>The field whose draft this act uses up: it goes in the same transaction.</summary>
    public virtual CaseField Field => CaseField.None;
}
