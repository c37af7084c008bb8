work-plans-title = خطط العمل
work-plans-lead = عدد الإجراءات في كل سنة، للجميع ولكل فريق.
work-plans-of = خطة عمل { $year }
work-plans-whole = كل الفرق
work-plans-closed = { $count ->
    [zero] لم يُغلق شيء
    [one] أُغلق واحد
    [two] أُغلق اثنان
    [few] أُغلق { $count }
    [many] أُغلق { $count }
   *[other] أُغلق { $count }
}
work-plans-actions = الإجراءات
work-plans-done = منجزة أو متروكة
work-plans-budgets = الميزانيات
work-plans-budgets-note = لهذه الإجراءات في كل سنواتها
work-plans-turn = خطط عمل أخرى
work-plans-teams = حسب الفريق:
work-plans-id = المعرّف
work-plans-action = الإجراء
work-plans-who = من
work-plans-when = متى
work-plans-budget = الميزانية
work-plans-measured = المؤشر
work-plans-state = الحالة
work-plans-step-reached = { $day }، تحقق
work-plans-step-late = { $day }، متأخر
