import { describe, expect, it } from 'vitest'
import { type GuardErrorCode, isGuardError } from '../../src/errors.ts'
import { JsonDocument } from '../../src/wire/json-document.ts'
import { scanJson } from '../../src/wire/json-scanner.ts'
import type { JsonTape } from '../../src/wire/json-tape.ts'
import fc from '../kit/fast-check.ts'

function codeOf(text: string, depth = 200): GuardErrorCode | 'read' {
  try {
    scanJson(text, depth)
    return 'read'
  } catch (error) {
    if (isGuardError(error)) return error.code
    throw error
  }
}

function nativeReads(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Valid JSON with a few units taken out, put in or exchanged. */
const damagedJson = fc
  .tuple(
    fc.json(),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.constantFrom(
          '',
          '"',
          '\\',
          '{',
          '}',
          '[',
          ']',
          ',',
          ':',
          '0',
          '-',
          '.',
          'e',
          '\n',
          ' ',
          '\u0001',
          'u12',
          'null',
        ),
      ),
    ),
  )
  .map(([json, changes]) => {
    let text = json
    for (const [at, unit] of changes.slice(0, 3)) {
      const position = at % (text.length + 1)
      text = text.slice(0, position) + unit + text.slice(position + (unit === '' ? 1 : 0))
    }
    return text
  })

/** With a control between values no string is read in the quick way, without one each is. */
const blank = fc.constantFrom('', ' ', '\n')

function entriesOf(tape: JsonTape): (readonly number[])[] {
  const entries: (readonly number[])[] = []
  for (let at = 0; at < tape.next(0); at = tape.isContainer(at) ? tape.firstChild(at) : tape.next(at)) {
    entries.push([tape.kind(at), tape.start(at), tape.end(at), tape.next(at)])
  }
  return entries
}

describe('scanJson', () => {
  it('accepts exactly what JSON.parse accepts', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), damagedJson, fc.string({ unit: 'binary' })), text => {
        expect(codeOf(text) === 'read').toBe(nativeReads(text))
      }),
      { numRuns: 1_500 },
    )
  })

  it('reads a body in bytes as it reads its text, controls or none', () => {
    const read = (text: string) => {
      try {
        return JsonDocument.read(Buffer.from(text), { depth: 200 }).tape
      } catch {
        return null
      }
    }
    const text = fc.oneof(fc.json(), damagedJson, fc.json({ stringUnit: 'binary' }), fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(text, blank, (json, space) => {
        const padded = `${space}${json}`
        fc.pre(padded.isWellFormed())
        expect(read(padded) !== null).toBe(nativeReads(padded))
        if (nativeReads(padded)) expect(entriesOf(read(padded)!)).toEqual(entriesOf(scanJson(padded, 200)))
      }),
      { numRuns: 1_000 },
    )
  })

  it.each([
    '',
    ' ',
    'nul',
    'truefalse',
    '01',
    '-',
    '1.',
    '.5',
    '1e',
    '1e+',
    '+1',
    '0x1',
    'NaN',
    '[1,]',
    '[,1]',
    '{"a":1,}',
    '{"a"}',
    '{"a":}',
    '{a:1}',
    "{'a':1}",
    '[1 2]',
    '{} {}',
    '"a\nb"',
    '"\\x"',
    '"\\u12g4"',
    '"\\u123',
    '"open',
    '[1}',
    '{"a":1]',
    '\uFEFF{}',
    '\u00a0{}',
    '/* c */{}',
  ])('refuses %j', text => {
    expect(codeOf(text)).toBe('ERR_GDPR_JSON_INVALID')
    expect(nativeReads(text)).toBe(false)
  })

  it('refuses a stop inside a long string, however it breaks off', () => {
    const long = 'x'.repeat(500)
    expect(codeOf(`"${long}`)).toBe('ERR_GDPR_JSON_INVALID')
    expect(codeOf(`"${long}\u0002"`)).toBe('ERR_GDPR_JSON_INVALID')
    expect(codeOf(`"${long}\\`)).toBe('ERR_GDPR_JSON_INVALID')
    expect(codeOf(`"${long}\\u12"`)).toBe('ERR_GDPR_JSON_INVALID')
  })

  it('reads nesting up to the limit and no deeper', () => {
    expect(codeOf(`${'['.repeat(200)}${']'.repeat(200)}`)).toBe('read')
    expect(codeOf(`${'['.repeat(201)}${']'.repeat(201)}`)).toBe('ERR_GDPR_BODY_TOO_DEEP')
    expect(codeOf(`${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`, 2000)).toBe('read')
  })

  it('refuses a depth bomb before it has read it', () => {
    expect(codeOf('['.repeat(5_000_000))).toBe('ERR_GDPR_BODY_TOO_DEEP')
    expect(codeOf('{"a":'.repeat(1_000_000))).toBe('ERR_GDPR_BODY_TOO_DEEP')
  })

  it('says nothing of the text in its errors', () => {
    try {
      scanJson('{"name": "Quisquilia" oops', 10)
      expect.unreachable()
    } catch (error) {
      expect(`${error} ${(error as Error).stack}`).not.toMatch(/Quisquilia|oops/)
    }
  })

  it('keeps memory within a small multiple of the shortest elements', () => {
    const text = `[${'1,'.repeat(100_000)}1]`
    const tape = scanJson(text, 10)
    expect(tape.next(0)).toBe(3 + 2 * 100_001)
  })
})
