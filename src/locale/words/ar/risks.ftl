risks-low = منخفض
risks-moderate = متوسط
risks-high = مرتفع
risks-critical = حرج
risks-avoid = تجنب
risks-reduce = تقليل
risks-transfer = نقل
risks-accept = قبول
risks-map = ما الاحتمال، وما الأثر
risks-map-note = المخاطر المفتوحة حسب الاحتمال والأثر. والدرجة حاصل ضرب أحدهما في الآخر.
risks-likelihood = الاحتمال
risks-impact = الأثر
risks-likelihood-1 = نادر
risks-likelihood-2 = غير مرجح
risks-likelihood-3 = ممكن
risks-likelihood-4 = مرجح
risks-likelihood-5 = شبه مؤكد
risks-impact-1 = لا يكاد يُحس
risks-impact-2 = طفيف
risks-impact-3 = جاد
risks-impact-4 = جسيم
risks-impact-5 = تفشل الخطة
risks-more = و{ $count } غيرها
risks-unscored = { $count ->
    [zero] كل المخاطر المفتوحة لها درجة
    [one] خطر مفتوح واحد بلا درجة
    [two] خطران مفتوحان بلا درجة
    [few] { $count } مخاطر مفتوحة بلا درجة
    [many] { $count } خطرًا مفتوحًا بلا درجة
   *[other] { $count } خطر مفتوح بلا درجة
}
risks-closed = { $count ->
    [zero] كلها ما زالت مفتوحة
    [one] خطر واحد لم يعد مفتوحًا
    [two] خطران لم يعودا مفتوحين
    [few] { $count } مخاطر لم تعد مفتوحة
    [many] { $count } خطرًا لم يعد مفتوحًا
   *[other] { $count } خطر لم يعد مفتوحًا
}
risks-scores = الدرجات من { $from } إلى { $to }
risks-register = السجل
risks-id = الرقم
risks-score = الدرجة
risks-response = الاستجابة
risks-threatens = يهدد
risks-answers = الجاهز لمواجهته
risks-status = الوضع
risks-owner = المسؤول
risks-team = الفريق
risks-level = الجسامة
risks-mitigated = يخففه
risks-nothing = لا شيء بعد
