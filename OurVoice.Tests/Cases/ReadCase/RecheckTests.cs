using OurVoice.Cases.Desk;

namespace OurVoice.Tests.Cases.ReadCase;

/// <summary>An open page ends with the first "no", and with the second time in a row that there is no answer.</summary>
public sealed class RecheckTests
{
    [Theory]
    [InlineData("yes yes no", 3)]
    [InlineData("yes fault yes fault yes no", 6)]
    [InlineData("fault fault", 2)]
    [InlineData("yes fault fault", 3)]
    [InlineData("no", 1)]
    public async Task It_ends_when_it_must(string answers, int asked)
    {
        var (turn, ends) = (0, 0);
        var all = answers.Split(' ');
        await Recheck.RunAsync(_ => ValueTask.FromResult(true), Ask, End, CancellationToken.None);
        Assert.Equal((asked, 1), (turn, ends));

        Task<bool> Ask(CancellationToken cancel) =>
            all[turn++] switch { "yes" => Task.FromResult(true), "no" => Task.FromResult(false), _ => throw new InvalidOperationException("The database is away.") };

        Task End()
        {
            ends++;
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_closed_page_asks_and_ends_nothing_more()
    {
        using var left = new CancellationTokenSource();
        var asked = 0;
        await Recheck.RunAsync(
            cancel => { cancel.ThrowIfCancellationRequested(); return ValueTask.FromResult(true); },
            async _ => { asked++; await left.CancelAsync(); return true; },
            () => throw new InvalidOperationException("It is closed."),
            left.Token);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_question_without_an_answer_is_given_up_before_the_next_turn()
    {
        var asked = 0;
        using var left = new CancellationTokenSource();
        await Recheck.RunAsync(
            _ => ValueTask.FromResult(true),
            async cancel =>
            {
                Assert.True(cancel.CanBeCanceled);
                Assert.NotEqual(left.Token, cancel);
                return ++asked < 2 || await Task.FromException<bool>(new OperationCanceledException(cancel));
            },
            () => left.CancelAsync(),
            left.Token);
        Assert.Equal(3, asked);
    }
}
