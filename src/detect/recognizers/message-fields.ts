/**
 * Numbers in messages between machines, which no word names but the place in their segment: HL7 (version 2), EDIFACT, SWIFT and the
 * identifiers of FHIR.
 */
import type { KnownEntityType } from '../../types.ts'
import { isWord } from '../characters.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, onRun, onText } from '../recognizer.ts'
import { LIKELY, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'

/** By segment of HL7, the fields that hold numbers of a person, and what they are. */
const fieldsOfSegment: ReadonlyMap<string, ReadonlyMap<number, KnownEntityType>> = new Map([
  ['PID', fields('HEALTH_ID', [2, 3, 4], 'CUSTOMER_ID', [18])],
  ['MRG', fields('HEALTH_ID', [1, 2, 3, 4])],
  ['OBR', fields('ORDER_NUMBER', [2, 3])],
  ['ORC', fields('ORDER_NUMBER', [2, 3, 4])],
])

function fields(...lists: readonly (KnownEntityType | readonly number[])[]): ReadonlyMap<number, KnownEntityType> {
  const types = new Map<number, KnownEntityType>()
  let type: KnownEntityType = 'HEALTH_ID'
  for (const entry of lists) {
    if (typeof entry === 'string') type = entry
    else for (const place of entry) types.set(place, type)
  }
  return types
}

/** Documents of EDIFACT by the code of their kind; any other is a case of somebody. */
const documents: ReadonlyMap<string, KnownEntityType> = new Map([
  ['380', 'INVOICE_NUMBER'],
  ['381', 'INVOICE_NUMBER'],
  ['384', 'INVOICE_NUMBER'],
  ['389', 'INVOICE_NUMBER'],
  ['220', 'ORDER_NUMBER'],
  ['231', 'ORDER_NUMBER'],
  ['351', 'ORDER_NUMBER'],
  ['IV', 'INVOICE_NUMBER'],
  ['ON', 'ORDER_NUMBER'],
  ['DQ', 'ORDER_NUMBER'],
  ['AAK', 'ORDER_NUMBER'],
  ['CN', 'ORDER_NUMBER'],
  ['CT', 'CUSTOMER_ID'],
  ['IT', 'CUSTOMER_ID'],
  ['CR', 'CUSTOMER_ID'],
  ['ADE', 'CUSTOMER_ID'],
])

export const messageFields: BuiltInRecognizer = {
  name: 'message-fields',
  source: 'https://www.hl7.eu/HL7v2x/v251/std251/ch03.html',
  types: ['CASE_NUMBER', 'CUSTOMER_ID', 'HEALTH_ID', 'INVOICE_NUMBER', 'ORDER_NUMBER'],
  anchors: [
    onRun(3, 3, findInSegment, { made: ['A'], after: '|', before: '\n' }),
    onRun(3, 3, findInEdifact, { made: ['A'], after: '+', before: "\n'" }),
    onText(':20:', findInSwift),
    onText(':21:', findInSwift),
    onText('"value"', findIdentifier),
  ],
  examples: {
    match: [
      'PID|1||«0083376»^^^CHVO^PI~«K4471882»^^^INS||x',
      'OBR|1|«L26-81643»||BIO^Bilan',
      "BGM+380+«833576»+9'",
      "RFF+ON:«PO8363-94»'RFF+IV:«88-20931»'",
      ':20:«TRF2602/5610»\n:23B:CRED',
      '{"identifier":[{"system":"urn:oid:2.999.4","value":"«115819264»"}]}',
    ],
    miss: [
      'PID|1|||||x',
      'OBX|1|NM|718-7^Hb||112|g/L',
      'a|PID|b',
      'at 10:20:30 and 12:21:45',
      ':21:NONREF',
      '{"telecom":[{"system":"phone","value":"x"}]}',
      '{"system":"metric","value":"115819264"}',
    ],
  },
}

const longestSegment = 400
/** The number of one repetition of a field, up to what divides it from its parts. */
const numberOfField = /(?=[^|^~\n]{0,24}\d{3})[\p{L}\p{N}][\p{L}\p{N}./-]{2,31}(?=[|^~\n\r]|$)/uy

function findInSegment(view: View, start: number, end: number, findings: Findings): void {
  const types = fieldsOfSegment.get(view.text.slice(start, end))
  if (types === undefined) return
  const stop = Math.min(view.length, start + longestSegment)
  let field = 0
  for (let at = end; at < stop; at++) {
    const unit = view.unit(at)
    if (unit === 0x0a || unit === 0x0d) return
    if (unit === 0x7c) field++
    const type = unit === 0x7c || unit === 0x7e ? types.get(field) : undefined
    const close = type === undefined ? -1 : matchAt(view, numberOfField, at + 1, stop)
    if (type !== undefined && close > 0) findings.add(at + 1, close, type, TYPICAL)
  }
}

const document = /(?:\+([A-Z\d]{1,3})[+:])((?=[^+:'\n]{0,24}\d{2})[\p{Lu}\d][\p{L}\d ./-]{2,34})(?=[+:'\n]|$)/uy

function findInEdifact(view: View, start: number, end: number, findings: Findings): void {
  const segment = view.text.slice(start, end)
  if (segment !== 'BGM' && segment !== 'RFF') return
  document.lastIndex = 0
  const match = document.exec(view.text.slice(end, end + longestSegment / 8))
  if (match === null) return
  const stop = end + match[0].length
  findings.add(stop - match[2]!.length, stop, documents.get(match[1]!) ?? 'CASE_NUMBER', LIKELY)
}

const swiftReference = /(?!NONREF)(?=[^\n]{0,16}\d)[\p{Lu}\d][\p{Lu}\d/-]{3,15}(?=[\n\r]|$)/uy

/** The sender's reference and that of what it belongs to stand alone in a line. */
function findInSwift(view: View, start: number, end: number, findings: Findings): void {
  const before = view.unit(start - 1)
  if (before !== 0x0a && before !== 0 && before !== 0x0d) return
  const close = matchAt(view, swiftReference, end)
  if (close > 0) findings.add(end, close, 'ORDER_NUMBER', TYPICAL)
}

const identifierValue = / ?: ?"((?=[^"]{0,24}\d{3})[\p{L}\d][\p{L}\d ./-]{3,31})"/uy
const farthestIdentifier = 600

/** `"identifier": [{"system": …, "value": …}]` of FHIR: what the system is does not matter. */
function findIdentifier(view: View, start: number, end: number, findings: Findings): void {
  identifierValue.lastIndex = 0
  const match = identifierValue.exec(view.text.slice(end, end + 48))
  if (match === null || isWord(view.unit(start - 1))) return
  if (!isInIdentifier(view.text.slice(Math.max(0, start - farthestIdentifier), start))) return
  const stop = end + match[0].length - 1
  findings.add(stop - match[1]!.length, stop, 'HEALTH_ID', LIKELY)
}

/** Does a list of identifiers begin in it that is not closed, and say of what system or type they are? */
function isInIdentifier(before: string): boolean {
  const opening = before.lastIndexOf('"identifier"')
  if (opening < 0 || before.indexOf(']', opening) >= 0) return false
  return before.indexOf('"system"', opening) >= 0 || before.indexOf('"type"', opening) >= 0
}
