//! Which request is answered by what, and what all answers have in common.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Extension, Query, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use tokio::sync::watch;
use tokio::task::spawn_blocking;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;

use super::answer::is_packable;
use super::events::{self, Reader};
use super::hosts::{Hosts, is_foreign};
use super::moment::Moment;
use super::own::OWN;
use super::pages;

/// Names the site that an answer is from.
const SITE: HeaderName = HeaderName::from_static("planwright-site");
/// Keeps other sites from loading an answer as a script or an image of theirs.
const POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// What all requests share.
#[derive(Clone)]
pub(super) struct Shared {
    pub moments: watch::Receiver<Moment>,
    pub hosts: Arc<Hosts>,
    /// Tells this server from others.
    pub id: Arc<str>,
}

pub(super) fn router(shared: Shared) -> Router {
    let mut router = Router::new().route("/.planwright/events", get(follow));
    for own in &OWN {
        let answer = move |request: Request| async { own.answer(&request.into_parts().0) };
        router = router.route(own.address, get(answer));
    }
    let packing = CompressionLayer::new()
        .quality(CompressionLevel::Fastest)
        .compress_when(is_packable);
    router
        .fallback(get(page))
        .layer(packing)
        .layer(middleware::from_fn_with_state(
            shared.clone(),
            at_one_moment,
        ))
        .with_state(shared)
}

/// Answers a request from one moment, if it is answered at all.
async fn at_one_moment(State(shared): State<Shared>, mut request: Request, next: Next) -> Response {
    if let Err(refusal) = shared.hosts.check(&request) {
        return refusal.into_response();
    }
    let moment = shared.moments.borrow().clone();
    let number = moment.number;
    request.extensions_mut().insert(moment);
    let mut answer = next.run(request).await;
    let headers = answer.headers_mut();
    headers.insert(SITE, number.into());
    headers.insert(POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-cache"));
    answer
}

/// Answers from the site. A page may be made only now.
async fn page(Extension(moment): Extension<Moment>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let answer = spawn_blocking(move || pages::answer(&*moment.site, &parts));
    answer.await.unwrap_or_else(|_| {
        let text = "The page could not be made; the terminal says why.\n";
        (StatusCode::INTERNAL_SERVER_ERROR, text).into_response()
    })
}

/// Tells an open page what becomes of it.
async fn follow(
    State(shared): State<Shared>,
    Query(reader): Query<Reader>,
    headers: HeaderMap,
) -> Response {
    if is_foreign(&headers) {
        let text = "Pages of other sites cannot follow the plan.\n";
        return (StatusCode::FORBIDDEN, text).into_response();
    }
    events::stream(shared.moments, shared.id, reader).into_response()
}
