//! The heads of columns.

use crate::locale::Locale;
use crate::query::Field;

/// What stands over a field's column: the plan's own label as it is written,
/// else the language's word.
pub(in crate::site) fn field(locale: &Locale, field: &Field) -> String {
    let found = LABELS.iter().find(|(name, _)| *name == field.name);
    match found {
        Some((_, id)) if !field.is_own() => locale.say(id),
        _ => field.label.clone(),
    }
}

/// The built-in fields and the messages that name them.
const LABELS: [(&str, &str); 53] = [
    ("id", "field-id"),
    ("title", "field-title"),
    ("summary", "field-summary"),
    ("kind", "field-kind"),
    ("role", "field-role"),
    ("status", "field-status"),
    ("status_word", "field-status"),
    ("open", "field-open"),
    ("owner", "field-owner"),
    ("contributors", "field-contributors"),
    ("consulted", "field-consulted"),
    ("informed", "field-informed"),
    ("team", "field-team"),
    ("plan", "field-plan"),
    ("tags", "field-tags"),
    ("priority", "field-priority"),
    ("start", "field-start"),
    ("due", "field-due"),
    ("completed", "field-completed"),
    ("reviewed", "field-reviewed"),
    ("due_when", "field-due-when"),
    ("late", "field-late"),
    ("slippage", "field-slippage"),
    ("progress", "field-progress"),
    ("weight", "field-weight"),
    ("health", "field-health"),
    ("computed_health", "field-computed-health"),
    ("budget", "field-budget"),
    ("spent", "field-spent"),
    ("currency", "field-currency"),
    ("likelihood", "field-likelihood"),
    ("impact", "field-impact"),
    ("score", "field-score"),
    ("response", "field-response"),
    ("trigger", "field-trigger"),
    ("unit", "field-unit"),
    ("baseline", "field-baseline"),
    ("target", "field-target"),
    ("latest", "field-latest"),
    ("attainment", "field-attainment"),
    ("goals", "field-goals"),
    ("above", "field-above"),
    ("parts", "field-parts"),
    ("parts_open", "field-parts-open"),
    ("path", "field-path"),
    ("supports", "field-supports"),
    ("depends_on", "field-depends-on"),
    ("measures", "field-measures"),
    ("threatens", "field-threatens"),
    ("mitigates", "field-mitigates"),
    ("answers", "field-answers"),
    ("continues", "field-continues"),
    ("relates_to", "field-relates-to"),
];

#[cfg(test)]
mod tests {
    use super::LABELS;
    use crate::config;
    use crate::diagnostic::SourceId;
    use crate::query::Fields;
    use crate::value::parse_toml;

    #[test]
    fn every_built_in_field_has_a_label() {
        let (config, _) = config::read(&parse_toml(SourceId(0), "", 0).0);
        let fields = Fields::of(&config);
        let names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
        assert_eq!(names, LABELS.map(|(name, _)| name));
    }
}
