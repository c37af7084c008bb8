home-vision = الرؤية
home-on-course = هل تسير الخطة على المسار؟
home-verdict = حالة الخطة: { $health }. { $why }.
home-plan-on-track = على المسار
home-plan-at-risk = في خطر
home-plan-off-track = خارج المسار
home-so-many-on-track = { $kinds }: { $number } من { $all } على المسار
home-so-many-at-risk = { $number } في خطر
home-so-many-off-track = { $number } خارج المسار

home-work-done = العمل المنجَز
home-kind-done = { $kinds }: المنجَز
home-late-count = المتأخر: { $count }
home-measures-on-track = مؤشرات على المسار
home-not-judged = ما لا يمكن الحكم عليه: { $count }
home-budget = الميزانية
home-spent = المصروف
home-of-budget = من { $money }

home-decisions = يحتاج إلى قرار
home-more-decisions = { $count } أخرى في المخطط
home-overdue = متأخر
home-not-reported = لم يُبلَّغ عنه
home-was-due = { $kind }، الموعد { $due }
home-was-due-noted = { $kind }، الموعد { $due }. { $note }
home-was-due-silent = { $kind }، الموعد { $due }؛ ولم يذكر أحد هل أُنجز

home-outline = الخطة كاملة في مخطط
home-done = أُنجز { $percent }
home-late = متأخر:
home-next = القادم
home-plans = خطط هذه الأسرة
home-items = { $count ->
    [zero] لا عناصر
    [one] عنصر واحد
    [two] عنصران
    [few] { $count } عناصر
    [many] { $count } عنصرًا
    *[other] { $count } عنصر
}
home-plan-bs = خطط بديلة جاهزة
home-about = عن هذه الخطة
home-values = ما نلتزم به
home-stakeholders = لمن هي ومن ينفّذها
home-performer = يشارك في التنفيذ. { $text }
home-beneficiary = يستفيد. { $text }
home-pages = للقراءة معها
home-as-of = حتى { $day }
home-revision = المراجعة { $revision }
home-problems = { $count ->
    [zero] لا مشكلات
    [one] مشكلة واحدة
    [two] مشكلتان
    [few] { $count } مشكلات
    [many] { $count } مشكلة
    *[other] { $count } مشكلة
}
