import { eachPart, type Gender, type NameKind, pick, swapEnding, withEndings } from './parts.ts'

// -el keeps its vowel in most names (Daniel, Doležel); these drop it.
const fleetingEl = new Set(['Pavel', 'Karel', 'Havel', 'Kozel', 'Orel', 'Datel', 'Vrzel'])
const softL = new Set(['Král', 'Daniel', 'Samuel', 'Gabriel', 'Rafael', 'Michael', 'Emanuel'])
const feminineTowns: Readonly<Record<string, string>> = {
  Plzeň: 'Plz',
  Olomouc: 'Olomouc',
  Třebíč: 'Třebíč',
  Kroměříž: 'Kroměříž',
  Třeboň: 'Třebo',
  Chrudim: 'Chrudim',
  Příbram: 'Příbram',
  Boleslav: 'Boleslav',
  Kuřim: 'Kuřim',
}

const softened: readonly (readonly [string, string])[] = [
  ['ch', 'še'],
  ['k', 'ce'],
  ['h', 'ze'],
  ['g', 'ze'],
  ['r', 'ře'],
  ['l', 'le'],
  ['s', 'se'],
  ['z', 'ze'],
  ['d', 'dě'],
  ['t', 'tě'],
  ['n', 'ně'],
  ['b', 'bě'],
  ['p', 'pě'],
  ['v', 'vě'],
  ['m', 'mě'],
  ['f', 'fě'],
]
const fleeting: readonly (readonly [string, string])[] = [
  ['něk', 'ňk'],
  ['děk', 'ďk'],
  ['těk', 'ťk'],
  ['ek', 'k'],
  ['ec', 'c'],
]

/** Czech: "Nováka", "Petře", "Lence Dvořákové", "v Praze". Names in -ů and most foreign ones stay as they are. */
export function inflect(name: string, kind: NameKind, gender: Gender, wordCase: string): string {
  if (kind === 'city') return town(name, wordCase)
  return eachPart(name, part => (gender === 'f' ? woman(part, kind, wordCase) : man(part, wordCase)))
}

function man(name: string, wordCase: string): string {
  const stem = name.slice(0, -1)
  if (name.endsWith('ý')) return pick(name, withEndings(stem, 'ého ému ého ý ém ým'), wordCase)
  if (name.endsWith('í')) return pick(name, withEndings(stem, 'ího ímu ího í ím ím'), wordCase)
  if (/[iy]$/.test(name)) return pick(name, withEndings(name, 'ho mu ho 0 m m'), wordCase)
  if (/[ňťď]a$/.test(name)) {
    const genitive = `${stem.slice(0, -1)}${{ ň: 'n', ť: 't', ď: 'd' }[stem.at(-1) ?? ''] ?? ''}i`
    return pick(name, [genitive, ...withEndings(stem, 'ovi u o ovi ou')], wordCase)
  }
  if (name.endsWith('a')) {
    return pick(name, withEndings(stem, `${/[ščžřcj]$/.test(stem) ? 'i' : 'y'} ovi u o ovi ou`), wordCase)
  }
  if (name.endsWith('o')) return pick(name, withEndings(stem, 'a ovi a o ovi em'), wordCase)
  if (/[eěéáůuö]$/.test(name)) return name
  return consonant(name, wordCase)
}

function consonant(name: string, wordCase: string): string {
  const stem = fleetingEl.has(name) ? `${name.slice(0, -2)}l` : (swapEnding(name, fleeting) ?? name)
  if (name.endsWith('ec'))
    return pick(
      name,
      [...withEndings(stem, 'e ovi e'), `${stem.slice(0, -1)}če`, ...withEndings(stem, 'ovi em')],
      wordCase,
    )
  if (/[ňťď]$/.test(stem)) {
    const plain = stem.slice(0, -1) + ({ ň: 'n', ť: 't', ď: 'd' }[stem.at(-1) ?? ''] ?? '')
    return pick(name, [`${plain}ě`, `${stem}ovi`, `${plain}ě`, `${plain}i`, `${stem}ovi`, `${stem}em`], wordCase)
  }
  if (/([ščžřcjx]|[ie]s)$/.test(stem)) return pick(name, withEndings(stem, 'e ovi e i ovi em'), wordCase)
  if (softL.has(name))
    return pick(name, withEndings(stem, `${name === 'Král' ? 'e ovi e' : 'a ovi a'} i ovi em`), wordCase)
  const vocative = /([kgh]|ch)$/.test(stem) ? `${stem}u` : (swapAfterConsonant(stem) ?? `${stem}e`)
  return pick(name, [`${stem}a`, `${stem}ovi`, `${stem}a`, vocative, `${stem}ovi`, `${stem}em`], wordCase)
}

/** "Petr" becomes "Petře", but "Oskar" becomes "Oskare". */
function swapAfterConsonant(stem: string): string | undefined {
  return /[bcdfghkmnptvz]r$/.test(stem) ? `${stem.slice(0, -1)}ře` : undefined
}

function woman(name: string, kind: NameKind, wordCase: string): string {
  const stem = name.slice(0, -1)
  if (kind === 'last') return name.endsWith('á') ? pick(name, withEndings(stem, 'é é ou á é ou'), wordCase) : name
  if (name.endsWith('ie')) return pick(name, withEndings(stem, 'e i i e i í'), wordCase)
  if (name.endsWith('ia')) return pick(name, withEndings(stem, 'e i i o i í'), wordCase)
  if (/[eě]$/.test(name)) return pick(name, withEndings(stem, `${name.at(-1)} i i ${name.at(-1)} i í`), wordCase)
  return name.endsWith('a') ? nounInA(name, wordCase) : name
}

function nounInA(name: string, wordCase: string): string {
  const stem = name.slice(0, -1)
  if (/[ňťď]$/.test(stem)) {
    const plain = stem.slice(0, -1) + ({ ň: 'n', ť: 't', ď: 'd' }[stem.at(-1) ?? ''] ?? '')
    return pick(name, [`${plain}i`, `${plain}e`, `${stem}u`, `${stem}o`, `${plain}e`, `${stem}ou`], wordCase)
  }
  if (/[ščžřcj]$/.test(stem)) return pick(name, withEndings(stem, 'i e u o e ou'), wordCase)
  const soft = swapEnding(stem, softened) ?? `${stem}e`
  return pick(name, [`${stem}y`, soft, `${stem}u`, `${stem}o`, soft, `${stem}ou`], wordCase)
}

function town(name: string, wordCase: string): string {
  const tail = name.search(/ (nad|pod|na|u|v|ve|Králové)( |$)/)
  if (tail > 0) return town(name.slice(0, tail), wordCase) + name.slice(tail)
  if (name === 'Karlovy Vary') {
    return pick(name, ['Karlových Varů', 'Karlovým Varům', name, name, 'Karlových Varech', 'Karlovými Vary'], wordCase)
  }
  return eachPart(name, word => townWord(word, wordCase))
}

function townWord(word: string, wordCase: string): string {
  const stem = word.slice(0, -1)
  const feminine = feminineTowns[word]
  if (feminine && /ň$/.test(word)) {
    return pick(
      word,
      [`${feminine}ně`, `${feminine}ni`, word, `${feminine}ni`, `${feminine}ni`, `${feminine}ní`],
      wordCase,
    )
  }
  if (feminine) {
    const genitive = /[mv]$/.test(word) ? 'i' : 'e'
    return pick(word, withEndings(feminine, `${genitive} i 0 i i í`), wordCase)
  }
  if (word.endsWith('á')) return pick(word, withEndings(stem, 'é é ou á é ou'), wordCase)
  if (word.endsWith('ý')) return pick(word, withEndings(stem, 'ého ému ý ý ém ým'), wordCase)
  if (word.endsWith('é')) return pick(word, withEndings(stem, 'ých ým é é ých ými'), wordCase)
  if (word.endsWith('í')) return word
  if (word.endsWith('ce')) return pick(word, withEndings(stem, '0 ím e e ích emi'), wordCase)
  if (word.endsWith('a')) return nounInA(word, wordCase)
  if (word.endsWith('y')) return pick(word, withEndings(stem, '0 ům y y ech y'), wordCase)
  if (/[cs]ko$/.test(word)) return pick(word, withEndings(stem, 'a u o o u em'), wordCase)
  const neuter = word.endsWith('o')
  const base = neuter ? stem : (swapEnding(word, fleeting) ?? word)
  if (/[cčšžřj]$/.test(base)) return pick(word, withEndings(base, 'e i 0 i i em').with(2, word), wordCase)
  const locative = /[kgh]$/.test(base) ? `${base}u` : (swapEnding(base, softened) ?? `${base}u`)
  return pick(word, [`${base}a`, `${base}u`, word, word, locative, `${base}em`], wordCase)
}
