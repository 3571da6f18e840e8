using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Intake.Files;
using OurVoice.Tests.Hosting;

namespace OurVoice.Tests.Intake;

/// <summary>Files as the upload leaves them, without a form around them.</summary>
internal static class StagedFiles
{
    public static async Task<StagedFile> StageAsync(this TestHost host, byte[] content, Guid? draft = null, FileDetail? detail = null)
    {
        var staging = host.Services.GetRequiredService<Staging>();
        var folder = draft ?? Guid.NewGuid();
        await using var writer = staging.Create(folder, out var path);
        await writer.WriteAsync(content, default);
        await writer.CommitAsync(default);
        detail ??= FileTypes.Detect(content);
        var file = new StagedFile(writer.Key.FileId, writer.Key.Key, detail.Kind, detail.Format, content.Length, folder);
        staging.Settle(path, file);
        return file;
    }

    public static async Task<List<StagedFile>> StageAllAsync(this TestHost host, params byte[][] files)
    {
        List<StagedFile> staged = [];
        foreach (var file in files)
        {
            staged.Add(await host.StageAsync(file));
        }

        return staged;
    }
}
