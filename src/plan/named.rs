//! Where items are named by an id: in front matter, in what triggers watch, in
//! running text.

use crate::config::{Config, FieldType};
use crate::diagnostic::{Edit, Span};
use crate::document::{Link, LinkForm};
use crate::mend::{Notation, words_within};
use crate::source::SourceSet;
use crate::value::Spanned;

use super::{Body, ItemIx, OwnValue, Place, Plan, Target};

/// A place where an item is named.
#[derive(Debug, Clone, Copy)]
pub struct Naming<'a> {
    /// Whose text or front matter it is.
    pub by: Place,
    /// The item.
    pub item: ItemIx,
    /// The id as written: the item's own in whatever case, or an old one.
    pub written: &'a str,
    /// The value or the link that it is part of.
    pub within: Span,
    /// The id alone; none where it is written in escapes or stands elsewhere.
    pub place: Option<Span>,
}

impl Naming<'_> {
    /// The edit that names the item by another id.
    pub fn renamed(&self, id: &str, sources: &SourceSet) -> Option<Edit> {
        let span = self.place?;
        let text = if span == self.within {
            Notation::of(sources.source(span.source)).word(id)
        } else {
            id.to_owned()
        };
        Some(Edit { span, text })
    }
}

/// What is needed to find the places.
#[derive(Debug, Clone, Copy)]
struct Files<'a> {
    plan: &'a Plan,
    sources: &'a SourceSet,
    /// Whether places where an item is named by its very id are left out.
    odd: bool,
}

impl Plan {
    /// Every place where an item is named by its id or an old one.
    pub fn namings<'a>(
        &'a self,
        config: &'a Config,
        sources: &'a SourceSet,
    ) -> impl Iterator<Item = Naming<'a>> {
        self.named_in(config, sources, false)
    }

    /// Every place where an item is named by anything but its id as it is
    /// written there.
    pub fn odd_namings<'a>(
        &'a self,
        config: &'a Config,
        sources: &'a SourceSet,
    ) -> impl Iterator<Item = Naming<'a>> {
        self.named_in(config, sources, true)
    }

    fn named_in<'a>(
        &'a self,
        config: &'a Config,
        sources: &'a SourceSet,
        odd: bool,
    ) -> impl Iterator<Item = Naming<'a>> {
        let files = Files {
            plan: self,
            sources,
            odd,
        };
        let references = self.references.iter().filter_map(move |reference| {
            files.value(reference.from, &reference.written, reference.to)
        });
        let triggers = self.all().filter_map(move |(at, item)| {
            let (written, to) = item.trigger.as_ref()?.watches()?;
            files.value(at, written, to)
        });
        let links = self.bodies().flat_map(move |(by, _)| {
            let links = self.links(by);
            links.filter_map(move |(link, target)| files.link(by, link, target))
        });
        let own = self.all().flat_map(move |(at, item)| {
            let fields = item.own.iter();
            let fields = fields.filter(|field| config.fields[field.def].holds == FieldType::Link);
            let values = fields.flat_map(|field| &field.values);
            values.filter_map(move |value| files.own(at, value))
        });
        references.chain(triggers).chain(own).chain(links)
    }
}

impl<'a> Files<'a> {
    fn value(
        self,
        by: ItemIx,
        written: &'a Spanned<String>,
        to: Option<ItemIx>,
    ) -> Option<Naming<'a>> {
        self.named(by, written, written.span, to?)
    }

    fn own(self, by: ItemIx, value: &'a Spanned<OwnValue>) -> Option<Naming<'a>> {
        let OwnValue::Text(written) = &value.value else {
            return None;
        };
        self.named(by, written, value.span, self.plan.find(written)?)
    }

    fn named(self, by: ItemIx, written: &'a str, within: Span, item: ItemIx) -> Option<Naming<'a>> {
        (!written.is_empty() && self.counts(written, item)).then(|| Naming {
            by: Place::Item(by),
            item,
            written,
            within,
            place: words_within(self.sources.source(within.source), within, written),
        })
    }

    fn counts(self, written: &str, item: ItemIx) -> bool {
        !self.odd || written != self.plan[item].id
    }

    fn link(self, by: Place, link: &'a Link, target: &Target) -> Option<Naming<'a>> {
        if link.form != LinkForm::Wiki {
            return None;
        }
        let name = link.target.trim();
        let (item, written) = match target {
            Target::Text {
                place: Place::Item(item),
                ..
            } => (*item, name),
            Target::Fact(fact) => {
                let id = name.strip_suffix(fact.field.as_str())?;
                (fact.item, id.strip_suffix('.')?)
            }
            _ => return None,
        };
        if !self.counts(written, item) {
            return None;
        }
        let text = &self.sources.source(link.span.source).text;
        let start = text[link.span.range()].find(written);
        // A link may lead to the item's file as well.
        let is_id = self.plan[item].id == written || self.plan.find(written) == Some(item);
        is_id.then(|| Naming {
            by,
            item,
            written,
            within: link.span,
            place: start.map(|start| link.span.part(start, start + written.len())),
        })
    }
}

impl Body {
    /// The last part of the path by which a link leads to a file, and where
    /// it stands; none for links that are written elsewhere.
    pub fn file_name_in<'a>(link: &'a Link, text: &str) -> Option<(&'a str, Span)> {
        let path = link.target.split('?').next().unwrap_or_default();
        let from = path.rfind('/').map_or(0, |at| at + 1);
        let written = &text[link.span.range()];
        let begins = |before: &str| match link.form {
            LinkForm::Wiki => before.trim_end().ends_with("[["),
            LinkForm::Inline | LinkForm::Image => {
                let before = before.strip_suffix('<').unwrap_or(before);
                before.trim_end().ends_with("](")
            }
        };
        let mut starts = written.match_indices(&link.target);
        let (start, _) = starts.find(|(at, _)| begins(&written[..*at]))?;
        Some((
            &path[from..],
            link.span.part(start + from, start + path.len()),
        ))
    }
}
