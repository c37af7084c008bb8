//! One thing of the plan: a goal, a strategy, an action, a risk.

use std::sync::Arc;

use crate::config::{Kind, Role, StatusDef};
use crate::diagnostic::Span;
use crate::quantity::{Date, Money, Percent, Period, Recurrence};
use crate::value::{Spanned, Value};

use super::{Body, Measure, OwnField, Risk, Stakeholder, Trigger};

/// One file of the plan that is an item. What is large and only some items
/// have lies apart, so that those without it are small.
#[derive(Debug, Clone)]
pub struct Item {
    /// Its id as written.
    pub id: String,
    /// Where its id stands, else its title or the start of its file.
    pub place: Span,
    /// Its kind.
    pub kind: Kind,
    /// What its kind does in a plan.
    pub role: Role,
    /// Its title.
    pub title: String,
    /// Where the title stands.
    pub title_span: Span,
    /// Its address in the site without the ending: `actions/a12`.
    pub address: String,
    /// One sentence; else the beginning of the text.
    pub summary: Option<String>,
    /// Free words.
    pub tags: Vec<Spanned<String>>,
    /// The plan of the family that it belongs to.
    pub plan: Option<Spanned<String>>,
    /// Who has to do with it.
    pub raci: Raci,
    /// The department; else that of the owner.
    pub team: Option<String>,
    /// The state of the work.
    pub status: Option<Spanned<Arc<StatusDef>>>,
    /// When.
    pub dates: Dates,
    /// A stated progress; none where it is to be worked out.
    pub progress: Option<Spanned<Percent>>,
    /// The share in the roll-up of what it supports; 1 if absent.
    pub weight: f64,
    /// A stated judgement.
    pub health: Option<Spanned<Health>>,
    /// Why it is judged so, or why it was dropped.
    pub health_note: Option<Spanned<String>>,
    /// When it was judged.
    pub as_of: Option<Spanned<Date>>,
    /// How urgent it is.
    pub priority: Option<Spanned<Priority>>,
    /// The money set aside.
    pub budget: Option<Spanned<Money>>,
    /// The money used.
    pub spent: Option<Spanned<Money>>,
    /// The day of the last review.
    pub reviewed: Option<Spanned<Date>>,
    /// Who may see it; the plan's default where empty.
    pub audience: Vec<Spanned<String>>,
    /// Old ids and paths.
    pub aliases: Vec<Spanned<String>>,
    /// Findings that the author has accepted.
    pub allow: Vec<Allow>,
    /// Who has a part in it.
    pub stakeholders: Vec<Stakeholder>,
    /// What another tool's file said that has no other place in a plan, by
    /// the name that it had there.
    pub kept: Vec<(String, String)>,
    /// How completion is shown.
    pub evidence: Option<Box<Spanned<String>>>,
    /// The plan's own fields.
    pub own: Vec<OwnField>,
    /// For a measure: what is measured.
    pub measure: Option<Box<Measure>>,
    /// For a risk: how bad.
    pub risk: Option<Box<Risk>>,
    /// For a contingency: when it is needed.
    pub trigger: Option<Box<Trigger>>,
    /// Its text.
    pub body: Body,
}

/// Who is responsible, accountable, consulted and informed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Raci {
    /// Accountable.
    pub owner: Option<Spanned<String>>,
    /// Responsible for parts.
    pub contributors: Vec<Spanned<String>>,
    /// Asked before.
    pub consulted: Vec<Spanned<String>>,
    /// Told after.
    pub informed: Vec<Spanned<String>>,
}

/// When an item begins and ends.
#[derive(Debug, Clone, Default)]
pub struct Dates {
    /// The first day is the period's first.
    pub start: Option<Spanned<Period>>,
    /// The last day is the period's last.
    pub due: Option<Spanned<Period>>,
    /// The day on which it was finished is the period's last.
    pub completed: Option<Spanned<Period>>,
    /// Earlier due dates, oldest first.
    pub due_was: Vec<Spanned<Period>>,
    /// The event on which the due date depends.
    pub due_when: Option<Box<Spanned<String>>>,
    /// How often it comes back.
    pub repeats: Option<Spanned<Recurrence>>,
}

/// Whether a thing is on course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Health {
    /// As expected.
    OnTrack,
    /// Behind, and still to be had.
    AtRisk,
    /// Not to be had without a decision.
    OffTrack,
    /// Nobody can say.
    Unknown,
}

impl Health {
    /// The word that `health:` takes.
    pub fn name(self) -> &'static str {
        match self {
            Self::OnTrack => "on-track",
            Self::AtRisk => "at-risk",
            Self::OffTrack => "off-track",
            Self::Unknown => "unknown",
        }
    }
}

/// How urgent a thing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Priority {
    /// Can wait.
    Low,
    /// In its turn.
    Medium,
    /// Before others.
    High,
    /// Before all others.
    Critical,
}

impl Priority {
    /// The word that `priority:` takes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Critical => "critical",
        }
    }
}

/// A finding that the author has accepted, with the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allow {
    /// The rule's code or name.
    pub rule: Spanned<String>,
    /// Why it is accepted.
    pub reason: String,
}

impl Dates {
    /// The first day.
    pub fn start_day(&self) -> Option<Date> {
        self.start.as_ref().map(|start| start.first)
    }

    /// The last day on which it is not late.
    pub fn due_day(&self) -> Option<Date> {
        self.due.as_ref().map(|due| due.last)
    }

    /// Days by which the due date has moved since the first one; negative
    /// where it was brought forward.
    pub fn slippage(&self) -> Option<i32> {
        let first = self.due_was.first()?.last;
        let days = (self.due_day()? - first).get_days();
        (days != 0).then_some(days)
    }
}

impl Item {
    /// Whether there is still something to do.
    pub fn is_open(&self) -> bool {
        let closed = self
            .status
            .as_ref()
            .is_some_and(|status| status.is.is_closed());
        !closed && self.dates.completed.is_none()
    }

    /// Whether it was given up.
    pub fn is_dropped(&self) -> bool {
        self.is(crate::config::Status::Dropped)
    }

    /// Whether it is in that state.
    pub fn is(&self, state: crate::config::Status) -> bool {
        self.status
            .as_ref()
            .is_some_and(|status| status.is == state)
    }

    /// Whether front matter gives a field a value, be it one that cannot be
    /// read.
    pub fn states(&self, field: &str) -> bool {
        let entry = self.body.document.matter.get(field);
        let values = entry.map_or(&[][..], |entry| entry.value.as_list());
        let is_blank = |value: &Value| value.as_text().is_some_and(|it| it.trim().is_empty());
        values.iter().any(|value| !is_blank(value))
    }

    /// Whether its due date has passed and it is known to be open.
    pub fn is_late(&self, today: Date) -> bool {
        self.is_past_due(today) && self.is_reported()
    }

    /// Whether its due date has passed and nobody has said whether it is
    /// done.
    pub fn is_unreported(&self, today: Date) -> bool {
        self.is_past_due(today) && !self.is_reported()
    }

    /// The last day on which somebody looked at it: its review, or the day of
    /// its stated health.
    pub fn last_look(&self) -> Option<Date> {
        let looks = [&self.reviewed, &self.as_of];
        looks.into_iter().flatten().map(|day| day.value).max()
    }

    /// The due date of what comes again is that of its first time, unless a
    /// start says that it is the end of the series.
    fn is_past_due(&self, today: Date) -> bool {
        let ends = self.dates.repeats.is_none() || self.dates.start.is_some();
        let due = self.dates.due_day().filter(|_| ends);
        self.is_open() && due.is_some_and(|due| due < today)
    }

    fn is_reported(&self) -> bool {
        self.status.is_some() || self.progress.is_some() || self.health.is_some()
    }
}
