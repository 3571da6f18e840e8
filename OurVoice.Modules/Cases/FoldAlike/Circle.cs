using System.Security.Cryptography;
using System.Text;
using OurVoice.Cases.Routing;

namespace OurVoice.Cases.FoldAlike;

/// <summary>
/// Cases of one day, kind and office that exclude the same offices and people: whoever reads one of them reads all of them.
/// </summary>
internal sealed class Circle
{
    private readonly byte[] _bytes;

    private Circle(string text, DateOnly on) => (_bytes, On) = (Encoding.UTF8.GetBytes(text), on);

    public DateOnly On { get; }

    public static Circle Of(Case opened, Routed routed)
    {
        string[] parts =
        [
            $"{routed.Office.Id:N} {opened.Kind} {opened.Side} {opened.Confidential} {opened.HeadsOnly} {opened.ReceivedOn:O}",
            .. routed.Conflicts.Offices.Order().Select(o => $"office {o:N}"),
            .. routed.Conflicts.Accounts.Order().Select(a => $"account {a:N}"),
        ];
        return new(string.Join('\n', parts), opened.ReceivedOn);
    }

    /// <summary>A mark of Intake, made to mean something in this circle only.</summary>
    public Guid KeyOf(Guid mark) => new(SHA256.HashData([.. mark.ToByteArray(), .. _bytes]).AsSpan(0, 16));
}
