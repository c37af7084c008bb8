//! The commands, as somebody at a terminal meets them.

mod support;

use support::{Run, plan, planwright, small_plan, stamps};
use tempfile::TempDir;

/// Any command, in an empty folder.
fn nowhere(args: &[&str]) -> Run {
    let folder = TempDir::new().expect("a folder");
    planwright(folder.path(), args)
}

mod help {
    use super::nowhere;

    #[test]
    fn it_teaches_by_example() {
        let help = nowhere(&["--help"]).ok().stdout;
        for words in [
            "Examples:",
            "planwright init my-plan",
            "planwright build my-plan --out public",
            "Exit codes:",
        ] {
            assert!(help.contains(words), "{words} in {help}");
        }
        for command in ["build", "check", "explain", "init", "new", "completions"] {
            let help = nowhere(&[command, "--help"]).ok().stdout;
            assert!(
                help.contains(&format!("  planwright {command}")),
                "{command} has no example: {help}"
            );
        }
    }

    #[test]
    fn a_slip_gets_a_tip_and_exit_code_2() {
        let run = nowhere(&["biuld"]).code(2);
        assert!(run.stderr.contains("'build'"), "{}", run.stderr);
        let run = nowhere(&["build", "--today", "tomorrow"]).code(2);
        assert!(run.stderr.contains("--today"), "{}", run.stderr);
    }

    #[test]
    fn shells_and_man_know_all_commands() {
        for shell in ["bash", "zsh", "fish"] {
            let script = nowhere(&["completions", shell]).ok().stdout;
            assert!(
                script.contains("explain") && script.contains("verify"),
                "{shell}"
            );
        }
        let man = nowhere(&["man"]).ok().stdout;
        assert!(
            man.starts_with(".ie") || man.contains(".TH planwright"),
            "{man}"
        );
        assert!(
            man.contains("\\-\\-verify") && man.contains("planwright build my\\-plan"),
            "{man}"
        );
    }
}

mod explain {
    use super::nowhere;

    #[test]
    fn a_rule_by_its_code_or_name() {
        let by_code = nowhere(&["explain", "T001"]).ok().stdout;
        for words in ["orphan", "Why it matters", "For example", "Mended"] {
            assert!(by_code.contains(words), "{words} in {by_code}");
        }
        assert_eq!(nowhere(&["explain", "orphan"]).ok().stdout, by_code);
    }

    #[test]
    fn an_unknown_rule_gets_the_nearest() {
        let run = nowhere(&["explain", "orfan"]).code(2);
        assert!(
            run.stderr.contains("did you mean `orphan`?"),
            "{}",
            run.stderr
        );
    }

    #[test]
    fn without_a_rule_all_of_them() {
        let all = nowhere(&["explain"]).ok().stdout;
        for code in (1..=16)
            .map(|at| format!("S{at:03}"))
            .chain((1..=10).map(|at| format!("L{at:03}")))
        {
            assert!(
                all.lines().any(|line| line.starts_with(&code)),
                "{code} in {all}"
            );
        }
    }
}

mod init {
    use super::{TempDir, planwright, stamps};

    #[test]
    fn a_new_plan_is_clean_and_builds() {
        let folder = TempDir::new().expect("a folder");
        let run = |args: &[&str]| planwright(folder.path(), args);
        run(&["init", "my-plan", "--title", "More \"books\""]).ok();
        let checked = run(&[
            "check", "my-plan", "--strict", "--info", "--format", "short",
        ])
        .ok();
        assert_eq!(checked.stdout, "");
        run(&["build", "my-plan", "--out", "public"]).ok();
        assert!(folder.path().join("public/actions/a1.html").is_file());
    }

    #[test]
    fn nothing_is_written_among_other_files() {
        let folder = TempDir::new().expect("a folder");
        super::support::write(&folder.path().join("mine.txt"), b"mine");
        let run = planwright(folder.path(), &["init", "."]).code(2);
        assert!(run.stderr.contains("is not empty"), "{}", run.stderr);
        assert_eq!(stamps(folder.path()).len(), 1);
    }
}

mod new {
    use super::{plan, small_plan};

    #[test]
    fn the_next_free_id_beside_its_siblings() {
        let plan = small_plan().file(
            "actions/2026/A7.md",
            "---\nid: A7\nsupports: S1\n---\n# Seven\n\nText.\n",
        );
        let run = plan
            .run(&[
                "new",
                "action",
                "Paint: it all",
                "--supports",
                "s1",
                "--owner",
                "Maya Okafor",
                "--due",
                "FY27",
            ])
            .ok();
        assert_eq!(run.stdout.trim(), "./actions/2026/a8-paint-it-all.md");
        plan.check().ok();
        let page = plan.build().ok().page("actions/a8.html");
        assert_eq!(page.text("h1"), "Paint: it all");
        assert_eq!(page.text(".kind"), "Action A8");
        assert_eq!(page.fact("Accountable"), "Maya Okafor");
        assert_eq!(
            page.texts(".thread li").last().map(String::as_str),
            Some("S1 Go where people are")
        );
    }

    #[test]
    fn each_kind_says_what_it_is_for_in_its_own_way() {
        for (kind, page, section) in [
            ("measure", "measures/m2.html", "Measures"),
            ("risk", "risks/r1.html", "Threatens"),
            ("contingency", "contingencies/c1.html", "Plan B for"),
        ] {
            let plan = small_plan();
            plan.run(&["new", kind, "Something", "--supports", "A1"])
                .ok();
            assert_eq!(
                plan.build().ok().page(page).section(section),
                ["Buy a bus"],
                "{kind}"
            );
        }
    }

    #[test]
    fn the_first_of_its_kind_in_an_empty_plan() {
        let plan = plan().file("index.md", "# Our plan\n");
        let run = plan.run(&["new", "goal", "Read more"]).ok();
        assert_eq!(run.stdout.trim(), "./goals/g1-read-more.md");
    }

    #[test]
    fn what_does_not_fit_is_refused_and_nothing_is_written() {
        for (args, words) in [
            (&["new", "acton", "X"][..], "did you mean `action`?"),
            (
                &["new", "action", "X", "--supports", "S11"],
                "did you mean `S1`?",
            ),
            (&["new", "action", "X", "--supports", "M1"], "and m1 is one"),
            (
                &["new", "action", "X", "--id", "a1"],
                "the id `a1` is taken",
            ),
            (&["new", "action", "X", "--id", "a b"], "a b"),
            (&["new", "action", "X", "--due", "soon"], "soon"),
        ] {
            let plan = small_plan();
            let before = super::stamps(&plan.folder());
            let run = plan.run(args).code(2);
            assert!(run.stderr.contains(words), "{words} in {}", run.stderr);
            assert!(super::stamps(&plan.folder()) == before, "{args:?}");
        }
    }
}

mod place {
    use super::{nowhere, planwright, small_plan};

    #[test]
    fn the_plan_is_the_nearest_one_upward() {
        let plan = small_plan();
        let run = planwright(
            &plan.folder().join("goals"),
            &["check", "--today", super::support::TODAY],
        )
        .ok();
        assert!(run.stderr.contains("4 items"), "{}", run.stderr);
    }

    #[test]
    fn no_plan_is_a_failure_with_a_way_out() {
        for args in [&["check"][..], &["check", "not-there"], &["build", "."]] {
            let run = nowhere(args).code(2);
            assert!(run.stderr.contains("planwright init"), "{}", run.stderr);
        }
    }

    #[test]
    fn findings_name_files_as_seen_from_here() {
        let plan = small_plan().file("goals/G2.md", "---\nstart: never\n---\n# Two\n\nText.\n");
        let above = plan.folder().join("..");
        let run = planwright(&above, &["check", "plan", "--format", "short"]).code(1);
        assert!(
            run.stdout.starts_with("plan/goals/G2.md:2:8: error[S004]"),
            "{}",
            run.stdout
        );
    }
}

mod outcome {
    use super::{small_plan, stamps};

    #[test]
    fn exit_codes_tell_clean_from_findings_from_failure() {
        small_plan().check().code(0);
        small_plan()
            .file("goals/G2.md", "---\nstart: never\n---\n# Two\n")
            .check()
            .code(1);
        let loose = small_plan().file("actions/A2.md", "# Loose\n\nText.\n");
        loose.check().code(0);
        loose.run(&["check", "--strict"]).code(1);
        small_plan().build_with(&["--theme", "not-there"]).code(2);
    }

    #[test]
    fn check_writes_nothing() {
        let plan = small_plan().file("goals/G2.md", "---\nstart: never\n---\n# Two\n");
        let before = stamps(&plan.folder());
        plan.check().code(1);
        assert!(stamps(&plan.folder()) == before && !plan.out().exists());
    }

    #[test]
    fn hints_are_shown_on_request() {
        let plan = small_plan().file("goals/G2.md", "");
        let shown = |args: &[&str]| plan.run(args).ok().stdout.contains("S010");
        assert!(!shown(&["check"]));
        assert!(shown(&["check", "--info"]));
    }

    #[test]
    fn the_closing_line_says_what_was_made_from_what_and_where() {
        let run = small_plan().build().ok();
        let closing = run.stderr.lines().last().unwrap_or_default();
        for words in ["pages from 4 items in ", " s (", "index.html"] {
            assert!(closing.contains(words), "{words} in {closing}");
        }
    }

    #[test]
    fn why_each_file_is_written_is_told_on_request() {
        let plan = small_plan();
        plan.build().ok();
        plan.write(
            "strategies/S1.md",
            "---\nsupports: G1\n---\n# Go where people are\n\nOther words.\n",
        );
        let run = plan.build_with(&["-v"]).ok();
        assert!(
            run.stderr
                .contains("wrote strategies/s1.html (its bytes changed)")
                || run.stderr.contains("wrote strategies/s1.html (changed)")
        );
    }
}

mod colour {
    use super::{TempDir, small_plan};

    #[test]
    fn it_is_used_only_where_wanted() {
        let plan = small_plan().file("goals/G2.md", "---\nstart: never\n---\n# Two\n");
        let escapes = |args: &[&str]| {
            let run = plan.run(args).code(1);
            run.stdout.contains('\u{1b}')
        };
        assert!(!escapes(&["check"]), "no terminal, and NO_COLOR is set");
        assert!(escapes(&["check", "--color", "always"]));
        assert!(!escapes(&["check", "--color", "never"]));
    }

    #[test]
    fn a_file_never_gets_any() {
        let folder = TempDir::new().expect("a folder");
        let run = assert_cmd::Command::cargo_bin("planwright")
            .expect("the program")
            .args(["init", "x"])
            .current_dir(folder.path())
            .env_remove("NO_COLOR")
            .output()
            .expect("a run");
        assert!(!run.stderr.contains(&0x1b));
    }
}

mod day {
    use super::small_plan;

    #[test]
    fn the_environment_can_fix_it() {
        let plan = small_plan();
        let build = |epoch: &str| {
            assert_cmd::Command::cargo_bin("planwright")
                .expect("the program")
                .args(["build", "--out", "../public"])
                .current_dir(plan.folder())
                .env("SOURCE_DATE_EPOCH", epoch)
                .output()
                .expect("a run")
        };
        assert_eq!(build("1700000000").status.code(), Some(0));
        let home = std::fs::read_to_string(plan.out().join("index.html")).expect("a page");
        assert!(home.contains("14 Nov 2023"));
        let wrong = build("yesterday");
        assert_eq!(wrong.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&wrong.stderr).contains("SOURCE_DATE_EPOCH"));
    }
}

mod theme {
    use super::small_plan;

    #[test]
    fn a_plan_overrides_the_theme_file_by_file() {
        let plan = small_plan()
            .file(
                "theme/templates/404.html",
                "<title>Ours</title><p>{{ frame.site }}",
            )
            .file("theme/assets/tokens.css", "/* ours */");
        let run = plan.build().ok();
        assert_eq!(run.page("404.html").text("title"), "Ours");
        assert_eq!(run.page("goals/g1.html").text("h1"), "Read more");
        assert_eq!(
            std::fs::read_to_string(run.out.join("assets/tokens.css"))
                .ok()
                .as_deref(),
            Some("/* ours */")
        );
    }

    #[test]
    fn a_broken_template_is_named_with_its_line_and_nothing_is_written() {
        let plan = small_plan().file("theme/templates/item.html", "<p>\n{{ item.titel.x }}\n");
        let run = plan.build().code(2);
        for words in ["item.html", "2", "titel"] {
            assert!(run.stderr.contains(words), "{words} in {}", run.stderr);
        }
        assert!(!plan.out().exists());
    }
}
