//! What pages are given on their way to the browser.

use pulldown_cmark_escape::escape_html;

/// The scripts that keep a page up to date; the path and the hash are those of
/// the page, or empty for the page about what is not there. Their hash tells
/// one page from another: all else is the same for all.
pub(super) fn scripts(path: &str, hash: &str) -> String {
    let mut escaped = String::new();
    escape_html(&mut escaped, path).expect("writing to a string cannot fail");
    format!(
        "<script src=\"/.planwright/morph.js\" defer></script>\
         <script src=\"/.planwright/live.js\" defer data-live \
         data-path=\"{escaped}\" data-hash=\"{hash}\"></script>"
    )
}

/// The page with something right before its end.
pub(super) fn before_the_end(page: &[u8], what: &str) -> Vec<u8> {
    let end = b"</body>";
    let at = page
        .windows(end.len())
        .rposition(|window| window.eq_ignore_ascii_case(end));
    insert(page, at.unwrap_or(page.len()), what)
}

/// The page with all its links relative to the top of the server, wherever it
/// is shown. That has to stand before the page's policy, which forbids it.
pub(super) fn at_any_address(page: &[u8]) -> Vec<u8> {
    let head = b"<head";
    let starts = page
        .windows(head.len() + 1)
        .position(|window| window[..5].eq_ignore_ascii_case(head) && !is_letter(window[5]));
    let ends = starts.and_then(|start| {
        let end = page[start..].iter().position(|byte| *byte == b'>')?;
        Some(start + end + 1)
    });
    match ends {
        Some(end) => insert(page, end, "<base href=\"/\">"),
        None => page.to_vec(),
    }
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic()
}

fn insert(page: &[u8], at: usize, what: &str) -> Vec<u8> {
    let (before, after) = page.split_at(at);
    [before, what.as_bytes(), after].concat()
}

#[cfg(test)]
mod tests {
    use super::{at_any_address, before_the_end, scripts};

    #[track_caller]
    fn assert_text(bytes: &[u8], expected: &str) {
        assert_eq!(String::from_utf8_lossy(bytes), expected);
    }

    #[test]
    fn scripts_stand_at_the_end_of_the_last_body() {
        for (page, expected) in [
            ("<body>a</body></html>", "<body>a!</body></html>"),
            ("<BODY>a</BODY>", "<BODY>a!</BODY>"),
            ("<pre></body></pre></body>", "<pre></body></pre>!</body>"),
            ("no end", "no end!"),
            ("", "!"),
        ] {
            assert_text(&before_the_end(page.as_bytes(), "!"), expected);
        }
        let not_text = before_the_end(b"\xff</body>", "!");
        assert_eq!(not_text, b"\xff!</body>", "other encodings are left alone");
    }

    #[test]
    fn the_base_stands_first_in_the_head() {
        for (page, expected) in [
            ("<head><meta>", "<head><base href=\"/\"><meta>"),
            (
                "<HEAD lang=en ><meta>",
                "<HEAD lang=en ><base href=\"/\"><meta>",
            ),
            ("<header><head>", "<header><head><base href=\"/\">"),
            ("<p>no head", "<p>no head"),
            ("<head", "<head"),
            ("<head x", "<head x"),
        ] {
            assert_text(&at_any_address(page.as_bytes()), expected);
        }
    }

    #[test]
    fn a_path_cannot_leave_its_attribute() {
        let scripts = scripts("a\"><b>&'.html", "0f");
        assert!(
            scripts.contains("data-path=\"a&quot;&gt;&lt;b&gt;&amp;&#39;.html\""),
            "{scripts}"
        );
    }
}
