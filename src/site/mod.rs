//! Which pages exist, where they are, and what they show.
//!
//! Each kind of page has a view: plain data in the order in which it is
//! shown, with addresses relative to the page. Templates turn views into
//! HTML; nothing here reads the clock, the disk, or another page.

mod address;
pub mod board;
mod body;
mod branches;
mod broken;
pub mod calendar;
mod chart;
mod context;
mod elsewhere;
pub mod events;
mod facts;
pub mod family;
pub mod findings;
pub mod frame;
mod grid;
pub mod home;
pub mod item;
pub mod listing;
pub mod map;
pub mod outline;
pub mod page;
mod pages;
pub mod paging;
pub mod people;
pub mod pieces;
pub mod problems;
mod quadrants;
mod render;
pub mod report;
pub mod risks;
pub mod roadmap;
mod scale;
pub mod scorecard;
pub mod search;
pub mod timeline;
pub mod traceability;
mod view;
mod words;
pub mod work_plans;

pub use broken::TemplateError;

use std::sync::Arc;

use rayon::prelude::*;

use crate::check::Subject;
use crate::diagnostic::{Diagnostic, Fault};
use crate::locale::Locale;
use crate::output::{Entry, Manifest, SitePath, Tree};
use crate::theme::Theme;

use context::Context;
use render::Renderer;

/// The whole site: pages, the theme's assets and the plan's files.
///
/// # Errors
///
/// When templates do not work: one error each.
pub fn build(
    subject: Subject<'_>,
    diagnostics: &[Diagnostic],
    theme: &Theme,
    locale: Locale,
    previous: Option<&Manifest>,
) -> Result<Tree, Vec<TemplateError>> {
    let locale = Arc::new(locale);
    let renderer = Renderer::new(theme, &locale, previous)?;
    let mut context = Context::new(subject, diagnostics, locale);
    let pages = pages::all(&context);
    context.nav = pages::ways(&pages);
    let made: Vec<Result<(SitePath, Entry), TemplateError>> = pages
        .par_iter()
        .map(|page| page.make(&context, &renderer))
        .collect();
    let mut tree = Tree::new();
    let mut errors = Vec::new();
    for page in made {
        match page {
            Ok((path, entry)) => put(&mut tree, &mut errors, path, entry),
            Err(error) => errors.push(error),
        }
    }
    let others = files(&context, theme).into_iter();
    let others = others.chain(elsewhere::files(&context, &pages));
    for (path, entry) in others.chain(search::files(&context)) {
        put(&mut tree, &mut errors, path, entry);
    }
    errors.sort();
    errors.dedup_by(|a, b| a.fault.is_as(&b.fault));
    if errors.is_empty() {
        Ok(tree)
    } else {
        Err(errors)
    }
}

fn put(tree: &mut Tree, errors: &mut Vec<TemplateError>, path: SitePath, entry: Entry) {
    let page = path.as_str().to_owned();
    if let Err(clash) = tree.insert(path, entry) {
        errors.push(TemplateError {
            fault: Fault::said(&clash.to_string()),
            page: Some(page),
        });
    }
}

/// The theme's assets, the accent colour, and the plan's files.
fn files(context: &Context<'_>, theme: &Theme) -> Vec<(SitePath, Entry)> {
    let mut files = Vec::new();
    for (name, bytes) in &theme.assets {
        files.push((address::asset(name), Entry::new(bytes.clone())));
    }
    if let Some(accent) = &context.subject.config.site.accent {
        let css = format!(":root {{\n  --accent: {};\n}}\n", accent.value);
        files.retain(|(path, _)| path.as_str() != "assets/accent.css");
        files.push((address::asset("accent.css"), Entry::new(css.into_bytes())));
        let icon = theme.assets.get("icon.svg");
        if let Some(svg) = icon.and_then(|icon| std::str::from_utf8(icon).ok()) {
            let icon = elsewhere::icon(svg, &accent.value).into_bytes();
            files.retain(|(path, _)| path.as_str() != "assets/icon.svg");
            files.push((address::asset("icon.svg"), Entry::new(icon)));
        }
    }
    files.extend(report::sheet(context));
    for (from, to) in context.attachments() {
        let bytes = context.subject.sources.linked_bytes(from);
        files.extend(bytes.map(|bytes| (to, Entry::new(bytes))));
    }
    files
}
