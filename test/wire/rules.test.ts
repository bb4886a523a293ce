import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { JsonDocument } from '../../src/wire/json-document.ts'
import { compileRules, type Rules, type RulesSource } from '../../src/wire/rules.ts'

function classesOf(source: RulesSource, value: unknown): Record<string, string> {
  const document = JsonDocument.parse(JSON.stringify(value), { depth: 50 })
  return Object.fromEntries(document.leaves(compileRules(source)).map(leaf => [leaf.text, leaf.class]))
}

describe('patterns', () => {
  it('name keys, any key, and elements of arrays in arrays', () => {
    const source: RulesSource = { root: { 'a.b': 'ID', 'map.*': 'NAME', 'grid[][]': 'URL' } }
    expect(classesOf(source, { a: { b: '1', c: '2' }, map: { x: '3' }, grid: [['4'], '5'] })).toEqual({
      '1': 'ID',
      '2': 'TEXT',
      '3': 'NAME',
      '4': 'URL',
      '5': 'TEXT',
    })
  })

  it('pick objects by type and by role', () => {
    const source: RulesSource = { root: { 'list[]<a|b>.x': 'ID', 'list[]<user>.x': 'NAME', 'list[].y': 'ID' } }
    const value = {
      list: [
        { type: 'a', x: '1', y: '2' },
        { x: '3', type: 'b' },
        { role: 'user', x: '4' },
        { type: 'c', x: '5' },
      ],
    }
    expect(classesOf(source, value)).toMatchObject({ '1': 'ID', '2': 'ID', '3': 'ID', '4': 'NAME', '5': 'TEXT' })
  })

  it('take kinds with dots in their names', () => {
    const source: RulesSource = { root: { '<message.output.delta>.x': 'ID', 'y<a.b|c>.x.z': 'NAME' } }
    expect(
      classesOf(source, { type: 'message.output.delta', x: '1', y: { type: 'a.b', x: { z: '2' } } }),
    ).toMatchObject({
      '1': 'ID',
      '2': 'NAME',
    })
  })

  it('take a shape that contains itself', () => {
    const source: RulesSource = { root: { tree: '$node' }, shapes: { node: { id: 'ID', 'children[]': '$node' } } }
    const value = { tree: { id: '1', children: [{ id: '2', note: '3', children: [{ id: '4' }] }] } }
    expect(classesOf(source, value)).toEqual({ '1': 'ID', '2': 'ID', '3': 'TEXT', '4': 'ID' })
  })

  it('hold for everything below where they say nothing of the inside', () => {
    const source: RulesSource = { root: { choice: 'ID', secrets: 'SECRET', text: 'TEXT' } }
    expect(classesOf(source, { choice: { a: ['1'] }, secrets: { h: { k: '2' } }, text: { z: '3' } })).toEqual({
      '1': 'ID',
      '2': 'SECRET',
      '3': 'TEXT',
    })
  })

  it('are refused when two of them speak of one place, or name a shape that is not there', () => {
    expect(() => compileRules({ root: { 'a[].b': 'ID', a: 'TEXT', 'a[]': '$x' }, shapes: { x: {} } }).root).toThrow(
      TypeError,
    )
    expect(() => compileRules({ root: { a: '$x' } }).root).toThrow(TypeError)
    expect(() => compileRules({ root: { 'a<b': 'ID' } }).root).toThrow(TypeError)
  })
})

describe('a rule that leaves a string unread', () => {
  const source: RulesSource = { root: { id: 'ID', seal: 'OPAQUE' } }

  it.each(['call_abc-123', 'gpt-4o:eu/2', 'user', '1024x1', 'application/json', '#/$defs/Name', ''])(
    'holds for %j',
    id => {
      expect(classesOf(source, { id })).toEqual({ [id]: 'ID' })
    },
  )

  it.each(['Jane Doe', 'jane@example.org', '4915112345678', '+4915112345678', 'x'.repeat(1_025)])(
    'does not hold for %j',
    id => {
      expect(classesOf(source, { id })).toEqual({ [id]: 'TEXT' })
    },
  )

  it('holds for sealed fields only while they look like base64', () => {
    expect(classesOf(source, { seal: 'EqQBCgIYAhIM+/==' })).toEqual({ 'EqQBCgIYAhIM+/==': 'OPAQUE' })
    expect(classesOf(source, { seal: 'Jane' })).toEqual({ Jane: 'TEXT' })
    expect(classesOf(source, { seal: 'kind regards, Jane' })).toEqual({ 'kind regards, Jane': 'TEXT' })
  })
})

describe('an object whose kind is not certain', () => {
  it('is read as text when its type stands there twice with different values', () => {
    const rules = compileRules({ root: { 'list[]<image>.data': 'MEDIA', 'list[].type': 'ID' } })
    const document = JsonDocument.parse('{"list":[{"type":"image","data":"secret","type":"text"}]}', { depth: 9 })
    expect(document.leaves(rules).map(leaf => leaf.class)).toEqual(['TEXT', 'TEXT', 'TEXT'])
  })

  it('keeps its kind when the repeated type says the same, escaped or not', () => {
    const rules = compileRules({ root: { 'list[]<image>.data': 'MEDIA' } })
    const document = JsonDocument.parse('{"list":[{"type":"image","data":"x","t\\u0079pe":"im\\u0061ge"}]}', {
      depth: 9,
    })
    expect(document.leaves(rules).map(leaf => leaf.class)).toContain('MEDIA')
  })
})

describe('a file in a string', () => {
  const base64 = Buffer.from(Array.from({ length: 1_000 }, (_, index) => (index * 37) % 256)).toString('base64')

  it('is media in whatever field it stands, with and without the frame of a data URL', () => {
    const found = classesOf({ root: { id: 'ID' } }, { deep: { x: base64 }, y: 'data:application/pdf;base64,AAAA' })
    expect(Object.values(found)).toEqual(['MEDIA', 'MEDIA'])
  })

  it('is not seen in long words of other kinds', () => {
    for (const text of ['x'.repeat(2_000), '0123456789'.repeat(200), `${base64} and words`, base64.slice(0, 1_000)]) {
      expect(Object.values(classesOf({ root: {} }, { text }))).toEqual(['TEXT'])
    }
  })
})

describe('the rules of all providers', () => {
  const folder = new URL('../../src/wire/providers/', import.meta.url)
  const files = readdirSync(folder).filter(file => file.endsWith('.ts'))

  it('are without mistakes, which would show with the first message only', async () => {
    const modules: object[] = await Promise.all(files.map(file => import(new URL(file, folder).href)))
    const compiled = modules.flatMap(each => rulesIn(each)).map(({ root }) => root.keys.size + root.kinds.size)
    expect(compiled.length).toBeGreaterThan(40)
  })
})

/** The rules in an exported value, however deep: formats hold those of requests, answers and events. */
function rulesIn(value: unknown, depth = 0): Rules[] {
  if (typeof value !== 'object' || value === null || depth > 4 || value instanceof Map) return []
  if ('root' in value && typeof Object.getOwnPropertyDescriptor(value, 'root')?.get === 'function') {
    return [value as Rules]
  }
  return Object.values(value).flatMap(each => rulesIn(each, depth + 1))
}
