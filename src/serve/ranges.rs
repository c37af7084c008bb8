//! Parts of files, for players of films and readers of long documents.

use std::ops::Range;

use axum::http::{HeaderMap, Method, header};
use headers::{ETag, HeaderMapExt as _, IfRange};
use http_range_header::{RangeUnsatisfiableError, parse_range_header};

/// How much of a file is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// All of it.
    Whole,
    /// These bytes.
    Part(Range<u64>),
    /// What lies behind its end.
    Beyond,
}

/// What is asked for of a file of that length and tag. More than one part, and
/// what is no range of bytes, is answered by the whole, as it may be (RFC
/// 9110, section 14.2).
pub(super) fn asked(method: &Method, headers: &HeaderMap, length: u64, tag: &ETag) -> Asked {
    let range = headers.get(header::RANGE).filter(|_| method == Method::GET);
    let Some(range) = range.and_then(|range| range.to_str().ok()) else {
        return Asked::Whole;
    };
    let changed = |known: IfRange| known.is_modified(Some(tag), None);
    if headers.contains_key(header::IF_RANGE) && headers.typed_get().is_none_or(changed) {
        return Asked::Whole;
    }
    match parse_range_header(range).and_then(|ranges| ranges.validate(length)) {
        Ok(ranges) => match ranges.as_slice() {
            [one] => Asked::Part(*one.start()..one.end() + 1),
            _ => Asked::Whole,
        },
        Err(RangeUnsatisfiableError::Unsatisfiable) => Asked::Beyond,
        Err(_) => Asked::Whole,
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, Method};
    use headers::ETag;

    use super::{Asked, asked};

    /// What is asked for of ten bytes with the tag "ten".
    fn of_ten(method: &Method, fields: &[(&'static str, &str)]) -> Asked {
        let tag: ETag = "\"ten\"".parse().unwrap();
        let mut headers = HeaderMap::new();
        for (name, value) in fields {
            headers.insert(*name, value.parse().unwrap());
        }
        asked(method, &headers, 10, &tag)
    }

    #[test]
    fn one_range_is_a_part() {
        for (range, part) in [
            ("bytes=0-0", 0..1),
            ("bytes=2-4", 2..5),
            ("bytes=7-", 7..10),
            ("bytes=-3", 7..10),
            ("bytes=-30", 0..10),
            ("bytes=5-99999999999999999999", 5..10),
            ("BYTES=0-9", 0..10),
        ] {
            let asked = of_ten(&Method::GET, &[("range", range)]);
            assert_eq!(asked, Asked::Part(part), "{range}");
        }
    }

    #[test]
    fn what_lies_behind_the_end_is_none() {
        for range in ["bytes=10-", "bytes=10-20", "bytes=-0"] {
            let asked = of_ten(&Method::GET, &[("range", range)]);
            assert_eq!(asked, Asked::Beyond, "{range}");
        }
    }

    #[test]
    fn whatever_else_is_the_whole() {
        for range in [
            "bytes=0-1,3-4",
            "bytes=4-2",
            "bytes=a-b",
            "bytes=",
            "bytes",
            "lines=1-2",
            "",
        ] {
            let asked = of_ten(&Method::GET, &[("range", range)]);
            assert_eq!(asked, Asked::Whole, "{range}");
        }
        assert_eq!(of_ten(&Method::GET, &[]), Asked::Whole);
        let head = of_ten(&Method::HEAD, &[("range", "bytes=0-1")]);
        assert_eq!(head, Asked::Whole, "ranges are for GET alone");
    }

    #[test]
    fn a_part_of_what_has_changed_is_not_wanted() {
        for (condition, expected) in [
            ("\"ten\"", Asked::Part(0..2)),
            ("\"nine\"", Asked::Whole),
            ("W/\"ten\"", Asked::Whole),
            ("Sat, 29 Oct 1994 19:43:31 GMT", Asked::Whole),
            ("what?", Asked::Whole),
        ] {
            let fields = [("range", "bytes=0-1"), ("if-range", condition)];
            assert_eq!(of_ten(&Method::GET, &fields), expected, "{condition}");
        }
    }
}
