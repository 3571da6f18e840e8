using OurVoice.Intake.Files;

namespace OurVoice.Intake.Submit.Steps;

/// <summary>The side room where a recording or a file is added or taken away.</summary>
internal sealed class FileTurn(Vault vault)
{
    /// <summary>One for now; five from the safety issue on.</summary>
    public const int Most = 1;

    private const string Drop = "drop:";

    public bool Handles(string go, Posted form) => form.Upload is not null || go.StartsWith(Drop, StringComparison.Ordinal);

    /// <summary>The sentence to say, or null when all is well.</summary>
    public Fault? Turn(Draft draft, string go, Posted form)
    {
        if (form.Upload is { File: { } file })
        {
            draft.Files.Add(file);
            return null;
        }

        if (form.Upload is { Fault: { } fault })
        {
            return fault;
        }

        Remove(draft, go[Drop.Length..]);
        return null;
    }

    private void Remove(Draft draft, string id)
    {
        if (draft.Files.Find(f => f.Id.ToString("N") == id) is { } file)
        {
            draft.Files.Remove(file);
            vault.DeleteStaged(file.Id);
        }
    }
}
