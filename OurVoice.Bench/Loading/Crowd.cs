using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OurVoice.Bench.Serving;
using OurVoice.Cases;

namespace OurVoice.Bench.Loading;

/// <summary>
/// Many cases in a few minutes: copies of real ones, row by row through the model, with ids, numbers and due dates of their
/// own. They stand in lists like any other; only the real ones have words and keys.
/// </summary>
internal static class Crowd
{
    private const int Batch = 2_000;

    public static Task FillAsync(Inside inside, int cases, CancellationToken cancel) => FillAsync(inside, cases, own: null, cancel);

    /// <param name="inside">Where.</param>
    /// <param name="cases">How many.</param>
    /// <param name="own">What a copy of a number has besides, of its case and of its row; null: nothing.</param>
    /// <param name="cancel">Ctrl-C.</param>
    public static async Task FillAsync(Inside inside, int cases, Func<int, Own>? own, CancellationToken cancel)
    {
        await using var read = inside.Read();
        var seats = await read.Set<CaseOffice>().AsNoTracking().Where(o => o.To == null && o.Part == Part.Holds).OrderBy(o => o.Id).Take(200).ToListAsync(cancel);
        var ids = seats.Select(s => s.CaseId).ToList();
        var models = await read.Set<Case>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        for (var made = 0; made < cases; made += Batch)
        {
            await using var db = inside.Read();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            for (var i = made; i < Math.Min(cases, made + Batch); i++)
            {
                Copy(db, models, seats[i % seats.Count], i, own?.Invoke(i) ?? new([], []));
            }

            await db.SaveChangesAsync(cancel);
        }
    }

    private static void Copy(DbContext db, Dictionary<Guid, Case> models, CaseOffice seat, int number, Own own)
    {
        var id = Guid.NewGuid();
        var due = seat.DueAt == CaseOffice.NothingDue ? seat.DueAt : seat.DueAt.AddMinutes(number % 40_000);
        Add(db, models[seat.CaseId], [("Id", id), ("Number", (9_000_000_000 + number).ToString(CultureInfo.InvariantCulture)), ("NextEventAt", null), .. own.Case]);
        Add(db, seat, [("Id", Guid.NewGuid()), ("CaseId", id), ("DueAt", due), .. own.Row]);
    }

    private static void Add<T>(DbContext db, T model, (string Name, object? Value)[] own)
        where T : class
    {
        var entry = db.Entry((T)db.Entry(model).CurrentValues.ToObject());
        foreach (var (name, value) in own)
        {
            entry.Property(name).CurrentValue = value;
        }

        entry.State = EntityState.Added;
    }

    /// <summary>Columns and their values.</summary>
    internal sealed record Own((string Name, object? Value)[] Case, (string Name, object? Value)[] Row);
}
