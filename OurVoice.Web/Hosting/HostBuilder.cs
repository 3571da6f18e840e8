using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using OurVoice.Contracts.Host;
using OurVoice.Web.Accounts;
using OurVoice.Web.Audit;
using OurVoice.Web.Backup;
using OurVoice.Web.Data;
using OurVoice.Web.Demo;
using OurVoice.Web.Jobs;
using OurVoice.Web.Media;
using OurVoice.Web.Outbox;
using OurVoice.Web.PublicSite;
using OurVoice.Web.Running;
using OurVoice.Web.Sealing;
using OurVoice.Web.Settings;
using Radzen;

namespace OurVoice.Web.Hosting;

/// <summary>What the host registers, in the order a reader wants it.</summary>
internal static class HostBuilder
{
    public static void AddHost(this WebApplicationBuilder builder)
    {
        var settings = HostSettings.Read(builder.Configuration);
        var services = builder.Services;
        services.KeepShut();
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        builder.Host.UseDefaultServiceProvider(o => (o.ValidateOnBuild, o.ValidateScopes) = (true, true));
        services.AddSingleton(settings);
        var ways = Ways.Read(builder.Configuration, hasMailbox: settings.Demo || !builder.Environment.IsProduction());
        services.AddSingleton(new SiteSettings(settings.Demo, settings.DataFolder) { TellsCitizensBy = ways.ForCitizens });
        services.AddSingleton(RetentionSettings.Read(builder.Configuration));
        services.AddSingleton(TimeProvider.System);
        services.AddDatabase(settings);
        services.AddSealing(builder.Configuration, builder.Environment, settings);
        services.AddSingleton<StartUp>();
        services.AddSingleton<IHostVerb, MigrateVerb>();
        services.AddBackup();
        services.AddMedia();
        services.AddOutbox(ways);
        services.AddAudit(builder.Configuration, settings);
        services.AddJobs(settings);
        services.AddEvents(Modules.Assemblies);
        services.AddModules(builder.Configuration);
        services.AddSingleton<HealthReport>();
        services.AddSingleton<JobHealth>();
        services.AddPages();
        services.AddAccounts(ways.HasMailbox);
        services.AddDemo();
    }

    private static void AddPages(this IServiceCollection services)
    {
        services.AddLocalization(o => o.ResourcesPath = "Resources");
        services.AddHttpContextAccessor();
        // From a proxy on this machine only, and only that the visitor came by TLS: the desk's cookies then say so too.
        services.Configure<ForwardedHeadersOptions>(o => o.ForwardedHeaders = Microsoft.AspNetCore.HttpOverrides.ForwardedHeaders.XForwardedProto);
        services.AddCascadingAuthenticationState();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddSignalR(o => o.MaximumReceiveMessageSize = 256 * 1024);
        services.AddRadzenComponents();
        // Without it every Khmer letter goes out as an eight-byte entity.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddAntiforgery(o => (o.Cookie.Path, o.Cookie.SecurePolicy) = ("/desk", CookieSecurePolicy.SameAsRequest));
        services.WithoutTokensOnPublicPages();
        services.AddResponseCompression(o => o.EnableForHttps = true);
        services.Configure<Microsoft.AspNetCore.ResponseCompression.BrotliCompressionProviderOptions>(o => o.Level = System.IO.Compression.CompressionLevel.Optimal);
    }
}
