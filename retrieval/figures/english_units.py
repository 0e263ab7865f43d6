"""The English words of units."""

# kind code*factor: one, more of them, other ways to write it
UNITS = """
amount EUR: euro, euros, euro's
amount EUR*0.01: euro cent, euro cents, eurocent, eurocents
amount USD: dollar, dollars, us dollar, us dollars, american dollars
amount GBP: pound, pounds, pounds sterling, pound sterling, british pounds, quid
amount GBP*0.01: penny, pence, p
amount RUB: rouble, roubles, ruble, rubles, russian roubles, russian rubles
amount CHF: Swiss franc, Swiss francs
amount franc: franc, francs
amount JPY: yen, yen
amount CNY: yuan, yuan, renminbi
amount PLN: zloty, zlotys, zloties
amount UAH: hryvnia, hryvnias, ukrainian hryvnia
amount SEK: Swedish krona, Swedish kronor, swedish kroner, swedish crowns
amount NOK: Norwegian krone, Norwegian kroner, norwegian crowns
amount DKK: Danish krone, Danish kroner, danish crowns
amount TRY: Turkish lira, Turkish lira, turkish liras
amount INR: Indian rupee, Indian rupees, rupee, rupees
amount CAD: Canadian dollar, Canadian dollars
amount AUD: Australian dollar, Australian dollars
amount HKD: Hong Kong dollar, Hong Kong dollars
amount NZD: New Zealand dollar, New Zealand dollars
amount cent: cent, cents
percent %: per cent, per cent, percent
percent pp: percentage point, percentage points
percent bp: basis point, basis points
percent ‰: per mille, per mille
measure km: kilometre, kilometres, kilometer, kilometers
measure m: metre, metres, meter, meters
measure cm: centimetre, centimetres, centimeter, centimeters
measure mm: millimetre, millimetres, millimeter, millimeters
measure km²: square kilometre, square kilometres, square kilometer, square kilometers
measure m²: square metre, square metres, square meter, square meters
measure m³: cubic metre, cubic metres, cubic meter, cubic meters
measure ha: hectare, hectares
measure kg: kilo, kilos, kilogram, kilograms, kilogramme, kilogrammes
measure lb: lb, lb
measure g: gram, grams, gramme, grammes
measure mg: milligram, milligrams
measure l: litre, litres, liter, liters
measure ml: millilitre, millilitres, milliliter, milliliters
measure W: watt, watts
measure kW: kilowatt, kilowatts
measure MW: megawatt, megawatts
measure GW: gigawatt, gigawatts
measure TW: terawatt, terawatts
measure kWh: kilowatt hour, kilowatt hours
measure MWh: megawatt hour, megawatt hours
measure GWh: gigawatt hour, gigawatt hours
measure TWh: terawatt hour, terawatt hours
measure V: volt, volts
measure kV: kilovolt, kilovolts
measure Hz: hertz, hertz
measure MHz: megahertz, megahertz
measure GHz: gigahertz, gigahertz
measure dB: decibel, decibels
measure °C: degree Celsius, degrees Celsius, degrees, degree
measure °F: degree Fahrenheit, degrees Fahrenheit
measure km/h: kilometre per hour, kilometres per hour, kilometer per hour, kilometers per hour, kph, kmh
measure m/s: metre per second, metres per second, meters per second
measure mph: mile per hour, miles per hour, mph
measure kB: kilobyte, kilobytes
measure MB: megabyte, megabytes
measure GB: gigabyte, gigabytes
measure TB: terabyte, terabytes
measure mile: mile, miles
measure knot: knot, knots
measure ft: foot, feet, ft
measure inch: inch, inches
measure yard: yard, yards
measure acre: acre, acres
measure barrel: barrel, barrels
measure t: tonne, tonnes, ton, tons, metric ton, metric tons
measure short ton: short ton, short tons
duration second: second, seconds, sec, secs
duration minute: minute, minutes, min, mins
duration hour: hour, hours, hr, hrs
duration day: day, days
duration week: week, weeks
duration month: month, months
duration year: year, years, years old, year old, yr, yrs
duration year*10: decade, decades
duration year*100: century, centuries
multiple -: time, times, fold
"""
