problems-title = Problèmes
problems-by-item = Problèmes par élément
problems-by-owner = Problèmes par responsable
problems-way-rule = Par règle
problems-way-item = Par élément
problems-way-owner = Par responsable
problems-order = Ordre des problèmes
problems-severity = Gravité
problems-rule = Règle
problems-errors = { $count ->
    [one] { $count } erreur
    *[other] { $count } erreurs
}
problems-warnings = { $count ->
    [one] { $count } avertissement
    *[other] { $count } avertissements
}
problems-hints = { $count ->
    [one] { $count } conseil
    *[other] { $count } conseils
}
problems-shown = { $count }, dont { $shown } affichés ici
problems-more-groups = { $count ->
    [one] Cette page n’a pas la place pour { $count } groupe de plus.
    *[other] Cette page n’a pas la place pour { $count } groupes de plus.
}
problems-of-nobody = Sans responsable
problems-of-the-plan = Le plan dans son ensemble

rule-why = Pourquoi c’est important
rule-example = Un exemple, et comment le corriger
rule-mended = Corrigé :
rule-mended-file = { $path }, corrigé
rule-found = Ce qu’elle a trouvé
rule-settings = Si elle ne convient pas
rule-numbers = La règle suit des nombres de { $file } :
rule-accept = Pour accepter un constat dans un élément, donnez-en la raison dans son en-tête : { $example }.
rule-reason = la raison
rule-change = Pour changer la gravité de ses constats, mettez { $setting } sous { $table } dans { $file }, ou { $others }.
rule-of-this-plan = Une règle de ce plan :
