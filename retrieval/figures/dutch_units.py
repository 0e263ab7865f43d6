"""The Dutch words of units."""

# What CLDR does not name, or not as newspapers do: `dollar` for its `Amerikaanse dollar`, `kilo`, `vaten`.
# babel finds no word in its Dutch for a day, an hour and an acre, and one form of others (`Indiase roepie`).
# kind code*factor: one, more of them, other ways to write it
UNITS = """
amount EUR*0.01: eurocent, eurocenten
amount EUR*100000: ton euro
amount USD: dollar, dollar, dollars, amerikaanse dollar, us dollar
amount GBP: pond, pond, britse pond, pond sterling, ponden
amount GBP*0.01: penny, pence
amount RUB: roebel, roebel, roebels, russische roebel
amount franc: frank, frank, franken
amount JPY: yen, yen
amount CNY: yuan, yuan, renminbi
amount PLN: zloty, zloty, zloty's
amount UAH: hryvnia, hryvnia, grivna, oekraïense hryvnia
amount INR: Indiase roepie, Indiase roepies, roepie, roepies
amount cent: cent, cent, centen
percent pp: procentpunt, procentpunt, procentpunten
percent bp: basispunt, basispunten
measure kg: kilo, kilo, kilo's, kilogram
measure lb: lb, lb
measure TW: terawatt, terawatt
measure MWh: megawattuur, megawattuur
measure GWh: gigawattuur, gigawattuur
measure TWh: terawattuur, terawattuur
measure kV: kilovolt, kilovolt
measure dB: decibel, decibel
measure inch: inch, inch
measure yard: yard, yard
measure acre: acre, acre, acres
measure barrel: vat, vaten
measure t: ton, ton
measure ton: ton, ton
duration minute*15: kwartier, kwartieren
duration hour: uur, uur, uren, uurs, urige
duration day: dag, dagen, daags, daagse
duration year*10: decennium, decennia
duration year*100: eeuw, eeuwen
multiple -: keer, keer, maal
multiple -: voud, voudig
"""
# kind code: other ways to write what CLDR names
OTHER_WAYS = """
amount EUR: euro's, euros
amount CHF: zwitserse franken
percent %: percent, percenten
measure km: kilometers
measure m: meters
measure cm: centimeters
measure mm: millimeters
measure m²: vierkante meters
measure m³: kuub
measure ha: hectares
measure l: liters
measure °C: graden, graad
measure mile: mijlen
duration year: jaren, jarig, jarige, jarigen
"""
