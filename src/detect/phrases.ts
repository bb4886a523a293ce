/** The words of label groups as they are written in a recognizer, read into phrases. */
import { foldWord } from './characters.ts'
import { numberWords } from './connectors.ts'
import { hashWord, longPrefixLength, prefixLength } from './words.ts'

/** What may follow a word of a phrase in one: nothing, any short ending, or a word for "number". */
export type Ending = 'none' | 'any' | 'number'

/** A word of a phrase, folded. */
export interface PhraseWord {
  readonly word: string
  readonly ending: Ending
  /** Hash of the word, or of its first letters where something may follow. */
  readonly hash: number
}

export interface Phrase {
  readonly words: readonly PhraseWord[]
  /** A word for "number" must follow as a word of its own. */
  readonly needsNumberWord: boolean
  /** The phrase itself says "number": a plain number may follow. */
  readonly hasNumberWord: boolean
}

/** What one written phrase stands for: itself, and with its word for "number" cut short. */
export function readPhrases(written: string): Phrase[] {
  const short = abbreviated(written)
  return short === written ? readPhrase(written) : [...readPhrase(written), ...readPhrase(short)]
}

/** Words for "number" and how people shorten them: "č. smlouvy", "n.º de cliente", "nr umowy", "αρ. πελάτη", "št. naročila". */
const shortForms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    číslo: 'č',
    broj: 'br',
    numer: 'nr',
    numeris: 'nr',
    numero: 'n',
    number: 'no',
    numru: 'nru',
    numurs: 'nr',
    număr: 'nr',
    numărul: 'nr',
    numéro: 'n',
    número: 'n',
    nummer: 'nr',
    številka: 'št',
    száma: 'sz',
    uimhir: 'uimh',
    αριθμός: 'αρ',
    κωδικός: 'κωδ',
  }),
)

/** The phrase with its word for "number" cut short; the same phrase where it has none. */
function abbreviated(phrase: string): string {
  if (!phrase.includes(' ')) return phrase
  const words = phrase.split(' ')
  return words.some(word => shortForms.has(word)) ? words.map(word => shortForms.get(word) ?? word).join(' ') : phrase
}

/** One phrase, or several for `kunden~`. */
function readPhrase(written: string): Phrase[] {
  if (!written.endsWith('~')) {
    const words = readWords(written, 'none')
    return [{ words, hasNumberWord: saysNumber(words), needsNumberWord: false }]
  }
  const stem = written.slice(0, -1)
  return [
    { words: readWords(stem, 'none'), hasNumberWord: true, needsNumberWord: true },
    ...fusedWords(stem).map(words => ({ words, hasNumberWord: true, needsNumberWord: false })),
  ]
}

/** "customer no", "numéro client", "laskunumero": the phrase itself says that a number follows. */
function saysNumber(words: readonly PhraseWord[]): boolean {
  const last = words[words.length - 1]!
  if (
    last.ending === 'none' &&
    lastLetters.has(last.word.charCodeAt(last.word.length - 1)) &&
    fusedNumber.test(last.word)
  )
    return true
  return words.length > 1 && words.some(({ word, ending }) => ending === 'none' && isNumberSign(word))
}

/** A word for "number" or its short form: "n.\u00ba", "n\u00b0", "\u010d", "\u0161t". */
function isNumberSign(word: string): boolean {
  return (
    wordsForNumber.has(word) || (word.length <= 3 && /^(?:n[.\u00b0\u00bao]{0,2}|c|br|st|sz|\u03b1\u03c1)$/.test(word))
  )
}

const wordsForNumber: ReadonlySet<string> = new Set(numberWords)
/** Of the words below. */
const lastLetters: ReadonlySet<number> = new Set([...'amors'].map(letter => letter.charCodeAt(0)))
const fusedNumber = /.(?:nummer|numer|number|numero|numurs|numeris|szama?|nr|nro)$/

/** `ending` is that of the last word. */
function readWords(written: string, ending: Ending): PhraseWord[] {
  if (!written.includes(' ') && !written.includes('-')) return [readWord(written, ending)]
  const words = written.split(/[ -]+/)
  return words.map((word, index) => readWord(word, index === words.length - 1 ? ending : 'none'))
}

function readWord(written: string, ending: Ending): PhraseWord {
  const isOpen = written.endsWith('*')
  const word = foldWord(isOpen ? written.slice(0, -1) : written)
  const actual = isOpen ? 'any' : ending
  if (word === '' || (actual !== 'none' && word.length < prefixLength)) {
    throw new TypeError(`Label word "${written}" is too short`)
  }
  return { word, ending: actual, hash: hashWord(actual === 'none' ? word : prefixOf(word)) }
}

function prefixOf(word: string): string {
  return word.slice(0, word.length < longPrefixLength ? prefixLength : longPrefixLength)
}

/** `kunden~` in one word. Stems shorter than a prefix are written out with each word for "number". */
function fusedWords(stem: string): PhraseWord[][] {
  const last = stem.split(/[ -]+/).at(-1) ?? ''
  if (foldWord(last).length >= prefixLength) return [readWords(stem, 'number')]
  return numberWords.map(number => readWords(`${stem}${number}`, 'none'))
}
