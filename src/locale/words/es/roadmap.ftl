roadmap-title = Hoja de ruta
roadmap-lead = Lo que empieza y vence cada trimestre, por meta.
roadmap-events = { $count ->
    [one] { $count } fecha
   *[other] { $count } fechas
}

event-milestone = Hito
event-due = Vence
event-starts = Empieza
event-done = Hecho
event-recurs = Se repite
event-review = Revisión pendiente
event-late = Con retraso
event-more = y { $count } más
