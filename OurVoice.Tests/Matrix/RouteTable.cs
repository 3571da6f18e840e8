namespace OurVoice.Tests.Matrix;

/// <summary>
/// What each address answers to whom. A number is the status; "in" leads to the sign-in, "go" to another address; "see" follows
/// <see cref="AccessTable"/>. A word after the address chooses its samples: an account and an office of the government or of TI.
/// </summary>
internal static class RouteTable
{
    public static Grid Table { get; } = Grid.Parse("""
        route                                          | nobody officer head deputy ombud former minis worker tihead analyst govadm tiadm
        GET /                                          | go
        GET /{lang}/                                   | 200
        GET /{lang}/offices/{office:guid}              | 200
        GET /{lang}/safety                             | 200
        GET /{lang}/services                           | 200
        GET /{lang}/services/{code}                    | 200
        GET /{lang}/submit                             | 200
        GET /{lang}/submit/{kind}                      | 200
        GET /{lang}/track                              | 200
        GET /error                                     | 200
        GET /not-found                                 | 404
        GET /health/jobs                               | 503  # no job has run in this world
        GET /health/live                               | 200
        GET /health/ready                              | 200
        GET /desk                                      | in     go      go   go     go    go     go    go     go     go      200    go
        GET /desk/account                              | in     200     200  200    200   200    200   200    200    200     200    200
        GET /desk/account/authenticator                | in     200     200  200    200   200    200   200    200    200     200    200
        GET /desk/account/language                     | in     200     200  200    200   200    200   200    200    200     200    200
        GET /desk/account/leave                        | in     200     200  200    200   200    200   200    200    404     404    404
        GET /desk/account/login                        | 200    200     200  200    200   200    200   200    200    200     200    200
        GET /desk/account/logout                       | in     200     200  200    200   200    200   200    200    200     200    200
        GET /desk/account/notices                      | in     200     200  200    200   200    200   200    200    200     200    200
        GET /desk/account/office                       | in     200     200  200    200   200    200   200    200    200     200    200
        GET /desk/account/password                     | in     200     200  200    200   200    200   200    200    200     200    200
        GET /desk/account/profile                      | in     200     200  200    200   200    200   200    200    200     200    200
        GET /desk/account/recovery                     | go
        GET /desk/account/two-factor                   | go
        GET /desk/accounts                             | in     404     404  404    404   404    404   404    404    404     200    200
        GET /desk/accounts/new                         | in     404     404  404    404   404    404   404    404    404     200    go
        GET /desk/accounts/new/{Office:guid} gov       | in     404     404  404    404   404    404   404    404    404     200    404
        GET /desk/accounts/new/{Office:guid} ti        | in     404     404  404    404   404    404   404    404    404     404    200
        GET /desk/accounts/{Id:guid} gov               | in     404     404  404    404   404    404   404    404    404     200    404
        GET /desk/accounts/{Id:guid} ti                | in     404     404  404    404   404    404   404    404    404     404    200
        GET /desk/accounts/{Id:guid}/office gov        | in     404     404  404    404   404    404   404    404    404     200    404
        GET /desk/accounts/{Id:guid}/office ti         | in     404     404  404    404   404    404   404    404    404     404    go
        GET /desk/accounts/{Id:guid}/office/{Office:guid} gov | in 404  404  404    404   404    404   404    404    404     200    404
        GET /desk/accounts/{Id:guid}/office/{Office:guid} ti  | in 404  404  404    404   404    404   404    404    404     404    200
        GET /desk/ages                                 | in     404     404  404    404   404    200   404    404    404     404    404
        GET /desk/approvals                            | in     404     404  404    404   404    404   404    200    404     404    200
        GET /desk/audit                                | in     404     404  404    404   404    404   404    404    404     200    200
        GET /desk/cases                                | in     200     200  200    200   200    200   200    200    200     200    200
        GET /desk/cases/{Id:guid}                      | in     see     see  see    see   see    see   see    see    see     see    see
        GET /desk/cases/{Id:guid}/files/{FileId:guid}  | in     see     see  see    see   see    see   see    see    see     see    see
        GET /desk/cases/{id:guid}/files/{file:guid}/content | in see    see  see    see   see    see   see    see    see     see    see
        POST /desk/cases/{id:guid}/drafts/{field}      | in     see     see  see    see   see    see   see    see    see     see    see
        GET /desk/figures                              | in     404     404  404    404   404    200   404    200    200     404    404
        GET /desk/figures/file                         | in     404     404  404    404   404    404   404    404    404     404    404  # no month is published yet
        GET /desk/holidays                             | in     404     404  404    404   404    404   404    404    404     200    404
        GET /desk/holidays/import                      | in     404     404  404    404   404    404   404    404    404     200    404
        GET /desk/holidays/{Year:int}                  | in     404     404  404    404   404    404   404    404    404     200    404
        GET /desk/holidays/{Year:int}/new              | in     404     404  404    404   404    404   404    404    404     200    404
        GET /desk/holidays/{Year:int}/{Day:guid}       | in     404     404  404    404   404    404   404    404    404     200    404
        GET /desk/hours                                | in     404     404  404    404   404    404   404    200    404     200    200
        GET /desk/hours/kinds/{OfficeKind} gov         | in     404     404  404    404   404    404   404    404    404     200    404
        GET /desk/hours/kinds/{OfficeKind} ti          | in     404     404  404    404   404    404   404    200    404     404    200
        GET /desk/hours/offices                        | in     404     404  404    404   404    404   404    404    404     200    404
        GET /desk/hours/offices/{Office:guid} gov      | in     404     404  404    404   404    404   404    404    404     200    404
        GET /desk/hours/offices/{Office:guid} ti       | in     404     404  404    404   404    404   404    404    404     404    404
        GET /desk/identities                           | in     404     404  404    404   404    404   404    200    404     404    404
        GET /desk/intake                               | in     200     200  200    200   200    200   200    200    404     404    404
        GET /desk/jobs                                 | in     404     404  404    404   404    404   404    404    404     200    200
        GET /desk/mailbox                              | in     200     200  200    200   200    200   200    200    200     200    200  # the demo's; without the demo nobody's
        GET /desk/not-found                            | in     404     404  404    404   404    404   404    404    404     404    404
        GET /desk/outbox                               | in     404     404  404    404   404    404   404    404    404     200    200
        GET /desk/policies                             | in     404     404  404    404   404    404   404    200    404     404    404
        GET /desk/policies/new                         | in     404     404  404    404   404    404   404    200    404     404    404
        GET /desk/statements                           | in     200     200  200    200   200    200   200    200    200     200    200  # an own list, empty for whoever is asked nothing
        GET /desk/statements/{Id:guid}                 | in     200     200  200    404   404    404   404    404    404     404    404
        """);

    /// <summary>What is asked elsewhere and why it may be.</summary>
    public static IReadOnlyDictionary<string, string> Elsewhere { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["POST /{lang}/submit/file"] = "takes a sealed draft and no account: UploadTests, BudgetTests",
        ["POST /{lang}/track/file"] = "takes the tracking page's token and no account: AddFilesTests",
        ["POST /desk/statements/{id:guid}/draft"] = "an answer that is being typed, for whoever reads the statement: AnswerDraftTests",
        ["POST /desk/intake/draft"] = "takes a sealed draft of the account that sends it: AssistTests",
        ["GET /{**path:file}"] = "the built-in files, the same for everybody",
        ["GET /_framework/opaque-redirect"] = "the framework's; follows only an address that this site sealed",
        ["* /_blazor"] = "the circuit: DoorTests",
        ["* /_blazor/negotiate"] = "the circuit: DoorTests",
        ["* /_blazor/disconnect/"] = "the circuit: DoorTests",
        ["* /_blazor/initializers/"] = "the circuit: DoorTests",
    };
}
