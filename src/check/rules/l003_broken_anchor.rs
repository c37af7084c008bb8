//! L003 broken-anchor: a link to a heading that is not there.

use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{code, nearest};
use crate::plan::{Body, Target};

pub(super) const RULE: Rule = Rule {
    code: &code::BROKEN_ANCHOR,
    finds: "A link with a part after `#` that no heading of the text it leads to has. A heading is \
            meant by its address, as in `#what-it-costs`, or in a wikilink by its words.",
    why: "The link opens the page at its top instead of at the passage that was meant. It breaks \
          when a heading is reworded; `## What it costs {#cost}` gives one an address that stays.",
    bad: &[
        (
            "actions/a1.md",
            "# Open a second counter\n\nSee [[budget#spending]].\n",
        ),
        ("budget.md", "# Budget\n\n## Expected spending\n"),
    ],
    good: &[
        (
            "actions/a1.md",
            "# Open a second counter\n\nSee [[budget#expected-spending]].\n",
        ),
        ("budget.md", "# Budget\n\n## Expected spending\n"),
    ],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    for link in subject.links() {
        let body = match link.target {
            Target::Here {
                anchor_found: false,
            } => Some(link.body),
            Target::Text {
                place,
                anchor_found: false,
            } => subject.plan.body(*place),
            _ => continue,
        };
        let written = link.link.anchor.as_deref().unwrap_or_default();
        let there = body.map_or("the home page", |body| body.path.as_str());
        let message = format!("`{there}` has no heading `#{written}`");
        let found = link.finding_at_anchor(&code::BROKEN_ANCHOR, message, "no such heading");
        findings.add(found.maybe_help(body.and_then(|body| mend(body, written))));
    }
}

/// The heading that holds the words that were written, else the nearest.
fn mend(body: &Body, written: &str) -> Option<String> {
    let anchors = || {
        body.document
            .headings
            .iter()
            .map(|heading| heading.anchor.as_str())
    };
    let wanted = crate::plan::slug(written);
    let holds = anchors().find(|anchor| anchor.contains(&wanted));
    let meant = holds.or_else(|| nearest(&wanted, anchors()))?;
    Some(format!("did you mean `#{meant}`?"))
}
