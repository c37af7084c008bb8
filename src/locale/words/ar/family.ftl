family-plans = الخطط
family-lead = خطة فوق الجميع، وخطط تخدمها.
family-whole = الخطة الكاملة
family-other = بلا أفق
family-items = { $count ->
    [zero] لا عناصر
    [one] عنصر واحد
    [two] عنصران
    [few] { $count } عناصر
    [many] { $count } عنصرًا
    *[other] { $count } عنصر
}
family-late = المتأخر: { $count }
family-all-items = العناصر
family-open = مفتوح
family-late-items = متأخر
family-health = الحالة
family-tops = ما ترمي إليه
family-next = المواعيد القادمة
family-what-is-late = ما تأخر
family-serves = ما تخدمه
family-served-by = ما يخدمها
family-links = { $count ->
    [zero] لا روابط
    [one] رابط واحد
    [two] رابطان
    [few] { $count } روابط
    [many] { $count } رابطًا
    *[other] { $count } رابط
}
family-ties = كيف تخدم الخطط بعضها بعضًا
family-ties-lead = عدد عناصر الخطة على الجانب التي تدعم عنصرًا من الخطة في الأعلى أو تقيسه أو تهدده أو تخففه أو تستجيب له.
family-serving = الخطة
