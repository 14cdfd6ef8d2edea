namespace Chancery.Training;

internal sealed partial class Learner
{
    /// <summary>For a few weights of every matrix, the slope of the loss found by trying and the gradient found by the way back. Nothing is learned.</summary>
    public IEnumerable<(string Name, double Slope, double Gradient)> CompareSlopes(Batch batch, Chance choice)
    {
        const float Step = 0.01f;
        space.Fit(batch, shape, sets);
        Forward(batch);
        Backward(batch);
        Parameter[] all = [.. dense, embeddings];
        float[][] gradients = [.. all.Select(parameter => (float[])parameter.Gradient.Clone())];
        for (int p = 0; p < all.Length; p++)
        {
            for (int i = 0; i < 6; i++)
            {
                int index = choice.NextBelow(all[p].Value.Length);
                float kept = all[p].Value[index];
                all[p].Value[index] = kept + Step;
                double above = Forward(batch);
                all[p].Value[index] = kept - Step;
                double below = Forward(batch);
                all[p].Value[index] = kept;
                yield return ($"{all[p].Name}[{index}]", (above - below) / (2 * Step) / batch.WordCount, gradients[p][index]);
            }
        }
    }
}
