//! Follows every link of a site, as a browser opened from a folder would.

#![allow(dead_code, reason = "a site lies on disk or in memory")]
#![allow(
    clippy::disallowed_methods,
    reason = "sites are read as they were written"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use percent_encoding::percent_decode_str;
use scraper::{Html, Selector};

/// Schemes that lead out of the site.
const OUTSIDE: [&str; 5] = ["https:", "http:", "mailto:", "tel:", "data:"];

/// A page: its anchors and where it leads.
struct Read {
    malformed: Vec<String>,
    anchors: BTreeSet<String>,
    twice: Vec<String>,
    leads: Vec<String>,
    redirect: bool,
}

/// Files of a site by path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Everything that is wrong with a site in a folder.
pub fn crawl(site: &Path) -> Vec<String> {
    crawl_files(&files(site))
}

/// Everything that is wrong with the pages and links of a site: HTML that a
/// browser has to mend, addresses and anchors that are not there, absolute
/// addresses, anchors used twice, and pages that no link leads to from the home
/// page.
pub fn crawl_files(files: &Files) -> Vec<String> {
    let pages: BTreeMap<&str, Read> = files
        .iter()
        .filter(|(path, _)| Path::new(path).extension().is_some_and(|it| it == "html"))
        .map(|(path, bytes)| (path.as_str(), read(bytes)))
        .collect();
    let mut wrong = Vec::new();
    let mut leads: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (path, page) in &pages {
        let malformed = page.malformed.iter();
        wrong.extend(malformed.map(|what| format!("{path}: {what}")));
        wrong.extend(
            page.twice
                .iter()
                .map(|id| format!("{path}: the anchor {id} is there twice")),
        );
        for address in &page.leads {
            match resolve(path, address) {
                Err(why) => wrong.push(format!("{path}: {address} {why}")),
                Ok(None) => {}
                Ok(Some((to, _))) if !files.contains_key(&to) => {
                    wrong.push(format!("{path}: {address} is not there"));
                }
                Ok(Some((to, anchor))) => {
                    let found = anchor.is_empty()
                        || pages
                            .get(&*to)
                            .is_some_and(|page| page.anchors.contains(&anchor));
                    if !found {
                        wrong.push(format!("{path}: {address} has no such anchor"));
                    }
                    leads.entry(path).or_default().insert(to);
                }
            }
        }
    }
    let reached = reached(&leads);
    let lost = pages.iter().filter(|(path, page)| {
        !(reached.contains(**path) || page.redirect || **path == "404.html")
    });
    wrong.extend(lost.map(|(path, _)| format!("{path}: no link leads here")));
    wrong
}

fn files(site: &Path) -> Files {
    let entries = walkdir::WalkDir::new(site)
        .into_iter()
        .map(|entry| entry.expect("readable"));
    let files = entries.filter(|entry| entry.file_type().is_file());
    let path = |path: &Path| {
        path.strip_prefix(site)
            .expect("inside")
            .to_string_lossy()
            .replace('\\', "/")
    };
    files
        .map(|entry| {
            let bytes = fs::read(entry.path()).expect("readable");
            (path(entry.path()), bytes)
        })
        .collect()
}

/// What a browser has to mend in a page.
pub fn malformed(html: &str) -> Vec<String> {
    let errors = Html::parse_document(html).errors.into_iter();
    errors.map(std::borrow::Cow::into_owned).collect()
}

fn read(page: &[u8]) -> Read {
    let html = Html::parse_document(std::str::from_utf8(page).expect("a page in UTF-8"));
    let malformed = html.errors.iter().map(ToString::to_string).collect();
    let all = |selector: &str, name: &str| -> Vec<String> {
        let selector = Selector::parse(selector).expect("a selector");
        html.select(&selector)
            .filter_map(|it| it.attr(name).map(str::to_owned))
            .collect()
    };
    let mut leads = all("[href]", "href");
    leads.extend(all("[src]", "src"));
    let refresh = all("meta[http-equiv=refresh]", "content");
    let redirect = !refresh.is_empty();
    leads.extend(
        refresh
            .iter()
            .filter_map(|content| Some(content.split_once("url=")?.1.to_owned())),
    );
    let (mut anchors, mut twice) = (BTreeSet::new(), Vec::new());
    for id in all("[id]", "id") {
        if !anchors.insert(id.clone()) {
            twice.push(id);
        }
    }
    Read {
        malformed,
        anchors,
        twice,
        leads,
        redirect,
    }
}

/// The file and the anchor that an address leads to, seen from a page; none
/// where it leads out of the site.
fn resolve(from: &str, address: &str) -> Result<Option<(String, String)>, &'static str> {
    if OUTSIDE.iter().any(|scheme| address.starts_with(scheme)) {
        return Ok(None);
    }
    let (path, anchor) = address.split_once('#').unwrap_or((address, ""));
    let path = path.split_once('?').map_or(path, |(path, _)| path); // what scripts read
    let decode = |text: &str| {
        percent_decode_str(text)
            .decode_utf8()
            .map(std::borrow::Cow::into_owned)
    };
    let anchor = decode(anchor).map_err(|_| "is not UTF-8")?;
    if path.is_empty() {
        return Ok(Some((from.to_owned(), anchor)));
    }
    // The page for what is not there is shown at any address; here the site
    // is taken to be at the root of its server.
    let path = match path.strip_prefix('/') {
        Some(path) if from == "404.html" => path,
        _ => path,
    };
    if path.starts_with('/') || path.contains([':', '\\']) {
        return Err("is not a relative path");
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop().ok_or("leads out of the site")?),
            part => parts.push(part),
        }
    }
    let file = decode(&parts.join("/")).map_err(|_| "is not UTF-8")?;
    Ok(Some((file, anchor)))
}

/// The files that links lead to, beginning at the home page.
fn reached(leads: &BTreeMap<&str, BTreeSet<String>>) -> BTreeSet<String> {
    let mut reached = BTreeSet::from(["index.html".to_owned()]);
    let mut open = vec!["index.html".to_owned()];
    while let Some(page) = open.pop() {
        for to in leads.get(&*page).into_iter().flatten() {
            if reached.insert(to.clone()) {
                open.push(to.clone());
            }
        }
    }
    reached
}
