use super::{action_with, small_plan, with_action};

#[test]
fn periods_end_on_their_last_day() {
    for (written, shown, last) in [
        ("2026-12-15", "15 Dec 2026", "2026-12-15"),
        ("2027-02", "Feb 2027", "2027-02-28"),
        ("2026-Q4", "Q4 2026", "2026-12-31"),
        ("2027", "2027", "2027-12-31"),
    ] {
        let page = action_with(&format!("due: {written}"));
        assert_eq!(page.text("dl.figures time"), shown);
        assert_eq!(page.attributes("dl.figures time", "datetime"), [last]);
    }
}

#[test]
fn a_fiscal_year_ends_with_its_last_month() {
    let last_day = |start: &str, due: &str| {
        let plan = with_action(&format!("due: {due}"));
        let plan = plan.file(
            "plan.toml",
            &format!("[plan]\nfiscal_year_start = \"{start}\"\n"),
        );
        plan.build()
            .ok()
            .page("actions/a2.html")
            .attributes("dl.figures time", "datetime")
            .concat()
    };
    assert_eq!(last_day("07-01", "FY27"), "2027-06-30");
    assert_eq!(last_day("10-01", "FY27"), "2027-09-30");
    assert_eq!(last_day("07-01", "FY2027-Q1"), "2026-09-30");
    assert_eq!(last_day("07-01", "FY26..FY28"), "2028-06-30");
    assert_eq!(last_day("01-01", "FY27"), "2027-12-31");
}

#[test]
fn what_is_late_is_said() {
    let page = action_with("status: active\ndue: 2026-11-22");
    assert_eq!(page.fact("Due"), "22 Nov 2026, late");
    assert_eq!(
        action_with("status: active\ndue: 2026-11-23").fact("Due"),
        "23 Nov 2026",
        "not on the day itself"
    );
    assert_eq!(
        action_with("status: done\ndue: 2026-11-22").fact("Due"),
        "22 Nov 2026",
        "not when it is done"
    );
}

#[test]
fn slippage_shows_both_dates() {
    let page = action_with("due: 2027-01-31\ndue_was: [2026-10-31, 2026-12-31]");
    let due = page.fact("Due");
    assert_eq!(page.texts("dl.figures del"), ["31 Oct 2026", "31 Dec 2026"]);
    assert!(
        due.contains("31 Jan 2027") && due.contains("moved twice, by 92 days"),
        "{due}"
    );
}

#[test]
fn an_event_is_never_shown_as_a_date() {
    let run = with_action("due_when: 90 days after 2026-12-01")
        .build()
        .ok();
    let page = run.page("actions/a2.html");
    assert_eq!(page.fact("Due"), "90 days after 2026-12-01");
    assert!(!page.has("dl.figures time"));
    assert_eq!(
        run.page("actions/index.html").texts("tr:nth-child(2) time"),
        [""; 0]
    );
}

#[test]
fn repeats_are_told_in_words() {
    assert!(
        action_with("repeats: quarterly")
            .fact("Due")
            .contains("quarter")
    );
    let rule = action_with("repeats: FREQ=MONTHLY;INTERVAL=2").fact("Due");
    assert!(rule.contains("2 months"), "{rule}");
    with_action("repeats: sometimes")
        .check()
        .code(1)
        .finds("actions/A2.md:3:10: error[S004]");
}

#[test]
fn a_date_that_is_none_is_found() {
    for (written, words) in [
        ("2026-02-30", "30"),
        ("soon", "soon"),
        ("31.12.2026", "2026-12-31"),
        ("2026-Q5", "Q5"),
    ] {
        with_action(&format!("due: {written}"))
            .check()
            .code(1)
            .finds(words);
    }
}

#[test]
fn review_and_completion_are_shown() {
    let page = action_with("status: done\ncompleted: 2026-05-04\nreviewed: 2026-06-01");
    assert!(page.fact("Status").contains("4 May 2026"));
    assert_eq!(page.fact("Reviewed"), "1 Jun 2026");
    assert!(
        small_plan()
            .build()
            .ok()
            .page("actions/a1.html")
            .maybe_fact("Reviewed")
            .is_none()
    );
}
