using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Tests.Hosting;
using OurVoice.Web.Sealing.Rotation;

namespace OurVoice.Tests.Sealing.Rotation;

/// <summary>Rotations in a process of their own, with a clock that does not make the test wait.</summary>
internal static class Rotations
{
    public static async Task RotateAsync(this KeyStoreOnDisk store, Side? side, TextWriter? output = null)
    {
        await using var process = TestServices.Build(store);
        await process.RotateAsync(side, store.Time, output);
    }

    public static async Task RotateAsync(this IServiceProvider process, Side? side, FakeTime time, TextWriter? output = null)
    {
        var rotation = process.GetRequiredService<Rotating>().RotateAsync(side, output ?? TextWriter.Null, default);
        while (!rotation.IsCompleted)
        {
            await Task.WhenAny(rotation, Task.Delay(20));
            time.Advance(TimeSpan.FromSeconds(20));
        }

        await rotation;
    }
}
