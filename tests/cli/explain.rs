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
