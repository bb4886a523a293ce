/** Hardware addresses of network devices: IEEE 802 EUI-48, written with colons, hyphens or in three groups. */
import { isDigit, isHexDigit, isWord } from '../characters.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel, onRun } from '../recognizer.ts'
import { pairs } from '../run-filter.ts'
import { CHECKED, LABELLED } from '../scores.ts'
import type { View } from '../view.ts'

const macWords: LabelGroup = {
  name: 'MAC_ADDRESS',
  words: {
    '*': 'mac|mac address|hwaddr|wifi mac|bssid|ether|mac adresse|adresse mac|adres mac|indirizzo mac|dirección mac|physical address',
  },
}

const inPairs = /[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}/iy
const inTriples = /[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}/iy
const plain = /[0-9a-f]{12}/iy

export const macAddress: BuiltInRecognizer = {
  name: 'mac-address',
  source: 'https://standards.ieee.org/products-programs/regauth/',
  types: ['MAC_ADDRESS'],
  anchors: [
    onRun(2, 2, findPairs, { after: pairs(':-', '9a') }),
    onRun(4, 4, findTriples, { after: pairs('.', '9a') }),
    onLabel(macWords, findLabelled),
  ],
  examples: {
    match: [
      'wifi «5a:31:d7:84:0b:c6» up',
      'dhcp «A4-83-E7-2B-9F-10» phone',
      'arp «c4d1.7e36.90ab» eth0',
      'MAC: «3C22FB9A10E4»',
      '{"bssid":"«ff:aa:bb:cc:dd:ee»"}',
      'eth «de:ad:be:ef:00:01»',
    ],
    miss: [
      'sha 5a:31:d7:84:0b:c6:5a:31:d7:84:0b:c6:3c:22:fb:9a',
      'at 10:11:12 13:14:15',
      'id 3C22FB9A10E4',
      '00:00:00:00:00:00',
      'ff-ff-ff-ff-ff-ff',
      '10-11-12-13-14',
    ],
  },
}

function findTriples(view: View, start: number, _end: number, findings: Findings): void {
  if (isHexDigit(view.unit(start))) report(view, start, inTriples, CHECKED, findings)
}

function findPairs(view: View, run: number, end: number, findings: Findings): void {
  if (!isHexDigit(view.unit(run)) || !isHexDigit(view.unit(end + 2))) return
  // Pairs of letters before the first digit are no runs.
  let start = run
  while (start > run - 15 && isLetterPair(view, start - 3) && view.unit(start - 1) === view.unit(end)) start -= 3
  report(view, start, inPairs, CHECKED, findings)
}

function isLetterPair(view: View, start: number): boolean {
  const first = view.unit(start)
  const second = view.unit(start + 1)
  return isHexDigit(first) && isHexDigit(second) && !isDigit(first) && !isDigit(second)
}

/** Without separators it is a number like any other, so a label has to name it. Also catches those that begin with letters. */
function findLabelled(view: View, value: LabelledValue, findings: Findings): void {
  const start = Math.max(value.start, matchAt(view, wordBefore, value.start))
  for (const pattern of [inPairs, inTriples, plain]) report(view, start, pattern, LABELLED, findings)
}
/** "adresse mac jcrois AC84b3aa1E0a" */
const wordBefore = /(?:\p{L}{2,12} ){1,2}(?=[0-9a-f]{12}(?![\p{L}\d]))/iuy

function report(view: View, start: number, pattern: RegExp, score: number, findings: Findings): void {
  const end = matchAt(view, pattern, start)
  if (end < 0 || !standsApart(view, start, end) || isEmpty(view.text.slice(start, end))) return
  findings.add(start, end, 'MAC_ADDRESS', score)
}

/** Neither a word nor further pairs touch it: fingerprints of keys are longer rows of pairs. */
function standsApart(view: View, start: number, end: number): boolean {
  const before = view.unit(start - 1)
  const after = view.unit(end)
  if (isWord(before) || isWord(after)) return false
  // `[.2109.001D.0002]`: weights of a collation are written so.
  if (before === 0x2e || (after === 0x2e && isHexDigit(view.unit(end + 1)))) return false
  const isJoinedBefore =
    (before === 0x3a || before === 0x2d) && isHexDigit(view.unit(start - 2)) && isHexDigit(view.unit(start - 3))
  const isJoinedAfter =
    (after === 0x3a || after === 0x2d) && isHexDigit(view.unit(end + 1)) && isHexDigit(view.unit(end + 2))
  return !isJoinedBefore && !isJoinedAfter
}

/** All zeros and the broadcast address belong to no device. */
function isEmpty(address: string): boolean {
  return /^(?:[0.:-]+|[f.:-]+)$/i.test(address)
}
