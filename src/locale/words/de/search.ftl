# Suche: der Dialog über jeder Seite und die Seite der Suche.

search-title = Suche
search-label = Den Plan durchsuchen
search-close = Schließen
search-kind = Art
search-status = Status
search-owner = Verantwortlich
search-any = Alle
search-kind-page = Seite
search-kind-person = Person
search-kind-team = Team

## Was das Skript sagt. Was in Klammern steht, setzt das Skript ein.

search-found = Gefunden: { $count }.
search-none = Nichts gefunden.
search-near = Auch gesucht: { $words }.
search-some = Nichts enthält alle diese Wörter; dies enthält einige davon.
search-begins = Weitere Wörter beginnen so: Tippen Sie weiter, um sie zu sehen.
search-common = Dieses Wort steht fast überall; fügen Sie ein weiteres hinzu.
search-all = Alle Ergebnisse, mit Filtern
search-next = { $count } weitere zeigen
search-failed = Die Suche konnte nicht geladen werden. Ist der Ordner der Website vollständig? Laden Sie die Seite neu, um es noch einmal zu versuchen.
search-no-script = Die Suche braucht JavaScript, das in diesem Browser ausgeschaltet ist.
search-outline = Die Gliederung zeigt den ganzen Plan.

search-how = So wird gesucht
search-how-words = Alle Wörter zählen. Ein Eintrag wird über Kennung, Titel, Schlagwörter, Verantwortliche und Text gefunden; ein Wort in Kennung oder Titel wiegt am meisten.
search-how-begin = Der Anfang eines Wortes genügt. Groß- und Kleinschreibung, Akzente und Satzzeichen spielen keine Rolle.
search-how-typo = Ein Wort, das fast nirgends steht, gilt als verschrieben, und ähnliche Wörter werden mitgesucht. Kennungen und Zahlen müssen genau stimmen.
search-how-common = Wörter, die im Text von mehr als 4.000 Einträgen stehen, werden nur in Titeln, Schlagwörtern und Namen gefunden.
search-how-keys = Die Taste / öffnet die Suche auf jeder Seite. Pfeiltasten gehen durch die Ergebnisse, die Eingabetaste öffnet eines, Escape schließt.
search-how-address = Die Adresse dieser Seite enthält Wörter und Filter: Kopieren Sie sie, um eine Suche weiterzugeben.
search-key = Suche mit der Taste / öffnen
