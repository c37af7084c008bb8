family-plans = Pläne
family-lead = Ein Plan über allen, und die, die ihm dienen.
family-whole = Das Ganze
family-other = Ohne Horizont
family-items = { $count ->
    [one] { $count } Eintrag
    *[other] { $count } Einträge
}
family-late = { $count } überfällig
family-all-items = Einträge
family-open = Offen
family-late-items = Überfällig
family-health = Zustand
family-tops = Worauf er zielt
family-next = Als Nächstes fällig
family-what-is-late = Was überfällig ist
family-serves = Wem er dient
family-served-by = Was ihm dient
family-links = { $count ->
    [one] { $count } Verbindung
    *[other] { $count } Verbindungen
}
family-ties = Wie die Pläne einander dienen
family-ties-lead = So viele Einträge des Plans links stützen, messen, bedrohen, mindern oder beantworten einen Eintrag des Plans oben.
family-serving = Plan
