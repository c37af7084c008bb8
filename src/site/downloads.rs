//! The plan as files for other programs, and the page that offers them.

use rayon::prelude::*;
use serde::Serialize;

use crate::diagnostic::Fault;
use crate::exchange::export::{Format, Made, ical};
use crate::output::{Entry, SitePath, Take, view_hash};
use crate::plan::ItemIx;

use super::TemplateError;
use super::address;
use super::context::Context;
use super::frame::{Frame, Section};
use super::made_from;
use super::pages::Page;
use super::pieces::Pen;
use super::render::Renderer;

/// The page of downloads.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct DownloadsView {
    /// What stands around it.
    pub frame: Frame,
    /// The files.
    pub files: Vec<Download>,
    /// Whether people and teams have calendars of their own.
    pub calendars: bool,
}

/// A file to be had.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Download {
    /// The name of the format: `xlsx`.
    pub format: String,
    /// What it is called.
    pub label: String,
    /// What it is good for.
    pub about: String,
    /// Its address.
    pub href: String,
    /// The file's name.
    pub name: String,
}

pub(super) fn pages<'a>(context: &Context<'a>) -> Vec<Page<'a>> {
    if formats(context).next().is_none() {
        return Vec::new();
    }
    let label = context.locale.say("downloads-title");
    let page = Page::new("downloads.html", address::downloads(), view);
    vec![page.in_nav(Section::Plan, label)]
}

fn view(pen: &Pen<'_, '_>) -> DownloadsView {
    let files = formats(pen.context).map(|format| Download {
        format: format.name().to_owned(),
        label: pen.say(words(format).0),
        about: pen.say(words(format).1),
        href: pen.href(&address::download(format.file())),
        name: format.file().to_owned(),
    });
    let files: Vec<Download> = files.collect();
    DownloadsView {
        frame: Frame::of(
            pen,
            "downloads",
            &pen.say("downloads-title"),
            &address::downloads(),
        ),
        calendars: !pen.context.people.is_empty() && has(pen.context, Format::Ical),
        files,
    }
}

/// The messages that name a format and say what it is good for.
fn words(format: Format) -> (&'static str, &'static str) {
    match format {
        Format::Json => ("download-json", "download-json-about"),
        Format::Csv => ("download-csv", "download-csv-about"),
        Format::Xlsx => ("download-xlsx", "download-xlsx-about"),
        Format::Stratml => ("download-stratml", "download-stratml-about"),
        Format::Stratml1 => ("download-stratml-1", "download-stratml-1-about"),
        Format::Ical => ("download-ical", "download-ical-about"),
        Format::Atom => ("download-atom", "download-atom-about"),
        Format::Needs => ("download-needs", "download-needs-about"),
        Format::Dot => ("download-dot", "download-dot-about"),
        Format::Mermaid => ("download-mermaid", "download-mermaid-about"),
        Format::Markdown => ("download-markdown", "download-markdown-about"),
    }
}

/// The formats that the plan offers and that have a place for it.
fn formats<'c>(context: &'c Context<'_>) -> impl Iterator<Item = Format> + use<'c> {
    let chosen = &context.subject.config.site.downloads;
    let all = Format::ALL.into_iter();
    all.filter(|format| chosen.contains(&format.name()) && format.fits(context.subject))
}

fn has(context: &Context<'_>, format: Format) -> bool {
    formats(context).any(|it| it == format)
}

/// The address of the feed, where there is one.
pub(super) fn feed(context: &Context<'_>) -> Option<SitePath> {
    let chosen = &context.subject.config.site.downloads;
    let has = chosen.contains(&Format::Atom.name()) && Format::Atom.fits(context.subject);
    has.then(|| address::download(Format::Atom.file()))
}

/// The address of the calendar of some items, where they have one.
pub(super) fn calendar(context: &Context<'_>, name: &str, items: &[ItemIx]) -> Option<SitePath> {
    let chosen = &context.subject.config.site.downloads;
    let has = chosen.contains(&Format::Ical.name()) && ical::has_events(context.subject, items);
    has.then(|| address::download(&format!("{name}.ics")))
}

/// A file, or why it cannot be made.
pub(super) type FileMade = Result<(SitePath, Entry), TemplateError>;

type Make<'c, 'm> = dyn Fn() -> Result<Made<'c>, TemplateError> + 'm;

/// All files: one for each format, and calendars of people and teams. None is
/// made again where nothing of the plan has changed that it holds.
pub(super) fn files<'c>(
    context: &'c Context<'_>,
    renderer: &Renderer<'_>,
    way: &dyn Take,
) -> Vec<FileMade> {
    let (subject, locale) = (context.subject, &context.locale);
    let (plan, but_words) = (plan_hash(context), made_from::apart_from_words(context));
    let file = |format: Format, path: SitePath, make: &Make<'c, '_>| {
        let from = if format.has_words() { plan } else { but_words };
        let hash = view_hash(&(from, &path));
        let entry = match renderer.kept(&path, hash) {
            Some(kept) => way.take(&path, kept),
            None => way.pour(&path, hash, make()?.pour()),
        };
        Ok((path, entry))
    };
    let formats: Vec<Format> = formats(context).collect();
    let formats = formats.into_par_iter().with_max_len(1).map(|format| {
        file(format, address::download(format.file()), &|| {
            let made = format.make(subject, locale, "../");
            made.map_err(|why| failed(format, &why))
        })
    });
    let mut made: Vec<FileMade> = formats.collect();
    let calendars: Vec<_> = context.people.calendars().collect();
    let calendars = calendars.into_par_iter();
    made.par_extend(calendars.filter_map(|(whose, name, items)| {
        let path = calendar(context, &name, &items)?;
        Some(file(Format::Ical, path, &|| {
            Ok(ical::make(subject, locale, whose, items.clone()))
        }))
    }));
    made
}

/// The hash of all that the files are made from.
fn plan_hash(context: &Context<'_>) -> u128 {
    let subject = context.subject;
    let texts = subject.sources.sources.iter();
    let texts: Vec<(&str, &str)> = texts.map(|it| (&*it.path, &*it.text)).collect();
    view_hash(&(texts, subject.today, &subject.imprint.edition))
}

fn failed(format: Format, why: &str) -> TemplateError {
    let name = format.name();
    let what = format!("the plan cannot be offered as {name}: {why}");
    TemplateError {
        fault: Fault::said(&what),
        page: Some(address::downloads().as_str().to_owned()),
    }
}
