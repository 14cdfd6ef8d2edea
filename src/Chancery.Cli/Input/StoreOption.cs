using System.CommandLine;
using Chancery.Record;

namespace Chancery.Cli;

/// <summary>The option that names the store, the same for all commands.</summary>
internal static class StoreOption
{
    /// <summary>In the working directory.</summary>
    public const string DefaultPath = "chancery.db";

    public static Option<string> Create() =>
        new("--store") { Description = $"The file of the record (default: {DefaultPath} here)", DefaultValueFactory = _ => DefaultPath, HelpName = "FILE" };

    /// <exception cref="StoreException">There is none.</exception>
    public static RecordStore Open(string path, StoreAccess access) => RecordStore.Open(path, access);
}
