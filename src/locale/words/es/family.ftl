family-plans = Planes
family-lead = Un plan por encima de todos, y los que le sirven.
family-whole = El conjunto
family-other = Sin horizonte
family-items = { $count ->
    [one] { $count } elemento
    *[other] { $count } elementos
}
family-late = { $count } con retraso
family-all-items = Elementos
family-open = Abiertos
family-late-items = Con retraso
family-health = Salud
family-tops = A qué apunta
family-next = Próximos vencimientos
family-what-is-late = Lo que va con retraso
family-serves = A qué sirve
family-served-by = Lo que le sirve
family-links = { $count ->
    [one] { $count } enlace
    *[other] { $count } enlaces
}
family-ties = Cómo se sirven los planes unos a otros
family-ties-lead = Tantos elementos del plan de la izquierda apoyan, miden, amenazan, mitigan o responden a un elemento del plan de arriba.
family-serving = Plan
