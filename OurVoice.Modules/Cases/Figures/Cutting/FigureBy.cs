namespace OurVoice.Cases.Figures.Cutting;

/// <summary>What a table counts cases by, beside the place. Stored by name.</summary>
internal enum FigureBy
{
    /// <summary>Nothing else: all cases of the place.</summary>
    Total,
    Kind,
    State,
}

/// <summary>How far cases were when the month was counted. Stored by name.</summary>
internal enum FigureState
{
    /// <summary>From received to reopened.</summary>
    Open,
    Answered,
    Closed,
    Withdrawn,
}
