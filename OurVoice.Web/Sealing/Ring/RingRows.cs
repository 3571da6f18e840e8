using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using OurVoice.Web.Sealing.Store;

namespace OurVoice.Web.Sealing.Ring;

/// <summary>Keeps ASP.NET's Data Protection keys in the key store, so that sign-ins survive a restart and hold on every node.</summary>
internal sealed class RingRows(KeyDatabase database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        database.Run(session => session.Read(session.Command("SELECT xml FROM keys_ring ORDER BY name"), r => XElement.Parse(r.GetString(0))));

    public void StoreElement(XElement element, string friendlyName) =>
        database.Run(session => session.Execute(session.Command(
            session.Dialect.InsertIfAbsent("keys_ring", ["name", "xml"], ["name"]),
            ("name", friendlyName), ("xml", element.ToString(SaveOptions.DisableFormatting)))));
}
