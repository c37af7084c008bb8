# Der Bericht.

report-title = Bericht
report-as-of = Stand: { $day }
report-hint = Der Druckbefehl des Browsers macht daraus ein Dokument mit Seitenzahlen.
report-in-volumes = Dieser Plan hat { $count } Einträge, mehr als ein Dokument tragen kann. Jedes Kapitel ist ein eigener Band; drucken Sie den, den Sie brauchen.
report-volume-of = Ein Band des Berichts
report-contents = Inhalt
report-glance = Auf einen Blick
report-vision = Vision
report-mission = Auftrag
report-values = Werte
report-about = Zu diesem Plan
report-others = Neben den Zielen
report-accountable = Verantwortlich
report-progress = Fortschritt
report-health = Lage
report-status = Status
report-due = Fällig
report-budget = Budget
report-spent = Ausgegeben
report-period = Zeitraum
report-period-from = ab { $start }
report-measures = Kennzahlen
report-measure = Kennzahl
report-baseline = Ausgangswert
report-latest = Zuletzt
report-target = Zielwert
report-trend = Verlauf
report-actions = Maßnahmen
report-action = Maßnahme
report-who = Wer
report-when = Wann
report-how-much = Wie viel
report-more-actions = { $count ->
    [one] Eine weitere Maßnahme steht auf der zugehörigen Seite.
   *[other] { $count } weitere Maßnahmen stehen auf der zugehörigen Seite.
}
report-more-parts = { $count ->
    [one] Ein weiterer Teil steht in der Gliederung.
   *[other] { $count } weitere Teile stehen in der Gliederung.
}
report-again = Außerdem getragen von
report-risks = Risiken und Pläne B
report-risk = Risiko
report-plan-b = Plan B
report-plan-bs = Pläne B
report-score = Wert
report-response = Umgang
report-prepared = Was die Pläne B brauchen
report-people = Wer wofür verantwortlich ist
report-definitions = Wie die Kennzahlen erhoben werden
report-unit = Einheit
report-source = Quelle
report-ids = Was die Kürzel bedeuten
report-more-ids = { $count ->
    [one] Eines mehr steht in der Gliederung.
   *[other] { $count } weitere stehen in der Gliederung.
}
