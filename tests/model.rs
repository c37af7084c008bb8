//! What the fields of the format mean, seen on the pages.

mod support;

use support::{Plan, Run, plan, small_plan};

/// The small plan with one more action.
fn with_action(fields: &str) -> Plan {
    small_plan().file(
        "actions/A2.md",
        &format!("---\nsupports: S1\n{fields}\n---\n# Two\n\nText.\n"),
    )
}

/// The page of that action.
#[track_caller]
fn action_with(fields: &str) -> support::page::Page {
    with_action(fields).build().ok().page("actions/a2.html")
}

mod statuses {
    use super::{action_with, with_action};

    #[test]
    fn case_and_hyphens_do_not_matter() {
        for written in ["on-hold", "On Hold", "ON_HOLD", "onhold"] {
            assert_eq!(
                action_with(&format!("status: {written}")).fact("Status"),
                "On hold"
            );
        }
    }

    #[test]
    fn plan_toml_renames_and_adds() {
        let plan = with_action("status: procurement")
            .file("plan.toml", "[statuses.active]\nlabel = \"Under way\"\n[statuses.procurement]\nlabel = \"Buying\"\nis = \"active\"\n");
        let run = plan.build().ok();
        assert_eq!(run.page("actions/a1.html").fact("Status"), "Under way");
        let page = run.page("actions/a2.html");
        assert_eq!(page.fact("Status"), "Buying");
        assert!(page.has("dd .mark.active"), "it counts as the state it is");
    }

    #[test]
    fn an_unknown_one_is_mended() {
        with_action("status: actve")
            .check()
            .code(1)
            .finds("did you mean `active`?");
    }
}

mod dates {
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
}

/// A goal with two strategies, each with an action.
fn tree(first: &str, second: &str) -> Run {
    plan()
        .file("plan.toml", "[plan]\ncurrency = \"EUR\"\n")
        .file("goals/G1.md", "# Goal\n\nText.\n")
        .file(
            "strategies/S1.md",
            "---\nsupports: G1\n---\n# First\n\nText.\n",
        )
        .file(
            "strategies/S2.md",
            "---\nsupports: {id: G1, weight: 3}\n---\n# Second\n\nText.\n",
        )
        .file(
            "actions/A1.md",
            &format!("---\nsupports: S1\n{first}\n---\n# Do this\n"),
        )
        .file(
            "actions/A2.md",
            &format!("---\nsupports: S2\n{second}\n---\n# Do that\n"),
        )
        .build()
        .ok()
}

mod roll_up {
    use super::{action_with, plan, tree, with_action};

    #[test]
    fn progress_is_weighted() {
        let run = tree("status: done", "status: active");
        assert!(
            run.page("strategies/s1.html")
                .fact("Progress")
                .starts_with("100 %")
        );
        assert!(
            run.page("goals/g1.html")
                .fact("Progress")
                .starts_with("25 %")
        );
    }

    #[test]
    fn progress_comes_from_the_task_list_else_from_the_status() {
        let task_list = "progress: auto\nstatus: active\n---\n- [x] one\n- [ ] two\n- [ ] three\n- [x] four\n\n---";
        assert!(action_with(task_list).fact("Progress").starts_with("50 %"));
        assert!(
            action_with("progress: 30")
                .fact("Progress")
                .starts_with("30 %")
        );
        assert!(
            action_with("status: planned")
                .fact("Progress")
                .starts_with("0 %")
        );
        with_action("progress: 130").check().code(1).finds("130");
    }

    #[test]
    fn what_is_dropped_does_not_count() {
        let run = tree("status: done", "status: dropped");
        assert!(
            run.page("goals/g1.html")
                .fact("Progress")
                .starts_with("100 %")
        );
    }

    #[test]
    fn money_adds_up_in_its_currency() {
        let run = tree("budget: 12k\nspent: 1500", "budget: 1.2M EUR");
        let goal = run.page("goals/g1.html");
        let digits = |text: String| {
            text.chars()
                .filter(char::is_ascii_digit)
                .collect::<String>()
        };
        assert_eq!(digits(goal.fact("Budget")), "1212000");
        assert_eq!(digits(goal.fact("Spent")), "1500");
        assert!(goal.fact("Budget").contains("sum of its parts"));
        with_action("budget: a lot").check().code(1).finds("a lot");
    }

    #[test]
    fn money_of_several_currencies_is_not_mixed() {
        let goal = tree("budget: 10 EUR", "budget: 20 USD")
            .page("goals/g1.html")
            .fact("Budget");
        assert!(
            goal.contains("10") && goal.contains("20") && !goal.contains("30"),
            "{goal}"
        );
    }

    #[test]
    fn money_that_serves_two_is_not_counted_twice() {
        let run = plan()
            .file("goals/G1.md", "# One\n")
            .file("goals/G2.md", "# Two\n")
            .file(
                "strategies/S1.md",
                "---\nsupports: [G1, {id: G2, weight: 3}]\nbudget: 1000 EUR\n---\n# Both\n",
            )
            .build()
            .ok();
        assert!(run.page("goals/g1.html").fact("Budget").contains("250"));
        assert!(run.page("goals/g2.html").fact("Budget").contains("750"));
    }

    #[test]
    fn health_follows_the_parts() {
        let run = tree(
            "status: active\ndue: 2026-01-31",
            "status: active\ndue: 2027-01-31",
        );
        assert!(
            run.page("strategies/s1.html")
                .fact("Health")
                .starts_with("Off track")
        );
        assert!(
            run.page("strategies/s2.html")
                .fact("Health")
                .starts_with("On track")
        );
        assert!(
            run.page("goals/g1.html")
                .fact("Health")
                .starts_with("At risk"),
            "a quarter of the weight is off track"
        );
    }

    #[test]
    fn a_stated_health_stands_beside_the_computed_one() {
        let health = action_with("status: active\ndue: 2026-01-31\nhealth: at-risk\nhealth_note: One signature\nas_of: 2026-11-20").fact("Health");
        for words in [
            "At risk",
            "One signature",
            "20 Nov 2026",
            "By the figures: Off track",
        ] {
            assert!(health.contains(words), "{words} in {health}");
        }
    }
}

mod measures {
    use super::{Plan, plan};

    fn measure(fields: &str) -> Plan {
        plan().file("goals/G1.md", "# Goal\n\nText.\n").file(
            "measures/M1.md",
            &format!("---\nmeasures: G1\nunit: \"%\"\n{fields}\n---\n# Happy people\n\nText.\n"),
        )
    }

    const LINE: &str =
        "baseline: {value: 40, on: 2025-12-31}\ntarget: {value: 80, on: 2027-12-31}\n";

    #[test]
    fn attainment_expectation_and_forecast_are_shown() {
        let readings = "readings:\n  - {on: 2026-03-31, value: 45}\n  - {on: 2026-06-30, value: 50}\n  - {on: 2026-09-30, value: 60}\n";
        let page = measure(&format!("{LINE}{readings}"))
            .build()
            .ok()
            .page("measures/m1.html");
        assert!(page.fact("Latest reading").starts_with("60 %"));
        assert!(
            page.fact("Attainment").starts_with("50 %"),
            "20 of 40: {}",
            page.fact("Attainment")
        );
        assert!(
            page.fact("Expected by then").starts_with("55 %"),
            "273 of 730 days: {}",
            page.fact("Expected by then")
        );
        assert!(page.fact("Health").starts_with("On track"));
        assert_eq!(page.fact("Baseline"), "40 % on 31 Dec 2025");
        assert!(page.fact("Target").starts_with("80 % on 31 Dec 2027"));
        assert!(
            page.fact("Target").contains("the trend leads to 97 %"),
            "{}",
            page.fact("Target")
        );
        assert!(page.has("figure.chart svg"));
    }

    #[test]
    fn readings_come_from_a_file() {
        let plan = measure(&format!("{LINE}readings: readings/m1.csv")).file(
            "readings/m1.csv",
            "date,value,note\r\n2026-06-30,30,\"A bad, bad month\"\r\n2026-Q3,35\r\n",
        );
        let page = plan.build().ok().page("measures/m1.html");
        assert_eq!(page.texts(".data tbody th"), ["30 Jun 2026", "30 Sep 2026"]);
        assert_eq!(
            page.texts(".data tbody td:last-child"),
            ["A bad, bad month", ""]
        );
        assert!(
            page.fact("Health").starts_with("Off track"),
            "it falls where it is to rise"
        );
    }

    #[test]
    fn a_fall_can_be_what_is_wanted() {
        let fields = "baseline: {value: 80, on: 2025-12-31}\ntarget: {value: 40, on: 2027-12-31}\nreadings:\n  - {on: 2026-12-31, value: 60}\n  - {on: 2026-06-30, value: 70}\n";
        let page = measure(fields).build().ok().page("measures/m1.html");
        assert!(
            page.fact("Attainment").starts_with("25 %"),
            "the future does not count yet"
        );
        assert!(page.fact("Health").starts_with("On track"));
    }

    #[test]
    fn thresholds_are_the_plans_own() {
        let reading = "readings:\n  - {on: 2026-12-31, value: 55}\n";
        let health = |toml: &str| {
            let plan = measure(&format!("{LINE}{reading}")).file("plan.toml", toml);
            let run = plan
                .run(&["build", "--today", "2027-01-01", "--out", "../public"])
                .ok();
            run.page("measures/m1.html").fact("Health")
        };
        assert!(health("").starts_with("At risk"), "15 of 20 are 75 %");
        assert!(health("[health]\nat_risk = 70\noff_track = 50\n").starts_with("On track"));
        assert!(health("[health]\nat_risk = 99\noff_track = 80\n").starts_with("Off track"));
    }
}

mod triggers {
    use super::small_plan;

    #[track_caller]
    fn state(trigger: &str) -> (String, bool) {
        let run = small_plan()
            .file(
                "contingencies/B1.md",
                &format!("---\nanswers: A1\ntrigger: {trigger}\n---\n# Rent a bus\n\nText.\n"),
            )
            .build()
            .ok();
        let page = run.page("contingencies/b1.html");
        let home = run.page("index.html");
        (
            page.text("dl.figures .mark"),
            home.texts(".decisions .title")
                .contains(&"B1 Rent a bus".to_owned()),
        )
    }

    #[test]
    fn armed_tripped_or_expired() {
        for (trigger, shown) in [
            ("{measure: M1, below: 110, by: 2026-12-31}", "Armed"),
            ("{measure: M1, below: 130}", "Tripped"),
            ("{measure: M1, above: 110}", "Tripped"),
            ("{measure: M1, below: 110, by: 2026-09-30}", "Expired"),
            ("{item: A1, later_than: 30d}", "Armed"),
            ("When the bus breaks down", "Watched by people"),
        ] {
            assert_eq!(
                state(trigger),
                (shown.to_owned(), shown == "Tripped"),
                "{trigger}"
            );
        }
    }

    #[test]
    fn lateness_trips_after_its_days() {
        let on = |day| {
            let plan = small_plan().file(
                "contingencies/B1.md",
                "---\nanswers: A1\ntrigger: {item: A1, later_than: 30d}\n---\n# B\n",
            );
            let run = plan
                .run(&["build", "--today", day, "--out", "../public"])
                .ok();
            run.page("contingencies/b1.html").text("dl.figures .mark")
        };
        assert_eq!(on("2027-04-30"), "Armed");
        assert_eq!(on("2027-05-01"), "Tripped");
    }

    #[test]
    fn it_is_shown_on_the_risk() {
        let run = small_plan()
            .file(
                "risks/R1.md",
                "---\nthreatens: G1\nlikelihood: 4\nimpact: 5\nresponse: reduce\n---\n# Rain\n",
            )
            .file(
                "contingencies/B1.md",
                "---\nanswers: R1\ntrigger: {measure: M1, below: 130}\n---\n# Umbrella\n",
            )
            .build()
            .ok();
        let risk = run.page("risks/r1.html");
        assert_eq!(risk.section("Plan Bs"), ["Umbrella"]);
        assert!(risk.text("main").contains("When M1 reads below 130 loans"));
        assert!(risk.has(".mark.tripped"));
        assert_eq!(risk.fact("Score"), "20 of 25");
        assert_eq!(risk.fact("Response"), "reduce");
    }

    #[test]
    fn half_a_condition_is_found() {
        let plan = small_plan().file(
            "contingencies/B1.md",
            "---\nanswers: A1\ntrigger: {measure: M1}\n---\n# B\n\nText.\n",
        );
        plan.check()
            .code(1)
            .finds("contingencies/B1.md:3:10: error[S004]");
    }
}

mod own_fields {
    use super::with_action;

    const FIELDS: &str = "[plan]\ncurrency = \"EUR\"\n[fields.grant]\ntype = \"money\"\n[fields.reach]\nlabel = \"People reached\"\ntype = \"number\"\n\
        [fields.approved]\ntype = \"date\"\n[fields.legal]\ntype = \"bool\"\n[fields.area]\ntype = \"term\"\nvalues = [\"North\", \"South\"]\nlist = true\n\
        [fields.sponsor]\ntype = \"person\"\nkinds = [\"action\"]\n[fields.brief]\ntype = \"link\"\n[people.mo]\nname = \"Maya Okafor\"\n";

    #[test]
    fn each_is_shown_as_what_it_is() {
        let fields = "grant: 12k\nreach: 1200\napproved: 2026-05\nlegal: yes\narea: [north, South]\nsponsor: mo\nbrief: G1";
        let page = with_action(fields)
            .file("plan.toml", FIELDS)
            .build()
            .ok()
            .page("actions/a2.html");
        assert!(
            page.fact("grant").contains("12,000"),
            "{}",
            page.fact("grant")
        );
        assert_eq!(page.fact("People reached"), "1,200");
        assert_eq!(page.fact("approved"), "May 2026");
        assert_eq!(page.fact("legal"), "yes");
        assert_eq!(page.fact("area"), "North, South");
        assert_eq!(page.href("Maya Okafor"), "../people/maya-okafor.html");
        assert_eq!(page.href("G1 Read more"), "../goals/g1.html");
    }

    #[test]
    fn what_does_not_fit_is_found() {
        for (field, words) in [
            ("grant: some", "some"),
            ("reach: many", "many"),
            ("approved: soon", "soon"),
            ("legal: perhaps", "perhaps"),
            ("area: Nort", "did you mean `North`?"),
            ("reach: [1, 2]", "list"),
            ("raech: 3", "did you mean `reach`?"),
        ] {
            let run = with_action(field).file("plan.toml", FIELDS).check().code(1);
            run.finds("actions/A2.md:3:");
            run.finds(words);
        }
    }

    #[test]
    fn a_field_is_for_its_kinds_and_may_be_required() {
        let toml = "[fields.sponsor]\ntype = \"person\"\nkinds = [\"goal\"]\nrequired = true\n";
        let run = with_action("sponsor: Maya")
            .file("plan.toml", toml)
            .check()
            .code(1);
        let codes: Vec<bool> = ["S004", "S005"]
            .iter()
            .map(|code| run.stdout.contains(code))
            .collect();
        assert_eq!(
            codes,
            [true, true],
            "wrong on an action, missing on a goal: {}",
            run.stdout
        );
    }
}

mod kinds {
    use super::{plan, small_plan};

    #[test]
    fn a_kind_of_the_plans_own() {
        let run = small_plan()
            .file(
                "plan.toml",
                "[kinds.initiative]\nlabel = \"Initiative\"\nsupports = [\"strategy\"]\n",
            )
            .file("initiatives/I1.md", "---\nsupports: S1\n---\n# Buses\n")
            .file("actions/A2.md", "---\nsupports: I1\n---\n# Paint them\n")
            .build()
            .ok();
        assert_eq!(run.page("initiatives/index.html").text("h1"), "Initiatives");
        let line = run.page("actions/a2.html").texts(".thread li");
        assert_eq!(
            line[1..],
            ["G1 Read more", "S1 Go where people are", "I1 Buses"]
        );
    }

    #[test]
    fn a_built_in_kind_under_another_name() {
        let run = plan()
            .file(
                "plan.toml",
                "[kinds.strategy]\nlabel = \"Practice\"\nfolder = \"practices\"\n",
            )
            .file("goals/G1.md", "# Goal\n")
            .file("practices/P1.md", "---\nsupports: G1\n---\n# By folder\n")
            .file(
                "x/P2.md",
                "---\nkind: practice\nsupports: G1\n---\n# By its new name\n",
            )
            .file(
                "x/P3.md",
                "---\nkind: strategy\nsupports: G1\n---\n# By its old name\n",
            )
            .build()
            .ok();
        let listing = run.page("practices/index.html");
        assert_eq!(listing.text("h1"), "Practices");
        assert_eq!(
            listing.texts("tbody th"),
            ["By folder", "By its new name", "By its old name"]
        );
        assert_eq!(run.page("practices/p1.html").text(".kind"), "Practice P1");
        assert!(
            run.page("goals/g1.html")
                .text("main")
                .contains("Carried by 3 practices")
        );
    }

    #[test]
    fn a_kind_that_is_off_or_unknown() {
        let plan = small_plan().file("plan.toml", "[kinds.objective]\nenabled = false\n");
        plan.file("x/o.md", "---\nkind: objective\n---\n# O\n\nText.\n")
            .check()
            .code(1)
            .finds("x/o.md:2:7: error[S006]");
        let unknown = small_plan().file("x/o.md", "---\nkind: gaol\n---\n# O\n\nText.\n");
        unknown.check().code(1).finds("did you mean `goal`?");
    }

    #[test]
    fn items_are_in_the_order_of_their_numbers() {
        let folder = plan();
        for id in ["A10", "A2", "A1.10", "A1.9", "A1"] {
            folder.write(&format!("actions/{id}.md"), format!("# Title of {id}\n"));
        }
        let listing = folder.build().ok().page("actions/index.html");
        assert_eq!(
            listing.texts("tbody td .id"),
            ["A1", "A1.9", "A1.10", "A2", "A10"]
        );
    }
}

mod people {
    use super::with_action;

    #[test]
    fn everybody_has_a_page_with_what_they_do() {
        let fields = "owner: M. Okafor\ncontributors: [Ann, Bob]\nconsulted: Cy\ninformed: [Di]\nstatus: active\ndue: 2026-01-31";
        let toml = "[people.maya]\nname = \"Maya Okafor\"\nrole = \"Director\"\nteam = \"Office\"\nemail = \"m@example.org\"\naliases = [\"M. Okafor\"]\n";
        let run = with_action(fields).file("plan.toml", toml).build().ok();
        let maya = run.page("people/maya-okafor.html");
        assert_eq!(maya.section("Late"), ["Two"]);
        assert_eq!(maya.section("Due next"), ["Buy a bus"]);
        assert_eq!(maya.href("Office"), "../teams/office.html");
        for (page, heading) in [
            ("people/ann.html", "Contributes to"),
            ("people/bob.html", "Contributes to"),
            ("people/cy.html", "Is consulted on"),
            ("people/di.html", "Is informed of"),
        ] {
            assert_eq!(run.page(page).section(heading), ["Two"], "{page}");
        }
        assert_eq!(
            run.page("teams/office.html").section("Late"),
            ["Two"],
            "the team is the owner's"
        );
        let people = run.page("people/index.html");
        assert_eq!(people.href("Maya Okafor"), "maya-okafor.html");
        let action = run.page("actions/a2.html");
        assert_eq!(action.fact("Accountable"), "Maya OkaforDirector");
        assert_eq!(action.fact("Contributing"), "Ann, Bob");
    }
}

mod families {
    use super::with_action;

    #[test]
    fn a_plan_within_the_plan_has_a_home_of_its_own() {
        let toml = "[plans.marketing]\ntitle = \"The campaign\"\nhorizon = \"tactical\"\nowner = \"Maya Okafor\"\nsummary = \"Posters.\"\n\
                    [plans.hiring]\ntitle = \"New people\"\nfolder = \"hiring\"\n";
        let run = with_action("plan: marketing")
            .file("plan.toml", toml)
            .file(
                "hiring/actions/h1.md",
                "---\nsupports: S1\n---\n# Advertise\n",
            )
            .build()
            .ok();
        let campaign = run.page("plans/marketing.html");
        assert_eq!(campaign.text("h1"), "The campaign");
        assert_eq!(campaign.text(".page-head .kind"), "Tactical plan");
        assert_eq!(campaign.section("Actions"), ["Two"]);
        assert_eq!(
            run.page("plans/hiring.html").section("Actions"),
            ["Advertise"]
        );
        assert_eq!(
            run.page("actions/a2.html").href("The campaign"),
            "../plans/marketing.html"
        );
        assert_eq!(
            run.page("index.html").href("The campaign"),
            "plans/marketing.html"
        );
    }

    #[test]
    fn an_unknown_one_is_mended() {
        let plan = with_action("plan: maketing").file("plan.toml", "[plans.marketing]\n");
        plan.check().code(1).finds("did you mean `marketing`?");
    }
}

mod home {
    use super::plan;

    #[test]
    fn the_plan_on_a_page() {
        let run = plan()
            .file(
                "index.md",
                "---\ntitle: Open Doors\nvision: A door for everyone\nmission: We open them\nvalues:\n  - {name: Careful, text: We knock.}\n\
                 stakeholders:\n  - {name: Staff, role: performer, text: Do it.}\n  - {name: Readers, role: beneficiary, text: Gain.}\n---\nAbout [[G1]].\n",
            )
            .file("goals/G1.md", "# A goal\n")
            .file("actions/A1.md", "---\nstatus: active\ndue: 2026-01-31\n---\n# A late action\n")
            .build()
            .ok();
        let home = run.page("index.html");
        assert_eq!(home.text("title"), "Open Doors");
        assert!(home.text("h1").contains("A door for everyone"));
        assert_eq!(home.fact("Careful"), "We knock.");
        assert!(home.fact("Staff").contains("Do it.") && home.fact("Readers").contains("Gain."));
        assert_eq!(home.texts(".goal h3"), ["G1A goal"]);
        assert_eq!(home.texts(".decisions .title"), ["A1 A late action"]);
        assert_eq!(home.text(".prose"), "About A goal.");
    }

    #[test]
    fn a_page_that_would_be_empty_does_not_exist() {
        let run = plan()
            .file("goals/G1.md", "# A goal\n\nText.\n")
            .build()
            .ok();
        for page in [
            "people/index.html",
            "actions/index.html",
            "risks/index.html",
        ] {
            assert!(!run.has(page), "{page}");
        }
        assert!(
            !run.page("index.html")
                .texts("nav a")
                .contains(&"People".to_owned())
        );
    }
}

mod settings {
    use super::small_plan;

    #[test]
    fn unknown_and_wrong_settings_are_found_at_their_place() {
        for (toml, place, words) in [
            (
                "[plna]\ntitle = \"x\"\n",
                "plan.toml:1:2: error[S003]",
                "did you mean `plan`?",
            ),
            (
                "[plan]\ntitel = \"x\"\n",
                "plan.toml:2:1: error[S003]",
                "did you mean `title`?",
            ),
            (
                "[plan]\nlanguage = \"english!\"\n",
                "plan.toml:2:12: error[S004]",
                "language",
            ),
            (
                "[site]\naccent = \"red\"\n",
                "plan.toml:2:10: error[S004]",
                "#0b6e6e",
            ),
            (
                "[plan]\nstart = 2027\nend = 2026\n",
                "plan.toml:3:7: error[S004]",
                "ends before it starts",
            ),
            ("[plan\n", "plan.toml:1:", "S002"),
        ] {
            let run = small_plan().file("plan.toml", toml).check().code(1);
            run.finds(place);
            run.finds(words);
        }
    }

    #[test]
    fn levels_are_the_plans_own() {
        let with = |toml: &str| {
            small_plan()
                .file("actions/A2.md", "# Loose\n\nText.\n")
                .file("plan.toml", toml)
                .check()
        };
        assert!(
            with("").ok().stdout.contains("actions/A2.md:1:"),
            "an orphan is a warning"
        );
        with("[checks]\norphan = \"error\"\n")
            .code(1)
            .finds("error[T001]");
        assert_eq!(with("[checks]\nT001 = \"off\"\n").ok().findings(), [""; 0]);
        assert_eq!(
            with("[checks.paths.\"actions/**\"]\nT = \"off\"\n")
                .ok()
                .findings(),
            [""; 0]
        );
    }

    #[test]
    fn a_finding_can_be_accepted_with_a_reason() {
        let with = |allow: &str| {
            small_plan()
                .file(
                    "actions/A2.md",
                    &format!("---\nallow: {{{allow}}}\n---\n# Loose\n\nText.\n"),
                )
                .check()
        };
        assert_eq!(with("T001: it is a chore").ok().findings(), [""; 0]);
        with("T001: \"\"").code(1);
        assert!(
            with("T001: a chore, T003: by habit")
                .ok()
                .stdout
                .contains("S015"),
            "one that accepts nothing is found"
        );
    }
}
