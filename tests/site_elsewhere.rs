//! How the site presents itself elsewhere.

#![expect(clippy::disallowed_methods, reason = "tests look at what was written")]

mod support;

use support::{Plan, Run, small_plan};

const URL: &str = "base_url = \"https://plan.example.org/2030/\"\n";

/// A small plan with settings of `[plan]` and `[site]`.
fn with(plan: &str, site: &str) -> Plan {
    let settings = format!("[plan]\n{plan}[site]\n{site}");
    small_plan().file("plan.toml", &settings)
}

fn text(run: &Run, path: &str) -> String {
    std::fs::read_to_string(run.out.join(path)).expect("it is there")
}

/// The content of a `<meta>`.
fn meta(run: &Run, page: &str, name: &str) -> Option<String> {
    let selector = format!("meta[property=\"{name}\"], meta[name=\"{name}\"]");
    let found = run.page(page).attributes(&selector, "content");
    assert!(found.len() < 2, "{name} is there twice");
    found.into_iter().next()
}

#[test]
fn a_site_is_not_for_search_engines_unless_it_says_so() {
    let run = with(URL, "").build().ok();
    assert_eq!(
        meta(&run, "index.html", "robots").as_deref(),
        Some("noindex")
    );
    assert_eq!(text(&run, "robots.txt"), "User-agent: *\nDisallow: /\n");
    assert!(!run.has("sitemap.xml"));
    let run = with(URL, "index = false\n").build().ok();
    assert_eq!(
        meta(&run, "index.html", "robots").as_deref(),
        Some("noindex")
    );
}

#[test]
fn a_public_site_has_a_map() {
    let plan =
        with(URL, "index = true\n").file("goals/G2.md", "---\naliases: [Old]\n---\n# Write more\n");
    let run = plan.build().ok();
    assert_eq!(meta(&run, "index.html", "robots"), None);
    assert_eq!(meta(&run, "404.html", "robots").as_deref(), Some("noindex"));
    assert_eq!(
        text(&run, "robots.txt"),
        "User-agent: *\nAllow: /\nSitemap: https://plan.example.org/2030/sitemap.xml\n"
    );
    let map = text(&run, "sitemap.xml");
    assert!(
        map.contains("<loc>https://plan.example.org/2030/</loc>"),
        "{map}"
    );
    assert!(
        map.contains("<loc>https://plan.example.org/2030/goals/g1.html</loc>"),
        "{map}"
    );
    assert!(run.has("goals/old.html"), "an old address leads on");
    for hidden in ["404.html", "goals/old.html"] {
        assert!(!map.contains(hidden), "{map}");
    }
}

#[test]
fn without_an_address_there_is_no_map() {
    let run = with("", "index = true\n").build().ok();
    assert_eq!(text(&run, "robots.txt"), "User-agent: *\nAllow: /\n");
    assert!(!run.has("sitemap.xml"));
}

#[test]
fn links_to_pages_have_previews() {
    let plan = with(URL, "image = \"assets/card.png\"\n")
        .bytes("assets/card.png", b"\x89PNG")
        .file(
            "goals/G1.md",
            "---\nsummary: All \"read\" & write.\n---\n# Read more\n",
        );
    let run = plan.build().ok();
    for (name, content) in [
        ("og:title", "G1 Read more"),
        ("og:description", "All \"read\" & write."),
        ("og:type", "article"),
        ("og:site_name", "Our plan"),
        ("og:locale", "en_US"),
        ("og:url", "https://plan.example.org/2030/goals/g1.html"),
        (
            "og:image",
            "https://plan.example.org/2030/files/assets/card.png",
        ),
        ("twitter:card", "summary_large_image"),
    ] {
        assert_eq!(
            meta(&run, "goals/g1.html", name).as_deref(),
            Some(content),
            "{name}"
        );
    }
    assert_eq!(
        meta(&run, "index.html", "og:type").as_deref(),
        Some("website")
    );
    let canonical = run
        .page("index.html")
        .attributes("link[rel=canonical]", "href");
    assert_eq!(canonical, ["https://plan.example.org/2030/"]);
    assert!(run.has("files/assets/card.png"));
}

#[test]
fn what_is_not_known_is_not_said() {
    let plan = with("", "image = \"assets/card.png\"\n").bytes("assets/card.png", b"\x89PNG");
    let run = plan.build().ok();
    for name in ["og:url", "og:image"] {
        assert_eq!(meta(&run, "goals/g1.html", name), None, "{name}");
    }
    assert!(!run.page("goals/g1.html").has("link[rel=canonical]"));
    assert_eq!(
        meta(&run, "goals/g1.html", "twitter:card").as_deref(),
        Some("summary")
    );
}

#[test]
fn a_language_is_that_of_a_country() {
    for (language, locale) in [("en-IE", "en_IE"), ("de", "de_DE"), ("ar", "ar_EG")] {
        let run = with(&format!("language = \"{language}\"\n"), "")
            .build()
            .ok();
        assert_eq!(
            meta(&run, "index.html", "og:locale").as_deref(),
            Some(locale)
        );
    }
}

#[test]
fn the_icon_is_in_the_colour_of_the_plan() {
    let run = with("", "accent = \"#0b6e6e\"\n").build().ok();
    assert!(text(&run, "assets/icon.svg").contains("color=\"#0b6e6e\""));
    let plan = with("", "accent = \"#0b6e6e\"\n").file("theme/assets/icon.svg", "<svg/>");
    assert_eq!(text(&plan.build().ok(), "assets/icon.svg"), "<svg/>");
}

#[test]
fn the_page_for_what_is_not_there_works_at_any_address() {
    let run = with(URL, "").build().ok();
    let page = run.page("404.html");
    let links = [
        page.attributes("link[rel=stylesheet]", "href"),
        page.attributes("nav a", "href"),
        page.attributes("script", "src"),
    ];
    for href in links.concat() {
        assert!(href.starts_with("/2030/"), "{href}");
    }
    let run = with("", "").build().ok();
    let sheets = run
        .page("404.html")
        .attributes("link[rel=stylesheet]", "href");
    assert!(
        sheets.iter().all(|href| href.starts_with("assets/")),
        "{sheets:?}"
    );
}

#[test]
fn an_image_that_is_not_there_is_mentioned() {
    let plan = with("", "image = \"assets/crad.png\"\n").bytes("assets/card.png", b"\x89PNG");
    let run = plan.check();
    let found = run.findings().join("\n");
    assert!(
        found.contains("the image `assets/crad.png` is not there"),
        "{found}"
    );
}
