using System.Runtime.InteropServices;

namespace Chancery.Cli;

/// <summary>Lets Ctrl-C and a polite kill end a long run after what is in flight, instead of in its midst.</summary>
internal sealed class StopSignals(CancellationTokenSource stop) : IDisposable
{
    private readonly PosixSignalRegistration interrupt = StopOn(PosixSignal.SIGINT, stop);
    private readonly PosixSignalRegistration terminate = StopOn(PosixSignal.SIGTERM, stop);

    public void Dispose()
    {
        interrupt.Dispose();
        terminate.Dispose();
    }

    private static PosixSignalRegistration StopOn(PosixSignal signal, CancellationTokenSource stop) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            stop.Cancel();
        });
}
