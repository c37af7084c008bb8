//! Paths of the site that are safe on every disk and every web server.

use std::fmt::{self, Write as _};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization as _;

/// The most bytes that one segment may have.
const SEGMENT_LIMIT: usize = 255;
/// The most bytes that a path may have.
const PATH_LIMIT: usize = 1000;
/// Names that start so are the writer's own.
pub(super) const OWN: &str = ".planwright";

/// A relative path of a file of the site, `actions/a12.html`: it leads
/// downward only, and can be written on any system.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SitePath(Arc<str>);

/// A text that cannot be a path of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadPath {
    /// The text.
    pub path: String,
    /// What is wrong with it, as a clause: "it has an empty part".
    pub why: &'static str,
}

impl fmt::Display for BadPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} cannot be a path of the site: {}",
            self.path, self.why
        )
    }
}

impl std::error::Error for BadPath {}

impl SitePath {
    /// Checks a path, and composes its accents (NFC).
    ///
    /// # Errors
    ///
    /// What is wrong with a path that leads elsewhere or that some system
    /// cannot write.
    pub fn new(path: &str) -> Result<Self, BadPath> {
        let composed: String = if path.is_ascii() {
            path.to_owned()
        } else {
            path.nfc().collect()
        };
        let too_long = (composed.len() > PATH_LIMIT).then_some("it is longer than 1,000 bytes");
        match too_long.or_else(|| composed.split('/').find_map(fault)) {
            None => Ok(Self(composed.into())),
            Some(why) => Err(BadPath {
                path: path.to_owned(),
                why,
            }),
        }
    }

    /// The path, with `/` between folders.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is one that people open, and not a file behind it.
    pub fn is_page(&self) -> bool {
        self.0.strip_suffix(".html").is_some()
    }

    /// The folder it stands in; empty for the top.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// All folders above it, innermost first, without the top.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        self.0.rmatch_indices('/').map(|(at, _)| &self.0[..at])
    }

    /// What it has in common with the paths that a disk without regard to case
    /// takes for the same.
    pub fn case_key(&self) -> Arc<str> {
        let key = case_key(&self.0);
        // Most paths are keys themselves, and need not be held twice.
        if *key == *self.0 {
            Arc::clone(&self.0)
        } else {
            key.into()
        }
    }

    /// The address of this file as a page at `from` links to it: relative, and
    /// percent-encoded (RFC 3986, section 2).
    pub fn relative_to(&self, from: &Self) -> String {
        let (mut here, mut there) = (&*from.0, &*self.0);
        while let (Some((one, below)), Some((other, rest))) =
            (here.split_once('/'), there.split_once('/'))
            && one == other
        {
            (here, there) = (below, rest);
        }
        let up = here.bytes().filter(|byte| *byte == b'/').count();
        let mut url = String::with_capacity(3 * up + there.len());
        for _ in 0..up {
            url.push_str("../");
        }
        encode(there, &mut url);
        url
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Lower case, composed.
pub(super) fn case_key(path: &str) -> String {
    if path.is_ascii() {
        return path.to_ascii_lowercase();
    }
    path.to_lowercase().nfc().collect()
}

/// What is wrong with a segment, if anything.
fn fault(segment: &str) -> Option<&'static str> {
    let first = |c: char| c.is_control() || r#"\:*?"<>|"#.contains(c);
    if segment.is_empty() {
        Some("it has an empty part")
    } else if segment.len() > SEGMENT_LIMIT {
        Some("one of its names is longer than 255 bytes")
    } else if segment.ends_with(['.', ' ']) {
        Some("one of its names ends with a dot or a space")
    } else if segment.contains(first) {
        Some(r#"it has a control character or one of \ : * ? " < > |"#)
    } else if is_device(segment) {
        Some("one of its names is reserved for a device on Windows")
    } else if segment.starts_with('.') && case_key(segment).starts_with(OWN) {
        Some("names that start with `.planwright` are the program's own")
    } else {
        None
    }
}

/// Whether Windows takes a name for a device, whatever follows its first dot.
fn is_device(segment: &str) -> bool {
    let stem = segment.split('.').next().unwrap_or_default();
    let stem = stem.trim_end().to_uppercase();
    if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(&stem.as_str()) {
        return true;
    }
    let port = stem.strip_prefix("COM").or(stem.strip_prefix("LPT"));
    let number = port.and_then(|port| port.parse::<char>().ok());
    number.is_some_and(|number| "123456789¹²³".contains(number))
}

/// Appends a path with everything encoded but unreserved characters and what
/// stands between folders.
fn encode(path: &str, url: &mut String) {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    if path.bytes().all(is_plain) {
        url.push_str(path);
        return;
    }
    for byte in path.bytes() {
        if is_plain(byte) {
            url.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(url, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Component, Path};

    use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

    use super::SitePath;

    fn path(text: &str) -> SitePath {
        SitePath::new(text).unwrap()
    }

    #[test]
    fn ordinary_and_foreign_names_are_paths() {
        for good in [
            "index.html",
            "actions/a12.html",
            "ziele/größer werden.html",
            "計画/目標.html",
            ".nojekyll",
            "a/con-text.html",
            "common/lpt10.html",
        ] {
            assert_eq!(path(good).as_str(), good);
        }
        assert_eq!(path("cafe\u{301}.html").as_str(), "caf\u{e9}.html");
    }

    #[test]
    fn whatever_leads_elsewhere_or_cannot_be_written_is_refused() {
        let long = "x".repeat(256);
        let deep = "abc/".repeat(250) + "abc";
        for bad in [
            "",
            "/",
            "/etc/passwd",
            "a//b",
            "a/",
            ".",
            "..",
            "../x",
            "a/../b",
            "a/./b",
            "a\\b",
            "..\\x",
            "C:x",
            "a/b:c",
            "a\0b",
            "a\nb",
            "a\u{85}b",
            "a.",
            "a /b",
            "con",
            "NUL.html",
            "a/aux.tar.gz",
            "Com1",
            "lpt\u{b9}.txt",
            "con .txt",
            "what?.png",
            ".planwright.json",
            "a/.PLANWRIGHT-x",
            &long,
            &deep,
        ] {
            assert!(SitePath::new(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn links_are_relative_and_encoded() {
        let link = |from: &str, to: &str| path(to).relative_to(&path(from));
        assert_eq!(link("index.html", "actions/a1.html"), "actions/a1.html");
        assert_eq!(link("actions/a1.html", "index.html"), "../index.html");
        assert_eq!(link("actions/a1.html", "goals/g1.html"), "../goals/g1.html");
        assert_eq!(link("actions/a1.html", "actions/a2.html"), "a2.html");
        assert_eq!(link("a/b/c.html", "a/d/e.html"), "../d/e.html");
        assert_eq!(link("a/b.html", "a/b/c.html"), "b/c.html");
        assert_eq!(
            link("index.html", "é 100%/#1.html"),
            "%C3%A9%20100%25/%231.html"
        );
    }

    #[test]
    fn folders_are_named_innermost_first() {
        let deep = path("a/b/c.html");
        assert_eq!(deep.folder(), "a/b");
        assert_eq!(deep.folders().collect::<Vec<_>>(), ["a/b", "a"]);
        assert_eq!(path("c.html").folder(), "");
        assert_eq!(path("c.html").folders().count(), 0);
    }

    /// Follows a link as a browser does.
    fn follow(from: &SitePath, link: &str) -> String {
        let mut at: Vec<Vec<u8>> = from.as_str().split('/').map(Vec::from).collect();
        at.pop();
        for segment in link.split('/') {
            if segment == ".." {
                at.pop().expect("a link must not leave the site");
            } else {
                at.push(decode(segment));
            }
        }
        String::from_utf8(at.join(&b'/')).unwrap()
    }

    fn decode(segment: &str) -> Vec<u8> {
        let mut parts = segment.split('%');
        let mut bytes = Vec::from(parts.next().unwrap());
        for part in parts {
            bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
            bytes.extend(part[2..].bytes());
        }
        bytes
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn a_path_never_escapes(text in r"(\PC|[./\\: ]|\.\.|con){0,20}") {
            if let Ok(path) = SitePath::new(&text) {
                let normal = |part: Component<'_>| matches!(part, Component::Normal(_));
                prop_assert!(Path::new(path.as_str()).components().all(normal));
                prop_assert_eq!(SitePath::new(path.as_str()), Ok(path));
            }
        }

        #[test]
        fn a_link_leads_to_its_target(
            from in "([abé %#]{0,3}[a-c]/){0,3}[a-c]",
            to in "([abé %#]{0,3}[a-c]/){0,3}[a-c]",
        ) {
            let (from, to) = (path(&from), path(&to));
            prop_assert_eq!(follow(&from, &to.relative_to(&from)), to.as_str());
        }
    }
}
