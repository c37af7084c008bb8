//! The titles that run along the top of the printed report's pages: a style
//! sheet, as no other way to put a page's words there is known to browsers.

use std::fmt::Write;

use crate::output::{Entry, SitePath};
use crate::plan::slug;

use super::super::context::Context;
use super::super::pieces::Pen;
use super::super::{address, home};

/// The style sheet's name.
pub(super) const SHEET: &str = "report-pages.css";
/// How many letters of a title there is room for.
const ROOM: usize = 64;

/// The style sheet with the running titles; none without a report.
pub(in crate::site) fn sheet(context: &Context<'_>) -> Option<(SitePath, Entry)> {
    if context.subject.plan.items.is_empty() {
        return None;
    }
    let tops = home::tops(&Pen::new(context, address::report()));
    let chapters = tops.into_iter().map(|top| {
        let item = context.item(top);
        let title = format!("{} {}", item.id, item.title);
        (format!("chapter-{}", slug(&item.id)), title)
    });
    let css = css(&context.title, context.locale.is_rtl(), chapters);
    Some((address::asset(SHEET), Entry::new(css.into_bytes())))
}

/// The plan's title at the start of the line, the chapter's at its end.
fn css(plan: &str, rtl: bool, chapters: impl Iterator<Item = (String, String)>) -> String {
    let (start, end) = if rtl {
        ("right", "left")
    } else {
        ("left", "right")
    };
    let mut css = format!(
        "/* The titles that run along the top of the report's pages. */\n\
         @page {{ @top-{start} {{ content: {}; }} }}\n",
        quoted(plan)
    );
    for (name, title) in chapters {
        let title = quoted(&title);
        let _ = writeln!(
            css,
            "@page {name} {{ @top-{end} {{ content: {title}; }} }}\n#{name} {{ page: {name}; }}"
        );
    }
    css
}

/// A text as a string of CSS.
fn quoted(text: &str) -> String {
    let mut css = String::from("\"");
    let chars = text.chars();
    for c in chars.clone().take(ROOM) {
        match c {
            '"' | '\\' | '<' | '\0'..='\x1f' | '\x7f' => {
                let _ = write!(css, "\\{:x} ", u32::from(c));
            }
            c => css.push(c),
        }
    }
    if chars.count() > ROOM {
        css.push('…');
    }
    css.push('"');
    css
}

#[cfg(test)]
mod tests {
    use super::{css, quoted};

    #[test]
    fn a_title_cannot_leave_its_quotes() {
        assert_eq!(quoted(r#"A "b" \c"#), r#""A \22 b\22  \5c c""#);
        assert_eq!(quoted("a\n}"), "\"a\\a }\"");
        assert!(quoted(&"ab ".repeat(40)).ends_with("…\""));
    }

    #[test]
    fn the_plan_stands_where_lines_begin() {
        let chapters = || [("chapter-g1".to_owned(), "G1 Read".to_owned())].into_iter();
        let ltr = css("Plan", false, chapters());
        assert!(
            ltr.contains("@page { @top-left { content: \"Plan\"; } }"),
            "{ltr}"
        );
        assert!(ltr.contains("#chapter-g1 { page: chapter-g1; }"), "{ltr}");
        let rtl = css("Plan", true, chapters());
        assert!(
            rtl.contains("@page { @top-right { content: \"Plan\"; } }"),
            "{rtl}"
        );
        assert!(rtl.contains("@top-left { content: \"G1 Read\""), "{rtl}");
    }
}
