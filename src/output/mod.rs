//! Files to be, and the one safe way to disk.
//!
//! A site is a [`Tree`] of paths and bytes. What the output folder already
//! holds stands in its [`Manifest`]; the [`Delta`] between them is what has to
//! be done, and [`Folder::write`] does it: whole files only, nothing but what
//! is listed is ever deleted, and foreign files are never touched. Nothing
//! here knows what a plan is.

mod delta;
pub(crate) mod disk;
mod error;
mod folder;
mod hash;
mod manifest;
mod media;
mod path;
mod stage;
mod switch;
mod take;
#[cfg(test)]
mod tests;
mod tree;
mod verify;
mod write;

pub use delta::{Delta, Why};
pub use error::{Refusal, WriteError};
pub use folder::{Folder, MANIFEST};
pub use hash::{bytes_hash, to_hex, view_hash};
pub use manifest::{Loaded, Manifest, OnDisk, Stamp};
pub use media::{is_text, media_type};
pub use path::{BadPath, SitePath};
pub use take::{Held, Pour, Take};
pub use tree::{Clash, Entry, Tree};
pub use verify::Mismatch;
pub use write::Report;

/// Puts a whole file in its place at once: nobody ever sees half of it.
///
/// # Errors
///
/// When the system refuses; the file is then as it was.
pub fn put(path: &std::path::Path, bytes: &[u8]) -> Result<(), WriteError> {
    disk::put(path, bytes, true)
}
