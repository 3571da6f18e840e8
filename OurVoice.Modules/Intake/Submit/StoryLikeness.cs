using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using OurVoice.Contracts.Host;

namespace OurVoice.Intake.Submit;

/// <summary>
/// Marks by which two stories of one day that are nearly the same are known as such, and nothing else: of keyed hashes of all runs of five
/// letters the smallest are kept (min-hash). Without the site's key no word can be tried against them, and tomorrow's differ.
/// </summary>
/// <remarks>Stories that share half of their runs have a mark in common in 8 of 10 cases, those that share a twentieth in 1 of 70.</remarks>
internal sealed class StoryLikeness(IMasterKeys keys)
{
    private const string Purpose = "likeness";
    private const int Run = 5;
    private const int Marks = 6;
    private const int Slots = 2 * Marks;

    public IReadOnlyList<Guid> Of(string story, DateTime at)
    {
        if (Clusters.IsBlank(story))
        {
            return [];
        }

        var day = PhnomPenh.StartOf(PhnomPenh.DateOf(at));
        var key = HMACSHA256.HashData(keys.DeriveAt(null, Purpose, day), BitConverter.GetBytes(day.Ticks));
        var smallest = Smallest(key, Letters(story));
        return [.. Enumerable.Range(0, Marks).Select(m => Mark(key, m, smallest))];
    }

    // A counter or a random token in each copy must not tell them apart.
    private static string Letters(string story)
    {
        var words = Fold.Of(story).Split(' ').Where(w => !w.Any(char.IsAsciiDigit));
        return string.Concat(string.Concat(words).Where(c => !char.IsPunctuation(c) && !char.IsSymbol(c)));
    }

    private static uint[] Smallest(byte[] key, string letters)
    {
        var smallest = new uint[Slots];
        Array.Fill(smallest, uint.MaxValue);
        Span<byte> hash = stackalloc byte[HMACSHA512.HashSizeInBytes];
        for (var at = 0; at == 0 || at + Run <= letters.Length; at++)
        {
            var run = letters.AsSpan(at, Math.Min(Run, letters.Length - at));
            HMACSHA512.HashData(key, MemoryMarshal.AsBytes(run), hash);
            for (var slot = 0; slot < Slots; slot++)
            {
                smallest[slot] = Math.Min(smallest[slot], BinaryPrimitives.ReadUInt32LittleEndian(hash[(slot * sizeof(uint))..]));
            }
        }

        return smallest;
    }

    private static Guid Mark(byte[] key, int mark, uint[] smallest) =>
        new(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"{mark} {smallest[2 * mark]} {smallest[(2 * mark) + 1]}")).AsSpan(0, 16));
}
