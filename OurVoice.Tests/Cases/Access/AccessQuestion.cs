using Microsoft.EntityFrameworkCore;

namespace OurVoice.Tests.Cases.Access;

/// <summary>A query of the access rule as asked for one account or case, and what the oracle says it gives.</summary>
internal sealed record AccessQuestion(IQueryable<Guid> Query, HashSet<Guid> Answer)
{
    /// <summary>The first that is answered otherwise than the oracle says, once every query is changed so; null if none is.</summary>
    public static async Task<AccessQuestion?> FirstWrongAsync(IReadOnlyList<AccessQuestion> questions, Func<IQueryable<Guid>, IQueryable<Guid>> changed)
    {
        foreach (var question in questions)
        {
            if (!question.Answer.SetEquals(await changed(question.Query).ToListAsync()))
            {
                return question;
            }
        }

        return null;
    }
}
