//! A feed (RFC 4287) of what the plan says happened, and when: what was
//! finished, read, judged and reviewed. The newest stands first.
//!
//! Links are those of the site; without a `base_url` they are relative to the
//! feed.

use atom_syndication::{Entry, Feed, FixedDateTime, Link, Person, Text};

use crate::check::Subject;
use crate::locale::Locale;
use crate::plan::{Item, slug};
use crate::quantity::Date;

use super::text;

/// The most entries.
const MOST: usize = 100;

/// Something that happened.
struct Happened<'a> {
    day: Date,
    item: &'a Item,
    /// What, in an entry's id.
    what: &'static str,
    /// What, in words.
    words: String,
}

/// The feed; `folder` leads from it to the site's own folder.
pub fn write(subject: Subject<'_>, locale: &Locale, folder: &str) -> String {
    let config = subject.config;
    let mut all: Vec<Happened<'_>> = subject
        .plan
        .each()
        .flat_map(|item| happened(item, locale))
        .filter(|it| it.day <= subject.today)
        .collect();
    all.sort_by(|a, b| b.day.cmp(&a.day).then_with(|| a.item.id.cmp(&b.item.id)));
    all.truncate(MOST);
    let title = text::title(subject);
    let base = config
        .base_url
        .as_deref()
        .map(|it| it.trim_end_matches('/'));
    let root = base.map_or_else(|| folder.to_owned(), |base| format!("{base}/"));
    let tag = base.and_then(|it| it.split("://").nth(1)?.split('/').next());
    let tag = format!(
        "tag:{},2000:{}",
        tag.unwrap_or("planwright.invalid"),
        slug(title)
    );
    let newest = all.first().map_or(Date::constant(2000, 1, 1), |it| it.day);
    let mut feed = Feed::default();
    feed.set_id(tag.clone());
    feed.set_title(title);
    feed.set_updated(midnight(newest));
    feed.set_lang(Some(config.language.clone()));
    let author = config.organization.as_deref().unwrap_or(title);
    feed.set_authors(vec![Person {
        name: author.to_owned(),
        ..Person::default()
    }]);
    feed.set_links(vec![link(format!("{root}index.html"))]);
    let entries = all.iter().map(|it| entry(it, &tag, &root));
    feed.set_entries(entries.collect::<Vec<_>>());
    let mut text = feed.to_string();
    text.push('\n');
    text
}

fn entry(it: &Happened<'_>, tag: &str, root: &str) -> Entry {
    let mut entry = Entry::default();
    entry.set_id(format!(
        "{tag}/{}/{}/{}",
        slug(&it.item.id),
        it.what,
        it.day
    ));
    let title = format!("{} {}: {}", it.item.id, it.item.title, it.words);
    entry.set_title(Text::plain(title));
    entry.set_updated(midnight(it.day));
    entry.set_links(vec![link(format!("{root}{}.html", it.item.address))]);
    if let Some(summary) = &it.item.summary {
        entry.set_summary(Some(Text::plain(summary.clone())));
    }
    entry
}

fn happened<'a>(item: &'a Item, locale: &Locale) -> Vec<Happened<'a>> {
    let unit = item.measure.as_ref().and_then(|it| it.unit.as_deref());
    let mut all = Vec::new();
    let mut add = |day: Option<Date>, what, words: String| {
        all.extend(day.map(|day| Happened {
            day,
            item,
            what,
            words,
        }));
    };
    let completed = item.dates.completed.as_deref().map(|it| it.last);
    add(completed, "done", locale.say("event-done"));
    let health = item.health.as_ref().map(|it| it.value);
    if let Some(health) = health {
        let word = locale.say(&format!("health-{}", health.name()));
        let note = item.health_note.as_ref();
        let words = match note {
            Some(note) => format!("{word}. {}", note.value),
            None => word,
        };
        add(item.as_of.as_ref().map(|it| it.value), "health", words);
    }
    let reviewed = item.reviewed.as_ref().map(|it| it.value);
    add(reviewed, "reviewed", locale.say("facts-reviewed"));
    for reading in item.measure.iter().flat_map(|it| &it.readings) {
        let value = locale.amount(reading.value, unit);
        let words = match &reading.note {
            Some(note) => format!("{value} ({note})"),
            None => value,
        };
        add(Some(reading.on), "reading", words);
    }
    all
}

fn link(href: String) -> Link {
    Link {
        href,
        rel: "alternate".to_owned(),
        mime_type: Some("text/html".to_owned()),
        ..Link::default()
    }
}

/// A day's first moment in UTC.
fn midnight(day: Date) -> FixedDateTime {
    let text = format!("{day}T00:00:00Z");
    text.parse().expect("a day of a plan has a midnight")
}
