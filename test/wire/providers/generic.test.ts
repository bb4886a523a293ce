import { describe, expect, it } from 'vitest'
import { JsonDocument } from '../../../src/wire/json-document.ts'
import { generic } from '../../../src/wire/providers/generic.ts'
import { fakeRestorer } from '../fake-restorer.ts'
import { dataEvents, dataOf, everyCut, namedEvents, rewrite } from '../sse-kit.ts'

const nasty = 'Jörg "Jo" \\ x\ny'
const restorer = fakeRestorer({ A: nasty, B: 'bé' })
const sse = { format: generic, contentType: 'text/event-stream', restorer }

describe('a request of an endpoint without a format of its own', () => {
  it('has every string, number and odd key read', () => {
    const body = {
      model: 'm',
      input: ['x', { type: 'input_text', text: 'y' }],
      n: 5,
      arguments: '{"z":"w"}',
      'odd key': null,
    }
    const document = JsonDocument.parse(JSON.stringify(body), { depth: 20 })
    const leaves = document.leaves(generic.request, generic.promptOrder)
    expect(leaves.map(leaf => leaf.text).sort()).toEqual(['5', 'input_text', 'm', 'odd key', 'w', 'x', 'y'])
    expect(new Set(leaves.map(leaf => leaf.class))).toEqual(new Set(['TEXT']))
    generic.addNote(document, 'NOTE')
    expect(document.toText()).toBe(JSON.stringify(body))
  })
})

describe('a request of an endpoint without a format of its own, in its odd places,', () => {
  const classesOf = (body: unknown) => {
    const document = JsonDocument.parse(JSON.stringify(body), { depth: 20 })
    return Object.fromEntries(document.leaves(generic.request).map(leaf => [leaf.text, leaf.class]))
  }

  it('has files and seals told apart from text at any depth', () => {
    const seal = 'c2VhbGVkIHRob3VnaHQ='
    const found = classesOf({
      input: [
        {
          role: 'user',
          content: [
            { type: 'input_image', image_url: 'https://example.org/a.png' },
            { type: 'input_file', file_data: 'AAAA' },
          ],
        },
        { type: 'reasoning', encrypted_content: seal, summary: [{ text: 'a thought' }] },
      ],
      contents: [{ parts: [{ inlineData: { mimeType: 'image/png', data: 'BBBB' } }, { text: 'a part' }] }],
    })
    expect(found).toMatchObject({
      AAAA: 'MEDIA',
      BBBB: 'MEDIA',
      [seal]: 'OPAQUE',
      'a thought': 'TEXT',
      'a part': 'TEXT',
    })
    expect(found['https://example.org/a.png']).toBe('MEDIA')
  })

  it('has token ids pointed out as what cannot be read', () => {
    expect(classesOf({ input: [[15339, 1917], 'x'], prompt: [9906], context: [7], dimensions: 512 })).toEqual({
      15339: 'TOKEN',
      1917: 'TOKEN',
      x: 'TEXT',
      9906: 'TOKEN',
      7: 'TOKEN',
      512: 'TEXT',
    })
  })

  it('has client identifiers given as such', () => {
    expect(classesOf({ user: 'u', metadata: { a: 'b' }, safety_identifier: 's' })).toEqual({
      u: 'IDENT',
      '{"a":"b"}': 'IDENT',
      s: 'IDENT',
    })
  })
})

describe('a stream of an endpoint without a format of its own', () => {
  it('grows by index fields and kind of event, whatever the ids', () => {
    const delta = (item_id: string, output_index: number, text: string) => ({
      type: 'response.output_text.delta',
      sequence_number: 1,
      item_id,
      output_index,
      content_index: 0,
      delta: text,
    })
    const args = (text: string) => ({ type: 'response.function_call_arguments.delta', output_index: 2, delta: text })
    const events = [
      delta('a', 0, 'Dear «'),
      delta('b', 1, '«B'),
      args('{"to":"«'),
      delta('c', 0, 'A»'),
      args('A»"}'),
      { type: 'response.output_text.done', content_index: 0, output_index: 0, text: 'Dear «A»' },
      delta('d', 1, '» and «'),
      { type: 'response.completed', response: { output: [{ content: [{ text: 'Dear «A»' }] }] } },
    ]
    const restored = dataOf(rewrite(sse, namedEvents(...events))) as {
      type: string
      output_index: number
      delta: string
    }[]
    expect(restored.map(event => event.type)).toEqual(events.map(event => event.type))
    const text = (index: number) =>
      restored
        .filter(event => event.output_index === index)
        .map(event => event.delta ?? '')
        .join('')
    expect(text(0)).toBe(`Dear ${nasty}`)
    expect(text(1)).toBe('bé and «')
    expect(JSON.parse(text(2))).toEqual({ to: nasty })
    expect(JSON.stringify(restored.at(-1))).toContain(JSON.stringify(`Dear ${nasty}`))
    expect(everyCut(sse, namedEvents(...events)).size).toBe(1)
  })

  it('grows in objects under a delta as well', () => {
    const delta = (stdout: string) => ({ type: 'x.delta', command_index: 0, delta: { stdout, type: 'out' } })
    expect(dataOf(rewrite(sse, namedEvents(delta('a «'), delta('B»'))))).toEqual([delta('a '), delta('bé')])
  })

  it.each([
    ['choices', (text: string) => ({ choices: [{ index: 0, text }] })],
    ['candidates', (text: string) => ({ candidates: [{ content: { parts: [{ text }] } }] })],
    ['message', (content: string) => ({ message: { role: 'assistant', content }, done: false })],
    ['response', (response: string) => ({ response, done: false })],
    ['token', (text: string) => ({ token: { id: 3, text } })],
  ])('grows where providers without a delta put their pieces: %s', (_name, event) => {
    expect(dataOf(rewrite(sse, dataEvents(event('a «'), event('B»'))))).toEqual([event('a '), event('bé')])
    const lines = [event('a «'), event('B»')].map(value => `${JSON.stringify(value)}\n`).join('')
    const result = rewrite({ ...sse, contentType: 'application/x-ndjson' }, lines)
    expect(result).toBe([event('a '), event('bé')].map(value => `${JSON.stringify(value)}\n`).join(''))
  })

  it('takes strings as pieces of one text', () => {
    expect(rewrite(sse, 'data: "a «"\n\ndata: "B»"\n\n')).toBe('data: "a "\n\ndata: "bé"\n\n')
  })
})
