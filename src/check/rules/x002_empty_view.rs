//! X002 empty-view: a view that should show something.

use crate::check::{Findings, Reads, Rule, Subject, expressions};
use crate::diagnostic::{Diagnostic, Span, code};
use crate::document::{Form, ViewBlock};
use crate::plan::{Body, Place};
use crate::query::{Language, Problem, Quadrants, View};

pub(super) const RULE: Rule = Rule {
    code: &code::EMPTY_VIEW,
    finds: "A view in a text that says `expect: some` and that no item of the plan fits. A view \
            that does not say so may be empty: the page then says that nothing fits. And a board of \
            two by two (`swot`, `ansoff`, `impact-effort`) with nothing on it.",
    why: "A list of all overdue work is best when it is empty. A list of what the board decides on \
          this quarter is not: then a word in the filter, or a field in the items, has changed.",
    bad: &[
        (
            "agenda.md",
            "# For the board\n\n```plan\nfilter: item.kind == \"action\" && \"board\" in item.tags\nexpect: some\n```\n",
        ),
        (
            "goals/g1.md",
            "# Nobody waits longer than ten minutes\n\nOn any day.\n",
        ),
        (
            "strategies/s1.md",
            "---\nsupports: g1\n---\n# More counters\n\nAt peak times.\n",
        ),
        (
            "actions/a1.md",
            "---\nsupports: s1\ntags: [Board]\n---\n# Open a second counter\n\nBy the door.\n",
        ),
    ],
    good: &[
        (
            "agenda.md",
            "# For the board\n\n```plan\nfilter: item.kind == \"action\" && \"board\" in item.tags\nexpect: some\n```\n",
        ),
        (
            "goals/g1.md",
            "# Nobody waits longer than ten minutes\n\nOn any day.\n",
        ),
        (
            "strategies/s1.md",
            "---\nsupports: g1\n---\n# More counters\n\nAt peak times.\n",
        ),
        (
            "actions/a1.md",
            "---\nsupports: s1\ntags: [board]\n---\n# Open a second counter\n\nBy the door.\n",
        ),
    ],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let bodies = subject.plan.bodies();
    let mut bodies = bodies
        .filter(|(_, body)| !body.document.views.is_empty())
        .peekable();
    if bodies.peek().is_none() {
        return;
    }
    let language = Language::of(subject.config);
    for (place, body) in bodies {
        for block in &body.document.views {
            for found in of_view(subject, &language, body, block) {
                findings.add(match place {
                    Place::Item(at) => found.about(&subject.plan[at].id),
                    Place::Home | Place::Page(_) => found,
                });
            }
        }
    }
}

/// The line that opens a block.
fn opening(subject: Subject<'_>, block: &ViewBlock) -> Span {
    let text = &subject.sources.source(block.span.source).text[block.span.start()..];
    let line = text.lines().next().map_or(0, str::len);
    block.span.part(0, line)
}

/// What is wrong with a board of two by two, which is there to say something.
fn of_board(subject: Subject<'_>, block: &ViewBlock) -> Vec<Diagnostic> {
    let (board, mut found) = Quadrants::read(block);
    if board.is_empty() && found.is_empty() {
        let keys = Quadrants::keys(block.form).join("`, `");
        let message = "a board of two by two has nothing on it";
        let empty = Diagnostic::new(&code::EMPTY_VIEW, message);
        found.push(
            empty
                .at(opening(subject, block), "nothing stands here")
                .help(format!("list something under `{keys}`")),
        );
    }
    found
}

/// What is wrong with a view; what it shows is looked at once it can be read.
fn of_view(
    subject: Subject<'_>,
    language: &Language,
    body: &Body,
    block: &ViewBlock,
) -> Vec<Diagnostic> {
    debug_assert_eq!(
        block.span.source, body.document.source,
        "it stands in this text"
    );
    if block.form != Form::View {
        return of_board(subject, block);
    }
    let (view, problems) = View::read(block, language, subject.config);
    if !problems.is_empty() {
        let found = problems.into_iter().map(|problem| match problem {
            Problem::Setting(found) => *found,
            Problem::Expression(text, fault) => expressions::bad(subject, &text, fault),
        });
        return found.collect();
    }
    let opening = opening(subject, block);
    let selected = view.select(language, subject.facts());
    let mut found = Vec::new();
    let filter = view.filter.as_ref().map_or(opening, |filter| filter.span);
    if view.expects_some && selected.count == 0 {
        let message = "a view that should show something shows nothing";
        found.push(Diagnostic::new(&code::EMPTY_VIEW, message).at(filter, "no item fits this"));
    }
    found.extend(
        selected
            .failed
            .map(|failed| expressions::failing(subject, "a view's filter", filter, failed)),
    );
    found
}
