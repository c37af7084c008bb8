//! What a file says to those who take it apart.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::packed;
use crate::output::SitePath;
use crate::site::search;

fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// What a file says.
pub(super) struct Said {
    /// In lower case.
    pub raw: String,
    /// The words alone, as [`folded`] has them.
    pub folded: String,
}

impl Said {
    /// A text that is what it says.
    pub fn plainly(text: &str) -> Self {
        Self {
            raw: text.to_lowercase(),
            folded: folded(text),
        }
    }

    /// A file of the site; of one that is no text, nothing, but for archives:
    /// they say what the files in them say.
    pub fn by(path: &SitePath, bytes: &[u8]) -> Self {
        let text = std::str::from_utf8(bytes).unwrap_or_default();
        let name = path.as_str();
        match ending(name) {
            "js" if path.folder() == "search" => Self::plainly(&search::said(text).join("\n")),
            "xlsx" | "zip" => {
                let files = packed::files(bytes).filter(|(name, _)| !packed::is_grid(name));
                Self::all(files.map(|(name, bytes)| {
                    let text = String::from_utf8_lossy(&bytes);
                    Self::all([Self::plainly(&name), Self::named(&name, &text)])
                }))
            }
            _ => Self::named(name, text),
        }
    }

    /// A text in a file of that name.
    fn named(name: &str, text: &str) -> Self {
        match ending(name) {
            "html" | "svg" | "xml" | "atom" | "rels" => Self::in_markup(text),
            "json" => Self::plainly(&packed::strings(text)),
            "ics" => Self::plainly(&text.replace("\r\n ", "").replace("\\n", "\n")),
            _ => Self::plainly(text),
        }
    }

    fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        let (raw, folded): (Vec<_>, Vec<_>) = parts
            .into_iter()
            .map(|part| (part.raw, part.folded))
            .unzip();
        Self {
            raw: raw.join("\n"),
            folded: folded.join("\n"),
        }
    }

    /// Words, and what stands in attributes and comments. Tags may part words
    /// or stand within them.
    pub fn in_markup(text: &str) -> Self {
        let sink = Sink::default();
        let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
        let input = BufferQueue::default();
        input.push_back(StrTendril::from_slice(text));
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        let found = tokenizer.sink.0.into_inner();
        Self {
            raw: [&*found.parted, &*found.aside].join("\n").to_lowercase(),
            folded: [&*found.parted, &*found.joined, &*found.aside]
                .map(folded)
                .join("\n"),
        }
    }
}

/// Letters and digits as search folds them, a blank between words.
pub(super) fn folded(text: &str) -> String {
    let folded = search::fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// Attributes that draw, and say nothing.
const DRAWN: [&str; 14] = [
    "d",
    "points",
    "viewBox",
    "viewbox",
    "transform",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "width",
    "height",
    "integrity",
];

#[derive(Default)]
struct Sink(RefCell<Found>);

#[derive(Default)]
struct Found {
    /// The text with blanks for tags.
    parted: String,
    /// The text as if there were no tags.
    joined: String,
    /// Attributes and comments, a line each.
    aside: String,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut found = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => {
                found.parted.push(' ');
                for attribute in &tag.attrs {
                    let name = &*attribute.name.local;
                    if !DRAWN.contains(&name) {
                        found.aside.push_str(&unescaped(&attribute.value));
                        found.aside.push('\n');
                    }
                }
                let is_raw = matches!(&*tag.name, "script" | "style");
                if is_raw && tag.kind == TagKind::StartTag && !tag.self_closing {
                    return TokenSinkResult::RawData(RawKind::Rawtext);
                }
            }
            Token::CharacterTokens(text) => {
                found.parted.push_str(&text);
                found.joined.push_str(&text);
            }
            Token::CommentToken(text) => {
                found.aside.push_str(&text);
                found.aside.push('\n');
            }
            Token::DoctypeToken(_)
            | Token::NullCharacterToken
            | Token::EOFToken
            | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

/// An address says what its escapes stand for.
fn unescaped(value: &str) -> String {
    let plain = percent_encoding::percent_decode_str(value).decode_utf8_lossy();
    if plain == value {
        return value.to_owned();
    }
    format!("{value}\n{plain}")
}

#[cfg(test)]
mod tests {
    use super::{Said, folded};
    use crate::output::SitePath;

    #[test]
    fn words_are_folded() {
        assert_eq!(
            folded("  Größe, &\u{a0}MASS\u{2014}zwei "),
            "große mass zwei"
        );
    }

    #[test]
    fn markup_says_what_stands_in_it_and_beside_it() {
        let html = "<p title='The &quot;Merger&quot;'>The <b>sec</b>ret<!-- not yet --></p>\
                    <script>x = 'in a script'</script><path d='M1 2'><a href='a%20b.html'>";
        let said = Said::by(&SitePath::new("a.html").expect("a path"), html.as_bytes());
        for words in [
            "the secret",
            "the merger",
            "not yet",
            "in a script",
            "a b html",
        ] {
            assert!(said.folded.contains(words), "{words}: {}", said.folded);
        }
        assert!(!said.raw.contains("m1"), "{}", said.raw);
    }
}
