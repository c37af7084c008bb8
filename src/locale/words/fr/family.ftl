family-plans = Plans
family-lead = Un plan au-dessus de tout, et ceux qui le servent.
family-whole = L’ensemble
family-other = Sans horizon
family-items = { $count ->
    [one] { $count } élément
    *[other] { $count } éléments
}
family-late = { $count } en retard
family-all-items = Éléments
family-open = Ouverts
family-late-items = En retard
family-health = Santé
family-tops = Ce qu’il vise
family-next = Prochaines échéances
family-what-is-late = Ce qui est en retard
family-serves = Ce qu’il sert
family-served-by = Ce qui le sert
family-links = { $count ->
    [one] { $count } lien
    *[other] { $count } liens
}
family-ties = Comment les plans se servent l’un l’autre
family-ties-lead = Autant d’éléments du plan de gauche soutiennent, mesurent, menacent, atténuent ou couvrent un élément du plan du haut.
family-serving = Plan
