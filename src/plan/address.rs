//! Addresses in the site, made of ids and paths.

use crate::document::Document;

/// Lower-case ASCII letters, digits, `.`, `-` and `_` of a text; what is not
/// ASCII is transliterated, the rest becomes hyphens.
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
    } else {
        trimmed.to_owned()
    }
}

/// The address of a plain page: its path without the ending, each part a
/// slug, under `pages/`.
pub(super) fn of_page(path: &str) -> String {
    let path = path.strip_suffix(".md").unwrap_or(path);
    let parts: Vec<String> = path.split('/').map(slug).collect();
    format!("pages/{}", parts.join("-"))
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
    parts.join("/")
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
    use super::{natural, of_alias, of_page, slug};

    #[test]
    fn slugs_are_plain() {
        assert_eq!(slug("A2.1"), "a2.1");
        assert_eq!(slug("Größe & Maß"), "grosse-mass");
        assert_eq!(slug("目标"), "mu-biao");
        assert_eq!(slug("…"), "page");
        assert_eq!(of_page("notes/2026 Mai.md"), "pages/notes-2026-mai");
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
