using System.Runtime.InteropServices;

namespace Chancery.Knowledge;

/// <summary>Knowledge from folders on disk, with its compiled form kept in a file between starts.</summary>
public static class KnowledgeFiles
{
    /// <summary>How much older than the image the newest data file must be: one as young may have changed again within the grain of the clock.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromSeconds(2);

    private static ReadOnlySpan<byte> Magic => "chancery"u8;

    /// <param name="folder">The folder <c>data</c>.</param>
    /// <param name="kept">Where its compiled form is kept. One that is missing, damaged, of another program or of other files is made anew; where none can be written, nothing is kept.</param>
    /// <param name="layers">Folders of the user; with any, all is read from the texts.</param>
    /// <exception cref="KnowledgeException">A folder is not there, or a file breaks its format.</exception>
    public static KnowledgeBase Load(string folder, string kept, params IReadOnlyList<string> layers)
    {
        if (layers.Count > 0)
            return KnowledgeBase.Load(KnowledgeSource.FromFolder(folder), [.. layers.Select(KnowledgeSource.FromFolder)]);
        (byte[] stamp, DateTime newest) = StampOf(folder);
        if (Read(kept, stamp, newest) is { } content)
            return KnowledgeBase.Open(content.AsSpan(HeadLength(stamp)));
        byte[] image = KnowledgeImage.Compile(KnowledgeSource.FromFolder(folder), []);
        KnowledgeBase knowledge = KnowledgeBase.Open(image);
        Write(kept, stamp, image);
        return knowledge;
    }

    /// <summary>What tells this program with these files from any other: the build, and path, length and time of all data files.</summary>
    private static (byte[] Stamp, DateTime Newest) StampOf(string folder)
    {
        var stamp = new ImageWriter(new TextPoolBuilder());
        stamp.WriteAll<byte>(typeof(KnowledgeFiles).Module.ModuleVersionId.ToByteArray());
        stamp.WriteAll<char>(folder);
        DateTime newest = DateTime.MinValue;
        foreach (FileInfo file in KnowledgeSource.FilesOf(folder))
        {
            if (!file.Exists)
                throw new KnowledgeException($"{file.FullName}: the file is gone");
            DateTime written = file.LastWriteTimeUtc;
            if (written > newest)
                newest = written;
            stamp.WriteAll<char>(file.FullName);
            stamp.WriteAll<long>([file.Length, written.Ticks]);
        }

        return (stamp.Written.ToArray(), newest);
    }

    private static int HeadLength(byte[] stamp) => Magic.Length + sizeof(ulong) + stamp.Length;

    /// <summary>The whole file, or null when it is not to be used.</summary>
    private static byte[]? Read(string kept, byte[] stamp, DateTime newest)
    {
        try
        {
            if (!File.Exists(kept) || File.GetLastWriteTimeUtc(kept) - newest < Grain)
                return null;
            byte[] content = File.ReadAllBytes(kept);
            int head = Magic.Length + sizeof(ulong);
            return content.Length > HeadLength(stamp) && content.AsSpan().StartsWith(Magic) && content.AsSpan(head).StartsWith(stamp)
                && MemoryMarshal.Read<ulong>(content.AsSpan(Magic.Length)) == Checksum.Of(content.AsSpan(head))
                ? content
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes beside the file and renames, so that no other start sees half of it.</summary>
    private static void Write(string kept, byte[] stamp, byte[] image)
    {
        string unfinished = $"{kept}.{Environment.ProcessId}";
        byte[] content = [.. stamp, .. image];
        ulong sum = Checksum.Of(content);
        try
        {
            using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
            {
                file.Write(Magic);
                file.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<ulong>(in sum)));
                file.Write(content);
            }

            File.Move(unfinished, kept, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A program in a folder that cannot be written compiles at every start; another thread may be at the same file.
        }
    }
}
