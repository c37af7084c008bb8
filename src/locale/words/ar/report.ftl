# التقرير.

report-title = التقرير
report-as-of = حتى { $day }
report-hint = أمر الطباعة في المتصفح يجعل منه وثيقة مرقّمة الصفحات.
report-in-volumes = تضم هذه الخطة { $count } عنصرًا، وهو أكثر مما تتسع له وثيقة واحدة. كل فصل مجلد مستقل؛ اطبع ما تحتاج إليه.
report-volume-of = مجلد من التقرير
report-contents = المحتويات
report-glance = لمحة سريعة
report-vision = الرؤية
report-mission = الرسالة
report-values = القيم
report-about = عن هذه الخطة
report-others = خارج الغايات
report-accountable = المسؤول
report-progress = التقدم
report-health = الوضع
report-status = الحالة
report-due = الموعد
report-budget = الميزانية
report-spent = المصروف
report-period = الفترة
report-period-from = من { $start }
report-measures = المؤشرات
report-measure = المؤشر
report-baseline = خط الأساس
report-latest = آخر قراءة
report-target = المستهدف
report-trend = الاتجاه
report-actions = الإجراءات
report-action = الإجراء
report-who = من
report-when = متى
report-how-much = كم
report-more-actions = { $count ->
    [zero] لا إجراءات أخرى.
    [one] إجراء آخر في صفحته.
    [two] إجراءان آخران في صفحتهما.
    [few] { $count } إجراءات أخرى في صفحتها.
    [many] { $count } إجراءً آخر في صفحتها.
   *[other] { $count } إجراء آخر في صفحتها.
}
report-more-parts = { $count ->
    [zero] لا أجزاء أخرى.
    [one] جزء آخر في المخطط.
    [two] جزءان آخران في المخطط.
    [few] { $count } أجزاء أخرى في المخطط.
    [many] { $count } جزءًا آخر في المخطط.
   *[other] { $count } جزء آخر في المخطط.
}
report-again = ويحمله أيضًا
report-risks = المخاطر والخطط البديلة
report-risk = الخطر
report-plan-b = الخطة البديلة
report-plan-bs = الخطط البديلة
report-score = الدرجة
report-response = الاستجابة
report-prepared = ما تحتاج إليه الخطط البديلة
report-people = من المسؤول عن ماذا
report-definitions = كيف تؤخذ المؤشرات
report-unit = الوحدة
report-source = المصدر
report-ids = ما تعنيه الرموز
report-more-ids = { $count ->
    [zero] لا رموز أخرى.
    [one] رمز آخر في المخطط.
    [two] رمزان آخران في المخطط.
    [few] { $count } رموز أخرى في المخطط.
    [many] { $count } رمزًا آخر في المخطط.
   *[other] { $count } رمز آخر في المخطط.
}
