period-quarter = الربع { $quarter } من { $year }
period-fiscal-quarter = السنة المالية { $year }، الربع { $quarter }
period-fiscal-year = السنة المالية { $year }
period-range = من { $from } إلى { $to }

percent = { $number }٪

money = { $amount } { $currency }
money-thousand = { $amount } ألف
money-million = { $amount } مليون
money-billion = { $amount } مليار
money-trillion = { $amount } تريليون
