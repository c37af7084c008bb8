risks-low = Bajo
risks-moderate = Moderado
risks-high = Alto
risks-critical = Crítico
risks-avoid = evitar
risks-reduce = reducir
risks-transfer = transferir
risks-accept = aceptar
risks-map = Cuán probable, cuán grave
risks-map-note = Riesgos abiertos según su probabilidad y su impacto. La puntuación es el producto de ambos.
risks-likelihood = Probabilidad
risks-impact = Impacto
risks-likelihood-1 = Rara
risks-likelihood-2 = Improbable
risks-likelihood-3 = Posible
risks-likelihood-4 = Probable
risks-likelihood-5 = Casi segura
risks-impact-1 = Apenas se nota
risks-impact-2 = Menor
risks-impact-3 = Serio
risks-impact-4 = Grave
risks-impact-5 = El plan fracasa
risks-more = y { $count } más
risks-unscored = { $count ->
    [one] { $count } riesgo abierto no tiene puntuación
   *[other] { $count } riesgos abiertos no tienen puntuación
}
risks-closed = { $count ->
    [one] { $count } ya no está abierto
   *[other] { $count } ya no están abiertos
}
risks-scores = puntuación de { $from } a { $to }
risks-register = Registro
risks-id = N.º
risks-score = Puntuación
risks-response = Respuesta
risks-threatens = Amenaza
risks-answers = Está listo
risks-status = Situación
risks-owner = Responsable
risks-team = Equipo
risks-level = Gravedad
risks-mitigated = Mitigado por
risks-nothing = Nada todavía
