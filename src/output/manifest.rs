//! What the output folder holds of ours, as its `.planwright.json` says.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;

use super::hash::{bytes_hash, from_hex, to_hex};
use super::{Entry, SitePath};

/// The version of the file's format.
const FORMAT: u32 = 1;

/// The files that were written to a folder, and from what.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Manifest {
    /// One hash of the program, the theme and the configuration.
    pub fingerprint: u128,
    /// Whether a write began and did not end: the files are ours, but nothing
    /// is known of what is in them.
    pub dirty: bool,
    /// The hash of all that the site was made from, where that is known.
    pub made_from: Option<u128>,
    /// The files.
    pub files: BTreeMap<SitePath, Stamp>,
}

/// What was written to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// The hash of its bytes.
    pub bytes: u128,
    /// The number of its bytes.
    pub len: u64,
    /// The hash of the view it was rendered from, where it has one.
    pub view: Option<u128>,
    /// The hash of all that it was made from, where that is less than
    /// everything.
    pub from: Option<u128>,
    /// How it was found on disk; not saved.
    pub disk: OnDisk,
}

/// How a file was found on disk, by a glance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnDisk {
    /// It is there and has the right length.
    Intact,
    /// It is not there.
    Missing,
    /// It has another length.
    Altered,
}

/// What was read of a manifest, and what was wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Loaded {
    /// The manifest: dirty if anything was wrong, with the files that could
    /// still be made out.
    pub manifest: Manifest,
    /// What was wrong, as a clause.
    pub problem: Option<String>,
}

/// The file as it is saved: one line for each file of the site.
#[derive(Serialize, Deserialize)]
struct Saved<Files> {
    format: u32,
    fingerprint: String,
    dirty: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    made_from: Option<String>,
    files: Files,
}

/// The files, each as it is saved.
struct Lines<'m>(&'m BTreeMap<SitePath, Stamp>);

impl Serialize for Lines<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let files = self.0.iter();
        serializer.collect_map(files.map(|(path, stamp)| (path.as_str(), stamp.to_line())))
    }
}

impl Manifest {
    /// Reads a manifest, and believes only what can be true: a path that leads
    /// out of the folder is nobody's file.
    pub fn parse(bytes: &[u8]) -> Loaded {
        let saved: Saved<BTreeMap<String, Value>> = match serde_json::from_slice(bytes) {
            Ok(saved) => saved,
            Err(error) => return Loaded::from_problem(format!("it is not well-formed ({error})")),
        };
        let fingerprint = from_hex(&saved.fingerprint);
        let mut loaded = Loaded::default();
        if saved.format != FORMAT {
            loaded = Loaded::from_problem(format!("its format {} is not known", saved.format));
        } else if fingerprint.is_none() {
            loaded = Loaded::from_problem("its fingerprint is not a hash".to_owned());
        }
        for (path, stamp) in saved.files {
            let stamp = stamp.as_str().and_then(Stamp::parse);
            match (SitePath::new(&path), stamp) {
                (Ok(path), Some(stamp)) => drop(loaded.manifest.files.insert(path, stamp)),
                (Ok(path), None) => loaded.wrong(format!("it says nothing of `{path}`")),
                (Err(bad), _) => loaded.wrong(bad.to_string()),
            }
        }
        loaded.manifest.fingerprint = fingerprint.unwrap_or_default();
        loaded.manifest.made_from = saved.made_from.as_deref().and_then(from_hex);
        loaded.manifest.dirty |= saved.dirty;
        loaded
    }

    /// The manifest as it is saved: ordered, the same bytes for the same files.
    pub fn to_json(&self) -> String {
        // Text, numbers and tables of them are always JSON.
        serde_json::to_string_pretty(&self.saved()).unwrap_or_default() + "\n"
    }

    /// Writes the same.
    ///
    /// # Errors
    ///
    /// Those of the file.
    pub fn write(&self, file: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut *file, &self.saved())?;
        file.write_all(b"\n")
    }

    fn saved(&self) -> Saved<Lines<'_>> {
        Saved {
            format: FORMAT,
            fingerprint: to_hex(self.fingerprint),
            dirty: self.dirty,
            made_from: self.made_from.map(to_hex),
            files: Lines(&self.files),
        }
    }

    /// Whether all files lie on disk as the program of that fingerprint makes
    /// them from that.
    pub fn is_of(&self, made_from: u128, fingerprint: u128) -> bool {
        let is_there = |stamp: &Stamp| stamp.disk == OnDisk::Intact && stamp.is_known();
        !self.dirty
            && self.fingerprint == fingerprint
            && self.made_from == Some(made_from)
            && self.files.values().all(is_there)
    }

    /// The file at a path as it lies on disk, if rendering that view under
    /// that fingerprint would give the same bytes.
    pub fn kept(&self, path: &SitePath, view: u128, fingerprint: u128) -> Option<Entry> {
        let stamp = self.intact(path, fingerprint)?;
        (stamp.view == Some(view)).then_some(Entry::Kept(stamp))
    }

    /// The same, if making it from that under that fingerprint would give the
    /// same bytes.
    pub fn kept_from(&self, path: &SitePath, from: u128, fingerprint: u128) -> Option<Entry> {
        let stamp = self.intact(path, fingerprint)?;
        (stamp.from == Some(from)).then_some(Entry::Kept(stamp))
    }

    fn intact(&self, path: &SitePath, fingerprint: u128) -> Option<Stamp> {
        let stamp = *self.files.get(path)?;
        let is_known = !self.dirty && self.fingerprint == fingerprint;
        (is_known && stamp.disk == OnDisk::Intact).then_some(stamp)
    }
}

impl Loaded {
    fn from_problem(problem: String) -> Self {
        let mut loaded = Self::default();
        loaded.wrong(problem);
        loaded
    }

    fn wrong(&mut self, problem: String) {
        self.manifest.dirty = true;
        self.problem.get_or_insert(problem);
    }
}

impl Stamp {
    /// That of a file of ours of which nothing is known: a write to it began
    /// and may not have ended. No bytes have this hash.
    pub const UNKNOWN: Self = Self {
        bytes: 0,
        len: 0,
        view: None,
        from: None,
        disk: OnDisk::Intact,
    };

    /// That of these bytes, made from what has those hashes.
    pub fn of(bytes: &[u8], view: Option<u128>, from: Option<u128>) -> Self {
        Self {
            bytes: bytes_hash(bytes),
            len: bytes.len() as u64,
            view,
            from,
            disk: OnDisk::Intact,
        }
    }

    /// Whether what is in the file is known.
    pub fn is_known(&self) -> bool {
        (self.bytes, self.len) != (0, 0)
    }

    /// "length bytes view from".
    fn to_line(self) -> String {
        let mut line = format!("{} {}", self.len, to_hex(self.bytes));
        // Nothing is made from a part of the plan without a view.
        for hash in self.view.into_iter().chain(self.from) {
            line.push(' ');
            line.push_str(&to_hex(hash));
        }
        line
    }

    fn parse(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let len = words.next()?.parse().ok()?;
        let bytes = from_hex(words.next()?)?;
        let mut hash = || {
            words
                .next()
                .map(|word| from_hex(word).ok_or(()))
                .transpose()
        };
        let (view, from) = (hash().ok()?, hash().ok()?);
        words.next().is_none().then_some(Self {
            bytes,
            len,
            view,
            from,
            disk: OnDisk::Intact,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Loaded, Manifest, OnDisk, Stamp};
    use crate::output::SitePath;

    fn manifest() -> Manifest {
        let stamp = |view| Stamp {
            bytes: 7,
            len: 12,
            view,
            from: view.map(|view| view + 1),
            disk: OnDisk::Intact,
        };
        let path = |path| SitePath::new(path).unwrap();
        Manifest {
            fingerprint: 255,
            dirty: false,
            made_from: None,
            files: [
                (path("b.css"), stamp(None)),
                (path("a/é.html"), stamp(Some(9))),
            ]
            .into(),
        }
    }

    #[test]
    fn it_is_saved_ordered_with_one_line_for_each_file() {
        insta::assert_snapshot!(manifest().to_json(), @r#"
        {
          "format": 1,
          "fingerprint": "000000000000000000000000000000ff",
          "dirty": false,
          "files": {
            "a/é.html": "12 00000000000000000000000000000007 00000000000000000000000000000009 0000000000000000000000000000000a",
            "b.css": "12 00000000000000000000000000000007"
          }
        }
        "#);
    }

    #[test]
    fn it_reads_back() {
        let dirty = Manifest {
            dirty: true,
            ..manifest()
        };
        let known = Manifest {
            made_from: Some(3),
            ..manifest()
        };
        for manifest in [manifest(), dirty, known, Manifest::default()] {
            let problem = None;
            let json = manifest.to_json();
            assert_eq!(
                Manifest::parse(json.as_bytes()),
                Loaded { manifest, problem }
            );
        }
    }

    #[test]
    fn what_is_wrong_is_said_and_nothing_is_believed_but_the_list() {
        let json = manifest().to_json();
        for (from, to, files, problem) in [
            ("}", "", 0, "it is not well-formed"),
            (
                "\"format\": 1",
                "\"format\": 2",
                2,
                "its format 2 is not known",
            ),
            ("0000ff", "xyz", 2, "its fingerprint is not a hash"),
            ("b.css", "../b.css", 1, "one of its names ends with a dot"),
            ("b.css", "/etc/passwd", 1, "it has an empty part"),
            ("b.css", "C:\\\\b.css", 1, "it has a control character"),
            ("\"12 ", "\"-12 ", 0, "it says nothing of `a/é.html`"),
        ] {
            let loaded = Manifest::parse(json.replace(from, to).as_bytes());
            let found = loaded.problem.expect(to);
            assert!(found.contains(problem), "{found}");
            assert!(loaded.manifest.dirty, "{to}");
            assert_eq!(loaded.manifest.files.len(), files, "{to}");
        }
    }

    #[test]
    fn a_site_is_as_it_was_only_if_nothing_about_it_changed() {
        let is_of = |change: fn(&mut Manifest)| {
            let mut manifest = Manifest {
                made_from: Some(3),
                ..manifest()
            };
            change(&mut manifest);
            manifest.is_of(3, 255)
        };
        assert!(is_of(|_| {}));
        assert!(!is_of(|it| it.made_from = None));
        assert!(!is_of(|it| it.made_from = Some(4)));
        assert!(!is_of(|it| it.fingerprint = 8));
        assert!(!is_of(|it| it.dirty = true));
        for disk in [OnDisk::Missing, OnDisk::Altered] {
            let mut manifest = manifest();
            manifest.made_from = Some(3);
            manifest.files.values_mut().for_each(|it| it.disk = disk);
            assert!(!manifest.is_of(3, 255));
        }
    }

    #[test]
    fn a_page_is_kept_only_if_nothing_about_it_changed() {
        let path = SitePath::new("a/é.html").unwrap();
        let kept = |change: fn(&mut Manifest, &mut u128, &mut u128)| {
            let (mut manifest, mut view, mut fingerprint) = (manifest(), 9, 255);
            change(&mut manifest, &mut view, &mut fingerprint);
            manifest.kept(&path, view, fingerprint).is_some()
        };
        assert!(kept(|_, _, _| {}));
        assert!(!kept(|_, view, _| *view = 8));
        assert!(!kept(|_, _, fingerprint| *fingerprint = 8));
        assert!(!kept(|manifest, _, _| manifest.dirty = true));
        for disk in [OnDisk::Missing, OnDisk::Altered] {
            let mut manifest = manifest();
            manifest.files.get_mut(&path).unwrap().disk = disk;
            assert_eq!(manifest.kept(&path, 9, 255), None);
        }
    }
}
