//! What the addresses that people and links use lead to, as on the usual hosts
//! of static sites.

use percent_encoding::percent_decode_str;

use crate::output::SitePath;

use super::moment::{File, Site};

/// What an address leads to.
#[derive(Debug, PartialEq)]
pub(super) enum Found {
    /// This file.
    File(File),
    /// The folder of this index; its address ends with a slash.
    Folder(SitePath),
    /// What was once there is here now.
    Alias(SitePath),
    /// Nothing.
    Nothing,
}

impl Found {
    /// The file that is seen in the end.
    pub fn file(self, site: &dyn Site) -> Option<File> {
        match self {
            Self::File(file) => Some(file),
            Self::Folder(path) | Self::Alias(path) => site.file(&path),
            Self::Nothing => None,
        }
    }
}

/// Follows the path of an address, still encoded: `/actions/a12`.
pub(super) fn find(site: &dyn Site, address: &str) -> Found {
    follow(site, address).unwrap_or(Found::Nothing)
}

fn follow(site: &dyn Site, address: &str) -> Option<Found> {
    let path = decode(address)?;
    let file = |path: &str| site.file(&SitePath::new(path).ok()?);
    if path.is_empty() || path.ends_with('/') {
        return file(&format!("{path}index.html")).map(Found::File);
    }
    let path = SitePath::new(&path).ok()?;
    let page = format!("{path}.html");
    if let Some(file) = site.file(&path).or_else(|| file(&page)) {
        return Some(Found::File(file));
    }
    if let Some(index) = file(&format!("{path}/index.html")) {
        return Some(Found::Folder(index.path));
    }
    let old = site.redirect(path.as_str());
    old.or_else(|| site.redirect(&page)).map(Found::Alias)
}

/// The path without its first slash, decoded once. A slash that was encoded
/// divides nothing, so there is no such path.
fn decode(address: &str) -> Option<String> {
    let parts = address.strip_prefix('/')?.split('/').map(|part| {
        let part = percent_decode_str(part).decode_utf8().ok()?;
        (!part.contains('/')).then_some(part)
    });
    let parts: Option<Vec<_>> = parts.collect();
    Some(parts?.join("/"))
}

/// The address of a file, from the top of the server: that of its folder for
/// an index.
pub(super) fn of(path: &SitePath) -> String {
    let top = SitePath::new("index.html").expect("the path of every home page");
    let address = format!("/{}", path.relative_to(&top));
    match address.strip_suffix("/index.html") {
        Some(folder) => format!("{folder}/"),
        None => address,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{Made, path};
    use super::{Found, find, of};

    fn site() -> Made {
        let site = Made::of(&[
            ("index.html", ""),
            ("goals/index.html", ""),
            ("actions/a12.html", ""),
            ("outline.html", ""),
            ("outline/index.html", ""),
            ("outline/g1.html", ""),
            ("teams/größer werden.html", ""),
            ("files/50%25.txt", ""),
            ("files/a+b.txt", ""),
        ]);
        site.alias("goals/old.html", "actions/a12.html")
    }

    /// The path of the file, and how it was come by.
    fn found(address: &str) -> String {
        match find(&site(), address) {
            Found::File(file) => file.path.to_string(),
            Found::Folder(path) => format!("folder of {path}"),
            Found::Alias(path) => format!("alias of {path}"),
            Found::Nothing => "nothing".to_owned(),
        }
    }

    #[test]
    fn addresses_lead_to_files_as_on_the_usual_hosts() {
        for (address, expected) in [
            ("/", "index.html"),
            ("/index.html", "index.html"),
            ("/index", "index.html"),
            ("/goals/", "goals/index.html"),
            ("/goals", "folder of goals/index.html"),
            ("/actions/a12", "actions/a12.html"),
            ("/actions/a12.html", "actions/a12.html"),
            ("/outline", "outline.html"),
            ("/outline/", "outline/index.html"),
            ("/outline/g1", "outline/g1.html"),
            ("/goals/old", "alias of actions/a12.html"),
            ("/goals/old.html", "alias of actions/a12.html"),
            ("/%61ctions/a%312", "actions/a12.html"),
            (
                "/teams/gr%C3%B6%C3%9Fer%20werden",
                "teams/größer werden.html",
            ),
            (
                "/teams/gro%CC%88%C3%9Fer%20werden",
                "teams/größer werden.html",
            ),
            ("/files/50%2525.txt", "files/50%25.txt"),
            ("/files/a+b.txt", "files/a+b.txt"),
        ] {
            assert_eq!(found(address), expected, "{address}");
        }
    }

    #[test]
    fn odd_addresses_lead_nowhere() {
        for address in [
            "",
            "*",
            "index.html",
            "//",
            "//index.html",
            "/goals//index.html",
            "/goals//",
            "/goals/.",
            "/goals/..",
            "/goals/../index.html",
            "/goals/%2e%2e/index.html",
            "/goals%2findex.html",
            "/goals%2Findex.html",
            "/goals/%252e%252e/",
            "/goals\\index.html",
            "/goals%5cindex.html",
            "/index.html%00",
            "/%00",
            "/%ff%fe",
            "/%",
            "/%zz",
            "/actions/a12/",
            "/actions",
            "/actions/",
            "/index.html/",
            "/files/50%25.txt",
            "/.planwright/live",
            "/INDEX.html",
        ] {
            assert_eq!(found(address), "nothing", "{address}");
        }
    }

    #[test]
    fn files_have_addresses_that_lead_to_them() {
        for (at, expected) in [
            ("index.html", "/"),
            ("goals/index.html", "/goals/"),
            ("actions/a12.html", "/actions/a12.html"),
            ("files/50%25.txt", "/files/50%2525.txt"),
        ] {
            assert_eq!(of(&path(at)), expected);
            assert_eq!(found(expected), at);
        }
        assert_eq!(of(&path("my-index.html")), "/my-index.html");
    }
}
