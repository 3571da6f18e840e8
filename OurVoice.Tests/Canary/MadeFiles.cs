using System.Collections.Concurrent;

namespace OurVoice.Tests.Canary;

/// <summary>Notes each file that is made in folders where none may be made, also one that is gone at once.</summary>
internal sealed class MadeFiles : IDisposable
{
    private readonly ConcurrentQueue<string> _names = [];
    private readonly List<FileSystemWatcher> _watchers;

    public MadeFiles(params string[] folders) => _watchers = [.. folders.Select(Watch)];

    public IReadOnlyCollection<string> Names => _names;

    public void Dispose() => _watchers.ForEach(w => w.Dispose());

    private FileSystemWatcher Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        watcher.Created += (_, e) => Note(e.FullPath);
        watcher.Renamed += (_, e) => Note(e.FullPath);
        watcher.Error += (_, e) => _names.Enqueue(folder + " could not be watched: " + e.GetException().Message);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private void Note(string path)
    {
        // SQLite sorts rows of the database in files of this name; the rows themselves are searched.
        if (!Path.GetFileName(path).StartsWith("etilqs_", StringComparison.Ordinal))
        {
            _names.Enqueue(path);
        }
    }
}
