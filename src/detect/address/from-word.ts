/** Addresses from a word: boxes, farms and villages, numbers in words. */
import { lazily, matchAt } from '../patterns.ts'
import type { Findings } from '../recognizer.ts'
import { LABELLED, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'
import { boxEnd, boxStartBefore } from './boxes.ts'
import { houseNumberEnd } from './house-number.ts'
import { addressWords, labelReach } from './labels.ts'
import { mayFollowStreet, mayLeadStreet } from './landmarks.ts'
import { tailFrom } from './parts.ts'
import { ruralAddress } from './rural.ts'
import { spelled, spokenAddress } from './spoken.ts'
import { isCapital } from './words.ts'

/** A post office box: with a town behind it, or a word for an address before it. */
export function findBoxed(view: View, start: number, _end: number, findings: Findings): void {
  const house = numberedHouseStart(view, start)
  if (house >= 0) {
    addHouse(view, house, start, findings)
    return
  }
  const box = boxStartBefore(view, start)
  if (box < 0) return
  const end = boxEnd(view, box)
  if (end < 0) return
  const tail = tailFrom(view, end)
  if (tail.end > end || view.isNear(addressWords.name, box, labelReach)) {
    findings.add(box, Math.max(end, tail.end), 'ADDRESS', tail.hasCode ? LABELLED : TYPICAL)
  }
}

/** "Hartmanice č. p. 25": villages of the Czech Republic and Slovakia number their houses. */
const numberedHouse = lazily(
  () => /(\p{Lu}[\p{L}-]{2,24}(?: (?:\p{Ll}{1,4} )?\p{L}[\p{L}-]{1,24}){0,3} )?[\u010dc\u010c]\. ?p\. ?$/u,
)
const longestVillage = 72

/** Start of the village before "č. p." and this number, or of "č. p." itself; -1 where neither stands. */
function numberedHouseStart(view: View, number: number): number {
  const dot = view.unit(number - 1) === 0x20 ? number - 2 : number - 1
  if (view.unit(dot) !== 0x2e || view.unit(dot - 1) !== 0x70) return -1
  const from = Math.max(0, number - longestVillage)
  const found = numberedHouse().exec(view.text.slice(from, number))
  return found === null ? -1 : from + found.index
}

function addHouse(view: View, start: number, number: number, findings: Findings): void {
  const end = houseNumberEnd(view, number)
  if (end < 0) return
  const tail = tailFrom(view, end)
  const isNamed = isCapital(view, start)
  if (isNamed || tail.hasCode || view.isNear(addressWords.name, start, labelReach))
    findings.add(start, Math.max(end, tail.end), 'ADDRESS', LABELLED)
}

/** Farms, villages and parishes: two of them, or one with a number or a word for an address. */
export function findRural(view: View, start: number, _end: number, findings: Findings): void {
  const address = ruralAddress(view, start)
  if (address === null) return
  const isNamed = view.isNear(addressWords.name, address.start, 24)
  const isSure = address.places > 1 ? address.places > 2 || address.hasNumber || isNamed : address.hasNumber && isNamed
  if (isSure) findings.add(address.start, address.end, 'ADDRESS', TYPICAL)
}

/** A number in words beside a street. */
export function findSpoken(view: View, start: number, end: number, findings: Findings): void {
  const mayBeAddress =
    mayFollowStreet(view, start) || mayLeadStreet(view, end) || view.isNear(addressWords.name, start, labelReach)
  if (!mayBeAddress) return
  const spoken = spokenAddress(view, start, end)
  if (spoken === null) return
  // "twenty-two Orchard Rise, B S nine three T K"
  const joint = view.unit(spoken.end) === 0x2c ? spoken.end + 2 : spoken.end + 1
  const code = matchAt(view, spelled(), joint)
  findings.add(spoken.start, Math.max(spoken.end, code), 'ADDRESS', TYPICAL)
}
