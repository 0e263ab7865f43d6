"""The Dutch words of units."""

# kind code*factor: one, more of them, other ways to write it
UNITS = """
amount EUR: euro, euro, euro's, euros
amount EUR*0.01: eurocent, eurocenten
amount EUR*100000: ton euro
amount USD: dollar, dollar, dollars, amerikaanse dollar, us dollar
amount GBP: pond, pond, britse pond, pond sterling, ponden
amount GBP*0.01: penny, pence
amount RUB: roebel, roebel, roebels, russische roebel
amount CHF: Zwitserse frank, Zwitserse frank, zwitserse franken
amount franc: frank, frank, franken
amount JPY: yen, yen
amount CNY: yuan, yuan, renminbi
amount PLN: zloty, zloty, zloty's
amount UAH: hryvnia, hryvnia, grivna, oekraïense hryvnia
amount SEK: Zweedse kroon, Zweedse kronen
amount NOK: Noorse kroon, Noorse kronen
amount DKK: Deense kroon, Deense kronen
amount TRY: Turkse lira, Turkse lira
amount INR: Indiase roepie, Indiase roepies, roepie, roepies
amount CAD: Canadese dollar, Canadese dollar
amount AUD: Australische dollar, Australische dollar
amount HKD: Hongkongse dollar, Hongkongse dollar
amount NZD: Nieuw-Zeelandse dollar, Nieuw-Zeelandse dollar
amount cent: cent, cent, centen
percent %: procent, procent, percent, percenten
percent pp: procentpunt, procentpunt, procentpunten
percent bp: basispunt, basispunten
percent ‰: promille, promille
measure km: kilometer, kilometer, kilometers
measure m: meter, meter, meters
measure cm: centimeter, centimeter, centimeters
measure mm: millimeter, millimeter, millimeters
measure km²: vierkante kilometer, vierkante kilometer
measure m²: vierkante meter, vierkante meter, vierkante meters
measure m³: kubieke meter, kubieke meter, kuub
measure ha: hectare, hectare, hectares
measure kg: kilo, kilo, kilo's, kilogram
measure lb: lb, lb
measure g: gram, gram
measure mg: milligram, milligram
measure l: liter, liter, liters
measure ml: milliliter, milliliter
measure W: watt, watt
measure kW: kilowatt, kilowatt
measure MW: megawatt, megawatt
measure GW: gigawatt, gigawatt
measure TW: terawatt, terawatt
measure kWh: kilowattuur, kilowattuur
measure MWh: megawattuur, megawattuur
measure GWh: gigawattuur, gigawattuur
measure TWh: terawattuur, terawattuur
measure V: volt, volt
measure kV: kilovolt, kilovolt
measure Hz: hertz, hertz
measure MHz: megahertz, megahertz
measure GHz: gigahertz, gigahertz
measure dB: decibel, decibel
measure °C: graad Celsius, graden Celsius, graden, graad
measure °F: graad Fahrenheit, graden Fahrenheit
measure km/h: kilometer per uur, kilometer per uur
measure m/s: meter per seconde, meter per seconde
measure kB: kilobyte, kilobyte
measure MB: megabyte, megabyte
measure GB: gigabyte, gigabyte
measure TB: terabyte, terabyte
measure mile: mijl, mijl, mijlen
measure knot: knoop, knopen
measure mph: mijl per uur, mijl per uur
measure inch: inch, inch
measure yard: yard, yard
measure acre: acre, acre, acres
measure ft: voet, voet
measure barrel: vat, vaten
measure t: ton, ton
measure ton: ton, ton
duration second: seconde, seconden
duration minute: minuut, minuten
duration minute*15: kwartier, kwartieren
duration hour: uur, uur, uren, uurs, urige
duration day: dag, dagen, daags, daagse
duration week: week, weken
duration month: maand, maanden
duration year: jaar, jaar, jaren, jarig, jarige, jarigen
duration year*10: decennium, decennia
duration year*100: eeuw, eeuwen
multiple -: keer, keer, maal
multiple -: voud, voudig
"""
