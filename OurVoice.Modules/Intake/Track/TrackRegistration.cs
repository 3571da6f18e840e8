using Microsoft.Extensions.DependencyInjection;
using OurVoice.Contracts.Host;
using OurVoice.Contracts.Intake;
using OurVoice.Intake.Demo;
using OurVoice.Intake.Track.AcceptFee;
using OurVoice.Intake.Track.AddFiles;
using OurVoice.Intake.Track.AnswerConsents;
using OurVoice.Intake.Track.AgreeToStatement;
using OurVoice.Intake.Track.Judge;
using OurVoice.Intake.Track.NameLater;
using OurVoice.Intake.Track.Reply;
using OurVoice.Intake.Track.UndoWithdrawal;
using OurVoice.Intake.Track.Withdraw;

namespace OurVoice.Intake.Track;

/// <summary>What the tracking page needs.</summary>
internal static class TrackRegistration
{
    public static IServiceCollection AddTrack(this IServiceCollection services) => services
        .AddSingleton<CodeTries>()
        .AddSingleton<CodeDoor>()
        .AddSingleton<TrackTokens>()
        .AddSingleton<CaseViews>()
        .AddSingleton<TrackActs>()
        .AddSingleton<TrackVisit>()
        .AddScoped<OneAct>()
        .AddSingleton<IDemoCitizen, DemoCitizen>()
        .AddSingleton<AddingFiles>()
        .AddAction<AddFilesLater>()
        .AddAction<ReplyToOffice>()
        .AddAction<WithdrawSubmission>()
        .AddAction<UndoOfWithdrawal>()
        .AddAction<JudgeAnswer>()
        .AddAction<AcceptAskedFee>()
        .AddSingleton<Naming>()
        .AddAction<NameSomebody>()
        .AddAction<AnswerConsent>()
        .AddAction<SayConsent>()
        .AddAction<DropOldActs>()
        .AddAction<Assisted.TakeBackSolved>()
        .AddAction<Assisted.CarryOutWithdrawal>()
        .AddSweep<Assisted.SweepAskedWithdrawals>()
        .AddSweep<SweepActs>();
}
