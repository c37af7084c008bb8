view-label = Una vista del plan
view-not-understood = Aquí debería haber una vista del plan, pero no se puede entender.
view-empty = Por ahora nada en el plan encaja aquí.
view-hidden = { $count ->
    [one] No se muestra { $count } más.
    *[other] No se muestran { $count } más.
}
view-left-out = { $count ->
    [one] Se omite { $count } elemento porque allí no se puede evaluar el filtro.
    *[other] Se omiten { $count } elementos porque allí no se puede evaluar el filtro.
}
view-items = { $count ->
    [one] elemento
    *[other] elementos
}
view-matrix = Qué tiene que ver con qué
view-nothing-across = No hay nada frente a estos.
view-directly = directamente
view-through-others = a través de otros
view-timeline = Cuándo empieza y vence cada uno
view-item = Elemento
view-from-and-to = Desde y hasta
view-no-dates = Ninguno tiene fecha.
view-no-due = sin fecha límite
view-today = hoy
view-without = { $field }: sin indicar
view-is-not = { $field }: no
