using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace OurVoice.Contracts.Host;

/// <summary>
/// The one database of the house. Entity types are internal to their module and found by their
/// <see cref="IEntityTypeConfiguration{TEntity}"/>; a module reaches its rows by <c>db.Set&lt;T&gt;()</c>. Instants are UTC.
/// The host derives one small class per provider.
/// </summary>
public abstract class OurVoiceDb(DbContextOptions options, ModuleAssemblies modules) : DbContext(options)
{
    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var assembly in modules.All)
        {
            modelBuilder.ApplyConfigurationsFromAssembly(assembly);
        }
    }
}

/// <summary>The assemblies whose entities, pages and verbs make up this site; the host holds the one list.</summary>
/// <param name="All">The modules' assemblies and the host's own.</param>
public sealed record ModuleAssemblies(IReadOnlyList<Assembly> All);
