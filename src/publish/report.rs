//! What was delivered, for other programs.

use schemars::JsonSchema;
use serde::Serialize;

use super::Delivery;
use crate::config::Target;
use crate::output::{SitePath, Why};

/// What was delivered, or would be.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Report {
    /// The version of this format. It grows when a name changes its meaning or
    /// goes; new names may come without it.
    pub version: u32,
    /// What was delivered to each target.
    pub deliveries: Vec<DeliveryReport>,
}

/// What a delivery did, or would do.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DeliveryReport {
    /// The target's name in `plan.toml`.
    pub target: String,
    /// Its kind: `folder`, `s3`, `webdav` or `sftp`.
    pub kind: String,
    /// Whether nothing was done.
    pub dry_run: bool,
    /// Whether this completed a delivery that was cut off.
    pub completed: bool,
    /// The files that were sent, ordered by path.
    pub sent: Vec<FileReport>,
    /// The paths of the files that were deleted.
    pub deleted: Vec<String>,
    /// The number of files that stayed as they were.
    pub kept: usize,
    /// The number of bytes that were sent.
    pub bytes: u64,
    /// Of a folder with releases, the one that is shown now.
    pub release: Option<String>,
}

/// A file that was sent.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FileReport {
    /// Its path in the site.
    pub path: String,
    /// Why it was sent, in words.
    pub why: String,
    /// The number of its bytes.
    pub bytes: u64,
}

impl Report {
    /// All that was delivered, as JSON with an end of line.
    pub fn to_json(deliveries: Vec<DeliveryReport>) -> String {
        let report = Self {
            version: 1,
            deliveries,
        };
        // Text, numbers and lists of them are always JSON.
        serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
    }
}

impl DeliveryReport {
    /// What a delivery comes to.
    pub fn of(target: &Target, delivery: &Delivery, dry_run: bool) -> Self {
        let delta = &delivery.delta;
        let file = |(path, why): &(SitePath, Why)| FileReport {
            path: path.to_string(),
            why: why.words().to_owned(),
            bytes: delta.next.files.get(path).map_or(0, |stamp| stamp.len),
        };
        Self {
            target: target.name.clone(),
            kind: target.place.kind().to_owned(),
            dry_run,
            completed: delivery.completes(),
            sent: delta.write.iter().map(file).collect(),
            deleted: delta.delete.iter().map(ToString::to_string).collect(),
            kept: delta.kept,
            bytes: delivery.bytes(),
            release: None,
        }
    }
}
