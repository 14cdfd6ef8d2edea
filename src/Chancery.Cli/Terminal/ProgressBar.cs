using System.Diagnostics;
using System.Globalization;

namespace Chancery.Cli;

/// <summary>One line on standard error that says how far a long run has come; nothing where no person looks.</summary>
internal sealed class ProgressBar(Screen screen, string verb)
{
    private const int BarWidth = 24;
    private readonly Stopwatch sinceStart = Stopwatch.StartNew();
    private readonly Stopwatch sinceDrawn = Stopwatch.StartNew();
    private bool isDrawn;

    /// <param name="share">0 to 1; negative when it cannot be told.</param>
    /// <param name="done">How many are done.</param>
    public void Show(double share, int done)
    {
        if (!screen.ShowsProgress || (isDrawn && sinceDrawn.ElapsedMilliseconds < 100))
            return;
        sinceDrawn.Restart();
        isDrawn = true;
        int filled = (int)(Math.Clamp(share, 0, 1) * BarWidth);
        string bar = share < 0 ? "" : $"[{new string('#', filled)}{new string('.', BarWidth - filled)}] ";
        double rate = done / Math.Max(0.001, sinceStart.Elapsed.TotalSeconds);
        screen.Draw(string.Create(CultureInfo.InvariantCulture, $"\r\e[K{verb} {bar}{Wording.Count(done, "report")}, {rate:0.#} a second"));
    }

    /// <summary>Takes the line away, so that other output may stand there.</summary>
    public void Clear()
    {
        if (!isDrawn)
            return;
        screen.Draw("\r\e[K");
        isDrawn = false;
    }
}
