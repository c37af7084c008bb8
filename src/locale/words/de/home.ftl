home-vision = Vision
home-on-course = Ist der Plan auf Kurs?
home-verdict = Der Plan ist { $health }. { $why }.
home-plan-on-track = auf Kurs
home-plan-at-risk = gefährdet
home-plan-off-track = nicht auf Kurs
home-so-many-on-track = { $kinds }: { $number } von { $all } auf Kurs
home-so-many-at-risk = { $number } gefährdet
home-so-many-off-track = { $number } nicht auf Kurs

home-work-done = Arbeit erledigt
home-kind-done = { $kinds }: erledigt
home-late-count = { $count } überfällig
home-measures-on-track = Kennzahlen auf Kurs
home-not-judged = { $count } nicht zu beurteilen
home-budget = Budget
home-spent = Ausgegeben
home-of-budget = von { $money }

home-decisions = Braucht eine Entscheidung
home-more-decisions = { $count ->
    [one] { $count } weitere steht in der Gliederung
    *[other] { $count } weitere stehen in der Gliederung
}
home-overdue = Überfällig
home-not-reported = Nicht gemeldet
home-was-due = { $kind }, fällig { $due }
home-was-due-noted = { $kind }, fällig { $due }. { $note }
home-was-due-silent = { $kind }, fällig { $due }; niemand hat gesagt, ob es erledigt ist

home-outline = Der ganze Plan als Gliederung
home-done = { $percent } erledigt
home-late = Überfällig:
home-next = Demnächst
home-plans = Pläne dieser Familie
home-items = { $count ->
    [one] { $count } Eintrag
    *[other] { $count } Einträge
}
home-plan-bs = Pläne B, die bereitstehen
home-about = Über diesen Plan
home-values = Woran wir uns halten
home-stakeholders = Für wen er ist, und wer ihn umsetzt
home-performer = Wirkt mit. { $text }
home-beneficiary = Hat etwas davon. { $text }
home-pages = Dazu zu lesen
home-as-of = Stand: { $day }
home-revision = Stand { $revision }
home-problems = { $count ->
    [one] { $count } Mangel
    *[other] { $count } Mängel
}
