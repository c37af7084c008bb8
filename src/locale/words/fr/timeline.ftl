timeline-title = Échéancier
timeline-other = Autres travaux
timeline-lead = { $count ->
    [one] { $count } élément daté, par finalité et stratégie.
   *[other] { $count } éléments datés, par finalité et stratégie.
}
timeline-lead-split = { $count ->
    [one] { $count } élément daté, sur une page par finalité.
   *[other] { $count } éléments datés, sur une page par finalité.
}
timeline-lead-part = { $count ->
    [one] { $count } élément daté sur { $all }.
   *[other] { $count } éléments datés sur { $all }.
}
timeline-zoom = Échelle
timeline-zoom-years = Années
timeline-zoom-quarters = Trimestres
timeline-zoom-months = Mois
timeline-open-all = Tout ouvrir
timeline-close-all = Tout fermer
timeline-region = Barres dans le temps
timeline-quarter = T{ $quarter }
timeline-from = à partir du { $day }
timeline-done = terminé le { $day }
timeline-was = première échéance le { $day }
timeline-late = En retard
timeline-after = après
timeline-clash = commence avant la fin de
timeline-below = Sous { $item }
timeline-bars = { $count ->
    [one] Échéancier de { $count } élément
   *[other] Échéancier de { $count } éléments
}
timeline-undated = Sans date
timeline-undated-note = Travaux du plan qui n’ont pas encore de place dans le temps.
timeline-undated-more = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}
timeline-key-progress = en cours, avec la part accomplie
timeline-key-late = en retard, jusqu’à aujourd’hui
timeline-key-milestone = jalon
timeline-key-point = seule l’échéance est connue
timeline-key-endless = sans fin
timeline-key-ghost = première échéance et son report
timeline-key-arrow = en attend une autre
timeline-key-today = aujourd’hui, { $day }
