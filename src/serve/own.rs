//! The browser's part of following a plan.

use axum::body::Bytes;
use axum::http::request::Parts;
use axum::response::Response;

use crate::output::bytes_hash;

use super::answer::Content;

/// A file that is none of the site's.
pub(super) struct Own {
    /// Its address.
    pub address: &'static str,
    bytes: &'static [u8],
}

pub(super) static OWN: [Own; 3] = [
    Own {
        address: "/.planwright/live.js",
        bytes: include_bytes!("live/live.js"),
    },
    Own {
        address: "/.planwright/live.css",
        bytes: include_bytes!("live/live.css"),
    },
    Own {
        address: "/.planwright/morph.js",
        bytes: include_bytes!("live/morph.js"),
    },
];

impl Own {
    pub fn answer(&self, request: &Parts) -> Response {
        let bytes = Bytes::from_static(self.bytes);
        Content::new(self.address, bytes, bytes_hash(self.bytes)).answer(request)
    }
}
