problems-title = Problemas
problems-by-item = Problemas por elemento
problems-by-owner = Problemas por responsable
problems-way-rule = Por regla
problems-way-item = Por elemento
problems-way-owner = Por responsable
problems-order = Orden de los problemas
problems-severity = Gravedad
problems-rule = Regla
problems-errors = { $count ->
    [one] { $count } error
    *[other] { $count } errores
}
problems-warnings = { $count ->
    [one] { $count } advertencia
    *[other] { $count } advertencias
}
problems-hints = { $count ->
    [one] { $count } sugerencia
    *[other] { $count } sugerencias
}
problems-shown = { $count }, de los que aquí se muestran { $shown }
problems-more-groups = { $count ->
    [one] En esta página no cabe { $count } grupo más.
    *[other] En esta página no caben { $count } grupos más.
}
problems-of-nobody = De nadie
problems-of-the-plan = El plan en su conjunto

rule-why = Por qué importa
rule-example = Un ejemplo y cómo se corrige
rule-mended = Corregido:
rule-mended-file = { $path }, corregido
rule-found = Lo que ha encontrado
rule-settings = Si no encaja
rule-numbers = La regla se guía por números de { $file }:
rule-accept = Para aceptar un hallazgo en un elemento, dé el motivo en su cabecera: { $example }.
rule-reason = el motivo
rule-change = Para cambiar la gravedad de sus hallazgos, ponga { $setting } bajo { $table } en { $file }, o { $others }.
rule-of-this-plan = Una regla de este plan:
