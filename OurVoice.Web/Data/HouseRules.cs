using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace OurVoice.Web.Data;

/// <summary>What holds for every table, whatever the provider; provider quirks stand here and nowhere else.</summary>
internal static class HouseRules
{
    private static readonly ValueConverter<DateTime, DateTime> Utc = new(v => v, v => DateTime.SpecifyKind(v, DateTimeKind.Utc));

    public static void ApplyHouseRules(this ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                KeepUtc(property);
                StoreEnumsAsNames(property);
            }

            foreach (var key in entity.GetForeignKeys().Where(k => !k.IsOwnership))
            {
                key.DeleteBehavior = DeleteBehavior.Restrict;
            }
        }
    }

    /// <summary>Codes compare by bytes; names, which people read, by Khmer's own weights.</summary>
    public static void UseCollations(this ModelBuilder model)
    {
        var texts = model.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.ClrType == typeof(string));
        foreach (var property in texts)
        {
            property.SetCollation(property.Name.Contains("Name", StringComparison.Ordinal) ? "Khmer_100_CI_AS" : "Latin1_General_100_BIN2");
        }
    }

    private static void KeepUtc(IMutableProperty property)
    {
        if (property.ClrType == typeof(DateTime) || property.ClrType == typeof(DateTime?))
        {
            property.SetValueConverter(Utc);
        }
    }

    // Names survive a reordered enum, and an operator can read them in the table.
    private static void StoreEnumsAsNames(IMutableProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type.IsEnum && property.GetValueConverter() is null)
        {
            var converter = typeof(EnumToStringConverter<>).MakeGenericType(type);
            property.SetValueConverter((ValueConverter)Activator.CreateInstance(converter, [null])!);
            property.SetMaxLength(Enum.GetNames(type).Max(n => n.Length) + 12);
        }
    }
}
