//! What the HTML of a body looks like.

use scraper::{Html, Selector};

use super::{Resolved, render};
use crate::config::HtmlPolicy;
use crate::document::{Document, LinkForm};
use crate::source::SourceSet;

fn html(text: &str) -> String {
    under(HtmlPolicy::Sanitize, text)
}

fn under(policy: HtmlPolicy, text: &str) -> String {
    let set = SourceSet::in_memory([("a.md", text)]);
    let (document, _) = Document::read(&set.sources[0]);
    let mut resolve = |_, link: &crate::document::Link| match link.form {
        LinkForm::Image => Resolved::Image {
            src: link.target.clone(),
        },
        _ if link.target.contains("://") => Resolved::External {
            href: link.target.clone(),
        },
        LinkForm::Wiki if link.target == "A3.due" => Resolved::Text("30 June <2026>".to_owned()),
        LinkForm::Wiki if link.target == "S9" => Resolved::Broken {
            words: None,
            title: "there is no \"S9\"".to_owned(),
        },
        LinkForm::Wiki => Resolved::Link {
            href: format!("{}.html", link.target.to_lowercase()),
            words: link
                .words
                .is_empty()
                .then(|| format!("The & {}", link.target)),
            class: Some("item"),
            title: Some("A strategy".to_owned()),
        },
        LinkForm::Inline => Resolved::Link {
            href: link.target.clone(),
            words: None,
            class: None,
            title: None,
        },
    };
    render(&document, &set.sources[0], policy, &mut resolve, &[])
}

#[track_caller]
fn renders(text: &str, expected: &str) {
    assert_eq!(html(text), expected, "{text}");
}

#[test]
fn the_title_is_left_out_and_headings_follow_one_another() {
    renders(
        "# Title *x*\n\n### A\n\n##### B\n\n## C {#own}\n\n# D\n",
        "<h2 id=\"a\">A</h2>\n<h3 id=\"b\">B</h3>\n<h2 id=\"own\">C</h2>\n<h2 id=\"d\">D</h2>\n",
    );
    renders(
        "Text\n\n# D\n\n## E\n",
        "<p>Text</p>\n<h2 id=\"d\">D</h2>\n<h3 id=\"e\">E</h3>\n",
    );
}

#[test]
fn links_become_what_they_are_resolved_to() {
    renders(
        "[[S1]] [[S1|our *words*]]",
        "<p><a href=\"s1.html\" class=\"item\" title=\"A strategy\">The &amp; S1</a> \
         <a href=\"s1.html\" class=\"item\" title=\"A strategy\">our <em>words</em></a></p>\n",
    );
    renders(
        "[[A3.due]]",
        "<p><span class=\"fact\">30 June &lt;2026&gt;</span></p>\n",
    );
    renders(
        "[[S9]]",
        "<p><span class=\"broken\" title=\"there is no &quot;S9&quot;\">S9</span></p>\n",
    );
    renders(
        "[a](https://x.org/ä?b=1&c=2 \"t\")",
        "<p><a href=\"https://x.org/%C3%A4?b=1&amp;c=2\" class=\"external\" rel=\"noopener\" title=\"t\">a</a></p>\n",
    );
    renders("[](b.html)", "<p><a href=\"b.html\">b.html</a></p>\n");
}

#[test]
fn images_are_described_and_lazy() {
    renders(
        "![a *b* \"c\"](i.png \"t\")",
        "<p><img src=\"i.png\" alt=\"a b &quot;c&quot;\" loading=\"lazy\" title=\"t\"></p>\n",
    );
    renders(
        "[![in](i.png)](k.html)",
        "<p><a href=\"k.html\"><img src=\"i.png\" alt=\"in\" loading=\"lazy\"></a></p>\n",
    );
}

#[test]
fn no_link_and_no_image_can_run_or_load_from_elsewhere() {
    for text in [
        "[a](javascript:alert(1))",
        "[a](<java\u{1}script:alert(1)>)",
        "[a](data:text/html,x)",
        "![a](data:image/svg+xml,x)",
        "![a](https://x.org/i.png)",
        "![a](//x.org/i.png)",
    ] {
        renders(
            text,
            "<p><span class=\"broken\" title=\"This address is not followed\">a</span></p>\n",
        );
    }
}

#[test]
fn an_image_elsewhere_can_be_a_link() {
    let set = SourceSet::in_memory([(
        "a.md",
        "![a](https://x.org/i.png) [![b](https://x.org/j.png)](c.html)",
    )]);
    let (document, _) = Document::read(&set.sources[0]);
    let mut resolve = |_, link: &crate::document::Link| Resolved::External {
        href: link.target.clone(),
    };
    let html = render(
        &document,
        &set.sources[0],
        HtmlPolicy::default(),
        &mut resolve,
        &[],
    );
    assert_eq!(
        html,
        "<p><a href=\"https://x.org/i.png\" class=\"external\" rel=\"noopener\">a</a> \
         <a href=\"c.html\" class=\"external\" rel=\"noopener\">b</a></p>\n"
    );
}

#[test]
fn tables_scroll_and_have_headers() {
    renders(
        "| a | | c |\n|---|:-:|--:|\n| 1 | 2 | 3 |\n",
        "<section class=\"table-scroll\" tabindex=\"0\" aria-label=\"Table\">\n<table>\n\
         <thead>\n<tr><th scope=\"col\">a</th><td></td><th scope=\"col\" class=\"right\">c</th></tr>\n</thead>\n\
         <tbody>\n<tr><td>1</td><td class=\"center\">2</td><td class=\"right\">3</td></tr>\n\
         </tbody>\n</table>\n</section>\n",
    );
    assert!(html("|a|\n|-|\n\nx\n\n|b|\n|-|\n").contains("aria-label=\"Table 2\""));
}

#[test]
fn tasks_have_labels() {
    renders(
        "- [x] a\n- [ ] [[S1|b]]\n- c\n",
        "<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled checked aria-label=\"Done\"> a</li>\n\
         <li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"Open\"> \
         <a href=\"s1.html\" class=\"item\" title=\"A strategy\">b</a></li>\n<li>c</li>\n</ul>\n",
    );
    assert!(html("- [x] a\n\n- [ ] b\n").contains("<li class=\"task\">"));
}

#[test]
fn footnotes_are_numbered_as_met_and_lead_back() {
    renders(
        "a[^x] b[^y] c[^x]\n\n[^y]: why\n\n[^unused]: lost [[S1]]\n\n[^x]: see [^z]\n\n[^z]: deep\n",
        "<p>a<sup class=\"footnote-ref\"><a href=\"#fn:1\" id=\"fnref:1\" role=\"doc-noteref\">1</a></sup> \
         b<sup class=\"footnote-ref\"><a href=\"#fn:2\" id=\"fnref:2\" role=\"doc-noteref\">2</a></sup> \
         c<sup class=\"footnote-ref\"><a href=\"#fn:1\" id=\"fnref:1:2\" role=\"doc-noteref\">1</a></sup></p>\n\
         <section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n<ol>\n\
         <li id=\"fn:1\">\n<p>see <sup class=\"footnote-ref\"><a href=\"#fn:3\" id=\"fnref:3\" role=\"doc-noteref\">3</a></sup> \
         <a class=\"footnote-back\" href=\"#fnref:1\" role=\"doc-backlink\" aria-label=\"Back to reference 1\">↩</a> \
         <a class=\"footnote-back\" href=\"#fnref:1:2\" role=\"doc-backlink\" aria-label=\"Back to reference 1, place 2\">↩</a></p>\n</li>\n\
         <li id=\"fn:2\">\n<p>why <a class=\"footnote-back\" href=\"#fnref:2\" role=\"doc-backlink\" aria-label=\"Back to reference 2\">↩</a></p>\n</li>\n\
         <li id=\"fn:3\">\n<p>deep <a class=\"footnote-back\" href=\"#fnref:3\" role=\"doc-backlink\" aria-label=\"Back to reference 3\">↩</a></p>\n</li>\n\
         </ol>\n</section>\n",
    );
}

#[test]
fn alerts_code_and_definitions() {
    renders(
        "> [!WARNING]\n> Mind *this*\n",
        "<div class=\"alert alert-warning\" role=\"note\">\n<p class=\"alert-title\">Warning</p>\n<p>Mind <em>this</em></p>\n</div>\n",
    );
    renders(
        "```rust ignore\nlet a = \"<\";\n```\n",
        "<pre tabindex=\"0\"><code class=\"language-rust\">let a = \"&lt;\";\n</code></pre>\n",
    );
    renders("    x\n", "<pre tabindex=\"0\"><code>x\n</code></pre>\n");
    renders(
        "term\n: what it *is*\n",
        "<dl>\n<dt>term</dt>\n<dd>what it <em>is</em></dd>\n</dl>\n",
    );
    renders("a  \nb\n\n***\n", "<p>a<br>\nb</p>\n<hr>\n");
    renders("~~a~~ &amp; <!-- b -->", "<p><del>a</del> &amp; </p>\n");
}

#[test]
fn audience_marks_are_not_shown() {
    renders(
        "a\n::: audience board\nb\n:::\nc\n",
        "<p>a</p>\n<p>b</p>\n<p>c</p>\n",
    );
}

#[test]
fn html_is_cleaned_and_what_we_write_is_kept() {
    renders(
        "<details>\n<summary onclick=\"x()\">s</summary>\n\n[[S1]] <script>alert(1)</script>\n\n</details>\n",
        "<details>\n<summary>s</summary>\n<p><a href=\"s1.html\" class=\"item\" title=\"A strategy\" rel=\"noopener\">The &amp; S1</a> </p>\n</details>\n",
    );
    let every = "[[S9]] [[A3.due]] ![i](i.png)\n\n## H\n\n- [x] t\n\n|a|b|\n|-|-:|\n|1|2|\n\n3. x\n\n```r\nx\n```\n\n\
                 > [!TIP]\n> y\n\nt\n: d\n\nz[^1]\n\n[^1]: n\n";
    let with_html = format!("{every}\n<b>w</b>\n");
    let parts = |html: &str| -> Vec<String> {
        let page = Html::parse_fragment(html);
        let all = Selector::parse("*").expect("a selector");
        page.select(&all)
            .filter(|element| element.value().name() != "b")
            .map(|element| {
                let mut attributes: Vec<_> = element
                    .value()
                    .attrs()
                    .filter(|(name, _)| *name != "rel")
                    .collect();
                attributes.sort_unstable();
                format!("{} {attributes:?}", element.value().name())
            })
            .collect()
    };
    let mut plain = parts(&html(every));
    let mut cleaned = parts(&html(&with_html));
    plain.sort();
    cleaned.sort();
    cleaned.retain(|part| part != "p []");
    plain.retain(|part| part != "p []");
    assert_eq!(plain, cleaned);
}

#[track_caller]
fn renders_under(policy: HtmlPolicy, text: &str, expected: &str) {
    assert_eq!(under(policy, text), expected, "{text}");
}

#[test]
fn html_can_be_shown_as_text() {
    for (text, expected) in [
        (
            "<div class=\"a\">\n*b*\n</div>\n\nc *d* <b>e</b>\n",
            "<p>&lt;div class=\"a\"&gt;\n*b*\n&lt;/div&gt;</p>\n\
             <p>c <em>d</em> &lt;b&gt;e&lt;/b&gt;</p>\n",
        ),
        (
            "> <hr>\n> <hr>\n",
            "<blockquote>\n<p>&lt;hr&gt;\n&lt;hr&gt;</p>\n</blockquote>\n",
        ),
        (
            "<!-- a <b>\n\nc --> d\n\ne <!-- f > g --> h",
            "<p>d</p>\n<p>e  h</p>\n",
        ),
        (
            "[a](javascript:x)",
            "<p><span class=\"broken\" title=\"This address is not followed\">a</span></p>\n",
        ),
    ] {
        renders_under(HtmlPolicy::Escape, text, expected);
    }
}

#[test]
fn html_can_stay_as_it_is_and_stays_within_its_place() {
    for (text, expected) in [
        (
            "<video src=\"a.mp4\" controls>\n</video>\n\n[[S9]] <b style=\"x\">e\n\n</div>\n",
            "<video controls=\"\" src=\"a.mp4\">\n</video>\n\
             <p><span class=\"broken\" title=\"there is no &quot;S9&quot;\">S9</span> \
             <b style=\"x\">e</b></p><b style=\"x\">\n\n</b>",
        ),
        (
            "[a](javascript:x) <b>c</b>",
            "<p><span class=\"broken\" title=\"This address is not followed\">a</span> <b>c</b></p>\n",
        ),
        (
            "<plaintext onclick=\"x\">\n\na\n",
            "\n&lt;p&gt;a&lt;/p&gt;\n",
        ),
    ] {
        renders_under(HtmlPolicy::Allow, text, expected);
    }
}

#[test]
fn too_much_html_is_shown_as_text() {
    let html = html(&"<b onclick=\"x()\">\n\nx\n\n".repeat(2000));
    assert!(!html.contains("<b"), "it is escaped");
    assert!(html.contains("&lt;b onclick"));
}
