view-label = Une vue du plan
view-not-understood = Il devrait y avoir ici une vue du plan, mais elle ne peut être comprise.
view-empty = Rien dans le plan n’y correspond à présent.
view-hidden = { $count ->
    [one] { $count } de plus n’est pas affiché.
    *[other] { $count } de plus ne sont pas affichés.
}
view-left-out = { $count ->
    [one] { $count } élément est omis, car le filtre ne peut y être évalué.
    *[other] { $count } éléments sont omis, car le filtre ne peut y être évalué.
}
view-items = { $count ->
    [one] élément
    *[other] éléments
}
view-matrix = Ce qui a à voir avec quoi
view-nothing-across = Rien ne leur fait face.
view-directly = directement
view-through-others = par d’autres
view-timeline = Quand chacun commence et arrive à échéance
view-item = Élément
view-from-and-to = Du et au
view-no-dates = Aucun n’a de date.
view-no-due = sans échéance
view-today = aujourd’hui
view-without = { $field } : non renseigné
view-is-not = { $field } : non
