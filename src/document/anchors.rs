//! Addresses of headings within a page.

use std::collections::HashMap;

use unicode_normalization::char::is_combining_mark;

/// What the pages around a text call their own parts.
const OF_PAGES: [&str; 20] = [
    "around-d",
    "around-t",
    "page-main",
    "page-nav",
    "section-about",
    "section-course",
    "section-decisions",
    "section-goals",
    "section-measured",
    "section-mentions",
    "section-next",
    "section-pages",
    "section-plan-bs",
    "section-plans",
    "section-problems",
    "section-readings",
    "section-risks",
    "section-stakeholders",
    "section-told",
    "section-values",
];

/// The anchors given so far, with the number that the next one of the same
/// words gets.
pub(super) struct Anchors(HashMap<String, usize>);

impl Default for Anchors {
    fn default() -> Self {
        Self(OF_PAGES.map(|taken| (taken.to_owned(), 1)).into())
    }
}

impl Anchors {
    /// An anchor like it that is not taken.
    pub fn unique(&mut self, wanted: &str) -> String {
        let mut anchor = wanted.to_owned();
        while let Some(next) = self.0.get_mut(&anchor) {
            if anchor == wanted {
                anchor = format!("{wanted}-{next}");
                *next += 1;
            } else {
                // `a-1` was a heading's own: try the number after it.
                anchor.truncate(wanted.len());
            }
        }
        self.0.insert(anchor.clone(), 1);
        anchor
    }
}

/// The anchor that GitHub makes of a heading: letters and digits of any
/// script in lower case, with `-` for blanks.
pub(super) fn slug(heading: &str) -> String {
    let kept =
        |c: &char| c.is_alphanumeric() || is_combining_mark(*c) || matches!(c, '-' | '_' | ' ');
    let slug: String = heading
        .to_lowercase()
        .chars()
        .filter(kept)
        .map(|c| if c == ' ' { '-' } else { c })
        .collect();
    if slug.is_empty() {
        "section".to_owned()
    } else {
        slug
    }
}

#[cfg(test)]
mod tests {
    use super::{Anchors, slug};

    #[test]
    fn anchors_are_made_like_github_does() {
        assert_eq!(slug("Hello, World!"), "hello-world");
        assert_eq!(slug("Übersicht & Ziele 2026"), "übersicht--ziele-2026");
        assert_eq!(slug("目標"), "目標");
        assert_eq!(slug("snake_case – dash"), "snake_case--dash");
        assert_eq!(slug("???"), "section");
    }

    #[test]
    fn no_anchor_is_given_twice() {
        let mut anchors = Anchors::default();
        let given = ["a", "a", "a-1", "a", "a-1", "b"].map(|wanted| anchors.unique(wanted));
        assert_eq!(given, ["a", "a-1", "a-1-1", "a-2", "a-1-2", "b"]);
        assert_eq!(anchors.unique("page-main"), "page-main-1");
    }
}
