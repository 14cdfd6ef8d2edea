using System.Diagnostics;
using System.Globalization;

namespace Chancery.Benchmarks;

/// <summary>What a start costs: the launcher's program and the plain build, with the kept knowledge and from the texts, by turns in one run.</summary>
internal static class StartBenchmark
{
    private const int Rounds = 11;

    /// <summary>The aim: knowing who is meant costs at most this many milliseconds beyond printing the version.</summary>
    private const double Aim = 150;

    public static int Run(string root)
    {
        string launched = Path.Combine(root, "src", "Chancery.Cli", "bin", "launcher", "Chancery.Cli.dll");
        string plain = Path.Combine(root, "src", "Chancery.Cli", "bin", "Release", "net10.0", "Chancery.Cli.dll");
        foreach (string program in (string[])[launched, plain])
        {
            if (!File.Exists(program))
            {
                Console.Error.WriteLine($"{program}: not there; run ./chancery once, and dotnet build src/Chancery.Cli -c Release");
                return 2;
            }
        }

        string report = Path.GetTempFileName();
        File.WriteAllText(report, "Norway's foreign minister thanked Chile on Monday.\n");
        Case[] cases =
        [
            new("version, launcher", launched, ["--version"], Kept: true),
            new("version, plain build", plain, ["--version"], Kept: true),
            new("who, launcher, kept", launched, ["who", "Macron"], Kept: true),
            new("who, launcher, texts", launched, ["who", "Macron"], Kept: false),
            new("who, plain build, kept", plain, ["who", "Macron"], Kept: true),
            new("who, plain build, texts", plain, ["who", "Macron"], Kept: false),
            new("read, launcher, kept", launched, ["read", report, "--format", "jsonl"], Kept: true),
            new("read, launcher, texts", launched, ["read", report, "--format", "jsonl"], Kept: false),
            new("read, plain build, texts", plain, ["read", report, "--format", "jsonl"], Kept: false),
        ];

        // By turns, and the best of each: what else the machine does falls on all. The first round only fills the caches.
        double[] best = [.. cases.Select(_ => double.MaxValue)];
        for (int round = 0; round <= Rounds; round++)
        {
            for (int i = 0; i < cases.Length; i++)
            {
                double time = cases[i].Time();
                if (round > 0)
                    best[i] = Math.Min(best[i], time);
            }
        }

        File.Delete(report);
        for (int i = 0; i < cases.Length; i++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases[i].Name,-26} {best[i],6:0} ms"));
        double knowing = best[2] - best[0];
        double before = best[5] - best[1];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"knowing costs {knowing:0} ms beyond the version, {before:0} ms in the plain build from the texts: {before / knowing:0.0} times less; aim {Aim:0} ms"));
        return knowing <= Aim ? 0 : 1;
    }

    private sealed record Case(string Name, string Program, string[] Arguments, bool Kept)
    {
        /// <summary>Milliseconds from the start of the process to its end.</summary>
        public double Time()
        {
            string image = Path.Combine(Path.GetDirectoryName(Program)!, "knowledge.image");
            if (!Kept)
                File.Delete(image);
            var start = new ProcessStartInfo("dotnet", [Program, .. Arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
            var watch = Stopwatch.StartNew();
            using Process process = Process.Start(start)!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            double time = watch.Elapsed.TotalMilliseconds;

            // The next case that wants a kept image finds one.
            if (!Kept && !File.Exists(image))
                throw new InvalidOperationException($"{image} was not written");
            return time;
        }
    }
}
