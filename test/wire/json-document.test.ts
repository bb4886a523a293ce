import { describe, expect, it } from 'vitest'
import { JsonDocument, valueRules } from '../../src/wire/json-document.ts'
import { compileRules } from '../../src/wire/rules.ts'
import fc from '../kit/fast-check.ts'

const limits = { depth: 200 }

/** JSON text with keys that repeat, escapes in keys and values, numbers as written, and blanks. */
const jsonText: fc.Arbitrary<string> = fc.letrec<{ value: string }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.string({ unit: 'binary' }).map(text => JSON.stringify(text)),
    fc.string({ unit: 'grapheme' }).map(escapeAll),
    fc.constantFrom('0', '-0', '1.0', '1e5', '12345678901234567890', '0.10', 'true', 'false', 'null'),
    fc.array(tie('value'), { maxLength: 4 }).map(items => `[ ${items.join(' ,\n')}]`),
    fc
      .array(fc.tuple(fc.constantFrom('a', 'b', 'type', 'a b', ''), tie('value')), { maxLength: 4 })
      .map(members => `{${members.map(([key, value]) => `\t${JSON.stringify(key)} : ${value}`).join(',')} }`),
  ),
})).value

function escapeAll(text: string): string {
  const units = [...text].flatMap(character => character.split(''))
  return `"${units.map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`
}

/** Every string value and every number of a JSON text, found by tokens alone. */
function scalars(text: string): string[] {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"\s*:?|-?\d[\d.eE+-]*/g) ?? []
  return tokens
    .filter(token => !token.endsWith(':'))
    .map(token => (token.startsWith('"') ? String(JSON.parse(token)) : token))
}

/** Rules that leave JSON inside strings closed. */
const flatRules = compileRules({ root: { '': 'TEXT' } })

describe('a document without edits', () => {
  it('gives back exactly the text it was made from', () => {
    fc.assert(
      fc.property(jsonText, text => {
        const document = JsonDocument.parse(text, limits)
        document.leaves(valueRules)
        expect(document.toText()).toBe(text)
      }),
    )
  })
})

describe('leaves', () => {
  it('visits every string and every number once, duplicate keys included', () => {
    fc.assert(
      fc.property(jsonText, text => {
        const document = JsonDocument.parse(text, limits)
        const leaves = document.leaves(flatRules).filter(leaf => leaf.kind !== 'key')
        const seen = leaves.map(leaf => leaf.text).sort()
        // A string that looks like JSON is opened, so its inside is seen in its place.
        const expected = scalars(text)
        if (expected.some(scalar => /^\s*[{[]/.test(scalar))) return
        expect(seen).toEqual(expected.sort())
      }),
    )
  })

  it('visits a field that stands twice in one object twice', () => {
    const document = JsonDocument.parse('{"a":"one","a":"two","b":{"c":"three","c":"four"}}', limits)
    expect(document.leaves(valueRules).map(leaf => leaf.text)).toEqual(['one', 'two', 'three', 'four'])
  })

  it('gives keys that are no plain names as leaves', () => {
    const document = JsonDocument.parse('{"ok_1":1,"jane@example.org":{"Jane Doe":true,"$ref":0}}', limits)
    const keys = document.leaves(valueRules).filter(leaf => leaf.kind === 'key')
    expect(keys.map(leaf => leaf.text)).toEqual(['jane@example.org', 'Jane Doe'])
    for (const key of keys) key.replace('K')
    expect(document.toText()).toBe('{"ok_1":1,"K":{"K":true,"$ref":0}}')
  })

  it('opens JSON inside strings, level by level, and writes it back escaped', () => {
    const inner = JSON.stringify({ mail: 'x@example.org', n: 1.0 })
    const outer = JSON.stringify({ payload: inner, note: 'x@example.org' })
    const document = JsonDocument.parse(JSON.stringify({ arguments: outer }), limits)
    const leaves = document.leaves(valueRules)
    expect(leaves.map(leaf => leaf.text)).toEqual(['x@example.org', '1', 'x@example.org'])
    leaves[0]?.replace('"[A]"')
    const parsed = JSON.parse(document.toText())
    expect(JSON.parse(JSON.parse(parsed.arguments).payload)).toEqual({ mail: '"[A]"', n: 1 })
    expect(JSON.parse(parsed.arguments).note).toBe('x@example.org')
  })

  it('keeps JSON inside a string as it is written when nothing in it changes', () => {
    const text = '{"a":"{ \\"n\\" : 1.0, \\"n\\":2 }","b":"x"}'
    const document = JsonDocument.parse(text, limits)
    const leaf = document.leaves(valueRules).find(({ text: found }) => found === 'x')
    leaf?.replace('y')
    expect(document.toText()).toBe(text.replace('"x"', '"y"'))
  })

  it('treats a string that only looks like JSON as text', () => {
    const document = JsonDocument.parse('{"a":"[PERSON_1] wrote","b":"{broken","c":"[1, 2"}', limits)
    expect(document.leaves(valueRules).map(leaf => leaf.text)).toEqual(['[PERSON_1] wrote', '{broken', '[1, 2'])
  })

  it('takes top-level fields in prompt order, whatever their order in the body', () => {
    const order = ['tools', 'messages']
    const one = JsonDocument.parse('{"x":"3","messages":["2"],"tools":"1","messages":"2b"}', limits)
    const other = JsonDocument.parse('{"tools":"1","x":"3","messages":["2"],"messages":"2b"}', limits)
    const texts = (document: JsonDocument) => document.leaves(valueRules, order).map(leaf => leaf.text)
    expect(texts(one)).toEqual(['1', '2', '2b', '3'])
    expect(texts(other)).toEqual(texts(one))
  })

  it('names places by known fields and positions only', () => {
    const rules = compileRules({ root: { 'list[].name': 'TEXT' } })
    const document = JsonDocument.parse('{"list":[{"name":"a","jane@example.org":["b"]}],"c d":"e"}', limits)
    const places = document.leaves(rules).map(leaf => [leaf.kind, leaf.place])
    expect(places).toEqual([
      ['string', 'list[0].name'],
      ['key', 'list[0].*'],
      ['string', 'list[0].*[0]'],
      ['key', '*'],
      ['string', '*'],
    ])
    expect(JsonDocument.parse('"root"', limits).leaves(rules)[0]?.place).toBe('body')
  })

  it('hints at the keys above a text, the nearest ones where they are many', () => {
    const document = JsonDocument.parse('{"customer":{"emails":["a@example.org"],"x":"{\\"y\\":\\"b\\"}"}}', limits)
    const [mail, nested] = document.leaves(valueRules)
    expect(mail?.hint).toEqual({ key: 'emails', path: ['customer', 'emails'] })
    expect(nested?.hint).toEqual({ key: 'y', path: ['customer', 'x', 'y'] })
    const deep = JsonDocument.parse(`${'{"k":'.repeat(100)}"t"${'}'.repeat(100)}`, limits)
    expect(deep.leaves(valueRules)[0]?.hint.path).toHaveLength(16)
  })

  it('gives a whole file in a string as media wherever it stands', () => {
    const document = JsonDocument.parse('{"deep":{"x":"data:image/png;base64,AAAA"},"t":"data: none"}', limits)
    expect(document.leaves(valueRules).map(leaf => leaf.class)).toEqual(['MEDIA', 'TEXT'])
  })

  it('reads the deepest document that can be allowed without running out of stack', () => {
    const text = `${'{"a":['.repeat(1000)}"x"${']}'.repeat(1000)}`
    const document = JsonDocument.parse(text, { depth: 2000 })
    const leaves = document.leaves(valueRules)
    leaves[0]?.replace('y')
    expect(document.toText()).toBe(text.replace('x', 'y'))
  })
})

describe('edits', () => {
  it('replace a leaf and nothing beside it', () => {
    fc.assert(
      fc.property(jsonText, fc.nat(), fc.string({ unit: 'binary' }), (text, pick, replacement) => {
        const document = JsonDocument.parse(text, limits)
        const leaves = document.leaves(flatRules).filter(leaf => leaf.kind !== 'key')
        if (leaves.length === 0) return
        leaves[pick % leaves.length]?.replace(replacement)
        const edited = JsonDocument.parse(document.toText(), limits)
        const texts = edited.leaves(flatRules).filter(leaf => leaf.kind !== 'key')
        expect(texts[pick % leaves.length]?.text).toBe(replacement)
        expect(texts.length).toBe(leaves.length)
      }),
    )
  })

  it('are written as bytes as they are written as text', () => {
    const edit = fc.record({ pick: fc.nat(), text: fc.option(fc.string({ unit: 'binary' })) })
    fc.assert(
      fc.property(jsonText, fc.array(edit, { maxLength: 4 }), fc.boolean(), (text, edits, isAscii) => {
        const source = isAscii ? text.replace(/[^ -~\s]/g, '.') : text
        fc.pre(source.isWellFormed())
        const document = JsonDocument.read(Buffer.from(source), limits)
        const leaves = document.leaves(valueRules)
        for (const { pick, text } of leaves.length === 0 ? [] : edits) {
          const leaf = leaves[pick % leaves.length]
          if (text === null) leaf?.remove()
          else leaf?.replace(text)
        }
        expect(Buffer.from(document.toBytes()).toString()).toBe(Buffer.from(document.toText()).toString())
      }),
    )
  })

  it('leave the bytes of the caller as they are', () => {
    const source = Buffer.from('{"a":"b"}')
    const bytes = JsonDocument.read(source, limits).toBytes()
    source.fill(0)
    expect(Buffer.from(bytes).toString()).toBe('{"a":"b"}')
  })

  it('put a string in place of a number', () => {
    const document = JsonDocument.parse('{"phone":4912345678901,"n":1.50}', limits)
    document.leaves(valueRules)[0]?.replace('[PHONE_1]')
    expect(document.toText()).toBe('{"phone":"[PHONE_1]","n":1.50}')
  })

  it('take out any set of fields and leave valid JSON with the others as they were', () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    fc.assert(
      fc.property(fc.subarray(names), fc.subarray(names), (present, gone) => {
        const text = `{ ${present.map(name => `"${name}" : "${name}"`).join(' ,\n ')} }`
        const document = JsonDocument.parse(text, limits)
        for (const leaf of document.leaves(valueRules)) if (gone.includes(leaf.text)) leaf.remove()
        const kept = present.filter(name => !gone.includes(name))
        expect(JSON.parse(document.toText())).toEqual(Object.fromEntries(kept.map(name => [name, name])))
      }),
    )
  })

  it('take out array elements and whole fields around edited ones', () => {
    const rules = compileRules({ root: { user: 'IDENT', metadata: 'IDENT' } })
    const document = JsonDocument.parse('{"metadata":{"a":"1"},"list":["x","y","z"],"user":"u"}', limits)
    for (const leaf of document.leaves(rules)) {
      if (leaf.class === 'IDENT' || leaf.text === 'y') leaf.remove()
      else leaf.replace(`${leaf.text}!`)
    }
    expect(document.toText()).toBe('{"list":["x!","z!"]}')
  })

  it('let a removed field win over edits inside it', () => {
    const document = JsonDocument.parse('{"a":{"b":"c"},"d":"e"}', limits)
    const inner = document.leaves(valueRules)[0]
    inner?.replace('changed')
    document.remove(0, document.tape.firstChild(0))
    expect(document.toText()).toBe('{"d":"e"}')
  })

  it('add to a string that is replaced as well', () => {
    const document = JsonDocument.parse('{"system":"hello"}', limits)
    document.leaves(valueRules)[0]?.replace('[X]')
    const at = document.field('system')
    if (at !== null) document.append(at, ' "note"')
    expect(document.toText()).toBe('{"system":"[X] \\"note\\""}')
  })

  it('put something first in containers, empty ones and emptied ones included', () => {
    const put = (text: string, remove: boolean) => {
      const document = JsonDocument.parse(text, limits)
      if (remove) document.leaves(valueRules)[0]?.remove()
      document.putFirst(0, '"n":1')
      return document.toText()
    }
    expect(put('{}', false)).toBe('{"n":1}')
    expect(put('{"a":"b"}', false)).toBe('{"n":1,"a":"b"}')
    expect(put('{"a":"b"}', true)).toBe('{"n":1}')
  })

  it('keep lone surrogates apart from what they are edited into', () => {
    const document = JsonDocument.parse('["\\ud800","\\ud83d\\ude00"]', limits)
    const [lone, pair] = document.leaves(valueRules)
    expect(lone?.text).toBe('\ud800')
    expect(pair?.text).toBe('\u{1F600}')
    lone?.replace('\udfff')
    expect(document.toText()).toBe('["\\udfff","\\ud83d\\ude00"]')
  })
})

describe('parts of a string', () => {
  const edits = fc.array(
    fc.record({ gap: fc.nat(6), length: fc.nat(4), text: fc.constantFrom('[EMAIL_1]', '"', '\\', 'é', '') }),
    {
      maxLength: 5,
    },
  )

  it('are replaced as they would be in the text itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        edits,
        fc.boolean(),
        fc.boolean(),
        // Long texts are put together in another way.
        fc.constantFrom('x', 'x'.repeat(20_000)),
        (own, planned, escapesAll, isRead, b) => {
          fc.pre(own.isWellFormed())
          const plain = JSON.stringify({ a: own, b })
          const json = escapesAll
            ? plain.replace(/[^ -~]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
            : plain
          const document = isRead ? JsonDocument.read(Buffer.from(json), limits) : JsonDocument.parse(json, limits)
          const [leaf] = document.leaves(valueRules)
          const cuts: { start: number; end: number; text: string }[] = []
          let expected = ''
          let position = 0
          for (const { gap, length, text } of planned) {
            const start = Math.min(own.length, position + gap)
            const end = Math.min(own.length, start + length)
            cuts.push({ start, end, text })
            expected += own.slice(position, start) + text
            position = end
          }
          expected += own.slice(position)
          leaf?.replaceParts(cuts)
          expect(leaf?.current).toBe(expected)
          expect(JSON.parse(document.toText())).toEqual({ a: expected, b })
          expect(Buffer.from(document.toBytes()).toString()).toBe(Buffer.from(document.toText()).toString())
        },
      ),
    )
  })

  it('leave the rest of it as it is written', () => {
    const document = JsonDocument.parse('{"a":"\\u0041 \\/ jo@x.example \\ud83d\\ude00"}', limits)
    document.leaves(valueRules)[0]?.replaceParts([{ start: 4, end: 16, text: '[EMAIL_1]' }])
    expect(document.toText()).toBe('{"a":"\\u0041 \\/ [EMAIL_1] \\ud83d\\ude00"}')
  })

  it.each([0, 20_000])('give way to a new text for the whole, and take what is added behind it (%d)', blanks => {
    const document = JsonDocument.parse(`["jo said", "kim said"${' '.repeat(blanks)}]`, limits)
    const [jo, kim] = document.leaves(valueRules)
    jo?.replaceParts([{ start: 0, end: 2, text: '[X]' }])
    kim?.replaceParts([{ start: 0, end: 3, text: '[Y]' }])
    jo?.replace('gone')
    document.append(document.tape.entries(0)[1]!, ' "note"')
    expect(JSON.parse(document.toText())).toEqual(['gone', '[Y] said "note"'])
  })
})

describe('a short document in bytes', () => {
  it('has the same edits as its text, in whatever order its strings are edited', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'B', ' ', '"', '\\', '\n', '/', '\u00e9'), maxLength: 12 })
    const edit = fc.record({
      at: fc.nat({ max: 5 }),
      from: fc.nat({ max: 12 }),
      length: fc.nat({ max: 4 }),
      text: fc.constantFrom('[EMAIL_1]', '[A]', '', 'q"', '\u00e9', '\\'),
      isWhole: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), fc.array(edit, { maxLength: 4 }), (texts, edits) => {
        const json = JSON.stringify(texts)
        const document = JsonDocument.read(Buffer.from(json), limits)
        const leaves = document.leaves(flatRules).filter(({ kind }) => kind === 'string')
        const edited = new Map<number, string>()
        for (const { at, from, length, text: put, isWhole } of edits) {
          const leaf = leaves[at % leaves.length]!
          const index = at % leaves.length
          if (edited.has(index)) continue
          const start = Math.min(from, leaf.text.length)
          const end = Math.min(start + length, leaf.text.length)
          edited.set(index, isWhole ? put : leaf.text.slice(0, start) + put + leaf.text.slice(end))
          if (isWhole) leaf.replace(put)
          else leaf.replaceParts([{ start, end, text: put }])
        }
        const bytes = Buffer.from(document.toBytes()).toString()
        expect(bytes).toBe(document.toText())
        expect(JSON.parse(bytes)).toEqual(texts.map((own, index) => edited.get(index) ?? own))
      }),
      { numRuns: 2_000 },
    )
  })

  it('is read like its text, whatever its bytes are', () => {
    fc.assert(
      fc.property(jsonText, text => {
        const bytes = Buffer.from(text)
        const read = JsonDocument.read(bytes, limits)
        expect(read.leaves(valueRules).map(leaf => leaf.text)).toEqual(
          JsonDocument.parse(bytes.toString(), limits)
            .leaves(valueRules)
            .map(leaf => leaf.text),
        )
        expect(Buffer.from(read.toBytes()).equals(bytes)).toBe(true)
      }),
    )
  })
})
