using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OurVoice.Contracts.Host;

namespace OurVoice.Web.Accounts.Notices;

/// <summary>Makes and opens the codes that prove a telephone or a chat.</summary>
internal sealed class NoticeCodes(ISiteSeal seal, IDbContextFactory<OurVoiceDb> databases)
{
    private const string Purpose = "notice-code";
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>Six digits, to be typed from a telephone.</summary>
    public static string Digits() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>130 random bits, to be tapped.</summary>
    public static string Start() => RandomNumberGenerator.GetString(Letters, 26);

    public static string HashOf(string start) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(start)));

    public byte[] Seal(NoticeCode row, string code) => seal.Seal(Purpose, Encoding.UTF8.GetBytes(code), Place(row));

    public string? Open(NoticeCode row) => seal.Open(Purpose, row.Code, Place(row)) is { } code ? Encoding.UTF8.GetString(code) : null;

    /// <summary>The code that still works, or null.</summary>
    public async Task<string?> FindAsync(Guid account, Channel channel, DateTime now, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var row = await db.Set<NoticeCode>().AsNoTracking().SingleOrDefaultAsync(c => c.AccountId == account && c.Channel == channel, cancel);
        return row?.IsAlive(now) == true ? Open(row) : null;
    }

    private static byte[] Place(NoticeCode row) => Encoding.UTF8.GetBytes($"{row.AccountId:N}/{row.Channel}");
}
