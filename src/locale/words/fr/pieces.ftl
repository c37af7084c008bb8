row-carried-by = porté par { $count } de plus
due-late = en retard

readings-of = Relevés : { $measure }
readings-date = Date
readings-reading = Relevé
readings-expected = Attendu
readings-note = Note
readings-figures = Les chiffres correspondants

chart-reading = Relevé
chart-expected = Attendu
chart-forecast = Prévision
chart-point = { $value } le { $day }
chart-first = premier relevé { $point }
chart-last = dernier relevé { $point }
chart-aim = cible { $point }
chart-dot = { $day } : { $value }
chart-target = Cible { $value }

measure-latest = Dernier relevé { $value }
measure-latest-on = Dernier relevé { $value } le { $day }
measure-expected = attendu { $value }
measure-target = cible { $value }
measure-target-by = cible { $value } d’ici le { $day }
point-on = { $value } le { $day }

finding-source = Texte source : { $place }
finding-help = Aide :
tools-edit = Modifier ce fichier

filter-find = Chercher
filter-any = Tous
filter-count = { $count } sur { $of }
