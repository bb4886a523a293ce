/** The card number of the European health insurance card: 80, the country in three digits (ISO 3166), the card. */

import { standsAlone } from '../boundaries.ts'
import { compact, compactEnd } from '../compact.ts'
import { type BuiltInRecognizer, type LabelGroup, onLabel, onRun } from '../recognizer.ts'
import { CERTAIN, CHECKED, LABELLED } from '../scores.ts'

const cardWords: LabelGroup = {
  name: 'EHIC',
  words: {
    '*': 'ehic|ghic|ehic card|ceam|ekvk|ekuz|cesd|tse|team',
    de: 'ehic~|europäische krankenversicherungskarte|kennnummer der karte',
    en: 'european health insurance card',
    fr: "carte européenne d'assurance maladie",
    it: 'tessera sanitaria|tessera europea',
  },
}

/** ISO 3166-1 numeric codes of the states whose cards these are; the card writes them in three or five digits. */
const issuers =
  /^80(?:040|056|100|191|196|203|208|233|246|250|276|300|348|352|372|380|428|438|440|442|470|528|578|616|620|642|703|705|724|752|756|826)\d{15}$/

export const ehic: BuiltInRecognizer = {
  name: 'ehic',
  source: 'https://eur-lex.europa.eu/eli/dec/2009/751/oj',
  types: ['HEALTH_ID'],
  anchors: [
    onRun(20, 20, (view, start, end, findings) => {
      if (issuers.test(view.text.slice(start, end))) findings.add(start, end, 'HEALTH_ID', CHECKED)
    }),
    onLabel(cardWords, (view, { start, limit }, findings) => {
      const end = compactEnd(view, start, 20, ' -')
      if (end < 0 || end > limit || !standsAlone(view, start, end) || !/^\d+$/.test(compact(view, start, end))) return
      findings.add(start, end, 'HEALTH_ID', issuers.test(compact(view, start, end)) ? CERTAIN : LABELLED)
    }),
  ],
  examples: {
    match: [
      'EHIC number: «80372000060000713894».',
      'tessera sanitaria n. «80380000700912365048» –',
      'Karte «80276001234567890123» liegt bei',
      'EKUZ «8061 6000 1234 5678 9012»',
    ],
    miss: ['order 81372000060000713894', '80999000090000451207'],
  },
}
