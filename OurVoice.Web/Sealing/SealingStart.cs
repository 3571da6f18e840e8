using System.Data.Common;
using OurVoice.Web.Sealing.Masters;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Sealing;

/// <summary>Opens key store and master keys, whoever asks first, and turns what goes wrong there into a sentence for the operator.</summary>
internal sealed class SealingStart(MasterKeyStart start)
{
    public MasterKeys Open()
    {
        try
        {
            return start.Open();
        }
        catch (DbException e)
        {
            throw new SettingWrong($"The key store cannot be opened: {e.Message} Look at OurVoice:KeyStore:Provider and OurVoice:KeyStore:ConnectionString, and whether that database exists and answers.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingWrong($"The folder of the master keys or of the key store cannot be used: {e.Message} Look at OurVoice:Keys:Folder and OurVoice:DataFolder, and who owns them.");
        }
    }
}
