scorecard-title = Cuadro de mando
scorecard-title-of = Cuadro de mando de { $id } { $title }
scorecard-other = Indicadores que no llevan a ninguna meta
scorecard-whole = Todos los indicadores
scorecard-number = { $count ->
    [one] { $count } indicador
   *[other] { $count } indicadores
}
scorecard-show = { $count ->
    [one] El indicador
   *[other] Los { $count } indicadores
}
scorecard-done = { $percent } hecho
scorecard-key-reading = Lectura
scorecard-key-expected = Esperado
scorecard-key-forecast = Pronóstico
scorecard-key-target = Objetivo final
scorecard-latest = Último
scorecard-expected = Esperado
scorecard-target = Objetivo final
scorecard-attained = { $percent } del camino
scorecard-held = mantenido al { $percent }
scorecard-table = Las cifras
scorecard-id = N.º
scorecard-measure = Indicador
scorecard-baseline = Punto de partida
scorecard-next = Próximo paso
scorecard-forecast = Pronóstico
scorecard-attainment = Cumplimiento
scorecard-health = Estado
scorecard-no-chart = Aún no hay lecturas suficientes para un gráfico.
scorecard-pages = Páginas
scorecard-previous = Página anterior
scorecard-following = Página siguiente
