using System.Reflection;
using System.Text;

namespace OurVoice.Contracts.Host.Demo;

/// <summary>Tables of invented texts that a module carries for the demo, and the draw that picks from them.</summary>
public static class DemoSheet
{
    /// <summary>
    /// Rows of the embedded file <c>Demo/{file}</c> of this assembly: tab-separated UTF-8, the line of column heads left out.
    /// </summary>
    /// <exception cref="InvalidOperationException">The file is not embedded, or a row has another number of columns than its head.</exception>
    public static IReadOnlyList<string[]> Read(Assembly owner, string file)
    {
        ArgumentNullException.ThrowIfNull(owner);
        var name = $"{owner.GetName().Name}.Demo.{file}";
        using var stream = owner.GetManifestResourceStream(name) ?? throw new InvalidOperationException(name + " is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).ToList();
        var columns = lines[0].Length;
        return lines.TrueForAll(l => l.Length == columns)
            ? lines.GetRange(1, lines.Count - 1)
            : throw new InvalidOperationException($"{name}: line {lines.FindIndex(l => l.Length != columns) + 1} has not {columns} columns.");
    }

    /// <summary>
    /// A number from 0 to <paramref name="count"/> - 1 that depends on the seed and the purpose only, on every machine and
    /// in every version of .NET. Not for secrets.
    /// </summary>
    public static int Draw(int seed, string purpose, int count)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var state = 2166136261u;
        foreach (var c in purpose)
        {
            state = unchecked((state ^ c) * 16777619u);
        }

        return (int)(Mixed(Mixed((uint)seed) ^ state) % (uint)count);
    }

    /// <summary>The id of what happens to one demo thing at one instant: made again after a kill, it is the same.</summary>
    public static Guid IdOf(Guid thing, DateTime at)
    {
        Span<byte> both = stackalloc byte[24];
        thing.TryWriteBytes(both);
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(both[16..], at.Ticks);
        Span<byte> hash = stackalloc byte[32];
        System.Security.Cryptography.SHA256.HashData(both, hash);
        return new Guid(hash[..16]);
    }

    private static uint Mixed(uint value)
    {
        unchecked
        {
            value = (value ^ (value >> 16)) * 0x7feb352du;
            value = (value ^ (value >> 15)) * 0x846ca68bu;
            return value ^ (value >> 16);
        }
    }
}
