//! From bytes to text.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// A file's text: by its byte order mark, else by the encoding that it names,
/// else UTF-8, else Windows-1252, in which every byte is a letter.
pub(super) fn text(bytes: &[u8], named: Option<&str>) -> String {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0.into_owned();
    }
    let named = named.and_then(|name| Encoding::for_label(name.as_bytes()));
    let encoding = named.unwrap_or(UTF_8);
    match encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => text.into_owned(),
        None => WINDOWS_1252.decode(bytes).0.into_owned(),
    }
}

/// The encoding that an XML file names in its first line.
pub(super) fn named_in_xml(bytes: &[u8]) -> Option<&str> {
    let start = &bytes[..bytes.len().min(200)];
    let end = start.iter().position(|byte| *byte == b'>')?;
    let line = std::str::from_utf8(&start[..end]).ok()?;
    let (_, rest) = line.split_once("encoding")?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    rest[1..].split(quote).next()
}

#[cfg(test)]
mod tests {
    use super::{named_in_xml, text};

    #[test]
    fn text_is_read_in_the_encoding_that_it_has() {
        assert_eq!(text("Größe".as_bytes(), None), "Größe");
        assert_eq!(text(b"Gr\xf6\xdfe", None), "Größe");
        assert_eq!(text(b"\xff\xfeG\0r\0", None), "Gr");
        assert_eq!(text(b"\xe1", Some("iso-8859-2")), "á");
        assert_eq!(
            named_in_xml(b"<?xml version='1.0' encoding='UTF-16'?><a/>"),
            Some("UTF-16")
        );
        assert_eq!(named_in_xml(b"<a/>"), None);
    }
}
