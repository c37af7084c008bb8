//! What keeps two deliveries to one target apart.
//!
//! The holder of the lock writes its file anew every [`BEAT`] with a number
//! that moves on. Whoever finds the file watches it: if it moves, the holder is
//! alive; if it has not for [`PATIENCE`], the holder is gone. Only the
//! watcher's own clock counts, so clocks may differ. A holder that was taken
//! for dead, perhaps because its network was, sees another's token and stops.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use bytes::Bytes;
use opendal::ErrorKind;
use serde::{Deserialize, Serialize};
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio::time::sleep;

use super::{PublishError, Remote, Trouble, Watcher};

/// The name of the file.
pub const LOCK: &str = ".planwright.lock";
/// How often its holder moves it on.
pub const BEAT: Duration = Duration::from_secs(2);
/// After how long without a move its holder is taken for gone.
pub const PATIENCE: Duration = Duration::from_secs(10);
/// How long a write may need to be seen by others.
const SETTLE: Duration = Duration::from_secs(1);
/// How often a lock is taken anew that others took at the same time.
const ATTEMPTS: usize = 5;

/// Who publishes, as others are told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// A name: "maya on desk7".
    pub by: String,
    /// The moment, as a text for people.
    pub since: String,
    /// What nobody else has.
    pub token: String,
}

/// What the file says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// What tells its holder from all others.
    pub token: String,
    /// Who holds it.
    pub by: String,
    /// Since when, by the holder's clock.
    pub since: String,
    /// What moves on.
    pub beat: u64,
}

/// The lock of a target, held.
#[derive(Debug)]
pub struct Lock {
    remote: Remote,
    token: String,
    lost: Arc<AtomicBool>,
    over: Arc<Notify>,
    beating: JoinHandle<()>,
}

type Result<T> = std::result::Result<T, PublishError>;

impl Lock {
    /// Takes the lock of a target.
    ///
    /// # Errors
    ///
    /// When another delivery holds it, or the target refuses.
    pub async fn take(remote: &Remote, owner: Owner, watcher: &dyn Watcher) -> Result<Self> {
        let mine = Held {
            token: owner.token,
            by: owner.by,
            since: owner.since,
            beat: 0,
        };
        for _ in 0..ATTEMPTS {
            let taken = match read(remote).await? {
                None => create(remote, &mine).await?,
                // A build into this folder has left its own, which says nothing.
                Some(other) if other.by.is_empty() => take_over(remote, &mine).await?,
                Some(other) => {
                    watcher.note(&format!(
                        "note: {} began a delivery at {}; looking whether it is still under way",
                        other.by, other.since
                    ));
                    if !is_gone(remote, other.clone()).await? {
                        continue;
                    }
                    watcher.note("note: it was cut off; going on with it");
                    take_over(remote, &mine).await?
                }
            };
            if taken {
                return Ok(Self::hold(remote.clone(), mine));
            }
        }
        let held = read(remote).await?.unwrap_or(mine);
        Err(remote.trouble(Trouble::Locked(held)))
    }

    fn hold(remote: Remote, mine: Held) -> Self {
        let lost = Arc::new(AtomicBool::new(false));
        let over = Arc::new(Notify::new());
        let token = mine.token.clone();
        let ends = (Arc::clone(&lost), Arc::clone(&over));
        let beating = tokio::spawn(beat(remote.clone(), mine, ends));
        Self {
            remote,
            token,
            lost,
            over,
            beating,
        }
    }

    /// Fails once the lock is known to be another's.
    pub fn held(&self) -> Result<()> {
        if self.lost.load(Ordering::Relaxed) {
            return Err(self.remote.trouble(Trouble::LockLost));
        }
        Ok(())
    }

    /// Asks the target whether the lock is still held.
    pub async fn still_held(&self) -> Result<()> {
        self.held()?;
        match read(&self.remote).await? {
            Some(held) if held.token == self.token => Ok(()),
            _ => Err(self.remote.trouble(Trouble::LockLost)),
        }
    }

    /// Gives the lock back.
    pub async fn release(self) {
        self.over.notify_one();
        let _over = self.beating.await;
        if matches!(read(&self.remote).await, Ok(Some(held)) if held.token == self.token) {
            // If it stays, the next delivery sees that it does not move.
            let _stays = self.remote.delete(LOCK).await;
        }
    }
}

/// Moves the lock on until it is another's or no longer needed.
async fn beat(remote: Remote, mut mine: Held, (lost, over): (Arc<AtomicBool>, Arc<Notify>)) {
    loop {
        tokio::select! {
            () = sleep(BEAT) => {}
            () = over.notified() => return,
        }
        match read(&remote).await {
            Ok(Some(held)) if held.token == mine.token => {
                mine.beat += 1;
                // A beat that is lost with the network is made up for by the next.
                let _next = remote.put(LOCK, bytes(&mine)).await;
            }
            Ok(_) => return lost.store(true, Ordering::Relaxed),
            Err(_) => {}
        }
    }
}

/// Whether the holder of a lock does not move it any more. It is an error if
/// the lock moves; it may also be free by now, or another's.
async fn is_gone(remote: &Remote, seen: Held) -> Result<bool> {
    let looks = PATIENCE.as_secs() / SETTLE.as_secs();
    for _ in 0..looks {
        sleep(SETTLE).await;
        match read(remote).await? {
            None => return Ok(false),
            Some(now) if now != seen => return Err(remote.trouble(Trouble::Locked(now))),
            Some(_) => {}
        }
    }
    Ok(true)
}

/// Writes the file where there is none.
async fn create(remote: &Remote, mine: &Held) -> Result<bool> {
    if remote.is_conditional() {
        let written = remote.operator.write_with(LOCK, bytes(mine));
        match written.if_not_exists(true).await {
            // Some services take the condition and do not know it.
            Ok(_) => return is_mine(remote, mine).await,
            Err(error) if is_taken(&error) => {
                // A second try may have met the first.
                return is_mine(remote, mine).await;
            }
            Err(error) if !knows_no_conditions(&error) => {
                return Err(remote.refused("begin".to_owned(), error));
            }
            Err(_) => {}
        }
    }
    take_over(remote, mine).await
}

/// Writes the file whether or not there is one, and waits for who does the same.
async fn take_over(remote: &Remote, mine: &Held) -> Result<bool> {
    remote.put(LOCK, bytes(mine)).await?;
    sleep(SETTLE).await;
    is_mine(remote, mine).await
}

async fn is_mine(remote: &Remote, mine: &Held) -> Result<bool> {
    let held = read(remote).await?;
    Ok(held.is_some_and(|held| held.token == mine.token))
}

fn is_taken(error: &opendal::Error) -> bool {
    [
        ErrorKind::ConditionNotMatch,
        ErrorKind::AlreadyExists,
        ErrorKind::Conflict,
    ]
    .contains(&error.kind())
}

fn knows_no_conditions(error: &opendal::Error) -> bool {
    error.kind() == ErrorKind::Unsupported || error.to_string().contains("status: 501")
}

/// What the file says; one that cannot be read is held by nobody knows whom,
/// and an empty one by nobody.
async fn read(remote: &Remote) -> Result<Option<Held>> {
    let bytes = remote.read(LOCK).await?;
    let held = |bytes: Vec<u8>| {
        let by = if bytes.is_empty() { "" } else { "somebody" };
        serde_json::from_slice(&bytes).unwrap_or_else(|_| Held {
            token: String::new(),
            by: by.to_owned(),
            since: "an unknown time".to_owned(),
            beat: 0,
        })
    };
    Ok(bytes.map(held))
}

fn bytes(held: &Held) -> Bytes {
    // Texts and a number are always JSON.
    Bytes::from(serde_json::to_vec(held).unwrap_or_default())
}
