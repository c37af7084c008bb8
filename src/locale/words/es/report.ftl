# El informe.

report-title = Informe
report-as-of = Situación a { $day }
report-hint = La orden de imprimir del navegador hace de él un documento con páginas numeradas.
report-in-volumes = Este plan tiene { $count } elementos, más de los que caben en un documento. Cada capítulo es un volumen aparte; imprima el que necesite.
report-volume-of = Un volumen del informe
report-contents = Índice
report-glance = De un vistazo
report-vision = Visión
report-mission = Misión
report-values = Valores
report-about = Acerca de este plan
report-others = Fuera de las metas
report-accountable = Responsable
report-progress = Avance
report-health = Salud
report-status = Estado
report-due = Vence
report-budget = Presupuesto
report-spent = Gastado
report-period = Periodo
report-period-from = desde { $start }
report-measures = Indicadores
report-measure = Indicador
report-baseline = Partida
report-latest = Último dato
report-target = Objetivo
report-trend = Tendencia
report-actions = Acciones
report-action = Acción
report-who = Quién
report-when = Cuándo
report-how-much = Cuánto
report-more-actions = { $count ->
    [one] Una acción más está en su página.
   *[other] { $count } acciones más están en su página.
}
report-more-parts = { $count ->
    [one] Una parte más está en el esquema.
   *[other] { $count } partes más están en el esquema.
}
report-again = También lo sostienen
report-risks = Riesgos y planes B
report-risk = Riesgo
report-plan-b = Plan B
report-plan-bs = Planes B
report-score = Puntuación
report-response = Respuesta
report-prepared = Lo que necesitan los planes B
report-people = Quién responde de qué
report-definitions = Cómo se miden los indicadores
report-unit = Unidad
report-source = Fuente
report-ids = Qué significan los identificadores
report-more-ids = { $count ->
    [one] Uno más está en el esquema.
   *[other] { $count } más están en el esquema.
}
