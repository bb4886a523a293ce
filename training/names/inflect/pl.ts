import { eachPart, type Gender, type NameKind, pick, swapEnding, withEndings } from './parts.ts'

// Stems that no rule gives: fleeting vowels, "Dąb/Dęb-", and towns whose last consonant is soft in other cases.
const stems: Readonly<Record<string, string>> = {
  Paweł: 'Pawł',
  Gaweł: 'Gawł',
  Kozieł: 'Kozł',
  Kozioł: 'Kozł',
  Orzeł: 'Orł',
  Szczygieł: 'Szczygł',
  Wróbel: 'Wróbl',
  Kacper: 'Kacpr',
  Aleksander: 'Aleksandr',
  Marzec: 'Marc',
  Stępień: 'Stępni',
  Kwiecień: 'Kwietni',
  Styczeń: 'Styczni',
  Grudzień: 'Grudni',
  Gołąb: 'Gołębi',
  Jastrząb: 'Jastrzębi',
  Dąb: 'Dęb',
  Mróz: 'Mroz',
  Wilczek: 'Wilczk',
  Wrocław: 'Wrocławi',
  Inowrocław: 'Inowrocławi',
  Jarosław: 'Jarosławi',
  Bytom: 'Bytomi',
  Radom: 'Radomi',
  Oświęcim: 'Oświęcimi',
  Mielec: 'Mielc',
  Żywiec: 'Żywc',
  Dwór: 'Dwor',
}
const feminineTowns: Readonly<Record<string, string>> = { Łódź: 'Łodzi', Bydgoszcz: 'Bydgoszcz' }
// Nouns in a town's name that look like adjectives.
const townNouns = new Set(['Dąbrowa', 'Częstochowa', 'Rawa', 'Warszawa', 'Wola', 'Ruda', 'Góra', 'Ostrowa'])

const softened: readonly (readonly [string, string])[] = [
  ['st', 'ście'],
  ['zd', 'ździe'],
  ['sł', 'śle'],
  ['sn', 'śnie'],
  ['ch', 'sze'],
  ['t', 'cie'],
  ['d', 'dzie'],
  ['r', 'rze'],
  ['ł', 'le'],
  ['k', 'ce'],
  ['g', 'dze'],
  ['h', 'że'],
  ['b', 'bie'],
  ['p', 'pie'],
  ['f', 'fie'],
  ['w', 'wie'],
  ['m', 'mie'],
  ['n', 'nie'],
  ['s', 'sie'],
  ['z', 'zie'],
]
const softSigns: readonly (readonly [string, string])[] = [
  ['dź', 'dzi'],
  ['ń', 'ni'],
  ['ć', 'ci'],
  ['ś', 'si'],
  ['ź', 'zi'],
]
const fleeting: readonly (readonly [string, string])[] = [
  ['ciek', 'ćk'],
  ['siek', 'śk'],
  ['ziek', 'źk'],
  ['niek', 'ńk'],
  ['iec', 'c'],
  ['ek', 'k'],
  ['ec', 'c'],
]

/** Polish: "Kaczmarkiem", "Annie Kowalskiej", "w Krakowie". Women's surnames that end in a consonant stay as they are. */
export function inflect(name: string, kind: NameKind, gender: Gender, wordCase: string): string {
  if (kind === 'city') return town(name, wordCase)
  return eachPart(name, part => (gender === 'f' ? woman(part, kind, wordCase) : man(part, kind, wordCase)))
}

function man(name: string, kind: NameKind, wordCase: string): string {
  if (kind === 'last' && wordCase === 'voc') return name
  if (name.endsWith('ia') || name.endsWith('a')) return nounInA(name, wordCase)
  if (/(Bruno|Otto|Hugo)$/.test(name)) return pick(name, withEndings(`${name}n`, 'a owi a ie ie em'), wordCase)
  if (name.endsWith('io')) return pick(name, withEndings(name.slice(0, -1), 'a owi a u u em'), wordCase)
  if (name.endsWith('o') && kind === 'last') return nounInA(`${name.slice(0, -1)}a`, wordCase)
  if (name.endsWith('o')) return consonant(name, name.slice(0, -1), wordCase)
  if (name.endsWith('y')) return pick(name, [...withEndings(name.slice(0, -1), 'ego emu ego y ym ym')], wordCase)
  if (name.endsWith('i')) return pick(name, withEndings(name, 'ego emu ego 0 m m'), wordCase)
  if (name.endsWith('e')) return pick(name, withEndings(name, 'go mu go 0 m m'), wordCase)
  if (/[uéáö]$/.test(name)) return name
  return consonant(name, stemOf(name), wordCase)
}

function woman(name: string, kind: NameKind, wordCase: string): string {
  if (kind === 'last' && /(sk|ck|dzk|zk)a$/.test(name)) {
    return pick(name, withEndings(name.slice(0, -1), 'iej iej ą a iej ą'), wordCase)
  }
  if (kind === 'last' && wordCase === 'voc') return name
  return name.endsWith('a') ? nounInA(name, wordCase) : name
}

/** Nouns in -a: every woman's first name of that kind, and men such as Kuba or Zaręba. */
function nounInA(name: string, wordCase: string): string {
  const stem = name.slice(0, -1)
  if (/[aeiouy]j$/.test(stem)) {
    const genitive = `${stem.slice(0, -1)}i`
    return pick(name, [genitive, genitive, `${stem}ę`, `${stem}u`, genitive, `${stem}ą`], wordCase)
  }
  if (stem.endsWith('j')) return pick(name, withEndings(stem, 'i i ę o i ą'), wordCase)
  if (/([szc]|dz|n)i$/.test(stem) && !/(Stefan|Eugen|Melan|Apolon|Anton)i$/.test(stem)) {
    return pick(name, withEndings(stem, '0 0 ę u 0 ą'), wordCase)
  }
  if (stem.endsWith('i')) return pick(name, withEndings(stem, 'i i ę o i ą'), wordCase)
  if (stem.endsWith('l')) return pick(name, withEndings(stem, `i i ę ${stem.length < 4 ? 'u' : 'o'} i ą`), wordCase)
  if (/(cz|sz|rz|dz|ż|c)$/.test(stem)) return pick(name, withEndings(stem, 'y y ę o y ą'), wordCase)
  const soft = swapEnding(stem, softened) ?? `${stem}ie`
  const genitive = stem + (/[kg]$/.test(stem) ? 'i' : 'y')
  return pick(name, [genitive, soft, `${stem}ę`, `${stem}o`, soft, `${stem}ą`], wordCase)
}

function stemOf(name: string): string {
  return stems[name] ?? swapEnding(name, fleeting) ?? swapEnding(name, softSigns) ?? name
}

function consonant(name: string, stem: string, wordCase: string): string {
  const hard = !/(ch|cz|sz|rz|dz|[kghljcżix])$/.test(stem)
  const locative = hard ? (swapEnding(stem, softened) ?? `${stem}ie`) : `${stem}u`
  const instrumental = stem + (/[kg]$/.test(stem) ? 'iem' : 'em')
  return pick(name, [`${stem}a`, `${stem}owi`, `${stem}a`, locative, locative, instrumental], wordCase)
}

function town(name: string, wordCase: string): string {
  const words = name.split(/[ -]/).length
  if (/ (nad|pod|koło|k\.) /.test(name)) {
    const cut = name.search(/ (nad|pod|koło|k\.) /)
    return town(name.slice(0, cut), wordCase) + name.slice(cut)
  }
  return eachPart(name, word =>
    words > 1 && adjective(word) ? townAdjective(word, wordCase) : townNoun(word, wordCase),
  )
}

function adjective(word: string): boolean {
  return !townNouns.has(word) && /(sk[ia]|ck[ia]|w[ya]|n[ya]|ł[ya]|r[ya]|nia|cza|lki|lka)$/.test(word)
}

function townAdjective(word: string, wordCase: string): string {
  const stem = word.slice(0, -1)
  if (word.endsWith('i')) return pick(word, withEndings(word, 'ego emu 0 0 m m'), wordCase)
  if (word.endsWith('y')) return pick(word, withEndings(stem, 'ego emu y y ym ym'), wordCase)
  const oblique = /[kg]$/.test(stem) ? 'iej' : 'ej'
  return pick(word, withEndings(stem, `${oblique} ${oblique} ą a ${oblique} ą`), wordCase)
}

function townNoun(word: string, wordCase: string): string {
  const feminine = feminineTowns[word]
  if (feminine) {
    const oblique = feminine.endsWith('i') ? feminine : `${feminine}y`
    return pick(word, [oblique, oblique, word, oblique, oblique, `${feminine}ą`], wordCase)
  }
  if (word === 'Zakopane') return pick(word, withEndings('Zakopan', 'ego emu e e em em'), wordCase)
  if (word.endsWith('a')) return nounInA(word, wordCase)
  if (word.endsWith('ce')) return pick(word, withEndings(word.slice(0, -1), '0 om e e ach ami'), wordCase)
  if (/[yi]$/.test(word)) return pick(word, withEndings(word.slice(0, -1), `0 om ${word.at(-1)} 0 ach ami`), wordCase)
  if (word.endsWith('e')) return pick(word, withEndings(word.slice(0, -1), 'a u e e u em'), wordCase)
  const stem = word.endsWith('o') ? word.slice(0, -1) : stemOf(word.replace(/ów$/, 'ow'))
  const hard = !/(ch|cz|sz|rz|dz|[kghljcżi])$/.test(stem)
  const locative = hard ? (swapEnding(stem, softened) ?? `${stem}ie`) : `${stem}u`
  const dative = word.endsWith('o') ? `${stem}u` : `${stem}owi`
  return pick(
    word,
    [`${stem}a`, dative, word, locative, locative, stem + (/[kg]$/.test(stem) ? 'iem' : 'em')],
    wordCase,
  )
}
