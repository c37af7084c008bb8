//! Everything that is wrong with the plan: by rule, by item, by owner, and a
//! page for each rule that has found something.

mod groups;
mod rule;

pub use groups::Group;
pub use rule::{ExampleFile, NumberView, RuleView};

use rule::spoken;

use serde::Serialize;

use crate::diagnostic::Severity;
use crate::output::SitePath;

use super::address;
use super::context::Context;
use super::frame::{self, Frame, NavEntry};
use super::pages::Page;
use super::pieces::{Pen, Words};
use super::words;

/// Everything that is wrong with the plan, in one order.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct ProblemsView {
    /// What stands around it.
    pub frame: Frame,
    /// How many: "2 errors, 5 warnings".
    pub summary: String,
    /// The pages that show the same in another order.
    pub ways: Vec<NavEntry>,
    /// The findings, the worst group first.
    pub groups: Vec<Group>,
    /// How many groups there is no room for.
    pub hidden: usize,
}

/// By what findings are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Rule,
    Item,
    Owner,
}

impl By {
    const ALL: [Self; 3] = [Self::Rule, Self::Item, Self::Owner];

    /// The messages for the way to its page and for its title.
    fn ids(self) -> (&'static str, &'static str) {
        match self {
            Self::Rule => ("problems-way-rule", "problems-title"),
            Self::Item => ("problems-way-item", "problems-by-item"),
            Self::Owner => ("problems-way-owner", "problems-by-owner"),
        }
    }

    fn address(self) -> SitePath {
        match self {
            Self::Rule => address::problems(),
            Self::Item => address::problems_by("items"),
            Self::Owner => address::problems_by("owners"),
        }
    }
}

pub(super) fn pages<'a>(context: &Context<'a>) -> Vec<Page<'a>> {
    if context.diagnostics.is_empty() {
        return Vec::new();
    }
    let mut pages = Vec::new();
    for by in By::ALL {
        let page = Page::new("problems.html", by.address(), move |pen| view(pen, by));
        pages.push(match by {
            By::Rule => page.in_nav(frame::Section::Trace, context.locale.say("nav-problems")),
            By::Item | By::Owner => page,
        });
    }
    for tag in spoken(context.diagnostics) {
        pages.push(Page::new("rule.html", address::rule(tag), |pen| {
            rule(pen, tag)
        }));
    }
    pages
}

fn view(pen: &Pen<'_, '_>, by: By) -> ProblemsView {
    let (groups, hidden) = groups::all(pen, by);
    let ways = By::ALL.into_iter().map(|way| NavEntry {
        link: Words {
            text: pen.say(way.ids().0),
            href: Some(pen.href(&way.address())),
        },
        current: way == by,
        here: way == by,
    });
    let title = pen.say(by.ids().1);
    ProblemsView {
        frame: Frame::of(pen, "problems", &title, &address::problems()),
        summary: summary(pen),
        ways: ways.collect(),
        groups,
        hidden,
    }
}

/// How many findings there are of each severity.
fn summary(pen: &Pen<'_, '_>) -> String {
    let locale = pen.locale();
    let severities = [
        (Severity::Error, "problems-errors"),
        (Severity::Warn, "problems-warnings"),
        (Severity::Info, "problems-hints"),
    ];
    let counts = severities.into_iter().filter_map(|(severity, id)| {
        let found = pen.context.diagnostics.iter();
        let count = found.filter(|found| found.severity == severity).count();
        (count > 0).then(|| locale.say_with(id, [("count", count.into())]))
    });
    words::join(locale, &counts.collect::<Vec<_>>())
}

/// The page of a rule that has found something.
fn rule(pen: &Pen<'_, '_>, tag: &str) -> RuleView {
    rule::view(pen, tag)
}
