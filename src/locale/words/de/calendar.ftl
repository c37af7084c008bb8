calendar-title = Kalender
calendar-lead = Wie viel in jedem Monat beginnt, fällig wird, erledigt ist, wiederkehrt oder zu überprüfen ist.
calendar-events = { $count ->
    [one] { $count } Ereignis
   *[other] { $count } Ereignisse
}
calendar-turn = Andere Monate
calendar-today = Heute
