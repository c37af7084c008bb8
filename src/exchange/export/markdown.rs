//! The whole plan in one Markdown file (`CommonMark` with tables), as one would
//! read it: goals with what carries them below, then measures of nothing in
//! it, risks, plan Bs and plain pages. Links between items lead within the
//! file.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::io;

use crate::check::Subject;
use crate::document::{Wikilink, wikilinks};
use crate::locale::Locale;
use crate::plan::{Item, ItemIx, Point, Relation, Risk, slug};
use crate::quantity::{Date, Period};
use crate::value::Spanned;

use super::sheet;
use super::text::{self, markdown};

/// The deepest heading there is.
const DEEPEST: usize = 6;

/// Writes the file, piece by piece.
///
/// # Errors
///
/// Those of `file`.
pub fn write(subject: Subject<'_>, locale: &Locale, file: &mut dyn io::Write) -> io::Result<()> {
    let mut writing = Writing {
        subject,
        locale,
        out: String::new(),
        written: HashSet::new(),
    };
    writing.home();
    for (at, item) in subject.plan.all() {
        // What supports something stands below that.
        let is_top = subject.trace.graph.up(at).is_empty() && !is_below(subject, at);
        if is_top && item.role.is_traced() {
            writing.item(at, 2);
            writing.hand_over(file)?;
        }
    }
    for at in subject.plan.all().map(|(at, _)| at) {
        writing.item(at, 2);
        writing.hand_over(file)?;
    }
    writing.pages();
    writing.hand_over(file)
}

/// A message's id, and what is said under it.
type Fact = (&'static str, Option<String>);

struct Writing<'a> {
    subject: Subject<'a>,
    locale: &'a Locale,
    out: String,
    written: HashSet<ItemIx>,
}

/// Whether an item is told below another without supporting it.
fn is_below(subject: Subject<'_>, at: ItemIx) -> bool {
    let relations = [Relation::Measures, Relation::Threatens, Relation::Answers];
    relations
        .into_iter()
        .any(|relation| subject.trace.graph.to(at, relation).next().is_some())
}

impl Writing<'_> {
    /// What is written so far need not be held.
    fn hand_over(&mut self, file: &mut dyn io::Write) -> io::Result<()> {
        file.write_all(self.out.as_bytes())?;
        self.out.clear();
        Ok(())
    }

    fn home(&mut self) {
        let home = &self.subject.plan.home;
        let title = text::title(self.subject);
        self.heading(1, title, None);
        for (label, text) in [
            ("report-vision", &home.vision),
            ("report-mission", &home.mission),
        ] {
            if let Some(text) = text {
                let label = self.locale.say(label);
                let _ = write!(self.out, "**{label}**: {}\n\n", words(text));
            }
        }
        for value in &home.values {
            let _ = writeln!(
                self.out,
                "- **{}**: {}",
                words(&value.name),
                words(&value.text)
            );
        }
        if !home.values.is_empty() {
            self.out.push('\n');
        }
        if let Some(body) = &home.body {
            let text = markdown(
                self.subject,
                body,
                home.title.as_deref().unwrap_or_default(),
            );
            self.text(&text, 2);
        }
    }

    /// An item with what supports, measures and threatens it, once.
    fn item(&mut self, at: ItemIx, level: usize) {
        if !self.written.insert(at) {
            return;
        }
        let item = &self.subject.plan[at];
        let kind = &self.subject.config.kinds[item.kind];
        let title = format!("{} {}: {}", kind.label, item.id, item.title);
        self.heading(level, &title, Some(&item.id));
        self.facts(at, item);
        if let Some(summary) = item.summary.as_ref().filter(|_| item.states("summary")) {
            let _ = write!(self.out, "{}\n\n", words(summary));
        }
        let text = markdown(self.subject, &item.body, &item.title);
        self.text(&text, level + 1);
        let graph = &self.subject.trace.graph;
        let parts = graph.down(at).iter().map(|thread| thread.item);
        let beside = [Relation::Measures, Relation::Threatens, Relation::Answers];
        let beside = beside
            .into_iter()
            .flat_map(|relation| graph.from(at, relation));
        for below in parts.chain(beside).collect::<Vec<_>>() {
            self.item(below, (level + 1).min(DEEPEST));
        }
    }

    /// What the front matter says, as a table.
    fn facts(&mut self, at: ItemIx, item: &Item) {
        let facts = self.of_work(at, item).into_iter();
        let facts = facts
            .chain(self.of_figures(at, item))
            .chain(self.of_relations(at));
        let facts: Vec<(&str, String)> = facts.filter_map(|(id, said)| Some((id, said?))).collect();
        if facts.is_empty() {
            return;
        }
        self.out.push_str("| | |\n|---|---|\n");
        for (id, said) in facts {
            let _ = writeln!(self.out, "| {} | {said} |", self.locale.say(id));
        }
        self.out.push('\n');
    }

    /// Who, when, and how far.
    fn of_work(&self, at: ItemIx, item: &Item) -> Vec<Fact> {
        let (locale, trace) = (self.locale, self.subject.trace);
        let dates = &item.dates;
        let period = |period: Option<&Spanned<Period>>| period.map(|it| locale.period(it));
        let progress = trace.shown_progress(item, at);
        let health = trace.shown_health(item, at);
        let health = health.map(|it| locale.say(&format!("health-{}", it.name())));
        vec![
            (
                "facts-accountable",
                item.raci.owner.as_ref().map(|it| words(it)),
            ),
            ("facts-team", item.team.as_deref().map(words)),
            (
                "field-status",
                item.status.as_ref().map(|it| words(&it.label)),
            ),
            ("field-start", period(dates.start.as_ref())),
            ("field-due", period(dates.due.as_ref())),
            ("field-completed", period(dates.completed.as_ref())),
            (
                "field-progress",
                progress.map(|it| locale.percent(it.value())),
            ),
            ("field-health", health),
        ]
    }

    /// Money, measures, risks and triggers.
    fn of_figures(&self, at: ItemIx, item: &Item) -> Vec<Fact> {
        let (locale, subject) = (self.locale, self.subject);
        let measure = item.measure.as_ref();
        let unit = measure.and_then(|it| it.unit.as_deref());
        let point = |(value, on): (f64, Option<Date>)| match on {
            Some(on) => format!("{} ({})", locale.amount(value, unit), locale.day(on)),
            None => locale.amount(value, unit),
        };
        let stated = |it: &Point| (it.value, it.on);
        let baseline = measure.and_then(|it| it.baseline.as_ref()).map(stated);
        let target = measure.and_then(|it| it.target.as_ref()).map(stated);
        let latest = subject.trace.standings.get(&at).and_then(|it| it.latest);
        let score = item.risk.as_deref().and_then(Risk::score);
        let trigger = item.trigger.as_ref();
        let trigger = trigger.map(|it| words(&sheet::trigger(subject, &it.condition)));
        vec![
            (
                "facts-budget",
                item.budget.as_deref().map(|it| locale.money(it)),
            ),
            (
                "facts-spent",
                item.spent.as_deref().map(|it| locale.money(it)),
            ),
            ("facts-baseline", baseline.map(point)),
            ("facts-target", target.map(point)),
            (
                "field-latest",
                latest.map(|(value, on)| point((value, Some(on)))),
            ),
            ("facts-score", score.map(|it| it.to_string())),
            ("field-trigger", trigger),
        ]
    }

    /// What it refers to.
    fn of_relations(&self, at: ItemIx) -> Vec<Fact> {
        let relations = [
            ("field-supports", Relation::Supports),
            ("field-depends-on", Relation::DependsOn),
            ("field-measures", Relation::Measures),
            ("field-threatens", Relation::Threatens),
            ("field-mitigates", Relation::Mitigates),
            ("field-answers", Relation::Answers),
        ];
        let facts = relations.into_iter().map(|(id, relation)| {
            let to = self.subject.trace.graph.to(at, relation);
            let to: Vec<String> = to.map(|it| link(&self.subject.plan[it])).collect();
            (id, (!to.is_empty()).then(|| to.join(", ")))
        });
        facts.collect()
    }

    fn pages(&mut self) {
        let subject = self.subject;
        for page in &subject.plan.pages {
            self.heading(2, &page.title, None);
            let text = markdown(subject, &page.body, &page.title);
            self.text(&text, 3);
        }
    }

    /// A heading, with a place to lead to.
    fn heading(&mut self, level: usize, title: &str, id: Option<&str>) {
        if let Some(id) = id {
            let _ = write!(self.out, "<a id=\"{}\"></a>\n\n", anchor(id));
        }
        let _ = write!(
            self.out,
            "{} {}\n\n",
            "#".repeat(level.min(DEEPEST)),
            words(title)
        );
    }

    /// A text whose headings stand below those of the item, and whose links to
    /// items lead within the file.
    fn text(&mut self, text: &str, level: usize) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let mut fence: Option<&str> = None;
        for line in text.lines() {
            let start = line.trim_start();
            let marks = ["```", "~~~"].into_iter().find(|it| start.starts_with(it));
            fence = match (fence, marks) {
                (None, Some(marks)) => Some(marks),
                (Some(open), Some(marks)) if open == marks => None,
                (open, _) => open,
            };
            let hashes = line.len() - line.trim_start_matches('#').len();
            let is_heading = fence.is_none()
                && (1..=DEEPEST).contains(&hashes)
                && line[hashes..].starts_with(' ');
            if is_heading {
                let level = (hashes + level - 2).clamp(1, DEEPEST);
                let _ = writeln!(
                    self.out,
                    "{}{}",
                    "#".repeat(level),
                    self.linked(&line[hashes..])
                );
            } else if fence.is_some() || marks.is_some() {
                let _ = writeln!(self.out, "{line}");
            } else {
                let _ = writeln!(self.out, "{}", self.linked(line));
            }
        }
        self.out.push('\n');
    }

    /// A line whose links to items lead within the file.
    fn linked(&self, line: &str) -> String {
        let mut out = String::new();
        let mut from = 0;
        for link in wikilinks(line) {
            out.push_str(&line[from..link.range.start]);
            from = link.range.end;
            out.push_str(&self.wikilink(&link));
        }
        out + &line[from..]
    }

    /// A link to an item, or the field of an item that is bound into the text.
    fn wikilink(&self, link: &Wikilink<'_>) -> String {
        let plan = self.subject.plan;
        let target = link.target.trim();
        let said = |else_: String| {
            if link.words.is_empty() {
                else_
            } else {
                link.words.to_owned()
            }
        };
        if let Some(at) = plan.find(target) {
            let item = &plan[at];
            return format!("[{}](#{})", said(words(&item.title)), anchor(&item.id));
        }
        let bound = target
            .rsplit_once('.')
            .and_then(|(id, field)| Some((plan.find(id)?, field)));
        match bound {
            Some((at, field)) => words(&sheet::said(self.subject, at, field)),
            None => said(target.to_owned()),
        }
    }
}

fn link(item: &Item) -> String {
    format!(
        "[{} {}](#{})",
        item.id,
        words(&item.title),
        anchor(&item.id)
    )
}

fn anchor(id: &str) -> String {
    format!("item-{}", slug(id))
}

/// Words on one line in which no sign has a meaning.
fn words(text: &str) -> String {
    crate::exchange::plain::to_markdown(&text.replace(['\n', '\r'], " "))
}
