//! L004 missing-attachment: a link or image whose file is not there.

use crate::check::files::Files;
use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::code;
use crate::plan::Target;

use super::l002_broken_link::is_text;

pub(super) const RULE: Rule = Rule {
    code: &code::MISSING_ATTACHMENT,
    finds: "An image, or a link to a file such as a PDF or a spreadsheet, that is not in the plan \
            folder or is too large to be published (over 64 MiB). Also a file of readings that a \
            measure names and the plan does not have.",
    why: "Readers would see a broken image, or a link that cannot be opened. The file often lies on \
          one person's computer, or was left out when the plan was shared.",
    bad: &[(
        "actions/a1.md",
        "# Open a second counter\n\n![The hall from above](hall.png)\n",
    )],
    good: &[(
        "actions/a1.md",
        "# Open a second counter\n\nIt stands at the eastern end of the hall.\n",
    )],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let attachments = &subject.sources.attachments;
    let mut files = Files::new(attachments.iter().map(|file| &*file.path));
    for link in subject.links() {
        let code = &code::MISSING_ATTACHMENT;
        match link.target {
            Target::NoFile(path) if !is_text(path) => {
                let found = link.finding(code, format!("there is no file `{path}`"), "not there");
                findings.add(found.maybe_help(files.mend(path, &link)));
            }
            Target::Attachment(path) if !is_published(subject, path) => {
                let message = format!("the file `{path}` is too large, or cannot be read");
                let found = link.finding(code, message, "cannot be published");
                findings
                    .add(found.help("make it smaller, or link to a place on the web that has it"));
            }
            _ => {}
        }
    }
}

/// Whether a file is there to be copied; texts are their own bytes.
fn is_published(subject: Subject<'_>, path: &str) -> bool {
    let attachment = subject.sources.attachment(path);
    attachment.is_none_or(|attachment| attachment.bytes.is_some())
}
