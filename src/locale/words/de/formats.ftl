period-quarter = { $quarter }. Quartal { $year }
period-fiscal-quarter = GJ { $year }, { $quarter }. Quartal
period-fiscal-year = GJ { $year }
period-range = { $from } bis { $to }

percent = { $number } %

money = { $amount } { $currency }
money-thousand = { $amount } Tsd.
money-million = { $amount } Mio.
money-billion = { $amount } Mrd.
money-trillion = { $amount } Bio.
