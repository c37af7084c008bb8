//! Who publishes, as another delivery is told, and when they want to stop.

#![expect(
    clippy::disallowed_methods,
    reason = "the command line asks the environment and the clock"
)]

use std::hash::{BuildHasher as _, RandomState};
use std::sync::Arc;

use tokio::sync::Notify;

use crate::publish::lock::Owner;

/// A variable of the environment.
pub(super) fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Who publishes now.
pub(super) fn owner() -> Owner {
    let first = |names: &[&str]| names.iter().find_map(|name| environment(name));
    let user = first(&["USER", "LOGNAME", "USERNAME"]).unwrap_or_else(|| "somebody".to_owned());
    let host = first(&["HOSTNAME", "COMPUTERNAME"]);
    let host = host.or_else(|| std::fs::read_to_string("/etc/hostname").ok());
    let host = host.map_or_else(String::new, |host| format!(" on {}", host.trim()));
    let since = jiff::Timestamp::now();
    // Each state of a hash map begins with random bits of the system.
    let bits = || RandomState::new().hash_one(since);
    Owner {
        by: format!("{user}{host}"),
        since: since.strftime("%Y-%m-%d %H:%M UTC").to_string(),
        token: format!("{:016x}{:016x}", bits(), bits()),
    }
}

/// Says when the user or the system asks the program to end. Asked once more,
/// it does at once.
pub(super) async fn watch_for_the_end(asked_to_end: Arc<Notify>) {
    asked().await;
    asked_to_end.notify_one();
    asked().await;
    std::process::exit(2);
}

#[cfg(unix)]
async fn asked() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}

#[cfg(not(unix))]
async fn asked() {
    let _asked = tokio::signal::ctrl_c().await;
}
