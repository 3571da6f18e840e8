using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;
using OurVoice.Intake.Receipt;
using OurVoice.Intake.Submissions;
using OurVoice.Intake.Submit;
using OurVoice.Tests.Cases;
using OurVoice.Web.Data;

namespace OurVoice.Tests.Intake.Track;

/// <summary>A citizen's phone and an office, on the real host. The phone has no script and keeps no cookie.</summary>
internal sealed class TrackWorld : IAsyncDisposable
{
    private TrackWorld(CaseWorld cases, Commands commands) => (Cases, Commands) = (cases, commands);

    public CaseWorld Cases { get; }

    /// <summary>Counts what is sent to the database.</summary>
    public Commands Commands { get; }

    /// <summary>The officer at the office of <see cref="SendAsync"/>'s cases.</summary>
    public Guid Officer { get; private set; }

    /// <param name="provider">Which database.</param>
    /// <param name="demo">True: acts of confidential cases count at once.</param>
    /// <param name="also">What the test replaces.</param>
    /// <param name="serve">True: on a port of its own, for a browser.</param>
    public static async Task<TrackWorld> StartAsync(string provider = "Sqlite", bool demo = true, Action<IServiceCollection>? also = null, bool serve = false)
    {
        var commands = new Commands();
        var cases = await CaseWorld.StartAsync(provider, demo, services =>
        {
            services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(commands));
            services.ConfigureDbContext<PostgresDb>(o => o.AddInterceptors(commands));
            also?.Invoke(services);
        });
        if (serve)
        {
            cases.Host.UseKestrel(0);
            cases.Host.StartServer();
        }

        return new TrackWorld(cases, commands) { Officer = await cases.JoinAsync("Sok Dara", OfficeKind.CommuneAdministration) };
    }

    /// <summary>A case of the commune: asked of the office where <see cref="Officer"/> sits.</summary>
    public async Task<(Guid Id, ReceiptCode Code)> SendAsync(CaseKind kind = CaseKind.Support, string story = "ខ្ញុំសុំជំនួយ", bool confidential = false, Side side = Side.Government)
    {
        var (id, code) = (Guid.NewGuid(), ReceiptCode.New());
        var route = new RouteQuestion(kind, CaseWorld.Commune, CaseWorld.Office(OfficeKind.CommuneAdministration), ServiceCode: null, AccusedRole: null, AccusedName: null);
        var outgoing = new Outgoing(id, code, side, route, confidential) { Words = new SubmissionWords { Story = story } };
        await Cases.Host.Services.GetRequiredService<Sending>().SendAsync(Cases.Citizen(), outgoing, default);
        return (id, code);
    }

    public async Task<TrackAnswer> GetAsync(string lang = "en") => await TrackAnswer.ReadAsync(await Cases.Host.Phone().GetAsync($"/{lang}/track"));

    /// <summary>Posts what a browser would: the fields of the page it has, changed by what is said here.</summary>
    public async Task<TrackAnswer> PressAsync(string go, TrackAnswer? page, string lang = "en", params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        var all = (page?.Fields ?? []).Where(f => fields.All(n => n.Name != f.Name)).Concat(fields).Append(("go", go));
        foreach (var (name, value) in page is null ? all.Append(("_handler", "track")) : all)
        {
            form.Add(new StringContent(value), name);
        }

        return await TrackAnswer.ReadAsync(await Cases.Host.Phone().PostAsync($"/{lang}/track", form));
    }

    /// <summary>Sends a file by the form that stands for it on the page.</summary>
    public async Task<TrackAnswer> AttachAsync(TrackAnswer page, byte[] content, string lang = "en")
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in TrackAnswer.FieldsOf(page.Page.QuerySelector("form.files") ?? throw new InvalidOperationException("No file box: " + page.Text)))
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new ByteArrayContent(content), "file", "a.bin");
        return await TrackAnswer.ReadAsync(await Cases.Host.Phone().PostAsync($"/{lang}/track/file", form));
    }

    public Task<TrackAnswer> OpenAsync(string code, string lang = "en") => PressAsync("open", page: null, lang, ("code", code));

    public Task<TrackAnswer> OpenAsync(ReceiptCode code, string lang = "en") => OpenAsync(code.Digits, lang);

    public async Task<List<T>> RowsAsync<T>(System.Linq.Expressions.Expression<Func<T, bool>> which)
        where T : class => await Cases.RowsAsync(which);

    public ValueTask DisposeAsync() => Cases.DisposeAsync();
}
