using OurVoice.Web;
using OurVoice.Web.Hosting;
using OurVoice.Web.Settings;

try
{
    var verb = HostVerbs.Parse(args);
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = verb.Settings });
    builder.AddHost();
    var app = builder.Build();
    app.UseHost();
    return await app.RunVerbAsync(verb);
}
catch (SettingWrong wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 2;
}

/// <summary>Named so that tests can start the host.</summary>
public partial class Program;
