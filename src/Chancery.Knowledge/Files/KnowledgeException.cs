namespace Chancery.Knowledge;

/// <summary>A data file that breaks the format: the program does not start on it.</summary>
public sealed class KnowledgeException : Exception
{
    public KnowledgeException(string file, int line, int column, string rule)
        : base($"{file}:{line}:{column}: {rule}")
    {
        File = file;
        Line = line;
        Column = column;
    }

    public KnowledgeException(FilePlace place, string rule)
        : this(place.File, place.Line, place.Column, rule)
    {
    }

    public KnowledgeException(string message)
        : base(message) => File = "";

    public KnowledgeException(string message, Exception inner)
        : base(message, inner) => File = "";

    public KnowledgeException()
        : this("a data file could not be read")
    {
    }

    public string File { get; }

    /// <summary>Counted from 1.</summary>
    public int Line { get; }

    /// <summary>Counted from 1, in UTF-16 code units.</summary>
    public int Column { get; }
}

/// <summary>A place in a data file, line and column counted from 1.</summary>
public readonly record struct FilePlace(string File, int Line, int Column)
{
    public override string ToString() => $"{File}:{Line}:{Column}";
}
