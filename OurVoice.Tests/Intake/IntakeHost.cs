using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Intake.Submissions;
using OurVoice.Tests.Hosting;
using OurVoice.Web.Data;

namespace OurVoice.Tests.Intake;

/// <summary>A host whose Ministry is manned on paper, so that a story needs no accounts; routing itself is judged in Cases.</summary>
internal static class IntakeHost
{
    public const string Commune = "020103";

    public static Task<TestHost> StartAsync(RoutePreview? route = null, (string Name, string Value)? setting = null) =>
        StartAsync(nameof(Provider.Sqlite), time: null, route, isServed: false, setting);

    /// <summary>The same on a real port, for browsers and for limits that only the real server keeps.</summary>
    public static async Task<TestHost> ServeAsync()
    {
        var host = await StartAsync(nameof(Provider.Sqlite), time: null, route: null, isServed: true);
        host.StartServer();
        return host;
    }

    public static async Task<TestHost> StartAsync(string provider, TimeProvider? time, RoutePreview? route = null, bool isServed = false, (string Name, string Value)? setting = null,
        Action<IServiceCollection>? also = null)
    {
        var host = await TestHost.CreateAsync(provider);
        host.Time = time ?? host.Time;
        if (setting is { } set)
        {
            host.Settings[set.Name] = set.Value;
        }

        host.Replace = services =>
        {
            services.Replace(ServiceDescriptor.Singleton<IRoutePreview>(new Paper(route ?? ToMinistry)));
            also?.Invoke(services);
        };
        if (isServed)
        {
            host.UseKestrel(0);
        }

        await host.StartAsync();
        return host;
    }

    public static RoutePreview ToMinistry { get; } = new(OfficeIds.Ministry, "ក្រសួងមហាផ្ទៃ", "Ministry of Interior", GoesToTi: false, Climbed: true);

    public static async Task<List<Submission>> SubmissionsAsync(this TestHost host)
    {
        await using var db = host.Read();
        return await db.Set<Submission>().AsNoTracking().ToListAsync();
    }

    /// <summary>Whose case became of it, and under whose master key.</summary>
    public static async Task<(Side Case, Side Key)> SideAsync(this TestHost host, Guid id)
    {
        await using var db = host.Read();
        return await db.Set<OurVoice.Cases.Case>().Where(c => c.Id == id).Select(c => ValueTuple.Create(c.Side, c.KeySide)).SingleAsync();
    }

    public static async Task<SubmissionWords> WordsAsync(this TestHost host, Submission submission)
    {
        using var key = await host.Services.GetRequiredService<ICaseKeys>().FindAsync(submission.Id, CancellationToken.None);
        return SealedAt.Unpack<SubmissionWords>(key!.OpenBytes(SealedAt.Words(submission.Id), submission.Words));
    }

    public static async Task<Identity> IdentityAsync(this TestHost host, Guid id)
    {
        await using var db = host.Read();
        var box = await db.Set<IdentityBox>().AsNoTracking().SingleAsync(b => b.Id == id);
        using var key = await host.Services.GetRequiredService<ICaseKeys>().FindIdentityAsync(id, CancellationToken.None);
        return SealedAt.Unpack<Identity>(key!.OpenBytes(SealedAt.Identity(id), box.Content));
    }

    public static Task<SweepCount> SweepAsync<T>(this TestHost host)
        where T : ISweep => host.Services.GetServices<ISweep>().OfType<T>().Single().RunAsync(CancellationToken.None);

    /// <summary>Walks to the last page before sending.</summary>
    public static async Task<Visitor> ToStatisticsAsync(this Visitor visitor, string lang, string kind, string story = "មន្ត្រីទារលុយពីខ្ញុំ។")
    {
        await visitor.OpenAsync($"/{lang}/submit/{kind}?at={Commune}");
        await visitor.NextAsync(("office", "none"));
        await visitor.NextAsync();
        await visitor.NextAsync(("story", story));
        return await visitor.FromWhenToStatisticsAsync(kind);
    }

    public static async Task<Visitor> FromWhenToStatisticsAsync(this Visitor visitor, string kind)
    {
        await visitor.NextAsync();
        if (kind == "complaint")
        {
            await visitor.NextAsync();
        }

        await visitor.NextAsync();
        await visitor.NextAsync();
        return await visitor.NextAsync();
    }

    private sealed class Paper(RoutePreview route) : IRoutePreview
    {
        public Task<RoutePreview> FindAsync(RouteQuestion question, CancellationToken cancel) => Task.FromResult(route);
    }
}
