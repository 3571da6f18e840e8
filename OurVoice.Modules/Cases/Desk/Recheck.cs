namespace OurVoice.Cases.Desk;

/// <summary>
/// Asks an open page's question again and again: may whoever reads it still do so? A fault of the database, or no answer, is no yes: after
/// two in a row the page ends as if it had been refused, so that an exclusion takes it away within 30 seconds whatever else is broken.
/// </summary>
internal static class Recheck
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private const int MostFaults = 2;

    /// <param name="next">Waits for the next turn; false when there is none any more.</param>
    /// <param name="mayStay">The question. Its token ends before the next turn.</param>
    /// <param name="end">Takes the page away.</param>
    /// <param name="left">The page was closed.</param>
    public static async Task RunAsync(
        Func<CancellationToken, ValueTask<bool>> next, Func<CancellationToken, Task<bool>> mayStay, Func<Task> end, CancellationToken left)
    {
        try
        {
            var faults = 0;
            do
            {
                var answer = await AskAsync(mayStay, left);
                faults = answer is null ? faults + 1 : 0;
                if (answer is false || faults == MostFaults)
                {
                    await end();
                    return;
                }
            }
            while (await next(left));
        }
        catch (OperationCanceledException) when (left.IsCancellationRequested)
        {
            // The page was closed.
        }
    }

    // Null: no answer.
    private static async Task<bool?> AskAsync(Func<CancellationToken, Task<bool>> mayStay, CancellationToken left)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(left);
        limit.CancelAfter(Every);
        try
        {
            return await mayStay(limit.Token);
        }
        catch (Exception) when (!left.IsCancellationRequested)
        {
            return null;
        }
    }
}
