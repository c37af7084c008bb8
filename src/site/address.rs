//! Where each page is.

use crate::output::SitePath;

/// A path that this module has made itself of slugs.
fn path(text: &str) -> SitePath {
    SitePath::new(text).expect("made of slugs")
}

/// A page of a long list; the first is the list's own.
pub(super) fn listing_page(folder: &str, number: usize) -> SitePath {
    match number {
        1 => listing(folder),
        number => path(&format!("{folder}/page/{number}.html")),
    }
}

/// The page of an address that the plan has given.
pub(super) fn html(address: &str) -> SitePath {
    path(&format!("{address}.html"))
}

pub(super) fn home() -> SitePath {
    path("index.html")
}

pub(super) fn outline() -> SitePath {
    path("outline.html")
}

/// The strategy map.
pub(super) fn map() -> SitePath {
    path("map.html")
}

/// All measures.
pub(super) fn scorecard() -> SitePath {
    path("scorecard.html")
}

/// The measures of a goal, by its slug; from the second page on with a
/// number.
pub(super) fn scorecard_of(slug: &str, number: usize) -> SitePath {
    numbered(&path(&format!("scorecard/{slug}.html")), number)
}

/// What hangs on an item, as an outline of its own.
pub(super) fn outline_of(item: &str) -> SitePath {
    path(&format!("outline/{item}.html"))
}

pub(super) fn problems() -> SitePath {
    path("problems.html")
}

/// The problems in another order.
pub(super) fn problems_by(order: &str) -> SitePath {
    path(&format!("problems/{order}.html"))
}

/// The page of a rule that has found something.
pub(super) fn rule(tag: &str) -> SitePath {
    path(&format!("problems/{}.html", crate::plan::slug(tag)))
}

pub(super) fn traceability() -> SitePath {
    path("traceability.html")
}

/// Two kinds against one another.
pub(super) fn matrix(pair: &str) -> SitePath {
    path(&format!("traceability/{pair}.html"))
}

/// Part of what is too much for one page.
pub(super) fn matrix_part(pair: &str, part: &str) -> SitePath {
    path(&format!("traceability/{pair}/{part}.html"))
}

/// The page of downloads.
pub(super) fn downloads() -> SitePath {
    path("downloads.html")
}

/// A file to be had.
pub(super) fn download(name: &str) -> SitePath {
    path(&format!("downloads/{name}"))
}

pub(super) fn board() -> SitePath {
    path("board.html")
}

pub(super) fn teams() -> SitePath {
    path("teams/index.html")
}

pub(super) fn families() -> SitePath {
    path("plans/index.html")
}

pub(super) fn not_found() -> SitePath {
    path("404.html")
}

pub(super) fn people() -> SitePath {
    path("people/index.html")
}

pub(super) fn person(slug: &str) -> SitePath {
    path(&format!("people/{slug}.html"))
}

pub(super) fn team(slug: &str) -> SitePath {
    path(&format!("teams/{slug}.html"))
}

pub(super) fn listing(folder: &str) -> SitePath {
    path(&format!("{folder}/index.html"))
}

pub(super) fn search() -> SitePath {
    path("search.html")
}

/// A page with a search or filter that is preset: its address, and fields with
/// their values.
pub(super) fn asking(search: &str, fields: &[(&str, &str)]) -> String {
    let encode = |text: &str| {
        let text = percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC);
        text.to_string()
    };
    let asked: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{name}={}", encode(value)))
        .collect();
    format!("{search}?{}", asked.join("&"))
}

/// A piece of the search's index.
pub(super) fn search_piece(name: &str) -> SitePath {
    path(&format!("search/{name}.js"))
}

pub(super) fn family(name: &str) -> SitePath {
    match crate::plan::slug(name).as_str() {
        "index" => path("plans/plan-index.html"),
        slug => path(&format!("plans/{slug}.html")),
    }
}

pub(super) fn report() -> SitePath {
    path("report.html")
}

/// The part of a large report that has a goal of that id.
pub(super) fn report_volume(id: &str) -> SitePath {
    path(&format!("report/{}.html", crate::plan::slug(id)))
}

/// A file beside the home page.
pub(super) fn top(name: &str) -> SitePath {
    path(name)
}

pub(super) fn timeline() -> SitePath {
    path("timeline.html")
}

/// The timeline of a goal or strategy.
pub(super) fn timeline_of(slug: &str) -> SitePath {
    path(&format!("timeline/{slug}.html"))
}

pub(super) fn roadmap() -> SitePath {
    path("roadmap.html")
}

pub(super) fn work_plans() -> SitePath {
    path("work-plans/index.html")
}

/// The work plan of a year, or of a team in it.
pub(super) fn work_plan(slug: &str) -> SitePath {
    path(&format!("work-plans/{slug}.html"))
}

pub(super) fn calendar() -> SitePath {
    path("calendar/index.html")
}

/// The calendar of a month: `2026-11`.
pub(super) fn calendar_month(month: &str) -> SitePath {
    path(&format!("calendar/{month}.html"))
}

/// A later part of a page that is too long for one.
pub(super) fn numbered(first: &SitePath, number: usize) -> SitePath {
    match first.as_str().strip_suffix(".html") {
        Some(stem) if number > 1 => path(&format!("{stem}/{number}.html")),
        _ => first.clone(),
    }
}

/// An asset of the theme.
pub(super) fn asset(name: &str) -> SitePath {
    path(&format!("assets/{name}"))
}

/// A file of the plan, copied. A path that no site can carry is made one of
/// slugs.
pub(super) fn file(from: &str) -> SitePath {
    let of_slugs = || {
        let parts: Vec<String> = from.split('/').map(crate::plan::slug).collect();
        SitePath::new(&format!("files/{}", parts.join("/")))
    };
    let whole = SitePath::new(&format!("files/{from}")).or_else(|_| of_slugs());
    whole.unwrap_or_else(|_| path(&format!("files/{}", crate::plan::slug(from))))
}
