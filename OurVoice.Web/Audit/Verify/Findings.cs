namespace OurVoice.Web.Audit.Verify;

/// <summary>What a verification found in one side's chain.</summary>
internal sealed class Findings
{
    // One deleted row can be a thousand sentences; the first of them say where to look.
    private const int Most = 20;

    private readonly List<string> _wrong = [];

    public IReadOnlyList<string> Wrong => _wrong;

    public int More { get; private set; }

    public long Rows { get; set; }

    /// <summary>Rows after the last head: chained, but nothing outside the database vouches for them yet.</summary>
    public long Younger { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? LastHead { get; set; }

    public void Add(string sentence)
    {
        if (_wrong.Count < Most)
        {
            _wrong.Add(sentence);
        }
        else
        {
            More++;
        }
    }
}
