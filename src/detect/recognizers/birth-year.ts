/** Years of birth, and birth dates whose day, month and year stand in fields of their own. */
import { isWholeToken } from '../boundaries.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel } from '../recognizer.ts'
import { LABELLED } from '../scores.ts'
import type { View } from '../view.ts'

const yearWords: LabelGroup = {
  name: 'BIRTH_YEAR',
  words: {
    '*': 'yob|dob year|dobyear|birthdate year',
    bg: 'година на раждане',
    cs: 'rok narození',
    da: 'fødselsår',
    de: 'geburtsjahr|geb jahr',
    el: 'έτος γέννησης|έτος γεν',
    en: 'year of birth|birth year|birthyear',
    es: 'año de nacimiento|año nacimiento',
    et: 'sünniaasta',
    fi: 'syntymävuosi',
    fr: 'année de naissance|année naissance',
    hr: 'godina rođenja',
    hu: 'születési év|születési éve',
    it: 'anno di nascita|anno nascita',
    lt: 'gimimo metai',
    lv: 'dzimšanas gads',
    nl: 'geboortejaar',
    no: 'fødselsår',
    pl: 'rok urodzenia',
    pt: 'ano de nascimento',
    ro: 'anul nașterii|an naștere',
    sk: 'rok narodenia',
    sl: 'leto rojstva',
    sv: 'födelseår',
  },
}

/** Keys of forms; a day and a month alone say little, but the year beside them says the rest. */
const partWords: LabelGroup = {
  name: 'BIRTH_PART',
  words: {
    '*': 'dob day|dob month|dobday|dobmonth|birth month|birthmonth|birthdate day|birthdate month',
  },
}

const year = /(?:19\d\d|20[012]\d)(?![.,]\d)/y
const dayOrMonth = /\d{1,2}(?![.,]\d)/y

export const birthYear: BuiltInRecognizer = {
  name: 'birth-year',
  source: 'https://cldr.unicode.org/translation/date-time/date-time-patterns',
  types: ['DATE_OF_BIRTH'],
  anchors: [
    onLabel(yearWords, (view, value, findings) => findPart(view, value, year, findings)),
    onLabel(partWords, (view, value, findings) => {
      if (value.link !== 'bare') findPart(view, value, dayOrMonth, findings)
    }),
  ],
  examples: {
    match: [
      'Geburtsjahr: «1984»',
      'year of birth «1984»',
      'rok urodzenia «1991», Łódź',
      'dob_year=«1984»',
      'id;geboortejaar\n1;«1978»',
    ],
    miss: ['Geburtsjahr fehlt', 'dob_month missing', 'year of birth 19.84'],
  },
}

function findPart(view: View, value: LabelledValue, form: RegExp, findings: Findings): void {
  const { start, limit } = value
  const end = matchAt(view, form, start, limit)
  if (end > start && isWholeToken(view, start, end)) findings.add(start, end, 'DATE_OF_BIRTH', LABELLED)
}
