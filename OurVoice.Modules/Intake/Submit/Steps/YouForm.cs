using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;

namespace OurVoice.Intake.Submit.Steps;

/// <summary>Who the citizen is, if the citizen wants it known at all. Anonymous is the default.</summary>
internal sealed class YouForm(SiteSettings site) : IStepForm
{
    public const int NameLimit = 60;
    public const int HoursLimit = 100;

    public Step Step => Step.You;

    public Task TakeAsync(Draft draft, Posted form, CancellationToken cancel)
    {
        if (form.Line("named") is not { } named)
        {
            return Task.CompletedTask;
        }

        draft.Named = named == "yes";
        draft.Name = form.Line("name");
        draft.Channel = form.Line("channel");
        draft.Contact = form.Line("contact");
        draft.ContactLanguage = form.Line("speak");
        draft.SafeHours = form.Line("hours");
        draft.Tell = form.IsTicked("tell") && site.TellsCitizensBy.Count > 0;
        draft.MayKnow = form.IsTicked("mayknow") && MayBeOpen(draft);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Fault>> CheckAsync(Draft draft, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Fault>>(draft.Named ? [.. Faults(draft)] : []);

    public void Hide(Draft draft) => (draft.Named, draft.Name, draft.Channel, draft.Contact, draft.ContactLanguage, draft.SafeHours, draft.Tell, draft.MayKnow)
        = (false, null, null, null, null, null, false, false);

    /// <summary>Complaints and corruption are always confidential.</summary>
    public static bool MayBeOpen(Draft draft) => draft.Kind is CaseKind.Support or CaseKind.Information;

    public static Channel? Channel(Draft draft) => draft.Channel switch
    {
        nameof(Contracts.Host.Channel.Sms) => Contracts.Host.Channel.Sms,
        nameof(Contracts.Host.Channel.Email) => Contracts.Host.Channel.Email,
        _ => null,
    };

    /// <summary>The number or address in its one form; null when there is none or it is wrong.</summary>
    public static string? Contact(Draft draft) => Channel(draft) switch
    {
        Contracts.Host.Channel.Sms when PhoneNumbers.TryNormalize(draft.Contact, out var number) => number,
        Contracts.Host.Channel.Email when EmailAddresses.TryNormalize(draft.Contact, out var address) => address,
        _ => null,
    };

    private IEnumerable<Fault> Faults(Draft draft)
    {
        foreach (var fault in Limits.Check("name", draft.Name, NameLimit).Concat(Limits.Check("hours", draft.SafeHours, HoursLimit)))
        {
            yield return fault;
        }

        if (Clusters.IsBlank(draft.Contact))
        {
            if (draft.Tell)
            {
                yield return new("contact", "You_TellNeedsContact");
            }
        }
        else if (Channel(draft) is null)
        {
            yield return new("channel", "You_Channel");
        }
        else if (Contact(draft) is null)
        {
            yield return new("contact", draft.Channel == nameof(Contracts.Host.Channel.Sms) ? "You_Phone" : "You_Email");
        }
        else if (draft.Tell && !site.TellsCitizensBy.Contains(Channel(draft)!.Value))
        {
            // A number for the office is welcome; only news cannot go there.
            yield return new("channel", draft.Channel == nameof(Contracts.Host.Channel.Sms) ? "You_TellByEmailOnly" : "You_TellBySmsOnly");
        }
    }
}
