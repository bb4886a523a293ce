/** What is said between the numbers of a number: "and", "dash", "slash", and how letters are called. Folded. */
import { HashTable } from './hash-table.ts'
import type { Units } from './units.ts'
import { hashSpan, hashText } from './words.ts'

const links = [
  'of the and in de del du d da di do dos den der des dem het le la lo los las et y e i u og en und a an az ta ik il l r is na no nu po so w z ze v',
  'rok roku roka leta годината година године от на года року anno anul al ja és στις του της και στα ir un gads gada metų m aasta aastal vuonna year jahr jahre am lá den della och te ar ag',
  // signs
  'dash slash stroke hyphen minus dot point space then viiva väliviiva kautta piste bindestrich strich schrägstrich querstrich punkt tiret barre guion guión barra hífen traço trattino streepje schuine łamane przez kreska myślnik kropka lomítko lomeno pomlčka tečka lomka kötőjel per perjel pont liniuță liniuta crom punct bindestreg skråstreg punktum bindestreck snedstreck bindestrek',
  'brūkšnelis brūkšnys pasvirasis taškas domuzīme svītra slīpsvītra punkts sidekriips kaldkriips παύλα κάθετος κάθετο τελεία тире наклонена черта crtica kosa poševnica pomišljaj pika točka sing daiseog',
  'letter letra lettre lettera litera literă písmeno buchstabe bokstav bogstav kirjain täht burts raidė betű slovo črka γράμμα буква ittra litir clé clave klíč kontrollziffer like as for wie som come comme come van jak mint kuten nagu kā kaip като όπως kao kot ako ca',
]

/** Names of letters in the languages of the Union that are no other words beside numbers. */
const letters = [
  'be ce ef ge ha ka el em er es te ve ex ix iks ypsilon zet zeta zeta erre elle emme enne effe esse acca acke ell emm enn err ess haa kaa koo hoo jii doble dobleve uve equis jota hache eñe bé cé dé gé pé té vé bee cee dee gee pee tee vee aa oo uu ää öö å ä ö dubbelvé wie jot qu ku cé ha zett eszett alfa beta gamma delta',
]

/** Words that hold the stem of a number, or are one, and something else far more often. */
const otherWords = [
  'der die das und une ein eine einen een het hat set under ten first erst second utente patente centre set nic',
]

/** Numbers of two letters, which are other words too. */
const shortNumbers = ['un um ti ni to do dó sé du öt še sí']

/** Rather another word than a number. */
export const OTHER_WORD = 1
/** Short, and a number among others. */
export const SHORT_NUMBER = 2
/** Stands between the numbers of one value. */
export const BETWEEN_NUMBERS = 4
/** The name of a letter. */
export const SPELT = 8

const kinds = new HashTable([
  ...listed(otherWords, OTHER_WORD),
  ...listed(shortNumbers, SHORT_NUMBER),
  ...listed(links, BETWEEN_NUMBERS),
  ...listed(letters, SPELT),
])

function listed(lists: readonly string[], kind: number): (readonly [hash: number, kind: number])[] {
  const words = new Set(lists.flatMap(list => list.split(' ')))
  return [...words].map(word => [hashText(word, 0, word.length), kind])
}

/** The bits above of the word between two offsets; 0 for nearly all words. */
export function spokenKinds(units: Units, start: number, end: number): number {
  return kinds.get(hashSpan(units, start, end))
}

/** The same of a word by itself. */
export function spokenKindsOf(word: string): number {
  return kinds.get(hashText(word, 0, word.length))
}
