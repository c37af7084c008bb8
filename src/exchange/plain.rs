//! Plain text as Markdown that reads the same, and Markdown as plain text.

use std::fmt::Write as _;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use crate::document::events;

/// Plain text as Markdown: a blank line parts paragraphs, web addresses become
/// links, and nothing else has a meaning.
pub(super) fn to_markdown(text: &str) -> String {
    let lines = text.lines().map(str::trim).map(|line| {
        let words: Vec<String> = line.split_whitespace().map(word).collect();
        at_start(&words.join(" "))
    });
    let mut paragraphs: Vec<String> = Vec::new();
    let mut is_new = true;
    for line in lines {
        match paragraphs.last_mut() {
            _ if line.is_empty() => is_new = true,
            Some(last) if !is_new => {
                last.push('\n');
                last.push_str(&line);
            }
            _ => {
                paragraphs.push(line);
                is_new = false;
            }
        }
    }
    paragraphs.join("\n\n")
}

/// A word whose signs have no meaning, or a link.
fn word(word: &str) -> String {
    let start = word.find("http://").or_else(|| word.find("https://"));
    let Some(start) = start else {
        return escaped(word);
    };
    let (before, rest) = word.split_at(start);
    let is_of_address = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$&()*+,;=%".contains(c);
    let end = rest.find(|c| !is_of_address(c)).unwrap_or(rest.len());
    let address = rest[..end].trim_end_matches(['.', ',', ';', ':', ')', '!', '?']);
    let named_character = address.contains('&') && address.contains(';');
    if address.ends_with('/') && address.ends_with("://") || named_character {
        return escaped(word);
    }
    let after = &rest[address.len()..];
    format!("{}<{address}>{}", escaped(before), self::word(after))
}

fn escaped(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for (at, c) in word.char_indices() {
        let rest = &word[at + c.len_utf8()..];
        let is_sign = match c {
            '*' | '`' | '[' | ']' | '<' | '~' | '|' | '_' | '^' | '\\' => true,
            '&' => rest.contains(';'),
            _ => false,
        };
        if is_sign {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A line whose beginning has no meaning: no heading, list, rule, quotation,
/// definition.
fn at_start(line: &str) -> String {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = &line[digits..];
    if digits > 0 && rest.starts_with(['.', ')']) {
        return format!("{}\\{rest}", &line[..digits]);
    }
    match line.chars().next() {
        Some('#' | '>' | '+' | '-' | '=' | ':' | '{') => format!("\\{line}"),
        _ => line.to_owned(),
    }
}

/// Markdown as plain text: a line for each block, a blank line between
/// paragraphs; links keep where they lead.
pub(super) fn of_markdown(text: &str) -> String {
    let mut plain = Plain::default();
    for (event, _) in events(text) {
        plain.take(event);
    }
    settled(&plain.out)
}

/// Lines without blanks at their ends and more than one within, paragraphs
/// with one blank line between them.
fn settled(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = "";
    for line in text.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        if words.is_empty() {
            gap = "\n\n";
            continue;
        }
        if !out.is_empty() {
            out.push_str(if gap.is_empty() { "\n" } else { gap });
        }
        out.push_str(&words.join(" "));
        gap = "";
    }
    out
}

/// What stands between the cells of a table.
const BETWEEN: &str = " | ";

#[derive(Default)]
struct Plain {
    out: String,
    /// How deep the lists are.
    depth: usize,
    /// Where the open links lead, if that is to be said.
    links: Vec<Option<String>>,
}

impl Plain {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) | Event::Code(text) => self.out.push_str(&text),
            Event::SoftBreak | Event::HardBreak => self.out.push('\n'),
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::TaskListMarker(true) => self.out.push_str("[x] "),
            Event::TaskListMarker(false) => self.out.push_str("[ ] "),
            Event::Rule
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::List(_) => {
                if self.depth > 0 && !self.out.ends_with('\n') {
                    self.out.push('\n');
                }
                self.depth += 1;
            }
            Tag::Item => {
                self.out.push_str(&"-".repeat(self.depth));
                self.out.push(' ');
            }
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => {
                let is_said = matches!(link_type, LinkType::Autolink | LinkType::Email)
                    || !dest_url.contains("://");
                self.links.push((!is_said).then(|| dest_url.into_string()));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph if self.depth > 0 => self.line(),
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::Table => {
                self.line();
                self.out.push('\n');
            }
            TagEnd::Item => self.line(),
            TagEnd::TableRow | TagEnd::TableHead => {
                let row = self.out.strip_suffix(BETWEEN).unwrap_or(&self.out).len();
                self.out.truncate(row);
                self.line();
            }
            TagEnd::TableCell => self.out.push_str(BETWEEN),
            TagEnd::List(_) => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    self.out.push('\n');
                }
            }
            TagEnd::Link => {
                if let Some(Some(leads)) = self.links.pop() {
                    let _ = write!(self.out, " ({leads})");
                }
            }
            _ => {}
        }
    }

    /// Ends a line that is not ended.
    fn line(&mut self) {
        let end = self.out.trim_end().len();
        self.out.truncate(end);
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{of_markdown, settled, to_markdown};

    #[test]
    fn signs_have_no_meaning() {
        let cases = [
            ("1. One *and* only", "1\\. One \\*and\\* only"),
            ("# 5 <b>", "\\# 5 \\<b>"),
            ("AT&T", "AT&T"),
            ("see http://x.org/a_b.", "see <http://x.org/a_b>."),
            ("a\nb\n\n\nc", "a\nb\n\nc"),
        ];
        for (plain, markdown) in cases {
            assert_eq!(to_markdown(plain), markdown);
        }
    }

    #[test]
    fn markdown_is_said_plainly() {
        let text = "## Who\n\nAll of [us](https://x.org), *even* [[A1|you]].\n\n- one\n  - two\n- three\n\nEnd.";
        let plain = "Who\n\nAll of us (https://x.org), even you.\n\n- one\n-- two\n- three\n\nEnd.";
        assert_eq!(of_markdown(text), plain);
    }

    proptest! {
        #[test]
        fn plain_text_comes_back(text in "([ -~]|\n|http://|[a-z]|é|- |1[.] |:::|[#] |&lt;){0,40}") {
            let markdown = to_markdown(&text);
            prop_assert_eq!(of_markdown(&markdown), settled(&text), "{}", markdown);
        }

        #[test]
        fn what_is_said_plainly_stays(text in "([ -~]|\n|- |    |[|]|[#] |> |```\n|http://a){0,40}") {
            let plain = of_markdown(&text);
            prop_assert_eq!(of_markdown(&to_markdown(&plain)), plain);
        }
    }
}
