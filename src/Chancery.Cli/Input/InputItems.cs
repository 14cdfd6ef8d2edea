using Chancery.Extraction;
using Chancery.Model;

namespace Chancery.Cli;

/// <summary>A document of an input, or what is wrong with it.</summary>
internal readonly record struct InputItem(RawDocument? Document, string? Problem);

/// <summary>All documents that the words of the command line name, one after the other, with how far the run has come.</summary>
internal sealed class InputItems(string[] inputs, ExtractionLimits limits, Screen screen)
{
    private int files;
    private int started;
    private Stream? open;

    /// <summary>How much of the inputs is taken, 0 to 1; negative when nobody can tell, as with standard input.</summary>
    public double Share
    {
        get
        {
            if (files == 0)
                return -1;
            double inside = open is { CanSeek: true, Length: > 0 } stream ? (double)stream.Position / stream.Length : 0;
            return (started - 1 + inside) / files;
        }
    }

    public IEnumerable<InputItem> Read()
    {
        if (screen.ShowsProgress && !inputs.Contains("-"))
            files = InputFiles.Find(inputs, () => Stream.Null).Count();
        foreach (InputFile file in InputFiles.Find(inputs, () => screen.Input))
        {
            started++;
            if (file.Open is null)
            {
                yield return new InputItem(null, $"{file.Name}: {file.Problem}");
                continue;
            }

            foreach (InputItem item in Of(file))
                yield return item;
        }
    }

    private IEnumerable<InputItem> Of(InputFile file)
    {
        (Stream? stream, string? problem) = Open(file);
        if (stream is null)
        {
            yield return new InputItem(null, problem);
            yield break;
        }

        using (stream)
        {
            open = stream;
            using IEnumerator<InputRecord> records = Inputs.Read(stream, file.Name, limits).GetEnumerator();
            while (Next(records, file) is var (item, isLast))
            {
                yield return item;
                if (isLast)
                    break;
            }

            open = null;
        }
    }

    private static (Stream?, string?) Open(InputFile file)
    {
        try
        {
            return (file.Open!(), null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, $"{file.Name}: cannot be opened: {error.Message}");
        }
    }

    /// <returns>Null at the end; true beside an item that nothing can follow.</returns>
    private static (InputItem Item, bool IsLast)? Next(IEnumerator<InputRecord> records, InputFile file)
    {
        try
        {
            if (!records.MoveNext())
                return null;
            InputRecord record = records.Current;
            return (new InputItem(record.Document, record.Problem is { } bad ? $"{record.Place}: {bad.Message}" : null), false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (new InputItem(null, $"{file.Name}: cannot be read: {error.Message}"), true);
        }
    }
}
