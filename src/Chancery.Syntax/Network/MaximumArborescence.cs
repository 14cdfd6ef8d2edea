namespace Chancery.Syntax;

/// <summary>The heaviest tree over a dense graph, grown from node 0, in time of the square of its size.</summary>
/// <remarks>Tarjan's form of Chu, Liu and Edmonds: follow best entering arcs backwards; contract each cycle that closes; expand at the end.</remarks>
internal sealed class MaximumArborescence
{
    private readonly double[] weights;
    private readonly int size;
    private readonly int[] arcFrom;
    private readonly int[] arcTo;

    /// <param name="weights">Weight of the arc from i to j at i · size + j.</param>
    /// <param name="size">Nodes, the root included.</param>
    public MaximumArborescence(double[] weights, int size)
    {
        this.weights = weights;
        this.size = size;
        arcFrom = new int[size * size];
        arcTo = new int[size * size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                arcFrom[(i * size) + j] = i;
                arcTo[(i * size) + j] = j;
            }
        }
    }

    /// <summary>The parent of each node; -1 for node 0.</summary>
    public int[] Find()
    {
        var parents = new int[size];
        parents[0] = -1;
        Contract([.. Enumerable.Range(0, size)], parents);
        return parents;
    }

    /// <summary>Finds parents among the nodes that are left; arcs remember the ends that they had before any contraction..</summary>
    private void Contract(List<int> nodes, int[] parents)
    {
        var best = new int[size];
        foreach (int node in nodes)
        {
            if (node == 0)
                continue;
            best[node] = -1;
            foreach (int other in nodes)
            {
                if (other != node && (best[node] < 0 || Weight(other, node) > Weight(best[node], node)))
                    best[node] = other;
            }
        }

        List<int> cycle = CycleIn(nodes, best);
        if (cycle.Count == 0)
        {
            foreach (int node in nodes)
            {
                if (node != 0)
                    parents[arcTo[(best[node] * size) + node]] = arcFrom[(best[node] * size) + node];
            }

            return;
        }

        foreach (int node in cycle)
            parents[arcTo[(best[node] * size) + node]] = arcFrom[(best[node] * size) + node];
        int merged = cycle[0];
        var inside = new HashSet<int>(cycle);
        List<int> rest = nodes.Where(node => !inside.Contains(node)).ToList();
        foreach (int other in rest)
        {
            int enter = cycle[0], leave = cycle[0];
            double enterWeight = double.NegativeInfinity, leaveWeight = double.NegativeInfinity;
            foreach (int node in cycle)
            {
                double gain = Weight(other, node) - Weight(best[node], node);
                if (gain > enterWeight)
                    (enter, enterWeight) = (node, gain);
                if (other != 0 && Weight(node, other) > leaveWeight)
                    (leave, leaveWeight) = (node, Weight(node, other));
            }

            Copy(other, enter, other, merged, enterWeight);
            if (other != 0)
                Copy(leave, other, merged, other, leaveWeight);
        }

        rest.Add(merged);
        Contract(rest, parents);
    }

    private double Weight(int from, int to) => weights[(from * size) + to];

    private void Copy(int from, int to, int intoFrom, int intoTo, double weight)
    {
        int source = (from * size) + to;
        int target = (intoFrom * size) + intoTo;
        (arcFrom[target], arcTo[target]) = (arcFrom[source], arcTo[source]);
        weights[target] = weight;
    }

    private static List<int> CycleIn(List<int> nodes, int[] best)
    {
        var seen = new Dictionary<int, int>();
        foreach (int start in nodes)
        {
            int node = start;
            while (node != 0 && !seen.ContainsKey(node))
            {
                seen.Add(node, start);
                node = best[node];
            }

            if (node == 0 || seen[node] != start)
                continue;
            var cycle = new List<int> { node };
            for (int next = best[node]; next != node; next = best[next])
                cycle.Add(next);
            return cycle;
        }

        return [];
    }
}
