//! What a change would do, in the form that `git diff` and `patch` know.

use std::fmt::Write as _;

use similar::TextDiff;

use super::Change;

/// How many lines are shown around each change.
const CONTEXT: usize = 3;

/// The changes as one unified diff, with paths as people see them from where
/// they are: `prefix` stands before each.
pub fn unified(changes: &[Change], prefix: &str) -> String {
    let mut out = String::new();
    for change in changes {
        let (from, to) = (&change.path, &change.to);
        if from != to {
            let _ = write!(out, "rename from {prefix}{from}\nrename to {prefix}{to}\n");
        }
        let old = match &change.before {
            Some(_) => format!("a/{prefix}{from}"),
            None => "/dev/null".to_owned(),
        };
        let before = change.before.as_deref().unwrap_or_default();
        let diff = TextDiff::from_lines(before, &change.after);
        let mut diff = diff.unified_diff();
        let diff = diff.context_radius(CONTEXT);
        let _ = write!(out, "{}", diff.header(&old, &format!("b/{prefix}{to}")));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::unified;
    use crate::mend::Change;

    #[test]
    fn changes_renames_and_new_files_are_shown() {
        let change = |path: &str, to: &str, before: Option<&str>, after: &str| Change {
            path: path.to_owned(),
            to: to.to_owned(),
            before: before.map(Into::into),
            after: after.to_owned(),
        };
        let changes = [
            change("a.md", "a.md", Some("x\r\ny\r\n"), "x\r\nz\r\n"),
            change("b.md", "c.md", Some("same\n"), "same\n"),
            change("n.csv", "n.csv", None, "new\n"),
        ];
        insta::assert_snapshot!(unified(&changes, "plan/").replace('\r', "␍"), @r"
        --- a/plan/a.md
        +++ b/plan/a.md
        @@ -1,2 +1,2 @@
         x␍
        -y␍
        +z␍
        rename from plan/b.md
        rename to plan/c.md
        --- /dev/null
        +++ b/plan/n.csv
        @@ -0,0 +1 @@
        +new
        ");
    }
}
