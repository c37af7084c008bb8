//! Answers with the content of a file: what it is, whether it has changed, and
//! how much of it.

use axum::body::{Body, Bytes};
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap, StatusCode, Version};
use axum::response::{IntoResponse as _, Response};
use headers::{AcceptRanges, ContentRange, ContentType, ETag, HeaderMapExt as _, IfNoneMatch};
use mime_guess::mime::{self, Mime};

use crate::output::{is_text, media_type, to_hex};

use super::ranges::{self, Asked};

/// The most bytes that are not worth packing.
const SMALL: usize = 1024;

/// What goes out.
pub(super) struct Content {
    /// What it is.
    pub kind: Mime,
    /// All of it.
    pub bytes: Bytes,
    /// Differs where it differs.
    pub hash: u128,
}

impl Content {
    /// What a file of that name holds.
    pub fn new(name: &str, bytes: Bytes, hash: u128) -> Self {
        let kind = kind(name);
        Self { kind, bytes, hash }
    }

    pub fn is_page(&self) -> bool {
        self.kind.essence_str() == mime::TEXT_HTML.essence_str()
    }

    /// Answers a request for it: with all of it, with a part, or with nothing
    /// where the browser has it already.
    pub fn answer(self, request: &Parts) -> Response {
        let packed = is_text(&self.kind);
        let tag = tag(self.hash, packed);
        let known: Option<IfNoneMatch> = request.headers.typed_get();
        let mut answer = if known.is_some_and(|known| !known.precondition_passes(&tag)) {
            StatusCode::NOT_MODIFIED.into_response()
        } else if packed {
            self.whole()
        } else {
            self.part(request, &tag)
        };
        answer.headers_mut().typed_insert(tag);
        answer
    }

    /// All of it, whatever the browser has.
    pub fn whole(self) -> Response {
        let is_worthwhile = self.bytes.len() > SMALL && is_text(&self.kind);
        let mut answer = Response::new(Body::from(self.bytes));
        answer
            .headers_mut()
            .typed_insert(ContentType::from(self.kind));
        if is_worthwhile {
            answer.extensions_mut().insert(Packable);
        }
        answer
    }

    /// As much of it as is asked for.
    fn part(mut self, request: &Parts, tag: &ETag) -> Response {
        let length = self.bytes.len() as u64;
        let (status, place) = match ranges::asked(&request.method, &request.headers, length, tag) {
            Asked::Whole => (StatusCode::OK, None),
            Asked::Part(range) => {
                self.bytes = self.bytes.slice(range.start as usize..range.end as usize);
                let place = ContentRange::bytes(range, length);
                (StatusCode::PARTIAL_CONTENT, place.ok())
            }
            Asked::Beyond => {
                self.bytes = Bytes::new();
                let place = ContentRange::unsatisfied_bytes(length);
                (StatusCode::RANGE_NOT_SATISFIABLE, Some(place))
            }
        };
        let mut answer = self.whole();
        *answer.status_mut() = status;
        answer.headers_mut().typed_insert(AcceptRanges::bytes());
        if let Some(place) = place {
            answer.headers_mut().typed_insert(place);
        }
        answer
    }
}

/// What may be packed on the way has a weak tag: its bytes are not always the
/// same.
fn tag(hash: u128, weak: bool) -> ETag {
    let prefix = if weak { "W/" } else { "" };
    let tag = format!("{prefix}\"{}\"", to_hex(hash));
    tag.parse().expect("hexadecimal digits are a tag")
}

/// What a file of that name holds, by its ending.
fn kind(name: &str) -> Mime {
    let kind = media_type(name);
    if kind.type_() != mime::TEXT {
        return kind;
    }
    let kind = format!("{kind}; charset=utf-8");
    kind.parse().expect("a type may have a parameter")
}

/// Marks an answer that may be packed.
#[derive(Clone)]
struct Packable;

/// Whether an answer may be packed.
pub(super) fn is_packable(_: StatusCode, _: Version, _: &HeaderMap, marks: &Extensions) -> bool {
    marks.get::<Packable>().is_some()
}

#[cfg(test)]
mod tests {
    use super::{is_text, kind};

    #[test]
    fn files_are_what_their_endings_say() {
        for (name, expected, text) in [
            ("index.html", "text/html; charset=utf-8", true),
            ("a.css", "text/css; charset=utf-8", true),
            ("a.js", "text/javascript; charset=utf-8", true),
            ("a.csv", "text/csv; charset=utf-8", true),
            ("a.txt", "text/plain; charset=utf-8", true),
            ("a.xml", "text/xml; charset=utf-8", true),
            ("a.ics", "text/calendar; charset=utf-8", true),
            ("a.json", "application/json", true),
            ("a.geojson", "application/geo+json", true),
            ("a.svg", "image/svg+xml", true),
            ("A.PNG", "image/png", false),
            ("a.jpg", "image/jpeg", false),
            ("a.jpeg", "image/jpeg", false),
            ("a.gif", "image/gif", false),
            ("a.webp", "image/webp", false),
            ("a.avif", "image/avif", false),
            ("a.pdf", "application/pdf", false),
            ("a.woff2", "font/woff2", false),
            ("a.woff", "application/font-woff", false),
            ("a.ttf", "font/ttf", false),
            (
                "a.docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                false,
            ),
            (
                "a.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                false,
            ),
            (
                "a.pptx",
                "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                false,
            ),
            ("a.odt", "application/vnd.oasis.opendocument.text", false),
            (
                "a.ods",
                "application/vnd.oasis.opendocument.spreadsheet",
                false,
            ),
            ("a.mp4", "video/mp4", false),
            (".nojekyll", "application/octet-stream", false),
            ("html", "application/octet-stream", false),
            ("a.unheard-of", "application/octet-stream", false),
        ] {
            let kind = kind(name);
            assert_eq!(kind.as_ref(), expected, "{name}");
            assert_eq!(is_text(&kind), text, "{name}");
        }
    }
}
