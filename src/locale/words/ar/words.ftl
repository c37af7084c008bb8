status-proposed = مقترح
status-planned = مخطَّط
status-active = قيد التنفيذ
status-on-hold = متوقّف مؤقتًا
status-done = منجَز
status-dropped = متروك

health-on-track = على المسار
health-at-risk = في خطر
health-off-track = خارج المسار
health-unknown = غير معروف

trigger-watched = يراقبه الأشخاص
trigger-armed = جاهز
trigger-tripped = انطلق
trigger-expired = منتهي الأجل

severity-error = خطأ
severity-warning = تحذير
severity-hint = تلميح

priority-low = منخفضة
priority-medium = متوسطة
priority-high = عالية
priority-critical = حرجة

level-input = مدخلات
level-activity = نشاط
level-output = مخرجات
level-outcome = نتيجة

response-avoid = تجنّب
response-reduce = تخفيف
response-transfer = نقل
response-accept = قبول

reason-done = منجَز
reason-no-data = لا يُعرف شيء بعد
reason-unreported = مضى موعده ولم يذكر أحد هل أُنجز
reason-late = تجاوز موعده
reason-not-started = كان ينبغي أن يبدأ
reason-in-time = ضمن مواعيده
reason-readings = آخر قراءة مقارنةً بالمتوقع حينها
reason-parts = أجزاؤه: { $parts }
reason-on-track = على المسار: { $count }
reason-at-risk = في خطر: { $count }
reason-off-track = خارج المسار: { $count }

kind-goal = غاية
kind-goals = الغايات
kind-objective = هدف
kind-objectives = الأهداف
kind-strategy = استراتيجية
kind-strategies = الاستراتيجيات
kind-action = إجراء
kind-actions = الإجراءات
kind-milestone = معلم
kind-milestones = المعالم
kind-measure = مؤشر
kind-measures = المؤشرات
kind-risk = خطر
kind-risks = المخاطر
kind-contingency = خطة بديلة
kind-contingencies = الخطط البديلة
kind-own = خاص
kind-page = صفحة

horizon-strategic = خطة استراتيجية
horizon-tactical = خطة تكتيكية
horizon-operational = خطة تشغيلية
horizon-contingency = خطة طوارئ

count-of-kind = { $count ->
    [one] { $one } ({ $count })
    *[other] { $many } ({ $count })
}
in-a-sentence = { $label }
own-in-a-sentence = { $label }
numbers-in-words = صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة أحد-عشر اثنا-عشر
yes = نعم
no = لا
some-of-all = { $number } من { $all }
and-more = و{ $count } أخرى
colon = { $label }:
comma = ،
arrow = ←

lag-years = { $count ->
    [zero] { $count } سنة
    [one] سنة واحدة
    [two] سنتان
    [few] { $count } سنوات
    [many] { $count } سنة
    *[other] { $count } سنة
}
lag-months = { $count ->
    [zero] { $count } شهر
    [one] شهر واحد
    [two] شهران
    [few] { $count } أشهر
    [many] { $count } شهرًا
    *[other] { $count } شهر
}
lag-weeks = { $count ->
    [zero] { $count } أسبوع
    [one] أسبوع واحد
    [two] أسبوعان
    [few] { $count } أسابيع
    [many] { $count } أسبوعًا
    *[other] { $count } أسبوع
}
lag-days = { $count ->
    [zero] { $count } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يومًا
    *[other] { $count } يوم
}

repeats-days = { $every ->
    [zero] كل { $every } يوم
    [one] كل يوم
    [two] كل يومين
    [few] كل { $every } أيام
    [many] كل { $every } يومًا
    *[other] كل { $every } يوم
}
repeats-weeks = { $every ->
    [zero] كل { $every } أسبوع
    [one] كل أسبوع
    [two] كل أسبوعين
    [few] كل { $every } أسابيع
    [many] كل { $every } أسبوعًا
    *[other] كل { $every } أسبوع
}
repeats-months = { $every ->
    [zero] كل { $every } شهر
    [one] كل شهر
    [two] كل شهرين
    [3] كل ربع سنة
    [few] كل { $every } أشهر
    [many] كل { $every } شهرًا
    *[other] كل { $every } شهر
}
repeats-years = { $every ->
    [zero] كل { $every } سنة
    [one] كل سنة
    [two] كل سنتين
    [few] كل { $every } سنوات
    [many] كل { $every } سنة
    *[other] كل { $every } سنة
}
repeats-on-weekdays = { $rhythm }: { $days }
repeats-on-nth = { $nth ->
    [1] { $rhythm }، { $day } الأول
    [2] { $rhythm }، { $day } الثاني
    [3] { $rhythm }، { $day } الثالث
    [4] { $rhythm }، { $day } الرابع
    *[other] { $rhythm }، { $day } الأخير
}
repeats-on-last-day = { $rhythm }، في اليوم الأخير
repeats-on-day = { $rhythm }، في اليوم { $day }
repeats-times = { $count ->
    [zero] { $rhythm }، { $count } مرة
    [one] { $rhythm }، مرة واحدة
    [two] { $rhythm }، مرتين
    [few] { $rhythm }، { $count } مرات
    [many] { $rhythm }، { $count } مرة
    *[other] { $rhythm }، { $count } مرة
}
repeats-until = { $rhythm } حتى { $day }
