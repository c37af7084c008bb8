//! A place behind a service, as deliveries see it.

use bytes::Bytes;
use opendal::{ErrorKind, Operator};

use super::{PublishError, Trouble};
use crate::output::{MANIFEST, Manifest, bytes_hash, is_text, media_type, to_hex};

/// The folder of files that have not arrived whole.
pub(super) const PARTS: &str = ".planwright.part/";
/// The bytes that are handed on at once.
const CHUNK: usize = 8 << 20;
/// How long readers may keep a file unasked. Names are not hashed: texts must
/// fit one another, so they are asked for, and the rest is kept a while.
const KEEP: [&str; 2] = ["no-cache", "max-age=300"];

/// A target of a delivery.
#[derive(Debug, Clone)]
pub struct Remote {
    pub(super) operator: Operator,
    /// What people call it.
    pub(super) place: String,
    /// How a file comes to be seen.
    pub(super) arrival: Arrival,
    /// How many files are sent at a time.
    pub(super) width: usize,
}

/// How a file comes to be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Arrival {
    /// Once it is whole.
    Whole,
    /// As it grows: it must be sent beside its place, and then renamed.
    Renamed,
}

type Result<T> = std::result::Result<T, PublishError>;

impl Remote {
    /// A place that an operator leads to. Where the service can rename and shows
    /// files as they grow, `renamed` has them sent beside their places first.
    pub fn new(operator: Operator, place: impl Into<String>, renamed: bool) -> Self {
        Self {
            operator,
            place: place.into(),
            arrival: if renamed {
                Arrival::Renamed
            } else {
                Arrival::Whole
            },
            width: 8,
        }
    }

    /// With another number of files at a time.
    #[must_use]
    pub fn with_width(mut self, width: usize) -> Self {
        self.width = width;
        self
    }

    /// What people call it.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// Whether the service writes a file only where there is none.
    pub(super) fn is_conditional(&self) -> bool {
        self.operator.info().capability().write_with_if_not_exists
    }

    /// The bytes of a file, if it is there.
    pub(super) async fn read(&self, path: &str) -> Result<Option<Vec<u8>>> {
        match self.operator.read(path).await {
            Ok(bytes) => Ok(Some(bytes.to_vec())),
            Err(error) if is_absent(&error) => Ok(None),
            Err(error) => Err(self.refused(format!("read {path}"), error)),
        }
    }

    /// Its manifest, as it is saved.
    pub(super) async fn manifest(&self) -> Result<Option<Vec<u8>>> {
        self.read(MANIFEST).await
    }

    pub(super) async fn put_manifest(&self, manifest: &Manifest) -> Result<()> {
        self.put(MANIFEST, Bytes::from(manifest.to_json())).await
    }

    /// Puts a file in its place, which readers see whole or not at all.
    pub(super) async fn put(&self, path: &str, bytes: Bytes) -> Result<()> {
        let sent = match self.arrival {
            Arrival::Whole => self.write(path, path, bytes).await,
            Arrival::Renamed => self.put_renamed(path, bytes).await,
        };
        sent.map_err(|error| self.refused(format!("send {path}"), error))
    }

    async fn put_renamed(&self, path: &str, bytes: Bytes) -> opendal::Result<()> {
        let part = format!("{PARTS}{}", to_hex(bytes_hash(path.as_bytes())));
        let length = bytes.len() as u64;
        self.write(&part, path, bytes).await?;
        let there = self.operator.stat(&part).await?.content_length();
        if there != length {
            let told = format!("{there} of {length} bytes have arrived");
            return Err(opendal::Error::new(ErrorKind::Unexpected, told));
        }
        self.operator.rename(&part, path).await
    }

    /// Writes a file as what will stand at a path.
    async fn write(&self, to: &str, path: &str, bytes: Bytes) -> opendal::Result<()> {
        let can = self.operator.info().capability();
        let mut options = opendal::options::WriteOptions::default();
        if can.write_with_content_type {
            options.content_type = Some(content_type(path));
        }
        if can.write_with_cache_control {
            let is_asked_for = is_page(path) || is_text(&media_type(path)) || path.starts_with('.');
            options.cache_control = Some(KEEP[usize::from(!is_asked_for)].to_owned());
        }
        if can.write_can_multi && bytes.len() > CHUNK {
            options.chunk = Some(CHUNK);
            options.concurrent = 2;
        }
        self.operator
            .write_options(to, bytes, options)
            .await
            .map(drop)
    }

    /// Deletes a file, there or not.
    pub(super) async fn delete(&self, path: &str) -> Result<()> {
        match self.operator.delete(path).await {
            Err(error) if !is_absent(&error) => Err(self.refused(format!("delete {path}"), error)),
            _ => Ok(()),
        }
    }

    /// Makes a folder, if the service has folders and wants them made.
    pub(super) async fn make_folder(&self, folder: &str) {
        if self.operator.info().capability().create_dir {
            // Where that fails, the file that goes there will say why.
            let _said_later = self.operator.create_dir(&format!("{folder}/")).await;
        }
    }

    /// Deletes a folder if nothing is in it; not where a service would delete
    /// what is in it as well.
    pub(super) async fn delete_if_empty(&self, folder: &str) {
        if self.arrival == Arrival::Renamed {
            let _not_empty = self.operator.delete(&format!("{folder}/")).await;
        }
    }

    /// The paths of the files in a folder, not those in folders of it; none
    /// where the service does not tell.
    pub(super) async fn files_in(&self, folder: &str) -> Result<Option<Vec<String>>> {
        let path = match folder {
            "" => "/".to_owned(),
            folder => format!("{folder}/"),
        };
        match self.operator.list(&path).await {
            Ok(entries) => {
                let files = entries.iter().filter(|entry| entry.metadata().is_file());
                Ok(Some(files.map(|entry| entry.path().to_owned()).collect()))
            }
            Err(error) if is_absent(&error) => Ok(Some(Vec::new())),
            Err(error) if cannot_list(&error) => Ok(None),
            Err(error) => Err(self.refused("look around".to_owned(), error)),
        }
    }

    pub(super) fn refused(&self, doing: String, error: opendal::Error) -> PublishError {
        PublishError::new(&self.place, Trouble::Service(doing, Box::new(error)))
    }

    pub(super) fn trouble(&self, why: Trouble) -> PublishError {
        PublishError::new(&self.place, why)
    }
}

/// Whether a path is that of a page.
pub(super) fn is_page(path: &str) -> bool {
    let path = path.trim_end_matches(".gz").trim_end_matches(".br");
    std::path::Path::new(path)
        .extension()
        .is_some_and(|it| it == "html")
}

/// The type of a file by its name; texts are UTF-8.
fn content_type(path: &str) -> String {
    let kind = media_type(path);
    if is_text(&kind) && kind.get_param("charset").is_none() {
        format!("{kind}; charset=utf-8")
    } else {
        kind.to_string()
    }
}

/// Whether a file is not there; a bucket that is not there is another matter.
fn is_absent(error: &opendal::Error) -> bool {
    error.kind() == ErrorKind::NotFound && !error.to_string().contains("NoSuchBucket")
}

fn cannot_list(error: &opendal::Error) -> bool {
    let text = error.to_string();
    error.kind() == ErrorKind::Unsupported
        || text.contains("status: 405")
        || text.contains("status: 501")
}
