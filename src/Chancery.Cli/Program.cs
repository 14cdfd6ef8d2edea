
namespace Chancery.Cli;

public static class Program
{
    /// <returns>0 when all was read, 1 when some input could not be, 2 for wrong usage.</returns>
    public static int Main(string[] args) => Run(args, Screen.OfProcess());

    /// <summary>Runs one command line against a screen; what <see cref="Main"/> does, callable from tests.</summary>
    public static int Run(string[] args, Screen screen)
    {
        try
        {
            return CommandLine.Invoke(args, screen);
        }
        catch (BrokenPipeException)
        {
            return ExitCodes.Done;
        }
        catch (UsageException error)
        {
            screen.Complain(error.Message);
            return ExitCodes.WrongUsage;
        }
        catch (Record.StoreException error)
        {
            screen.Complain(error.Message);
            return ExitCodes.SomeNotRead;
        }
        catch (Knowledge.KnowledgeException error)
        {
            screen.Complain(error.Message);
            return ExitCodes.WrongUsage;
        }
    }
}

internal static class ExitCodes
{
    public const int Done = 0;
    public const int SomeNotRead = 1;
    public const int WrongUsage = 2;

    /// <summary>128 and SIGINT, as shells count.</summary>
    public const int Interrupted = 130;
}
