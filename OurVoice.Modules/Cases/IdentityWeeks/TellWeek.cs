using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OurVoice.Cases.Access;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Cases.IdentityWeeks;

/// <summary>Once a week each head of Transparency International is told that the list of the week is there, also when it is empty: silence would say something.</summary>
internal sealed class TellWeek(OurVoiceDb db, IOutbox outbox, IWorkingCalendars calendars) : IAction
{
    public async Task<int> ExecuteAsync(Actor actor, CancellationToken cancel)
    {
        var monday = OpenedWeeks.MondayOf(PhnomPenh.DateOf(actor.At));
        var calendar = await calendars.ForOfficeAsync(OfficeIds.TransparencyInternational, cancel);
        var members = db.WorkingMembers(actor.At).Where(m => m.OfficeId == OfficeIds.TransparencyInternational && m.Role == MemberRole.Head).Select(m => m.AccountId);
        var heads = await db.Set<Account>().AsNoTracking().Where(a => members.Contains(a.Id)).ToListAsync(cancel);
        foreach (var head in heads)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"identities:{monday:yyyyMMdd}:{head.Id:N}");
            var notBefore = calendar.OpeningAtOrAfter(PhnomPenh.StartOf(monday));
            await outbox.AddAsync(new(key, Side.Ti, Templates.IdentityWeek, head.Id, CaseId: null, Channel.Email, head.Language, notBefore), cancel);
        }

        return heads.Count;
    }
}

/// <summary>Sees to it that each week is told; a week that has been told stays told.</summary>
internal sealed class SweepIdentityWeeks(IRunner runner, TimeProvider time) : ISweep
{
    public string Name => "identity-weeks";

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task<SweepCount> RunAsync(CancellationToken cancel)
    {
        var actor = Actor.System(time);
        return new(await runner.RunAsync<TellWeek, int>(actor, a => a.ExecuteAsync(actor, cancel), cancel), 0);
    }
}
