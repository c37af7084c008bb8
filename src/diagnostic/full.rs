//! A finding in full, in the manner of rustc: the sources at fault with what
//! is wrong written below them.

use annotate_snippets::{Group, Level, Renderer};

use super::excerpt::excerpts;
use super::style::{lines, one_line};
use super::{Diagnostic, Files, Severity, Style};

/// The columns that line numbers and ellipses take.
pub(super) const GUTTER: usize = 20;
/// The fewest columns that a source is shown in.
pub(super) const NARROWEST: usize = 40;

/// Shows a finding on several lines, without an end of line at the end.
pub fn render(finding: &Diagnostic, files: &dyn Files, style: &Style) -> String {
    let level = level(finding.severity);
    let title = level.primary_title(one_line(&finding.message));
    let mut group = Group::with_title(title.id(finding.tag()));
    let columns = style.width.saturating_sub(GUTTER).max(NARROWEST);
    for excerpt in &excerpts(finding, files, columns) {
        group = group.element(excerpt.snippet(&style.prefix, files));
    }
    for help in &finding.help {
        group = group.element(Level::HELP.message(lines(help)));
    }
    let code = finding.code;
    let note = match &finding.own_rule {
        Some(rule) => format!("the plan's own rule `{rule}`, in plan.toml"),
        None => format!("{}; see `planwright explain {}`", code.name, code.code),
    };
    renderer(style, columns).render(&[group.element(Level::NOTE.message(note))])
}

/// What draws sources of so many columns.
pub(super) fn renderer(style: &Style, columns: usize) -> Renderer {
    let renderer = if style.color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    renderer.term_width(columns + GUTTER)
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warn => Level::WARNING,
        Severity::Info | Severity::Off => Level::INFO,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::render;
    use crate::diagnostic::testing::{Plan, span};
    use crate::diagnostic::{Diagnostic, SourceId, Span, Style, code};

    fn plain(finding: &Diagnostic, plan: &Plan) -> String {
        render(finding, plan, &Style::default())
    }

    fn unknown(plan: &Plan, text: &str) -> Diagnostic {
        unknown_at(span(plan, text))
    }

    fn unknown_at(span: Span) -> Diagnostic {
        Diagnostic::new(&code::UNKNOWN_REFERENCE, "no item is called `S11`").at(span, "not found")
    }

    #[test]
    fn it_looks_like_a_message_of_rustc() {
        let plan = Plan::new(&[
            (
                "actions/a1.md",
                "---\nid: A1\nsupports: S11\n---\n# Plant trees\n",
            ),
            ("strategies/s1.md", "---\nid: S1\n---\n"),
        ]);
        let finding = unknown(&plan, "S11")
            .also(span(&plan, "id: A1"), "of this item")
            .also(span(&plan, "S1\n---").part(0, 2), "there is this")
            .help("did you mean `S1`?");
        let style = Style {
            prefix: "plan/".to_owned(),
            ..Style::default()
        };
        insta::assert_snapshot!(render(&finding, &plan, &style), @"
        error[L001]: no item is called `S11`
         --> plan/actions/a1.md:3:11
          |
        2 | id: A1
          | ------ of this item
        3 | supports: S11
          |           ^^^ not found
          |
         ::: plan/strategies/s1.md:2:5
          |
        2 | id: S1
          |     -- there is this
          |
          = help: did you mean `S1`?
          = note: unknown-reference; see `planwright explain L001`
        ");
    }

    #[test]
    fn colour_comes_on_request() {
        let plan = Plan::new(&[("a.md", "supports: S11\n")]);
        let style = Style {
            color: true,
            ..Style::default()
        };
        let colored = render(&unknown(&plan, "S11"), &plan, &style);
        assert!(colored.contains("\x1b["));
        let stripped = anstream::adapter::strip_str(&colored).to_string();
        assert_eq!(stripped, plain(&unknown(&plan, "S11"), &plan));
    }

    #[test]
    fn a_finding_may_have_no_place() {
        let finding = Diagnostic::new(&code::NOTHING_FOUND, "no file matches `goals/*.txt`")
            .help("remove the pattern");
        insta::assert_snapshot!(plain(&finding, &Plan::new(&[])), @"
        warning[S016]: no file matches `goals/*.txt`
         |
         = help: remove the pattern
         = note: nothing-found; see `planwright explain S016`
        ");
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = format!("{} S11 {}", "word ".repeat(1000), "word ".repeat(1000));
        let plan = Plan::new(&[("a.md", &text)]);
        insta::assert_snapshot!(plain(&unknown(&plan, "S11"), &plan), @"
        error[L001]: no item is called `S11`
         --> a.md:1:5002
          |
        1 | ...d word word word word word word word  S11 word word word word word word word word word wor...
          |                                          ^^^ not found
          |
          = note: unknown-reference; see `planwright explain L001`
        ");
    }

    #[test]
    fn places_far_apart_on_a_long_line_are_shown_one_by_one() {
        let text = format!(
            "first {} S11 {}",
            "word ".repeat(1000),
            "word ".repeat(1000)
        );
        let plan = Plan::new(&[("a.md", &text)]);
        let finding = unknown(&plan, "S11").also(span(&plan, "first"), "and this");
        insta::assert_snapshot!(plain(&finding, &plan), @"
        error[L001]: no item is called `S11`
         --> a.md:1:5008
          |
        1 | ...d word word word word word word word  S11 word word word word word word word word word wor...
          |                                          ^^^ not found
          |
         ::: a.md:1:1
          |
        1 | first word word word word word word word word word word word word word word word word word wo...
          | ----- and this
          |
          = note: unknown-reference; see `planwright explain L001`
        ");
    }

    #[test]
    fn a_long_place_is_cut() {
        let text = "x".repeat(10_000);
        let plan = Plan::new(&[("a.md", &text)]);
        insta::assert_snapshot!(plain(&unknown(&plan, &text), &plan), @"
        error[L001]: no item is called `S11`
         --> a.md:1:1
          |
        1 | xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not found
          |
          = note: unknown-reference; see `planwright explain L001`
        ");
    }

    #[test]
    fn of_many_lines_the_first_are_shown() {
        let text = "line after line\n".repeat(50);
        let plan = Plan::new(&[("a.md", &text)]);
        insta::assert_snapshot!(plain(&unknown(&plan, &text[..300]), &plan), @"
        error[L001]: no item is called `S11`
          --> a.md:1:1
           |
         1 | / line after line
         2 | | line after line
         3 | | line after line
         4 | | line after line
        ...  |
        18 | | line after line
        19 | | line after line
           | |____________^ not found
           |
           = note: unknown-reference; see `planwright explain L001`
        ");
    }

    #[test]
    fn of_long_lines_the_first_is_shown() {
        let text = format!("short\n{0}\n{0}\n", "word ".repeat(100));
        let plan = Plan::new(&[("a.md", &text)]);
        insta::assert_snapshot!(plain(&unknown(&plan, text.trim_end()), &plan), @"
        error[L001]: no item is called `S11`
         --> a.md:1:1
          |
        1 | short
          | ^^^^^ not found
          |
          = note: unknown-reference; see `planwright explain L001`
        ");
    }

    #[test]
    fn carets_stand_under_the_place_whatever_is_before_it() {
        let plan = Plan::new(&[("a.md", "ok\r\n\t計画 é [[S11]]\r\nok\r\n")]);
        insta::assert_snapshot!(plain(&unknown(&plan, "S11"), &plan), @"
        error[L001]: no item is called `S11`
         --> a.md:2:9
          |
        2 |     計画 é [[S11]]
          |              ^^^ not found
          |
          = note: unknown-reference; see `planwright explain L001`
        ");
    }

    #[test]
    fn the_end_of_a_file_can_be_pointed_at() {
        for (text, start, line) in [
            ("", 0, "1 |\n  | ^ here\n"),
            ("id: A1", 6, "1 | id: A1\n  |       ^ here\n"),
            ("id: A1\n", 7, "2 |\n  | ^ here\n"),
            ("a", 99, "1 | a\n  |  ^ here\n"),
        ] {
            let plan = Plan::new(&[("a.md", text)]);
            let end = Span::new(SourceId(0), start, start);
            let finding = Diagnostic::new(&code::INVALID_VALUE, "no end").at(end, "here");
            let shown = plain(&finding, &plan);
            assert!(shown.contains(line), "{shown}");
        }
        let plan = Plan::new(&[("a.md", "---\nid: A1\n")]);
        let end = Span::new(SourceId(0), 11, 11);
        let finding = Diagnostic::new(&code::INVALID_FRONT_MATTER, "front matter never ends")
            .at(end, "expected `---`")
            .also(Span::new(SourceId(0), 0, 3), "begun here");
        insta::assert_snapshot!(plain(&finding, &plan), @"
        error[S002]: front matter never ends
         --> a.md:3:1
          |
        1 | ---
          | --- begun here
        2 | id: A1
        3 |
          | ^ expected `---`
          |
          = note: invalid-front-matter; see `planwright explain S002`
        ");
    }

    #[test]
    fn no_text_reaches_the_terminal_as_a_command() {
        let evil = "\x1b[2J\u{9b}31m\x07\u{202e}\r\x08";
        let text = format!("{evil} S11 {evil}\n");
        let path = format!("a{evil}.md");
        let plan = Plan::new(&[(&path, &text)]);
        let finding = Diagnostic::new(&code::UNKNOWN_REFERENCE, evil)
            .at(span(&plan, "S11"), evil)
            .help(evil)
            .about(evil);
        let shown = plain(&finding, &plan);
        let obeyed = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(!shown.contains(obeyed), "{shown:?}");
        insta::assert_snapshot!(shown, @"
        error[L001]: ␛[2J�31m␇�␍␈
         --> a␛[2J�31m␇�␍␈.md:1:14
          |
        1 | ␛[2J�31m␇�␍␈ S11 ␛[2J�31m␇�␍␈
          |              ^^^ ␛[2J�31m␇�␍␈
          |
          = help: ␛[2J�31m␇�␍␈
          = note: unknown-reference; see `planwright explain L001`
        ");
    }

    proptest! {
        #[test]
        fn any_place_in_any_text_can_be_shown(
            text in r"([a-c\x00-\x1f\u{80}-\u{9f}計👍🏽]|[ x]{40}|\r?\n){0,12}",
            places in [(0..200_usize, 0..200_usize), (0..200_usize, 0..200_usize)],
            width in 0..120_usize,
        ) {
            let plan = Plan::new(&[("a.md", &text)]);
            let [one, two] = places.map(|(a, b)| {
                let boundary = |byte| text.floor_char_boundary(byte);
                Span::new(SourceId(0), boundary(a), boundary(b))
            });
            let finding = unknown_at(one).also(two, "and this");
            let style = Style { width, ..Style::default() };
            let shown = render(&finding, &plan, &style);
            prop_assert!(!shown.contains(|c: char| c.is_control() && c != '\n'), "{shown:?}");
        }
    }
}
