/**
 * Between a word for an address and a code with its town all belongs to the address, whatever the street is called: "Adresse: Put
 * Firula 11, 21000 Split". A district does as well: "seoladh: Baile an Fheirtéaraigh, Trá Lí, Co. Chiarraí".
 */
import { isDigit } from '../characters.ts'
import { lazily, matchAt } from '../patterns.ts'
import type { View } from '../view.ts'
import { isCounted } from './counted.ts'
import { regionEnd, sureTownEnd } from './parts.ts'
import { namedCodeEnd } from './postcode.ts'
import { isCapital, wordBefore } from './words.ts'

const longest = 120
const mostParts = 5
const longestPart = 44
/** A verb or a small word of a sentence: two words in small letters in a row. */
const sentence = lazily(() => /(?:^|[ ,])\p{Ll}{2,} \p{Ll}{2,} \p{Ll}{2,}/u)

/** End of the code's town or of the district that closes the address at `start`; -1 where none does. */
export function codedAddressEnd(view: View, start: number): number {
  if (!opens(view, start)) return -1
  const furthest = Math.min(view.length, start + longest)
  let partStart = start
  let parts = 0
  let end = -1
  for (let at = start; at < furthest && parts < mostParts; at++) {
    const unit = view.unit(at)
    if (endsAll(unit) || endsSentence(view, at) || at - partStart > longestPart) break
    if (unit !== 0x2c || view.unit(at + 1) !== 0x20) continue
    if (sentence().test(view.text.slice(partStart, at))) break
    const town = sureTownEnd(view, at + 2)
    const isCount = town >= 0 && isDigit(view.unit(at + 2)) && isCounted(view, at + 2, town)
    end = isCount ? -1 : Math.max(town, regionEnd(view, at + 2), townAndCodeEnd(view, at + 2))
    if (end >= 0) break
    partStart = at + 2
    parts++
  }
  return end
}

/** "Bristol BS1 6MM", "Co. na Gaillimhe H91 U2K0": a town and the code behind it. */
function townAndCodeEnd(view: View, start: number): number {
  const code = matchAt(view, townName(), start)
  return code < 0 ? -1 : namedCodeEnd(view, code)
}
const townName = lazily(
  () =>
    /(?:Co\. )?(?:(?:na|an) )?\p{Lu}?[\p{L}'-]*\p{Ll}[\p{L}'-]*(?: (?:(?:na|an|the|upon|on|of|le|de|in|by) )?\p{Lu}[\p{L}'-]*\p{Ll}[\p{L}'-]*){0,3} /uy,
)

const longestShortForm = 4

/** A dot behind a whole word, and a capital. */
function endsSentence(view: View, at: number): boolean {
  if (view.unit(at) !== 0x2e || view.unit(at + 1) !== 0x20) return false
  const word = wordBefore(view, at)
  return word === null || (word.end - word.start > longestShortForm && isCapital(view, at + 2))
}

/** A capital, a number, a quote: nothing that a sentence goes on with. */
function opens(view: View, start: number): boolean {
  return isCapital(view, start) || isDigit(view.unit(start)) || view.unit(start) === 0x22
}

/** `:` `;` `?` `!` `(` `)` `@` `=` and the end of the line. */
function endsAll(unit: number): boolean {
  return (
    unit === 0x3a ||
    unit === 0x3b ||
    unit === 0x3f ||
    unit === 0x21 ||
    unit === 0x28 ||
    unit === 0x29 ||
    unit === 0x40 ||
    unit === 0x3d ||
    unit === 0x0a
  )
}
