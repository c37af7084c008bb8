status-proposed = Propuesto
status-planned = Planificado
status-active = En curso
status-on-hold = En pausa
status-done = Terminado
status-dropped = Descartado

health-on-track = En buen camino
health-at-risk = En riesgo
health-off-track = Desviado
health-unknown = No se sabe

trigger-watched = Vigilado por personas
trigger-armed = Armado
trigger-tripped = Activado
trigger-expired = Caducado

severity-error = Error
severity-warning = Advertencia
severity-hint = Sugerencia

priority-low = Baja
priority-medium = Media
priority-high = Alta
priority-critical = Crítica

level-input = Insumo
level-activity = Actividad
level-output = Producto
level-outcome = Resultado

response-avoid = Evitar
response-reduce = Reducir
response-transfer = Transferir
response-accept = Aceptar

reason-done = terminado
reason-no-data = aún no se sabe nada
reason-unreported = vencido, y nadie ha dicho si está hecho
reason-late = fuera de plazo
reason-not-started = debería haber empezado
reason-in-time = dentro de sus fechas
reason-readings = última lectura frente a lo esperado para esa fecha
reason-parts = sus partes: { $parts }
reason-on-track = { $count } en buen camino
reason-at-risk = { $count } en riesgo
reason-off-track = { $count } con desvío

kind-goal = Meta
kind-goals = Metas
kind-objective = Objetivo
kind-objectives = Objetivos
kind-strategy = Estrategia
kind-strategies = Estrategias
kind-action = Acción
kind-actions = Acciones
kind-milestone = Hito
kind-milestones = Hitos
kind-measure = Indicador
kind-measures = Indicadores
kind-risk = Riesgo
kind-risks = Riesgos
kind-contingency = Plan B
kind-contingencies = Planes B
kind-own = Propia
kind-page = Página

horizon-strategic = Plan estratégico
horizon-tactical = Plan táctico
horizon-operational = Plan operativo
horizon-contingency = Plan de contingencia

count-of-kind = { $count ->
    [one] { $count } { LOWER($one) }
    *[other] { $count } { LOWER($many) }
}
in-a-sentence = { LOWER($label) }
own-in-a-sentence = { LOWER($label) }
numbers-in-words = ningún uno dos tres cuatro cinco seis siete ocho nueve diez once doce
yes = sí
no = no
some-of-all = { $number } de { $all }
and-more = y { $count } más
colon = { $label }:
comma = ,
arrow = →

lag-years = { $count ->
    [one] { $count } año
    *[other] { $count } años
}
lag-months = { $count ->
    [one] { $count } mes
    *[other] { $count } meses
}
lag-weeks = { $count ->
    [one] { $count } semana
    *[other] { $count } semanas
}
lag-days = { $count ->
    [one] { $count } día
    *[other] { $count } días
}

repeats-days = { $every ->
    [one] cada día
    *[other] cada { $every } días
}
repeats-weeks = { $every ->
    [one] cada semana
    *[other] cada { $every } semanas
}
repeats-months = { $every ->
    [one] cada mes
    [3] cada trimestre
    *[other] cada { $every } meses
}
repeats-years = { $every ->
    [one] cada año
    *[other] cada { $every } años
}
repeats-on-weekdays = { $rhythm }: { $days }
repeats-on-nth = { $nth ->
    [1] { $rhythm }, el primer { $day }
    [2] { $rhythm }, el segundo { $day }
    [3] { $rhythm }, el tercer { $day }
    [4] { $rhythm }, el cuarto { $day }
    *[other] { $rhythm }, el último { $day }
}
repeats-on-last-day = { $rhythm }, el último día
repeats-on-day = { $rhythm }, el día { $day }
repeats-times = { $count ->
    [one] { $rhythm }, { $count } vez
    *[other] { $rhythm }, { $count } veces
}
repeats-until = { $rhythm } hasta el { $day }
