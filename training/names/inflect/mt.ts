import type { Gender, NameKind } from './parts.ts'

/** Maltese names have no endings; what changes is the particle before them. */
export const inflectedPart = 'every'

/** Names that open with a vowel, as "t'" and "m'" want it. */
const VOWEL_FIRST: Readonly<Record<Gender, readonly string[]>> = {
  m: ['Adrian', 'Albert', 'Alfred', 'Andrew', 'Anġlu', 'Anton', 'Edgar', 'Edwin', 'Emanuel', 'Ian', 'Ivan', 'Oliver'],
  f: [
    'Abigail',
    'Agnes',
    'Alessia',
    'Anna',
    'Antonella',
    'Elena',
    'Emma',
    'Erika',
    'Ilona',
    'Irene',
    'Isabelle',
    'Olivia',
  ],
}
/** Towns without the article, as "f'" and "għal" want it. */
const BARE = [
  'Birkirkara',
  'Birżebbuġa',
  'Bormla',
  'Buġibba',
  'Burmarrad',
  'Għajnsielem',
  'Għawdex',
  'Ħal Luqa',
  'Ħal Qormi',
  'Ħaż-Żabbar',
  'Marsaskala',
  'Marsaxlokk',
  'Pembroke',
  'Raħal Ġdid',
  'San Ġiljan',
  'San Ġwann',
  'Santa Venera',
  "Ta' Xbiex",
]
/** Towns whose article keeps its l, written without it: "fil-Mosta", "mill-Mosta". */
const MOON = [
  'Birgu',
  'Fgura',
  'Fontana',
  'Furjana',
  'Gudja',
  'Gżira',
  'Ħamrun',
  'Kalkara',
  'Marsa',
  'Mellieħa',
  'Mosta',
  'Munxar',
  'Qala',
  'Qrendi',
]

/**
 * The particle joins the name ("t'Anna", "f'Birkirkara", "fil-Mosta") and its form follows from the first letter,
 * but it is no part of the value. So it stands in the sentence, and these "cases" answer with a name that fits it:
 * vowel (a first name after t' or m'), bare (a town after f'), moon (a town after fil- or mill-).
 */
export function inflect(name: string, kind: NameKind, gender: Gender, wordCase: string): string {
  if (wordCase === 'vowel' && kind === 'first')
    return /^[aeiou]/i.test(name) ? name : substitute(name, VOWEL_FIRST[gender])
  if (wordCase === 'bare' && kind === 'city') return hasArticle(name) ? substitute(name, BARE) : name
  if (wordCase === 'moon' && kind === 'city') return /^Il-/.test(name) ? name.slice(3) : substitute(name, MOON)
  return name
}

function hasArticle(name: string): boolean {
  return /^(I[lrtsnxżdċ]|L)-/.test(name)
}

/** The same name always gets the same substitute, so that training stays repeatable. */
function substitute(name: string, candidates: readonly string[]): string {
  const sum = [...name].reduce((total, letter) => total + letter.codePointAt(0)!, 0)
  return candidates[sum % candidates.length]!
}
