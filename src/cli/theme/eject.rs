//! `planwright theme eject`: writes out what there is to change.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args as ClapArgs;

use crate::diagnostic::did_you_mean;
use crate::locale;
use crate::theme::{Kind, Theme};

use super::super::failure::Failure;
use super::super::terminal::{self, counted, print};
use super::super::{Done, Outcome, draft};
use super::choose::inside;
use super::{built_in, load};

#[derive(Debug, ClapArgs)]
#[command(after_help = "Examples:
  planwright theme eject tokens.css                 one file, by its name
  planwright theme eject templates/item.html home.html
  planwright theme eject words/fr.ftl               the site's own words in French
  planwright theme eject --dir /tmp/look            all templates and assets

What is there already is never written over.")]
pub(super) struct Args {
    /// The files: `tokens.css`, `templates/item.html`, `words/de.ftl`; else
    /// all templates and assets.
    files: Vec<String>,
    /// The built-in theme: default or plain.
    #[arg(long, value_name = "NAME", default_value = "default")]
    theme: String,
    /// The folder to write into; else `theme` in the plan's folder.
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

pub(super) fn run(args: &Args) -> Done {
    let theme = Theme::built_in(built_in(&args.theme)?);
    let files = files(&theme);
    let wanted = wanted(&args.files, &files)?;
    let dir = if let Some(dir) = &args.dir {
        dir.clone()
    } else {
        let plan = load::plan(None);
        let plan = plan.map_err(|failure| failure.help("name the folder with --dir"))?;
        inside(&plan, "theme")
    };
    let (mut written, mut kept) = (0, 0);
    for path in wanted {
        let to = dir.join(path);
        if to.exists() {
            terminal::note(&format!("kept {}: it is there already", to.display()));
            kept += 1;
            continue;
        }
        draft::write_new(&to, &files[path])?;
        print(&format!("{}\n", to.display()));
        written += 1;
    }
    let kept = match kept {
        0 => String::new(),
        kept => format!(", left {} alone", counted(kept, "file")),
    };
    terminal::done("Wrote", &format!("{}{kept}", counted(written, "file")));
    Ok(Outcome::Well)
}

/// The texts that can be written out, by their paths in a theme.
pub(super) fn files(theme: &Theme) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for name in theme.template_names() {
        let text = theme.template(name).unwrap_or_default();
        files.insert(
            format!("{}/{name}", Kind::Template.folder()),
            text.to_owned(),
        );
    }
    for (name, bytes) in &theme.assets {
        let text = String::from_utf8_lossy(bytes).into_owned();
        files.insert(format!("{}/{name}", Kind::Asset.folder()), text);
    }
    for language in locale::LANGUAGES {
        let parts: Vec<&str> = locale::built_in(language).into_values().collect();
        files.insert(
            format!("{}/{language}.ftl", Kind::Words.folder()),
            parts.join("\n"),
        );
    }
    files
}

/// The paths of the files that are asked for.
fn wanted<'f>(
    asked: &[String],
    files: &'f BTreeMap<String, String>,
) -> Result<Vec<&'f str>, Failure> {
    let words = format!("{}/", Kind::Words.folder());
    if asked.is_empty() {
        let all = files.keys().map(String::as_str);
        return Ok(all.filter(|path| !path.starts_with(&words)).collect());
    }
    let named = |asked: &str| {
        let ending = format!("/{asked}");
        let mut paths = files.keys().map(String::as_str);
        paths.find(|path| *path == asked || path.ends_with(&ending))
    };
    let mut wanted = Vec::new();
    for asked in asked {
        let path = named(asked).ok_or_else(|| {
            let names = files.keys().flat_map(|path| [path.as_str(), name_of(path)]);
            let help = did_you_mean(asked, names);
            let help = help.unwrap_or_else(|| "`planwright theme list` lists them".to_owned());
            Failure::new(format!("the theme has no file `{asked}`")).help(help)
        })?;
        wanted.push(path);
    }
    Ok(wanted)
}

fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
