//! The drawn pages: scorecard, strategy map, risks, and what stands around an
//! item.

mod support;

use planwright::output::Entry;
use planwright::pipeline;
use planwright::theme::Theme;
use support::memory::{Texts, inputs};
use support::page::Page;
use support::synthetic::synthetic;
use support::{Plan, plan, small_plan};

/// All pages of a plan in memory: path and HTML.
fn pages(texts: &Texts) -> Vec<(String, String)> {
    let inputs = inputs(texts);
    let build = pipeline::build(&inputs, &Theme::default(), None).expect("a site");
    let tree = build.tree.expect("a site without errors");
    let pages = tree.iter().filter(|(_, entry)| {
        entry
            .bytes()
            .is_some_and(|it| it.starts_with(b"<!DOCTYPE html>"))
    });
    let text = |entry: &Entry| {
        let bytes = entry.bytes().expect("made anew");
        String::from_utf8_lossy(bytes).into_owned()
    };
    pages
        .map(|(path, entry)| (path.as_str().to_owned(), text(entry)))
        .collect()
}

fn two_goals() -> Plan {
    small_plan()
        .file("goals/G2.md", "# Stay open\n\nEven on Sundays.\n")
        .file("objectives/O1.md", "---\nsupports: G1\n---\n# Twice as many loans\n\nBy 2028.\n")
        .file("strategies/S2.md", "---\nsupports: [O1, G2]\nrelates_to: S1\n---\n# Doors & floors\n\nBoth.\n")
        .file(
            "measures/M2.md",
            "---\nmeasures: O1\nunit: \"%\"\nbaseline: {value: 40, on: 2025-12-31}\ntarget: {value: 80, on: 2027-12-31}\n\
             readings:\n  - {on: 2026-03-31, value: 41}\n  - {on: 2026-06-30, value: 42}\n  - {on: 2026-09-30, value: 43}\n---\n# Open hours\n\nCounted.\n",
        )
}

#[test]
fn the_scorecard_shows_every_measure_with_its_figures() {
    let site = two_goals().build().ok();
    let page = site.page("scorecard.html");
    let heads: Vec<String> = page.texts(".score-head h2");
    assert_eq!(heads, ["G1 Read more"]);
    let cards = page.texts(".card h3");
    assert_eq!(cards, ["M1 Loans a year", "M2 Open hours"]);
    assert!(
        page.texts(".card .state")[1].starts_with("Off track O1"),
        "{:?}",
        page.texts(".card .state")
    );
    let row = page.texts(".scores tbody tr:nth-child(2) td").join("|");
    // Baseline, latest, expected, next step, target, forecast, attainment.
    assert!(
        row.starts_with("M2|40 %31 Dec 2025|43 %30 Sept 2026|"),
        "{row}"
    );
    assert!(row.contains("|80 %31 Dec 2027|"), "{row}");
    assert!(row.ends_with("|8 %|Off track"), "{row}");
    // The line that is expected, what was read, and where that leads.
    for (class, number) in [("expected", 2), ("reading", 1), ("forecast", 1)] {
        let drawn = page.attributes(&format!(".small path.{class}"), "d");
        assert_eq!(drawn.len(), number, "{class}");
    }
    assert_eq!(page.texts(".page-head .big"), ["1", "0", "1", "0"]);
}

#[test]
fn without_measures_there_is_no_scorecard() {
    let site = small_plan().without("measures/M1.md").build().ok();
    assert!(!site.has("scorecard.html"));
    assert!(!site.page("index.html").has("a[href='scorecard.html']"));
}

#[test]
fn a_measure_without_readings_is_on_the_scorecard_too() {
    let site = small_plan()
        .file(
            "measures/M2.md",
            "---\nmeasures: A1\n---\n# Shelves\n\nOne day.\n",
        )
        .file("measures/M3.md", "# Nothing\n\nMeasures nothing.\n")
        .build()
        .ok();
    let page = site.page("scorecard.html");
    assert_eq!(
        page.texts(".card h3"),
        ["M1 Loans a year", "M2 Shelves", "M3 Nothing"]
    );
    assert_eq!(page.texts(".no-chart").len(), 2);
    assert_eq!(
        page.texts(".score-head h2")[1],
        "Measures that lead to no goal"
    );
    assert_eq!(page.texts(".page-head .big"), ["1", "0", "0", "2"]);
}

#[test]
fn the_map_leads_from_cause_to_effect() {
    let site = two_goals().build().ok();
    let page = site.page("map.html");
    assert_eq!(
        page.texts(".map .name"),
        ["Goals", "Objectives", "Strategies"]
    );
    let boxes = page.attributes(".map a", "href");
    let wanted = [
        "goals/g1.html",
        "goals/g2.html",
        "objectives/o1.html",
        "strategies/s1.html",
        "strategies/s2.html",
    ];
    assert_eq!(boxes, wanted);
    // O1 to G1, S1 to G1, S2 to O1 and G2: heads at three effects.
    assert_eq!(
        page.attributes(".map .head", "d")[0].matches('M').count(),
        3
    );
    assert!(page.has(".map .relates") && !page.has(".map .waits"));
    let words = page.texts(".bands li");
    assert!(words[2].contains("leads to G1"), "{words:?}");
    assert!(
        words[4].contains("leads to G2 O1") || words[4].contains("leads to O1 G2"),
        "{words:?}"
    );
    assert!(words[4].contains("has to do with S1"), "{words:?}");
}

#[test]
fn perspectives_are_bands_in_their_order() {
    let field = "[fields.perspective]\ntype = \"term\"\nvalues = [\"Customers\", \"Money\", \"Staff\"]\nkinds = [\"goal\"]\n";
    let site = plan()
        .file("plan.toml", field)
        .file(
            "goals/G1.md",
            "---\nperspective: Staff\n---\n# Learn\n\nA lot.\n",
        )
        .file(
            "goals/G2.md",
            "---\nperspective: Customers\n---\n# Serve\n\nWell.\n",
        )
        .file("goals/G3.md", "# Be there\n\nStill.\n")
        .file(
            "strategies/S1.md",
            "---\nsupports: [G2, G1]\n---\n# Train\n\nHard.\n",
        )
        .build();
    let page = site.page("map.html");
    assert_eq!(
        page.texts(".map .name"),
        ["Customers", "Staff", "No perspective"]
    );
    // What has none stands with what it supports first in the plan.
    let customers = page.texts(".bands section:first-child .id");
    assert!(
        customers.contains(&"S1".to_owned())
            || page.texts(".bands section:nth-child(2) li")[1].contains("S1")
    );
}

#[test]
fn a_map_of_a_large_plan_shows_goals_and_says_what_is_left_out() {
    let mut large = small_plan();
    for number in 2..=70 {
        let text = format!("---\nsupports: G1\n---\n# Way {number}\n\nA way.\n");
        large = large.file(&format!("strategies/S{number}.md"), &text);
    }
    let large = large.file("goals/G2.md", "# Another\n\nGoal.\n");
    let page = large.build().ok().page("map.html");
    assert_eq!(page.attributes(".map a", "href").len(), 2);
    assert!(
        page.text(".left-out").contains("70 Strategies"),
        "{}",
        page.text(".left-out")
    );
}

fn risky() -> Plan {
    small_plan()
        .file("risks/R1.md", "---\nthreatens: S1\nlikelihood: 4\nimpact: 5\nresponse: reduce\nowner: Maya Okafor\nstatus: active\n---\n# The bus breaks\n\nOften.\n")
        .file("risks/R2.md", "---\nthreatens: G1\nlikelihood: 1\nimpact: 2\n---\n# Rain\n\nSeldom.\n")
        .file("risks/R3.md", "---\nthreatens: G1\n---\n# Unknown\n\nUnscored.\n")
        .file("risks/R4.md", "---\nthreatens: G1\nlikelihood: 5\nimpact: 5\nstatus: dropped\n---\n# Long gone\n\nOver.\n")
        .file("contingencies/B1.md", "---\nanswers: R1\ntrigger: {item: A1, later_than: 30d}\n---\n# Walk\n\nOn foot.\n")
}

#[test]
fn open_risks_stand_where_likelihood_and_impact_meet() {
    let page = risky().build().page("risks/index.html");
    let cells = page.texts(".heat tbody td");
    assert_eq!(cells.len(), 25);
    let named: Vec<&String> = cells.iter().filter(|cell| cell.contains('R')).collect();
    assert_eq!(named, ["20 CriticalR1", "2 LowR2"]);
    // The likeliest is on top, the worst on the right.
    assert_eq!(cells[4], "25 Critical");
    assert_eq!(cells[3], "20 Critical");
    assert_eq!(cells[8], "16 High");
    let note = page.text(".heat .soft");
    assert!(
        note.contains("1 open risk has no score") && note.contains("1 is no longer open"),
        "{note}"
    );
    assert_eq!(
        page.attributes(".heat tbody a", "href"),
        ["r1.html", "r2.html"]
    );
}

#[test]
fn the_register_begins_with_the_gravest_and_names_its_plan_b() {
    let page = risky().build().page("risks/index.html");
    assert_eq!(
        page.texts(".register tbody td:first-child"),
        ["R1", "R2", "R3", "R4"]
    );
    let answers = page.texts(".register .answers");
    assert_eq!(
        answers[0],
        "B1 Walk Armed When A1 is more than 30 days late"
    );
    assert_eq!(answers[1], "Nothing yet");
    assert!(page.texts(".register tbody tr")[0].contains("20 Critical"));
}

#[test]
fn without_scores_there_is_a_register_and_no_map() {
    let plan = small_plan().file(
        "risks/R1.md",
        "---\nthreatens: G1\n---\n# Rain\n\nSeldom.\n",
    );
    let page = plan.build().page("risks/index.html");
    assert!(!page.has(".heat") && page.has(".register"));
}

#[test]
fn neighbours_stand_around_an_item() {
    let site = risky()
        .file(
            "actions/A2.md",
            "---\nsupports: S1\ndepends_on: A1\n---\n# Drive\n\nIt.\n",
        )
        .file(
            "milestones/P1.md",
            "---\nsupports: A1\n---\n# Bus bought\n\nPaid.\n",
        )
        .build();
    let page = site.page("actions/a1.html");
    assert_eq!(
        page.texts(".drawing .name"),
        ["Supports", "Carried by", "Holds up"]
    );
    let links = page.attributes(".drawing a", "href");
    assert_eq!(
        links,
        ["../strategies/s1.html", "../milestones/p1.html", "a2.html"]
    );
    assert!(
        page.text(".drawing desc").contains("Holds up: A2"),
        "{}",
        page.text(".drawing desc")
    );
    let risk = site.page("strategies/s1.html");
    assert!(
        risk.texts(".drawing .name")
            .contains(&"Threatened by".to_owned())
    );
}

#[test]
fn where_there_is_little_to_draw_nothing_is_drawn() {
    let site = small_plan().build().ok();
    let page = site.page("actions/a1.html");
    assert!(!page.has(".drawing") && !page.has("link[href$='drawing.css']"));
}

/// The styles of an item page.
fn styles(html: &str) -> usize {
    let page = Page::parse(html);
    let theme = Theme::default();
    let sheets = page.attributes("link[rel=stylesheet]", "href");
    let size = |href: &String| theme.assets[href.trim_start_matches("../assets/")].len();
    sheets.iter().map(size).sum()
}

#[test]
fn pages_stay_light_in_a_large_plan() {
    let mut texts = synthetic(2_000);
    for number in 0..300 {
        let text = format!(
            "---\nthreatens: G1\nlikelihood: {}\nimpact: {}\n---\n# Risk {number}\n\nText.\n",
            number % 5 + 1,
            number / 5 % 5 + 1
        );
        texts.insert(format!("risks/R{number}.md"), text);
        let fields = format!(
            "---\nsupports: S1\ndepends_on: [A{}, A{}]\n---\n# Duty {number}\n\nText.\n",
            number + 2,
            number + 3
        );
        texts.insert(format!("actions/X{number}.md"), fields);
    }
    let pages = pages(&texts);
    let is_item = |html: &str| html.contains("data-page=\"item\"");
    let (mut items, mut drawn, mut light) = (0, 0, 0);
    for (path, html) in &pages {
        if is_item(html) {
            items += 1;
            drawn += usize::from(html.contains("class=\"drawing\""));
            let weight = html.len() + styles(html);
            // What carries hundreds of items shows the first of them.
            let hub = path.starts_with("goals/") || path.starts_with("strategies/");
            let most = if hub { 64_000 } else { 46_000 };
            assert!(weight < most, "{path} weighs {weight}");
            light += usize::from(weight < 40_000);
        }
        let bounded = path.starts_with("scorecard")
            || path.starts_with("risks/page")
            || path == "risks/index.html"
            || path == "map.html";
        assert!(
            !bounded || html.len() < 200_000,
            "{path} weighs {}",
            html.len()
        );
    }
    assert!(items > 2_000 && drawn > 300, "{items} items, {drawn} drawn");
    assert!(light * 4 > items * 3, "{light} of {items} under 40 kB");
    assert!(pages.iter().any(|(path, _)| path == "scorecard/g1.html"));
    assert!(pages.iter().any(|(path, _)| path == "risks/page/2.html"));
}
