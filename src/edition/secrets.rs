//! What an edition hides, in words, so that it can be looked for in what is
//! published.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::{SourceId, Span};
use crate::plan::{Body, PageIx, Place, Plan};
use crate::source::{REVIEWS, SETTINGS, Source, SourceSet};
use crate::value::{Data, Value};

use super::{Clearance, Part, Whole};

/// Words that an edition hides.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Secret {
    /// The words as they were written.
    pub words: String,
    /// Where.
    pub place: Option<Span>,
    /// Whether they name something hidden, and so may not stand in a visible
    /// text either.
    pub is_name: bool,
}

/// All that an edition hides.
#[derive(Debug, Default)]
pub struct Secrets {
    /// The ids of hidden items, and the paths and addresses of what is hidden.
    pub ids: Vec<Secret>,
    /// Titles and other words.
    pub words: Vec<Secret>,
    /// The hidden files that are no texts, by path.
    pub files: BTreeMap<Arc<str>, Arc<[u8]>>,
    /// All that may be seen, as it was written.
    pub open: Vec<Arc<str>>,
}

/// A name of fewer words may be one that others use without knowing it.
const WORDS_OF_A_NAME: usize = 3;
/// Fewer letters than these are nobody's secret.
const LETTERS: usize = 4;

impl Secrets {
    /// What the whole plan says and the part does not.
    pub fn of(whole: Whole<'_>, part: &Part, clearance: &Clearance<'_>) -> Self {
        let mut secrets = Self::default();
        secrets.names(whole.plan, &part.plan, clearance);
        let left = part.plan.bodies();
        let left: HashMap<SourceId, &Body> =
            left.map(|(_, body)| (body.document.source, body)).collect();
        for (place, body) in whole.plan.bodies() {
            let source = whole.sources.source(body.document.source);
            if let Some(left) = left.get(&source.id).filter(|_| clearance.place(place)) {
                secrets.within((place, body), left, whole, clearance);
            } else {
                secrets.name(whole.plan.address(place));
                secrets.say_all(source);
            }
        }
        secrets.files(whole.sources, &part.sources);
        secrets.reviews(whole, part);
        let unnamed = secrets.settings(whole, part);
        secrets.open = open(part, &unnamed);
        secrets
    }

    /// Ids and titles of what is hidden.
    fn names(&mut self, whole: &Plan, part: &Plan, clearance: &Clearance<'_>) {
        let visible: BTreeSet<String> = part
            .each()
            .flat_map(|item| {
                std::iter::once(&item.id).chain(item.aliases.iter().map(|it| &it.value))
            })
            .map(|id| id.to_lowercase())
            .collect();
        let titles = part.each().map(|item| item.title.as_str());
        let titles = titles.chain(part.pages.iter().map(|page| page.title.as_str()));
        let titles: BTreeSet<&str> = titles.collect();
        let hidden = whole
            .all()
            .filter(|(at, _)| !clearance.place(Place::Item(*at)));
        for (_, item) in hidden {
            let ids = std::iter::once((item.id.as_str(), item.place));
            let aliases = item.aliases.iter().map(|it| (it.value.as_str(), it.span));
            for (id, place) in ids.chain(aliases) {
                let is_word = id.chars().any(char::is_alphabetic) && id.chars().count() > 1;
                if is_word && !visible.contains(&id.to_lowercase()) {
                    self.ids.push(Secret {
                        words: id.to_owned(),
                        place: Some(place),
                        is_name: true,
                    });
                }
            }
        }
        let items = whole.all().map(|(at, item)| {
            let title = (item.title.as_str(), Some(item.title_span));
            (Place::Item(at), title)
        });
        let pages = whole.pages.iter().enumerate();
        let pages = pages.map(|(at, page)| (Place::Page(PageIx(at)), (page.title.as_str(), None)));
        let hidden = items
            .chain(pages)
            .filter(|(place, _)| !clearance.place(*place));
        for (_, (title, place)) in hidden {
            let words = title.split_whitespace().count();
            self.words.push(Secret {
                words: title.to_owned(),
                place,
                is_name: words >= WORDS_OF_A_NAME && !titles.contains(title),
            });
        }
    }

    /// What is hidden of a file that can be seen.
    fn within(
        &mut self,
        (place, body): (Place, &Body),
        left: &Body,
        whole: Whole<'_>,
        clearance: &Clearance<'_>,
    ) {
        let source = whole.sources.source(body.document.source);
        for entry in &body.document.matter.entries {
            let left = left.document.matter.get(&entry.key);
            let mut gone = Vec::new();
            taken_out(&entry.value, left.map(|entry| &entry.value), &mut gone);
            for span in gone {
                self.say(source, span);
            }
        }
        let blocks = body.document.audience_blocks.iter();
        for block in blocks.filter(|block| !clearance.sees(&block.names)) {
            self.say(source, block.span);
        }
        for (link, target) in whole.plan.links(place) {
            if !clearance.target(target) {
                self.say(source, link.span);
            }
        }
    }

    /// The files that the part has no longer.
    fn files(&mut self, whole: &SourceSet, part: &SourceSet) {
        for source in whole.sources.iter().filter(|it| !it.is_markdown()) {
            if part.by_path(&source.path).is_none() {
                self.say_all(source);
            }
        }
        for file in &whole.attachments {
            if part.attachment(&file.path).is_some() {
                continue;
            }
            self.name(&file.path);
            self.phrases(&file.path, None);
            if let Some(bytes) = &file.bytes {
                if let Ok(text) = std::str::from_utf8(bytes) {
                    self.phrases(text, None);
                }
                self.files.insert(Arc::clone(&file.path), Arc::clone(bytes));
            }
        }
    }

    /// The reviews of what is hidden.
    fn reviews(&mut self, whole: Whole<'_>, part: &Part) {
        let Some(source) = whole.sources.by_path(REVIEWS) else {
            return;
        };
        let is_hidden = |id: &str| whole.plan.find(id).is_some() && part.plan.find(id).is_none();
        let mut start = 0;
        for line in source.text.split_inclusive('\n') {
            if line.split(',').take(2).any(|id| is_hidden(id.trim())) {
                self.say(source, Span::new(source.id, start, start + line.len()));
            }
            start += line.len();
        }
    }

    /// People and plans that the settings of the part do not have, in words.
    fn settings(&mut self, whole: Whole<'_>, part: &Part) -> Vec<String> {
        let left: BTreeSet<&str> = said_of(&part.config).collect();
        let gone = said_of(whole.config).filter(|words| !left.contains(words));
        let gone: Vec<String> = gone.map(str::to_owned).collect();
        for words in &gone {
            self.phrases(words, None);
        }
        gone
    }

    /// A path or an address.
    fn name(&mut self, path: &str) {
        self.ids.push(Secret {
            words: path.to_owned(),
            place: None,
            is_name: true,
        });
    }

    fn say_all(&mut self, source: &Source) {
        self.name(&source.path);
        self.phrases(&source.path, Some(Span::file(source.id)));
        self.say(source, Span::new(source.id, 0, source.text.len()));
    }

    fn say(&mut self, source: &Source, span: Span) {
        self.phrases(&source.text[span.range()], Some(span));
    }

    /// Cuts a text where markup or punctuation may stand.
    fn phrases(&mut self, text: &str, within: Option<Span>) {
        let mut start = 0;
        for phrase in text.split(|c: char| c.is_control() || CUTS.contains(c)) {
            let letters = phrase.chars().filter(|c| c.is_alphabetic()).count();
            if letters >= LETTERS {
                self.words.push(Secret {
                    words: phrase.to_owned(),
                    place: within
                        .filter(|it| it.end() > it.start())
                        .map(|it| it.part(start, start + phrase.len())),
                    is_name: false,
                });
            }
            start += phrase.len()
                + text[start + phrase.len()..]
                    .chars()
                    .next()
                    .map_or(0, char::len_utf8);
        }
    }
}

/// Where a sentence or a value may end.
const CUTS: &str = "|\"'`*[](){}<>=;:,.!?#\\/";

/// What of a value is not in what is left of it.
fn taken_out(value: &Value, left: Option<&Value>, gone: &mut Vec<Span>) {
    match (&value.data, left) {
        (_, None) => gone.push(value.span),
        (Data::List(values), Some(left)) => {
            let kept = left.as_list();
            let others = values.iter().filter(|it| !kept.contains(it));
            gone.extend(others.map(|value| value.span));
        }
        _ => {}
    }
}

/// What the settings say of people and plans.
fn said_of(config: &Config) -> impl Iterator<Item = &str> {
    let people = config.people.iter().flat_map(|it| {
        let rest = [&it.role, &it.team, &it.email].into_iter().flatten();
        std::iter::once(&it.name).chain(rest)
    });
    let plans = config.plans.iter();
    let plans = plans.flat_map(|it| std::iter::once(&it.title).chain(&it.summary));
    people.chain(plans).map(String::as_str)
}

/// What may be seen: all that is left, but for what the settings say of people
/// and plans that are not.
fn open(part: &Part, unnamed: &[String]) -> Vec<Arc<str>> {
    let sources = &part.sources;
    let mut open: Vec<Arc<str>> = Vec::new();
    for (_, body) in part.plan.bodies() {
        let mut words = Vec::new();
        let entries = body.document.matter.entries.iter();
        entries.for_each(|entry| texts(&entry.value, &mut words));
        open.push(Arc::from(words.join("\n")));
    }
    for source in &sources.sources {
        open.push(Arc::clone(&source.path));
        if &*source.path == REVIEWS {
            continue;
        }
        if &*source.path == SETTINGS {
            let lines = source.text.lines();
            let lines =
                lines.filter(|line| !unnamed.iter().any(|words| line.contains(words.as_str())));
            open.push(Arc::from(lines.collect::<Vec<_>>().join("\n")));
        } else {
            open.push(Arc::clone(&source.text));
        }
    }
    for file in &sources.attachments {
        open.push(Arc::clone(&file.path));
        if let Some(Ok(text)) = file.bytes.as_deref().map(std::str::from_utf8) {
            open.push(Arc::from(text));
        }
    }
    open
}

fn texts<'v>(value: &'v Value, words: &mut Vec<&'v str>) {
    match &value.data {
        Data::Null => {}
        Data::Text(text) => words.push(text),
        Data::List(values) => values.iter().for_each(|value| texts(value, words)),
        Data::Table(table) => {
            let entries = table.entries.iter();
            entries.for_each(|entry| texts(&entry.value, words));
        }
    }
}
