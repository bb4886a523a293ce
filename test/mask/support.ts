/** What the tests of this folder share: findings by value, bent placeholders, texts that try everything. */

import { createTextRestorer, RestoreTally, scrubText, Vault } from '../../src/mask/index.ts'
import type { EntityAction, EscapeLevel, Finding, ScrubbedText } from '../../src/types.ts'
import fc from '../kit/fast-check.ts'

export const replaceEverything = (): EntityAction => 'replace'

/** A finding for the first place of `value` after `from`; `canonical` is the part of it that is the value itself. */
export function findingOf(text: string, value: string, type: string, canonical = value, from = 0): Finding {
  const start = text.indexOf(value, from)
  if (start < 0) throw new Error('the value is not in the text')
  const canonicalStart = start + value.indexOf(canonical)
  const canonicalEnd = canonicalStart + canonical.length
  return { start, end: start + value.length, type, score: 1, recognizer: 'test', canonicalStart, canonicalEnd }
}

/** Scrubs one text; each pair is a value and its type. */
export function scrubValues(
  vault: Vault,
  text: string,
  ...values: readonly (readonly [string, string])[]
): ScrubbedText {
  const findings = values.map(([value, type]) => findingOf(text, value, type))
  return scrubText(
    text,
    findings.toSorted((one, other) => one.start - other.start),
    vault,
    replaceEverything,
  )
}

/** A vault that holds one value for each pair, numbered in order. */
export function vaultWith(...values: readonly (readonly [string, string])[]): Vault {
  const vault = new Vault(1_000)
  for (const [value, type] of values) scrubValues(vault, value, [value, type])
  return vault
}

export function restore(vault: Vault, text: string, level: EscapeLevel = 0): string {
  return createTextRestorer(vault, new RestoreTally()).whole(text, level)
}

/** Restores a text given in pieces. */
export function restorePieces(vault: Vault, pieces: readonly string[], level: EscapeLevel = 0): string {
  const channel = createTextRestorer(vault, new RestoreTally()).channel(level)
  return pieces.map(piece => channel.write(piece)).join('') + channel.end()
}

/** Pieces of text that matter to the grammar, to URLs, to JSON and to string functions. */
const morsels = [
  'EMAIL_1',
  'EMAIL_2',
  'PERSON_1',
  '[EMAIL_1]',
  '[EMAIL_2]',
  '[PERSON_1]',
  '[email 1]',
  '[[EMAIL_1]]',
  '\\[EMAIL\\_1\\]',
  '&#91;EMAIL_1&#93;',
  '%5BPERSON_1%5D',
  '[**EMAIL_1**]',
  '[ORDER NUMBER_1]',
  'ORDER_NUMBER_1',
  'ORDER\\_NUMBER\\_2',
  '[A_1_2]',
  '[EMAIL',
  'EMAIL',
  'ORDER_',
  '_1',
  '1',
  '0',
  '2',
  '[',
  ']',
  '[[',
  ']]',
  '(',
  ')',
  '](',
  '&#91;',
  '&#9',
  '%5',
  '%5B',
  '\uff3b',
  '\uff3d',
  '\\',
  '\\\\',
  '_',
  '*',
  '`',
  ' ',
  '\n',
  '"',
  "'",
  '<',
  '>',
  '$&',
  '$1',
  ',',
  ': ',
  '](https://evil.example/?q=',
  'https://good.example/u/',
  'https://',
  'www.',
  '//',
  'src="',
  'href=',
  'mailto:',
  '@x.eu',
  'u',
  'u00e9',
  'n',
  'X',
  'x',
  'and so on',
  '\u2028',
  '\u{1f600}',
  '\ud83d',
  '\ude00',
  '\u05d0\u05d1',
  '\u0000',
  'e\u0301',
] as const

/** Texts made to be hard: morsels of the grammar in any order, and any characters between them. */
export const hardText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...morsels) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
    {
      maxLength: 24,
    },
  )
  .map(parts => parts.join(''))

const types = ['EMAIL', 'PERSON', 'ORDER_NUMBER', 'ORDERNUMBER', 'NUMBER', 'A', 'A_1', 'CUSTOM']

/** Any findings for a text: overlapping, unsorted, empty and with any canonical part. */
export function anyFindings(text: string): fc.Arbitrary<Finding[]> {
  const position = fc.nat({ max: text.length })
  const finding = fc
    .record({ one: position, other: position, canonical: position, type: fc.constantFrom(...types) })
    .map(({ one, other, canonical, type }) => ({
      start: Math.min(one, other),
      end: Math.max(one, other),
      type,
      score: 1,
      recognizer: 'test',
      canonicalStart: canonical,
    }))
  return fc.array(finding, { maxLength: 5 })
}

/** A text with findings. */
export const foundText = hardText.chain(text => fc.record({ text: fc.constant(text), findings: anyFindings(text) }))
