using System.Xml.Linq;
using OurVoice.Contracts.Host;
using OurVoice.Web.Sealing.Store;

namespace OurVoice.Web.Sealing.Ring;

/// <summary>The Data Protection keys in the store, seen as what they are sealed under.</summary>
internal sealed class RingRewrap(KeyDatabase database, ISiteSeal seal)
{
    public IReadOnlyList<KeyId> SealedUnder() => [.. Rows().SelectMany(r => Sealed(r.Element)).Select(e => Blob.KeyOf(Bytes(e))).OfType<KeyId>()];

    /// <summary>Seals each row again under the current master key. A row that changes meanwhile is left as it is.</summary>
    public void Rewrap(KeyId to)
    {
        foreach (var (name, xml, element) in Rows())
        {
            var due = Sealed(element).Where(e => Blob.KeyOf(Bytes(e)) != to).ToList();
            due.ForEach(e => e.Value = Convert.ToBase64String(seal.Seal(RingSeal.Purpose, Plain(e), [])));
            if (due.Count > 0)
            {
                Replace(name, xml, element.ToString(SaveOptions.DisableFormatting));
            }
        }
    }

    private byte[] Plain(XElement element) => seal.Open(RingSeal.Purpose, Bytes(element), []) ?? throw new SealBroken("a Data Protection key");

    private void Replace(string name, string before, string after) => database.Run(session => session.Execute(session.Command(
        "UPDATE keys_ring SET xml = @after WHERE name = @name AND xml = @before", ("name", name), ("before", before), ("after", after))));

    private List<(string Name, string Xml, XElement Element)> Rows() => database.Run(session => session.Read(
        session.Command("SELECT name, xml FROM keys_ring"), r => (r.GetString(0), r.GetString(1), XElement.Parse(r.GetString(1)))));

    private static IEnumerable<XElement> Sealed(XElement row) => row.Descendants(RingSeal.Element);

    private static byte[] Bytes(XElement element) => Convert.FromBase64String(element.Value);
}
