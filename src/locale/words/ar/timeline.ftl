timeline-title = الجدول الزمني
timeline-other = أعمال أخرى
timeline-lead = { $count ->
    [zero] لا عناصر.
    [one] عنصر واحد حسب الغاية والاستراتيجية.
    [two] عنصران حسب الغاية والاستراتيجية.
    [few] { $count } عناصر حسب الغاية والاستراتيجية.
    [many] { $count } عنصرًا حسب الغاية والاستراتيجية.
   *[other] { $count } عنصر حسب الغاية والاستراتيجية.
}
timeline-lead-split = { $count ->
    [zero] لا عناصر.
    [one] عنصر واحد، صفحة لكل غاية.
    [two] عنصران، صفحة لكل غاية.
    [few] { $count } عناصر، صفحة لكل غاية.
    [many] { $count } عنصرًا، صفحة لكل غاية.
   *[other] { $count } عنصر، صفحة لكل غاية.
}
timeline-lead-part = { $count ->
    [zero] لا عناصر من { $all }.
    [one] عنصر واحد من { $all }.
    [two] عنصران من { $all }.
    [few] { $count } عناصر من { $all }.
    [many] { $count } عنصرًا من { $all }.
   *[other] { $count } عنصر من { $all }.
}
timeline-zoom = المقياس
timeline-zoom-years = سنوات
timeline-zoom-quarters = أرباع
timeline-zoom-months = أشهر
timeline-open-all = فتح الكل
timeline-close-all = طي الكل
timeline-region = الأعمال عبر الزمن
timeline-quarter = ر{ $quarter }
timeline-from = من { $day }
timeline-done = أُنجز في { $day }
timeline-was = الموعد الأول { $day }
timeline-late = متأخر
timeline-after = بعد
timeline-clash = يبدأ قبل نهاية
timeline-below = تحت { $item }
timeline-bars = { $count ->
    [zero] جدول زمني بلا عناصر
    [one] جدول زمني بعنصر واحد
    [two] جدول زمني بعنصرين
    [few] جدول زمني يضم { $count } عناصر
    [many] جدول زمني يضم { $count } عنصرًا
   *[other] جدول زمني يضم { $count } عنصر
}
timeline-undated = بلا تاريخ
timeline-undated-note = أعمال في الخطة ليس لها موضع في الزمن بعد.
timeline-undated-more = { $count ->
    [zero] ولا شيء غيرها
    [one] وعنصر آخر
    [two] وعنصران آخران
    [few] و{ $count } عناصر أخرى
    [many] و{ $count } عنصرًا آخر
   *[other] و{ $count } عنصر آخر
}
timeline-key-progress = قيد التنفيذ، مع الجزء المنجز
timeline-key-late = متأخر حتى اليوم
timeline-key-milestone = معلم
timeline-key-point = لا يُعرف إلا موعد الاستحقاق
timeline-key-endless = بلا نهاية
timeline-key-ghost = الموعد الأول وإلى أين تأجل
timeline-key-arrow = ينتظر غيره
timeline-key-today = اليوم، { $day }
