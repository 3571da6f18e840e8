namespace OurVoice.Web.Hosting;

/// <summary>
/// Logs that hold what people type stay shut, whatever the settings say: a level that is set for one provider alone
/// (<c>Logging:Console:LogLevel</c>) or for a longer category would otherwise win over a filter of ours.
/// </summary>
internal static class ShutLogs
{
    // At Debug it writes down each call of a page, and with it what an officer types.
    private const string Calls = "Microsoft.AspNetCore.SignalR";

    public static void KeepShut(this IServiceCollection services) => services.PostConfigure<LoggerFilterOptions>(options =>
    {
        LoggerFilterRule[] rules = [new(providerName: null, categoryName: null, options.MinLevel, filter: null), .. options.Rules];
        options.Rules.Clear();
        foreach (var rule in rules)
        {
            options.Rules.Add(new(rule.ProviderName, rule.CategoryName, rule.LogLevel, (provider, category, level) =>
                MayBeWritten(category, level) && (rule.Filter?.Invoke(provider, category, level) ?? true)));
        }
    });

    private static bool MayBeWritten(string? category, LogLevel level) =>
        level >= LogLevel.Warning || category?.StartsWith(Calls, StringComparison.OrdinalIgnoreCase) != true;
}
