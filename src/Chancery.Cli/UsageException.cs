namespace Chancery.Cli;

/// <summary>The command line asks for something that cannot be; the message says what, where and what to do.</summary>
public sealed class UsageException : Exception
{
    public UsageException(string message)
        : base(message)
    {
    }

    public UsageException()
    {
    }

    public UsageException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>Whoever read our output has gone; the program ends quietly.</summary>
public sealed class BrokenPipeException : Exception
{
    public BrokenPipeException()
    {
    }

    public BrokenPipeException(string message)
        : base(message)
    {
    }

    public BrokenPipeException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
