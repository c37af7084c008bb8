problems-title = Mängel
problems-by-item = Mängel nach Eintrag
problems-by-owner = Mängel nach Verantwortlichen
problems-way-rule = Nach Regel
problems-way-item = Nach Eintrag
problems-way-owner = Nach Verantwortlichen
problems-order = Reihenfolge der Mängel
problems-severity = Schwere
problems-rule = Regel
problems-errors = { $count } Fehler
problems-warnings = { $count ->
    [one] { $count } Warnung
    *[other] { $count } Warnungen
}
problems-hints = { $count ->
    [one] { $count } Hinweis
    *[other] { $count } Hinweise
}
problems-shown = { $count }, davon { $shown } hier gezeigt
problems-more-groups = { $count ->
    [one] Für { $count } weitere Gruppe ist auf dieser Seite kein Platz.
    *[other] Für { $count } weitere Gruppen ist auf dieser Seite kein Platz.
}
problems-of-nobody = Ohne Verantwortliche
problems-of-the-plan = Der Plan als Ganzes

rule-why = Warum es wichtig ist
rule-example = Ein Beispiel, und wie man es behebt
rule-mended = Behoben:
rule-mended-file = { $path }, behoben
rule-found = Was sie gefunden hat
rule-settings = Wenn sie nicht passt
rule-numbers = Die Regel richtet sich nach Zahlen aus { $file }:
rule-accept = Um einen Befund in einem Eintrag hinzunehmen, nennen Sie den Grund im Kopf seiner Datei: { $example }.
rule-reason = der Grund
rule-change = Um zu ändern, wie schwer ihre Befunde wiegen, setzen Sie { $setting } unter { $table } in { $file }, oder { $others }.
rule-of-this-plan = Eine Regel dieses Plans:
