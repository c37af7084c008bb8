//! From documents to a plan.

use std::collections::BTreeMap;

use crate::config::{Config, Kind};
use crate::diagnostic::{Diagnostic, Span, code, did_you_mean, surely};
use crate::document::Document;
use crate::source::SourceSet;
use crate::value::{Reader, Spanned};

use super::item_fields::{Context, Draft};
use super::links::Resolver;
use super::reference::{Reference, Relation};
use super::{Body, Home, ItemIx, Page, Plan, address};

/// Makes the plan that the documents of the sources describe, and says what
/// was wrong on the way. What is wrong is left out, not what stands beside it.
pub fn assemble(
    documents: Vec<Document>,
    sources: &SourceSet,
    config: &Config,
) -> (Plan, Vec<Diagnostic>) {
    let mut sorted = Sorted::default();
    for document in documents {
        sorted.problems.extend(unknown_audiences(&document, config));
        sorted.add(document, sources, config);
    }
    let Sorted {
        home,
        mut drafts,
        pages,
        mut problems,
    } = sorted;
    drafts.sort_by_cached_key(|draft| (draft.item.kind, address::natural(&draft.item.id)));
    let (drafts, by_id) = index(drafts, &mut problems);
    let mut plan = Plan {
        home,
        items: Vec::with_capacity(drafts.len()),
        pages,
        references: Vec::new(),
        by_id,
    };
    for draft in drafts {
        plan.add(draft);
    }
    resolve(&mut plan, sources, config);
    (plan, problems)
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

/// The documents by what they are.
#[derive(Default)]
struct Sorted {
    home: Home,
    drafts: Vec<Draft>,
    pages: Vec<Page>,
    problems: Vec<Diagnostic>,
}

impl Sorted {
    fn add(&mut self, document: Document, sources: &SourceSet, config: &Config) {
        let path = sources.source(document.source).path.to_string();
        if path == "index.md" {
            let (home, problems) = Home::read(document, path);
            self.home = home;
            self.problems.extend(problems);
            return;
        }
        let (kind, problem) = kind_of(&document, &path, config);
        let Some(kind) = kind else {
            let (page, problems) = read_page(document, path, config);
            self.pages.push(page);
            // The fields of a kind that nobody knows are no fault of a page.
            match problem {
                Some(problem) => self.problems.push(problem),
                None => self.problems.extend(problems),
            }
            return;
        };
        self.problems.extend(problem);
        let (draft, problems) = Context { config, sources }.read(document, &path, kind);
        self.drafts.push(draft);
        self.problems.extend(problems);
    }
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
    r.parses("audience", |text| config.audiences.parse(text));
    let mut problems = Vec::new();
    let allow = super::item_fields::allow(&mut r, &mut problems);
    let page = Page {
        title: title.unwrap_or_else(|| address::title(&document, &path)),
        address: address::of_page(&path),
        aliases,
        allow,
        body: Body {
            document,
            path,
            targets: Vec::new(),
        },
    };
    problems.extend(r.finish("field of a plain page", []));
    (page, problems)
}

/// Keeps the first item of each id, and reports the others.
fn index(
    drafts: Vec<Draft>,
    problems: &mut Vec<Diagnostic>,
) -> (Vec<Draft>, BTreeMap<String, ItemIx>) {
    let mut by_id: BTreeMap<String, ItemIx> = BTreeMap::new();
    let mut kept: Vec<Draft> = Vec::new();
    for draft in drafts {
        let key = draft.item.id.to_lowercase();
        if let Some(first) = by_id.get(&key) {
            problems.push(duplicate(&draft.item.id, draft.item.place, &kept[first.0]));
        } else {
            by_id.insert(key, ItemIx(kept.len()));
            kept.push(draft);
        }
    }
    for (at, draft) in kept.iter().enumerate() {
        for alias in &draft.item.aliases {
            let taken = by_id.entry(alias.to_lowercase()).or_insert(ItemIx(at));
            if *taken != ItemIx(at) {
                problems.push(duplicate(alias, alias.span, &kept[taken.0]));
            }
        }
    }
    (kept, by_id)
}

fn duplicate(id: &str, place: Span, first: &Draft) -> Diagnostic {
    Diagnostic::new(&code::DUPLICATE_ID, format!("the id `{id}` is taken"))
        .at(place, "used again here")
        .also(
            first.item.place,
            format!("the id of \u{201c}{}\u{201d}", first.item.title),
        )
        .help("give one of the two another id; ids are compared without regard to case")
        .about(id)
}

impl Plan {
    fn add(&mut self, draft: Draft) {
        let from = ItemIx(self.items.len());
        let references = draft.written.into_iter().map(|written| Reference {
            from,
            relation: written.relation,
            to: self.by_id.get(&written.id.to_lowercase()).copied(),
            written: written.id,
            weight: written.weight,
            note: written.note,
            lag: written.lag,
        });
        self.references.extend(references);
        self.items.push(draft.item);
    }

    /// What an item refers to, in the order of its front matter.
    pub fn references_of(&self, item: ItemIx) -> &[Reference] {
        let start = self.references.partition_point(|it| it.from < item);
        let end = self.references.partition_point(|it| it.from <= item);
        &self.references[start..end]
    }

    /// The references of one relation that lead to an item.
    pub fn stated(&self, relation: Relation) -> impl Iterator<Item = (&Reference, ItemIx)> {
        let fits = self
            .references
            .iter()
            .filter(move |it| it.relation == relation);
        fits.filter_map(|reference| Some((reference, reference.to?)))
    }
}

/// Follows the links of all texts, and what triggers watch.
fn resolve(plan: &mut Plan, sources: &SourceSet, config: &Config) {
    let resolver = Resolver::new(plan, config, sources);
    let follow = |body: &Body| {
        let links = body.document.links.iter();
        links
            .map(|link| resolver.resolve(link, &body.path))
            .collect()
    };
    let targets: Vec<Vec<super::Target>> = plan.bodies().map(|(_, body)| follow(body)).collect();
    let by_id = plan.by_id.clone();
    let home = plan.home.body.iter_mut();
    let items = plan.items.iter_mut().map(|item| &mut item.body);
    let pages = plan.pages.iter_mut().map(|page| &mut page.body);
    for (body, targets) in home.chain(items).chain(pages).zip(targets) {
        body.targets = targets;
    }
    for trigger in plan
        .items
        .iter_mut()
        .filter_map(|item| item.trigger.as_mut())
    {
        trigger.resolve(|id| by_id.get(&id.to_lowercase()).copied());
    }
}

/// Old addresses.
impl Plan {
    /// Old addresses, without the ending, and the addresses they lead to. An
    /// old id lies beside the item's page; an old path where it lay.
    pub fn redirects(&self) -> impl Iterator<Item = (String, &str)> {
        let items = self
            .items
            .iter()
            .map(|item| (&item.aliases, item.address.as_str()));
        let pages = self
            .pages
            .iter()
            .map(|page| (&page.aliases, page.address.as_str()));
        items.chain(pages).flat_map(|(aliases, address)| {
            let from = aliases
                .iter()
                .map(move |alias| address::of_alias(alias, address));
            from.map(move |from| (from, address))
                .filter(|(from, to)| from != to)
        })
    }
}
