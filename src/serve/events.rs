//! What an open page is told: what has become of it. States, not changes, so
//! that whoever was away for a while has missed nothing.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{self, Stream};
use serde::{Deserialize, Serialize};
use tokio::sync::watch;
use tokio::task::spawn_blocking;

use crate::output::{SitePath, to_hex};

use super::addresses;
use super::moment::{File, Finding, Moment, Site};

/// How often a silent stream shows that it is there.
const ALIVE: Duration = Duration::from_secs(15);
/// After which time a browser asks again where a stream was cut off.
const RETRY: Duration = Duration::from_millis(500);

/// What a browser says of itself.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Reader {
    /// The path of its page in the site; empty for that about what is not
    /// there.
    path: String,
    /// The address that it is at.
    address: String,
}

/// The state of a page, but for the number of the site.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct State {
    page: Option<Place>,
    origin: Option<String>,
    assets: BTreeMap<String, String>,
    errors: Vec<Finding>,
    warnings: Vec<Finding>,
}

/// Where a page is, and what is there.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Place {
    path: String,
    hash: String,
}

/// A state as it is sent.
#[derive(Serialize)]
struct Message<'a> {
    server: &'a str,
    number: u64,
    #[serde(flatten)]
    state: &'a State,
}

/// An open page, followed from site to site.
struct Open {
    server: Arc<str>,
    /// Where it is now, or was last.
    path: Option<SitePath>,
    address: String,
    /// The site that it was last in.
    seen: Option<Arc<dyn Site>>,
    /// What was last sent.
    told: Option<State>,
}

/// Tells a page its state, and each other state that follows; a page that
/// listens slowly hears of the latest alone.
pub(super) fn stream(
    mut moments: watch::Receiver<Moment>,
    server: Arc<str>,
    reader: Reader,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    moments.mark_changed();
    let open = Open::new(server, reader);
    let events = stream::unfold((moments, open), |(mut moments, mut open)| async move {
        loop {
            moments.changed().await.ok()?;
            let moment = moments.borrow_and_update().clone();
            let followed = spawn_blocking(move || {
                let message = open.follow(&moment);
                (open, message)
            });
            let (followed, message) = followed.await.ok()?;
            open = followed;
            if let Some(message) = message {
                let event = Event::default().event("state").retry(RETRY).data(message);
                return Some((Ok(event), (moments, open)));
            }
        }
    });
    Sse::new(events).keep_alive(KeepAlive::new().interval(ALIVE))
}

impl Open {
    fn new(server: Arc<str>, reader: Reader) -> Self {
        Self {
            server,
            path: SitePath::new(&reader.path).ok(),
            address: reader.address,
            seen: None,
            told: None,
        }
    }

    /// The page's state at a moment, where it is news.
    fn follow(&mut self, moment: &Moment) -> Option<String> {
        let state = self.state(moment);
        if self.told.as_ref() == Some(&state) {
            return None;
        }
        let message = Message {
            server: &self.server,
            number: moment.number,
            state: &state,
        };
        let message = serde_json::to_string(&message).expect("made of texts and numbers");
        self.told = Some(state);
        Some(message)
    }

    fn state(&mut self, moment: &Moment) -> State {
        let page = self.find(&*moment.site);
        if let Some(file) = &page {
            self.path = Some(file.path.clone());
            self.seen = Some(Arc::clone(&moment.site));
        }
        let assets = moment.site.assets().into_iter();
        State {
            origin: page
                .as_ref()
                .and_then(|file| moment.site.origin(&file.path)),
            page: page.map(|file| Place {
                path: file.path.to_string(),
                hash: to_hex(file.hash),
            }),
            assets: assets
                .map(|(path, hash)| (path.to_string(), to_hex(hash)))
                .collect(),
            errors: moment.errors.to_vec(),
            warnings: moment.warnings.to_vec(),
        }
    }

    /// The page in another site: where it was, or where its old address or the
    /// file that it was made from leads.
    fn find(&self, site: &dyn Site) -> Option<File> {
        let Some(path) = &self.path else {
            return addresses::find(site, &self.address).file(site);
        };
        let renamed = || site.file(&site.redirect(path.as_str())?);
        let moved = || site.file(&site.moved(self.seen.as_deref()?, path)?);
        site.file(path).or_else(renamed).or_else(moved)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::{Value, json};

    use super::super::moment::{Finding, Moment};
    use super::super::testing::{Made, hash};
    use super::{Open, Reader};

    fn open(path: &str, address: &str) -> Open {
        let (path, address) = (path.to_owned(), address.to_owned());
        Open::new("s".into(), Reader { path, address })
    }

    fn moment(number: u64, site: Made) -> Moment {
        Moment {
            number,
            site: Arc::new(site),
            errors: Arc::new([]),
            warnings: Arc::new([]),
        }
    }

    /// What the page is told, if anything.
    fn told(open: &mut Open, moment: &Moment) -> Option<Value> {
        let message = open.follow(moment)?;
        Some(serde_json::from_str(&message).unwrap())
    }

    /// Where the page is told to be.
    fn place(open: &mut Open, moment: &Moment) -> Option<Value> {
        Some(told(open, moment)?["page"].clone())
    }

    #[test]
    fn a_page_is_told_all_that_concerns_it_at_once() {
        let site = Made::of(&[("a.html", "1")]);
        let site = site.origin("a.html", "a.md").asset("base.css", "x");
        let told = told(&mut open("a.html", ""), &moment(7, site));
        let expected = json!({
            "server": "s",
            "number": 7,
            "page": {"path": "a.html", "hash": hash("1")},
            "origin": "a.md",
            "assets": {"base.css": hash("x")},
            "errors": [],
            "warnings": [],
        });
        assert_eq!(told, Some(expected));
    }

    #[test]
    fn it_is_told_again_only_of_what_concerns_it() {
        let mut open = open("a.html", "");
        let first = Made::of(&[("a.html", "1"), ("b.html", "1")]);
        assert!(told(&mut open, &moment(1, first.clone())).is_some());
        let other = Made::of(&[("a.html", "1"), ("b.html", "2")]);
        assert_eq!(told(&mut open, &moment(2, other)), None);
        let asset = first.clone().asset("base.css", "x");
        assert!(told(&mut open, &moment(3, asset)).is_some());
        let mut warned = moment(3, first.clone().asset("base.css", "x"));
        warned.warnings = Arc::new([Finding {
            severity: "warn",
            code: "L001".to_owned(),
            message: "x".to_owned(),
            text: "x".to_owned(),
            place: None,
            editor: None,
        }]);
        let told = told(&mut open, &warned).unwrap();
        assert_eq!(told["warnings"][0]["code"], "L001");
        let changed = Made::of(&[("a.html", "2")]);
        let place = place(&mut open, &moment(4, changed));
        assert_eq!(place, Some(json!({"path": "a.html", "hash": hash("2")})));
    }

    #[test]
    fn a_page_is_followed_where_it_goes() {
        let mut open = open("a.html", "");
        let site = |path: &str| Made::of(&[(path, "1")]).origin(path, "one.md");
        let at = |path: &str| Some(json!({"path": path, "hash": hash("1")}));
        assert_eq!(place(&mut open, &moment(1, site("a.html"))), at("a.html"));
        assert_eq!(place(&mut open, &moment(2, site("b.html"))), at("b.html"));
        let renamed = Made::of(&[("c.html", "1")]).alias("b.html", "c.html");
        assert_eq!(place(&mut open, &moment(3, renamed)), at("c.html"));
    }

    #[test]
    fn a_page_that_is_gone_comes_back_wherever_it_is() {
        let mut open = open("a.html", "");
        let site = |path: &str| Made::of(&[(path, "1")]).origin(path, "one.md");
        let at = |path: &str| Some(json!({"path": path, "hash": hash("1")}));
        assert_eq!(place(&mut open, &moment(1, site("a.html"))), at("a.html"));
        let empty = Made::of(&[]);
        assert_eq!(
            place(&mut open, &moment(2, empty.clone())),
            Some(Value::Null)
        );
        assert_eq!(place(&mut open, &moment(3, empty)), None);
        assert_eq!(place(&mut open, &moment(4, site("b.html"))), at("b.html"));
    }

    #[test]
    fn an_address_without_a_page_waits_for_one() {
        for address in ["/goals/", "/goals", "/goals/index.html", "/old"] {
            let mut open = open("", address);
            let empty = Made::of(&[]);
            assert_eq!(place(&mut open, &moment(1, empty)), Some(Value::Null));
            let site = Made::of(&[("goals/index.html", "1")]);
            let site = site.alias("old.html", "goals/index.html");
            let place = place(&mut open, &moment(2, site)).unwrap();
            assert_eq!(place["path"], "goals/index.html", "{address}");
        }
    }

    #[test]
    fn what_no_page_can_be_at_is_gone() {
        for (path, address) in [("../a", ""), ("", ""), ("", "/../a.html"), ("b.html", "/a")] {
            let site = Made::of(&[("a.html", "1")]);
            let place = place(&mut open(path, address), &moment(1, site));
            assert_eq!(place, Some(Value::Null), "{path} {address}");
        }
    }
}
