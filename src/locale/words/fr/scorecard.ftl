scorecard-title = Tableau de bord
scorecard-title-of = Tableau de bord de { $id } { $title }
scorecard-other = Indicateurs qui ne mènent à aucune finalité
scorecard-whole = Tous les indicateurs
scorecard-number = { $count ->
    [one] { $count } indicateur
   *[other] { $count } indicateurs
}
scorecard-show = { $count ->
    [one] L’indicateur
   *[other] Les { $count } indicateurs
}
scorecard-done = { $percent } réalisés
scorecard-key-reading = Relevé
scorecard-key-expected = Attendu
scorecard-key-forecast = Prévision
scorecard-key-target = Cible
scorecard-latest = Dernier relevé
scorecard-expected = Attendu
scorecard-target = Cible
scorecard-attained = { $percent } du chemin
scorecard-held = tenu à { $percent }
scorecard-table = Les chiffres
scorecard-id = N°
scorecard-measure = Indicateur
scorecard-baseline = Départ
scorecard-next = Prochaine étape
scorecard-forecast = Prévision
scorecard-attainment = Réalisation
scorecard-health = État
scorecard-no-chart = Pas encore assez de relevés pour un graphique.
scorecard-pages = Pages
scorecard-previous = Page précédente
scorecard-following = Page suivante
