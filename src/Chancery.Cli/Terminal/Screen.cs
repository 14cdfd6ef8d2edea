using System.Text;

namespace Chancery.Cli;

/// <summary>Where a command writes: bytes for machines and text for people on one side, complaints on the other.</summary>
public sealed class Screen : IDisposable
{
    private readonly Stream output;
    private readonly TextWriter complaints;

    /// <param name="output">Standard output.</param>
    /// <param name="complaints">Standard error.</param>
    /// <param name="input">Standard input.</param>
    /// <param name="isTerminal">Whether a person looks at <paramref name="output"/>: colours and bars only then.</param>
    /// <param name="width">Columns of the terminal.</param>
    public Screen(Stream output, TextWriter complaints, Stream input, bool isTerminal, int width)
    {
        this.output = output;
        this.complaints = complaints;
        Input = input;
        IsTerminal = isTerminal;
        Width = width;
        Text = new StreamWriter(new QuietPipe(output), new UTF8Encoding(false), 1 << 14) { NewLine = "\n" };
    }

    public Stream Input { get; }

    public bool IsTerminal { get; }

    /// <summary>Whether progress may be drawn on standard error.</summary>
    public bool ShowsProgress { get; init; }

    public int Width { get; }

    public TextWriter Text { get; }

    public static Screen OfProcess()
    {
        bool terminal = !Console.IsOutputRedirected;
        int width = 132;
        if (terminal)
        {
            try
            {
                width = Math.Clamp(Console.WindowWidth, 40, 200);
            }
            catch (IOException)
            {
                // Some terminals do not tell their width; the default serves.
            }
        }

        var errors = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
        bool plain = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new Screen(Console.OpenStandardOutput(), errors, Console.OpenStandardInput(), terminal && !plain, width)
        {
            ShowsProgress = !Console.IsErrorRedirected && !plain,
        };
    }

    /// <summary>Writes one line of bytes to standard output.</summary>
    /// <exception cref="BrokenPipeException">Nobody reads it any more.</exception>
    public void WriteLine(ReadOnlySpan<byte> line)
    {
        try
        {
            output.Write(line);
            output.Write("\n"u8);
        }
        catch (IOException error)
        {
            throw new BrokenPipeException("standard output is closed", error);
        }
    }

    /// <summary>One line on standard error: what, where, what to do.</summary>
    public void Complain(string line)
    {
        lock (complaints)
            complaints.WriteLine("chancery: " + line.ReplaceLineEndings(" "));
    }

    /// <summary>Raw text on standard error, for bars.</summary>
    public void Draw(string text)
    {
        lock (complaints)
        {
            complaints.Write(text);
            complaints.Flush();
        }
    }

    public void Dispose()
    {
        Text.Dispose();
        complaints.Dispose();
        output.Dispose();
        Input.Dispose();
    }

    /// <summary>Turns the error of a closed pipe into <see cref="BrokenPipeException"/>.</summary>
    private sealed class QuietPipe(Stream inner) : Stream
    {
        private bool broken;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => Guard(inner.Flush);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Guard(() => inner.Write(buffer, offset, count));

        private void Guard(Action action)
        {
            if (broken)
                return;
            try
            {
                action();
            }
            catch (IOException error)
            {
                broken = true;
                throw new BrokenPipeException("standard output is closed", error);
            }
        }
    }
}
