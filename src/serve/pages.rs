//! Answers from a site.

use axum::body::Bytes;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};

use crate::output::{SitePath, bytes_hash, to_hex};

use super::addresses::{self, Found};
use super::answer::Content;
use super::moment::{File, Site};
use super::put_in;

/// Asks for a page as it is in the site.
const PLAIN: &str = "planwright-plain";

/// Answers what is asked of a site.
pub(super) fn answer(site: &dyn Site, request: &Parts) -> Response {
    let elsewhere = |status: StatusCode, path: &SitePath| {
        let query = request.uri.query().map(|query| format!("?{query}"));
        let address = addresses::of(path) + &query.unwrap_or_default();
        (status, [(header::LOCATION, address)]).into_response()
    };
    match addresses::find(site, request.uri.path()) {
        Found::File(file) => found(file, request),
        Found::Folder(index) => elsewhere(StatusCode::MOVED_PERMANENTLY, &index),
        Found::Alias(path) => elsewhere(StatusCode::FOUND, &path),
        Found::Nothing => missing(site, request),
    }
}

fn found(file: File, request: &Parts) -> Response {
    let mut content = Content::new(file.path.as_str(), Bytes::from_owner(file.bytes), file.hash);
    if !content.is_page() {
        return content.answer(request);
    }
    if !is_plain(request) {
        let scripts = put_in::scripts(file.path.as_str(), &to_hex(file.hash));
        content.bytes = put_in::before_the_end(&content.bytes, &scripts).into();
        content.hash = bytes_hash(scripts.as_bytes());
    }
    as_page(content.answer(request), request)
}

/// The site's own page about what is not there, so that it works at any
/// address and goes away when the page comes to be.
fn missing(site: &dyn Site, request: &Parts) -> Response {
    let page = SitePath::new("404.html").ok();
    let Some(file) = page.and_then(|path| site.file(&path)) else {
        return (StatusCode::NOT_FOUND, "Nothing is here.\n").into_response();
    };
    let mut page = Bytes::from_owner(file.bytes);
    if !is_plain(request) {
        let scripts = put_in::scripts("", "");
        page = put_in::before_the_end(&put_in::at_any_address(&page), &scripts).into();
    }
    let mut answer = Content::new(file.path.as_str(), page, file.hash).whole();
    *answer.status_mut() = StatusCode::NOT_FOUND;
    as_page(answer, request)
}

fn is_plain(request: &Parts) -> bool {
    request.headers.get(PLAIN).is_some_and(|value| value == "1")
}

/// Says that a page has two forms. The plain one is for scripts alone: no
/// browser may keep it and show it when somebody goes back.
fn as_page(mut answer: Response, request: &Parts) -> Response {
    let headers = answer.headers_mut();
    headers.append(header::VARY, HeaderValue::from_static(PLAIN));
    if is_plain(request) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    answer
}
