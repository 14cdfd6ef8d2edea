namespace Chancery.Syntax;

/// <summary>The heaviest tree over a dense graph, grown from node 0.</summary>
/// <remarks>Chu, Liu and Edmonds: take the best arc into each node; contract a cycle to one node; solve what is left; expand.</remarks>
/// <param name="weights">Weight of the arc from i to j at i · size + j; used up.</param>
/// <param name="size">Nodes, the root included.</param>
internal sealed class MaximumArborescence(double[] weights, int size)
{
    /// <summary>The parent of each node; -1 for node 0.</summary>
    public int[] Find()
    {
        var parents = new int[size];
        parents[0] = -1;
        Solve([.. Enumerable.Range(0, size)], parents);
        return parents;
    }

    private void Solve(List<int> nodes, int[] parents)
    {
        int[] best = BestParents(nodes);
        List<int> cycle = CycleIn(nodes, best);
        if (cycle.Count == 0)
        {
            foreach (int node in nodes)
                parents[node] = best[node];
            return;
        }

        var inside = new bool[size];
        foreach (int node in cycle)
            inside[node] = true;
        List<int> rest = [.. nodes.Where(node => !inside[node])];
        int merged = cycle[0];
        var enters = new int[size];
        var leaves = new int[size];
        foreach (int other in rest)
            (enters[other], leaves[other]) = Merge(cycle, other, best);
        Solve([.. rest, merged], parents);

        foreach (int other in rest)
        {
            if (parents[other] == merged)
                parents[other] = leaves[other];
        }

        int entered = parents[merged];
        foreach (int node in cycle)
            parents[node] = best[node];
        parents[enters[entered]] = entered;
    }

    private int[] BestParents(List<int> nodes)
    {
        var best = new int[size];
        best[0] = -1;
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

        return best;
    }

    /// <summary>Gives the cycle's first node the arcs of the whole cycle from and to a node outside; returns where they touch the cycle.</summary>
    private (int Enter, int Leave) Merge(List<int> cycle, int other, int[] best)
    {
        int enter = cycle[0], leave = cycle[0];
        double enterGain = double.NegativeInfinity, leaveWeight = double.NegativeInfinity;
        foreach (int node in cycle)
        {
            double gain = Weight(other, node) - Weight(best[node], node);
            if (gain > enterGain)
                (enter, enterGain) = (node, gain);
            if (Weight(node, other) > leaveWeight)
                (leave, leaveWeight) = (node, Weight(node, other));
        }

        weights[(other * size) + cycle[0]] = enterGain;
        weights[(cycle[0] * size) + other] = leaveWeight;
        return (enter, leave);
    }

    private double Weight(int from, int to) => weights[(from * size) + to];

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
