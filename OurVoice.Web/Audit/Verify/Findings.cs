using OurVoice.Web.Audit.Heads;

namespace OurVoice.Web.Audit.Verify;

/// <summary>What a verification found in one side's chain.</summary>
internal sealed class Findings
{
    // One deleted row can be a thousand sentences; the first of them say where to look.
    private const int Most = 20;

    private readonly List<string> _wrong = [];

    public IReadOnlyList<string> Wrong => _wrong;

    public int More { get; private set; }

    /// <summary>Number of the first row there is; 1 unless older ones were cut off, 0 while there is none.</summary>
    public long First { get; set; }

    /// <summary>Number of the last row there is; 0 while there is none.</summary>
    public long Last { get; set; }

    public long Rows => First == 0 ? 0 : Last - First + 1;

    /// <summary>The last row's proof.</summary>
    public byte[] LastMac { get; set; } = AuditMac.Start;

    /// <summary>UTC, of the youngest row.</summary>
    public DateTime Youngest { get; set; }

    /// <summary>The mark of the cut the chain begins behind; null while it begins with its first row.</summary>
    public Head? Cut { get; set; }

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
