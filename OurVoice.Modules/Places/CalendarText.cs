namespace OurVoice.Places;

/// <summary>Marks the texts of the desk's pages of office hours and holidays, broken rules too (Resources/CalendarText.resx and .km.resx).</summary>
internal sealed class CalendarText;
