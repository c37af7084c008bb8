roadmap-title = Feuille de route
roadmap-lead = Ce qui commence et arrive à échéance chaque trimestre, par finalité.
roadmap-events = { $count ->
    [one] { $count } date
   *[other] { $count } dates
}

event-milestone = Jalon
event-due = Échéance
event-starts = Début
event-done = Terminé
event-recurs = Se répète
event-review = Revue à faire
event-late = En retard
event-more = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}
