//! The themes that the program brings.

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use super::Kind;

static DEFAULT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");
static PLAIN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/plain");

/// A theme that the program brings.
#[derive(Debug)]
pub struct BuiltIn {
    /// What it is called.
    pub name: &'static str,
    /// What it is, in a line.
    pub what: &'static str,
    files: &'static Dir<'static>,
    /// The assets of `default` that it uses; none for `default` itself.
    pub(super) borrows: &'static [&'static str],
}

/// All of them; the first lies beneath the others.
pub static BUILT_IN: [BuiltIn; 2] = [
    BuiltIn {
        name: "default",
        what: "the plan as a well-set annual report",
        files: &DEFAULT,
        borrows: &[],
    },
    BuiltIn {
        name: "plain",
        what: "the plan as plain text, for intranets and printing",
        files: &PLAIN,
        borrows: &[
            "icon.svg",
            "minisearch.js",
            "search-find.js",
            "search-show.js",
        ],
    },
];

impl BuiltIn {
    /// The theme of that name.
    pub fn named(name: &str) -> Option<&'static Self> {
        BUILT_IN.iter().find(|theme| theme.name == name)
    }

    /// Its own files of a kind, by name.
    pub fn files(&self, kind: Kind) -> BTreeMap<String, &'static [u8]> {
        let files = self.files.get_dir(kind.folder()).map(Dir::files);
        let files = files.into_iter().flatten().filter_map(|file| {
            let name = file.path().file_name()?.to_string_lossy().into_owned();
            Some((name, file.contents()))
        });
        files.collect()
    }
}
