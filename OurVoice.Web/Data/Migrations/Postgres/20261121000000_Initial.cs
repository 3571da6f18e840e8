using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace OurVoice.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cases_alikes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    FoldId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_alikes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cases_approvals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    OfficeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(25)", maxLength: 25, nullable: true),
                    Change = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: true),
                    AskedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_approvals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cases_cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Kind = table.Column<string>(type: "character varying(23)", maxLength: 23, nullable: false),
                    Side = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    KeySide = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    PlaceCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    PlaceNameKm = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    PlaceNameEn = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    TargetOfficeId = table.Column<Guid>(type: "uuid", nullable: true),
                    ServiceCode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Language = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    Confidential = table.Column<bool>(type: "boolean", nullable: false),
                    HeadsOnly = table.Column<bool>(type: "boolean", nullable: false),
                    Urgency = table.Column<string>(type: "character varying(21)", maxLength: 21, nullable: true),
                    Assisted = table.Column<bool>(type: "boolean", nullable: false),
                    MayBeTold = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    ListedFrom = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PolicyVersion = table.Column<int>(type: "integer", nullable: false),
                    RoutingVersion = table.Column<int>(type: "integer", nullable: false),
                    RouteReason = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    FirstAddressId = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    Cycle = table.Column<int>(type: "integer", nullable: false),
                    Level = table.Column<int>(type: "integer", nullable: false),
                    AssignedTo = table.Column<Guid>(type: "uuid", nullable: true),
                    NotAgainBy = table.Column<Guid>(type: "uuid", nullable: true),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DueIsProvisional = table.Column<bool>(type: "boolean", nullable: false),
                    PromisedDueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ParkedFrom = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    NextEventAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EventsDoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ToldUpTo = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(28)", maxLength: 28, nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReferredTo = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ReferredToName = table.Column<byte[]>(type: "bytea", maxLength: 4096, nullable: true),
                    FeeAskedRiel = table.Column<long>(type: "bigint", nullable: true),
                    FeeAccepted = table.Column<bool>(type: "boolean", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    StateBeforeWithdrawal = table.Column<string>(type: "character varying(31)", maxLength: 31, nullable: false),
                    ErasedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Kept = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    PendingAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastSequence = table.Column<int>(type: "integer", nullable: false),
                    RecountedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClaimedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ClaimedUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Writes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_cases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cases_deputies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ForAccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    To = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_deputies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cases_drafts",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Field = table.Column<string>(type: "character varying(25)", maxLength: 25, nullable: false),
                    Words = table.Column<byte[]>(type: "bytea", nullable: false),
                    BaseVersion = table.Column<int>(type: "integer", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_drafts", x => new { x.CaseId, x.AccountId, x.Field });
                });

            migrationBuilder.CreateTable(
                name: "cases_figure_counts",
                columns: table => new
                {
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Place = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_figure_counts", x => new { x.Month, x.Place });
                });

            migrationBuilder.CreateTable(
                name: "cases_figure_months",
                columns: table => new
                {
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    TakenOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_figure_months", x => x.Month);
                });

            migrationBuilder.CreateTable(
                name: "cases_figure_twelve_months",
                columns: table => new
                {
                    From = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_figure_twelve_months", x => x.From);
                });

            migrationBuilder.CreateTable(
                name: "cases_figure_twelve_rows",
                columns: table => new
                {
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Unit = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Parent = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_figure_twelve_rows", x => new { x.From, x.Unit });
                });

            migrationBuilder.CreateTable(
                name: "cases_figure_years",
                columns: table => new
                {
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Reports = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_figure_years", x => x.Year);
                });

            migrationBuilder.CreateTable(
                name: "cases_figures",
                columns: table => new
                {
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<string>(type: "character varying(17)", maxLength: 17, nullable: false),
                    Unit = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Value = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Parent = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Places = table.Column<int>(type: "integer", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_figures", x => new { x.Month, x.By, x.Unit, x.Value });
                });

            migrationBuilder.CreateTable(
                name: "cases_leaves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    DeputyId = table.Column<Guid>(type: "uuid", nullable: true),
                    From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    To = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_leaves", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cases_memberships",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    OfficeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(25)", maxLength: 25, nullable: false),
                    From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    To = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_memberships", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cases_policies",
                columns: table => new
                {
                    Side = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    PublishedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    WarningPercents = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    MaxPauses = table.Column<int>(type: "integer", nullable: false),
                    PauseCapWorkingDays = table.Column<int>(type: "integer", nullable: false),
                    ListedWorkingDays = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_policies", x => new { x.Side, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "cases_policy_caps",
                columns: table => new
                {
                    Side = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(23)", maxLength: 23, nullable: false),
                    ServiceCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Level = table.Column<int>(type: "integer", nullable: false),
                    MaxPauses = table.Column<int>(type: "integer", nullable: false),
                    CapWorkingDays = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_policy_caps", x => new { x.Side, x.Version, x.Kind, x.ServiceCode, x.Level });
                });

            migrationBuilder.CreateTable(
                name: "cases_policy_targets",
                columns: table => new
                {
                    Side = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(23)", maxLength: 23, nullable: false),
                    ServiceCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Level = table.Column<int>(type: "integer", nullable: false),
                    Target = table.Column<string>(type: "character varying(25)", maxLength: 25, nullable: false),
                    StartEvent = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: false),
                    WorkingDays = table.Column<int>(type: "integer", nullable: false),
                    Climbs = table.Column<bool>(type: "boolean", nullable: false),
                    GraceHours = table.Column<int>(type: "integer", nullable: false),
                    WarningPercents = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_policy_targets", x => new { x.Side, x.Version, x.Kind, x.ServiceCode, x.Level, x.Target });
                });

            migrationBuilder.CreateTable(
                name: "cases_presence",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Field = table.Column<string>(type: "character varying(25)", maxLength: 25, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_presence", x => new { x.CaseId, x.AccountId });
                });

            migrationBuilder.CreateTable(
                name: "cases_recounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Cause = table.Column<string>(type: "character varying(23)", maxLength: 23, nullable: false),
                    OfficeId = table.Column<Guid>(type: "uuid", nullable: true),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: true),
                    Looked = table.Column<int>(type: "integer", nullable: false),
                    After = table.Column<Guid>(type: "uuid", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_recounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cases_routes",
                columns: table => new
                {
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Step = table.Column<string>(type: "character varying(17)", maxLength: 17, nullable: false),
                    Kind = table.Column<string>(type: "character varying(23)", maxLength: 23, nullable: false),
                    From = table.Column<string>(type: "character varying(37)", maxLength: 37, nullable: false),
                    To = table.Column<string>(type: "character varying(37)", maxLength: 37, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_routes", x => new { x.Version, x.Step, x.Kind, x.From });
                });

            migrationBuilder.CreateTable(
                name: "cases_segments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    OfficeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Cycle = table.Column<int>(type: "integer", nullable: false),
                    Level = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ListedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    To = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Kind = table.Column<string>(type: "character varying(19)", maxLength: 19, nullable: false),
                    Reason = table.Column<string>(type: "character varying(29)", maxLength: 29, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_segments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cases_statements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    OfficeId = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedById = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(25)", maxLength: 25, nullable: false),
                    From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Question = table.Column<byte[]>(type: "bytea", nullable: false),
                    Answer = table.Column<byte[]>(type: "bytea", nullable: true),
                    AnswerId = table.Column<Guid>(type: "uuid", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ForgottenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    KeptFrom = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_statements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "host_accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Side = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    DisplayName = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    LatinName = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    Language = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    DisabledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    IsDemo = table.Column<bool>(type: "boolean", nullable: false),
                    MustChangePassword = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordGivenBy = table.Column<Guid>(type: "uuid", nullable: true),
                    SecondStepEndedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    NotifyBy = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    TelegramChatId = table.Column<long>(type: "bigint", nullable: true),
                    DeskOfficeId = table.Column<Guid>(type: "uuid", nullable: true),
                    TotpStep = table.Column<long>(type: "bigint", nullable: false),
                    UserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SecurityStamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    PhoneNumber = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_host_accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "host_audit",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    KeyId = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Act = table.Column<string>(type: "character varying(28)", maxLength: 28, nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    OfficeId = table.Column<Guid>(type: "uuid", nullable: true),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    DetailId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Mac = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_host_audit", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "host_demo",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_host_demo", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "host_held_passwords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AskedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ApprovedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AskersHalf = table.Column<byte[]>(type: "bytea", nullable: true),
                    ApproversHalf = table.Column<byte[]>(type: "bytea", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_host_held_passwords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "host_job_runs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Node = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    State = table.Column<string>(type: "character varying(19)", maxLength: 19, nullable: false),
                    Failed = table.Column<int>(type: "integer", nullable: false),
                    Fault = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_host_job_runs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "host_mailbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Side = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    Channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Language = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_host_mailbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "host_notice_codes",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Code = table.Column<byte[]>(type: "bytea", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    Asked = table.Column<int>(type: "integer", nullable: false),
                    CountedFrom = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_host_notice_codes", x => new { x.AccountId, x.Channel });
                });

            migrationBuilder.CreateTable(
                name: "host_outbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false, collation: "C"),
                    Template = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    Channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Language = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    NotBefore = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(21)", maxLength: 21, nullable: false),
                    PerhapsTwice = table.Column<bool>(type: "boolean", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Fault = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    ClaimedUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_host_outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "host_outbox_attempts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OutboxId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Ending = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_host_outbox_attempts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "intake_acts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_intake_acts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "intake_desk_drafts",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Turn = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_intake_desk_drafts", x => x.AccountId);
                });

            migrationBuilder.CreateTable(
                name: "intake_submissions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(23)", maxLength: 23, nullable: false),
                    ReceiptHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Language = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    Confidential = table.Column<bool>(type: "boolean", nullable: false),
                    MayBeTold = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Words = table.Column<byte[]>(type: "bytea", nullable: false),
                    Statistics = table.Column<byte[]>(type: "bytea", nullable: false),
                    SentOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ReceiptKept = table.Column<bool>(type: "boolean", nullable: false),
                    Assisted = table.Column<bool>(type: "boolean", nullable: false),
                    WithdrawalFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ErasedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    IsGone = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_intake_submissions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "places_holiday_years",
                columns: table => new
                {
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_holiday_years", x => x.Year);
                });

            migrationBuilder.CreateTable(
                name: "places_holidays",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    NameEn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NameKm = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Rule = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Confidence = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_holidays", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "places_kind_hours",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "character varying(37)", maxLength: 37, nullable: false),
                    Hours = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_kind_hours", x => x.Kind);
                });

            migrationBuilder.CreateTable(
                name: "places_offices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(37)", maxLength: 37, nullable: false),
                    PlaceCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    State = table.Column<string>(type: "character varying(19)", maxLength: 19, nullable: false),
                    Hours = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_offices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "places_places",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    ParentCode = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    Level = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Type = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    NameKm = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    NameEn = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    NameEnAlt = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Retired = table.Column<bool>(type: "boolean", nullable: false),
                    SearchText = table.Column<string>(type: "character varying(480)", maxLength: 480, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_places", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "places_services",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    ProviderLevel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    SectorEn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SectorKm = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    NameKm = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Fee = table.Column<long>(type: "bigint", nullable: true),
                    ReducedFee = table.Column<long>(type: "bigint", nullable: true),
                    FeeUnit = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    MaxWorkingDays = table.Column<int>(type: "integer", nullable: true),
                    CitizenDeadline = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Validity = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Documents = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    LegalBasis = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    SourceDate = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Evidence = table.Column<string>(type: "character varying(25)", maxLength: 25, nullable: false),
                    EvidenceRemark = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    KhmerConfidence = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    SearchText = table.Column<string>(type: "character varying(1600)", maxLength: 1600, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_services", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "places_successors",
                columns: table => new
                {
                    OldCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    NewCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Guessed = table.Column<bool>(type: "boolean", nullable: false),
                    ConfirmedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_places_successors", x => new { x.OldCode, x.NewCode });
                });

            migrationBuilder.CreateTable(
                name: "ti_audit",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    KeyId = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Act = table.Column<string>(type: "character varying(28)", maxLength: 28, nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    OfficeId = table.Column<Guid>(type: "uuid", nullable: true),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    DetailId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Mac = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ti_audit", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "ti_job_runs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Node = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    State = table.Column<string>(type: "character varying(19)", maxLength: 19, nullable: false),
                    Failed = table.Column<int>(type: "integer", nullable: false),
                    Fault = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ti_job_runs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ti_outbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false, collation: "C"),
                    Template = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: true),
                    Channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Language = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    NotBefore = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(21)", maxLength: 21, nullable: false),
                    PerhapsTwice = table.Column<bool>(type: "boolean", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Fault = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    ClaimedUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ti_outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ti_outbox_attempts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OutboxId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Ending = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ti_outbox_attempts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ti_recounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Cause = table.Column<string>(type: "character varying(23)", maxLength: 23, nullable: false),
                    OfficeId = table.Column<Guid>(type: "uuid", nullable: true),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: true),
                    Looked = table.Column<int>(type: "integer", nullable: false),
                    After = table.Column<Guid>(type: "uuid", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ti_recounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cases_accused",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    OfficeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    Name = table.Column<byte[]>(type: "bytea", maxLength: 4096, nullable: true),
                    IsLater = table.Column<bool>(type: "boolean", nullable: false),
                    NamedOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_accused", x => x.Id);
                    table.ForeignKey(
                        name: "FK_cases_accused_cases_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases_cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_case_offices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    OfficeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Part = table.Column<string>(type: "character varying(17)", maxLength: 17, nullable: false),
                    From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    To = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    OpenFrom = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Province = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    WarnedFrom = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    FoldId = table.Column<Guid>(type: "uuid", nullable: false),
                    WorkedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ReadsUpTo = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_case_offices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_cases_case_offices_cases_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases_cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_consents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    BodyCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    BodyName = table.Column<byte[]>(type: "bytea", maxLength: 4096, nullable: true),
                    AskedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "character varying(19)", maxLength: 19, nullable: false),
                    StateBefore = table.Column<string>(type: "character varying(19)", maxLength: 19, nullable: false),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CountsFrom = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ByCall = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_consents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_cases_consents_cases_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases_cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_entries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Cycle = table.Column<int>(type: "integer", nullable: false),
                    Level = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(29)", maxLength: 29, nullable: false),
                    IsPublic = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    OfficeId = table.Column<Guid>(type: "uuid", nullable: true),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    Words = table.Column<byte[]>(type: "bytea", nullable: true),
                    Detail = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    AddressedTo = table.Column<Guid>(type: "uuid", nullable: true),
                    IsPending = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_entries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_cases_entries_cases_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases_cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_excluded",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    OfficeId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_excluded", x => new { x.CaseId, x.OfficeId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_cases_excluded_cases_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases_cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_moves",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Cycle = table.Column<int>(type: "integer", nullable: false),
                    Level = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(23)", maxLength: 23, nullable: false),
                    Recipient = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(23)", maxLength: 23, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_moves", x => new { x.CaseId, x.Cycle, x.Level, x.Kind, x.Recipient });
                    table.ForeignKey(
                        name: "FK_cases_moves_cases_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases_cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_case_statements",
                columns: table => new
                {
                    StatementId = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_case_statements", x => x.StatementId);
                    table.ForeignKey(
                        name: "FK_cases_case_statements_cases_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "cases_cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_cases_case_statements_cases_statements_StatementId",
                        column: x => x.StatementId,
                        principalTable: "cases_statements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_statement_barred",
                columns: table => new
                {
                    StatementId = table.Column<Guid>(type: "uuid", nullable: false),
                    OfficeId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_statement_barred", x => new { x.StatementId, x.OfficeId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_cases_statement_barred_cases_statements_StatementId",
                        column: x => x.StatementId,
                        principalTable: "cases_statements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases_statement_drafts",
                columns: table => new
                {
                    StatementId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Words = table.Column<byte[]>(type: "bytea", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases_statement_drafts", x => new { x.StatementId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_cases_statement_drafts_cases_statements_StatementId",
                        column: x => x.StatementId,
                        principalTable: "cases_statements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "host_account_claims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ClaimValue = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_host_account_claims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_host_account_claims_host_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "host_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "host_account_logins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ProviderKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_host_account_logins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_host_account_logins_host_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "host_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "host_account_tokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoginProvider = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Value = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_host_account_tokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_host_account_tokens_host_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "host_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "intake_attachments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubmissionId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActId = table.Column<Guid>(type: "uuid", nullable: true),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(19)", maxLength: 19, nullable: false),
                    Format = table.Column<string>(type: "character varying(22)", maxLength: 22, nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    FileKey = table.Column<byte[]>(type: "bytea", nullable: false),
                    CleanId = table.Column<Guid>(type: "uuid", nullable: true),
                    CleanKey = table.Column<byte[]>(type: "bytea", nullable: true),
                    CleanType = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    CleanPages = table.Column<int>(type: "integer", nullable: false),
                    PagesInOriginal = table.Column<int>(type: "integer", nullable: false),
                    Timeouts = table.Column<int>(type: "integer", nullable: false),
                    CleanFailure = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_intake_attachments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_intake_attachments_intake_submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "intake_submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "intake_identities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: true),
                    ErasedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    IsGone = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_intake_identities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_intake_identities_intake_submissions_Id",
                        column: x => x.Id,
                        principalTable: "intake_submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "intake_messages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubmissionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Words = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_intake_messages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_intake_messages_intake_submissions_SubmissionId",
                        column: x => x.SubmissionId,
                        principalTable: "intake_submissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_cases_accused_CaseId",
                table: "cases_accused",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_cases_alikes_Key_FoldId",
                table: "cases_alikes",
                columns: new[] { "Key", "FoldId" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_alikes_On",
                table: "cases_alikes",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_cases_approvals_OfficeId_State_AskedAt_Id",
                table: "cases_approvals",
                columns: new[] { "OfficeId", "State", "AskedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_case_offices_Age",
                table: "cases_case_offices",
                columns: new[] { "OfficeId", "Part", "To", "FoldId", "OpenFrom", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_case_offices_CaseId_To",
                table: "cases_case_offices",
                columns: new[] { "CaseId", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_case_offices_OfficeId_Part_To_FoldId_DueAt_CaseId",
                table: "cases_case_offices",
                columns: new[] { "OfficeId", "Part", "To", "FoldId", "DueAt", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_case_offices_ProvinceAge",
                table: "cases_case_offices",
                columns: new[] { "OfficeId", "Part", "To", "FoldId", "Province", "OpenFrom", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_case_statements_CaseId",
                table: "cases_case_statements",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_cases_cases_Failures_Side",
                table: "cases_cases",
                columns: new[] { "Failures", "Side" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_cases_Kept_Side_Kind_ClosedOn_Id",
                table: "cases_cases",
                columns: new[] { "Kept", "Side", "Kind", "ClosedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_cases_KeySide_Side",
                table: "cases_cases",
                columns: new[] { "KeySide", "Side" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_cases_NextEventAt_Id",
                table: "cases_cases",
                columns: new[] { "NextEventAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_cases_Number",
                table: "cases_cases",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_cases_ReceivedOn_Side_Kind",
                table: "cases_cases",
                columns: new[] { "ReceivedOn", "Side", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_cases_Side_Id",
                table: "cases_cases",
                columns: new[] { "Side", "Id" },
                filter: "\"State\" <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "IX_cases_consents_CaseId",
                table: "cases_consents",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_cases_deputies_AccountId",
                table: "cases_deputies",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_cases_deputies_ForAccountId",
                table: "cases_deputies",
                column: "ForAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_cases_drafts_SavedAt",
                table: "cases_drafts",
                column: "SavedAt");

            migrationBuilder.CreateIndex(
                name: "IX_cases_entries_At_Id",
                table: "cases_entries",
                columns: new[] { "At", "Id" },
                filter: "\"Kind\" = 'IdentityOpened'");

            migrationBuilder.CreateIndex(
                name: "IX_cases_entries_CaseId_Sequence",
                table: "cases_entries",
                columns: new[] { "CaseId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_figures_Month_By_Parent",
                table: "cases_figures",
                columns: new[] { "Month", "By", "Parent" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_leaves_AccountId_From",
                table: "cases_leaves",
                columns: new[] { "AccountId", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_memberships_AccountId_OfficeId",
                table: "cases_memberships",
                columns: new[] { "AccountId", "OfficeId" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_memberships_OfficeId",
                table: "cases_memberships",
                column: "OfficeId");

            migrationBuilder.CreateIndex(
                name: "IX_cases_presence_SeenAt",
                table: "cases_presence",
                column: "SeenAt");

            migrationBuilder.CreateIndex(
                name: "IX_cases_recounts_AskedAt_Id",
                table: "cases_recounts",
                columns: new[] { "AskedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_recounts_EndedAt_AskedAt_Id",
                table: "cases_recounts",
                columns: new[] { "EndedAt", "AskedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_segments_CaseId_Cycle_Level_From",
                table: "cases_segments",
                columns: new[] { "CaseId", "Cycle", "Level", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_statements_KeptFrom_Id",
                table: "cases_statements",
                columns: new[] { "KeptFrom", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_statements_Number",
                table: "cases_statements",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_statements_OfficeId_State_From_Id",
                table: "cases_statements",
                columns: new[] { "OfficeId", "State", "From", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_host_account_claims_UserId",
                table: "host_account_claims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_host_account_logins_UserId",
                table: "host_account_logins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_host_accounts_NormalizedEmail",
                table: "host_accounts",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_host_accounts_NormalizedUserName",
                table: "host_accounts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_host_accounts_Side_NormalizedUserName",
                table: "host_accounts",
                columns: new[] { "Side", "NormalizedUserName" });

            migrationBuilder.CreateIndex(
                name: "IX_host_audit_AccountId_Sequence",
                table: "host_audit",
                columns: new[] { "AccountId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_host_audit_Act_Sequence",
                table: "host_audit",
                columns: new[] { "Act", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_host_audit_At_Sequence",
                table: "host_audit",
                columns: new[] { "At", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_host_held_passwords_AccountId",
                table: "host_held_passwords",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_host_job_runs_Name_StartedAt",
                table: "host_job_runs",
                columns: new[] { "Name", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_host_mailbox_Side_At_Id",
                table: "host_mailbox",
                columns: new[] { "Side", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_host_notice_codes_Hash",
                table: "host_notice_codes",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_host_outbox_AccountId_State",
                table: "host_outbox",
                columns: new[] { "AccountId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_host_outbox_Key",
                table: "host_outbox",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_host_outbox_NotBefore_Id",
                table: "host_outbox",
                columns: new[] { "NotBefore", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_host_outbox_State_NotBefore_Id",
                table: "host_outbox",
                columns: new[] { "State", "NotBefore", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_host_outbox_attempts_OutboxId_Number",
                table: "host_outbox_attempts",
                columns: new[] { "OutboxId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_intake_acts_On",
                table: "intake_acts",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_intake_attachments_CleanId",
                table: "intake_attachments",
                column: "CleanId");

            migrationBuilder.CreateIndex(
                name: "IX_intake_attachments_SubmissionId_Number",
                table: "intake_attachments",
                columns: new[] { "SubmissionId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_intake_desk_drafts_SavedAt",
                table: "intake_desk_drafts",
                column: "SavedAt");

            migrationBuilder.CreateIndex(
                name: "IX_intake_identities_IsGone_ErasedOn_Id",
                table: "intake_identities",
                columns: new[] { "IsGone", "ErasedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_intake_messages_SubmissionId_Number",
                table: "intake_messages",
                columns: new[] { "SubmissionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_intake_submissions_ErasedOn_WithdrawnOn_Id",
                table: "intake_submissions",
                columns: new[] { "ErasedOn", "WithdrawnOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_intake_submissions_IsGone_ErasedOn_Id",
                table: "intake_submissions",
                columns: new[] { "IsGone", "ErasedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_intake_submissions_IsGone_SentOn",
                table: "intake_submissions",
                columns: new[] { "IsGone", "SentOn" });

            migrationBuilder.CreateIndex(
                name: "IX_intake_submissions_ReceiptHash",
                table: "intake_submissions",
                column: "ReceiptHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_intake_submissions_WithdrawalFrom",
                table: "intake_submissions",
                column: "WithdrawalFrom");

            migrationBuilder.CreateIndex(
                name: "IX_places_holidays_Date_NameEn",
                table: "places_holidays",
                columns: new[] { "Date", "NameEn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_places_offices_PlaceCode",
                table: "places_offices",
                column: "PlaceCode");

            migrationBuilder.CreateIndex(
                name: "IX_places_places_Code_ValidFrom",
                table: "places_places",
                columns: new[] { "Code", "ValidFrom" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_places_places_Level",
                table: "places_places",
                column: "Level");

            migrationBuilder.CreateIndex(
                name: "IX_places_places_ParentCode",
                table: "places_places",
                column: "ParentCode");

            migrationBuilder.CreateIndex(
                name: "IX_ti_audit_AccountId_Sequence",
                table: "ti_audit",
                columns: new[] { "AccountId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_ti_audit_Act_Sequence",
                table: "ti_audit",
                columns: new[] { "Act", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_ti_audit_At_Sequence",
                table: "ti_audit",
                columns: new[] { "At", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_ti_job_runs_Name_StartedAt",
                table: "ti_job_runs",
                columns: new[] { "Name", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ti_outbox_AccountId_State",
                table: "ti_outbox",
                columns: new[] { "AccountId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ti_outbox_Key",
                table: "ti_outbox",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ti_outbox_NotBefore_Id",
                table: "ti_outbox",
                columns: new[] { "NotBefore", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ti_outbox_State_NotBefore_Id",
                table: "ti_outbox",
                columns: new[] { "State", "NotBefore", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ti_outbox_attempts_OutboxId_Number",
                table: "ti_outbox_attempts",
                columns: new[] { "OutboxId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ti_recounts_AskedAt_Id",
                table: "ti_recounts",
                columns: new[] { "AskedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ti_recounts_EndedAt_AskedAt_Id",
                table: "ti_recounts",
                columns: new[] { "EndedAt", "AskedAt", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cases_accused");

            migrationBuilder.DropTable(
                name: "cases_alikes");

            migrationBuilder.DropTable(
                name: "cases_approvals");

            migrationBuilder.DropTable(
                name: "cases_case_offices");

            migrationBuilder.DropTable(
                name: "cases_case_statements");

            migrationBuilder.DropTable(
                name: "cases_consents");

            migrationBuilder.DropTable(
                name: "cases_deputies");

            migrationBuilder.DropTable(
                name: "cases_drafts");

            migrationBuilder.DropTable(
                name: "cases_entries");

            migrationBuilder.DropTable(
                name: "cases_excluded");

            migrationBuilder.DropTable(
                name: "cases_figure_counts");

            migrationBuilder.DropTable(
                name: "cases_figure_months");

            migrationBuilder.DropTable(
                name: "cases_figure_twelve_months");

            migrationBuilder.DropTable(
                name: "cases_figure_twelve_rows");

            migrationBuilder.DropTable(
                name: "cases_figure_years");

            migrationBuilder.DropTable(
                name: "cases_figures");

            migrationBuilder.DropTable(
                name: "cases_leaves");

            migrationBuilder.DropTable(
                name: "cases_memberships");

            migrationBuilder.DropTable(
                name: "cases_moves");

            migrationBuilder.DropTable(
                name: "cases_policies");

            migrationBuilder.DropTable(
                name: "cases_policy_caps");

            migrationBuilder.DropTable(
                name: "cases_policy_targets");

            migrationBuilder.DropTable(
                name: "cases_presence");

            migrationBuilder.DropTable(
                name: "cases_recounts");

            migrationBuilder.DropTable(
                name: "cases_routes");

            migrationBuilder.DropTable(
                name: "cases_segments");

            migrationBuilder.DropTable(
                name: "cases_statement_barred");

            migrationBuilder.DropTable(
                name: "cases_statement_drafts");

            migrationBuilder.DropTable(
                name: "host_account_claims");

            migrationBuilder.DropTable(
                name: "host_account_logins");

            migrationBuilder.DropTable(
                name: "host_account_tokens");

            migrationBuilder.DropTable(
                name: "host_audit");

            migrationBuilder.DropTable(
                name: "host_demo");

            migrationBuilder.DropTable(
                name: "host_held_passwords");

            migrationBuilder.DropTable(
                name: "host_job_runs");

            migrationBuilder.DropTable(
                name: "host_mailbox");

            migrationBuilder.DropTable(
                name: "host_notice_codes");

            migrationBuilder.DropTable(
                name: "host_outbox");

            migrationBuilder.DropTable(
                name: "host_outbox_attempts");

            migrationBuilder.DropTable(
                name: "intake_acts");

            migrationBuilder.DropTable(
                name: "intake_attachments");

            migrationBuilder.DropTable(
                name: "intake_desk_drafts");

            migrationBuilder.DropTable(
                name: "intake_identities");

            migrationBuilder.DropTable(
                name: "intake_messages");

            migrationBuilder.DropTable(
                name: "places_holiday_years");

            migrationBuilder.DropTable(
                name: "places_holidays");

            migrationBuilder.DropTable(
                name: "places_kind_hours");

            migrationBuilder.DropTable(
                name: "places_offices");

            migrationBuilder.DropTable(
                name: "places_places");

            migrationBuilder.DropTable(
                name: "places_services");

            migrationBuilder.DropTable(
                name: "places_successors");

            migrationBuilder.DropTable(
                name: "ti_audit");

            migrationBuilder.DropTable(
                name: "ti_job_runs");

            migrationBuilder.DropTable(
                name: "ti_outbox");

            migrationBuilder.DropTable(
                name: "ti_outbox_attempts");

            migrationBuilder.DropTable(
                name: "ti_recounts");

            migrationBuilder.DropTable(
                name: "cases_cases");

            migrationBuilder.DropTable(
                name: "cases_statements");

            migrationBuilder.DropTable(
                name: "host_accounts");

            migrationBuilder.DropTable(
                name: "intake_submissions");
        }
    }
}
