namespace Chancery.Syntax;

/// <summary>The matrices of a network by name.</summary>
internal sealed class WeightStore
{
    private readonly SortedDictionary<string, Weights> matrices = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, Weights>> All => matrices;

    public Weights this[string name] => matrices.TryGetValue(name, out Weights? found)
        ? found
        : throw new InvalidDataException($"the model has no weights '{name}'");

    public void Add(string name, Weights weights) => matrices.Add(name, weights);
}

/// <summary>A matrix in row order.</summary>
internal sealed record Weights(int Rows, int Columns, float[] Values);
