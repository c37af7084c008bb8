row-carried-by = تسنده { $count } أخرى
due-late = متأخر

readings-of = قراءات: { $measure }
readings-date = التاريخ
readings-reading = القراءة
readings-expected = المتوقع
readings-note = ملاحظة
readings-figures = الأرقام وراءه

chart-reading = القراءة
chart-expected = المتوقع
chart-forecast = التوقّع
chart-point = { $value } في { $day }
chart-first = أول قراءة { $point }
chart-last = آخر قراءة { $point }
chart-aim = القيمة المستهدفة { $point }
chart-dot = { $day }: { $value }
chart-target = المستهدف { $value }

measure-latest = آخر قراءة { $value }
measure-latest-on = آخر قراءة { $value } في { $day }
measure-expected = المتوقع { $value }
measure-target = المستهدف { $value }
measure-target-by = المستهدف { $value } بحلول { $day }
point-on = { $value } في { $day }

finding-source = النص المصدر: { $place }
finding-help = مساعدة:
tools-edit = حرّر هذا الملف

filter-find = بحث
filter-any = الكل
filter-count = { $count } من { $of }
