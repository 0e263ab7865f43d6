"""The English words of units."""

# What CLDR does not name, or not as newspapers do: `dollar` for its `US dollar`, `kilo`, `kilowatt hour`.
# kind code*factor: one, more of them, other ways to write it
UNITS = """
amount EUR*0.01: euro cent, euro cents, eurocent, eurocents
amount USD: dollar, dollars, us dollar, us dollars, american dollars
amount GBP: pound, pounds, pounds sterling, pound sterling, british pounds, quid
amount GBP*0.01: penny, pence, p
amount RUB: rouble, roubles, ruble, rubles, russian roubles, russian rubles
amount franc: franc, francs
amount JPY: yen, yen
amount CNY: yuan, yuan, renminbi
amount PLN: zloty, zlotys, zloties
amount UAH: hryvnia, hryvnias, ukrainian hryvnia
amount TRY: Turkish lira, Turkish lira, turkish liras
amount cent: cent, cents
percent pp: percentage point, percentage points
percent bp: basis point, basis points
measure kg: kilo, kilos, kilogram, kilograms, kilogramme, kilogrammes
measure lb: lb, lb
measure TW: terawatt, terawatts
measure kWh: kilowatt hour, kilowatt hours
measure MWh: megawatt hour, megawatt hours
measure GWh: gigawatt hour, gigawatt hours
measure TWh: terawatt hour, terawatt hours
measure kV: kilovolt, kilovolts
measure dB: decibel, decibels
measure t: tonne, tonnes, ton, tons, metric ton, metric tons
measure short ton: short ton, short tons
duration year*10: decade, decades
duration year*100: century, centuries
multiple -: time, times, fold
"""
# kind code: other ways to write what CLDR names
OTHER_WAYS = """
amount EUR: euro's
amount SEK: swedish kroner, swedish crowns
amount NOK: norwegian crowns
amount DKK: danish crowns
amount INR: rupee, rupees
percent %: percent
measure km: kilometer, kilometers
measure m: meter, meters
measure cm: centimeter, centimeters
measure mm: millimeter, millimeters
measure km²: square kilometer, square kilometers
measure m²: square meter, square meters
measure m³: cubic meter, cubic meters
measure g: gramme, grammes
measure l: liter, liters
measure ml: milliliter, milliliters
measure °C: degrees, degree
measure km/h: kilometer per hour, kilometers per hour, kph, kmh
measure m/s: meters per second
measure mph: mph
measure ft: ft
duration second: sec, secs
duration minute: min, mins
duration hour: hr, hrs
duration year: years old, year old, yr, yrs
"""
