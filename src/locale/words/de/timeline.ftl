timeline-title = Zeitplan
timeline-other = Weitere Arbeiten
timeline-lead = { $count ->
    [one] { $count } Element mit Datum, nach Zielen und Strategien.
   *[other] { $count } Elemente mit Datum, nach Zielen und Strategien.
}
timeline-lead-split = { $count ->
    [one] { $count } Element mit Datum, auf einer Seite je Ziel.
   *[other] { $count } Elemente mit Datum, auf einer Seite je Ziel.
}
timeline-lead-part = { $count ->
    [one] { $count } von { $all } Elementen mit Datum.
   *[other] { $count } von { $all } Elementen mit Datum.
}
timeline-zoom = Maßstab
timeline-zoom-years = Jahre
timeline-zoom-quarters = Quartale
timeline-zoom-months = Monate
timeline-open-all = Alle öffnen
timeline-close-all = Alle schließen
timeline-region = Balken im Zeitverlauf
timeline-quarter = Q{ $quarter }
timeline-from = ab { $day }
timeline-done = erledigt { $day }
timeline-was = zuerst fällig { $day }
timeline-late = Verspätet
timeline-after = nach
timeline-clash = beginnt vor dem Ende von
timeline-below = Unter { $item }
timeline-bars = { $count ->
    [one] Zeitplan mit { $count } Element
   *[other] Zeitplan mit { $count } Elementen
}
timeline-undated = Ohne Datum
timeline-undated-note = Arbeiten des Plans, die noch keinen Platz in der Zeit haben.
timeline-undated-more = und { $count } weitere
timeline-key-progress = im Gang, mit dem erledigten Teil
timeline-key-late = verspätet, bis heute
timeline-key-milestone = Meilenstein
timeline-key-point = nur die Fälligkeit ist bekannt
timeline-key-endless = ohne Ende
timeline-key-ghost = zuerst fällig, und wohin verschoben
timeline-key-arrow = wartet auf eine andere
timeline-key-today = heute, { $day }
