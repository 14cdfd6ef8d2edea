using System.Collections.Frozen;
using Chancery.Model;

namespace Chancery.Record;

/// <summary>How values of the model are spelled in tables and in JSON.</summary>
internal static class Names
{
    public static string Of<T>(T value)
        where T : struct, Enum =>
        Spellings<T>.All.TryGetValue(value, out string? name) ? name : value.ToString().ToLowerInvariant();

    public static string Of(AgreementStatus status) => status == AgreementStatus.InForce ? "in force" : status.ToString().ToLowerInvariant();

    /// <exception cref="StoreException">The store holds a word that this program does not know.</exception>
    public static T Parse<T>(string name)
        where T : struct, Enum =>
        Spellings<T>.ByName.TryGetValue(name, out T value) || Enum.TryParse(name.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true, out value)
            ? value
            : throw new StoreException($"the store holds '{name}' where a {typeof(T).Name} should stand");

    /// <summary>Each word once, as it is written for every record.</summary>
    private static class Spellings<T>
        where T : struct, Enum
    {
        public static FrozenDictionary<string, T> ByName { get; } = Enum.GetValues<T>().Distinct().ToFrozenDictionary(value => value.ToString().ToLowerInvariant(), StringComparer.Ordinal);

        public static FrozenDictionary<T, string> All { get; } = Enum.GetValues<T>().Distinct().ToFrozenDictionary(value => value, value => value.ToString().ToLowerInvariant());
    }
}
