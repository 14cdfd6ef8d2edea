using Chancery.Model;

namespace Chancery.Extraction;

/// <summary>Records of a part of an archive: damage in it ends the part, not the archive.</summary>
internal static class Guarded
{
    public static IEnumerable<InputRecord> Records(Func<IEnumerable<InputRecord>> open, string place)
    {
        IEnumerator<InputRecord>? records = null;
        while (true)
        {
            InputRecord record;
            bool ended = false;
            try
            {
                records ??= open().GetEnumerator();
                if (!records.MoveNext())
                {
                    records.Dispose();
                    yield break;
                }

                record = records.Current;
            }
            catch (BoundExceededException error)
            {
                record = InputRecord.Failed(place, DiagnosticId.OversizedInput, $"Reading stopped: {error.Message}.");
                ended = true;
            }
            catch (Exception error) when (error is InvalidDataException or IOException or NotSupportedException)
            {
                record = InputRecord.Failed(place, DiagnosticId.MalformedRecord, "The data are damaged or packed in a way that is not read; what stood before was read.");
                ended = true;
            }

            yield return record;
            if (ended)
            {
                records?.Dispose();
                yield break;
            }
        }
    }
}
