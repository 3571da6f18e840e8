using OurVoice.Intake.Files;
using OurVoice.Intake.Submit;

namespace OurVoice.Intake.Upload;

/// <summary>What became of a posted file: staged, or a sentence.</summary>
internal sealed record UploadResult(StagedFile? File, Fault? Fault);
