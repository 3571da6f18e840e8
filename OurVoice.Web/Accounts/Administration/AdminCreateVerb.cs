using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using OurVoice.Contracts.Cases;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Places;

namespace OurVoice.Web.Accounts.Administration;

/// <summary><c>admin create EMAIL NAME [--ti]</c>: the first administrator of a side; the others are made by that one.</summary>
internal sealed class AdminCreateVerb(IRunner runner, TimeProvider time, IStringLocalizer<AccountText> text) : IHostVerb
{
    public string Words => "admin create";

    public string Usage => "EMAIL NAME [--ti]";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancel)
    {
        CultureInfo.CurrentUICulture = Lang.En.Culture();
        var words = arguments.Where(a => a != "--ti").ToList();
        if (words.Count < 2 || words.Exists(w => w.StartsWith("--", StringComparison.Ordinal)))
        {
            await output.WriteLineAsync($"Write: {Words} {Usage}. For example: {Words} sok.dara@interior.gov.kh Sok Dara. With --ti for Transparency International's side.");
            return 2;
        }

        var isTi = words.Count < arguments.Count;
        return await CreateAsync(words[0], string.Join(' ', words.Skip(1)), isTi, output, cancel);
    }

    private async Task<int> CreateAsync(string email, string name, bool isTi, TextWriter output, CancellationToken cancel)
    {
        var (side, office) = isTi ? (Side.Ti, OfficeIds.TransparencyInternational) : (Side.Government, OfficeIds.Ministry);
        var form = new AccountForm(side, email, name, null, Lang.Km, office, MemberRole.Administrator);
        var password = TemporaryPassword.Make(new PasswordHasher<Account>());
        var actor = Actor.System(time);
        try
        {
            await runner.RunAsync<CreateAccount, NewAccountMade>(actor, a => a.ExecuteAsync(form, password, actor, cancel), cancel);
        }
        catch (RuleBroken broken)
        {
            await output.WriteLineAsync(text[broken.Rule, [.. broken.Arguments]]);
            return 1;
        }

        await output.WriteLineAsync($"Administrator of the {(isTi ? "Transparency International" : "government")} side made: {email}");
        await output.WriteLineAsync($"One-time password (shown only now, must be changed at the first sign-in): {password.Words}");
        return 0;
    }
}
