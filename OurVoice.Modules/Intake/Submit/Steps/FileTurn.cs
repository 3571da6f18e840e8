using OurVoice.Intake.Files;
using OurVoice.Intake.Upload;

namespace OurVoice.Intake.Submit.Steps;

/// <summary>The side room where a recording or a file is added or taken away.</summary>
internal sealed class FileTurn(Staging staging)
{
    /// <summary>With one case, those added later included.</summary>
    public const int Most = 5;

    private const string Drop = "drop:";

    /// <summary>How many more may be added.</summary>
    public static int Left(Draft draft) => Math.Max(0, Most - draft.FilesBefore - draft.Files.Count);

    public static bool IsFull(Draft draft) => Left(draft) == 0;

    public static bool Handles(string go, UploadResult? upload) => upload is not null || go.StartsWith(Drop, StringComparison.Ordinal);

    /// <summary>The sentence to say, or null when all is well.</summary>
    public Fault? Turn(Draft draft, string go, UploadResult? upload)
    {
        if (upload is { Fault: { } fault })
        {
            return fault;
        }

        if (upload is { File: { } file })
        {
            return Add(draft, file);
        }

        Remove(draft, go[Drop.Length..]);
        return null;
    }

    // The same page sent twice at once may bring two files for the last place.
    private Fault? Add(Draft draft, StagedFile file)
    {
        if (IsFull(draft))
        {
            staging.Delete(file);
            return new("file", "File_Enough", Most);
        }

        draft.Files.Add(file);
        return null;
    }

    private void Remove(Draft draft, string id)
    {
        if (draft.Files.Find(f => f.Id.ToString("N") == id) is { } file)
        {
            draft.Files.Remove(file);
            staging.Delete(file);
        }
    }
}
