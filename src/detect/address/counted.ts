/** Numbers of things that look like a postal code and its town. */
import { THINGS } from '../context-words.ts'
import type { View } from '../view.ts'

/** "Version 3, 10000 Nutzer": a thing with a number, or a number of things. */
const counted =
  /^\d{4,6} (?:Nutzer|User|Users|G\u00e4ste|Besucher|Euro|EUR|St\u00fcck|W\u00f6rter|Zeichen|Einwohner|Mitarbeiter|Teilnehmer|Exemplare|Kilometer|Meter|Zeilen|Dateien|Personen|Kunden|Mark|Dollar|Franken|Pl\u00e4tze|Seiten|Jahre|Stunden|Zuschauer|Punkte|Schritte|Menschen|Umdrehungen|Kalorien|[KMGT]i?B|Hz|Watt|Items|Rows|Requests|Points)(?!\p{L})/u

export function isCounted(view: View, start: number, town: number): boolean {
  return counted.test(view.text.slice(start, town)) || view.isNear(THINGS.name, start, 24)
}
