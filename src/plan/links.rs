//! Where the links in running text lead.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::config::Config;
use crate::document::{Link, LinkForm};
use crate::source::SourceSet;

use super::{Fact, PageIx, Place, Plan};

/// Where a link leads.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// To the home page, an item or a plain page.
    Text {
        /// The page.
        place: Place,
        /// Whether the heading after `#`, if any, is there.
        anchor_found: bool,
    },
    /// To a field of an item, shown in place of the link.
    Fact(Fact),
    /// To a file of the plan folder that is copied to the site, by path.
    Attachment(String),
    /// To a heading of the same text.
    Here {
        /// Whether it is there.
        anchor_found: bool,
    },
    /// To another site.
    External,
    /// To an id that does not exist.
    UnknownId,
    /// To a file that does not exist; the path from the plan folder.
    NoFile(String),
    /// Out of the plan folder.
    Outside,
    /// To an address of a kind that is not published, such as `javascript:`.
    Forbidden,
}

/// What resolving a link needs to know.
pub(super) struct Resolver<'a> {
    plan: &'a Plan,
    config: &'a Config,
    sources: &'a SourceSet,
    by_path: OnceLock<HashMap<&'a str, Place>>,
}

impl<'a> Resolver<'a> {
    pub fn new(plan: &'a Plan, config: &'a Config, sources: &'a SourceSet) -> Self {
        Self {
            plan,
            config,
            sources,
            by_path: OnceLock::new(),
        }
    }

    /// Texts by the paths of their files, old ones too.
    fn by_path(&self) -> &HashMap<&'a str, Place> {
        self.by_path.get_or_init(|| {
            let bodies = self.plan.bodies();
            let mut by_path: HashMap<&str, Place> = bodies
                .map(|(place, body)| (body.path.as_str(), place))
                .collect();
            let pages = self.plan.pages.iter().enumerate();
            let old = pages.flat_map(|(at, page)| {
                let aliases = page.aliases.iter();
                aliases.map(move |alias| (alias.value.as_str(), Place::Page(PageIx(at))))
            });
            for (alias, place) in old {
                by_path.entry(alias).or_insert(place);
            }
            by_path
        })
    }

    /// Where a link in a file leads.
    pub fn resolve(&self, link: &Link, from: &str) -> Target {
        match link.form {
            LinkForm::Wiki => self.wiki(link, from),
            LinkForm::Inline | LinkForm::Image => self.path(link, from),
        }
    }

    fn wiki(&self, link: &Link, from: &str) -> Target {
        let name = link.target.trim();
        if name.is_empty() {
            return self.here(link, from);
        }
        if let Some(item) = self.plan.find(name) {
            return self.text(Place::Item(item), link);
        }
        if let Some(fact) = Fact::parse(name, self.plan, self.config) {
            return Target::Fact(fact);
        }
        let page = self
            .by_path()
            .get(name)
            .or_else(|| self.by_path().get(format!("{name}.md").as_str()));
        match page.copied().or_else(|| self.by_stem(name)) {
            Some(place) => self.text(place, link),
            None => Target::UnknownId,
        }
    }

    /// The plain page whose file has that name.
    fn by_stem(&self, name: &str) -> Option<Place> {
        let mut pages = self.plan.pages.iter().enumerate();
        let found = pages.find(|(_, page)| {
            super::address::stem(&page.body.path).eq_ignore_ascii_case(name)
                || page.title.eq_ignore_ascii_case(name)
        });
        found.map(|(at, _)| Place::Page(PageIx(at)))
    }

    fn path(&self, link: &Link, from: &str) -> Target {
        let target = link.target.as_str();
        if target.is_empty() {
            return self.here(link, from);
        }
        if let Some(scheme) = scheme(target) {
            return match scheme.as_str() {
                "http" | "https" | "mailto" | "tel" => Target::External,
                _ => Target::Forbidden,
            };
        }
        if target.starts_with("//") {
            return Target::External;
        }
        let decoded = decode(target.split('?').next().unwrap_or_default());
        let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
        let path = match decoded.strip_prefix('/') {
            Some(from_root) => join("", from_root),
            None => join(folder, &decoded),
        };
        match path {
            None => Target::Outside,
            Some(path) => self.file(path, link),
        }
    }

    fn file(&self, path: String, link: &Link) -> Target {
        let as_text = [
            path.clone(),
            format!("{path}.md"),
            format!("{path}/index.md"),
        ];
        let as_text = as_text
            .iter()
            .find_map(|path| self.by_path().get(path.as_str()));
        if path.is_empty() {
            return self.text(Place::Home, link);
        }
        if let Some(place) = as_text {
            return self.text(*place, link);
        }
        if self.sources.can_be_linked(&path) {
            return Target::Attachment(path);
        }
        Target::NoFile(path)
    }

    fn text(&self, place: Place, link: &Link) -> Target {
        Target::Text {
            place,
            anchor_found: self.has_anchor(place, link),
        }
    }

    fn here(&self, link: &Link, from: &str) -> Target {
        let anchor_found = self
            .by_path()
            .get(from)
            .is_some_and(|place| self.has_anchor(*place, link));
        Target::Here { anchor_found }
    }

    fn has_anchor(&self, place: Place, link: &Link) -> bool {
        let Some(anchor) = link.anchor.as_deref() else {
            return true;
        };
        let body = self.plan.body(place);
        body.is_some_and(|body| body.anchor(anchor).is_some())
    }
}

impl super::Body {
    /// The address within the page of the heading that is meant by an anchor
    /// or, in a wikilink, by the heading's words.
    pub fn anchor(&self, written: &str) -> Option<&str> {
        let decoded = decode(written);
        let found = self.document.headings.iter().find(|heading| {
            heading.anchor == decoded || heading.text.eq_ignore_ascii_case(decoded.trim())
        });
        found.map(|heading| heading.anchor.as_str())
    }
}

/// The letters before the colon of an address that has a scheme.
fn scheme(target: &str) -> Option<String> {
    let (scheme, _) = target.split_once(':')?;
    let letters = scheme
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control());
    let scheme: String = letters.flat_map(char::to_lowercase).collect();
    let fits = scheme
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    (fits && scheme.starts_with(|c: char| c.is_ascii_alphabetic())).then_some(scheme)
}

/// A path from a folder, without `.` and `..`; none where it leads out.
pub(super) fn join(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Undoes percent-encoding; what is not valid stays as it is.
fn decode(text: &str) -> String {
    percent_encoding::percent_decode_str(text)
        .decode_utf8()
        .map_or_else(|_| text.to_owned(), std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::{join, scheme};

    #[test]
    fn paths_stay_inside() {
        assert_eq!(
            join("actions", "../goals/g1.md"),
            Some("goals/g1.md".to_owned())
        );
        assert_eq!(join("actions", "./a2.md"), Some("actions/a2.md".to_owned()));
        assert_eq!(join("actions", "../../x.md"), None);
    }

    #[test]
    fn schemes_cannot_hide() {
        assert_eq!(
            scheme("java\nscript:alert(1)").as_deref(),
            Some("javascript")
        );
        assert_eq!(scheme("notes/a:b.md"), None);
    }
}
