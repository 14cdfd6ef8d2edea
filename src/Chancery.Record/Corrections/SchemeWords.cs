using System.Collections.Immutable;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>The words that the coding schemes have for an event, by which a person's edits are checked.</summary>
/// <param name="ModesOf">The modes of a type.</param>
/// <param name="Contexts">All contexts.</param>
/// <param name="IsCameo">Whether a code is one of CAMEO.</param>
public sealed record SchemeWords(Func<EventType, ImmutableArray<string>> ModesOf, ImmutableArray<string> Contexts, Func<string, bool> IsCameo)
{
    /// <exception cref="CorrectionException">The schemes have no such word for an event of this type.</exception>
    internal void Demand(string field, string value, EventType? type)
    {
        string[] words = value.Trim() == "none" ? [] : value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        switch (field)
        {
            case "mode" when words.Length > 0 && type is null:
                throw EventFields.Wrong(value, "cannot be a mode here: the event has no PLOVER type");
            case "mode" when type is { } known:
                DemandAmong(words, ModesOf(known), $"mode of {known.Name()}");
                break;
            case "context":
                DemandAmong(words, Contexts, "context");
                break;
            case "cameo" when !IsCameo(value.Trim()):
                throw EventFields.Wrong(value, "is no CAMEO code such as 042");
        }
    }

    private static void DemandAmong(string[] words, ImmutableArray<string> known, string what)
    {
        if (words.FirstOrDefault(word => !known.Contains(word, StringComparer.Ordinal)) is { } strange)
            throw EventFields.Wrong(strange, known.IsEmpty ? $"is no {what}, which has none" : $"is no {what}; there are {string.Join(", ", known)}");
    }
}
