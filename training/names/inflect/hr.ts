import { eachPart, type Gender, type NameKind, pick, swapEnding, withEndings } from './parts.ts'

const stems: Readonly<Record<string, string>> = {
  Petar: 'Petr',
  Aleksandar: 'Aleksandr',
  Zadar: 'Zadr',
  Sisak: 'Sisk',
  Čakovec: 'Čakovc',
}
const fleeting: readonly (readonly [string, string])[] = [
  ['čec', 'čec'],
  ['ac', 'c'],
  ['ec', 'c'],
]
const vocatives: readonly (readonly [string, string])[] = [
  ['k', 'če'],
  ['g', 'že'],
  ['h', 'še'],
  ['c', 'če'],
]

/** Croatian: "Horvata", "s Marijom", "Ivane", "u Rijeci". Women's surnames in a consonant stay as they are. */
export function inflect(name: string, kind: NameKind, gender: Gender, wordCase: string): string {
  if (kind === 'city') return town(name, wordCase)
  return eachPart(name, part => {
    if (kind === 'last' && part.endsWith('ska')) return adjective(part, wordCase)
    if (part.endsWith('a')) return nounInA(part, wordCase)
    return gender === 'f' ? part : man(part, wordCase)
  })
}

function nounInA(name: string, wordCase: string): string {
  const vocative = name.endsWith('ica') ? 'e' : 'a'
  return pick(name, withEndings(name.slice(0, -1), `e i u ${vocative} i om`), wordCase)
}

function man(name: string, wordCase: string): string {
  if (name.endsWith('ski')) return pick(name, withEndings(name.slice(0, -1), 'og om og i om im'), wordCase)
  if (/[iyu]$/.test(name)) return pick(name, withEndings(`${name}j`, 'a u a 0 u em').with(3, name), wordCase)
  if (name.endsWith('oje')) return pick(name, withEndings(name.slice(0, -1), 'a u a e u em'), wordCase)
  if (name.endsWith('e')) return pick(name, withEndings(name.slice(0, -1), 'e i u e i om'), wordCase)
  if (name.endsWith('o')) return pick(name, withEndings(name.slice(0, -1), 'a u a o u om'), wordCase)
  const stem = stems[name] ?? swapEnding(name, fleeting) ?? name
  const soft = softEnd(stem)
  const vocative = swapEnding(stem, vocatives) ?? stem + (soft ? 'u' : 'e')
  return pick(name, withEndings(stem, `a u a 0 u ${soft ? 'em' : 'om'}`).with(3, vocative), wordCase)
}

function softEnd(stem: string): boolean {
  return /([čćšžđjc]|lj|nj|dž)$/.test(stem)
}

function adjective(word: string, wordCase: string): string {
  const stem = word.slice(0, -1)
  if (!/[aeio]$/.test(word)) return townNoun(word, wordCase)
  if (word.endsWith('a')) return pick(word, withEndings(stem, 'e oj u a oj om'), wordCase)
  return pick(word, withEndings(stem, `og om ${word.at(-1)} ${word.at(-1)} om im`), wordCase)
}

function town(name: string, wordCase: string): string {
  const tail = name.search(/ (na|pri|kod|pod|nad) /)
  if (tail > 0) return town(name.slice(0, tail), wordCase) + name.slice(tail)
  const words = name.split(' ')
  return words
    .map((word, index) => (index < words.length - 1 ? adjective(word, wordCase) : townNoun(word, wordCase)))
    .join(' ')
}

function townNoun(word: string, wordCase: string): string {
  const stem = word.slice(0, -1)
  if (word.endsWith('ska')) return adjective(word, wordCase)
  if (/[^aeiou]ka$|ijeka$/.test(word)) {
    return pick(
      word,
      withEndings(stem, 'e 0 u 0 0 om').map(form => (form === stem ? `${stem.slice(0, -1)}ci` : form)),
      wordCase,
    )
  }
  if (word.endsWith('a')) return nounInA(word, wordCase)
  if (word.endsWith('vci'))
    return pick(word, withEndings(stem, '0 ima e i ima ima').with(0, `${stem.slice(0, -1)}aca`), wordCase)
  if (/[oe]$/.test(word))
    return pick(word, withEndings(stem, `a u ${word.at(-1)} ${word.at(-1)} u ${word.at(-1)}m`), wordCase)
  if (/[iu]$/.test(word)) return word
  const base = stems[word] ?? swapEnding(word, fleeting) ?? word
  return pick(
    word,
    withEndings(base, `a u 0 0 u ${softEnd(base) ? 'em' : 'om'}`)
      .with(2, word)
      .with(3, word),
    wordCase,
  )
}
