view-label = عرض من الخطة
view-not-understood = ينبغي أن يكون هنا عرض من الخطة، لكن لا يمكن فهمه.
view-empty = لا شيء في الخطة يوافق هذا حاليًا.
view-hidden = عناصر أخرى غير معروضة: { $count }
view-left-out = عناصر متروكة لتعذّر حساب المرشِّح عندها: { $count }
view-items = { $count ->
    [zero] عناصر
    [one] عنصر
    [two] عنصران
    [few] عناصر
    [many] عنصرًا
    *[other] عنصر
}
view-matrix = ما يرتبط بماذا
view-nothing-across = لا شيء يقابل هذه.
view-directly = مباشرةً
view-through-others = عبر غيره
view-timeline = متى يبدأ كل منها ومتى موعده
view-item = العنصر
view-from-and-to = من وإلى
view-no-dates = ليس لأي منها تاريخ.
view-no-due = بلا موعد
view-today = اليوم
view-without = { $field }: غير مذكور
view-is-not = { $field }: لا
