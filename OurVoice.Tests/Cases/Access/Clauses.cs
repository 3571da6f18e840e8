using System.Linq.Expressions;
using System.Text.RegularExpressions;

namespace OurVoice.Tests.Cases.Access;

/// <summary>How a clause is spoilt.</summary>
internal enum Spoil
{
    /// <summary>What is joined by "and" is let through, what is joined by "or" is not.</summary>
    Delete,

    Negate,
}

/// <summary>
/// Walks over the conditions of a query, those of the queries inside it too, as the database gets them, and spoils the one with
/// the number given; with <paramref name="ownOnly"/> not those of queries it calls by name. A sabotage of the source needs a build each;
/// this needs none and finds clauses written tomorrow.
/// </summary>
internal sealed partial class Clauses(int? number, Spoil spoil, bool ownOnly) : ExpressionVisitor
{
    /// <summary>The clauses in the order of their numbers, as text.</summary>
    public List<string> Found { get; } = [];

    public static List<string> Of(IQueryable query, bool ownOnly)
    {
        var walk = new Clauses(number: null, Spoil.Delete, ownOnly);
        walk.Visit(query.Expression);
        return walk.Found;
    }

    public static IQueryable<T> Spoilt<T>(IQueryable<T> query, int number, Spoil spoil, bool ownOnly) =>
        query.Provider.CreateQuery<T>(new Clauses(number, spoil, ownOnly).Visit(query.Expression));

    // A query held in a variable, or made by a method of ours, is taken as what it says.
    protected override Expression VisitMember(MemberExpression node) => IsWritten(node) ? Visit(Written(node)) : base.VisitMember(node);

    protected override Expression VisitMethodCall(MethodCallExpression node) =>
        IsWritten(node) && node.Method.DeclaringType != typeof(Queryable) ? Visit(Written(node)) : base.VisitMethodCall(node);

    // What a database context calls the root of a query has no parts.
    protected override Expression VisitExtension(Expression node) => node;

    protected override Expression VisitLambda<T>(Expression<T> node) =>
        node.ReturnType == typeof(bool) ? node.Update(Operand(node.Body, ExpressionType.AndAlso), node.Parameters) : base.VisitLambda(node);

    protected override Expression VisitBinary(BinaryExpression node) => node.NodeType is ExpressionType.AndAlso or ExpressionType.OrElse
        ? node.Update(Operand(node.Left, node.NodeType), node.Conversion, Operand(node.Right, node.NodeType))
        : base.VisitBinary(node);

    private Expression Operand(Expression clause, ExpressionType joinedBy)
    {
        if (clause.NodeType == joinedBy)
        {
            return Visit(clause);
        }

        Found.Add(Noise().Replace(clause.ToString(), ""));
        return Found.Count - 1 != number ? Visit(clause)
            : spoil == Spoil.Negate ? Expression.Not(clause)
            : Expression.Constant(joinedBy == ExpressionType.AndAlso);
    }

    private bool IsWritten(Expression node) => !ownOnly && typeof(IQueryable).IsAssignableFrom(node.Type);

    private static Expression Written(Expression node) =>
        (Expression.Lambda<Func<IQueryable>>(node).Compile(preferInterpretation: true)()).Expression;

    // The compiler's name for what holds the variables, and conversions between an enum and its number.
    [GeneratedRegex(@"value\(.*?\)\.|Convert\(|, (Int32|Nullable`1)\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Noise();
}
