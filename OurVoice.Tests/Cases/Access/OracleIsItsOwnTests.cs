using System.Text.RegularExpressions;
using OurVoice.Cases.Staffing;
using OurVoice.Contracts.Host;

namespace OurVoice.Tests.Cases.Access;

/// <summary>An oracle that called the product would agree with it whatever it does.</summary>
public sealed class OracleIsItsOwnTests
{
    private static readonly Type[] Rows = [typeof(Account), typeof(Membership), typeof(Deputy)];

    [Theory]
    [InlineData("Oracle.cs")]
    [InlineData("Facts.cs")]
    public void The_oracle_takes_rows_and_their_values_from_the_product_and_no_code(string file)
    {
        var words = Regex.Split(File.ReadAllText(Repository.At("OurVoice.Tests", "Cases", "Access", file)), @"\W+", RegexOptions.None, TimeSpan.FromSeconds(10))
            .ToHashSet(StringComparer.Ordinal);
        var code = new[] { typeof(Account), typeof(Membership) }.SelectMany(t => t.Assembly.GetTypes())
            .Where(t => !t.IsEnum && !Rows.Contains(t)).Select(t => t.Name.Split('`')[0]);
        Assert.DoesNotContain(code, words.Contains);
        Assert.DoesNotContain(Rows.SelectMany(t => t.GetMethods()).Where(m => !m.IsSpecialName && m.DeclaringType != typeof(object)).Select(m => m.Name), words.Contains);
    }
}
