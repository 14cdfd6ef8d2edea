using Chancery.Model;

namespace Chancery.Cli;

/// <summary>What a person sees of a reading: one block a report.</summary>
internal static class Digest
{
    public static void Write(Screen screen, Reading reading)
    {
        Document document = reading.Document;
        string published = document.Published is { } date ? $"{date.Date} ({date.Basis})" : "undated";
        screen.Text.WriteLine($"{document.Outlet ?? "unknown outlet"} · {published} · {document.Title ?? document.Uri}");
        screen.Text.WriteLine($"  {reading.Events.Length} events · {reading.Quotes.Length} quotes · {document.Dropped.Length} lines dropped · {reading.Diagnostics.Length} notes");
        screen.Text.WriteLine();
    }
}
