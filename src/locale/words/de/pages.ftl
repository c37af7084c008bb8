page-this = Diese Seite
page-speaks-of = Handelt von
family-plan = Plan
family-accountable = Verantwortlich: { $owner }
family-empty = Noch gehört nichts zu diesem Plan.
not-found-title = Nicht gefunden
not-found-head = Hier ist keine Seite
not-found-lead = Der Eintrag wurde vielleicht umbenannt oder hat den Plan verlassen. Seine alte Adresse führt nur weiter, solange sie unter seinen Aliasnamen steht.
moved-title = Umgezogen
moved-to = Diese Seite hat { $address }.
moved-address = eine neue Adresse

broken-no-item = diesen Eintrag gibt es nicht
broken-no-file = diese Datei gibt es nicht
broken-outside = dies führt aus dem Plan hinaus
broken-forbidden = Links dieser Art werden nicht veröffentlicht
