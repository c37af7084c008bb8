//! Opening the plan's files.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, SourceId, Span, code, too_many_open};
use globset::GlobSet;

use super::text::{Problem, decode};
use super::{
    Attachment, MAX_ATTACHMENT, MAX_ATTACHMENTS, MAX_TEXT, PlanFolder, SETTINGS, Source, SourceSet,
};

impl SourceSet {
    /// Opens a plan folder and reads its settings alone, if it has any: they
    /// say what else to read.
    pub fn open(root: &Path) -> (Self, Vec<Diagnostic>) {
        let mut set = Self {
            root: root.to_owned(),
            ..Self::default()
        };
        if !root.is_dir() {
            let message = format!("there is no folder `{}`", root.display());
            return (set, vec![Diagnostic::new(&code::UNREADABLE_FILE, message)]);
        }
        let file = root.join(SETTINGS);
        if !file.is_file() || !lies_in(&file, root) {
            return (set, Vec::new());
        }
        let (source, problem) = read_text(Arc::from(SETTINGS), &file);
        set.sources.push(source);
        (set, problem.into_iter().collect())
    }

    /// Reads everything else but what `ignore` matches, by its path from the
    /// plan folder.
    ///
    /// Left alone are hidden files and folders, each `README.md`, what editors
    /// leave behind, the plan's own theme, and folders that this program wrote.
    /// A symbolic link counts as what it leads to if that lies in the plan
    /// folder. A file that cannot be read as text is there, empty, so that one
    /// fault does not become many.
    pub fn read_rest(&mut self, ignore: &GlobSet) -> Vec<Diagnostic> {
        let mut folder = PlanFolder::around(std::mem::take(self));
        folder.read(ignore.clone());
        let (set, problems) = folder.into_parts();
        *self = set;
        problems
    }
}

/// Whether a file still lies in the folder once symbolic links are followed.
/// That settings do not is said when the rest is read.
fn lies_in(file: &Path, root: &Path) -> bool {
    let root = root.canonicalize();
    let file = file.canonicalize();
    matches!((file, root), (Ok(file), Ok(root)) if file.starts_with(&root))
}

pub(super) fn is_text(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| {
        ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("csv")
    })
}

/// A text file, and what is wrong with it as long as it is the first.
pub(super) fn read_text(path: Arc<str>, file: &Path) -> (Source, Option<Diagnostic>) {
    let whole = Span::file(SourceId(0));
    let decoded = match read_at_most(file, MAX_TEXT) {
        Ok(Some(bytes)) => decode(&bytes),
        Ok(None) => {
            let message = format!("`{path}` is larger than {} MiB", MAX_TEXT >> 20);
            let problem = Diagnostic::new(&code::UNREADABLE_FILE, message)
                .at(whole, "")
                .help("split it, or list it under `ignore` in plan.toml");
            return (Source::new(path, ""), Some(problem));
        }
        Err(error) => {
            let problem = cannot_read(&path, &error).at(whole, "");
            return (Source::new(path, ""), Some(problem));
        }
    };
    let problem = decoded.problem.map(|problem| not_text(&path, &problem));
    (Source::new(path, &decoded.text), problem)
}

/// Which attachments are read, by their sizes: those that fit together.
pub(super) fn fitting(sizes: impl Iterator<Item = u64>) -> impl Iterator<Item = bool> {
    sizes.scan(0, |total, size| {
        *total += size.min(MAX_ATTACHMENT);
        Some(*total <= MAX_ATTACHMENTS)
    })
}

/// Reads what is small enough and `fits` with the others. What is too large
/// is not a fault by itself: that depends on whether something refers to it.
pub(super) fn read_attachment(
    path: Arc<str>,
    file: &Path,
    fits: bool,
) -> (Attachment, Option<Diagnostic>) {
    let limit = if fits { MAX_ATTACHMENT } else { 0 };
    let (bytes, problem) = match read_at_most(file, limit) {
        Ok(bytes) => (bytes.map(Arc::from), None),
        Err(error) => (None, Some(cannot_read(&path, &error))),
    };
    (Attachment { path, bytes }, problem)
}

/// The bytes of a file, unless there are more than `limit`.
fn read_at_most(file: &Path, limit: u64) -> io::Result<Option<Vec<u8>>> {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is where the plan folder is read"
    )]
    let file = File::open(file)?;
    let len = file.metadata()?.len();
    if len > limit {
        return Ok(None);
    }
    // With room for the read that finds nothing more.
    let mut bytes = Vec::with_capacity(len as usize + 1);
    file.take(limit + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
}

fn not_text(path: &str, problem: &Problem) -> Diagnostic {
    let span = Span::new(SourceId(0), problem.place.start, problem.place.end);
    Diagnostic::new(
        &code::UNREADABLE_FILE,
        format!("`{path}` {}", problem.message),
    )
    .at(span, problem.label)
    .help(problem.help)
}

/// What is wrong with a file or folder that the system does not let be read.
pub(super) fn cannot_read(path: &str, error: &io::Error) -> Diagnostic {
    let found = Diagnostic::new(
        &code::UNREADABLE_FILE,
        format!("`{path}` cannot be read: {error}"),
    );
    if error.kind() == io::ErrorKind::PermissionDenied {
        return found.help("give yourself permission to read it");
    }
    match too_many_open(error) {
        Some(help) => found.help(help),
        None => found,
    }
}

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "tests make the folders that they read"
)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::time::SystemTime;

    use globset::{Glob, GlobSet, GlobSetBuilder};
    use tempfile::TempDir;

    use crate::diagnostic::Diagnostic;
    use crate::source::walk::walk;
    use crate::source::{MAX_ATTACHMENT, MAX_DEPTH, MAX_TEXT, SourceSet};

    fn folder(files: &[(&str, &[u8])]) -> TempDir {
        let folder = TempDir::new().expect("a temporary folder");
        for (path, bytes) in files {
            write(folder.path(), path, bytes);
        }
        folder
    }

    fn write(root: &Path, path: &str, bytes: &[u8]) {
        let file = root.join(path);
        fs::create_dir_all(file.parent().expect("a parent")).expect("a folder");
        fs::write(file, bytes).expect("a file");
    }

    fn globs(patterns: &[&str]) -> GlobSet {
        let mut set = GlobSetBuilder::new();
        for pattern in patterns {
            set.add(Glob::new(pattern).expect("a glob"));
        }
        set.build().expect("globs")
    }

    fn read(root: &Path, ignore: &[&str]) -> (SourceSet, Vec<Diagnostic>) {
        let (mut set, mut problems) = SourceSet::open(root);
        problems.extend(set.read_rest(&globs(ignore)));
        (set, problems)
    }

    fn texts(set: &SourceSet) -> Vec<&str> {
        set.sources.iter().map(|source| &*source.path).collect()
    }

    fn others(set: &SourceSet) -> Vec<&str> {
        set.attachments.iter().map(|other| &*other.path).collect()
    }

    #[track_caller]
    fn one(problems: &[Diagnostic], message: &str) {
        let messages: Vec<&str> = problems
            .iter()
            .map(|problem| problem.message.as_str())
            .collect();
        assert_eq!(messages.len(), 1, "{messages:?}");
        assert!(messages[0].contains(message), "{messages:?}");
    }

    #[test]
    fn settings_texts_and_other_files_are_told_apart() {
        let folder = folder(&[
            ("plan.toml", b"[plan]"),
            ("sub/plan.toml", b""),
            ("goals/b.md", b"# B"),
            ("goals/a.MD", b"# A"),
            ("readings/x.csv", b"date,value"),
            ("assets/logo.svg", b"<svg/>"),
        ]);
        let (set, problems) = read(folder.path(), &[]);
        assert_eq!(problems, []);
        assert_eq!(
            texts(&set),
            ["plan.toml", "goals/a.MD", "goals/b.md", "readings/x.csv"]
        );
        assert_eq!(others(&set), ["assets/logo.svg", "sub/plan.toml"]);
        assert_eq!(set.attachments[0].bytes.as_deref(), Some(&b"<svg/>"[..]));
    }

    #[test]
    fn what_is_not_part_of_the_plan_is_left_alone() {
        let folder = folder(&[
            ("README.md", b""),
            ("goals/readme.MD", b""),
            ("goals/a.md~", b"a copy"),
            ("goals/#a.md#", b"not saved"),
            ("assets/~$a.docx", b"a lock"),
            (".git/config", b""),
            (".hidden.md", b""),
            ("theme/page.html", b""),
            ("goals/theme/kept.md", b""),
            ("public/.planwright.json", b"{}"),
            ("public/index.html", b""),
            ("drafts/a.md", b""),
            ("notes.tmp", b""),
        ]);
        let (set, problems) = read(folder.path(), &["drafts/**", "*.tmp"]);
        assert_eq!(problems, []);
        assert_eq!(texts(&set), ["goals/theme/kept.md"]);
        assert_eq!(others(&set), [""; 0]);
    }

    #[test]
    fn a_missing_folder_is_a_finding() {
        let (set, problems) = SourceSet::open(Path::new("no/such/folder"));
        one(&problems, "there is no folder");
        assert!(set.sources.is_empty());
    }

    #[test]
    fn a_file_that_is_no_text_is_pointed_into() {
        let folder = folder(&[("a.md", b"# A\n\ncaf\xe9")]);
        let (set, problems) = read(folder.path(), &[]);
        one(&problems, "`a.md` is not UTF-8");
        let span = problems[0].primary.as_ref().expect("a place").span;
        assert_eq!(set.sources[0].position(span.start()), (3, 4));
    }

    #[test]
    fn a_file_over_the_limit_is_a_finding_and_empty() {
        let folder = folder(&[("a.md", &vec![b'a'; MAX_TEXT as usize + 1])]);
        let (set, problems) = read(folder.path(), &[]);
        one(&problems, "`a.md` is larger than 4 MiB");
        assert_eq!(&*set.sources[0].text, "");
    }

    #[test]
    fn a_large_attachment_is_there_without_its_bytes() {
        let folder = folder(&[("b.txt", b"b")]);
        let large = fs::File::create(folder.path().join("a.bin")).expect("a file");
        large.set_len(MAX_ATTACHMENT + 1).expect("a length");
        let (set, problems) = read(folder.path(), &[]);
        assert_eq!(problems, []);
        assert_eq!(others(&set), ["a.bin", "b.txt"]);
        assert_eq!(set.attachments[0].bytes, None);
    }

    #[test]
    fn too_many_files_are_a_finding() {
        let folder = folder(&[("a.md", b""), ("b.md", b""), ("c.md", b""), ("d.md", b"")]);
        let walked = walk(folder.path(), &GlobSet::empty(), SystemTime::UNIX_EPOCH, 2);
        one(
            &walked.problems,
            "the plan folder holds more than 2 files; the rest is not read",
        );
        let fewer = walk(
            folder.path(),
            &globs(&["[ab].md"]),
            SystemTime::UNIX_EPOCH,
            2,
        );
        assert_eq!(fewer.problems, []);
    }

    #[test]
    fn folders_too_deep_are_a_finding_and_not_entered() {
        let deep = "d/".repeat(MAX_DEPTH);
        let folder = folder(&[
            (&format!("{deep}kept.md"), b""),
            (&format!("{deep}d/lost.md"), b""),
        ]);
        let (set, problems) = read(folder.path(), &[]);
        one(&problems, "more than 64 folders deep");
        assert_eq!(texts(&set), [format!("{deep}kept.md")]);
    }

    #[cfg(unix)]
    mod unix {
        use std::os::unix::ffi::OsStrExt;
        use std::os::unix::fs::symlink;

        use super::{Path, folder, fs, one, others, read, texts};

        #[test]
        fn links_are_followed_within_the_folder_only() {
            let outside = folder(&[("secret.md", b"secret")]);
            let folder = folder(&[("goals/a.md", b"# A")]);
            let root = folder.path();
            symlink(root.join("goals"), root.join("aims")).expect("a link");
            symlink("goals/a.md", root.join("b.md")).expect("a link");
            let (set, problems) = read(root, &[]);
            assert_eq!(problems, []);
            assert_eq!(texts(&set), ["aims/a.md", "b.md", "goals/a.md"]);

            symlink(outside.path(), root.join("out")).expect("a link");
            let (set, problems) = read(root, &[]);
            one(
                &problems,
                "the symbolic link `out` leads out of the plan folder",
            );
            assert_eq!(texts(&set).len(), 3);

            let (_, problems) = read(root, &["out"]);
            assert_eq!(problems, []);
        }

        #[test]
        fn settings_are_not_read_from_elsewhere() {
            let outside = folder(&[("plan.toml", b"secret")]);
            let folder = folder(&[]);
            symlink(
                outside.path().join("plan.toml"),
                folder.path().join("plan.toml"),
            )
            .expect("a link");
            let (set, problems) = read(folder.path(), &[]);
            one(&problems, "`plan.toml` leads out of the plan folder");
            assert_eq!(texts(&set), [""; 0]);
        }

        #[test]
        fn links_to_nothing_and_in_circles_are_findings() {
            let dangling = folder(&[]);
            symlink("nowhere", dangling.path().join("a.md")).expect("a link");
            one(&read(dangling.path(), &[]).1, "`a.md` leads to nothing");

            let circle = folder(&[("goals/a.md", b"")]);
            symlink(circle.path(), circle.path().join("goals/up")).expect("a link");
            let (set, problems) = read(circle.path(), &[]);
            one(&problems, "`goals/up` leads to a folder that it lies in");
            assert_eq!(texts(&set), ["goals/a.md"]);
        }

        #[test]
        fn a_link_to_what_is_hidden_is_left_alone() {
            let folder = folder(&[(".git/config", b"")]);
            symlink(".git/config", folder.path().join("config.txt")).expect("a link");
            let (set, problems) = read(folder.path(), &[]);
            assert_eq!(problems, []);
            assert_eq!(others(&set), [""; 0]);
        }

        #[test]
        fn a_name_that_is_not_unicode_is_a_finding() {
            let folder = folder(&[]);
            let name = std::ffi::OsStr::from_bytes(b"caf\xe9.md");
            fs::write(folder.path().join(Path::new(name)), "").expect("a file");
            one(&read(folder.path(), &[]).1, "is not Unicode");
        }

        #[test]
        fn names_that_differ_in_composition_alone_clash() {
            let folder = folder(&[("caf\u{e9}.md", b"1"), ("cafe\u{301}.md", b"2")]);
            let (set, problems) = read(folder.path(), &[]);
            one(&problems, "two files are called `caf\u{e9}.md`");
            assert_eq!(texts(&set), ["caf\u{e9}.md"]);
        }
    }
}
