//! Views of the plan within texts, and rules of the plan's own: a plan in, a
//! page or findings out.

mod support;

use std::time::{Duration, Instant};

use proptest::prelude::*;
use support::memory::{Texts, inputs};
use support::page::Page;
use support::synthetic::synthetic;
use support::{Plan, small_plan};

/// The small plan with two more actions, a risk, and a page with a text.
fn with_page(text: &str) -> Plan {
    small_plan()
        .file("plan.toml", "[fields.district]\nlabel = \"Part of town\"\nlist = true\n")
        .file(
            "actions/A2.md",
            "---\ntitle: Paint <the> bus & more\nsupports: S1\nstatus: active\ndue: 2026-10-31\nowner: Ada Byron\nteam: Streets\npriority: high\n\
             budget: 3k EUR\nprogress: 40\ndistrict: [Old Town, Harbour]\nstart: 2026-05-01\n---\nBlue.\n",
        )
        .file(
            "actions/A3.md",
            "---\nsupports: A1\nstatus: planned\nteam: Shelves\ndistrict: Harbour\npriority: low\n---\n# Build shelves\n\nOf oak.\n",
        )
        .file("risks/R1.md", "---\nthreatens: A1\nlikelihood: 4\nimpact: 4\n---\n# Rain\n\nA lot.\n")
        .file("page.md", &format!("# A page\n\n{text}\n"))
}

/// The page with a view.
#[track_caller]
fn view(block: &str) -> Page {
    let run = with_page(&format!("Before.\n\n```plan\n{block}\n```\n\nAfter."));
    run.build().ok().page("pages/page.html")
}

#[test]
fn a_table_has_a_row_an_item_and_links_to_it() {
    let page = view(
        "filter: item.kind == \"action\"\nsort: -due\ncolumns: [id, title, status, owner, due, progress, budget, priority, supports]",
    );
    assert_eq!(
        page.texts(".view-table thead th"),
        [
            "Id", "Title", "Status", "Owner", "Due", "Progress", "Budget", "Priority", "Supports"
        ]
    );
    assert_eq!(
        page.texts(".view-table tbody th"),
        ["Buy a bus", "Paint <the> bus & more", "Build shelves"]
    );
    assert_eq!(
        page.attributes(".view-table tbody th a", "href"),
        [
            "../actions/a1.html",
            "../actions/a2.html",
            "../actions/a3.html"
        ]
    );
    let cells = page.texts(".view-table tbody tr:nth-child(2) td");
    assert_eq!(
        cells,
        [
            "A2",
            "Active",
            "Ada Byron",
            "31 Oct 2026, late",
            "40 %",
            "3,000 EUR",
            "High",
            "S1"
        ]
    );
    assert!(page.has(".view-table .late") && page.has(".view-table caption"));
    assert!(page.has(".view-table td a[href='../people/ada-byron.html']"));
    assert!(
        !page.text("main").contains("filter"),
        "{}",
        page.text("main")
    );
}

#[test]
fn groups_stand_in_order_and_what_lacks_the_field_comes_last() {
    let page = view("filter: item.kind == \"action\"\ngroup: priority");
    assert_eq!(
        page.texts(".group th"),
        ["Low 1", "High 1", "No priority 1"]
    );
    let page =
        view("filter: item.kind == \"action\"\ngroup: district\nshape: cards\ncolumns: district");
    assert_eq!(
        page.texts(".view-group"),
        ["Harbour 2", "Old Town 1", "No part of town 1"]
    );
    assert_eq!(page.texts(".view-boxes dd")[0], "Old Town, Harbour");
    let page = view("filter: has(item.priority)\ngroup: priority\nsort: -priority");
    assert_eq!(page.texts(".group th"), ["High 1", "Low 1"]);
    let page = view("filter: has(item.due)\ngroup: due");
    assert_eq!(page.texts(".group th"), ["October 2026 1", "March 2027 1"]);
    let page = view("filter: item.kind == \"action\"\ngroup: goals\nshape: list");
    assert_eq!(page.texts(".view-group"), ["G1 Read more 3"]);
}

#[test]
fn lists_numbers_and_timelines() {
    let page = view("shape: list\nfilter: item.late\ntitle: Late & open");
    assert_eq!(page.text(".view-title"), "Late & open");
    assert_eq!(
        page.text(".view-list .row"),
        "A2Paint <the> bus & moreAt risk Ada Byron 31 Oct 2026, late 40 %"
    );
    let page = view("shape: count\nfilter: item.kind == \"action\"\ngroup: status");
    assert_eq!(page.texts("dl.figures dt"), ["Planned", "Active"]);
    assert_eq!(page.texts("dl.figures .big"), ["1", "2"]);
    let page = view("shape: count\nfilter: item.kind == \"milestone\"");
    assert_eq!(page.texts("dl.figures .big"), ["0"]);
    let page = view("shape: timeline\nfilter: item.kind == \"action\"");
    assert_eq!(page.texts(".view-timeline tbody th").len(), 3);
    assert_eq!(
        page.texts(".when-line"),
        [
            "31 Mar 2027 Active",
            "1 May 2026 to 31 Oct 2026, late Active",
            "no due date Planned"
        ]
    );
    assert!(page.has(".view-timeline rect.late") && page.has(".view-timeline circle.open"));
    assert_eq!(page.texts(".scale text")[0], "Jul 2026");
}

#[test]
fn a_matrix_shows_what_has_to_do_with_what() {
    let page = view("shape: matrix\nrows: action\ncolumns: action");
    assert_eq!(page.texts(".view-matrix thead th"), ["A1", "A2", "A3"]);
    let page = view("shape: matrix\nrows: action\ncolumns: strategy");
    assert_eq!(
        page.texts(".view-matrix tbody td"),
        ["directly", "directly", "through others"]
    );
    let page = view("shape: matrix\nrows: risk\ncolumns: goal\ntitle: Risks to goals");
    assert_eq!(page.texts(".view-matrix tbody td"), ["through others"]);
    let page = view("shape: matrix\nrows: action\ncolumns: measure");
    assert!(page.has(".view-matrix tr.gap") && !page.has("td .bond"));
}

#[test]
fn an_empty_view_says_so_and_a_long_one_says_what_is_left_out() {
    let page = view("filter: item.kind == \"milestone\"");
    assert_eq!(
        page.text(".view-note"),
        "Nothing in the plan fits this at present."
    );
    let page = view("limit: 2");
    assert_eq!(page.texts(".view-table tbody tr").len(), 2);
    assert_eq!(page.text(".view-note"), "5 more are not shown.");
    let run = with_page("```plan\nfilter: item.due < today\n```").build();
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let note = run.page("pages/page.html").text(".view-note");
    assert_eq!(
        note,
        "5 items are left out, as the filter cannot be worked out there."
    );
}

#[test]
fn a_view_stands_in_any_text_beside_html_and_in_lists_and_quotes() {
    let block = "```plan\nshape: list\nfilter: item.id == \"A1\"\n```\n";
    let quoted = "> ```plan\n> shape: list\n> filter: item.id == \"A2\"\n> ```\n";
    let listed = "- one\n\n  ```plan\n  shape: list\n  filter: item.id == \"A3\"\n  ```\n";
    let text = format!("<b onclick=\"x()\">raw</b>\n\n{block}\n{quoted}\n{listed}");
    let run = with_page(&text)
        .file("index.md", &format!("---\ntitle: Our plan\n---\n{block}"))
        .file(
            "goals/G1.md",
            &format!("# Read more\n\n{block}\nMore people read.\n"),
        )
        .build()
        .ok();
    let page = run.page("pages/page.html");
    assert_eq!(
        page.texts(".view-list .row a"),
        ["Buy a bus", "Paint <the> bus & more", "Build shelves"]
    );
    assert!(page.has("blockquote .view-list") && page.has("li .view-list"));
    assert!(!page.has("[onclick]"));
    assert_eq!(run.page("index.html").href("Buy a bus"), "actions/a1.html");
    let goal = run.page("goals/g1.html");
    assert!(
        goal.has(".view-list") && !goal.text("main").contains("shape:"),
        "{}",
        goal.text("main")
    );
}

#[test]
fn html_that_is_never_closed_does_not_let_a_view_into_a_tag() {
    let run = with_page("<p title=\"\n\n```plan\nshape: list\n```\n\n\">x</p>\n")
        .build()
        .ok();
    let page = run.page("pages/page.html");
    assert!(!page.has(".view-list"), "{}", page.text("main"));
    assert!(
        page.attributes("p", "title")
            .iter()
            .all(|title| !title.contains("section"))
    );
}

#[test]
fn a_rule_of_the_plan_s_own_goes_by_its_name() {
    let plan = with_page("Text.").file(
        "plan.toml",
        "[fields.district]\nlist = true\n[[rules]]\nname = \"two-districts\"\nwhen = 'size(item.district) > 1'\n\
         message = \"{title} is in {district}\"\nlevel = \"error\"\n",
    );
    plan.check_for("two-districts")
        .code(1)
        .finds("error[two-districts]: Paint <the> bus & more is in Old Town, Harbour");
    let shown = plan.run(&["check", ".", "--today", support::TODAY]);
    assert!(
        shown.stdout.contains("error[two-districts]"),
        "{}",
        shown.stdout
    );
    let allowed = with_page("Text.").file(
        "plan.toml",
        "[fields.district]\nlist = true\n[[rules]]\nname = \"two-districts\"\nwhen = 'size(item.district) > 1'\n\
         message = \"{title} is in {district}\"\n[checks]\ntwo-districts = \"info\"\n",
    );
    allowed
        .check_for("two-districts")
        .ok()
        .finds("info[two-districts]");
}

#[test]
fn hostile_blocks_and_rules_are_bounded() {
    let bomb = "[1,2,3,4,5,6,7,8,9]".to_owned() + &".map(x, [x, x, x, x, x, x, x, x])".repeat(40);
    for filter in [
        format!("size({bomb}) > 0"),
        "(".repeat(900) + &")".repeat(900),
        "!".repeat(1_900) + "item.late",
        "item.title.matches('((a{9}){9}){9}')".to_owned(),
        "item.title.matches('\\\\pL{20}')".to_owned(),
        "item.above.all(a, item.above.all(b, item.above.all(c, a != b && b != c)))".to_owned(),
        "x".repeat(1_000_000),
    ] {
        let mut texts = synthetic(1_000);
        texts.insert(
            "page.md".to_owned(),
            format!("# Page\n\n```plan\nfilter: |\n  {filter}\n```\n"),
        );
        let begun = begin();
        planwright::pipeline::check(&inputs(&texts));
        let taken = begun.elapsed();
        assert!(
            taken < Duration::from_secs(10),
            "{taken:?} for {}",
            &filter[..40.min(filter.len())]
        );
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "what hangs is found by the clock"
)]
fn begin() -> Instant {
    Instant::now()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_block_panics(block in "[ -~\n\u{e4}]{0,120}", indent in 0usize..5, mark in "(> |- |)") {
        let lines: String = format!("```plan\n{block}\n```\n").lines().fold(String::new(), |text, line| {
            text + &mark + &" ".repeat(indent) + line + "\n"
        });
        no_panic(&lines);
    }

    #[test]
    fn no_settings_panic(lines in prop::collection::vec(prop::sample::select(vec![
        "shape: matrix", "shape: timeline", "shape: count", "rows: goal", "columns: goal", "columns: [title, due]",
        "filter: item.late", "filter: item.due < today", "filter:", "sort: [-due, title]", "group: due", "group: goals",
        "limit: 1", "limit: x", "title: \"\"", "expect: some", "  bad", "- x", "? y", "\t",
    ]), 0..7)) {
        no_panic(&format!("```plan\n{}\n```\n", lines.join("\n")));
    }
}

/// A plan with a text is checked, and built where it is sound.
fn no_panic(text: &str) {
    let mut texts: Texts = synthetic(20);
    texts.insert("page.md".to_owned(), format!("# Page\n\n{text}"));
    let theme = planwright::theme::Theme::default();
    let built = planwright::pipeline::build(&inputs(&texts), &theme, None);
    assert!(built.is_ok(), "the templates work");
}
