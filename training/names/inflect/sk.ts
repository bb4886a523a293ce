import { eachPart, type Gender, type NameKind, pick, swapEnding, withEndings } from './parts.ts'

const stems: Readonly<Record<string, string>> = {
  Pavol: 'Pavl',
  Peter: 'Petr',
  Alexander: 'Alexandr',
  Marek: 'Marek',
  Radek: 'Radek',
}
const plurals: Readonly<Record<string, string>> = {
  Košice: 'Košíc',
  Levice: 'Levíc',
  Michalovce: 'Michaloviec',
  Topoľčany: 'Topoľčian',
  Piešťany: 'Piešťan',
}
const fleeting: readonly (readonly [string, string])[] = [
  ['ec', 'c'],
  ['ek', 'k'],
  ['ok', 'k'],
]
const plain: Readonly<Record<string, string>> = { ň: 'n', ť: 't', ď: 'd', ľ: 'l' }

/** Slovak: "Kováčovi", "Márie Horváthovej", "v Banskej Bystrici". The vocative is the nominative today. */
export function inflect(name: string, kind: NameKind, gender: Gender, wordCase: string): string {
  if (kind === 'city') return town(name, wordCase)
  return eachPart(name, part => (gender === 'f' ? woman(part, kind, wordCase) : man(part, kind, wordCase)))
}

function man(name: string, kind: NameKind, wordCase: string): string {
  const stem = name.slice(0, -1)
  if (name.endsWith('ý')) return pick(name, withEndings(stem, 'ého ému ého ý om ým'), wordCase)
  if (name.endsWith('í')) return pick(name, withEndings(stem, 'ieho iemu ieho í om ím'), wordCase)
  if (/[^g]y$|i$/.test(name)) return pick(name, withEndings(name, 'ho mu ho 0 m m'), wordCase)
  if (name.endsWith('a')) return pick(name, withEndings(stem, 'u ovi u a ovi om'), wordCase)
  if (name.endsWith('o')) return pick(name, withEndings(stem, 'a ovi a o ovi om'), wordCase)
  if (/[eéáu]$/.test(name)) return name
  const oblique = stems[name] ?? (kind === 'last' || name.endsWith('ec') ? (swapEnding(name, fleeting) ?? name) : name)
  return pick(name, withEndings(oblique, 'a ovi a 0 ovi om').with(3, name), wordCase)
}

function woman(name: string, kind: NameKind, wordCase: string): string {
  const stem = name.slice(0, -1)
  if (kind === 'last') return name.endsWith('á') ? pick(name, withEndings(stem, 'ej ej ú á ej ou'), wordCase) : name
  return name.endsWith('a') ? nounInA(name, wordCase) : name
}

function nounInA(name: string, wordCase: string): string {
  const stem = name.slice(0, -1)
  const last = stem.at(-1) ?? ''
  const unmarked = plain[last]
  if (unmarked) {
    const front = stem.slice(0, -1) + unmarked
    return pick(name, [`${front}e`, `${front}i`, `${stem}u`, name, `${front}i`, `${stem}ou`], wordCase)
  }
  if (/[ščžcji]$/.test(last)) return pick(name, withEndings(stem, 'e i u a i ou'), wordCase)
  return pick(name, withEndings(stem, 'y e u a e ou'), wordCase)
}

function town(name: string, wordCase: string): string {
  const tail = name.search(/ (nad|pod|na|pri) /)
  if (tail > 0) return town(name.slice(0, tail), wordCase) + name.slice(tail)
  if (name === 'Nové Zámky') {
    return pick(name, ['Nových Zámkov', 'Novým Zámkom', name, name, 'Nových Zámkoch', 'Novými Zámkami'], wordCase)
  }
  return eachPart(name, word => townWord(word, wordCase))
}

function townWord(word: string, wordCase: string): string {
  const stem = word.slice(0, -1)
  if (word === 'Ves') return pick(word, ['Vsi', 'Vsi', 'Ves', 'Ves', 'Vsi', 'Vsou'], wordCase)
  if (word.endsWith('á')) return pick(word, withEndings(stem, 'ej ej ú á ej ou'), wordCase)
  if (word.endsWith('ý')) return pick(word, withEndings(stem, 'ého ému ý ý om ým'), wordCase)
  if (word.endsWith('é')) return pick(word, withEndings(stem, 'ého ému é é om ým'), wordCase)
  if (word.endsWith('ce')) {
    return pick(word, withEndings(stem, '0 iam e e iach ami').with(0, plurals[word] ?? stem), wordCase)
  }
  if (word.endsWith('y')) {
    return pick(word, withEndings(stem, '0 om y y och mi').with(0, plurals[word] ?? stem), wordCase)
  }
  if (word.endsWith('a')) return nounInA(word, wordCase)
  if (/[sc]ko$/.test(word)) return pick(word, withEndings(stem, 'a u o o u om'), wordCase)
  if (word.endsWith('o')) return pick(word, withEndings(stem, 'a u o o e om'), wordCase)
  if (/[eí]$/.test(word)) return word
  const base = swapEnding(word, fleeting) ?? word
  const locative = /[cčšžjňľ]$/.test(base) ? 'i' : /[kgh]$/.test(base) ? 'u' : 'e'
  return pick(word, withEndings(base, `a u 0 0 ${locative} om`).with(2, word).with(3, word), wordCase)
}
