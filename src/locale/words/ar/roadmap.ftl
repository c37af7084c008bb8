roadmap-title = خريطة الطريق
roadmap-lead = ما يبدأ وما يستحق في كل ربع سنة، حسب الغاية.
roadmap-events = { $count ->
    [zero] لا مواعيد
    [one] موعد واحد
    [two] موعدان
    [few] { $count } مواعيد
    [many] { $count } موعدًا
   *[other] { $count } موعد
}

event-milestone = معلم
event-due = استحقاق
event-starts = بداية
event-done = أُنجز
event-recurs = يتكرر
event-review = موعد المراجعة
event-late = متأخر
event-more = { $count ->
    [zero] ولا شيء غيره
    [one] وآخر
    [two] واثنان آخران
    [few] و{ $count } أخرى
    [many] و{ $count } آخر
   *[other] و{ $count } آخر
}
