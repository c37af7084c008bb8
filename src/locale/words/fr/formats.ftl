period-quarter = T{ $quarter } { $year }
period-fiscal-quarter = exercice { $year }, T{ $quarter }
period-fiscal-year = exercice { $year }
period-range = { $from } à { $to }

percent = { $number } %

money = { $amount } { $currency }
money-thousand = { $amount } k
money-million = { $amount } M
money-billion = { $amount } Md
money-trillion = { $amount } Bn
