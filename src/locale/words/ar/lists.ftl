# القوائم الطويلة على صفحات، والجداول القابلة للترتيب.

list-title = { $title }، الصفحة { $number }
list-pages = الصفحات
list-previous = السابق
list-next = التالي
list-filter-here = يخص المرشح والترتيب هذه الصفحة، من { $first } إلى { $last }.
list-search-all = البحث في الكل ({ $count })
list-search = البحث في الخطة كلها
list-outline-part = تعرض هذه الصفحة جزءًا من الخطة، وفيه وحده يبحث المرشح.
list-outline-all = { $count ->
    [zero] لا شيء تحته
    [one] العنصر الذي تحته
    [two] العنصران اللذان تحته
    [few] كل العناصر الـ{ $count } تحته
    [many] كل العناصر الـ{ $count } تحته
   *[other] كل العناصر الـ{ $count } تحته
}
list-outline-more = { $count ->
    [zero] لا مزيد في صفحته
    [one] عنصر آخر في صفحته
    [two] عنصران آخران في صفحته
    [few] { $count } عناصر أخرى في صفحته
    [many] { $count } عنصرًا آخر في صفحته
   *[other] { $count } عنصر آخر في صفحته
}
list-more = { $count ->
    [zero] ولا مزيد
    [one] وعنصر آخر
    [two] وعنصران آخران
    [few] و{ $count } عناصر أخرى
    [many] و{ $count } عنصرًا آخر
   *[other] و{ $count } عنصر آخر
}
