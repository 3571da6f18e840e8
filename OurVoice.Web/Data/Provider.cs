namespace OurVoice.Web.Data;

/// <summary>The databases that may hold the house, as <c>OurVoice:Database:Provider</c> names them.</summary>
internal enum Provider
{
    Sqlite,
    Postgres,
    SqlServer,
}
