using OurVoice.Contracts.Host;
using OurVoice.Web.Audit.Cut;
using OurVoice.Web.Audit.Heads;
using OurVoice.Web.Audit.ShowAudit;
using OurVoice.Web.Audit.Verify;
using OurVoice.Web.Settings;

namespace OurVoice.Web.Audit;

internal static class AuditSetup
{
    public static IServiceCollection AddAudit(this IServiceCollection services, IConfiguration configuration, HostSettings settings) => services
        .AddSingleton(AuditSettings.Read(configuration, settings.DataFolder))
        .AddSingleton<IAudit, AuditTrail>()
        .AddScoped<IAuditInAct, AuditInAct>()
        .AddSingleton<IMasterKeyUse, AuditKeyUse>()
        .AddAction<AppendNotes<GovernmentAuditRow>>()
        .AddAction<AppendNotes<TiAuditRow>>()
        .AddSingleton<HeadFile>()
        .AddSweep<GovernmentHeadSweep>()
        .AddSweep<TiHeadSweep>()
        .AddSingleton<ProvenHeads>()
        .AddAction<CutRows<GovernmentAuditRow>>()
        .AddAction<CutRows<TiAuditRow>>()
        .AddSingleton<CutTools>()
        .AddSweep<GovernmentCutSweep>()
        .AddSweep<TiCutSweep>()
        .AddSingleton<ChainCheck>()
        .AddSingleton<IHostVerb, AuditVerb>()
        .AddSingleton<AuditPlaces>()
        .AddSingleton<AuditList>()
        .AddDeskLink(new("Audit_Title", typeof(AuditText), AuditQuery.Path, 60, who => who.IsAdministrator));
}
