status-proposed = Proposé
status-planned = Planifié
status-active = En cours
status-on-hold = Suspendu
status-done = Terminé
status-dropped = Abandonné

health-on-track = En bonne voie
health-at-risk = À risque
health-off-track = Hors trajectoire
health-unknown = Non connu

trigger-watched = Surveillé par des personnes
trigger-armed = Armé
trigger-tripped = Déclenché
trigger-expired = Expiré

severity-error = Erreur
severity-warning = Avertissement
severity-hint = Conseil

priority-low = Faible
priority-medium = Moyenne
priority-high = Élevée
priority-critical = Critique

level-input = Moyens
level-activity = Activité
level-output = Réalisation
level-outcome = Résultat

response-avoid = Éviter
response-reduce = Réduire
response-transfer = Transférer
response-accept = Accepter

reason-done = terminé
reason-no-data = rien n’est encore connu
reason-unreported = échéance passée, et personne n’a dit si c’est fait
reason-late = échéance dépassée
reason-not-started = aurait dû commencer
reason-in-time = dans les délais
reason-readings = dernier relevé comparé à ce qui était attendu à cette date
reason-parts = ses éléments : { $parts }
reason-on-track = { $count } en bonne voie
reason-at-risk = { $count } à risque
reason-off-track = { $count } hors trajectoire

kind-goal = Finalité
kind-goals = Finalités
kind-objective = Objectif
kind-objectives = Objectifs
kind-strategy = Stratégie
kind-strategies = Stratégies
kind-action = Action
kind-actions = Actions
kind-milestone = Jalon
kind-milestones = Jalons
kind-measure = Indicateur
kind-measures = Indicateurs
kind-risk = Risque
kind-risks = Risques
kind-contingency = Plan B
kind-contingencies = Plans B
kind-own = Propre
kind-page = Page

horizon-strategic = Plan stratégique
horizon-tactical = Plan tactique
horizon-operational = Plan opérationnel
horizon-contingency = Plan de secours

count-of-kind = { $count ->
    [one] { $count } { LOWER($one) }
    *[other] { $count } { LOWER($many) }
}
in-a-sentence = { LOWER($label) }
own-in-a-sentence = { LOWER($label) }
numbers-in-words = aucun un deux trois quatre cinq six sept huit neuf dix onze douze
yes = oui
no = non
some-of-all = { $number } sur { $all }
and-more = et { $count } de plus
colon = { $label } :
comma = ,
arrow = →

lag-years = { $count ->
    [one] { $count } an
    *[other] { $count } ans
}
lag-months = { $count } mois
lag-weeks = { $count ->
    [one] { $count } semaine
    *[other] { $count } semaines
}
lag-days = { $count ->
    [one] { $count } jour
    *[other] { $count } jours
}

repeats-days = { $every ->
    [one] chaque jour
    *[other] tous les { $every } jours
}
repeats-weeks = { $every ->
    [one] chaque semaine
    *[other] toutes les { $every } semaines
}
repeats-months = { $every ->
    [one] chaque mois
    [3] chaque trimestre
    *[other] tous les { $every } mois
}
repeats-years = { $every ->
    [one] chaque année
    *[other] tous les { $every } ans
}
repeats-on-weekdays = { $rhythm } : { $days }
repeats-on-nth = { $nth ->
    [1] { $rhythm }, le premier { $day }
    [2] { $rhythm }, le deuxième { $day }
    [3] { $rhythm }, le troisième { $day }
    [4] { $rhythm }, le quatrième { $day }
    *[other] { $rhythm }, le dernier { $day }
}
repeats-on-last-day = { $rhythm }, le dernier jour
repeats-on-day = { $rhythm }, le { $day }
repeats-times = { $rhythm }, { $count } fois
repeats-until = { $rhythm } jusqu’au { $day }
