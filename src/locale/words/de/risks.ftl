risks-low = Gering
risks-moderate = Mäßig
risks-high = Hoch
risks-critical = Kritisch
risks-avoid = vermeiden
risks-reduce = mindern
risks-transfer = übertragen
risks-accept = hinnehmen
risks-map = Wie wahrscheinlich, wie schlimm
risks-map-note = Offene Risiken nach Eintrittswahrscheinlichkeit und Auswirkung. Die Punktzahl ist das Produkt aus beiden.
risks-likelihood = Wahrscheinlichkeit
risks-impact = Auswirkung
risks-likelihood-1 = Selten
risks-likelihood-2 = Unwahrscheinlich
risks-likelihood-3 = Möglich
risks-likelihood-4 = Wahrscheinlich
risks-likelihood-5 = Fast sicher
risks-impact-1 = Kaum spürbar
risks-impact-2 = Gering
risks-impact-3 = Ernst
risks-impact-4 = Schwer
risks-impact-5 = Der Plan scheitert
risks-more = und { $count } weitere
risks-unscored = { $count ->
    [one] { $count } offenes Risiko ist nicht bewertet
   *[other] { $count } offene Risiken sind nicht bewertet
}
risks-closed = { $count ->
    [one] { $count } ist nicht mehr offen
   *[other] { $count } sind nicht mehr offen
}
risks-scores = { $from } bis { $to } Punkte
risks-register = Register
risks-id = Nr.
risks-score = Punkte
risks-response = Umgang
risks-threatens = Bedroht
risks-answers = Steht bereit
risks-status = Status
risks-owner = Verantwortlich
risks-team = Team
risks-level = Schwere
risks-mitigated = Gemindert durch
risks-nothing = Noch nichts
