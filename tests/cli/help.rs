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
