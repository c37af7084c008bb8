scorecard-title = بطاقة الأداء
scorecard-title-of = بطاقة أداء { $id } { $title }
scorecard-other = مؤشرات لا تقود إلى أي غاية
scorecard-whole = كل المؤشرات
scorecard-number = { $count ->
    [zero] لا مؤشرات
    [one] مؤشر واحد
    [two] مؤشران
    [few] { $count } مؤشرات
    [many] { $count } مؤشرًا
   *[other] { $count } مؤشر
}
scorecard-show = { $count ->
    [zero] لا مؤشرات
    [one] المؤشر
    [two] المؤشران
    [few] المؤشرات الـ{ $count }
    [many] المؤشرات الـ{ $count }
   *[other] المؤشرات الـ{ $count }
}
scorecard-done = أُنجز { $percent }
scorecard-key-reading = القراءة
scorecard-key-expected = المتوقع
scorecard-key-forecast = التنبؤ
scorecard-key-target = المستهدف
scorecard-latest = آخر قراءة
scorecard-expected = المتوقع
scorecard-target = المستهدف
scorecard-attained = قُطع { $percent } من الطريق
scorecard-held = حُفظ { $percent }
scorecard-table = الأرقام
scorecard-id = الرقم
scorecard-measure = المؤشر
scorecard-baseline = خط الأساس
scorecard-next = الخطوة التالية
scorecard-forecast = التنبؤ
scorecard-attainment = نسبة التحقق
scorecard-health = الحالة
scorecard-no-chart = لا توجد قراءات كافية لرسم بياني بعد.
scorecard-pages = الصفحات
scorecard-previous = الصفحة السابقة
scorecard-following = الصفحة التالية
