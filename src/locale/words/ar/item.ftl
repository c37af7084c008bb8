item-thread = خط الرؤية
item-gap = الخيط مقطوع هنا: لا شيء يقود من هنا إلى قمة الخطة.
item-also-bears-on = يمسّ أيضًا { $chain }
item-also-serves = يخدم أيضًا { $chain }
item-more-ways = وثمة طرق أخرى إلى القمة.
item-facts = معلومات
item-more-in-outline = و{ $count } أخرى في المخطط
item-readings = القراءات
item-in-words = بالكلمات
item-result = النتيجة
item-undated = بلا تاريخ
item-kept = محفوظ من المصدر
item-risks = المخاطر والخطط البديلة
item-mentions = مذكور في
item-accepted = مقبول، { $rule }:
item-neighbours = المجاورات
item-previous = السابق
item-next = التالي

figures-trigger = المُطلِق
figures-status = الحالة
figures-completed = في { $day }
figures-since = منذ { $day }
figures-from = من { $day }
figures-due = الموعد
figures-moved = { $times ->
    [zero] أُجّل { $times } مرة
    [one] أُجّل مرة واحدة
    [two] أُجّل مرتين
    [few] أُجّل { $times } مرات
    [many] أُجّل { $times } مرة
    *[other] أُجّل { $times } مرة
}
figures-moved-by = { $moved }، بمقدار { $days }
figures-moved-forward = { $moved }، مقدَّمًا { $days }
figures-repeats = يتكرر { $rhythm }
figures-latest = آخر قراءة
figures-expected = المتوقع حينها
figures-attainment = نسبة التحقق
figures-attainment-note = من الطريق بين خط الأساس والمستهدف
figures-progress = التقدّم
figures-time-passed = مضى { $percent } من وقته
figures-health = الوضع
figures-stale = لم ينظر فيه أحد منذ مدة طويلة؛ وكان { $health }
figures-stated = أُعلن في { $day }
figures-computed = بحسب الأرقام: { $health }
figures-computed-why = بحسب الأرقام: { $health }، { $reason }

facts-accountable = المسؤول
facts-contributing = المساهمون
facts-consulted = المستشارون
facts-informed = المُبلَّغون
facts-team = الفريق
facts-budget = الميزانية
facts-spent = المصروف
facts-sum-of-parts = مجموع أجزائه
facts-parts = أجزاؤه: { $money }
facts-priority = الأولوية
facts-likelihood = الاحتمال
facts-impact = الأثر
facts-score = الدرجة
facts-response = الاستجابة
facts-level = المستوى
facts-evidence = الدليل
facts-reviewed = رُوجع
facts-weight = الوزن
facts-tags = الوسوم
facts-part-of = جزء من
facts-baseline = خط الأساس
facts-steps = في الطريق
facts-target = المستهدف
facts-forecast = يقود الاتجاه إلى { $value }
facts-source = المصدر

related-carried-by = تسنده: { $parts }
related-likelihood = الاحتمال { $level }
related-impact = الأثر { $level }
related-response = الاستجابة: { $response }
related-below = عندما يقلّ { $measure } عن { $limit }
related-below-by = عندما يقلّ { $measure } عن { $limit } بحلول { $day }
related-above = عندما يزيد { $measure } على { $limit }
related-above-by = عندما يزيد { $measure } على { $limit } بحلول { $day }
related-late = عندما يتأخر { $item } أكثر من { $lag }
related-measures = يقيس
related-threatens = يهدّد
related-answers = خطة بديلة عن
related-watches = يراقب
related-mitigates = يخفّف
related-mitigated-by = يخفّفه
related-waits-for = ينتظر
related-holds-up = يعطّل
related-continues = يواصل
related-continued-by = يواصله
related-see-also = انظر أيضًا
related-seen-from = يشير إليه
related-lag = ثم { $lag }
related-lag-noted = ثم { $lag }؛ { $note }

listing-score = الدرجة { $score } من 25
listing-latest-and-target = { $latest }، المستهدف { $target }
listing-target = المستهدف { $target }
