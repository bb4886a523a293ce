/** The words that restore a crypto wallet: BIP 39, 12 to 24 words of three to eight letters. */
import type { LabelledValue } from '../labelled-values.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel } from '../recognizer.ts'
import { LABELLED } from '../scores.ts'
import type { View } from '../view.ts'

const seedWords: LabelGroup = {
  name: 'SEED_PHRASE',
  words: {
    '*': 'seed phrase|seed|mnemonic|recovery phrase|secret phrase|backup phrase|seedphrase|seed words|recovery words',
    cs: 'obnovovací fráze',
    da: 'gendannelsesfrase',
    de: 'wiederherstellungsphrase|seed wörter|wiederherstellungswörter',
    es: 'frase semilla|frase de recuperación',
    fi: 'palautuslause',
    fr: 'phrase de récupération|phrase secrète|phrase mnémonique',
    it: 'frase di recupero|frase seme|frase segreta',
    nl: 'herstelzin|herstelwoorden',
    pl: 'fraza odzyskiwania|fraza seed|słowa odzyskiwania',
    pt: 'frase de recuperação|frase semente',
    ro: 'fraza de recuperare',
    sv: 'återställningsfras',
  },
}

/** Some words between, then the phrase; numbered lists ("1. orbit 2. lemon") too. */
const phrase =
  /^[\s\S]{0,90}?[\s"'`:=(]((?:(?:\d{1,2}[.)] ?)?[a-z]{3,8}[,\s]{1,2}){11,23}(?:\d{1,2}[.)] ?)?[a-z]{3,8})(?![0-9A-Za-z])/

export const seedPhrase: BuiltInRecognizer = {
  name: 'seed-phrase',
  source: 'https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki',
  types: ['SECRET'],
  anchors: [onLabel(seedWords, findPhrase)],
  isEmbedded: true,
  examples: {
    match: [
      'They found the seed phrase: "«cactus ribbon lunar piano meadow walnut giraffe copper window tomato saddle echo»".',
      'mnemonic=«cactus ribbon lunar piano meadow walnut giraffe copper window tomato saddle echo»',
    ],
    miss: [
      'seed phrase: never share it with anybody, not even with us or with a friend of yours',
      'seed the lawn in spring',
    ],
  },
}

function findPhrase(view: View, value: LabelledValue, findings: Findings): void {
  const { labelEnd } = value
  const match = phrase.exec(view.text.slice(labelEnd, labelEnd + 400))
  if (match === null) return
  const start = labelEnd + match[0].length - match[1]!.length
  findings.add(start, start + match[1]!.length, 'SECRET', LABELLED)
}
