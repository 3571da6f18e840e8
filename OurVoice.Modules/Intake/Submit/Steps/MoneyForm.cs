using System.Globalization;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;

namespace OurVoice.Intake.Submit.Steps;

/// <summary>Was more than the fee asked, and how much.</summary>
internal sealed class MoneyForm : IStepForm
{
    private const int MostDigits = 12;

    public Step Step => Step.Money;

    public Task TakeAsync(Draft draft, Posted form, CancellationToken cancel)
    {
        draft.Money = form.Line("money") ?? draft.Money;
        draft.Amount = form.Line("amount") ?? draft.Amount;
        draft.Currency = form.Line("currency") ?? draft.Currency;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Fault>> CheckAsync(Draft draft, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Fault>>(
            draft.Money is { Length: > 0 } && Read(draft) is null ? [new("money", "Money_Choose")]
            : Read(draft) == ExtraMoney.Yes && !Clusters.IsBlank(draft.Amount) && Amount(draft) is null ? [new("amount", "Money_Amount")]
            : []);

    public void Hide(Draft draft) => (draft.Money, draft.Amount, draft.Currency) = (null, null, null);

    public static ExtraMoney? Read(Draft draft) => draft.Money switch
    {
        nameof(ExtraMoney.Yes) => ExtraMoney.Yes,
        nameof(ExtraMoney.No) => ExtraMoney.No,
        nameof(ExtraMoney.NotSure) => ExtraMoney.NotSure,
        _ => null,
    };

    public static string Currency(Draft draft) => draft.Currency == "USD" ? "USD" : "KHR";

    /// <summary>The amount typed in any digits; null when there is none or it is no amount.</summary>
    public static decimal? Amount(Draft draft)
    {
        var typed = string.Concat(Digits.ToAscii(draft.Amount ?? "").Where(c => char.IsAsciiDigit(c) || c is '.' or ','));
        var left = Fold.Of(draft.Amount ?? "").Where(c => !char.IsAsciiDigit(c) && c is not ('.' or ',' or ' ' or '៛' or '$'));
        if (left.Any() || typed.Length == 0)
        {
            return null;
        }

        // Riel have no decimals, so a point or comma there only parts thousands; dollars may end in cents.
        var cents = Currency(draft) == "USD" && typed.LastIndexOfAny(['.', ',']) is >= 0 and var mark && typed.Length - mark <= 3 ? typed[(mark + 1)..] : "";
        var whole = string.Concat(typed[..^cents.Length].Where(char.IsAsciiDigit));
        return whole.Length <= MostDigits && decimal.TryParse($"{whole}.{cents}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : null;
    }
}
