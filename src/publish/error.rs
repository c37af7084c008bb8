//! Why a delivery did not take place or did not end, and what to do about it.

use std::error::Error as _;
use std::fmt;

use opendal::ErrorKind;

use super::lock::Held;
use crate::output::WriteError;

/// A delivery that did not take place, or did not end.
#[derive(Debug)]
pub struct PublishError {
    /// The target, as people name it.
    pub place: String,
    /// Why.
    pub why: Trouble,
}

/// Why a delivery did not take place, or did not end.
#[derive(Debug)]
pub enum Trouble {
    /// These files, none of ours, stand where files of the site have to go.
    Foreign(Vec<String>),
    /// So many files would be deleted that it may be a mistake.
    TooMuchGone {
        /// The files.
        paths: Vec<String>,
        /// Their share of those that are there, in percent.
        share: u64,
        /// The most that is deleted unasked.
        limit: u8,
    },
    /// Another delivery is under way.
    Locked(Held),
    /// Another delivery took this one for dead.
    LockLost,
    /// Somebody stopped this one.
    Stopped,
    /// The credentials, or the file that holds them, are of no use.
    Credentials(String),
    /// The folder holds the plan itself.
    HoldsPlan,
    /// A folder stands where a link to a release has to.
    RealFolder,
    /// Something that is no link of ours stands there.
    NotOurLink,
    /// There is no such release, or none at all.
    NoRelease(Option<String>),
    /// This machine cannot make what releases need.
    NoLinks(std::io::Error),
    /// A file of this machine could not be written.
    Disk(WriteError),
    /// The service refused; the words say what was being done.
    Service(String, Box<opendal::Error>),
}

/// What a service's refusal comes down to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Refused {
    Credentials,
    NoCredentials,
    UnknownHost,
    Unreachable,
    Place,
    Rights,
    Full,
    Clock,
    Other,
}

impl PublishError {
    pub(super) fn new(place: impl Into<String>, why: Trouble) -> Self {
        Self {
            place: place.into(),
            why,
        }
    }

    /// What to do about it, as a sentence without a full stop.
    pub fn help(&self) -> String {
        let help = match &self.why {
            Trouble::Foreign(_) => {
                "move them away, choose another place, or give --adopt to write over them"
            }
            Trouble::TooMuchGone { .. } => {
                "if that is meant, give --max-delete 100; nothing was sent"
            }
            Trouble::Locked(_) => {
                "wait until it has ended; a delivery that was cut off is noticed by itself"
            }
            Trouble::Stopped => "publish again: it goes on where it stopped",
            Trouble::LockLost => "see who else publishes there, then publish again",
            Trouble::Credentials(_) => {
                "name a file outside of the plan's folder that only you can read, or use the \
                 environment"
            }
            Trouble::HoldsPlan => "choose a folder of its own for the site",
            Trouble::RealFolder => {
                "move it away, so that a link to the newest release can stand there, or add \
                 `releases = false` to write into the folder itself"
            }
            Trouble::NotOurLink => "choose another path, or move it away",
            Trouble::NoRelease(_) => "`planwright publish TARGET --releases` lists them",
            Trouble::NoLinks(_) => "add `releases = false` to write into the folder itself",
            Trouble::Disk(error) => error.help(),
            Trouble::Service(_, error) => match Refused::of(error) {
                Refused::Credentials => {
                    "look at the user, the password or the key, and their rights"
                }
                Refused::NoCredentials => {
                    "set them in the environment, as the settings reference says, or name a file \
                     with `credentials`"
                }
                Refused::UnknownHost => {
                    "connect once with `ssh` yourself and compare the key that it shows"
                }
                Refused::Unreachable => {
                    "look at the address and the network, then publish again: it goes on where it \
                     stopped"
                }
                Refused::Place => "make it first, or look at its name in plan.toml",
                Refused::Rights => {
                    "give the user the right to write there, or choose another place"
                }
                Refused::Clock => "set the clock of this machine",
                Refused::Full => "free some space and publish again: it goes on where it stopped",
                Refused::Other => "publish again when this is mended: it goes on where it stopped",
            },
        };
        help.to_owned()
    }
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = &self.place;
        match &self.why {
            Trouble::Foreign(files) => {
                write!(
                    f,
                    "{place} holds files of others where the site has to go: "
                )?;
                some_of(f, files)
            }
            Trouble::TooMuchGone {
                paths,
                share,
                limit,
            } => {
                write!(
                    f,
                    "{} files of {place} would be deleted, {share} % of the site, and at most \
                     {limit} % may be: ",
                    paths.len()
                )?;
                some_of(f, paths)
            }
            Trouble::Locked(held) => {
                write!(f, "another delivery to {place} is under way, begun ")?;
                write!(f, "by {} at {}", held.by, held.since)
            }
            Trouble::Stopped => write!(f, "the delivery to {place} was stopped"),
            Trouble::LockLost => write!(f, "another delivery has taken over {place}"),
            Trouble::Credentials(why) => write!(f, "the credentials of `{place}`: {why}"),
            Trouble::HoldsPlan => write!(f, "{place} holds the plan itself"),
            Trouble::RealFolder => write!(f, "{place} is a folder"),
            Trouble::NotOurLink => {
                write!(f, "{place} is neither a release nor a link to one")
            }
            Trouble::NoRelease(Some(name)) => write!(f, "{place} has no release {name}"),
            Trouble::NoRelease(None) => write!(f, "{place} has no release before this one"),
            Trouble::NoLinks(error) => {
                write!(f, "{place} cannot be a link to a release: {error}")
            }
            Trouble::Disk(error) => error.fmt(f),
            Trouble::Service(doing, error) => {
                write!(f, "cannot {doing}: {}", Refused::of(error).words(place))?;
                match Refused::of(error) {
                    Refused::NoCredentials | Refused::Place => Ok(()),
                    _ => write!(f, " ({})", reason(error)),
                }
            }
        }
    }
}

impl std::error::Error for PublishError {}

/// The first of many, and how many more.
fn some_of(f: &mut fmt::Formatter<'_>, files: &[String]) -> fmt::Result {
    const SHOWN: usize = 5;
    let shown: Vec<&str> = files.iter().take(SHOWN).map(String::as_str).collect();
    f.write_str(&shown.join(", "))?;
    match files.len().saturating_sub(SHOWN) {
        0 => Ok(()),
        more => write!(f, " and {more} more"),
    }
}

impl Refused {
    fn of(error: &opendal::Error) -> Self {
        let text = everything(error);
        let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
        if says(&["NoSuchBucket"]) {
            Self::Place
        } else if says(&["RequestTimeTooSkewed"]) {
            Self::Clock
        } else if says(&[
            "no valid credential",
            "failed to load signing credential",
            "no credential",
        ]) {
            Self::NoCredentials
        } else if says(&[
            "status: 401",
            "InvalidAccessKeyId",
            "SignatureDoesNotMatch",
            "InvalidToken",
            "ExpiredToken",
            "Permission denied (publickey",
            "Too many authentication failures",
        ]) {
            Self::Credentials
        } else if says(&["Host key verification failed"]) {
            Self::UnknownHost
        } else if says(&[
            "No space left",
            "status: 507",
            "quota",
            "QuotaExceeded",
            "StorageFull",
        ]) {
            Self::Full
        } else if says(&[
            "onnection refused",
            "onnection reset",
            "onnection closed",
            "onnection timed out",
            "imeout",
            "dns error",
            "Could not resolve",
            "Network is unreachable",
            "No route to host",
            "disconnected",
            "roken pipe",
            "error sending request",
        ]) {
            Self::Unreachable
        } else if error.kind() == ErrorKind::PermissionDenied
            || says(&["status: 403", "status: 405", "Read-only file system"])
        {
            Self::Rights
        } else if error.kind() == ErrorKind::NotFound || says(&["status: 409"]) {
            Self::Place
        } else {
            Self::Other
        }
    }

    fn words(self, place: &str) -> String {
        match self {
            Self::Credentials => format!("{place} does not accept the credentials"),
            Self::NoCredentials => format!("there are no credentials for {place}"),
            Self::UnknownHost => format!("the host of {place} is not known to ssh"),
            Self::Unreachable => format!("{place} cannot be reached"),
            Self::Place => format!("there is no {place}"),
            Self::Rights => format!("{place} may not be written to"),
            Self::Full => format!("{place} is full"),
            Self::Clock => format!("the clocks of {place} and of this machine differ too much"),
            Self::Other => format!("{place} refuses"),
        }
    }
}

/// All that an error says, with what lies under it.
fn everything(error: &opendal::Error) -> String {
    let mut text = error.to_string();
    let mut under = error.source();
    while let Some(cause) = under {
        text.push('\n');
        text.push_str(&cause.to_string());
        under = cause.source();
    }
    text
}

/// What lies at the root of an error, on one line that can be read.
fn reason(error: &opendal::Error) -> String {
    const LENGTH: usize = 160;
    let mut words = error.message().to_owned();
    let mut under = error.source();
    while let Some(cause) = under {
        words = cause.to_string();
        under = cause.source();
    }
    let code = words.split("code: \"").nth(1);
    if let Some(code) = code.and_then(|rest| rest.split('"').next()) {
        return code.to_owned();
    }
    let sftp = words.split("Err Message: ").nth(1);
    if let Some(told) = sftp.and_then(|rest| rest.split(", Language").next()) {
        return told.to_owned();
    }
    let status = error.to_string();
    let status = status.split("status: ").nth(1);
    if let Some(status) = status.and_then(|rest| rest.get(..3)) {
        return format!("HTTP status {status}");
    }
    let line = words.lines().map(str::trim).rfind(|line| !line.is_empty());
    line.unwrap_or("no reason was given")
        .trim_end_matches('.')
        .chars()
        .take(LENGTH)
        .collect()
}

#[cfg(test)]
mod tests {
    use opendal::{Error, ErrorKind};

    use super::{PublishError, Trouble};

    #[test]
    fn a_clock_that_is_wrong_is_not_taken_for_wrong_credentials() {
        let told = "S3Error { code: \"RequestTimeTooSkewed\" }, status: 403";
        let error = Error::new(ErrorKind::PermissionDenied, told);
        let why = Trouble::Service("begin".to_owned(), Box::new(error));
        let error = PublishError::new("`s3://plans`", why);
        insta::assert_snapshot!(
            format!("{error}\n{}", error.help()),
            @"
        cannot begin: the clocks of `s3://plans` and of this machine differ too much (RequestTimeTooSkewed)
        set the clock of this machine
        "
        );
    }
}
