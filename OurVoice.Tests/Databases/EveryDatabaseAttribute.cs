using System.Reflection;
using OurVoice.Web.Data;
using Xunit.Sdk;

namespace OurVoice.Tests.Databases;

/// <summary>
/// One case per configured database: SQLite always, PostgreSQL where OURVOICE_TEST_POSTGRES names a maintenance
/// connection (scripts/test starts a private cluster and sets it; a test there fails if it is missing).
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EveryDatabaseAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
    {
        yield return [nameof(Provider.Sqlite)];
        if (TestDatabases.Postgres is not null)
        {
            yield return [nameof(Provider.Postgres)];
        }
    }
}
