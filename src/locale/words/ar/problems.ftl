problems-title = المشكلات
problems-by-item = المشكلات حسب العنصر
problems-by-owner = المشكلات حسب المسؤول
problems-way-rule = حسب القاعدة
problems-way-item = حسب العنصر
problems-way-owner = حسب المسؤول
problems-order = ترتيب المشكلات
problems-severity = الخطورة
problems-rule = القاعدة
problems-errors = { $count ->
    [zero] لا أخطاء
    [one] خطأ واحد
    [two] خطآن
    [few] { $count } أخطاء
    [many] { $count } خطأً
    *[other] { $count } خطأ
}
problems-warnings = { $count ->
    [zero] لا تحذيرات
    [one] تحذير واحد
    [two] تحذيران
    [few] { $count } تحذيرات
    [many] { $count } تحذيرًا
    *[other] { $count } تحذير
}
problems-hints = { $count ->
    [zero] لا تلميحات
    [one] تلميح واحد
    [two] تلميحان
    [few] { $count } تلميحات
    [many] { $count } تلميحًا
    *[other] { $count } تلميح
}
problems-shown = { $count }، يُعرض منها هنا { $shown }
problems-more-groups = مجموعات أخرى لا تتسع لها هذه الصفحة: { $count }
problems-of-nobody = بلا مسؤول
problems-of-the-plan = الخطة ككل

rule-why = لماذا يهم ذلك
rule-example = مثال وكيف يُصلَح
rule-mended = بعد الإصلاح:
rule-mended-file = { $path }، بعد الإصلاح
rule-found = ما وجدته
rule-settings = إن لم تكن مناسبة
rule-numbers = تتبع القاعدة أرقامًا من { $file }:
rule-accept = لقبول ملاحظة في عنصر واحد، اذكر السبب في مقدمة ملفه: { $example }.
rule-reason = السبب
rule-change = لتغيير خطورة ملاحظاتها، اكتب { $setting } تحت { $table } في { $file }، أو { $others }.
rule-of-this-plan = قاعدة من هذه الخطة:
