status-proposed = Vorgeschlagen
status-planned = Geplant
status-active = Aktiv
status-on-hold = Pausiert
status-done = Erledigt
status-dropped = Verworfen

health-on-track = Auf Kurs
health-at-risk = Gefährdet
health-off-track = Nicht auf Kurs
health-unknown = Nicht bekannt

trigger-watched = Von Menschen beobachtet
trigger-armed = Scharf
trigger-tripped = Ausgelöst
trigger-expired = Abgelaufen

severity-error = Fehler
severity-warning = Warnung
severity-hint = Hinweis

priority-low = Niedrig
priority-medium = Mittel
priority-high = Hoch
priority-critical = Kritisch

level-input = Einsatz
level-activity = Aktivität
level-output = Leistung
level-outcome = Wirkung

response-avoid = Vermeiden
response-reduce = Vermindern
response-transfer = Übertragen
response-accept = Hinnehmen

reason-done = erledigt
reason-no-data = noch ist nichts bekannt
reason-unreported = fällig gewesen, und niemand hat gesagt, ob es erledigt ist
reason-late = über dem Termin
reason-not-started = hätte beginnen sollen
reason-in-time = im Zeitplan
reason-readings = letzter Messwert gegen das, was bis dahin erwartet war
reason-parts = seine Teile: { $parts }
reason-on-track = { $count } auf Kurs
reason-at-risk = { $count } gefährdet
reason-off-track = { $count } nicht auf Kurs

kind-goal = Ziel
kind-goals = Ziele
kind-objective = Teilziel
kind-objectives = Teilziele
kind-strategy = Strategie
kind-strategies = Strategien
kind-action = Maßnahme
kind-actions = Maßnahmen
kind-milestone = Meilenstein
kind-milestones = Meilensteine
kind-measure = Kennzahl
kind-measures = Kennzahlen
kind-risk = Risiko
kind-risks = Risiken
kind-contingency = Plan B
kind-contingencies = Pläne B
kind-own = Eigene
kind-page = Seite

horizon-strategic = Strategischer Plan
horizon-tactical = Taktischer Plan
horizon-operational = Operativer Plan
horizon-contingency = Notfallplan

count-of-kind = { $count ->
    [one] { $count } { $one }
    *[other] { $count } { $many }
}
in-a-sentence = { LOWER($label) }
own-in-a-sentence = { $label }
numbers-in-words = kein ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf
yes = ja
no = nein
some-of-all = { $number } von { $all }
and-more = und { $count } weitere
colon = { $label }:
comma = ,
arrow = →

lag-years = { $count ->
    [one] { $count } Jahr
    *[other] { $count } Jahre
}
lag-months = { $count ->
    [one] { $count } Monat
    *[other] { $count } Monate
}
lag-weeks = { $count ->
    [one] { $count } Woche
    *[other] { $count } Wochen
}
lag-days = { $count ->
    [one] { $count } Tag
    *[other] { $count } Tage
}

repeats-days = { $every ->
    [one] jeden Tag
    *[other] alle { $every } Tage
}
repeats-weeks = { $every ->
    [one] jede Woche
    *[other] alle { $every } Wochen
}
repeats-months = { $every ->
    [one] jeden Monat
    [3] jedes Quartal
    *[other] alle { $every } Monate
}
repeats-years = { $every ->
    [one] jedes Jahr
    *[other] alle { $every } Jahre
}
repeats-on-weekdays = { $rhythm }: { $days }
repeats-on-nth = { $nth ->
    [1] { $rhythm } am ersten { $day }
    [2] { $rhythm } am zweiten { $day }
    [3] { $rhythm } am dritten { $day }
    [4] { $rhythm } am vierten { $day }
    *[other] { $rhythm } am letzten { $day }
}
repeats-on-last-day = { $rhythm } am letzten Tag
repeats-on-day = { $rhythm } am { $day }.
repeats-times = { $rhythm }, { $count }-mal
repeats-until = { $rhythm } bis { $day }
