namespace Chancery.Benchmarks;

/// <summary>Where the repository's own files lie.</summary>
internal static class Workplace
{
    /// <summary>The nearest folder above the program that holds <c>data</c> and <c>models</c>.</summary>
    public static string Root()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(Path.Combine(folder, "data", "languages")) && Directory.Exists(Path.Combine(folder, "models")))
                return folder;
        }

        throw new DirectoryNotFoundException("no folders 'data' and 'models' above the benchmark");
    }
}
