using System.Net;
using Microsoft.EntityFrameworkCore;
using OurVoice.Intake.Submissions;
using OurVoice.Tests.Databases;

namespace OurVoice.Tests.Intake.Track;

public sealed class CodeTests
{
    [Theory]
    [InlineData("en", "Type the code from your receipt")]
    [InlineData("km", "សូមវាយលេខកូដពីបង្កាន់ដៃរបស់អ្នក")]
    public async Task The_page_asks_for_the_code_and_leaves_nothing_on_the_phone(string lang, string sentence)
    {
        await using var world = await TrackWorld.StartAsync();
        var page = await world.GetAsync(lang);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        Assert.Contains("Cache-Control: no-store", page.Headers, StringComparison.Ordinal);
        Assert.False(page.SetsCookie);
        Assert.Equal("open", page.Buttons[0]);
        Assert.DoesNotContain("<!--Blazor", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_opens_however_it_is_written()
    {
        await using var world = await TrackWorld.StartAsync();
        var (_, code) = await world.SendAsync();
        string[] writings =
        [
            code.Digits, code.Grouped(), code.GroupedInKhmer(), code.Grouped().Replace(' ', '-'), $"  {code.GroupedInKhmer().Replace(" ", "\u200B")}\u200B ",
        ];
        foreach (var written in writings)
        {
            var page = await world.OpenAsync(written);
            Assert.False(page.AsksForCode);
            Assert.Contains("Your request for support", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(code.Digits, page.Body, StringComparison.Ordinal);
            Assert.False(page.SetsCookie);
        }
    }

    [Theory]
    [InlineData("", "Please type your code.")]
    [InlineData("\u200B\u200B", "Please type your code.")]
    [InlineData("123 456", "This is not a whole code.")]
    [InlineData("<script>alert(1)</script>", "This is not a whole code.")]
    [InlineData("' OR 1=1 --", "This is not a whole code.")]
    public async Task What_is_no_code_gets_its_sentence_and_stands_there_still(string typed, string sentence)
    {
        await using var world = await TrackWorld.StartAsync();
        var page = await world.OpenAsync(typed);
        Assert.StartsWith(sentence, page.Error, StringComparison.Ordinal);
        Assert.Contains(("code", typed), page.Fields);
    }

    [Fact]
    public async Task A_wrong_digit_is_said_without_asking_the_database()
    {
        await using var world = await TrackWorld.StartAsync();
        var (_, code) = await world.SendAsync();
        var wrong = code.Digits[..7] + (char)('0' + (code.Digits[7] - '0' + 1) % 10) + code.Digits[8..];
        TrackAnswer? page = null;
        Assert.Equal(0, await world.Commands.InAsync(async () => page = await world.OpenAsync(wrong)));
        Assert.StartsWith("One of the digits is not right.", page!.Error, StringComparison.Ordinal);
        Assert.Contains(("code", wrong), page.Fields);
    }

    [Theory, EveryDatabase]
    public async Task Unknown_deleted_and_erased_codes_cannot_be_told_apart(string provider)
    {
        await using var world = await TrackWorld.StartAsync(provider);
        var unknown = OurVoice.Intake.Receipt.ReceiptCode.New().Digits;
        var codes = new List<string> { unknown };
        foreach (var change in new Action<Submission>[] { s => s.ErasedOn = s.SentOn, s => s.IsGone = true, s => s.WithdrawnOn = s.SentOn.AddDays(-31) })
        {
            var (id, code) = await world.SendAsync();
            await ChangeAsync(world, id, change);
            codes.Add(code.Digits);
        }

        var (deleted, deletedCode) = await world.SendAsync();
        await DeleteAsync(world, deleted);
        codes.Add(deletedCode.Digits);
        await world.OpenAsync(unknown);
        var answers = new List<(string Code, int Commands, TrackAnswer Page)>();
        foreach (var code in codes)
        {
            TrackAnswer? page = null;
            var commands = await world.Commands.InAsync(async () => page = await world.OpenAsync(code));
            answers.Add((code, commands, page!));
        }

        Assert.All(answers, a => Assert.Equal(1, a.Commands));
        Assert.Single(answers.Select(a => a.Page.Status).Distinct());
        Assert.Single(answers.Select(a => a.Page.Headers).Distinct());
        Assert.Single(answers.Select(a => a.Page.Blanked(a.Code)).Distinct());
        Assert.StartsWith("There is nothing under this code.", answers[0].Page.Error, StringComparison.Ordinal);
    }

    private static async Task ChangeAsync(TrackWorld world, Guid id, Action<Submission> change)
    {
        await using var db = world.Cases.Host.Read();
        change(await db.Set<Submission>().SingleAsync(s => s.Id == id));
        await db.SaveChangesAsync();
    }

    private static async Task DeleteAsync(TrackWorld world, Guid id)
    {
        await using var db = world.Cases.Host.Read();
        await db.Set<IdentityBox>().Where(b => b.Id == id).ExecuteDeleteAsync();
        await db.Set<Submission>().Where(s => s.Id == id).ExecuteDeleteAsync();
    }
}
