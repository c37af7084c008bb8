//! Which HTML is let through.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::Builder;

/// The schemes that a link may have.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// What we write ourselves passes unchanged; scripts, styles, forms and what
/// is loaded from elsewhere do not.
static POLICY: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut policy = Builder::default();
    policy
        .add_tags(["section", "input", "figure", "figcaption"])
        .add_generic_attributes(["id", "class", "role", "title", "lang", "dir"])
        .add_generic_attribute_prefixes(["aria-"])
        .add_tag_attributes("a", ["href"])
        .add_tag_attributes("section", ["tabindex"])
        .add_tag_attributes("pre", ["tabindex"])
        .add_tag_attributes("th", ["scope"])
        .add_tag_attributes("img", ["loading"])
        .add_tag_attributes("details", ["open"])
        .add_tag_attributes("ol", ["start"])
        .add_tag_attributes("input", ["checked", "disabled"])
        .set_tag_attribute_value("input", "type", "checkbox")
        .url_schemes(HashSet::from(SCHEMES))
        .link_rel(Some("noopener"))
        .attribute_filter(|tag, attribute, value| {
            let is_loaded = tag == "img" && attribute == "src";
            let is_focus = attribute == "tabindex" && value != "0";
            let is_address = matches!(attribute, "cite" | "href" | "src");
            let is_refused = is_address && !is_safe(value);
            let is_dropped = is_focus || is_refused || (is_loaded && is_elsewhere(value));
            (!is_dropped).then_some(Cow::Borrowed(value))
        });
    policy
});

/// The HTML without what could run or reach out.
pub(super) fn clean(html: &str) -> String {
    POLICY.clean(html).to_string()
}

/// Whether an address may be followed: relative, or of a scheme that runs
/// nothing. Browsers skip blanks and control characters in it, so this does.
pub(super) fn is_safe(address: &str) -> bool {
    scheme(address).is_none_or(|scheme| SCHEMES.contains(&scheme.as_str()))
}

/// Whether an address leads out of the site.
pub(super) fn is_elsewhere(address: &str) -> bool {
    let address: String = seen(address).collect();
    address.starts_with("//") || address.starts_with("\\\\") || scheme(&address).is_some()
}

fn scheme(address: &str) -> Option<String> {
    let address: String = seen(address)
        .take_while(|c| !matches!(c, '/' | '?' | '#'))
        .collect();
    let (scheme, _) = address.split_once(':')?;
    Some(scheme.to_ascii_lowercase())
}

fn seen(address: &str) -> impl Iterator<Item = char> + '_ {
    address
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
}

#[cfg(test)]
mod tests {
    use super::{clean, is_elsewhere, is_safe};

    #[test]
    fn addresses_that_could_run_are_refused() {
        for address in [
            "javascript:x",
            "JaVaScript:x",
            " java\tscript:x",
            "\u{1}javascript:x",
            "data:text/html,x",
            "vbscript:x",
            "x y:z",
        ] {
            assert!(!is_safe(address), "{address}");
        }
        for address in [
            "a.html",
            "../a.html#b:c",
            "a/b:c",
            "?q=a:b",
            "#a:b",
            "https://x",
            "MAILTO:a@b.c",
            "tel:+1",
            "",
        ] {
            assert!(is_safe(address), "{address}");
        }
    }

    #[test]
    fn addresses_elsewhere_are_told() {
        for address in ["https://x", "//x", " //x", "\\\\x"] {
            assert!(is_elsewhere(address), "{address}");
        }
        assert!(!is_elsewhere("a/b.png"));
    }

    #[track_caller]
    fn cleans(html: &str, expected: &str) {
        assert_eq!(clean(html), expected);
    }

    #[test]
    fn nothing_runs_or_reaches_out() {
        cleans("<p>a<script>alert(1)</script></p>", "<p>a</p>");
        cleans("<p style=\"color:red\" onclick=\"x()\">a</p>", "<p>a</p>");
        cleans(
            "<style>p{}</style><iframe src=x></iframe><form action=x><button>b</button></form>",
            "b",
        );
        cleans(
            "<a href=\"javascript:x\">a</a>",
            "<a rel=\"noopener\">a</a>",
        );
        cleans("<q cite=\"javascript:x\">a</q>", "<q>a</q>");
        cleans("<img src=\"https://x/y.png\" alt=\"a\">", "<img alt=\"a\">");
        cleans(
            "<input type=\"text\" value=\"x\">",
            "<input type=\"checkbox\">",
        );
        cleans("<svg><script>x</script></svg>", "");
    }

    #[test]
    fn useful_html_stays() {
        let kept =
            "<details open=\"\"><summary>a</summary><p>H<sub>2</sub>O <kbd>x</kbd></p></details>";
        cleans(kept, kept);
    }
}
