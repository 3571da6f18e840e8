namespace OurVoice.Intake.Submit;

/// <summary>One page's fields: how they come in, what must hold, and which of them the page shows itself.</summary>
internal interface IStepForm
{
    Step Step { get; }

    /// <summary>Puts what was posted into the draft, right or wrong, so that nothing typed is lost.</summary>
    Task TakeAsync(Draft draft, Posted form, CancellationToken cancel);

    /// <summary>What is not right yet; also asked before sending.</summary>
    Task<IReadOnlyList<Fault>> CheckAsync(Draft draft, CancellationToken cancel);

    /// <summary>Clears what the page carries in its own fields; it need not travel twice.</summary>
    void Hide(Draft draft);
}
