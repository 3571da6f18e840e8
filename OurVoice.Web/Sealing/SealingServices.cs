using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using OurVoice.Contracts.Host;
using OurVoice.Web.Sealing.Files;
using OurVoice.Web.Sealing.Masters;
using OurVoice.Web.Sealing.Ring;
using OurVoice.Web.Sealing.Rotation;
using OurVoice.Web.Sealing.Store;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Sealing;

internal static class SealingServices
{
    /// <summary>Master keys, key store, seals and the Data Protection ring. Throws SettingWrong at once for settings that cannot be.</summary>
    public static IServiceCollection AddSealing(this IServiceCollection services, IConfiguration configuration, IHostEnvironment host, HostSettings main)
    {
        var settings = SealingSettings.Read(configuration, host, main);
        services.AddSingleton(settings.KeyStore);
        services.AddSingleton(new MasterKeyFolder(settings.KeysFolder));
        services.AddSingleton<KeyDatabase>();
        services.AddSingleton<MasterKeyStart>();
        services.AddSingleton(s => s.GetRequiredService<SealingStart>().Open());
        services.AddSingleton<IMasterKeys>(s => s.GetRequiredService<MasterKeys>());
        services.AddSingleton<CaseKeyWrap>();
        services.AddSingleton<ICaseKeys, CaseKeys>();
        services.AddSingleton<ISiteSeal, SiteSeal>();
        services.AddSingleton<ISealedFiles, SealedFiles>();
        services.AddSingleton<SealingStart>();
        return services.AddRing().AddRotation();
    }

    private static IServiceCollection AddRotation(this IServiceCollection services) => services
        .AddSingleton<CaseKeysUnder>()
        .AddSingleton<RingRewrap>()
        .AddSingleton<Rotating>()
        .AddSingleton<IHostVerb, KeysRotateVerb>()
        .AddSingleton<IHostVerb, KeysRetireVerb>();

    private static IServiceCollection AddRing(this IServiceCollection services)
    {
        services.AddSingleton<RingRows>();
        services.AddSingleton<RingSeal>();
        services.AddDataProtection().SetApplicationName("OurVoice");
        services.AddOptions<KeyManagementOptions>().Configure<RingRows, RingSeal>((options, rows, seal) =>
        {
            options.XmlRepository = rows;
            options.XmlEncryptor = seal;
        });
        return services;
    }
}
