work-plans-title = Planes de trabajo
work-plans-lead = Cuántas acciones tiene cada año, en total y por equipo.
work-plans-of = Plan de trabajo { $year }
work-plans-whole = Todos los equipos
work-plans-closed = { $count ->
    [one] { $count } cerrada
   *[other] { $count } cerradas
}
work-plans-actions = Acciones
work-plans-done = Hechas o descartadas
work-plans-budgets = Presupuestos
work-plans-budgets-note = de estas acciones, en todos sus años
work-plans-turn = Otros planes de trabajo
work-plans-teams = Por equipo:
work-plans-id = Identificador
work-plans-action = Acción
work-plans-who = Quién
work-plans-when = Cuándo
work-plans-budget = Presupuesto
work-plans-measured = Medida por
work-plans-state = Estado
work-plans-step-reached = { $day }, alcanzado
work-plans-step-late = { $day }, con retraso
