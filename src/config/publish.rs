//! `[publish.*]`: where the site is delivered to.

use super::Edition;
use super::read::{base_url, no_web_address};
use crate::diagnostic::{Diagnostic, Span};
use crate::quantity::Percent;
use crate::value::{Entry, Reader, Spanned, Table, Wrong, one_of};

/// The most of a site's files, in percent, that a delivery deletes unasked.
pub const MAX_DELETE: u8 = 20;
/// How many releases of a folder are kept.
pub const KEEP: usize = 5;

/// Somewhere that a site is delivered to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The name that `planwright publish` takes.
    pub name: String,
    /// Where it is.
    pub place: Place,
    /// What is delivered of a plan that names audiences.
    pub edition: Option<Delivered>,
    /// The most files, in percent of those that are there, that a delivery
    /// deletes unasked.
    pub max_delete: u8,
    /// The compressed copies that are laid beside texts.
    pub precompress: Vec<Encoding>,
    /// The file that holds the credentials.
    pub credentials: Option<Spanned<String>>,
}

/// A kind of place, with what finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A folder of this machine.
    Folder {
        /// Seen from the plan's folder.
        path: String,
        /// How many releases are kept; none where the folder itself is written to.
        releases: Option<usize>,
    },
    /// A bucket of Amazon S3, or of what speaks like it.
    S3 {
        /// The bucket.
        bucket: String,
        /// The start of all keys; empty for the bucket itself.
        prefix: String,
        /// The address of the service; else that of Amazon.
        endpoint: Option<String>,
        /// The region.
        region: Option<String>,
    },
    /// A collection of a `WebDAV` server.
    WebDav {
        /// Its address.
        url: String,
    },
    /// A folder behind SSH.
    Sftp {
        /// The host, or its name in the settings of `ssh`.
        host: String,
        /// The user; else that of `ssh`.
        user: Option<String>,
        /// The port; else that of `ssh`.
        port: Option<u16>,
        /// The folder, from the root.
        path: String,
    },
}

/// What of a plan is delivered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivered {
    /// All of it.
    Whole,
    /// The edition of that name.
    Edition(String),
}

/// A way to compress a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Encoding {
    /// `.gz`
    Gzip,
    /// `.br`
    Brotli,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Folder,
    S3,
    WebDav,
    Sftp,
}

const KINDS: [(&str, Kind); 4] = [
    ("folder", Kind::Folder),
    ("s3", Kind::S3),
    ("webdav", Kind::WebDav),
    ("sftp", Kind::Sftp),
];

/// Names of settings that would hold credentials.
const SECRETS: [&str; 12] = [
    "access_key",
    "access_key_id",
    "key_id",
    "passphrase",
    "passwd",
    "password",
    "private_key",
    "secret",
    "secret_access_key",
    "secret_key",
    "session_token",
    "token",
];

impl Target {
    /// Reads `[publish.*]`.
    pub(super) fn read_all(
        table: &Table,
        editions: &[Edition],
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<Self> {
        let tables = Reader::named_tables(table, problems);
        let mut targets = Vec::new();
        for (entry, settings) in tables {
            match credentials_in(settings) {
                Some(found) => problems.push(found),
                None => targets.extend(Self::read(entry, settings, editions, problems)),
            }
        }
        targets
    }

    fn read(
        entry: &Entry,
        settings: &Table,
        editions: &[Edition],
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let mut r = Reader::new(settings);
        let kind = r.parse("kind", |text| one_of(text, &KINDS));
        if kind.is_none() && r.value("kind").is_none() {
            let wrong = Wrong::new("a target must say what it is")
                .help("add `kind = \"folder\"`, `\"s3\"`, `\"webdav\"` or `\"sftp\"`");
            r.wrong(&entry.key, entry.key_span, wrong);
        }
        let edition = r.parse("edition", |text| edition(text, editions));
        let edition = edition.map(|edition| edition.value);
        let max_delete = r.parse("max_delete", percent);
        let precompress = r.parses("precompress", |text| {
            one_of(text, &[("gz", Encoding::Gzip), ("br", Encoding::Brotli)])
        });
        let credentials = r.text("credentials");
        let Some(kind) = kind else {
            problems.append(&mut r.problems);
            return None;
        };
        let place = match kind.value {
            Kind::Folder => folder(&mut r, entry),
            Kind::S3 => s3(&mut r, entry),
            Kind::WebDav => {
                let url = r.parse("url", web_address);
                need(&mut r, entry, "url", url).map(|url| Place::WebDav { url })
            }
            Kind::Sftp => sftp(&mut r, entry),
        };
        problems.extend(r.finish("setting", []));
        Some(Self {
            name: entry.key.clone(),
            place: place?,
            edition,
            max_delete: max_delete.map_or(MAX_DELETE, |percent| percent.value),
            precompress: precompress.into_iter().map(|it| it.value).collect(),
            credentials,
        })
    }
}

impl Place {
    /// The word for its kind.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Folder { .. } => "folder",
            Self::S3 { .. } => "s3",
            Self::WebDav { .. } => "webdav",
            Self::Sftp { .. } => "sftp",
        }
    }
}

fn folder(r: &mut Reader<'_>, entry: &Entry) -> Option<Place> {
    let releases = r.parse("releases", super::kinds::yes_or_no);
    let keep = r.parse("keep", |text| match text.trim().parse() {
        Ok(0) | Err(_) => Err(Wrong::new("not a number of releases").help("write 1 or more")),
        Ok(keep) => Ok(keep),
    });
    let keep = keep.map_or(KEEP, |keep| keep.value);
    let in_place = releases.is_some_and(|it| !it.value);
    let path = r.parse("path", words);
    Some(Place::Folder {
        path: need(r, entry, "path", path)?,
        releases: (!in_place).then_some(keep),
    })
}

fn s3(r: &mut Reader<'_>, entry: &Entry) -> Option<Place> {
    let prefix = r.text("prefix");
    let endpoint = r.parse("endpoint", web_address);
    let region = r.text("region");
    let bucket = r.parse("bucket", words);
    Some(Place::S3 {
        bucket: need(r, entry, "bucket", bucket)?,
        prefix: prefix.map_or_else(String::new, |it| it.trim_matches('/').to_owned()),
        endpoint: endpoint.map(|it| it.value),
        region: region.map(|it| it.value),
    })
}

fn sftp(r: &mut Reader<'_>, entry: &Entry) -> Option<Place> {
    let user = r.text("user");
    let port = r.parse("port", |text| {
        let port = text.trim().parse().ok().filter(|port| *port > 0);
        port.ok_or_else(|| Wrong::new("not a port").help("write a number from 1 to 65535"))
    });
    let (host, path) = (r.parse("host", host), r.parse("path", path_from_the_root));
    let (host, path) = (need(r, entry, "host", host), need(r, entry, "path", path));
    Some(Place::Sftp {
        host: host?,
        user: user.map(|it| it.value),
        port: port.map(|it| it.value),
        path: path?,
    })
}

/// A setting that a target cannot do without, as it was read.
fn need(
    r: &mut Reader<'_>,
    entry: &Entry,
    key: &'static str,
    found: Option<Spanned<String>>,
) -> Option<String> {
    if found.is_none() && r.value(key).is_none() {
        let wrong = Wrong::new(format!("this kind of target needs `{key}`"));
        let wrong = wrong.help(format!("add `{key} = \"…\"`"));
        r.wrong(&entry.key, entry.key_span, wrong);
    }
    found.map(|it| it.value)
}

fn words(text: &str) -> Result<String, Wrong> {
    match text.trim() {
        "" => Err(Wrong::new("nothing is written here")),
        text => Ok(text.to_owned()),
    }
}

fn path_from_the_root(text: &str) -> Result<String, Wrong> {
    if text.trim().starts_with('/') {
        Ok(text.trim().to_owned())
    } else {
        Err(Wrong::new("not a path from the root").help("write it as in `/srv/www`"))
    }
}

/// The finding that credentials stand among the settings. It points to the
/// start of the file, for whatever line it showed would show them too.
fn credentials_in(settings: &Table) -> Option<Diagnostic> {
    let is_secret = |entry: &&Entry| {
        let key = entry.key.to_lowercase().replace('-', "_");
        SECRETS.contains(&key.as_str())
    };
    let key = settings.entries.iter().find(is_secret);
    let key = key.map(|entry| entry.key.as_str());
    let in_address = || {
        let mut entries = settings.entries.iter();
        let found = entries.find(|entry| entry.value.as_text().is_some_and(has_user_info))?;
        Some(found.key.as_str())
    };
    let key = key.or_else(in_address)?;
    let wrong = Wrong::new("credentials have no place in plan.toml").help(
        "take it out, change it if others have seen this file, and put it in the environment \
         or in a file of your own that `credentials` names",
    );
    Some(wrong.found(key, Span::file(settings.span.source)))
}

/// Whether an address holds a user's name or password.
fn has_user_info(text: &str) -> bool {
    let authority = text.split_once("://").map(|(_, rest)| rest);
    let authority = authority.and_then(|rest| rest.split(['/', '?', '#']).next());
    authority.is_some_and(|authority| authority.contains('@'))
}

/// As `plan.base_url`, and not a scheme alone.
fn web_address(text: &str) -> Result<String, Wrong> {
    let address = base_url(text)?;
    if address.contains("://") {
        Ok(address)
    } else {
        Err(no_web_address(text))
    }
}

fn host(text: &str) -> Result<String, Wrong> {
    // A name that began so would be taken for an option of `ssh`.
    let is_name = !text.starts_with('-') && !text.contains(['/', '@', ' ']);
    let wrong = || {
        Wrong::new(format!("`{text}` is not the name of a host"))
            .help("write the name alone; `user`, `port` and `path` are settings of their own")
    };
    is_name.then(|| text.to_owned()).ok_or_else(wrong)
}

fn percent(text: &str) -> Result<u8, Wrong> {
    let percent = Percent::parse(text).map(Percent::value);
    percent.map_err(|_| Wrong::new("not a share in percent").help("write a number from 0 to 100"))
}

fn edition(text: &str, editions: &[Edition]) -> Result<Delivered, Wrong> {
    let text = text.trim();
    let names = || editions.iter().map(|edition| edition.name.as_str());
    if names().any(|name| name == text) {
        return Ok(Delivered::Edition(text.to_owned()));
    }
    if text == "whole" {
        return Ok(Delivered::Whole);
    }
    let help = match names().collect::<Vec<_>>().join(", ") {
        none if none.is_empty() => "this plan has none; `[editions.NAME]` makes one".to_owned(),
        all => format!("use one of: {all}; or `whole` for the whole plan"),
    };
    // Who may see what is not for a program to guess.
    Err(Wrong::new(format!("there is no edition `{text}`")).help(help))
}
