row-carried-by = von { $count } weiteren getragen
due-late = überfällig

readings-of = Messwerte: { $measure }
readings-date = Datum
readings-reading = Messwert
readings-expected = Erwartet
readings-note = Anmerkung
readings-figures = Die Zahlen dazu

chart-reading = Messwert
chart-expected = Erwartet
chart-forecast = Prognose
chart-point = { $value } am { $day }
chart-first = erster Messwert { $point }
chart-last = letzter Messwert { $point }
chart-aim = Zielwert { $point }
chart-dot = { $day }: { $value }
chart-target = Zielwert { $value }

measure-latest = Zuletzt { $value }
measure-latest-on = Zuletzt { $value } am { $day }
measure-expected = erwartet { $value }
measure-target = Zielwert { $value }
measure-target-by = Zielwert { $value } bis { $day }
point-on = { $value } am { $day }

finding-source = Quelltext: { $place }
finding-help = Hilfe:
tools-edit = Diese Datei bearbeiten

filter-find = Suchen
filter-any = Alle
filter-count = { $count } von { $of }
