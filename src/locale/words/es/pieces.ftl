row-carried-by = con el apoyo de { $count } más
due-late = con retraso

readings-of = Lecturas: { $measure }
readings-date = Fecha
readings-reading = Lectura
readings-expected = Esperado
readings-note = Nota
readings-figures = Las cifras detrás

chart-reading = Lectura
chart-expected = Esperado
chart-forecast = Previsión
chart-point = { $value } el { $day }
chart-first = primera lectura { $point }
chart-last = última lectura { $point }
chart-aim = valor objetivo { $point }
chart-dot = { $day }: { $value }
chart-target = Objetivo { $value }

measure-latest = Última lectura { $value }
measure-latest-on = Última lectura { $value } el { $day }
measure-expected = esperado { $value }
measure-target = objetivo { $value }
measure-target-by = objetivo { $value } para el { $day }
point-on = { $value } el { $day }

finding-source = Texto fuente: { $place }
finding-help = Ayuda:
tools-edit = Editar este archivo

filter-find = Buscar
filter-any = Todos
filter-count = { $count } de { $of }
