/** How people write label words beside the form in the lists: without the letters of their keyboard, with "my" and "your" as endings. */

/** ASCII spellings of letters that folding takes for another one: `foedselsdato`, `gatuadress`, `strasse`, `KundenSchluessel`. */
const spellings: readonly (readonly [letter: RegExp, ascii: string])[] = [
  [/\u00f8/g, 'oe'],
  [/\u00e5/g, 'aa'],
  [/\u00e6/g, 'ae'],
  [/\u00e4/g, 'ae'],
  [/\u00f6/g, 'oe'],
  [/\u00fc/g, 'ue'],
  [/\u00df/g, 'ss'],
]
const spelled: ReadonlySet<string> = new Set(['da', 'de', 'no', 'sv', '*'])

const shortestStem = 5
/** Words that people say "my" and "your" with. The endings of all others would only make the tables larger. */
const owned: Readonly<Record<string, RegExp>> = {
  fi: /(?:numero|nro|tunnus|nimi|osoite|koodi|aika|p\u00e4iv\u00e4|kortti|sana|tili|sopimus|tilaus|vakuutus|lasku)$/,
  hu: /(?:sz\u00e1m|sz\u00e1ml\u00e1|azonos\u00edt\u00f3|k\u00f3d|n\u00e9v|c\u00edm|id\u0151|d\u00e1tum|jegy|k\u00e1rtya|szerz\u0151d\u00e9s|k\u00f6tv\u00e9ny|rendel\u00e9s|jelsz\u00f3|igazolv\u00e1ny|\u00fatlev\u00e9l)$/,
}
const vowel = /[aeiou\u00e1\u00e9\u00ed\u00f3\u00f6\u0151\u00fa\u00fc\u0171\u00e4y]$/

/** The entry and what else it is written as in this language. */
export function formsOf(language: string, entry: string): readonly string[] {
  if (spelled.has(language)) {
    const ascii = spellings.reduce((text, [letter, letters]) => text.replace(letter, letters), entry)
    return ascii === entry ? [entry] : [entry, ascii]
  }
  const last = entry.slice(entry.lastIndexOf(' ') + 1)
  if (last.length < shortestStem || owned[language]?.test(last) !== true) return [entry]
  if (language === 'fi') return [entry, ...finnish(entry)]
  if (language === 'hu') return [entry, ...hungarian(entry)]
  return [entry]
}

/** "asiakasnumeroni", "tunnukseni", "numeronne" */
function finnish(entry: string): string[] {
  const stem = /[uy]s$/.test(entry) ? `${entry.slice(0, -1)}kse` : entry
  return vowel.test(stem) ? ['ni', 'si', 'nne', 'mme', 'nsa'].map(ending => stem + ending) : []
}

/** "ügyfélszámom", "azonosítója", "kötvényem" */
function hungarian(entry: string): string[] {
  const endings = vowel.test(entry) ? ['m', 'd', 'ja', 'je', 'nk'] : ['om', 'em', 'am', 'a', 'e', 'ja', 'je', 'unk']
  return endings.map(ending => entry + ending)
}
