risks-low = Faible
risks-moderate = Modéré
risks-high = Élevé
risks-critical = Critique
risks-avoid = éviter
risks-reduce = réduire
risks-transfer = transférer
risks-accept = accepter
risks-map = Probabilité et gravité
risks-map-note = Les risques ouverts selon leur probabilité et leur impact. Le score est le produit des deux.
risks-likelihood = Probabilité
risks-impact = Impact
risks-likelihood-1 = Rare
risks-likelihood-2 = Peu probable
risks-likelihood-3 = Possible
risks-likelihood-4 = Probable
risks-likelihood-5 = Presque certain
risks-impact-1 = À peine sensible
risks-impact-2 = Mineur
risks-impact-3 = Sérieux
risks-impact-4 = Grave
risks-impact-5 = Le plan échoue
risks-more = et { $count } de plus
risks-unscored = { $count ->
    [one] { $count } risque ouvert n’est pas évalué
   *[other] { $count } risques ouverts ne sont pas évalués
}
risks-closed = { $count ->
    [one] { $count } n’est plus ouvert
   *[other] { $count } ne sont plus ouverts
}
risks-scores = scores de { $from } à { $to }
risks-register = Registre
risks-id = N°
risks-score = Score
risks-response = Réponse
risks-threatens = Menace
risks-answers = Prêt à servir
risks-status = Statut
risks-owner = Responsable
risks-team = Équipe
risks-level = Gravité
risks-mitigated = Atténué par
risks-nothing = Rien encore
