//! T012 suspect-link: what an item is for means something else than it did.

use crate::check::words::and;
use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{Diagnostic, code};
use crate::review::{Links, Part, Review, Suspect, Why};

use super::thread::{GOAL, STRATEGY};

pub(super) const RULE: Rule = Rule {
    code: &code::SUSPECT_LINK,
    finds: "An open item that was reviewed, and whose goal, strategy or whatever else it is for has \
            had another title, text, date, target or aim since, or is gone. `planwright review` \
            records the reviews.",
    why: "An action is planned for what its strategy said at the time. If the strategy says \
          something else now, somebody has to read both and decide whether the action still \
          serves it.",
    bad: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nreviewed: 2026-05-01\n---\n# Open a second counter\n",
        ),
        (
            "reviews.csv",
            "item,parent,on,by,title,text,dates,target,aims\n\
             A1,S1,2026-05-01,Maya Okafor,3e3cc53f,-,-,-,d1f64de5\n",
        ),
    ],
    good: &[
        GOAL,
        STRATEGY,
        (
            "actions/A1.md",
            "---\nsupports: S1\nreviewed: 2026-11-23\n---\n# Open a second counter\n",
        ),
        (
            "reviews.csv",
            "item,parent,on,by,title,text,dates,target,aims\n\
             A1,S1,2026-11-23,Maya Okafor,05052cdf,-,-,-,d1f64de5\n",
        ),
    ],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    // A line that cannot be read may be a later review.
    if !subject.reviews.is_whole() {
        return;
    }
    let links = Links::of(subject.plan, subject.sources, subject.reviews);
    for suspect in &links.suspects {
        let id = &subject.plan[suspect.item].id;
        let found = Diagnostic::new(&code::SUSPECT_LINK, message(subject, suspect));
        let found = match &suspect.why {
            Why::Changed(parent, _) => {
                let parent = &subject.plan[*parent];
                found
                    .at(suspect.place, "not what it was")
                    .also(parent.place, "what it is now")
                    .help(format!(
                        "read {} again and mend {id} if need be, then `planwright review {id}`",
                        parent.id
                    ))
            }
            Why::Gone => found.at(suspect.place, "this review").help(format!(
                "see what {id} is for now, then `planwright review {id}`"
            )),
        };
        findings.add(found.about(id));
    }
}

/// What has changed, in a sentence.
fn message(subject: Subject<'_>, suspect: &Suspect<'_>) -> String {
    let id = &subject.plan[suspect.item].id;
    let Review { on, by, parent, .. } = suspect.review;
    let by = if by.is_empty() {
        String::new()
    } else {
        format!(" by {by}")
    };
    match &suspect.why {
        Why::Changed(parent, parts) => {
            let names: Vec<String> = parts
                .iter()
                .map(|it| format!("the {}", it.name()))
                .collect();
            let is_one = parts.len() == 1 && !matches!(parts[0], Part::Dates | Part::Aims);
            let has = if is_one { "has" } else { "have" };
            let (what, of) = (and(&names), &subject.plan[*parent].id);
            format!("{what} of {of} {has} changed since {id} was reviewed on {on}{by}")
        }
        Why::Gone => {
            format!("{parent} is gone, with which {id} was reviewed on {on}{by}")
        }
    }
}
