//! Addresses in the site, made of ids and paths.

use crate::document::Document;

/// The most letters of a slug, so that with what stands around it no disk
/// finds it too long.
const LONGEST: usize = 100;
/// The letters that tell apart what is longer than that.
const HASH: usize = 12;
/// The most letters of an address of several parts.
const LONGEST_ADDRESS: usize = 500;

/// Lower-case ASCII letters, digits, `.`, `-` and `_` of a text; what is not
/// ASCII is transliterated, the rest becomes hyphens. Any disk takes it for a
/// name: it is not too long, and none that Windows has for a device.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in deunicode::deunicode(text).chars() {
        match c {
            'a'..='z' | '0'..='9' | '.' | '_' => slug.push(c),
            'A'..='Z' => slug.push(c.to_ascii_lowercase()),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    let trimmed = slug.trim_matches(['-', '.']);
    if trimmed.is_empty() {
        "page".to_owned()
    } else if trimmed.len() > LONGEST {
        shortened(trimmed)
    } else if is_device(trimmed) {
        format!("page-{trimmed}")
    } else {
        trimmed.to_owned()
    }
}

/// The beginning of a slug, and a hash of all of it.
fn shortened(slug: &str) -> String {
    let hash = blake3::hash(slug.as_bytes()).to_hex();
    format!("{}-{}", &slug[..LONGEST - HASH - 1], &hash[..HASH])
}

/// Whether Windows takes a slug for a device, whatever follows its first dot.
fn is_device(slug: &str) -> bool {
    let stem = slug.split('.').next().unwrap_or_default();
    let port = stem.strip_prefix("com").or(stem.strip_prefix("lpt"));
    let is_port = port.is_some_and(|port| matches!(port.as_bytes(), [b'1'..=b'9']));
    is_port || matches!(stem, "con" | "prn" | "aux" | "nul")
}

/// Parts as one address, shortened where it is too long.
fn joined(parts: &[String], separator: &str) -> String {
    let address = parts.join(separator);
    if address.len() > LONGEST_ADDRESS || (separator == "-" && address.len() > LONGEST) {
        shortened(&address.replace('/', "-"))
    } else {
        address
    }
}

/// The address of a plain page: its path without the ending, each part a
/// slug, under `pages/`.
pub(super) fn of_page(path: &str) -> String {
    let path = path.strip_suffix(".md").unwrap_or(path);
    let parts: Vec<String> = path.split('/').map(slug).collect();
    format!("pages/{}", joined(&parts, "-"))
}

/// The old address that an alias stands for: of a plain page's old file the
/// one that it had, any other path as it is, an id beside the page it leads to.
pub fn of_alias(alias: &str, address: &str) -> String {
    let alias = alias.trim_matches('/');
    let file = alias.strip_suffix(".md");
    if let Some(file) = file.filter(|_| address.starts_with("pages/")) {
        return of_page(file);
    }
    let bare = alias
        .strip_suffix(".html")
        .or_else(|| alias.strip_suffix(".md"))
        .unwrap_or(alias);
    let folder = address.rsplit_once('/').map_or("", |(folder, _)| folder);
    if bare == alias && !bare.contains('/') {
        return format!("{folder}/{}", slug(bare));
    }
    let parts: Vec<String> = bare
        .split('/')
        .filter(|part| !part.is_empty())
        .map(slug)
        .collect();
    joined(&parts, "/")
}

/// The file's name without folders and ending.
pub(super) fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".md").unwrap_or(name)
}

/// A document's title: its first heading, else its file's name in words.
pub(super) fn title(document: &Document, path: &str) -> String {
    match &document.title {
        Some(heading) if !heading.text.is_empty() => heading.text.clone(),
        _ => stem(path).replace(['-', '_'], " "),
    }
}

/// An order in which `A2` stands before `A10`: runs of digits count by value.
pub(super) fn natural(id: &str) -> Vec<(String, u128)> {
    let mut parts = Vec::new();
    let mut rest = id;
    while !rest.is_empty() {
        let letters = rest
            .find(|c: char| c.is_ascii_digit())
            .unwrap_or(rest.len());
        let (word, tail) = rest.split_at(letters);
        let digits = tail
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(tail.len());
        let (number, tail) = tail.split_at(digits);
        parts.push((word.to_lowercase(), number.parse().unwrap_or(u128::MAX)));
        rest = tail;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, natural, of_alias, of_page, slug};

    #[test]
    fn slugs_are_plain() {
        assert_eq!(slug("A2.1"), "a2.1");
        assert_eq!(slug("Größe & Maß"), "grosse-mass");
        assert_eq!(slug("目标"), "mu-biao");
        assert_eq!(slug("…"), "page");
        assert_eq!(slug("Con"), "page-con");
        assert_eq!(slug("LPT1.old"), "page-lpt1.old");
        assert_eq!(slug("console"), "console");
        assert_eq!(of_page("notes/2026 Mai.md"), "pages/notes-2026-mai");
    }

    #[test]
    fn long_slugs_are_shortened_and_told_apart() {
        let [one, two] = ["x", "y"].map(|end| slug(&format!("{}{end}", "long ".repeat(99))));
        assert_eq!([one.len(), two.len()], [LONGEST; 2]);
        assert_ne!(one, two);
        let deep = "deep/".repeat(300);
        assert!(of_page(&deep).len() < 2 * LONGEST && of_alias(&deep, "").len() <= LONGEST);
    }

    #[test]
    fn aliases_stand_where_the_page_was() {
        assert_eq!(of_alias("old/guide.md", "pages/guide"), "pages/old-guide");
        assert_eq!(of_alias("old/Guide.html", "pages/guide"), "old/guide");
        assert_eq!(of_alias("HB-1", "actions/a7"), "actions/hb-1");
    }

    #[test]
    fn numbers_order_by_value() {
        let mut ids = ["A10", "A2.10", "A2", "A2.9", "a1", "B"];
        ids.sort_by_key(|id| natural(id));
        assert_eq!(ids, ["a1", "A2", "A2.9", "A2.10", "A10", "B"]);
    }
}
