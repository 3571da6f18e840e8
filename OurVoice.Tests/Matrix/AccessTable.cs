using OurVoice.Contracts.Cases;

namespace OurVoice.Tests.Matrix;

/// <summary>
/// Who reads what. A cell has a letter for each kind, in the order complaint, support, information, corruption: H works the case,
/// L reads it as a late office, - meets the same answer as for a case that does not exist.
/// </summary>
internal static class AccessTable
{
    // What each column's office has to do with the case. Cases of TI's seat are of TI's side, all others of the government's, but for corruption.
    // The columns: Seat.People. The deputy stands in for the officer; the former one was in the commune until January.
    private static readonly Grid Table = Grid.Parse("""
        relation  | officer head deputy ombud former minis worker tihead analyst govadm tiadm
        own       | HHH-    HHH- HHH-   HHH-  HHH-   HHH-  HHHH   HHHH   ----    ----   ----   # the office holds it
        late      | LLL-    LLL- LLL-   LLL-  LLL-   LLL-  LLLL   LLLL   ----    ----   ----   # it climbed past the office
        other     | ----                                                                       # another office holds it
        excluded  | ----                                                                       # held, and the office is excluded
        about     | ----    ---- ----   HHH-  ----   HHH-  HHHH   HHHH   ----    ----   ----   # held, and the commune is excluded
        named     | ----                                                                       # held, and each person is marked on the case
        withdrawn | ----                                                                       # held, and the citizen took it back
        handed    | ----    ---- ----   ----  ----   ----  HHHH   HHHH   ----    ----   ----   # was held, and went to TI
        side      | ----                                                                       # held, and of the other side
        unlisted  | ----                                                                       # held, from tomorrow on
        heads     | ----    HHH- ----   ----  ----   ----  ----   HHHH   ----    ----   ----   # held, for heads only
        """);

    public static IReadOnlyCollection<string> Relations => Table.Rows;

    /// <summary>'H', 'L' or '-'.</summary>
    public static char Of(string relation, string person, CaseKind kind) => person == Seat.Nobody ? '-' : Table[relation, person][Seat.Place(kind)];
}
