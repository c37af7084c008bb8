# Le rapport.

report-title = Rapport
report-as-of = Situation au { $day }
report-hint = La commande d’impression du navigateur en fait un document aux pages numérotées.
report-in-volumes = Ce plan compte { $count } éléments, plus qu’un seul document ne peut en porter. Chaque chapitre est un volume à part ; imprimez celui qu’il vous faut.
report-volume-of = Un volume du rapport
report-contents = Sommaire
report-glance = En bref
report-vision = Vision
report-mission = Mission
report-values = Valeurs
report-about = À propos de ce plan
report-others = Hors des finalités
report-accountable = Responsable
report-progress = Avancement
report-health = Santé
report-status = État
report-due = Échéance
report-budget = Budget
report-spent = Dépensé
report-period = Période
report-period-from = à partir de { $start }
report-measures = Indicateurs
report-measure = Indicateur
report-baseline = Départ
report-latest = Dernier relevé
report-target = Cible
report-trend = Tendance
report-actions = Actions
report-action = Action
report-who = Qui
report-when = Quand
report-how-much = Combien
report-more-actions = { $count ->
    [one] Une action de plus figure sur sa page.
   *[other] { $count } actions de plus figurent sur sa page.
}
report-more-parts = { $count ->
    [one] Une partie de plus figure dans le plan détaillé.
   *[other] { $count } parties de plus figurent dans le plan détaillé.
}
report-again = Porté aussi par
report-risks = Risques et plans B
report-risk = Risque
report-plan-b = Plan B
report-plan-bs = Plans B
report-score = Cote
report-response = Réponse
report-prepared = Ce qu’il faut aux plans B
report-people = Qui répond de quoi
report-definitions = Comment les indicateurs sont relevés
report-unit = Unité
report-source = Source
report-ids = Ce que signifient les identifiants
report-more-ids = { $count ->
    [one] Un de plus figure dans le plan détaillé.
   *[other] { $count } de plus figurent dans le plan détaillé.
}
