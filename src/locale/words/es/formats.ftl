period-quarter = T{ $quarter } { $year }
period-fiscal-quarter = ejercicio { $year }, T{ $quarter }
period-fiscal-year = ejercicio { $year }
period-range = { $from } a { $to }

percent = { $number } %

money = { $amount } { $currency }
money-thousand = { $amount } mil
money-million = { $amount } M
money-billion = { $amount } mil M
money-trillion = { $amount } B
