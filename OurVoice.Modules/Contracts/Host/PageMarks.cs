using Microsoft.AspNetCore.Antiforgery;

namespace OurVoice.Contracts.Host;

/// <summary>
/// Marks a public page: static, no circuit, no script needed, no cookie, no antiforgery token (a sealed draft or nothing
/// worth forging stands in its place). Its address begins with the language.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicPageAttribute : Attribute, IAntiforgeryMetadata
{
    /// <inheritdoc />
    public bool RequiresValidation => false;
}

/// <summary>Marks a page of the desk (address under /desk, interactive unless it signs in, Radzen's style and script).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DeskPageAttribute : Attribute;

/// <summary>
/// Marks a public page that switches the language by a submit button of its own form, because a link would lose what was
/// typed; the layout then shows no link.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OwnLanguageButtonAttribute : Attribute;
