namespace OurVoice.Places.Merge;

/// <summary>What a merge did.</summary>
/// <param name="Added">Rows that were not there.</param>
/// <param name="Changed">Rows that said something else.</param>
/// <param name="Same">Rows that were already so.</param>
/// <param name="Ended">Rows left alone because the history says that their code ended.</param>
/// <param name="Removed">Rows taken away.</param>
internal sealed record MergeCount(int Added, int Changed, int Same, int Ended = 0, int Removed = 0)
{
    public bool ChangedNothing => (Added, Changed, Removed) == (0, 0, 0);
}
