//! What one file says, before anything is known of the others.

use std::sync::Arc;

use crate::config::{Config, HtmlPolicy, Kind};
use crate::diagnostic::{Diagnostic, code, did_you_mean, surely};
use crate::document::{Document, RawHtml};
use crate::source::{Source, SourceSet};
use crate::value::{Reader, Spanned};

use super::item_fields::{Context, Draft};
use super::{Body, Home, Page, address};

/// What one file of a plan says, and what is wrong with it. It depends on
/// that file, on the settings and, for a measure, on the plan's tables of
/// readings; so it can be kept while these stay as they are.
#[derive(Debug)]
pub struct Piece {
    pub(super) said: Said,
    /// What is wrong with it.
    pub problems: Vec<Diagnostic>,
}

#[derive(Debug)]
pub(super) enum Said {
    Home(Arc<Home>),
    Item(Box<Draft>),
    Page(Arc<Page>),
}

impl Piece {
    /// Reads what a text says.
    pub fn read(source: &Source, sources: &SourceSet, config: &Config) -> Self {
        let (document, mut problems) = Document::read(source);
        problems.extend(too_much_html(&document, config));
        Self::of(document, problems, source, sources, config)
    }

    /// What is left of it for those who may see less: a document of the same
    /// file with less in it.
    #[must_use]
    pub fn less(document: Document, source: &Source, sources: &SourceSet, config: &Config) -> Self {
        Self::of(document, Vec::new(), source, sources, config)
    }

    fn of(
        document: Document,
        mut problems: Vec<Diagnostic>,
        source: &Source,
        sources: &SourceSet,
        config: &Config,
    ) -> Self {
        let path = source.path.to_string();
        problems.extend(unknown_audiences(&document, config));
        if path == "index.md" {
            let (home, found) = Home::read(document, path);
            problems.extend(found);
            let said = Said::Home(Arc::new(home));
            return Self { said, problems };
        }
        let (kind, problem) = kind_of(&document, &path, config);
        let Some(kind) = kind else {
            let (page, found) = read_page(document, path, config);
            // The fields of a kind that nobody knows are no fault of a page.
            match problem {
                Some(problem) => problems.push(problem),
                None => problems.extend(found),
            }
            let said = Said::Page(Arc::new(page));
            return Self { said, problems };
        };
        problems.extend(problem);
        let (draft, found) = Context { config, sources }.read(document, &path, kind);
        problems.extend(found);
        let said = Said::Item(Box::new(draft));
        Self { said, problems }
    }

    /// Whether it depends on the plan's tables of readings.
    pub fn has_readings(&self) -> bool {
        matches!(&self.said, Said::Item(draft) if draft.item.measure.is_some())
    }

    /// Whether it has the names of another: what links and relations go by.
    pub(super) fn is_called_as(&self, other: &Self) -> bool {
        match (&self.said, &other.said) {
            (Said::Home(_), Said::Home(_)) => true,
            (Said::Page(a), Said::Page(b)) => {
                a.title == b.title
                    && a.body.path == b.body.path
                    && values(&a.aliases) == values(&b.aliases)
            }
            (Said::Item(a), Said::Item(b)) => {
                let (a, b) = (&a.item, &b.item);
                let is_it = a.kind == b.kind && a.id == b.id && a.body.path == b.body.path;
                is_it && values(&a.aliases) == values(&b.aliases)
            }
            _ => false,
        }
    }

    /// Whether it differs from another in the words of its text alone, and so
    /// in nothing that anything else is worked out from.
    pub(super) fn means_as(&self, other: &Self) -> bool {
        let stated = |piece: &Self| {
            let document = &piece.body()?.document;
            let (excerpt, title) = (document.excerpt.clone(), document.title.clone());
            Some((excerpt, document.tasks, title))
        };
        let matter = |piece: &Self| Some(piece.body()?.document.matter.clone());
        let is_settled = !self.has_readings() && self.is_called_as(other);
        is_settled && stated(self) == stated(other) && matter(self) == matter(other)
    }

    /// Whether the same links to its headings find them as in another.
    pub(super) fn has_headings_of(&self, other: &Self) -> bool {
        let headings = |piece: &Self| {
            let body = piece.body()?;
            let headings = body.document.headings.iter();
            let names = headings.map(|it| (it.anchor.clone(), it.text.clone()));
            Some(names.collect::<Vec<_>>())
        };
        headings(self) == headings(other)
    }

    pub(super) fn draft(&self) -> Option<&Draft> {
        match &self.said {
            Said::Item(draft) => Some(draft),
            Said::Home(_) | Said::Page(_) => None,
        }
    }

    /// The file's text.
    pub fn body(&self) -> Option<&Body> {
        match &self.said {
            Said::Home(home) => home.body.as_ref(),
            Said::Item(draft) => Some(&draft.item.body),
            Said::Page(page) => Some(&page.body),
        }
    }
}

fn values(names: &[Spanned<String>]) -> Vec<&str> {
    names.iter().map(|name| name.value.as_str()).collect()
}

/// HTML that is shown as text because there is too much of it, where that is
/// not what becomes of all HTML.
fn too_much_html(document: &Document, config: &Config) -> Option<Diagnostic> {
    let RawHtml::TooMuch(last) = document.raw_html else {
        return None;
    };
    let message = "there is too much HTML in this file to read it";
    let found = Diagnostic::new(&code::INVALID_VALUE, message)
        .at(last, "")
        .help("write it as Markdown, or split the file");
    (config.site.html != HtmlPolicy::Escape).then_some(found)
}

/// The audiences of `:::` blocks that the settings do not know.
fn unknown_audiences(document: &Document, config: &Config) -> Vec<Diagnostic> {
    let names = document
        .audience_blocks
        .iter()
        .flat_map(|block| &block.names);
    let wrong = |name: &Spanned<String>| {
        let wrong = config.audiences.parse(name).err()?;
        Some(wrong.found("audience", name.span))
    };
    names.filter_map(wrong).collect()
}

/// The kind that front matter states, else that of the nearest folder that
/// names one; none for a plain page.
fn kind_of(document: &Document, path: &str, config: &Config) -> (Option<Kind>, Option<Diagnostic>) {
    let stated = document.matter.get("kind").map(|entry| &entry.value);
    let written = stated.and_then(|value| Some((value.as_text()?, value)));
    let folders = path.rsplit('/').skip(1);
    let by_folder = || match address::stem(path) {
        "index" => None,
        _ => folders
            .clone()
            .find_map(|folder| config.kinds.by_name(folder)),
    };
    let Some((name, value)) = written else {
        return (by_folder(), None);
    };
    if let Some(kind) = config.kinds.by_name(name) {
        return (Some(kind), None);
    }
    let known: Vec<&str> = config.kinds.iter().map(|kind| kind.name.as_str()).collect();
    let mut problem = Diagnostic::new(&code::UNKNOWN_KIND, format!("unknown kind `{name}`"))
        .at(value.span, "no such kind")
        .maybe_help(did_you_mean(name, known.iter().copied()))
        .help(format!(
            "the kinds are {}; add others under `[kinds.*]` in plan.toml",
            known.join(", ")
        ));
    let meant = surely(name, known);
    problem
        .fix
        .extend(meant.and_then(|name| value.reworded(name)));
    (by_folder(), Some(problem))
}

fn read_page(document: Document, path: String, config: &Config) -> (Page, Vec<Diagnostic>) {
    let matter = document.matter.clone();
    let mut r = Reader::new(&matter);
    let title = r.text("title").map(|title| title.value);
    let aliases = r.texts("aliases");
    r.text("summary");
    r.texts("tags");
    let audience = r.parses("audience", |text| config.audiences.parse(text));
    let mut problems = Vec::new();
    let allow = super::item_fields::allow(&mut r, &mut problems);
    let page = Page {
        title: title.unwrap_or_else(|| address::title(&document, &path)),
        address: address::of_page(&path),
        audience,
        aliases,
        allow,
        body: Body { document, path },
    };
    problems.extend(r.finish("field of a plain page", []));
    (page, problems)
}
