calendar-title = Calendario
calendar-lead = Cuánto empieza, vence, termina, se repite o debe revisarse cada mes.
calendar-events = { $count ->
    [one] { $count } evento
   *[other] { $count } eventos
}
calendar-turn = Otros meses
calendar-today = Hoy
