//! The same files as downloads of the site.

use planwright::config::DOWNLOADS;
use planwright::exchange::export::Format;

use crate::harbour;

#[test]
fn the_site_offers_what_people_open_and_plans_are_exchanged_in() {
    let run = harbour().build().ok();
    let files = run
        .page("downloads.html")
        .attributes(".downloads a", "href");
    let usual = [
        "plan.xlsx",
        "plan-csv.zip",
        "plan.ics",
        "changes.atom",
        "plan.md",
        "plan.json",
        "plan.stratml.xml",
    ];
    assert_eq!(files, usual.map(|name| format!("downloads/{name}")));
}

#[test]
fn the_site_offers_every_format_that_is_chosen() {
    let run = harbour()
        .file("plan.toml", &with(&format!("{DOWNLOADS:?}")))
        .build()
        .ok();
    let page = run.page("downloads.html");
    let files = page.attributes(".downloads a", "href");
    assert_eq!(files.len(), Format::ALL.len());
    for file in &files {
        assert!(run.has(file), "{file}");
    }
    let person = run.page("people/bo-mate.html");
    let calendars = person.attributes("a[type='text/calendar']", "href");
    assert_eq!(calendars, ["../downloads/person-bo-mate.ics"]);
    assert!(run.has("downloads/person-bo-mate.ics"));
    assert!(run.has("downloads/team-works.ics"));
    let feed = person.attributes("link[type='application/atom+xml']", "href");
    assert_eq!(feed, ["../downloads/changes.atom"]);
}

/// Settings that choose downloads.
fn with(downloads: &str) -> String {
    let fields = "[fields.berth]\ntype = \"number\"\n[fields.grant]\ntype = \"money\"\n";
    format!("[site]\ndownloads = {downloads}\n{fields}")
}

#[test]
fn the_settings_choose_the_formats() {
    let some = harbour()
        .file("plan.toml", &with("[\"json\"]"))
        .build()
        .ok();
    assert!(some.has("downloads/plan.json") && !some.has("downloads/plan.xlsx"));
    assert!(
        !some
            .page("index.html")
            .has("link[type='application/atom+xml']")
    );
    assert!(
        !some
            .page("people/bo-mate.html")
            .has("a[type='text/calendar']")
    );
    let none = harbour().file("plan.toml", &with("[]")).build().ok();
    assert!(!none.has("downloads.html") && !none.has("downloads/plan.json"));
    harbour()
        .file("plan.toml", &with("[\"jsn\"]"))
        .check_for("S004")
        .finds("`downloads`");
}

#[test]
fn the_settings_know_every_format() {
    assert_eq!(Format::ALL.map(Format::name), DOWNLOADS);
}
