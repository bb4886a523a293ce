/** The address of a vCard: post box, extension, street, town, region, postal code and country in one line (RFC 6350, 6.3.1). */
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onWord } from '../recognizer.ts'
import { CHECKED } from '../scores.ts'
import type { View } from '../view.ts'

const words: LabelGroup = { name: 'VCARD', words: { '*': 'adr' } }
const property = /(?:;[^:\n]{0,80})?:;{0,3}(?=[^\n;])/uy
const parts = /[^\n;]{1,100}(?:;[^\n;]{0,100}){2,6}/uy

export const vcardAddress: BuiltInRecognizer = {
  name: 'vcard-address',
  source: 'https://www.rfc-editor.org/rfc/rfc6350#section-6.3.1',
  types: ['ADDRESS'],
  anchors: [onWord(words, findAddress)],
  examples: {
    match: [
      'ADR;TYPE=HOME:;;«Deichstrasse 14;Jever;;26441;Germany»\nTEL:1',
      'BEGIN:VCARD\nitem1.ADR:;;«4 Quarry Row;Leeds;;LS2 7XY;UK»\nEND:VCARD',
    ],
    miss: ['ADR: the decision record', 'ADR;x', 'ADR;TYPE=HOME:;;;;;;'],
  },
}

function findAddress(view: View, _start: number, end: number, findings: Findings): void {
  const from = matchAt(view, property, end)
  if (from < 0) return
  let to = matchAt(view, parts, from)
  while (view.unit(to - 1) === 0x3b) to--
  if (to > from) findings.add(from, to, 'ADDRESS', CHECKED)
}
