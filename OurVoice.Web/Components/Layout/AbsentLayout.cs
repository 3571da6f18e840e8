namespace OurVoice.Web.Components.Layout;

/// <summary>The desk's frame around "not found": it says nothing of the address that was asked for, and needs no circuit.</summary>
internal sealed class AbsentLayout : DeskLayout
{
    protected override bool IsAbsent => true;
}
