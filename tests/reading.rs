//! What may lie in a plan folder, and how it is read.

mod support;

use std::time::Duration;

use support::{TODAY, plan, small_plan, write};

#[test]
fn line_ends_marks_and_missing_line_ends_do_not_matter() {
    let text = "---\nid: G1\nowner: Maya Okafor\n---\n# Read more\n\nMore *people* read.\n\n- one\n- two\n";
    let page = |bytes: &[u8]| {
        let run = plan().bytes("goals/g.md", bytes).build().ok();
        let page = run.page("goals/g1.html");
        (
            page.text("h1"),
            page.text(".prose"),
            page.fact("Accountable"),
        )
    };
    let plain = page(text.as_bytes());
    assert_eq!(plain.0, "Read more");
    assert_eq!(plain.1, "More people read. one two");
    assert_eq!(page(text.replace('\n', "\r\n").as_bytes()), plain);
    assert_eq!(page(format!("\u{feff}{text}").as_bytes()), plain);
    assert_eq!(page(text.trim_end().as_bytes()), plain);
}

#[test]
fn front_matter_is_yaml_toml_json_or_nothing() {
    let run = plan()
        .file("goals/G1.md", "# Nothing at all\n")
        .file("goals/G2.md", "---\ntitle: In YAML\npriority: high\ntags: [a, b]\n---\nText.\n")
        .file("goals/G3.md", "+++\ntitle = \"In TOML\"\npriority = \"high\"\ntags = [\"a\", \"b\"]\n+++\nText.\n")
        .file("goals/G4.md", ";;;\n{\"title\": \"In JSON\", \"priority\": \"high\", \"tags\": [\"a\", \"b\"]}\n;;;\nText.\n")
        .build()
        .ok();
    assert_eq!(run.page("goals/g1.html").text("h1"), "Nothing at all");
    for (path, title) in [
        ("goals/g2.html", "In YAML"),
        ("goals/g3.html", "In TOML"),
        ("goals/g4.html", "In JSON"),
    ] {
        let page = run.page(path);
        assert_eq!(page.text("h1"), title);
        assert_eq!(page.fact("Priority"), "High", "{title}");
        assert_eq!(page.fact("Tags"), "a, b", "{title}");
        assert_eq!(page.text(".prose"), "Text.", "{title}");
    }
}

#[test]
fn a_kind_comes_from_its_field_else_from_the_nearest_folder_that_names_one() {
    let run = plan()
        .file("goals/deep/er/G1.md", "# By a folder above\n")
        .file("goals/strategies/S1.md", "# By the nearest folder\n")
        .file("goals/A1.md", "---\nkind: action\n---\n# By its field\n")
        .file(
            "anywhere/G2.md",
            "---\nkind: Goal\n---\n# By its field alone\n",
        )
        .file("notes/guide.md", "# A plain page\n")
        .build()
        .ok();
    for (page, title) in [
        ("goals/g1.html", "By a folder above"),
        ("strategies/s1.html", "By the nearest folder"),
        ("actions/a1.html", "By its field"),
        ("goals/g2.html", "By its field alone"),
        ("pages/notes-guide.html", "A plain page"),
    ] {
        assert_eq!(run.page(page).text("h1"), title);
    }
}

#[test]
fn an_id_comes_from_its_field_else_from_the_file() {
    let run = plan()
        .file("goals/read more.md", "# A goal\n")
        .file("goals/other.md", "---\nid: G.2_b-c\n---\n# Another\n")
        .build()
        .ok();
    assert_eq!(run.page("goals/read-more.html").text("h1"), "A goal");
    assert_eq!(run.page("goals/g.2_b-c.html").text(".kind .id"), "G.2_b-c");
}

#[test]
fn a_title_comes_from_its_field_else_from_the_first_heading_else_from_the_file() {
    let run = plan()
        .file(
            "goals/G1.md",
            "---\ntitle: By field\n---\n# By heading\n\nText.\n",
        )
        .file("goals/G2.md", "# By *heading*\n\nText.\n")
        .file("goals/read-more.md", "Text, and no heading.\n")
        .file(
            "goals/G4.md",
            "---\ntitle: The same\n---\n# The same\n\nText.\n",
        )
        .build()
        .ok();
    assert_eq!(run.page("goals/g1.html").text("h1"), "By field");
    assert_eq!(run.page("goals/g2.html").text("h1"), "By heading");
    assert_eq!(run.page("goals/read-more.html").text("h1"), "read more");
    assert_eq!(run.page("goals/g4.html").text("h1"), "The same");
    assert_eq!(
        run.page("goals/g4.html").text(".prose"),
        "Text.",
        "a title is not shown twice"
    );
}

#[test]
fn names_of_any_script_are_read() {
    let run = plan()
        .file("目標/größer.md", "---\nkind: goal\nid: Größe\nowner: Søren Ångström\n---\n# Größer & besser „werden“ 目標\n")
        .file("goals/cafe\u{301}.md", "# See [[Größe]]\n\nAnd [this](../目標/größer.md).\n")
        .build()
        .ok();
    let page = run.page("goals/grosse.html");
    assert_eq!(page.text("h1"), "Größer & besser „werden“ 目標");
    assert_eq!(page.href("Søren Ångström"), "../people/soren-angstrom.html");
    assert_eq!(run.page("goals/cafe.html").href("this"), "grosse.html");
}

#[test]
fn an_empty_file_is_an_item_without_words() {
    let plan = small_plan().file("goals/G2.md", "");
    assert_eq!(plan.build().ok().page("goals/g2.html").text("h1"), "G2");
    let found = plan.check_for("S010").ok();
    assert!(
        found
            .findings()
            .iter()
            .any(|line| line.contains("S010") && line.contains("goals/G2.md"))
    );
}

#[test]
fn folders_may_be_deep() {
    let deep = format!("goals/{}g1.md", "deeper/".repeat(50));
    let run = plan().file(&deep, "# Down here\n").build().ok();
    assert_eq!(run.page("goals/g1.html").text("h1"), "Down here");
}

#[test]
fn hidden_files_readmes_and_ignored_files_are_left_alone() {
    let run = small_plan()
        .file(
            "plan.toml",
            "[plan]\nignore = [\"drafts/**\", \"*.tmp.md\"]\n",
        )
        .file("goals/.hidden.md", "---\nnonsense: yes\n---\n")
        .file(".git/goals/x.md", "---\nnonsense: yes\n---\n")
        .file("goals/README.md", "---\nnonsense: yes\n---\n")
        .file("drafts/goals/x.md", "---\nnonsense: yes\n---\n")
        .file("goals/x.tmp.md", "---\nnonsense: yes\n---\n")
        .build()
        .ok();
    assert_eq!(
        run.page("goals/index.html").texts("tbody th"),
        ["Read more"]
    );
}

#[test]
fn a_site_within_the_plan_is_not_read_as_part_of_it() {
    let plan = small_plan();
    let out = plan.folder().join("public");
    let build = || plan.run(&["build", "--today", TODAY]).ok();
    build();
    write(&out.join("goals/left.md"), b"---\nnonsense: yes\n---\n");
    assert!(build().stderr.contains("nothing changed"));
}

/// What a hostile or broken file is to be: a finding that names it, in a time
/// that a reader would wait, and never a crash.
#[track_caller]
fn is_a_finding(file: &str, bytes: &[u8], finding: &str) {
    let plan = small_plan().bytes(file, bytes);
    let folder = plan.folder();
    let checked = assert_cmd::Command::cargo_bin("planwright")
        .expect("the program")
        .args(["check", "--today", TODAY, "--format", "short"])
        .current_dir(folder)
        .timeout(Duration::from_mins(2))
        .assert()
        .code(1);
    let stdout = String::from_utf8_lossy(&checked.get_output().stdout).into_owned();
    let found = stdout
        .lines()
        .any(|line| line.contains(file) && line.contains(finding));
    assert!(found, "{finding} in {file}?\n{stdout}");
}

#[test]
fn hostile_yaml_is_a_finding() {
    let level = |level: usize| {
        let again = vec![format!("*a{}", level - 1); 9].join(", ");
        format!("a{level}: &a{level} [{again}]\n")
    };
    let levels: Vec<String> = (1..12).map(level).collect();
    let bomb = format!("---\na0: &a0 [x, x, x]\n{}---\n# Bomb\n", levels.concat());
    is_a_finding("goals/bomb.md", bomb.as_bytes(), "S002");
    let nested = format!(
        "---\ntags: {}{}\n---\n# Nested\n",
        "[".repeat(50_000),
        "]".repeat(50_000)
    );
    is_a_finding("goals/nested.md", nested.as_bytes(), "S002");
}

#[test]
fn hostile_toml_and_json_are_findings() {
    let nested = format!("{}{}", "[".repeat(50_000), "]".repeat(50_000));
    is_a_finding(
        "goals/t.md",
        format!("+++\ntags = {nested}\n+++\n").as_bytes(),
        "S002",
    );
    is_a_finding(
        "goals/j.md",
        format!(";;;\n{{\"tags\": {nested}}}\n;;;\n").as_bytes(),
        "S002",
    );
    is_a_finding("plan.toml", format!("plan = {nested}\n").as_bytes(), "S002");
}

#[test]
fn hostile_markdown_is_shown_or_found_and_no_crash() {
    for body in [
        "[".repeat(50_000),
        "> ".repeat(20_000) + "x",
        "*_".repeat(20_000),
        "[[".repeat(20_000) + "x" + &"]]".repeat(20_000),
        format!("{}x", "- ".repeat(5_000)),
        "| ".repeat(10_000) + "\n" + &"|-".repeat(10_000),
        "<div>".repeat(10_000),
        "`".repeat(50_001),
    ] {
        let plan = small_plan().file("goals/G2.md", &format!("# Hostile\n\n{body}\n"));
        let run = plan.build();
        let beginning: String = body.chars().take(10).collect();
        assert!(
            matches!(run.code, Some(0 | 1)),
            "{beginning}… {}",
            run.stderr
        );
    }
}

#[test]
fn a_file_too_large_or_not_text_is_a_finding() {
    is_a_finding("goals/large.md", &vec![b'a'; 10 << 20], "S001");
    is_a_finding("goals/binary.md", &[0, 159, 146, 150, 255, 0, 7], "S001");
    is_a_finding("goals/wide.md", b"\xff\xfe#\0 \0W\0", "S001");
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_a_finding_and_not_followed() {
    let plan = small_plan();
    write(&plan.folder().join("../secret.md"), b"# Secret\n");
    std::os::unix::fs::symlink("../../secret.md", plan.folder().join("goals/G2.md"))
        .expect("a link");
    let found = plan.check().code(1);
    assert!(
        found.stdout.contains("S001") && found.stdout.contains("leads out of the plan folder"),
        "{}",
        found.stdout
    );
    assert!(!found.stdout.contains("Secret"));
}
