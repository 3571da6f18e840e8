using OurVoice.Web.Data;

namespace OurVoice.Web.Settings;

/// <summary>The settings the host itself needs, read and judged once at start.</summary>
internal sealed record HostSettings(string DataFolder, Provider Provider, string ConnectionString, bool Demo, bool Jobs, int DemoCases = 2000)
{
    public static HostSettings Read(IConfiguration configuration)
    {
        KnownSettings.Check(configuration);
        var folder = Path.GetFullPath(configuration["OurVoice:DataFolder"] ?? "data");
        var provider = ReadProvider(configuration["OurVoice:Database:Provider"]);
        CreateFolder(folder);
        return new(
            folder, provider, ReadConnection(configuration, provider, folder),
            ReadBool(configuration, "OurVoice:Demo", false), ReadBool(configuration, "OurVoice:Jobs", true), ReadDemoCases(configuration["OurVoice:DemoCases"]));
    }

    private static Provider ReadProvider(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return Provider.Sqlite;
        }

        return Enum.TryParse<Provider>(value, ignoreCase: true, out var provider) && !int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _)
            ? provider
            : throw new SettingWrong($"OurVoice:Database:Provider is '{value}'. It must be Sqlite, Postgres or SqlServer. Correct it, or remove it for Sqlite.");
    }

    private static string ReadConnection(IConfiguration configuration, Provider provider, string folder)
    {
        var value = configuration["OurVoice:Database:ConnectionString"];
        if (!string.IsNullOrWhiteSpace(value))
        {
            return value;
        }

        return provider == Provider.Sqlite
            ? $"Data Source={Path.Combine(folder, "ourvoice.db")};Default Timeout=30"
            : throw new SettingWrong($"OurVoice:Database:ConnectionString is empty. {provider} needs one, for example 'Host=...;Database=...;Username=...;Password=...'. Set it, or set OurVoice:Database:Provider to Sqlite.");
    }

    private static bool ReadBool(IConfiguration configuration, string name, bool absent) => configuration[name] switch
    {
        null or "" => absent,
        var value when bool.TryParse(value, out var said) => said,
        var value => throw new SettingWrong($"{name} is '{value}'. It must be true or false. Correct it, or remove it for {(absent ? "true" : "false")}."),
    };

    private static int ReadDemoCases(string? value) => value switch
    {
        null or "" => 2000,
        _ when int.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count) && count <= 100_000 => count,
        _ => throw new SettingWrong($"OurVoice:DemoCases is '{value}'. It must be a number from 0 to 100000. Correct it, or remove it for 2000."),
    };

    private static void CreateFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingWrong($"OurVoice:DataFolder is '{folder}', which cannot be made ({e.Message}). Name a folder this user may write to.");
        }
    }
}
