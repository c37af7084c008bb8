//! Headings of columns, and what they mean.

use deunicode::deunicode;

/// What a column holds, with the words that head such columns, folded. A
/// column may also be headed by the name of a kind.
const KNOWN: [(&str, &str); 38] = [
    (
        "title",
        "title|name|item|titel|bezeichnung|titre|intitule|nom|titulo|nombre",
    ),
    (
        "id",
        "id|ref|reference|no|nr|number|code|#|key|nummer|kennung|kennziffer|numero|n|num|goal no|item no|action no|risk id|action id|goal id|strategy id|ref no",
    ),
    (
        "parent",
        "parent|parent id|supports|supports goal|supports strategy|supports objective|linked goal|linked strategy|related goal|related strategy|aligned goal|aligns to|aligned to|belongs to|under|parent goal|parent strategy|parent item|strategic goal supported|ubergeordnet|gehort zu|oberziel|rattache a|objectif parent|padre|pertenece a",
    ),
    ("kind", "kind|type|item type|level type|art|typ|tipo|nature"),
    (
        "level",
        "level|outline level|depth|indent|ebene|stufe|niveau|nivel",
    ),
    (
        "text",
        "description|details|detail|text|scope|beschreibung|descripcion|narrative|what",
    ),
    (
        "notes",
        "notes|note|comments|comment|remarks|remark|progress notes|update|updates|bemerkung|bemerkungen|anmerkung|anmerkungen|kommentar|kommentare|notiz|notizen|remarques|commentaire|commentaires|notas|comentarios|observaciones|observations",
    ),
    (
        "summary",
        "summary|zusammenfassung|resume|resumen|kurzbeschreibung",
    ),
    (
        "owner",
        "owner|lead|responsible|accountable|lead person|responsible person|person responsible|responsible party|responsibility|assigned to|assignee|who|lead officer|action owner|risk owner|goal owner|verantwortlich|verantwortliche|zustandig|zustandigkeit|leitung|federfuhrung|responsable|pilote|encargado|a cargo",
    ),
    (
        "contributors",
        "contributors|contributor|support|supporting|partners|partner|team members|mitwirkende|beteiligte|partenaires|participants|participantes|colaboradores",
    ),
    ("consulted", "consulted|konsultiert|consultes|consultados"),
    ("informed", "informed|informiert|informes|informados"),
    (
        "team",
        "team|department|dept|lead dept|lead department|responsible department|division|unit responsible|abteilung|amt|fachbereich|referat|service|departement|direction|departamento|area",
    ),
    (
        "status",
        "status|state|progress status|current status|stand|zustand|statut|etat|estado|avance estado",
    ),
    (
        "health",
        "health|rag|rag status|traffic light|ampel|ampelstatus|feu|semaforo|rating",
    ),
    (
        "start",
        "start|start date|begin|begins|from|planned start|beginn|startdatum|anfang|debut|date de debut|inicio|fecha de inicio",
    ),
    (
        "due",
        "due|due date|due by|deadline|target date|completion date|end|end date|finish|finish date|by when|when|timeline|timeframe|target completion|complete by|planned end|fallig|falligkeit|termin|frist|ende|bis|bis wann|enddatum|zieldatum|echeance|date limite|fin|date de fin|vencimiento|plazo|fecha limite|fecha de fin",
    ),
    ("due_when", "due when|due event"),
    (
        "completed",
        "completed|completed on|date completed|actual end|done on|actual completion|erledigt am|abgeschlossen am|termine le|terminado el",
    ),
    (
        "repeats",
        "repeats|frequency|recurrence|recurring|how often|haufigkeit|turnus|frequence|frecuencia",
    ),
    (
        "progress",
        "progress|complete|percent complete|pct complete|completion|percent|percentage complete|done|fortschritt|erledigt|avancement|avance|progreso",
    ),
    ("weight", "weight|weighting|gewicht|gewichtung|poids|peso"),
    (
        "priority",
        "priority|prioritat|prio|priorite|prioridad|urgency",
    ),
    (
        "budget",
        "budget|cost|costs|estimated cost|est cost|budgeted|funding|planned cost|kosten|mittel|cout|presupuesto|costo|coste",
    ),
    (
        "spent",
        "spent|actual cost|expenditure|spend|spent to date|actuals|expenses|ausgaben|ausgegeben|depenses|depense|gastado|gasto",
    ),
    (
        "reviewed",
        "reviewed|last reviewed|last review|last updated|updated on|gepruft|gepruft am|revise le|revisado",
    ),
    (
        "health_note",
        "health note|reason|explanation|begrundung|justification|motivo",
    ),
    (
        "evidence",
        "evidence|proof|deliverable|deliverables|nachweis|preuve|livrable|evidencia|entregable",
    ),
    (
        "tags",
        "tags|tag|keywords|labels|category|categories|schlagworte|kategorie|mots cles|categorie|etiquetas|categoria",
    ),
    (
        "unit",
        "unit|units|unit of measure|uom|einheit|unite|unidad",
    ),
    (
        "direction",
        "better when|desired direction|polarity|trend wanted",
    ),
    (
        "baseline",
        "baseline|base|starting value|ausgangswert|basiswert|valeur initiale|reference value|valor inicial|linea base",
    ),
    (
        "target",
        "target|target value|zielwert|soll|cible|valeur cible|meta|valor objetivo|goal value",
    ),
    (
        "current",
        "current|actual|current value|latest|latest value|actual value|ist|istwert|aktuell|valeur actuelle|actuel|valor actual",
    ),
    (
        "as_of",
        "as of|date measured|measured on|reading date|stichtag|au|al dia",
    ),
    (
        "source",
        "source|data source|datenquelle|quelle|source de donnees|fuente",
    ),
    (
        "likelihood",
        "likelihood|probability|l|eintrittswahrscheinlichkeit|wahrscheinlichkeit|probabilite|vraisemblance|probabilidad",
    ),
    (
        "impact",
        "impact|severity|consequence|i|auswirkung|schaden|gravite|impacto",
    ),
];

/// Others, of which there is little to say.
const MORE: [(&str, &str); 5] = [
    (
        "response",
        "response|treatment|risk response|risikobehandlung|traitement|respuesta",
    ),
    (
        "mitigation",
        "mitigation|mitigation plan|controls|mitigating actions|gegenmassnahmen|mesures|mitigacion",
    ),
    ("trigger", "trigger|ausloser|declencheur|disparador"),
    (
        "depends_on",
        "depends on|dependencies|dependency|predecessor|predecessors|abhangig von|depend de|depende de",
    ),
    (
        "threatens",
        "threatens|affects|goal affected|risk to|bedroht|menace|amenaza",
    ),
];

/// Kinds with the words for them, folded.
const KINDS: [(&str, &str); 8] = [
    (
        "goal",
        "goal|goals|strategic goal|strategic goals|priority area|focus area|theme|pillar|strategic priority|ziel|ziele|strategisches ziel|strategische ziele|handlungsfeld|but|buts|axe|axes|axe strategique|meta estrategica|eje|ejes|eje estrategico",
    ),
    (
        "objective",
        "objective|objectives|unterziel|teilziel|teilziele|objectif|objectifs|objetivo|objetivos",
    ),
    (
        "strategy",
        "strategy|strategies|initiative|initiatives|approach|strategie|strategien|estrategia|estrategias",
    ),
    (
        "action",
        "action|actions|task|tasks|activity|activities|action item|action items|action step|action steps|project|projects|massnahme|massnahmen|aktion|aktionen|aufgabe|aufgaben|projekt|projekte|tache|taches|accion|acciones|tarea|tareas|actividad|actividades",
    ),
    (
        "milestone",
        "milestone|milestones|meilenstein|meilensteine|jalon|jalons|hito|hitos",
    ),
    (
        "measure",
        "kpi|kpis|measure|measures|metric|metrics|indicator|indicators|performance measure|performance indicator|performance measures|success measure|kennzahl|kennzahlen|indikator|indikatoren|indicateur|indicateurs|indicador|indicadores",
    ),
    (
        "risk",
        "risk|risks|risk register|risiko|risiken|risikoregister|risque|risques|riesgo|riesgos",
    ),
    (
        "contingency",
        "contingency|contingencies|plan b|plan bs|notfallplan|plan de secours|contingencia",
    ),
];

/// What a heading is guessed to mean.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Guess {
    /// The fields that its words may stand for; more than one is a doubt.
    pub fields: Vec<&'static str>,
    /// The kinds that it names.
    pub kinds: Vec<&'static str>,
    /// The period that it names: `2024`, `FY2027`, `2026-Q3`.
    pub period: Option<String>,
}

/// Words in lower case and plain letters, one blank between them.
pub fn folded(text: &str) -> String {
    let plain = deunicode(&text.replace('%', " percent ")).to_lowercase();
    let plain = if plain.trim() == "#" {
        plain
    } else {
        plain.replace(|c: char| !c.is_alphanumeric(), " ")
    };
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The field of the plan format, or of a table, of that name.
pub fn field(name: &str) -> Option<&'static str> {
    let own = ["keep", "due_was"];
    let named = KNOWN.iter().chain(&MORE).map(|(field, _)| *field);
    let kinds = KINDS.iter().map(|(kind, _)| *kind);
    named.chain(own).chain(kinds).find(|known| *known == name)
}

/// All that a column can be mapped to, in the order of the list.
pub fn fields() -> Vec<&'static str> {
    let named = KNOWN.iter().chain(&MORE).map(|(field, _)| *field);
    named
        .chain(KINDS.iter().map(|(kind, _)| *kind))
        .chain(["keep"])
        .collect()
}

/// The kind that words name.
pub fn kind(words: &str) -> Option<&'static str> {
    lookup(&KINDS, &folded(words))
}

/// The only kind that one of several words names, as in a sheet's name.
pub fn kind_within(words: &str) -> Option<&'static str> {
    if let Some(kind) = kind(words) {
        return Some(kind);
    }
    let words = folded(words);
    let mut found: Vec<_> = words.split(' ').filter_map(kind).collect();
    found.dedup();
    match found.as_slice() {
        [only] => Some(only),
        _ => None,
    }
}

fn lookup(all: &[(&'static str, &str)], folded: &str) -> Option<&'static str> {
    let fits = |(_, words): &&(&str, &str)| words.split('|').any(|word| word == folded);
    all.iter().find(fits).map(|(name, _)| *name)
}

/// What a heading means.
pub fn guess(heading: &str) -> Guess {
    let (words, period) = without_period(heading);
    let outside: String = without_brackets(&words);
    let mut guess = Guess {
        period,
        ..Guess::default()
    };
    let whole = folded(&outside);
    if guess.period.is_some() && whole.is_empty() {
        guess.fields.push("current");
        return guess;
    }
    let parts: Vec<&str> = outside.split(['/', '|', '\n']).collect();
    let one = [outside.as_str()];
    let is_known = |words: &str| known(&folded(words)).is_some() || kind(words).is_some();
    let parts: &[&str] = if is_known(&outside) || folded(&words) == whole && parts.len() < 2 {
        &one
    } else {
        &parts
    };
    for part in parts {
        let folded = folded(part);
        match (known(&folded), kind(part)) {
            (_, Some(kind)) if !guess.kinds.contains(&kind) => guess.kinds.push(kind),
            (Some(field), _) if !guess.fields.contains(&field) => guess.fields.push(field),
            _ => {}
        }
    }
    if guess.fields == ["status", "health"] || guess.fields == ["health", "status"] {
        guess.fields = vec!["status"];
    }
    guess
}

fn known(folded: &str) -> Option<&'static str> {
    let found = |words: &str| lookup(&KNOWN, words).or_else(|| lookup(&MORE, words));
    let percent = folded.replace("percent", "");
    let endings = ["eur", "usd", "gbp", "chf", "in eur", "in usd"];
    let short = endings.iter().find_map(|it| folded.strip_suffix(it));
    found(folded)
        .or_else(|| found(percent.trim()))
        .or_else(|| found(short?.trim()))
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            c if depth == 0 => out.push(c),
            _ => {}
        }
    }
    if out.trim().is_empty() {
        text.to_owned()
    } else {
        out
    }
}

/// A heading without the year, quarter or fiscal year that it names.
fn without_period(heading: &str) -> (String, Option<String>) {
    let words: Vec<&str> = heading.split_whitespace().collect();
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let fiscal = crate::quantity::FiscalCalendar::default();
    let is_period = |text: &str| {
        text.chars().any(|c| c.is_ascii_digit())
            && crate::quantity::Period::parse(text, &fiscal).is_ok()
    };
    for (at, word) in words.iter().enumerate() {
        let pair = words.get(at + 1).map(|next| (bare(word), bare(next)));
        let quarter =
            pair.filter(|(q, year)| q.len() == 2 && q.starts_with(['Q', 'q']) && year.len() == 4);
        let quarter = quarter.map(|(q, year)| format!("{year}-{}", q.to_uppercase()));
        if let Some(period) = quarter.filter(|it| is_period(it)) {
            return (rest(&words, at, 2), Some(period));
        }
        let single = bare(word);
        if single.len() >= 4 && is_period(&single) {
            return (rest(&words, at, 1), Some(single.to_uppercase()));
        }
    }
    (heading.to_owned(), None)
}

fn rest(words: &[&str], at: usize, count: usize) -> String {
    let before = words[..at].iter();
    before
        .chain(&words[at + count..])
        .copied()
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::guess;

    #[test]
    fn headings_are_known_however_they_are_written() {
        let cases = [
            ("Lead", "owner"),
            ("LEAD\nDept.", "team"),
            ("Target date", "due"),
            ("Due by:", "due"),
            ("% complete", "progress"),
            ("Status/RAG", "status"),
            ("Budget ($)", "budget"),
            ("Supports goal", "parent"),
            ("Ref.", "id"),
            ("No.", "id"),
            ("#", "id"),
            ("Notes/Comments", "notes"),
            ("Zuständig", "owner"),
            ("Échéance", "due"),
            ("Presupuesto (EUR)", "budget"),
            ("Baseline (2024)", "baseline"),
            ("Kosten EUR", "budget"),
            ("2024 actual", "current"),
            ("2025", "current"),
        ];
        for (heading, field) in cases {
            assert_eq!(guess(heading).fields, [field], "{heading}");
        }
        assert_eq!(guess("Target 2027").period.as_deref(), Some("2027"));
        assert_eq!(guess("KPI").kinds, ["measure"]);
        assert_eq!(
            guess("Goal / Strategy / Action").kinds,
            ["goal", "strategy", "action"]
        );
        assert_eq!(guess("Lead / Status").fields, ["owner", "status"]);
        assert_eq!(guess("Shoe size"), super::Guess::default());
    }
}
