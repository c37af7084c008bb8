//! How the site presents itself elsewhere: in previews of links, to search
//! engines, in a browser's tab.

use std::fmt::Write as _;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use serde::Serialize;

use crate::output::{Entry, SitePath};

use super::address;
use super::context::Context;
use super::pages::Page;
use super::pieces::Pen;

/// How other sites and programs present a page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Elsewhere {
    /// Whether search engines may list the page.
    pub indexed: bool,
    /// The page's whole address; none where nobody has said where the site
    /// will be.
    pub url: Option<String>,
    /// The whole address of an image for previews.
    pub image: Option<String>,
    /// The language and the country whose it is: `en_IE`.
    pub locale: String,
    /// The address of the feed.
    pub feed: Option<String>,
}

impl Elsewhere {
    pub(super) fn of(pen: &Pen<'_, '_>) -> Self {
        let context = pen.context;
        let image = context.image().map(address::file);
        Self {
            indexed: context.subject.config.site.index && pen.page != address::not_found(),
            url: url(context, &pen.page),
            image: image.and_then(|image| url(context, &image)),
            locale: context.locale.with_country().to_owned(),
            feed: super::downloads::feed(context).map(|path| pen.href(&path)),
        }
    }
}

/// The whole address of a page, where it is known where the site will be.
fn url(context: &Context<'_>, page: &SitePath) -> Option<String> {
    let base = context.subject.config.base_url.as_ref()?;
    if *page == address::home() {
        return Some(format!("{base}/"));
    }
    Some(format!("{base}/{}", page.relative_to(&address::home())))
}

/// The path on its server under which the site will be, with a slash at its
/// end: `/`, `/plan/`.
pub(super) fn base_path(context: &Context<'_>) -> Option<String> {
    let base = context.subject.config.base_url.as_ref()?;
    let (_, rest) = base.split_once("://")?;
    let path = rest.split_once('/').map_or("", |(_, path)| path);
    Some(if path.is_empty() {
        "/".to_owned()
    } else {
        format!("/{path}/")
    })
}

/// The files for programs, where they are there.
pub(super) const FILES: [&str; 2] = ["robots.txt", "sitemap.xml"];

/// `robots.txt`, and `sitemap.xml` where search engines may list the site and
/// it is known where it will be.
pub(super) fn files(context: &Context<'_>, pages: &[Page<'_>]) -> Vec<(SitePath, Entry)> {
    let mut files = Vec::new();
    let mut robots = String::from("User-agent: *\n");
    if context.subject.config.site.index {
        robots.push_str("Allow: /\n");
        let listed = pages.iter().filter(|page| page.is_listed());
        let urls: Option<Vec<String>> = listed.map(|page| url(context, &page.path)).collect();
        let sitemap = address::top("sitemap.xml");
        if let (Some(urls), Some(at)) = (urls, url(context, &sitemap)) {
            let _ = writeln!(robots, "Sitemap: {at}");
            files.push((sitemap, Entry::new(map(&urls))));
        }
    } else {
        robots.push_str("Disallow: /\n");
    }
    files.push((address::top("robots.txt"), Entry::new(robots.into_bytes())));
    files
}

/// A site map of the sitemaps protocol.
fn map(urls: &[String]) -> Vec<u8> {
    let write = || -> std::io::Result<Vec<u8>> {
        let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let set = writer
            .create_element("urlset")
            .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"));
        set.write_inner_content(|writer| {
            for url in urls {
                writer.create_element("url").write_inner_content(|writer| {
                    let loc = writer.create_element("loc");
                    loc.write_text_content(BytesText::new(url)).map(|_| ())
                })?;
            }
            Ok(())
        })?;
        Ok(writer.into_inner())
    };
    write().expect("memory takes everything")
}

/// The icon in the plan's colour: what it states as its `color`.
pub(super) fn icon(svg: &str, accent: &str) -> String {
    match svg.split_once(" color=\"") {
        Some((before, rest)) => match rest.split_once('"') {
            Some((_, after)) => format!("{before} color=\"{accent}\"{after}"),
            None => svg.to_owned(),
        },
        None => svg.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{icon, map};

    #[test]
    fn a_site_map_escapes_addresses() {
        let map = map(&["https://x.example/a?b&c".to_owned()]);
        let map = String::from_utf8(map).expect("UTF-8");
        assert!(
            map.contains("<loc>https://x.example/a?b&amp;c</loc>"),
            "{map}"
        );
        assert!(
            map.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"),
            "{map}"
        );
    }

    #[test]
    fn an_icon_takes_the_accent_where_it_asks_for_it() {
        assert_eq!(
            icon("<svg color=\"#000\"/>", "#0b6e6e"),
            "<svg color=\"#0b6e6e\"/>"
        );
        assert_eq!(
            icon("<svg fill=\"#000\"/>", "#0b6e6e"),
            "<svg fill=\"#000\"/>"
        );
    }
}
