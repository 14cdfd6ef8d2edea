using Chancery.Knowledge;

namespace Chancery.Web;

/// <summary>How a desk is to be opened.</summary>
public sealed record DeskOptions
{
    /// <summary>The file of the record; it is made when it is not there.</summary>
    public required string StorePath { get; init; }

    /// <summary>Where to listen, as <c>http://127.0.0.1:5080</c>.</summary>
    public string Url { get; init; } = "http://127.0.0.1:5080";

    /// <summary>What every visitor must know; null where only this machine can reach the desk.</summary>
    public string? Token { get; init; }

    /// <summary>The reports that a desk without any may be tried with; null for none.</summary>
    public string? SamplesFolder { get; init; }

    /// <summary>Names, offices and codes in words.</summary>
    public required KnowledgeBase Knowledge { get; init; }

    /// <summary>Reads what is dropped on the desk.</summary>
    public required Reader Reader { get; init; }

    public DeskLimits Limits { get; init; } = new();
}

/// <summary>What a visitor may ask of a desk.</summary>
public sealed record DeskLimits
{
    /// <summary>Bytes of one upload, all files together.</summary>
    public long UploadBytes { get; init; } = 32 << 20;

    /// <summary>Reports of one upload.</summary>
    public int UploadReports { get; init; } = 2000;

    /// <summary>How long one upload may be read.</summary>
    public TimeSpan ReadingTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Reports of one call of the API that waits for its readings.</summary>
    public int CallReports { get; init; } = 200;

    /// <summary>How long such a call may take.</summary>
    public TimeSpan CallTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Changes (uploads, corrections) that one address may ask for in a minute.</summary>
    public int ChangesPerMinute { get; init; } = 60;

    /// <summary>Uploads that wait or are read at one time.</summary>
    public int UploadsAtOnce { get; init; } = 4;
}
