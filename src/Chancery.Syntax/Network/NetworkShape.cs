namespace Chancery.Syntax;

/// <summary>Sizes of a parser network.</summary>
/// <param name="Embedding">Floats of a word's embedding.</param>
/// <param name="Hidden">Units of the layer that mixes a word's features.</param>
/// <param name="Recurrent">Units of a recurrent layer in one direction.</param>
/// <param name="Layers">Recurrent layers.</param>
/// <param name="Near">Floats of the embeddings of the words before and after that the first layer sees too.</param>
/// <param name="Arc">Units that score heads.</param>
/// <param name="Label">Units that score relations.</param>
internal readonly record struct NetworkShape(int Embedding, int Hidden, int Recurrent, int Layers, int Near, int Arc, int Label)
{
    /// <summary>Floats that a recurrent layer puts out for a word.</summary>
    public int Width => 2 * Recurrent;

    /// <summary>Projections of one direction: the first layer has its own highway input, as its input is of another width.</summary>
    public int Projections(int layer) => (layer == 0 ? 4 : 3) * Recurrent;

    public int InputOf(int layer) => layer == 0 ? Embedding + (2 * Near) : Width;
}
