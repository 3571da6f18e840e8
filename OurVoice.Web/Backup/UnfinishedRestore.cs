using OurVoice.Web.Sealing;
using OurVoice.Web.Sealing.Files;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Backup;

/// <summary>A mark in the data folder while a restore works: whoever served what lies there would sweep keys and files whose cases are not back yet.</summary>
internal sealed class UnfinishedRestore(HostSettings settings)
{
    private string Mark => Path.Combine(settings.DataFolder, "restore.unfinished");

    public bool IsThere => File.Exists(Mark);

    public void Begin()
    {
        if (!IsThere)
        {
            PrivateFiles.Create(Mark).Dispose();
            DurableFiles.SyncFolder(settings.DataFolder);
        }
    }

    public void End() => DurableFiles.Delete(Mark);

    /// <exception cref="SettingWrong">A restore was cut off here.</exception>
    public void Refuse()
    {
        if (IsThere)
        {
            throw new SettingWrong($"A restore into '{settings.DataFolder}' did not finish. Call 'restore' again with the same backup; nothing can be served before.");
        }
    }
}
