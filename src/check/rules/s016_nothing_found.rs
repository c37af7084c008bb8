//! S016 nothing-found: a setting that means a file which is not there.

use globset::GlobMatcher;

use crate::check::files::Files;
use crate::check::{Findings, Reads, Rule, Subject};
use crate::diagnostic::{Diagnostic, code};
use crate::value::Spanned;

pub(super) const RULE: Rule = Rule {
    code: &code::NOTHING_FOUND,
    finds: "A path or pattern in `plan.toml` that fits no file of the plan: in `site.nav`, \
            `site.logo`, `site.image`, the `folder` of a plan of the family, and `[checks.paths]`.",
    why: "The folder was renamed, or the path was never right. What the setting was to do does not \
          happen, and nothing on the site shows it.",
    bad: &[
        ("plan.toml", "[site]\nnav = [\"guides/how-we-plan.md\"]\n"),
        ("guides/planning.md", "# How we plan\n"),
    ],
    good: &[
        ("plan.toml", "[site]\nnav = [\"guides/planning.md\"]\n"),
        ("guides/planning.md", "# How we plan\n"),
    ],
    options: &[],
    reads: Reads::Texts,
    check: Some(check),
};

fn check(subject: Subject<'_>, findings: &mut Findings) {
    let site = &subject.config.site;
    let absent = site.nav.iter().filter(|entry| !is_page(subject, entry));
    absent.for_each(|entry| findings.add(no_page(subject, entry)));
    let images = [("logo", &site.logo), ("image", &site.image)];
    for (what, image) in images {
        let path = image.as_ref().map(|path| path.trim_start_matches("./"));
        let is_there = path.is_none_or(|path| subject.sources.attachment(path).is_some());
        if let Some(image) = image.as_ref().filter(|_| !is_there) {
            findings.add(no_image(subject, what, image));
        }
    }
    let folders = subject
        .config
        .plans
        .iter()
        .filter_map(|plan| plan.folder.as_ref());
    let absent = folders.filter(|folder| !has_files(subject, folder));
    absent.for_each(|folder| findings.add(no_files(folder, "folder")));
    for glob in subject
        .config
        .levels
        .paths()
        .filter(|glob| !fits(subject, glob))
    {
        let glob = Spanned::new(glob.glob().glob().to_owned(), glob.span);
        findings.add(no_files(&glob, "pattern"));
    }
}

fn is_page(subject: Subject<'_>, entry: &str) -> bool {
    subject
        .plan
        .pages
        .iter()
        .any(|page| page.body.path == entry)
}

fn no_page(subject: Subject<'_>, entry: &Spanned<String>) -> Diagnostic {
    let pages = subject
        .plan
        .pages
        .iter()
        .map(|page| page.body.path.as_str());
    let message = format!(
        "the navigation names `{}`, which is no plain page",
        entry.value
    );
    no_file(entry, message, Files::new(pages).meant(entry))
}

fn no_image(subject: Subject<'_>, what: &str, image: &Spanned<String>) -> Diagnostic {
    let images = subject.sources.attachments.iter().map(|file| &*file.path);
    let message = format!("the {what} `{}` is not there", image.value);
    no_file(image, message, Files::new(images).meant(image))
}

fn no_file(written: &Spanned<String>, message: String, meant: Option<&str>) -> Diagnostic {
    Diagnostic::new(&code::NOTHING_FOUND, message)
        .at(written.span, "nothing of the plan has this path")
        .maybe_help(meant.map(|path| format!("did you mean `{path}`?")))
}

fn has_files(subject: Subject<'_>, folder: &str) -> bool {
    let within = |path: &str| {
        path.strip_prefix(folder)
            .is_some_and(|rest| rest.starts_with('/'))
    };
    subject
        .sources
        .sources
        .iter()
        .any(|source| within(&source.path))
}

fn fits(subject: Subject<'_>, glob: &GlobMatcher) -> bool {
    subject
        .sources
        .sources
        .iter()
        .any(|source| glob.is_match(&*source.path))
}

fn no_files(written: &Spanned<String>, what: &str) -> Diagnostic {
    Diagnostic::new(
        &code::NOTHING_FOUND,
        format!("the {what} `{}` holds no file of the plan", written.value),
    )
    .at(written.span, "nothing found")
    .help("paths count from the plan folder, with `/` between folders")
}
