using Chancery.Syntax;
using Chancery.Training;
using Xunit;

namespace Chancery.Tests;

public sealed class SyntaxNumericsTests
{
    [Fact]
    public void Products_of_every_size_equal_the_sums_written_out()
    {
        var chance = new Chance(3);
        foreach (int rows in new[] { 1, 2, 5, 6, 7, 13, 97 })
        {
            foreach (int inner in new[] { 1, 8, 33 })
            {
                foreach (int columns in new[] { 1, 15, 16, 17, 40 })
                    CheckProduct(chance, rows, inner, columns);
            }
        }
    }

    private static void CheckProduct(Chance chance, int rows, int inner, int columns)
    {
        float[] left = Noise(chance, rows * inner);
        float[] right = Noise(chance, inner * columns);
        float[] result = Noise(chance, rows * columns);
        float[] before = [.. result];
        Product.Multiply(left, rows, PackedMatrix.Of(right, inner, columns), result, columns, add: true);
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                double sum = before[(i * columns) + j];
                for (int k = 0; k < inner; k++)
                    sum += left[(i * inner) + k] * right[(k * columns) + j];
                Assert.Equal(sum, result[(i * columns) + j], 1e-4);
            }
        }
    }

    [Fact]
    public void A_transposed_factor_gives_the_product_of_the_transpose()
    {
        var chance = new Chance(4);
        float[] left = Noise(chance, 3 * 5);
        float[] right = Noise(chance, 5 * 20);
        var turned = new float[100];
        for (int k = 0; k < 5; k++)
        {
            for (int j = 0; j < 20; j++)
                turned[(j * 5) + k] = right[(k * 20) + j];
        }

        var packed = new PackedMatrix();
        packed.PackTransposed(turned, 5, 20);
        var expected = new float[60];
        var result = new float[60];
        Product.Multiply(left, 3, PackedMatrix.Of(right, 5, 20), expected, 20);
        Product.Multiply(left, 3, packed, result, 20);
        Assert.Equal(expected, result);
    }

    [Fact]
    public void The_sigmoid_stays_within_a_millionth_of_its_definition()
    {
        for (float x = -40; x <= 40; x += 0.37f)
        {
            float found = Recurrence.Sigmoid(System.Runtime.Intrinsics.Vector256.Create(x))[0];
            Assert.Equal(1 / (1 + Math.Exp(-Math.Clamp(x, -30, 30))), found, 1e-6);
        }
    }

    [Fact]
    public void Learning_lowers_the_loss_and_follows_its_gradient()
    {
        var shape = new NetworkShape(16, 16, 8, 2, 8, 16, 16);
        var sets = new TagSets { Pos = ["A", "B"], Tags = ["a", "b"], Features = ["x", "y", "z"], Relations = ["root", "p", "q"] };
        Batch batch = SmallBatch();
        var learner = new Learner(shape, sets, 40, new Dropout(0, 0, 0), new Chance(5));
        float first = learner.Learn(batch, 0.005f);
        float last = first;
        for (int i = 0; i < 80; i++)
            last = learner.Learn(batch, 0.005f);
        Assert.True(last < first / 20, $"{first} fell only to {last}");
    }

    [Fact]
    public void Every_gradient_equals_the_slope_of_the_loss()
    {
        var shape = new NetworkShape(16, 16, 8, 2, 8, 16, 16);
        var sets = new TagSets { Pos = ["A", "B"], Tags = ["a", "b"], Features = ["x", "y", "z"], Relations = ["root", "p", "q"] };
        Batch batch = SmallBatch();
        var learner = new Learner(shape, sets, 40, new Dropout(0, 0, 0), new Chance(6));
        foreach ((string name, double slope, double gradient) in learner.CompareSlopes(batch, new Chance(9)))
            Assert.True(Math.Abs(slope - gradient) < 0.02 + (0.05 * Math.Abs(slope)), $"{name}: slope {slope:F4}, gradient {gradient:F4}");
    }

    private static Batch SmallBatch()
    {
        var chance = new Chance(8);
        var batch = new Batch();
        var rows = new int[WordFeatures.Count];
        foreach (int length in new[] { 4, 1, 7 })
        {
            for (int i = 0; i < length; i++)
            {
                for (int f = 0; f < rows.Length; f++)
                    rows[f] = chance.NextBelow(40);
                batch.AddFeatures(rows);
                batch.Pos.Add(chance.NextBelow(2));
                batch.Tags.Add(chance.NextBelow(2));
                batch.FeatureSets.Add(chance.NextBelow(3));
                batch.Heads.Add(i - 1);
                batch.Relations.Add(i == 0 ? 0 : 1 + chance.NextBelow(2));
            }

            batch.EndSentence();
        }

        return batch;
    }

    private static float[] Noise(Chance chance, int length) =>
        [.. Enumerable.Range(0, length).Select(_ => chance.NextSingle() - 0.5f)];
}
