//! The pages of time: a plan in, the timeline, the roadmap, work plans and
//! the calendar out.

mod support;

use std::collections::BTreeMap;

use planwright::pipeline;
use planwright::theme::Theme;
use support::memory::{Texts, inputs};
use support::page::Page;
use support::synthetic::synthetic;
use support::{Plan, plan, small_plan};

/// A plan of a fiscal year that begins in July, with two goals.
fn two_goals() -> Plan {
    plan()
        .file(
            "plan.toml",
            "[plan]\nfiscal_year_start = \"07-01\"\nend = 2027-12-31\n[review]\ngoal = \"6mo\"\n",
        )
        .file("goals/G1.md", "---\nreviewed: 2026-09-01\nstatus: active\n---\n# Read more\n")
        .file("goals/G2.md", "# Count more\n")
        .file("objectives/O1.md", "---\nsupports: G1\nstart: FY26\ndue: FY28\n---\n# Half of all read\n")
        .file("strategies/S1.md", "---\nsupports: O1\n---\n# Go where people are\n")
        .file("strategies/S2.md", "---\nsupports: G2\n---\n# Buy abacuses\n")
        .file(
            "actions/A1.md",
            "---\nsupports: S1\nowner: Maya Okafor\nteam: Buses\nstatus: active\nstart: 2026-07-06\ndue: 2026-10-30\n\
             due_was: [2026-08-31, 2026-09-30]\nprogress: 40\nbudget: 3k EUR\n---\n# Buy a bus\n",
        )
        .file(
            "actions/A2.md",
            "---\nsupports: S1\nteam: Buses\nstatus: planned\ndepends_on: [A1, A4]\nstart: 2026-10-01\ndue: 2027-08-31\nbudget: 2k EUR\n---\n# Drive it\n",
        )
        .file("actions/A3.md", "---\nsupports: [S1, S2]\ndue_when: ninety days after the bus is bought\n---\n# Paint it\n")
        .file(
            "actions/A4.md",
            "---\nsupports: S2\nteam: Beads\nstatus: done\nstart: 2025-09-01\ndue: 2026-03-31\ncompleted: 2026-04-20\n---\n# Find beads\n",
        )
        .file("actions/A5.md", "---\nsupports: S2\n---\n# Dream of more\n")
        .file(
            "actions/A6.md",
            "---\nsupports: S2\nstatus: active\nrepeats: monthly\nstart: 2027-01-15\ndue: 2027-04-30\n---\n# Count the beads\n",
        )
        .file("milestones/P1.md", "---\nsupports: A1\nstatus: planned\ndue: FY2027-Q3\n---\n# The bus is here\n")
        .file("measures/M1.md", "---\nmeasures: A1\n---\n# Buses\n")
}

/// The words of the timeline's lines, without their bars.
fn lines(page: &Page) -> Vec<String> {
    page.texts(".gantt-label")
}

#[test]
fn the_timeline_has_a_line_for_what_has_a_date_below_its_strategy_and_goal() {
    let page = two_goals().build().ok().page("timeline.html");
    assert_eq!(
        lines(&page),
        [
            "G1 Read more At risk 1 Jul 2025 to 30 Jun 2028",
            "O1 Half of all read At risk FY 2026 to FY 2028",
            "S1 Go where people are At risk 6 Jul 2026 to 31 Aug 2027",
            "A1 Buy a bus Late At risk 6 Jul 2026 to 30 Oct 2026 first due 31 Aug 2026",
            "P1 The bus is here Planned FY 2027 Q3",
            "A2 Drive it Planned At risk 1 Oct 2026 to 31 Aug 2027 begins before the end of A1 after A4",
            "A3 Paint it ninety days after the bus is bought",
            "G2 Count more On track 1 Sept 2025 to 30 Apr 2027",
            "S2 Buy abacuses On track 1 Sept 2025 to 30 Apr 2027",
            "A4 Find beads Done 1 Sept 2025 to 31 Mar 2026 done 20 Apr 2026",
            "A6 Count the beads On track 15 Jan 2027 to 30 Apr 2027 every month",
        ]
    );
    assert_eq!(page.section("Without a date"), ["Dream of more"]);
    let bars = |row: &str, shape: &str| page.has(&format!("#bar-{row} .lane {shape}"));
    assert!(bars("a1", "rect.bar-bad") && bars("a1", "rect.part") && bars("a1", "line.over"));
    assert!(bars("a1", "svg path.ghost") && bars("p1", "path.bar-plain"));
    assert!(bars("a4", "rect.bar-done") && bars("a2", "rect") && !bars("a3", "rect"));
    assert_eq!(
        page.attributes("#bar-a1 .lane a", "href"),
        ["actions/a1.html"]
    );
    assert!(page.has(".gantt-lines .today"));
    assert_eq!(
        page.texts(".gantt-words .years:not(.brief) text"),
        ["FY 2026", "FY 2027", "FY 2028"]
    );
    assert_eq!(
        page.texts(".gantt-words .quarters text")[..3],
        ["Q1", "Q2", "Q3"]
    );
}

#[test]
fn within_a_group_arrows_lead_to_what_waits_and_across_groups_links_do() {
    let run = two_goals().build().ok();
    let page = run.page("timeline.html");
    assert_eq!(
        page.texts(".gantt-pile > .arrows > g.clash").len(),
        1,
        "A1 to A2"
    );
    assert_eq!(
        page.texts(".gantt-pile > .arrows > g").len(),
        1,
        "none to A4"
    );
    assert_eq!(
        page.attributes("#bar-a2 .gantt-when a", "href"),
        ["#bar-a1", "#bar-a4"]
    );
    assert!(page.has("#bar-a1") && page.has("#bar-a4"));
    assert_eq!(
        page.texts(".gantt-key li").len(),
        6,
        "{:?}",
        page.texts(".gantt-key li")
    );
}

#[test]
fn a_plan_without_dates_has_no_pages_of_time() {
    let run = plan()
        .file("goals/G1.md", "# Read more\n")
        .file(
            "strategies/S1.md",
            "---\nsupports: G1\n---\n# Go where people are\n",
        )
        .file("actions/A1.md", "---\nsupports: S1\n---\n# Read\n")
        .build()
        .ok();
    for page in ["timeline", "roadmap", "work-plans/index", "calendar/index"] {
        assert!(!run.has(&format!("{page}.html")), "{page}");
    }
    let nav = run.page("index.html").texts(".site-nav a");
    assert!(!nav.contains(&"Time".to_owned()), "{nav:?}");
}

#[test]
fn the_navigation_leads_to_the_pages_of_time() {
    let page = small_plan().build().ok().page("index.html");
    let hrefs = ["Timeline", "Roadmap", "Work plans", "Calendar"].map(|name| page.href(name));
    let wanted = [
        "timeline.html",
        "roadmap.html",
        "work-plans/index.html",
        "calendar/index.html",
    ];
    assert_eq!(hrefs, wanted);
    assert_eq!(page.href("Time"), "timeline.html");
}

#[test]
fn the_roadmap_tells_what_begins_and_is_due_in_each_quarter() {
    let page = two_goals().build().ok().page("roadmap.html");
    assert_eq!(page.texts(".road h2"), ["FY 2026", "FY 2027", "FY 2028"]);
    assert_eq!(page.texts(".road:not([open]) h2"), ["FY 2026"]);
    assert_eq!(
        page.texts(".road:nth-of-type(2) thead th"),
        [
            "Q1 Jul to Sept",
            "Q2 Oct to Dec",
            "Q3 Jan to Mar",
            "Q4 Apr to Jun"
        ]
    );
    assert_eq!(
        page.texts(".road:nth-of-type(2) tbody tr:first-child > *"),
        [
            "G1 Read more",
            "Begins A1 Buy a bus",
            "Begins A2 Drive it Due A1 Buy a bus Late",
            "Milestone P1 The bus is here FY 2027 Q3",
            ""
        ]
    );
    assert_eq!(page.texts("thead .current"), ["Q2 Oct to Dec"]);
    assert_eq!(page.href("Work plan FY 2027"), "work-plans/fy2027.html");
}

#[test]
fn a_work_plan_says_who_does_what_by_when_for_how_much_and_measured_by_what() {
    let run = two_goals().build().ok();
    let page = run.page("work-plans/fy2027.html");
    assert_eq!(page.text(".lead"), "1 Jul 2026 to 30 Jun 2027");
    assert_eq!(
        page.texts(".work .group"),
        [
            "Read more S1 Go where people are",
            "Count more S2 Buy abacuses"
        ]
    );
    assert_eq!(
        page.texts(".work tbody tr:nth-child(2) > *")[..7],
        [
            "A1",
            "Buy a bus The bus is here FY 2027 Q3",
            "Maya Okafor Buses",
            "6 Jul 2026 to 30 Oct 2026",
            "3k EUR",
            "Buses",
            "Late At risk"
        ]
    );
    assert_eq!(page.fact("Actions"), "3");
    assert_eq!(
        page.fact("Budgets"),
        "5k EURof these actions, for all their years"
    );
    assert_eq!(page.href("FY 2026"), "fy2026.html");
    assert_eq!(page.href("FY 2028"), "fy2028.html");
    assert!(
        run.page("work-plans/fy2028.html")
            .has("th a[href='../actions/a2.html']")
    );
}

#[test]
fn each_team_has_its_own_work_plan() {
    let run = two_goals().build().ok();
    let page = run.page("work-plans/fy2027-buses.html");
    assert_eq!(
        page.texts(".work tbody tr > th:not([colspan]) > a"),
        ["Buy a bus", "Drive it"]
    );
    assert_eq!(page.text(".lead"), "Buses · 1 Jul 2026 to 30 Jun 2027");
    assert_eq!(page.href("All teams"), "fy2027.html");
    assert!(!run.has("work-plans/fy2027-beads.html") && run.has("work-plans/fy2026-beads.html"));
    let index = run.page("work-plans/index.html");
    assert_eq!(
        index.texts(".plans thead th"),
        ["FY 2026", "FY 2027", "FY 2028"]
    );
    assert_eq!(
        index.texts(".plans tbody th"),
        ["All teams", "Beads", "Buses"]
    );
    assert_eq!(index.texts(".plans .whole b"), ["1", "3", "1"]);
}

#[test]
fn calendar_years_are_called_by_their_number() {
    let run = small_plan().build().ok();
    assert!(run.has("work-plans/2027.html") && !run.has("work-plans/fy2027.html"));
    assert_eq!(run.page("roadmap.html").texts(".road h2"), ["2027"]);
    assert_eq!(
        run.page("timeline.html")
            .texts(".gantt-words .years:not(.brief) text"),
        ["2027"]
    );
}

#[test]
fn an_action_that_is_late_is_still_in_this_years_work_plan() {
    let run = plan()
        .file("goals/G1.md", "# Read more\n")
        .file(
            "actions/A1.md",
            "---\nstatus: active\ndue: 2024-05-31\n---\n# Read\n",
        )
        .build()
        .ok();
    let years = [2024, 2025, 2026, 2027].map(|year| run.has(&format!("work-plans/{year}.html")));
    assert_eq!(years, [true, false, true, false]);
}

#[test]
fn a_month_tells_what_happens_on_its_days() {
    let run = two_goals().build().ok();
    let days = |month: &str| {
        let page = run.page(&format!("calendar/{month}.html"));
        let days = page.texts(".month td:has(li)");
        (page, days)
    };
    let (october, told) = days("2026-10");
    assert_eq!(
        told,
        ["Thu 1 Begins A2 Drive it", "Fri 30 Due A1 Buy a bus Late"]
    );
    assert_eq!(october.texts(".month thead th")[0], "Mon");
    assert_eq!(october.texts(".month tbody tr:first-child td.out").len(), 3);
    assert!(!october.has(".today"));
    assert_eq!(days("2026-04").1, ["Mon 20 Done A4 Find beads"]);
    assert_eq!(
        days("2027-03").1,
        [
            "Mon 1 Review due G1 Read more",
            "Mon 15 Comes again A6 Count the beads",
            "Wed 31 Milestone P1 The bus is here FY 2027 Q3"
        ]
    );
    assert_eq!(days("2027-01").1, ["Fri 15 Begins A6 Count the beads"]);
    assert!(!run.has("calendar/2026-11.html"), "nothing happens then");
    assert_eq!(
        october.href("July 2026"),
        "2026-07.html",
        "first due dates are over"
    );
}

#[test]
fn the_calendar_leads_to_the_months_in_which_something_happens() {
    let run = two_goals().build().ok();
    let page = run.page("calendar/index.html");
    assert_eq!(page.texts(".year h2"), ["2025", "2026", "2027", "2028"]);
    let months = page.attributes(".year:nth-of-type(3) a", "href");
    assert_eq!(
        months,
        [
            "2027-01.html",
            "2027-02.html",
            "2027-03.html",
            "2027-04.html",
            "2027-08.html"
        ]
    );
    assert!(page.has(".current"));
}

#[test]
fn weeks_begin_as_in_the_plans_language() {
    let first = |language: &str| {
        let settings = format!("[plan]\nlanguage = \"{language}\"\n");
        let run = small_plan().file("plan.toml", &settings).build().ok();
        run.page("calendar/2027-03.html").texts(".month thead th")[0].clone()
    };
    assert_eq!(["en", "en-US", "de"].map(first), ["Mon", "Sun", "Mo"]);
}

#[test]
fn in_arabic_time_runs_from_right_to_left() {
    let run = small_plan()
        .file(
            "plan.toml",
            "[plan]\nlanguage = \"ar\"\nstart = 2026-01-01\n",
        )
        .file(
            "actions/A2.md",
            "---\nsupports: S1\nstart: 2026-01-01\ndue: 2026-03-31\n---\n# Ask\n",
        )
        .build()
        .ok();
    let page = run.page("timeline.html");
    let years = page.attributes(".gantt-words .years:not(.brief) text", "x");
    assert_eq!(years[0], "100%", "{years:?}");
}

/// The pages of a plan of any size, by path.
fn pages(items: usize) -> BTreeMap<String, String> {
    let texts: Texts = synthetic(items);
    let build = pipeline::build(&inputs(&texts), &Theme::default(), None).expect("templates work");
    let tree = build.tree.expect("no errors");
    let pages = tree.iter().map(|(path, entry)| {
        let text = entry
            .bytes()
            .map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        (path.as_str().to_owned(), text.unwrap_or_default())
    });
    pages.collect()
}

#[test]
fn a_thousand_bars_are_split_and_no_page_is_heavy() {
    let pages = pages(1300);
    let of_time = |path: &str| {
        ["timeline", "roadmap", "work-plans/", "calendar/"]
            .iter()
            .any(|start| path.starts_with(start))
    };
    let time: Vec<(&String, &String)> = pages.iter().filter(|(path, _)| of_time(path)).collect();
    for (path, html) in &time {
        assert!(html.len() < 220_000, "{path}: {} bytes", html.len());
    }
    let overview = Page::parse(&pages["timeline.html"]);
    assert_eq!(links_to_goals(&overview), 12);
    assert_eq!(
        overview.texts(".gantt-row").len(),
        12 + 104,
        "goals and strategies"
    );
    let goal = Page::parse(&pages["timeline/g1.html"]);
    assert!(goal.texts(".gantt-row").len() > 80);
    let lines = time
        .iter()
        .filter(|(path, _)| path.starts_with("timeline/"));
    let bars = lines.map(|(_, html)| Page::parse(html).texts(".gantt-pile .gantt-row").len());
    assert_eq!(
        bars.sum::<usize>(),
        650 + 390,
        "each action and milestone has one line"
    );
}

/// How many links to timelines of goals a page has.
fn links_to_goals(page: &Page) -> usize {
    let links = page.attributes(".gantt-when a", "href");
    let goals = links.iter().filter(|href| href.starts_with("timeline/g"));
    goals.count()
}

#[test]
fn where_even_the_strategies_are_too_many_the_overview_leads_to_each_goal() {
    let pages = pages(2600);
    let overview = Page::parse(&pages["timeline.html"]);
    assert_eq!(overview.texts(".gantt-row").len(), 12, "goals alone");
    assert_eq!(links_to_goals(&overview), 12);
}
