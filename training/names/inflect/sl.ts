import { eachPart, type Gender, type NameKind, pick, swapEnding, withEndings } from './parts.ts'

const stems: Readonly<Record<string, string>> = {
  Peter: 'Petr',
  Aleksander: 'Aleksandr',
  Pavel: 'Pavl',
  Koper: 'Kopr',
  Koder: 'Kodr',
  Kocbek: 'Kocbek',
  Maribor: 'Maribor',
  Bor: 'Bor',
  Vrabec: 'Vrabc',
}
const plurals: Readonly<Record<string, string>> = { Trbovlje: 'Trbovelj' }
const fleeting: readonly (readonly [string, string])[] = [
  ['ec', 'c'],
  ['ek', 'k'],
]

/** Slovene: "Novaka", "z Gregorjem", "Maji", "v Murski Soboti". Women's surnames in a consonant stay as they are. */
export function inflect(name: string, kind: NameKind, gender: Gender, wordCase: string): string {
  if (kind === 'city') return town(name, wordCase)
  return eachPart(name, part => {
    if (part.endsWith('a')) return nounInA(part, wordCase)
    return gender === 'f' ? part : man(part, wordCase)
  })
}

function nounInA(name: string, wordCase: string): string {
  return pick(name, withEndings(name.slice(0, -1), 'e i o a i o'), wordCase)
}

function man(name: string, wordCase: string): string {
  if (name.endsWith('ski')) return pick(name, withEndings(name.slice(0, -1), 'ega emu ega i em im'), wordCase)
  if (/[iyu]$/.test(name)) return pick(name, withEndings(`${name}j`, 'a u a 0 u em').with(3, name), wordCase)
  if (name.endsWith('e')) return pick(name, withEndings(`${name}t`, 'a u a 0 u om').with(3, name), wordCase)
  if (name.endsWith('o')) return pick(name, withEndings(name.slice(0, -1), 'a u a o u om'), wordCase)
  return pick(name, withEndings(stemOf(name), `a u a 0 u ${vowel(stemOf(name))}m`).with(3, name), wordCase)
}

/** Names in -r take a j before the ending ("Gregorja"), those with a fleeting e do not ("Petra"). */
function stemOf(name: string): string {
  const known = stems[name] ?? swapEnding(name, fleeting)
  if (known) return known
  return /[aeiou]r$/.test(name) ? `${name}j` : name
}

function vowel(stem: string): string {
  return /[cčšžj]$/.test(stem) ? 'e' : 'o'
}

function town(name: string, wordCase: string): string {
  const tail = name.search(/ (pri|ob|na|v|pod) /)
  if (tail > 0) return town(name.slice(0, tail), wordCase) + name.slice(tail)
  const words = name.split(' ')
  const isPlural = name.endsWith('i')
  return words
    .map((word, index) => {
      if (index === words.length - 1) return townNoun(word, wordCase)
      return isPlural ? pluralAdjective(word, wordCase) : adjective(word, wordCase)
    })
    .join(' ')
}

function adjective(word: string, wordCase: string): string {
  const stem = word.slice(0, -1)
  if (word.endsWith('a')) return nounInA(word, wordCase)
  if (/[oe]$/.test(word)) return pick(word, withEndings(stem, `ega emu ${word.at(-1)} 0 em im`), wordCase)
  if (word.endsWith('i')) return pick(word, withEndings(stem, 'ega emu i i em im'), wordCase)
  return pick(word, withEndings(word, 'ega emu 0 0 em im'), wordCase)
}

function pluralAdjective(word: string, wordCase: string): string {
  return pick(word, withEndings(word.slice(0, -1), 'ih im e i ih imi'), wordCase)
}

function townNoun(word: string, wordCase: string): string {
  const stem = word.slice(0, -1)
  if (word === 'Krško') return pick(word, withEndings('Kršk', 'ega emu o o em im'), wordCase)
  if (word.endsWith('a')) return nounInA(word, wordCase)
  if (/(ice|ovlje|ale|ane|uše)$/.test(word)) {
    return pick(word, withEndings(stem, '0 am e e ah ami').with(0, plurals[word] ?? stem), wordCase)
  }
  if (/[oe]$/.test(word)) return pick(word, withEndings(stem, `a u ${word.at(-1)} 0 u ${word.at(-1)}m`), wordCase)
  if (word.endsWith('i'))
    return pick(word, withEndings(stem, `${stem.endsWith('c') ? 'ev' : 'ov'} em e i ih i`), wordCase)
  const base = stemOf(word)
  return pick(
    word,
    withEndings(base, `a u 0 0 u ${vowel(base)}m`)
      .with(2, word)
      .with(3, word),
    wordCase,
  )
}
