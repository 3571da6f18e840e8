using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Sealing.Ring;

/// <summary>Named in each sealed element and made by ASP.NET, which hands over the service provider.</summary>
internal sealed class RingOpener(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var blob = Convert.FromBase64String(encryptedElement.Value);
        var plain = services.GetRequiredService<ISiteSeal>().Open(RingSeal.Purpose, blob, []) ?? throw new SealBroken("a Data Protection key");
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
