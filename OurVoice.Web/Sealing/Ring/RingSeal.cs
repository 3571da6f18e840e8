using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Sealing.Ring;

/// <summary>Seals the secret part of a Data Protection key under the site's master key.</summary>
internal sealed class RingSeal(ISiteSeal seal) : IXmlEncryptor
{
    public const string Purpose = "data-protection-ring";
    public const string Element = "sealed";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var element = new XElement(Element, Convert.ToBase64String(seal.Seal(Purpose, plain, [])));
        return new EncryptedXmlInfo(element, typeof(RingOpener));
    }
}
