namespace Chancery.Cli;

/// <summary>Runs work on all cores and gives results in the order of the inputs, with a bounded number in flight.</summary>
internal static class OrderedWork
{
    /// <param name="inputs">Enumerated lazily, by the caller's thread alone.</param>
    /// <param name="work">Runs on any thread; must be safe for it.</param>
    /// <param name="threads">How many at once, at least 1.</param>
    /// <param name="stop">Ends the enumeration; what is in flight is still given.</param>
    public static IEnumerable<TResult> Run<TInput, TResult>(
        IEnumerable<TInput> inputs, Func<TInput, TResult> work, int threads, CancellationToken stop)
    {
        if (threads <= 1)
        {
            foreach (TInput input in inputs)
            {
                if (stop.IsCancellationRequested)
                    yield break;
                yield return work(input);
            }

            yield break;
        }

        var flight = new Queue<Task<TResult>>();
        using IEnumerator<TInput> source = inputs.GetEnumerator();
        bool more = true;
        while (true)
        {
            while (more && flight.Count < threads * 4 && !stop.IsCancellationRequested && (more = source.MoveNext()))
            {
                TInput input = source.Current;
                flight.Enqueue(Task.Run(() => work(input), CancellationToken.None));
            }

            if (!flight.TryDequeue(out Task<TResult>? next))
                yield break;
            yield return next.GetAwaiter().GetResult();
        }
    }
}
