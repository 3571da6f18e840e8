using System.Data.Common;
using OurVoice.Web.Sealing.Masters;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Sealing;

/// <summary>Opens key store and master keys before the first request, so that a wrong setting stops the start and not a citizen.</summary>
internal sealed class SealingStart(IServiceProvider services) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            services.GetRequiredService<MasterKeys>();
        }
        catch (DbException e)
        {
            throw new SettingWrong($"The key store cannot be opened: {e.Message} Look at OurVoice:KeyStore:Provider and OurVoice:KeyStore:ConnectionString, and whether that database exists and answers.");
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
