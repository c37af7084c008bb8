timeline-title = Cronograma
timeline-other = Otros trabajos
timeline-lead = { $count ->
    [one] { $count } elemento con fecha, por meta y estrategia.
   *[other] { $count } elementos con fecha, por meta y estrategia.
}
timeline-lead-split = { $count ->
    [one] { $count } elemento con fecha, en una página por meta.
   *[other] { $count } elementos con fecha, en una página por meta.
}
timeline-lead-part = { $count ->
    [one] { $count } elemento con fecha de { $all }.
   *[other] { $count } elementos con fecha de { $all }.
}
timeline-zoom = Escala
timeline-zoom-years = Años
timeline-zoom-quarters = Trimestres
timeline-zoom-months = Meses
timeline-open-all = Abrir todo
timeline-close-all = Cerrar todo
timeline-region = Barras en el tiempo
timeline-quarter = T{ $quarter }
timeline-from = desde { $day }
timeline-done = hecho { $day }
timeline-was = primer plazo { $day }
timeline-late = Con retraso
timeline-after = después de
timeline-clash = empieza antes del fin de
timeline-below = Por debajo de { $item }
timeline-bars = { $count ->
    [one] Cronograma con { $count } elemento
   *[other] Cronograma con { $count } elementos
}
timeline-undated = Sin fecha
timeline-undated-note = Trabajos del plan que aún no tienen lugar en el tiempo.
timeline-undated-more = y { $count } más
timeline-key-progress = en curso, con la parte hecha
timeline-key-late = con retraso, hasta hoy
timeline-key-milestone = hito
timeline-key-point = solo se conoce el plazo
timeline-key-endless = sin final
timeline-key-ghost = primer plazo y adónde se ha movido
timeline-key-arrow = espera a otra
timeline-key-today = hoy, { $day }
