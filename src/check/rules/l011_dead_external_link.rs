//! L011 dead-external-link: an address at which nothing is any more.

use crate::check::answers::{self, ANSWERS, Verdict};
use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::code;

pub(super) const RULE: Rule = Rule {
    code: &code::DEAD_EXTERNAL_LINK,
    finds: "A link to a web address at which nothing was, the last time `planwright links` asked: \
            the server said that the page is gone, or there is no such server. That command alone \
            asks; it records the answers in `planwright-links.csv`. Addresses that need a login, \
            are slow or have trouble are not counted as dead.",
    why: "A reader who follows the link to the evidence finds nothing, and wonders what else in \
          the plan no longer holds.",
    bad: &[
        (
            "notes.md",
            "# Notes\n\nSee [the count](https://example.org/2024/count).\n",
        ),
        (
            "planwright-links.csv",
            "address,asked,verdict,answer\n\
             https://example.org/2024/count,2026-11-02,gone,404 Not Found\n",
        ),
    ],
    good: &[
        (
            "notes.md",
            "# Notes\n\nSee [the count](https://example.org/2026/count).\n",
        ),
        (
            "planwright-links.csv",
            "address,asked,verdict,answer\n\
             https://example.org/2026/count,2026-11-02,found,200 OK\n",
        ),
    ],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let Some(source) = subject.sources.by_path(ANSWERS) else {
        return;
    };
    let known = answers::answers(source);
    for written in subject.links() {
        let Some(address) = answers::web(&written.link.target, written.link.form, written.target)
        else {
            continue;
        };
        let Some(answer) = known.get(address) else {
            continue;
        };
        if answer.verdict == Verdict::Gone {
            let message = format!("nothing is at `{address}` any more");
            let label = format!("{} on {}", answer.said, answer.on);
            let found = written.finding(&code::DEAD_EXTERNAL_LINK, message, &label);
            findings.add(
                found.help("link to where it is now; `planwright links` asks again once a week"),
            );
        }
    }
}
