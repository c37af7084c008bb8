# The small pieces that pages are put together from.

row-carried-by = carried by { $count } more
due-late = late

readings-of = Readings of { $measure }
readings-date = Date
readings-reading = Reading
readings-expected = Expected
readings-note = Note
readings-figures = The figures behind it

chart-reading = Reading
chart-expected = Expected
chart-forecast = Forecast
chart-point = { $value } on { $day }
chart-first = first reading { $point }
chart-last = last reading { $point }
chart-aim = target { $point }
chart-dot = { $day }: { $value }
chart-target = Target { $value }

measure-latest = Latest { $value }
measure-latest-on = Latest { $value } on { $day }
measure-expected = expected { $value }
measure-target = target { $value }
measure-target-by = target { $value } by { $day }
point-on = { $value } on { $day }

finding-source = Source of { $place }
finding-help = Help:
tools-edit = Edit this file

filter-find = Find
filter-any = Any
filter-count = { $count } of { $of }
