//! One token that says "stop", pulled by SIGINT or SIGTERM.

use tokio_util::sync::CancellationToken;

/// Waits for SIGINT (Ctrl-C) or SIGTERM (docker stop), then cancels `shutdown`. Whoever waits for the end has a limit of
/// their own, so a second signal changes nothing; SIGKILL is safe at any time.
///
/// # Errors
/// When the system refuses to hand signals over.
#[cfg(unix)]
pub async fn cancel_on_signal(shutdown: CancellationToken) -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let name = tokio::select! {
        _ = terminate.recv() => "SIGTERM",
        _ = interrupt.recv() => "SIGINT",
        () = shutdown.cancelled() => return Ok(()),
    };
    tracing::info!(signal = name, "stopping: intake ends, started work is finished");
    shutdown.cancel();
    Ok(())
}
