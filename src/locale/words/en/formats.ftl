# Periods, shares and money.

period-quarter = Q{ $quarter } { $year }
period-fiscal-quarter = FY { $year } Q{ $quarter }
period-fiscal-year = FY { $year }
period-range = { $from } to { $to }

percent = { $number } %

money = { $amount } { $currency }
money-thousand = { $amount }k
money-million = { $amount }M
money-billion = { $amount }bn
money-trillion = { $amount }tn
