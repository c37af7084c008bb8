home-vision = Vision
home-on-course = Le plan est-il en bonne voie ?
home-verdict = Le plan est { $health }. { $why }.
home-plan-on-track = en bonne voie
home-plan-at-risk = à risque
home-plan-off-track = hors trajectoire
home-so-many-on-track = { $kinds } : { $number } sur { $all } en bonne voie
home-so-many-at-risk = { $number } à risque
home-so-many-off-track = { $number } hors trajectoire

home-work-done = Travail accompli
home-kind-done = { $kinds } : réalisation
home-late-count = { $count } en retard
home-measures-on-track = Indicateurs en bonne voie
home-not-judged = { $count ->
    [one] { $count } ne peut être évalué
    *[other] { $count } ne peuvent être évalués
}
home-budget = Budget
home-spent = Dépensé
home-of-budget = sur { $money }

home-decisions = Demande une décision
home-more-decisions = { $count ->
    [one] { $count } de plus dans la structure
    *[other] { $count } de plus dans la structure
}
home-overdue = En retard
home-not-reported = Non signalé
home-was-due = { $kind }, échéance { $due }
home-was-due-noted = { $kind }, échéance { $due }. { $note }
home-was-due-silent = { $kind }, échéance { $due } ; personne n’a dit si c’est fait

home-outline = Le plan entier, en structure
home-done = { $percent } accompli
home-late = En retard :
home-next = À venir
home-plans = Plans de cette famille
home-items = { $count ->
    [one] { $count } élément
    *[other] { $count } éléments
}
home-plan-bs = Plans B prêts à servir
home-about = À propos de ce plan
home-values = Ce à quoi nous tenons
home-stakeholders = Pour qui il est fait, et qui le réalise
home-performer = Y prend part. { $text }
home-beneficiary = Y gagne. { $text }
home-pages = À lire aussi
home-as-of = État au { $day }
home-revision = Révision { $revision }
home-problems = { $count ->
    [one] { $count } problème
    *[other] { $count } problèmes
}
