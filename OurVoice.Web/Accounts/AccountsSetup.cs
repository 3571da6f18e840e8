using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using OurVoice.Contracts.Host;
using OurVoice.Web.Accounts.Administration;
using OurVoice.Web.Accounts.Notices;
using OurVoice.Web.Accounts.Profile;
using OurVoice.Web.Accounts.Reset;
using OurVoice.Web.Outbox;

namespace OurVoice.Web.Accounts;

/// <summary>ASP.NET Core Identity for the staff: accounts only; what a person may do comes from memberships of offices.</summary>
internal static class AccountsSetup
{
    public const int PasswordLength = 12;

    public static IServiceCollection AddAccounts(this IServiceCollection services, bool hasMailbox)
    {
        // No default scheme: public pages never look at a sign-in, DeskDoor does it under /desk.
        services.AddAuthentication().AddIdentityCookies();
        services.AddIdentityCore<Account>(Configure)
            .AddUserStore<AccountStore>()
            .AddSignInManager<DeskSignIn>()
            .AddClaimsPrincipalFactory<DeskClaims>()
            .AddTokenProvider<TotpCodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddScoped(sp => (DeskSignIn)sp.GetRequiredService<SignInManager<Account>>());
        services.ConfigureAll<CookieAuthenticationOptions>(Harden);
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, o =>
        {
            o.Cookie.Name = "ourvoice-desk";
            o.ExpireTimeSpan = TimeSpan.FromHours(12);
            o.SlidingExpiration = true;
        });
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromSeconds(30));
        services.AddScoped<AuthenticationStateProvider, DeskAuthenticationState>();
        services.AddScoped<IDeskActor, DeskActor>();
        if (hasMailbox)
        {
            services.AddDeskLink(new("Mailbox_Title", typeof(AccountText), "/desk/mailbox", 90, _ => true));
        }

        services.AddSingleton(sp => new MailboxList(sp.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<OurVoiceDb>>(), hasMailbox));
        return services.AddAdministration().AddNotices();
    }

    private static IServiceCollection AddAdministration(this IServiceCollection services) => services
        .AddSingleton<AccountList>()
        .AddScoped<Administration.Administration>()
        .AddScoped<AdministratorRule>()
        .AddAction<CreateAccount>()
        .AddAction<AdministerAccount>()
        .AddAction<Appoint>()
        .AddScoped<Asking>()
        .AddScoped<HeldPasswords>()
        .AddAction<TakeHalf>()
        .AddSingleton<IPasswordHalves, PasswordHalves>()
        .AddSingleton<AccountHistory>()
        .AddSingleton<IHostVerb, AdminCreateVerb>()
        .AddDeskLink(new("Accounts_Title", typeof(AccountText), "/desk/accounts", 50, who => who.IsAdministrator));

    private static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddScoped<NoticeDesk>()
        .AddSingleton<NoticeCodes>()
        .AddAction<ChooseNotices>()
        .AddAction<MakeNoticeCode>()
        .AddAction<ProvePhone>()
        .AddAction<LinkChat>();

    private static void Configure(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = false;
        // Length is what helps; rules of composition only make people write it down.
        options.Password.RequiredLength = PasswordLength;
        options.Password.RequiredUniqueChars = 5;
        options.Password.RequireDigit = options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        options.Lockout.AllowedForNewUsers = true;
    }

    private static void Harden(CookieAuthenticationOptions options)
    {
        options.Cookie.Path = "/desk";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }
}
