using System.Globalization;
using System.IO.Compression;
using System.Text;
using Chancery.Extraction;
using Chancery.Knowledge;
using Chancery.Model;

namespace Chancery.Fuzz;

/// <summary>Reads mutated pages, texts, feeds and archives: none may throw, take long, or give ranges that do not fit.</summary>
internal static class ExtractionFuzz
{
    private const int LongestFile = 400_000;
    private const int LeastRecordBytes = 8;

    // Of the processor, not of the clock: the fuzzer runs behind everything else.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);
    private static readonly ExtractionLimits Limits = new() { DocumentBytes = 2_000_000, ArchiveBytes = 20_000_000 };

    private static readonly string[] Seeds =
    [
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Dam full</title><meta property=\"article:published_time\" content=\"2021-03-04T10:00:00Z\"><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-03-04\",\"publisher\":{\"name\":\"X\"}}</script></head><body><nav><a href=/>Home</a></nav><article><h1>Dam full</h1><p class=byline>By A. Banda</p><time datetime=2021-03-04>4 March 2021</time><p>LUSAKA (Example) — The dam is full again, the company said on Monday.</p><ul><li><a href=/1>One more thing of the day</a><li>two</ul><table><tr><td>1<td>2</table><figure><figcaption>A dam</figcaption></figure></article><div id=comments><p>Nice.</div></body></html>",
        "All news\n\nKing of Tonga visits Fiji\n\nSource: Example | 2021-03-14 08:20:11 | Editor: A. Kaya\n\nSUVA, March 13 (Example) -- The king of Tonga arrived on Saturday.\n\n“We came in peace, “said he. [Organización de los Estados]\n\nSee also  Storm over the bay\n\nLeave a Reply\n",
        "{\"text\":\"The king died.\\n\",\"id\":\"1\",\"published\":\"2020-01-01\"}\n{\"text\":\"Two.\",\"title\":\"T\"}\n",
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>N</title><item><title>A &amp; b</title><link>https://a.example/1</link><pubDate>Thu, 04 Mar 2021 10:33:30 GMT</pubDate><description><![CDATA[<p>Text of it.</p>]]></description></item></channel></rss>",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>N</title><entry><title>A</title><link href=\"https://a.example\"/><updated>2020-02-03T00:00:00Z</updated><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Text.</p></div></content></entry></feed>",
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/1\r\nContent-Type: application/http\r\nContent-Length: 108\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n1a\r\n<html><p>Text of it.</html>\r\n0\r\n\r\n\r\n\r\n",
        "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"xx\"\r\n\r\n--xx\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><p>Text =3D it.=\r\n</html>\r\n--xx--\r\n",
    ];

    private static readonly string[] Names = ["a.html", "a.txt", "a.jsonl", "a.xml", "a.atom", "a.warc", "a.mhtml", "-", "a.warc.gz", "a.zip"];

    private static readonly string[] Inserts =
    [
        "<div>", "</div>", "<p>", "<table>", "<a href='x'>", "</body>", "<script>", "<!--", "-->", "<![CDATA[", "]]>", "&amp;", "&#0;", "&bogus;", "\0", "\r\n\r\n", "\u00e9", "\ud800", "2020-02-30",
        "99999999999999999999", "Source: ", "http://", "\"", "'", "{", "}", "%PDF-", "PK\u0003\u0004", "\u001f\u008b\u0008", "Content-Length: -1\r\n", "WARC/1.0\r\n", "=3", "\u202e", "日", "١٢", "(", "—", "/",
    ];

    /// <summary>Reads so many mutated inputs; returns how many broke a rule, each told on standard error and kept in a file beside it.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <param name="count">How many inputs.</param>
    /// <param name="seed">Of chance.</param>
    /// <param name="folder">Real pages, feeds and archives to mutate beside the built-in ones, or null.</param>
    public static int Run(string root, int count, int seed, string? folder)
    {
        KnowledgeBase knowledge = KnowledgeBase.Load(KnowledgeSource.FromFolder(Path.Combine(root, "data")));
        string[] files = folder is null ? [] : [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)];
        var random = new Random(seed);
        int broken = 0;
        for (int done = 0; done < count; done++)
        {
            (string name, byte[] bytes) = Mutated(random, files);
            TimeSpan start = Environment.CpuUsage.TotalTime;
            string? fault = null;
            try
            {
                // On a thread of the pool, whose stack is small, as the reports of a pile are read.
                Task<string?> reading = Task.Run(() => Fault(name, bytes, knowledge));
                while (!reading.Wait(1000) && Environment.CpuUsage.TotalTime - start < Hang)
                {
                }

                fault = reading.IsCompleted ? reading.Result : "hangs";
            }
#pragma warning disable CA1031 // Whatever is thrown is what is looked for.
            catch (Exception error)
#pragma warning restore CA1031
            {
                fault = error.ToString();
            }

            TimeSpan used = Environment.CpuUsage.TotalTime - start;
            if (used > Slow)
                fault ??= $"took {used.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s";
            if (fault is not null)
            {
                broken++;
                string kept = Path.Combine(Path.GetTempPath(), $"chancery-fuzz-{seed}-{done}-{name.Trim('-')}");
                File.WriteAllBytes(kept, bytes);
                Console.Error.WriteLine($"{kept}: {fault}");
            }

            if (done % 1000 == 0)
                Console.Error.WriteLine($"{done.ToString(CultureInfo.InvariantCulture)} inputs, {broken.ToString(CultureInfo.InvariantCulture)} broken");
        }

        Console.WriteLine($"{count.ToString(CultureInfo.InvariantCulture)} mutated inputs, {broken.ToString(CultureInfo.InvariantCulture)} broken");
        return broken;
    }

    private static string? Fault(string name, byte[] bytes, KnowledgeBase knowledge)
    {
        int records = 0;
        long most = Limits.ArchiveBytes / LeastRecordBytes;
        foreach (InputRecord record in Inputs.Read(new MemoryStream(bytes), name, Limits))
        {
            if (++records > 1000 + most)
                return $"more than {most} records";
            if (record.Document is not { } raw)
                continue;
            var problems = new List<Diagnostic>();
            Document document = DocumentReader.Read(raw, knowledge, Limits, problems);
            IEnumerable<TextRange> ranges = document.Body.Select(block => block.Range).Concat(document.Dropped.Select(dropped => dropped.Range)).Concat(problems.Select(problem => problem.Range));
            foreach (TextRange range in document.TitleRange is { } title ? ranges.Append(title) : ranges)
            {
                if (range.Start < 0 || range.Length < 0 || range.End > document.Text.Length)
                    return $"range {range.Start}..{range.End} of {document.Text.Length}";
            }
        }

        return null;
    }

    private static (string Name, byte[] Bytes) Mutated(Random random, string[] files)
    {
        byte[] bytes;
        string name = Names[random.Next(Names.Length)];
        if (files.Length > 0 && random.Next(2) == 0)
        {
            string file = files[random.Next(files.Length)];
            bytes = File.ReadAllBytes(file);
            bytes = bytes[..Math.Min(bytes.Length, LongestFile)];
            if (random.Next(4) > 0)
                name = Path.GetFileName(file);
        }
        else
        {
            bytes = Encoding.UTF8.GetBytes(Seeds[random.Next(Seeds.Length)]);
        }

        for (int changes = random.Next(1, 12); changes > 0; changes--)
            bytes = Changed(bytes, random);
        return (name, random.Next(6) switch
        {
            0 => Changed(Gzip(bytes), random),
            1 => Changed(Zip(bytes, Names[random.Next(Names.Length)]), random),
            _ => bytes,
        });
    }

    private static byte[] Changed(byte[] bytes, Random random)
    {
        if (bytes.Length == 0)
            return [(byte)random.Next(256)];
        int at = random.Next(bytes.Length);
        int length = Math.Min(random.Next(1, 400), bytes.Length - at);
        switch (random.Next(6))
        {
            case 0:
                byte[] flipped = [.. bytes];
                flipped[at] = (byte)random.Next(256);
                return flipped;
            case 1:
                return [.. bytes[..at], .. bytes[(at + length)..]];
            case 2:
                byte[] piece = bytes[at..(at + length)];
                return [.. bytes[..at], .. Enumerable.Repeat(piece, random.Next(2, 30)).SelectMany(part => part), .. bytes[at..]];
            case 3:
                return bytes[..at];
            default:
                return [.. bytes[..at], .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Inserts[random.Next(Inserts.Length)], random.Next(1, 40)))), .. bytes[at..]];
        }
    }

    private static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
            stream.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Zip(byte[] bytes, string name)
    {
        var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, true))
        using (Stream entry = archive.CreateEntry(name).Open())
            entry.Write(bytes);
        return packed.ToArray();
    }
}
