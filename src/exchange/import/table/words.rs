//! Words for states, health, urgency and the scales of risks.

use super::grid::Cell;
use super::heading::folded;

const STATUSES: [(&str, &str); 6] = [
    (
        "proposed",
        "proposed|idea|draft|suggested|under consideration|vorgeschlagen|propose|propuesto",
    ),
    (
        "planned",
        "planned|not started|not yet started|to do|todo|open|scheduled|approved|new|upcoming|geplant|nicht begonnen|offen|prevu|planifie|non commence|a faire|planificado|no iniciado|pendiente",
    ),
    (
        "active",
        "active|in progress|started|underway|under way|ongoing|begun|working on it|in arbeit|laufend|begonnen|en cours|en curso|en progreso|iniciado",
    ),
    (
        "on-hold",
        "on hold|onhold|hold|paused|suspended|deferred|postponed|waiting|stalled|pausiert|zuruckgestellt|en attente|suspendu|en pausa|suspendido|aplazado",
    ),
    (
        "done",
        "done|complete|completed|finished|closed|achieved|implemented|erledigt|abgeschlossen|fertig|umgesetzt|termine|acheve|fait|completado|terminado|hecho|finalizado",
    ),
    (
        "dropped",
        "dropped|cancelled|canceled|abandoned|discontinued|withdrawn|rejected|abgebrochen|gestrichen|annule|abandonne|cancelado",
    ),
];

const HEALTH: [(&str, &str); 3] = [
    (
        "on-track",
        "on track|green|g|on schedule|on target|good|grun|im plan|vert|dans les temps|verde",
    ),
    (
        "at-risk",
        "at risk|amber|a|yellow|y|some risk|caution|needs attention|gelb|gefahrdet|orange|jaune|amarillo|ambar|en riesgo",
    ),
    (
        "off-track",
        "off track|red|r|delayed|behind|behind schedule|late|overdue|off target|critical|blocked|rot|verzogert|verspatet|rouge|en retard|rojo|retrasado|atrasado",
    ),
];

const PRIORITIES: [(&str, &str); 4] = [
    ("low", "low|3|p3|niedrig|gering|basse|faible|baja|bajo"),
    (
        "medium",
        "medium|med|moderate|normal|2|p2|mittel|moyenne|moyen|media|medio",
    ),
    ("high", "high|1|p1|hoch|haute|elevee|alta|alto"),
    (
        "critical",
        "critical|urgent|very high|highest|0|p0|kritisch|sehr hoch|critique|urgente|critica",
    ),
];

const SCALE: [(&str, &str); 5] = [
    (
        "1",
        "1|very low|rare|negligible|insignificant|very unlikely|remote|sehr gering|sehr niedrig|tres faible|muy baja|muy bajo",
    ),
    (
        "2",
        "2|low|unlikely|minor|gering|niedrig|unwahrscheinlich|faible|baja|bajo",
    ),
    (
        "3",
        "3|medium|moderate|possible|med|mittel|moglich|moyen|moyenne|media|medio",
    ),
    (
        "4",
        "4|high|likely|major|significant|hoch|wahrscheinlich|eleve|elevee|fort|alta|alto",
    ),
    (
        "5",
        "5|very high|almost certain|certain|severe|critical|catastrophic|extreme|very likely|sehr hoch|kritisch|tres eleve|muy alta|muy alto",
    ),
];

const RESPONSES: [(&str, &str); 4] = [
    ("avoid", "avoid|avoidance|vermeiden|eviter|evitar"),
    (
        "reduce",
        "reduce|mitigate|mitigation|treat|control|vermindern|reduzieren|reduire|attenuer|reducir|mitigar",
    ),
    (
        "transfer",
        "transfer|share|insure|ubertragen|versichern|transferer|transferir",
    ),
    (
        "accept",
        "accept|tolerate|retain|monitor|akzeptieren|tragen|accepter|aceptar",
    ),
];

const DIRECTIONS: [(&str, &str); 3] = [
    (
        "up",
        "up|increase|increasing|higher|higher is better|maximise|maximize",
    ),
    (
        "down",
        "down|decrease|decreasing|lower|lower is better|reduce|minimise|minimize",
    ),
    ("hold", "hold|maintain|keep|stable|steady"),
];

const TOTALS: &str = "total|totals|grand total|subtotal|sub total|sum|overall|summe|gesamt|gesamtsumme|zwischensumme|somme|sous total|suma|subtotales|totales";

/// The word of the plan format for that of a cell, of a field that has words.
pub fn word(field: &str, cell: &Cell) -> Option<&'static str> {
    let all: &[(&'static str, &str)] = match field {
        "status" => &STATUSES,
        "health" => &HEALTH,
        "priority" => &PRIORITIES,
        "likelihood" | "impact" => &SCALE,
        "response" => &RESPONSES,
        "direction" => &DIRECTIONS,
        _ => return None,
    };
    let text = cell.line();
    let folded = folded(&text);
    find(all, &folded).or_else(|| {
        // "4 - Likely", "High (4)"
        let mut parts = folded.split(' ');
        let number = parts
            .clone()
            .find(|it| it.len() == 1 && it.chars().all(|c| c.is_ascii_digit()));
        let rest: Vec<&str> = parts.by_ref().filter(|it| Some(*it) != number).collect();
        let (number, word) = (find(all, number?)?, find(all, &rest.join(" "))?);
        (number == word).then_some(word)
    })
}

fn find(all: &[(&'static str, &str)], folded: &str) -> Option<&'static str> {
    let fits = |(_, words): &&(&str, &str)| words.split('|').any(|word| word == folded);
    all.iter().find(fits).map(|(name, _)| *name)
}

/// State and health that a cell says, in one word or in two.
pub fn status_and_health(cell: &Cell) -> Option<(Option<&'static str>, Option<&'static str>)> {
    let one = |text: &str| {
        let cell = Cell::of(text);
        (word("status", &cell), word("health", &cell))
    };
    let line = cell.line();
    let whole = one(&line);
    if whole != (None, None) {
        return Some(whole);
    }
    let signs = [" - ", " – ", "/", ",", ";", "("];
    let (first, second) = signs.iter().find_map(|sign| line.split_once(sign))?;
    match (one(first), one(second.trim_end_matches(')'))) {
        ((Some(status), _), (_, Some(health))) | ((_, Some(health)), (Some(status), _)) => {
            Some((Some(status), Some(health)))
        }
        _ => None,
    }
}

/// Whether a row of that name adds up others.
pub fn is_total(text: &str) -> bool {
    let folded = folded(text);
    TOTALS.split('|').any(|word| word == folded)
        || TOTALS.split('|').any(|word| {
            folded.strip_prefix(word).is_some_and(|rest| {
                let rest = rest.trim();
                rest.starts_with("budget")
                    || rest.starts_with("cost")
                    || rest.chars().all(|c| c.is_ascii_digit())
            })
        })
}

#[cfg(test)]
mod tests {
    use super::{is_total, status_and_health, word};
    use crate::exchange::import::table::grid::Cell;

    #[test]
    fn states_and_colours_are_known_by_their_words() {
        let read = |text: &str| status_and_health(&Cell::of(text));
        assert_eq!(read("Not started"), Some((Some("planned"), None)));
        assert_eq!(read("AMBER"), Some((None, Some("at-risk"))));
        assert_eq!(
            read("In progress - delayed"),
            Some((Some("active"), Some("off-track")))
        );
        assert_eq!(read("Canceled"), Some((Some("dropped"), None)));
        assert_eq!(read("see minutes"), None);
        assert_eq!(word("likelihood", &Cell::of("4 - Likely")), Some("4"));
        assert_eq!(word("impact", &Cell::of("5 - Low")), None);
        assert_eq!(word("impact", &Cell::Number(3.0)), Some("3"));
        assert!(is_total("TOTAL:") && is_total("Total budget") && !is_total("Total renewal"));
    }
}
