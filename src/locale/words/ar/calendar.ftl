calendar-title = التقويم
calendar-lead = كم يبدأ ويستحق ويُنجز ويتكرر ويُراجع في كل شهر.
calendar-events = { $count ->
    [zero] لا أحداث
    [one] حدث واحد
    [two] حدثان
    [few] { $count } أحداث
    [many] { $count } حدثًا
   *[other] { $count } حدث
}
calendar-turn = أشهر أخرى
calendar-today = اليوم
