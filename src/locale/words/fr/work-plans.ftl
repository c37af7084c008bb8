work-plans-title = Plans de travail
work-plans-lead = Le nombre d’actions de chaque année, pour tous et par équipe.
work-plans-of = Plan de travail { $year }
work-plans-whole = Toutes les équipes
work-plans-closed = { $count ->
    [one] { $count } close
   *[other] { $count } closes
}
work-plans-actions = Actions
work-plans-done = Terminées ou abandonnées
work-plans-budgets = Budgets
work-plans-budgets-note = de ces actions, toutes années confondues
work-plans-turn = Autres plans de travail
work-plans-teams = Par équipe :
work-plans-id = Identifiant
work-plans-action = Action
work-plans-who = Qui
work-plans-when = Quand
work-plans-budget = Budget
work-plans-measured = Mesurée par
work-plans-state = État
work-plans-step-reached = { $day }, atteint
work-plans-step-late = { $day }, en retard
