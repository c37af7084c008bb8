home-vision = Visión
home-on-course = ¿Va bien el plan?
home-verdict = El plan está { $health }. { $why }.
home-plan-on-track = en buen camino
home-plan-at-risk = en riesgo
home-plan-off-track = desviado
home-so-many-on-track = { $kinds }: { $number } de { $all } en buen camino
home-so-many-at-risk = { $number } en riesgo
home-so-many-off-track = { $number } con desvío

home-work-done = Trabajo hecho
home-kind-done = { $kinds }: cumplimiento
home-late-count = { $count } con retraso
home-measures-on-track = Indicadores en buen camino
home-not-judged = { $count ->
    [one] { $count } no se puede valorar
    *[other] { $count } no se pueden valorar
}
home-budget = Presupuesto
home-spent = Gastado
home-of-budget = de { $money }

home-decisions = Requiere una decisión
home-more-decisions = { $count } más en el esquema
home-overdue = Vencido
home-not-reported = Sin informar
home-was-due = { $kind }, vence { $due }
home-was-due-noted = { $kind }, vence { $due }. { $note }
home-was-due-silent = { $kind }, vence { $due }; nadie ha dicho si está hecho

home-outline = El plan completo en esquema
home-done = { $percent } hecho
home-late = Con retraso:
home-next = Próximamente
home-plans = Planes de esta familia
home-items = { $count ->
    [one] { $count } elemento
    *[other] { $count } elementos
}
home-plan-bs = Planes B preparados
home-about = Sobre este plan
home-values = Lo que defendemos
home-stakeholders = Para quién es y quién lo hace
home-performer = Participa. { $text }
home-beneficiary = Se beneficia. { $text }
home-pages = Para leer junto al plan
home-as-of = Al { $day }
home-revision = Revisión { $revision }
home-problems = { $count ->
    [one] { $count } problema
    *[other] { $count } problemas
}
