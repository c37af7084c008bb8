scorecard-title = Kennzahlen
scorecard-title-of = Kennzahlen zu { $id } { $title }
scorecard-other = Kennzahlen, die zu keinem Ziel führen
scorecard-whole = Alle Kennzahlen
scorecard-number = { $count ->
    [one] { $count } Kennzahl
   *[other] { $count } Kennzahlen
}
scorecard-show = { $count ->
    [one] Die Kennzahl
   *[other] Die { $count } Kennzahlen
}
scorecard-done = { $percent } erledigt
scorecard-key-reading = Messwert
scorecard-key-expected = Erwartet
scorecard-key-forecast = Prognose
scorecard-key-target = Zielwert
scorecard-latest = Zuletzt
scorecard-expected = Erwartet
scorecard-target = Zielwert
scorecard-attained = { $percent } des Weges
scorecard-held = zu { $percent } gehalten
scorecard-table = Die Zahlen
scorecard-id = Nr.
scorecard-measure = Kennzahl
scorecard-baseline = Ausgangswert
scorecard-next = Nächster Schritt
scorecard-forecast = Prognose
scorecard-attainment = Zielerreichung
scorecard-health = Lage
scorecard-no-chart = Für ein Diagramm gibt es noch zu wenige Messwerte.
scorecard-pages = Seiten
scorecard-previous = Vorige Seite
scorecard-following = Nächste Seite
