import { describe, expect, it } from 'vitest'
import type { Leaf } from '../../../src/wire/format.ts'
import { JsonDocument } from '../../../src/wire/json-document.ts'
import { openaiChat } from '../../../src/wire/providers/openai-chat.ts'
import fc from '../../kit/fast-check.ts'
import { fakeRestorer } from '../fake-restorer.ts'
import { dataEvents, dataOf, everyCut, rewrite } from '../sse-kit.ts'

function read(body: unknown): { document: JsonDocument; leaves: Leaf[] } {
  const document = JsonDocument.parse(JSON.stringify(body), { depth: 200 })
  return { document, leaves: document.leaves(openaiChat.request, openaiChat.promptOrder) }
}

/** Every leaf as `class place`, by its text. */
function classes(body: unknown): Record<string, string> {
  return Object.fromEntries(read(body).leaves.map(leaf => [leaf.text, `${leaf.class} ${leaf.place}`]))
}

describe('a request', () => {
  it('has its texts, names and tool texts read', () => {
    const found = classes({
      model: 'gpt-x',
      messages: [
        { role: 'system', content: 'sys' },
        { role: 'user', name: 'nick', content: [{ type: 'text', text: 'part' }] },
        {
          role: 'assistant',
          content: [{ type: 'refusal', refusal: 'ref1' }],
          refusal: 'ref2',
          tool_calls: [
            { id: 'call_1', type: 'function', function: { name: 'look', arguments: '{"q":"arg","list":["arg2"]}' } },
            { id: 'call_2', type: 'custom', custom: { name: 'run', input: '{"kept":"as text"}' } },
          ],
          function_call: { name: 'old', arguments: '{"q":"arg3"}' },
          reasoning_content: 'think',
          audio: { id: 'audio_1' },
        },
        { role: 'tool', tool_call_id: 'call_1', content: '{"is":"one text"}' },
        { role: 'function', name: 'old', content: 'result' },
      ],
      prediction: { type: 'content', content: [{ type: 'text', text: 'pred' }] },
      stop: ['STOP HERE'],
      unheard_of: { deep: ['unknown text'] },
    })
    expect(found).toMatchObject({
      'gpt-x': 'ID model',
      sys: 'TEXT messages[0].content',
      nick: 'NAME messages[1].name',
      part: 'TEXT messages[1].content[0].text',
      ref1: 'TEXT messages[2].content[0].refusal',
      ref2: 'TEXT messages[2].refusal',
      call_1: 'ID messages[3].tool_call_id',
      look: 'ID messages[2].tool_calls[0].function.name',
      arg: 'TEXT messages[2].tool_calls[0].function.arguments.*',
      arg2: 'TEXT messages[2].tool_calls[0].function.arguments.*[0]',
      '{"kept":"as text"}': 'TEXT messages[2].tool_calls[1].custom.input',
      arg3: 'TEXT messages[2].function_call.arguments.*',
      think: 'TEXT messages[2].reasoning_content',
      audio_1: 'ID messages[2].audio.id',
      '{"is":"one text"}': 'TEXT messages[3].content',
      result: 'TEXT messages[4].content',
      pred: 'TEXT prediction.content[0].text',
      'STOP HERE': 'TEXT stop[0]',
      'unknown text': 'TEXT *.*[0]',
    })
  })

  it('has its schemas read for values, not for structure', () => {
    const parameters = {
      type: 'object',
      description: 'about',
      properties: {
        customer: { type: 'string', enum: ['Jane Doe'], default: 'John Roe', pattern: '^[A-Z] *$', format: 'email' },
        nested: { anyOf: [{ $ref: '#/$defs/Other' }, { type: 'array', items: { const: 'Jim Poe' } }] },
      },
      required: ['customer'],
      $defs: { Other: { title: 'other title', examples: [{ who: 'Ann Loe' }], minimum: 4915112345678 } },
      'x-note': 'free words',
    }
    const found = classes({
      tools: [{ type: 'function', function: { name: 'f', description: 'tool text', parameters } }],
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'n', description: 'form text', schema: { enum: ['Eve Moe'] } },
      },
    })
    const texts = Object.entries(found).filter(([, place]) => place.startsWith('TEXT'))
    expect(texts.map(([text]) => text).sort()).toEqual(
      [
        'about',
        'Jane Doe',
        'John Roe',
        '^[A-Z] *$',
        'Jim Poe',
        'other title',
        'Ann Loe',
        'free words',
        'tool text',
        'form text',
        'Eve Moe',
      ].sort(),
    )
    expect(found['customer']).toBe('ID tools[0].function.parameters.required[0]')
  })

  it('has everything that names the client taken out as a whole', () => {
    const body = {
      user: 'u-1',
      metadata: { team: 'x', id: '7' },
      messages: [],
      safety_identifier: 's',
      web_search_options: { user_location: { type: 'approximate', approximate: { city: 'Ulm', latitude: 48.4 } } },
      prompt_cache_key: 'k',
    }
    const { document, leaves } = read(body)
    const identifying = leaves.filter(leaf => leaf.class === 'IDENT')
    expect(identifying.map(leaf => leaf.place).sort()).toEqual(
      ['metadata', 'prompt_cache_key', 'safety_identifier', 'user', 'web_search_options.user_location'].sort(),
    )
    for (const leaf of identifying) leaf.remove()
    expect(JSON.parse(document.toText())).toEqual({ messages: [], web_search_options: {} })
  })

  it('has images, audio and files pointed out, with their names as text', () => {
    const content = [
      { type: 'image_url', image_url: { url: 'https://example.org/a.png', detail: 'low' } },
      { type: 'image_url', image_url: { url: 'data:image/png;base64,AA==' } },
      { type: 'input_audio', input_audio: { data: 'UklGRg==', format: 'wav' } },
      { type: 'file', file: { file_data: 'data:application/pdf;base64,AA', filename: 'jane.pdf', file_id: 'file-1' } },
    ]
    const { leaves } = read({ messages: [{ role: 'user', content }] })
    expect(leaves.filter(leaf => leaf.class === 'MEDIA').map(leaf => leaf.place)).toEqual([
      'messages[0].content[0].image_url.url',
      'messages[0].content[1].image_url.url',
      'messages[0].content[2].input_audio.data',
      'messages[0].content[3].file.file_data',
    ])
    expect(leaves.find(leaf => leaf.text === 'jane.pdf')?.class).toBe('NAME')
    expect(leaves.find(leaf => leaf.text === 'file-1')?.class).toBe('ID')
  })

  it('has no numbers read among its settings, but all of them in tool arguments', () => {
    const { leaves } = read({
      temperature: 0.5,
      seed: 4915112345678,
      max_tokens: 100,
      logit_bias: { '50256': -100 },
      stream_options: { include_usage: true },
      messages: [{ role: 'assistant', tool_calls: [{ index: 0, function: { arguments: '{"phone":4915112345678}' } }] }],
    })
    expect(leaves.filter(leaf => leaf.kind === 'number').map(leaf => leaf.text)).toEqual(['4915112345678'])
  })

  it('is read in the same order whatever the order of its fields', () => {
    const messages = [{ role: 'user', content: 'one' }]
    const tools = [{ type: 'function', function: { name: 'f', description: 'two' } }]
    const order = (body: object) =>
      read(body)
        .leaves.filter(leaf => leaf.class === 'TEXT')
        .map(leaf => leaf.text)
    expect(order({ stop: 'three', messages, tools })).toEqual(['two', 'one', 'three'])
    expect(order({ tools, stop: 'three', messages })).toEqual(['two', 'one', 'three'])
  })

  it('keeps the signature of reasoning with its text', () => {
    const details = [{ type: 'reasoning.text', text: 'thought', signature: 'c2VhbGVkIHRob3VnaHQ=', index: 0 }]
    const { leaves } = read({ messages: [{ role: 'assistant', reasoning_details: details }] })
    expect(leaves.find(leaf => leaf.text === 'thought')).toMatchObject({
      class: 'TEXT',
      signed: 'c2VhbGVkIHRob3VnaHQ=',
    })
    expect(leaves.find(leaf => leaf.text === 'c2VhbGVkIHRob3VnaHQ=')?.class).toBe('OPAQUE')
  })

  it('names its model', () => {
    expect(openaiChat.readModel(read({ model: 'gpt-x' }).document)).toBe('gpt-x')
    expect(openaiChat.readModel(read({ model: 4 }).document)).toBeNull()
    expect(openaiChat.readModel(read([]).document)).toBeNull()
  })

  it.each([
    [[{ role: 'system', content: 'be kind' }], [{ role: 'system', content: 'be kind\n\nNOTE' }]],
    [[{ content: 'be kind', role: 'developer' }], [{ content: 'be kind\n\nNOTE', role: 'developer' }]],
    [
      [{ role: 'user', content: 'hi' }],
      [
        { role: 'system', content: 'NOTE' },
        { role: 'user', content: 'hi' },
      ],
    ],
    [[], [{ role: 'system', content: 'NOTE' }]],
  ])('takes a note where the prompt begins: %j', (messages, expected) => {
    const { document } = read({ messages })
    openaiChat.addNote(document, 'NOTE')
    expect(JSON.parse(document.toText())).toEqual({ messages: expected })
  })

  it('takes no note where there is no place for it', () => {
    for (const body of [{}, { messages: 'x' }, []]) {
      const { document } = read(body)
      openaiChat.addNote(document, 'NOTE')
      expect(document.toText()).toBe(JSON.stringify(body))
    }
  })
})

const nasty = 'Jörg "Jo" \\ x\ny'
const values = { A: nasty, B: 'bé', C: '\u{1F600}' }
const stream = { format: openaiChat, contentType: 'text/event-stream', restorer: fakeRestorer(values) }

interface Chunk {
  choices: { index: number; delta: Record<string, unknown>; finish_reason: string | null }[]
}

function chunk(index: number, delta: object, finish_reason: string | null = null): object {
  return { id: 'x', object: 'chat.completion.chunk', choices: [{ index, delta, finish_reason, logprobs: null }] }
}

function toolPiece(index: number, text: string): object {
  return { tool_calls: [{ index, function: { arguments: text } }] }
}

/** All the ways in which a choice can grow, by name. */
const growing: Record<string, (piece: string) => object> = {
  content: piece => ({ content: piece }),
  refusal: piece => ({ refusal: piece }),
  reasoning: piece => ({ reasoning: piece }),
  reasoning_content: piece => ({ reasoning_content: piece }),
  transcript: piece => ({ audio: { transcript: piece } }),
  custom: piece => ({ tool_calls: [{ index: 7, custom: { input: piece } }] }),
  tool0: piece => toolPiece(0, piece),
  tool1: piece => toolPiece(1, piece),
  legacy: piece => ({ function_call: { arguments: piece } }),
  unheard_of: piece => ({ thoughts: { latest: piece } }),
}

function joined(events: readonly unknown[], index: number, name: string): string {
  return (events as Chunk[])
    .flatMap(event => event.choices.filter(choice => choice.index === index))
    .map(({ delta }) => {
      const template = growing[name]?.('')
      return leafAt(template, delta) ?? ''
    })
    .join('')
}

/** The string of `value` at the place where `template` has one. */
function leafAt(template: unknown, value: unknown): string | undefined {
  if (typeof template === 'string') return typeof value === 'string' ? value : undefined
  if (Array.isArray(template)) {
    const [first] = template as [{ index: number }]
    const items = Array.isArray(value) ? (value as { index: number }[]) : []
    return leafAt(
      first,
      items.find(item => item.index === first.index),
    )
  }
  if (typeof template !== 'object' || template === null || typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(template)) {
    if (typeof inner === 'number') continue
    const found = leafAt(inner, (value as Record<string, unknown>)[key])
    if (found !== undefined) return found
  }
  return undefined
}

describe('a stream', () => {
  it('restores texts that come interleaved, each in its own pieces, and keeps count and order', () => {
    const part = fc.constantFrom('«A»', '«B»', '«C»', ' and ', 'é', '«', '»', 'x', '«nobody»')
    const grower = fc.record({
      index: fc.nat(2),
      name: fc.constantFrom(
        'content',
        'refusal',
        'reasoning',
        'reasoning_content',
        'transcript',
        'custom',
        'unheard_of',
      ),
      text: fc.array(part, { maxLength: 6 }).map(parts => parts.join('')),
    })
    const schedule = fc.tuple(
      fc.array(grower, { minLength: 1, maxLength: 5 }),
      fc.array(fc.nat(), { maxLength: 40 }),
      fc.array(fc.nat(3)),
    )
    fc.assert(
      fc.property(schedule, ([growers, picks, sizes]) => {
        const texts = new Map<string, string>()
        for (const { index, name, text } of growers) texts.set(`${index} ${name}`, text)
        const events = interleave(texts, picks, sizes)
        const source = `${dataEvents(...events, chunk(0, {}, 'stop'))}data: [DONE]\n\n`
        const result = rewrite(stream, source)
        const restored = dataOf(result)
        expect(restored).toHaveLength(events.length + 1)
        expect(result.endsWith('data: [DONE]\n\n')).toBe(true)
        for (const [key, text] of texts) {
          const [index = '', name = ''] = key.split(' ')
          expect(joined(restored, Number(index), name)).toBe(stream.restorer.whole(text, 0))
        }
      }),
    )
  })

  it('gives tool arguments that parse, for any cut of any event and of the bytes', () => {
    const inner = JSON.stringify({ to: '«A»' })
    const args = JSON.stringify({ who: '«A»', deep: inner, '«B»': ['«C»'] })
    const events = [...args].map(unit => chunk(0, toolPiece(0, unit)))
    const source = `${dataEvents(...events, chunk(0, {}, 'tool_calls'))}data: [DONE]\n\n`
    const restored = JSON.parse(joined(dataOf(rewrite(stream, source)), 0, 'tool0'))
    expect(restored).toMatchObject({ who: nasty, bé: ['\u{1F600}'] })
    expect(JSON.parse(restored.deep)).toEqual({ to: nasty })
  })

  it('keeps parallel tool calls apart', () => {
    const events = [
      chunk(0, { tool_calls: [{ index: 0, id: 'c0', type: 'function', function: { name: 'f', arguments: '' } }] }),
      chunk(0, toolPiece(0, '{"a":"«')),
      chunk(0, {
        tool_calls: [{ index: 1, id: 'c1', type: 'function', function: { name: 'f', arguments: '{"b":"«' } }],
      }),
      chunk(0, {
        tool_calls: [
          { index: 0, function: { arguments: 'A»"}' } },
          { index: 1, function: { arguments: 'B»"}' } },
        ],
      }),
      chunk(0, {}, 'tool_calls'),
    ]
    const restored = dataOf(rewrite(stream, dataEvents(...events)))
    expect(restored).toHaveLength(5)
    expect(JSON.parse(joined(restored, 0, 'tool0'))).toEqual({ a: nasty })
    expect(JSON.parse(joined(restored, 0, 'tool1'))).toEqual({ b: 'bé' })
  })

  it('gives an answer in JSON that parses', () => {
    const text = JSON.stringify({ name: '«A»', list: ['«B»'] })
    const events = [...text].map(unit => chunk(0, { content: unit }))
    const restored = dataOf(rewrite(stream, dataEvents(...events)))
    expect(JSON.parse(joined(restored, 0, 'content'))).toEqual({ name: nasty, list: ['bé'] })
  })

  it('is the same for every cut of its bytes', () => {
    const source = `${dataEvents(
      chunk(0, { role: 'assistant', content: '' }),
      chunk(0, { content: 'é «' }),
      chunk(1, { content: '«B' }),
      chunk(0, { content: 'A»' }),
      chunk(1, {}, 'stop'),
      { choices: [], usage: { total_tokens: 3 } },
    )}data: [DONE]\n\n`
    expect(everyCut(stream, source).size).toBe(1)
  })

  it('restores errors, citations and whole messages beside the pieces', () => {
    const events = [
      {
        choices: [{ index: 0, delta: { content: '' }, message: { content: 'all «A»' } }],
        citations: ['https://x.example/«B»'],
      },
      { error: { message: 'bad «A»' } },
    ]
    const restored = JSON.stringify(dataOf(rewrite(stream, dataEvents(...events))))
    expect(restored).toContain(JSON.stringify(`all ${nasty}`))
    expect(restored).toContain('https://x.example/bé')
    expect(restored).toContain(JSON.stringify(`bad ${nasty}`))
  })

  it('leaves token lists and padding alone', () => {
    const source = dataEvents({
      choices: [{ index: 0, delta: { content: 'x' }, logprobs: { content: [{ token: '«A»' }] } }],
      obfuscation: 'Zk3«A»'.slice(0, 3),
    })
    expect(rewrite(stream, source)).toBe(source)
  })

  it('reports reasoning that the provider signed, as it wrote it', () => {
    const signed: [string, string][] = []
    const detail = (fields: object) =>
      chunk(0, { reasoning_details: [{ type: 'reasoning.text', index: 0, ...fields }] })
    const source = dataEvents(
      detail({ text: 'about «' }),
      detail({ text: 'A»' }),
      detail({ text: '', signature: 'c2ln' }),
      chunk(0, {}, 'stop'),
    )
    rewrite({ ...stream, onSigned: (signature, text) => signed.push([signature, text]) }, source)
    expect(signed).toEqual([['c2ln', 'about «A»']])
  })
})

/** Cuts each text and mixes the pieces as told; what is left over follows in order. */
function interleave(texts: ReadonlyMap<string, string>, picks: readonly number[], sizes: readonly number[]): object[] {
  const left = [...texts].map(([key, text]) => ({ key, units: [...text] }))
  const events: object[] = []
  const emit = ({ key, units }: { key: string; units: string[] }, count: number) => {
    const [index = '', name = ''] = key.split(' ')
    events.push(chunk(Number(index), growing[name]?.(units.splice(0, count).join('')) ?? {}))
  }
  picks.forEach((pick, at) => {
    const source = left[pick % left.length]
    if (source !== undefined) emit(source, (sizes[at % Math.max(1, sizes.length)] ?? 1) + 1)
  })
  for (const source of left) emit(source, source.units.length)
  return events
}
