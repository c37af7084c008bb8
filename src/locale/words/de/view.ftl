view-label = Eine Ansicht des Plans
view-not-understood = Hier sollte eine Ansicht des Plans stehen, aber sie ist nicht zu verstehen.
view-empty = Zurzeit passt nichts im Plan dazu.
view-hidden = { $count ->
    [one] { $count } weiterer wird nicht gezeigt.
    *[other] { $count } weitere werden nicht gezeigt.
}
view-left-out = { $count ->
    [one] { $count } Eintrag ist ausgelassen, da sich der Filter dort nicht auswerten lässt.
    *[other] { $count } Einträge sind ausgelassen, da sich der Filter dort nicht auswerten lässt.
}
view-items = { $count ->
    [one] Eintrag
    *[other] Einträge
}
view-matrix = Was womit zu tun hat
view-nothing-across = Diesen steht nichts gegenüber.
view-directly = direkt
view-through-others = über andere
view-timeline = Wann etwas beginnt und fällig ist
view-item = Eintrag
view-from-and-to = Von und bis
view-no-dates = Keiner davon hat ein Datum.
view-no-due = ohne Termin
view-today = heute
view-without = { $field }: keine Angabe
view-is-not = { $field }: nein
