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
