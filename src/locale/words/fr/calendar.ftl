calendar-title = Calendrier
calendar-lead = Ce qui, chaque mois, commence, arrive à échéance, se termine, se répète ou doit être revu.
calendar-events = { $count ->
    [one] { $count } événement
   *[other] { $count } événements
}
calendar-turn = Autres mois
calendar-today = Aujourd’hui
