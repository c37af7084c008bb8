//! Sites that are made up.

use std::collections::BTreeMap;
use std::sync::Arc;

use planwright::output::{SitePath, bytes_hash};
use planwright::serve::{File, Moment, Site};

/// A page with all that matters in a head.
pub const HOME: &str = "<!doctype html><html><head lang=\"en\"><meta http-equiv=\"Content-Security-Policy\" \
     content=\"base-uri 'none'\"></head><body>Home</body></html>";
pub const MISSING: &str = "<html><head><meta charset=\"utf-8\"></head><body>Not here</body></html>";
pub const PICTURE: &[u8] = b"\x89PNG0123456789";

/// A site of made-up files.
#[derive(Clone, Default)]
pub struct Made {
    files: BTreeMap<String, Vec<u8>>,
    aliases: BTreeMap<String, String>,
}

impl Made {
    /// A small site with a bit of everything.
    pub fn small() -> Self {
        let long = "All of this is said more than once. ".repeat(100);
        Self::default()
            .with("index.html", HOME)
            .with("404.html", MISSING)
            .with("actions/a12.html", "<body>Act</body>")
            .with("goals/index.html", "<body>Goals</body>")
            .with("assets/base.css", "p { color: red }")
            .with("files/long.txt", &long)
            .with("files/long.html", &long)
            .with("files/map.png", PICTURE)
            .with("files/long.pdf", &long)
            .alias("actions/old.html", "actions/a12.html")
    }

    pub fn with(mut self, path: &str, content: impl AsRef<[u8]>) -> Self {
        self.files
            .insert(path.to_owned(), content.as_ref().to_vec());
        self
    }

    pub fn without(mut self, path: &str) -> Self {
        self.files.remove(path);
        self
    }

    pub fn alias(mut self, from: &str, to: &str) -> Self {
        self.aliases.insert(from.to_owned(), to.to_owned());
        self
    }

    pub fn moment(self, number: u64) -> Moment {
        Moment {
            number,
            site: Arc::new(self),
            errors: Arc::new([]),
            warnings: Arc::new([]),
        }
    }
}

impl Site for Made {
    fn file(&self, path: &SitePath) -> Option<File> {
        let bytes = self.files.get(path.as_str())?;
        assert!(bytes != b"!", "a page that cannot be made");
        Some(File {
            path: path.clone(),
            bytes: bytes.as_slice().into(),
            hash: bytes_hash(bytes),
        })
    }

    fn redirect(&self, path: &str) -> Option<SitePath> {
        SitePath::new(self.aliases.get(path)?).ok()
    }

    fn moved(&self, _: &dyn Site, _: &SitePath) -> Option<SitePath> {
        None
    }

    fn origin(&self, _: &SitePath) -> Option<String> {
        None
    }

    fn assets(&self) -> Vec<(SitePath, u128)> {
        Vec::new()
    }
}
