use std::path::Path;

use super::support::{Plan, Run};
use super::{nowhere, small_plan};

/// What a build says of a theme's templates, the plan's folder left out.
fn said(plan: &Plan, more: &[&str]) -> String {
    let run = plan.build_with(more).code(2);
    assert!(!plan.out().exists(), "something was written");
    run.stderr
}

fn template(name: &str, text: &str) -> Plan {
    small_plan().file(&format!("theme/templates/{name}"), text)
}

fn read(run: &Run, path: &str) -> String {
    std::fs::read_to_string(run.out.join(path)).expect("it is there")
}

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
    assert_eq!(read(&run, "assets/tokens.css"), "/* ours */");
}

#[test]
fn a_template_extends_the_one_that_it_takes_the_place_of() {
    let plan = template(
        "item.html",
        "{% extends \"default/item.html\" %}{% block sheets %}{{ super() }}<link rel=\"stylesheet\" href=\"{{ frame.root }}assets/ours.css\">{% endblock %}",
    )
    .file("theme/assets/ours.css", "/* ours */");
    let run = plan.build().ok();
    let sheets = run.page("goals/g1.html").attributes("link", "href");
    for sheet in ["../assets/item.css", "../assets/ours.css"] {
        assert!(sheets.iter().any(|it| it == sheet), "{sheet} in {sheets:?}");
    }
    assert_eq!(run.page("goals/g1.html").text("h1"), "Read more");
    assert!(!run.stderr.contains("warning"), "{}", run.stderr);
}

#[test]
fn a_single_component_can_be_replaced() {
    let plan = template(
        "ours.html",
        "{% component mark(of) %}<b class=\"ours\">{{ of.label }}</b>{% endcomponent mark %}",
    );
    let run = plan.build().ok();
    let page = run.page("actions/a1.html");
    assert!(page.has("b.ours") && !page.has("span.mark"));
    assert!(page.has(".id"), "the other components are still there");
    assert!(!run.stderr.contains("warning"), "{}", run.stderr);
}

#[test]
fn words_of_a_theme_are_said() {
    let plan = small_plan().file("theme/words/en.ftl", "frame-made-with = Made by us\n");
    let run = plan.build().ok();
    assert_eq!(
        run.page("outline.html").text(".colophon span"),
        "Made by us"
    );
    let run = plan.build_with(&["--theme", "plain"]).ok();
    assert_eq!(run.page("outline.html").text("footer p"), "Made by us");
}

#[test]
fn a_named_theme_stands_alone() {
    let plan = template("404.html", "<title>Ours</title>");
    let run = plan.build_with(&["--theme", "default"]).ok();
    assert_ne!(run.page("404.html").text("title"), "Ours");
    let folder = plan.folder().join("look");
    let plan = plan.file("look/assets/tokens.css", "/* named */");
    let run = plan
        .build_with(&["--theme", folder.to_str().expect("Unicode")])
        .ok();
    assert_eq!(run.page("404.html").text("title"), "Ours");
    assert_eq!(read(&run, "assets/tokens.css"), "/* named */");
}

#[test]
fn the_settings_name_a_theme_or_a_folder() {
    let plan = small_plan().file("plan.toml", "[site]\ntheme = \"plain\"\n");
    let run = plan.build().ok();
    assert!(run.has("assets/plain.css") && !run.has("assets/base.css"));
    plan.write("plan.toml", "[site]\ntheme = \"look\"\n");
    plan.write("look/assets/tokens.css", "/* set */");
    assert_eq!(read(&plan.build().ok(), "assets/tokens.css"), "/* set */");
}

#[test]
fn a_theme_that_is_not_there_is_named_with_what_there_is() {
    let plan = small_plan().file("plan.toml", "[site]\ntheme = \"plian\"\n");
    insta::assert_snapshot!(said(&plan, &[]), @r#"
    error: there is no theme `plian`
     --> plan.toml:2:9
      |
    2 | theme = "plian"
      |         ^^^^^^^ neither built in nor a folder of the plan
      |
      = help: did you mean `plain`? the built-in themes are `default` and `plain`; else name a folder of the plan

    error: nothing was made
    "#);
    insta::assert_snapshot!(said(&small_plan(), &["--theme", "deflaut"]), @"
    error: there is no theme `deflaut`
    help: did you mean `default`? the built-in themes are `default` and `plain`; else name a folder
    ");
}

#[test]
fn a_field_that_is_not_there_is_shown_with_those_that_are() {
    let plan = template("item.html", "<p>\n{{ item.titel }}\n");
    insta::assert_snapshot!(said(&plan, &[]), @"
    error: `item` has no field `titel`
     --> theme/templates/item.html:2:9
      |
    2 | {{ item.titel }}
      |         ^^^^^ not known
      |
      = help: did you mean `title`?
      = help: known here: href, id, kind, title
      = note: met while making actions/a1.html

    error: the theme has 1 fault, so nothing was written
    ");
    let plan = template("item.html", "{{ frame.descr | upper }}");
    let said = said(&plan, &[]);
    assert!(said.contains("`frame` has no field `descr`"), "{said}");
    assert!(
        said.contains("known here: page, title, description, "),
        "{said}"
    );
}

#[test]
fn a_field_of_nothing_is_told_from_one_that_is_not_there() {
    let plan = template("404.html", "{{ frame.logo.href }}");
    insta::assert_snapshot!(said(&plan, &[]), @"
    error: `frame.logo` is nothing on this page, so it has no `href`
     --> theme/templates/404.html:1:15
      |
    1 | {{ frame.logo.href }}
      |               ^^^^ of nothing
      |
      = help: ask for it first: {% if frame.logo %}
      = note: met while making 404.html

    error: the theme has 1 fault, so nothing was written
    ");
}

#[test]
fn what_a_loop_holds_is_known_too() {
    let plan = template(
        "404.html",
        "{% for section in frame.nav %}{{ section.lnk }}{% endfor %}",
    );
    insta::assert_snapshot!(said(&plan, &[]), @"
    error: `section` has no field `lnk`
     --> theme/templates/404.html:1:42
      |
    1 | {% for section in frame.nav %}{{ section.lnk }}{% endfor %}
      |                                          ^^^ not known
      |
      = help: did you mean `link`?
      = help: known here: current, entries, link
      = note: met while making 404.html

    error: the theme has 1 fault, so nothing was written
    ");
}

#[test]
fn all_broken_templates_are_reported_once() {
    let plan =
        template("item.html", "{{ frame.title ").file("theme/templates/home.html", "{% if x %}");
    insta::assert_snapshot!(said(&plan, &[]), @"
    error: unexpected end of input
     --> theme/templates/home.html:1:9
      |
    1 | {% if x %}
      |         ^^

    error: unexpected end of input
     --> theme/templates/item.html:1:10
      |
    1 | {{ frame.title 
      |          ^^^^^

    error: the theme has 2 faults, so nothing was written
    ");
    let plan =
        template("item.html", "{{ itme.id }}").file("theme/templates/home.html", "{{ visoin }}");
    let said = said(&plan, &[]);
    assert_eq!(
        said.matches("error: there is no variable").count(),
        2,
        "{said}"
    );
}

#[test]
fn what_a_template_refers_to_must_be_there() {
    let plan = template(
        "404.html",
        "{{ frame.title | uper }}{{ <itm of={frame}/> }}{{ syy(id=\"x\") }}{% include \"layuot.html\" %}",
    );
    insta::assert_snapshot!(said(&plan, &[]), @r#"
    error: there is no filter `uper`
     --> theme/templates/404.html:1:18
      |
    1 | {{ frame.title | uper }}{{ <itm of={frame}/> }}{{ syy(id="x") }}{% include "layuot.html" %}
      |                  ^^^^ not known
      |
      = help: did you mean `upper`?

    error: there is no component `itm`
     --> theme/templates/404.html:1:28
      |
    1 | {{ frame.title | uper }}{{ <itm of={frame}/> }}{{ syy(id="x") }}{% include "layuot.html" %}
      |                            ^^^^^^^^^^^^^^^^^ not known
      |
      = help: did you mean `item`?

    error: there is no function `syy`
     --> theme/templates/404.html:1:51
      |
    1 | {{ frame.title | uper }}{{ <itm of={frame}/> }}{{ syy(id="x") }}{% include "layuot.html" %}
      |                                                   ^^^^^^^^^^^ not known
      |
      = help: did you mean `say`?

    error: there is no template `layuot.html`
     --> theme/templates/404.html:1:76
      |
    1 | {{ frame.title | uper }}{{ <itm of={frame}/> }}{{ syy(id="x") }}{% include "layuot.html" %}
      |                                                                            ^^^^^^^^^^^^^ not known
      |
      = help: did you mean `layout.html`?

    error: the theme has 4 faults, so nothing was written
    "#);
    let plan = template(
        "404.html",
        "{% extends \"layout.html\" %}{% block mian %}{% endblock %}",
    );
    insta::assert_snapshot!(said(&plan, &[]), @r#"
    error: there is no block `mian` in what this extends
     --> theme/templates/404.html:1:37
      |
    1 | {% extends "layout.html" %}{% block mian %}{% endblock %}
      |                                     ^^^^ not known
      |
      = help: did you mean `main`?

    error: the theme has 1 fault, so nothing was written
    "#);
    let plan = template("404.html", "{{ say(id=\"frame-skp\") }}");
    insta::assert_snapshot!(said(&plan, &[]), @r#"
    error: there is no message `frame-skp`
     --> theme/templates/404.html:1:4
      |
    1 | {{ say(id="frame-skp") }}
      |    ^^^^^^^^^^^^^^^^^^^
      |
      = help: did you mean `frame-skip`?
      = note: met while making 404.html

    error: the theme has 1 fault, so nothing was written
    "#);
    let plan = template("404.html", "{% extends \"layuot.html\" %}");
    insta::assert_snapshot!(said(&plan, &[]), @r#"
    error: there is no template `layuot.html`
     --> theme/templates/404.html:1:13
      |
    1 | {% extends "layuot.html" %}
      |             ^^^^^^^^^^^ not known
      |
      = help: did you mean `layout.html`?

    error: the theme has 1 fault, so nothing was written
    "#);
}

#[test]
fn files_that_nothing_uses_are_mentioned() {
    let plan = template("itme.html", "<p>")
        .file("theme/assets/tokns.css", "")
        .file("theme/assets/photo.svg", "<svg/>")
        .file(
            "theme/assets/base.css",
            "body { background: url(photo.svg) }",
        )
        .file(
            "theme/words/en.ftl",
            "frame-skp = Skip\nframe-skip = Skip\n",
        )
        .file("theme/template/item.html", "<p>")
        .file("theme/item.html", "<p>")
        .file("theme/README.md", "Ours.");
    let run = plan.build().ok();
    let warnings: Vec<&str> = run
        .stderr
        .lines()
        .filter(|line| line.starts_with("warning"))
        .collect();
    insta::assert_snapshot!(warnings.join("\n"), @"
    warning: theme/templates/itme.html: nothing in the theme uses this file; did you mean `item.html`?
    warning: theme/assets/tokns.css: nothing in the theme uses this file; did you mean `tokens.css`?
    warning: theme/words/en.ftl: nothing says the message `frame-skp`; did you mean `frame-skip`?
    warning: theme/item.html: this file is not read; it belongs in the folder `templates`
    warning: theme/template: this folder is not read; did you mean `templates`?
    ");
}

#[test]
fn a_theme_changed_is_a_site_changed() {
    let plan = template("404.html", "<p>one");
    plan.build().ok();
    plan.write("theme/templates/404.html", "<p>two");
    assert!(read(&plan.build().ok(), "404.html").contains("two"));
    plan.write("theme/words/en.ftl", "frame-made-with = Ours\n");
    assert!(read(&plan.build().ok(), "index.html").contains("Ours"));
}

#[test]
fn themes_and_their_files_are_listed() {
    let list = nowhere(&["theme", "list"]).ok().stdout;
    for words in [
        "* default",
        "  plain",
        "templates/item.html",
        "assets/tokens.css",
        "words/de.ftl",
    ] {
        assert!(list.contains(words), "{words} in {list}");
    }
    let list = nowhere(&["theme", "list", "--theme", "plain"]).ok().stdout;
    assert!(
        list.contains("assets/plain.css") && !list.contains("assets/tokens.css"),
        "{list}"
    );
    let run = nowhere(&["theme", "list", "--theme", "plan"]).code(2);
    assert!(
        run.stderr.contains("did you mean `plain`?"),
        "{}",
        run.stderr
    );
}

#[test]
fn files_are_written_out_and_never_over_others() {
    let plan = small_plan();
    let run = plan
        .run(&["theme", "eject", "tokens.css", "templates/item.html"])
        .ok();
    assert_eq!(
        run.stdout,
        "theme/assets/tokens.css\ntheme/templates/item.html\n"
    );
    let tokens = plan.folder().join("theme/assets/tokens.css");
    assert!(text(&tokens).contains("--accent"));
    std::fs::write(&tokens, "/* ours */").expect("writable");
    let run = plan
        .run(&["theme", "eject", "tokens.css", "words/de.ftl"])
        .ok();
    assert!(
        run.stderr.contains("kept theme/assets/tokens.css"),
        "{}",
        run.stderr
    );
    assert_eq!(text(&tokens), "/* ours */");
    assert!(text(&plan.folder().join("theme/words/de.ftl")).contains("frame-skip = "));
    let run = plan.run(&["theme", "eject", "tokns.css"]).code(2);
    assert!(
        run.stderr.contains("did you mean `tokens.css`?"),
        "{}",
        run.stderr
    );
}

#[test]
fn what_is_written_out_makes_the_same_site() {
    for theme in ["default", "plain"] {
        let plan = small_plan().file("plan.toml", &format!("[site]\ntheme = \"{theme}\"\n"));
        let before = files(&plan.build().ok().out);
        plan.run(&["theme", "eject", "--theme", theme]).ok();
        let run = plan.build().ok();
        assert!(!run.stderr.contains("warning"), "{}", run.stderr);
        assert_eq!(files(&run.out), before, "{theme}");
    }
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).expect("readable")
}

/// The files of a site, without the manifest.
fn files(site: &Path) -> Vec<(String, Vec<u8>)> {
    let all = super::stamps(site).into_iter();
    all.filter(|(path, _)| !path.starts_with('.'))
        .map(|(path, stamp)| (path, stamp.bytes))
        .collect()
}
