import { describe, expect, it } from 'vitest'
import { cohereChat } from '../../../src/wire/providers/cohere-chat.ts'
import { cohereChatV1 } from '../../../src/wire/providers/cohere-chat-v1.ts'
import { cohereTexts } from '../../../src/wire/providers/cohere-texts.ts'
import { fakeRestorer } from '../fake-restorer.ts'
import { classesOf, textsOf, withoutIdentifiers } from '../format-kit.ts'
import { dataOf, everyCut, namedEvents, rewrite } from '../sse-kit.ts'

const nasty = 'Jörg "Jo" \\ x\ny'
const restorer = fakeRestorer({ A: nasty, B: 'bé' })

function lines(...values: readonly unknown[]): string {
  return values.map(value => `${JSON.stringify(value)}\n`).join('')
}

function linesOf(text: string): Record<string, never>[] {
  return text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
}

describe('Cohere chat, version 2', () => {
  it('has its texts, documents and tool results read, and nothing else taken for text', () => {
    const body = {
      model: 'command-a-03-2025',
      messages: [
        { role: 'system', content: 'be kind' },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'hello' },
            { type: 'image_url', image_url: { url: 'https://example.org/a.png' } },
          ],
        },
        {
          role: 'assistant',
          tool_plan: 'a plan',
          content: [{ type: 'thinking', thinking: 'thinking' }],
          tool_calls: [{ id: 'c1', type: 'function', function: { name: 'f', arguments: '{"a":"argument"}' } }],
          citations: [
            {
              start: 0,
              end: 4,
              text: 'cited',
              sources: [{ type: 'document', id: 'd1', document: { id: 'd1', title: 'of it' } }],
            },
          ],
        },
        {
          role: 'tool',
          tool_call_id: 'c1',
          content: [{ type: 'document', document: { id: 'd2', data: { found: 'a result' } } }],
        },
      ],
      documents: ['plain document', { id: 'd3', data: { note: 'noted', phone: 4915112345678 } }],
      tools: [{ type: 'function', function: { name: 'f', description: 'does it', parameters: { type: 'object' } } }],
      response_format: { type: 'json_object', json_schema: { description: 'about it' } },
      stop_sequences: ['STOP HERE'],
      citation_options: { mode: 'FAST' },
      safety_mode: 'STRICT',
      thinking: { type: 'enabled', token_budget: 100 },
    }
    expect(textsOf(cohereChat, body, 'TEXT')).toEqual(
      [
        '4915112345678',
        'be kind',
        'hello',
        'a plan',
        'thinking',
        'argument',
        'cited',
        'of it',
        'a result',
        'plain document',
        'noted',
        'does it',
        'about it',
        'STOP HERE',
      ].sort(),
    )
    expect(textsOf(cohereChat, body, 'MEDIA')).toEqual(['https://example.org/a.png'])
  })

  it('is restored as it streams: plan, calls, thinking, contents, citations', () => {
    const sse = { format: cohereChat, contentType: 'text/event-stream', restorer }
    const plan = (tool_plan: string) => ({ type: 'tool-plan-delta', delta: { message: { tool_plan } } })
    const call = (index: number, args: string) => ({
      type: 'tool-call-delta',
      index,
      delta: { message: { tool_calls: { function: { arguments: args } } } },
    })
    const content = (index: number, piece: object) => ({
      type: 'content-delta',
      index,
      delta: { message: { content: piece } },
    })
    const citation = {
      start: 0,
      end: 3,
      text: '«A»',
      sources: [{ type: 'tool', id: 't', tool_output: { name: '«B»' } }],
      type: 'TEXT_CONTENT',
    }
    const events = [
      {
        type: 'message-start',
        id: 'x',
        delta: { message: { role: 'assistant', content: [], tool_plan: '', tool_calls: [], citations: [] } },
      },
      plan('ask «'),
      plan('A»'),
      {
        type: 'tool-call-start',
        index: 0,
        delta: { message: { tool_calls: { id: 'c', type: 'function', function: { name: 'f', arguments: '' } } } },
      },
      call(0, '{"to":"«'),
      {
        type: 'tool-call-start',
        index: 1,
        delta: { message: { tool_calls: { id: 'd', type: 'function', function: { name: 'f', arguments: '' } } } },
      },
      call(1, '{"to":"«B'),
      call(0, 'A»"}'),
      { type: 'tool-call-end', index: 0 },
      call(1, '»"}'),
      { type: 'tool-call-end', index: 1 },
      { type: 'content-start', index: 0, delta: { message: { content: { type: 'thinking', thinking: '' } } } },
      content(0, { thinking: 'hm «B' }),
      content(0, { thinking: '»' }),
      { type: 'content-end', index: 0 },
      { type: 'content-start', index: 1, delta: { message: { content: { type: 'text', text: '' } } } },
      content(1, { text: 'Dear «' }),
      content(1, { text: 'A»' }),
      { type: 'citation-start', index: 0, delta: { message: { citations: citation } } },
      { type: 'citation-end', index: 0 },
      { type: 'content-end', index: 1 },
      { type: 'message-end', delta: { finish_reason: 'COMPLETE', usage: { tokens: { input_tokens: 1.0 } } } },
    ]
    const source = namedEvents(...events)
    const result = rewrite(sse, source)
    const restored = dataOf(result) as { type: string; index?: number; delta?: { message: Record<string, never> } }[]
    expect(restored.map(({ type }) => type)).toEqual(events.map(({ type }) => type))
    const said = (type: string, index: number | undefined, read: (message: Record<string, never>) => unknown) =>
      restored
        .filter(event => event.type === type && event.index === index)
        .map(event => read(event.delta!.message) ?? '')
        .join('')
    expect(said('tool-plan-delta', undefined, message => message['tool_plan'])).toBe(`ask ${nasty}`)
    const args = (index: number) =>
      JSON.parse(said('tool-call-delta', index, message => message['tool_calls']!['function']['arguments']))
    expect([args(0), args(1)]).toEqual([{ to: nasty }, { to: 'bé' }])
    expect(said('content-delta', 0, message => message['content']!['thinking'])).toBe('hm bé')
    expect(said('content-delta', 1, message => message['content']!['text'])).toBe(`Dear ${nasty}`)
    expect(restored[18]!.delta!.message['citations']).toMatchObject({
      text: nasty,
      sources: [{ tool_output: { name: 'bé' } }],
    })
    expect(result).toContain('"input_tokens":1')
    expect(everyCut(sse, source).size).toBe(1)
  })

  it('is restored as a whole, its arguments as JSON', () => {
    const message = {
      role: 'assistant',
      tool_plan: 'ask «B»',
      content: [{ type: 'text', text: 'Dear «A»' }],
      tool_calls: [{ id: 'c', type: 'function', function: { name: 'f', arguments: '{"to":"«A»"}' } }],
    }
    const restored = JSON.parse(
      rewrite({ format: cohereChat, contentType: 'application/json', restorer }, JSON.stringify({ id: 'x', message })),
    )
    expect(restored.message).toMatchObject({ tool_plan: 'ask bé', content: [{ text: `Dear ${nasty}` }] })
    expect(JSON.parse(restored.message.tool_calls[0].function.arguments)).toEqual({ to: nasty })
  })
})

describe('Cohere chat, version 1', () => {
  it('has its texts read, its conversation unlinked, and keys of connectors passed on unread', () => {
    const body = {
      model: 'command-r',
      message: 'hello',
      preamble: 'be kind',
      chat_history: [
        { role: 'USER', message: 'said before' },
        {
          role: 'TOOL',
          tool_results: [{ call: { name: 'f', parameters: { a: 'argument' } }, outputs: [{ b: 'a result' }] }],
        },
      ],
      documents: [{ id: 'd1', title: 'a title', text: 'a text' }],
      tools: [
        {
          name: 'f',
          description: 'does it',
          parameter_definitions: { a: { description: 'about a', type: 'str', required: true } },
        },
      ],
      conversation_id: 'conv-77',
      connectors: [{ id: 'web-search', user_access_token: 'their key', options: { site: 'a site' } }],
      stop_sequences: ['STOP HERE'],
      prompt_truncation: 'AUTO',
    }
    expect(textsOf(cohereChatV1, body, 'TEXT')).toEqual(
      [
        'hello',
        'be kind',
        'said before',
        'argument',
        'a result',
        'a title',
        'a text',
        'does it',
        'about a',
        'a site',
        'STOP HERE',
      ].sort(),
    )
    expect(classesOf(cohereChatV1, body)['their key']).toBe('SECRET connectors[0].user_access_token')
    expect(JSON.stringify(withoutIdentifiers(cohereChatV1, body))).not.toContain('conv-77')
  })

  it('is restored line by line, and the last line repeats the same texts', () => {
    const ndjson = { format: cohereChatV1, contentType: 'application/stream+json', restorer }
    const piece = (text: string) => ({ is_finished: false, event_type: 'text-generation', text })
    const call = (index: number, parameters: string) => ({
      is_finished: false,
      event_type: 'tool-calls-chunk',
      tool_call_delta: { index, parameters },
    })
    const whole = {
      text: 'Dear «A», «B»',
      generation_id: 'g',
      chat_history: [{ role: 'CHATBOT', message: 'Dear «A», «B»' }],
      tool_calls: [{ name: 'f', parameters: { to: '«A»' } }],
    }
    const source = lines(
      { is_finished: false, event_type: 'stream-start', generation_id: 'g' },
      {
        is_finished: false,
        event_type: 'search-queries-generation',
        search_queries: [{ text: 'of «B»', generation_id: 'g' }],
      },
      piece('Dear «'),
      piece('A», '),
      call(0, '{"to":"«A'),
      call(1, '{"to":"«'),
      piece('«B'),
      call(0, '»"}'),
      call(1, 'B»"}'),
      piece('»'),
      { is_finished: true, event_type: 'stream-end', finish_reason: 'COMPLETE', response: whole },
    )
    const restored = linesOf(rewrite(ndjson, source))
    expect(restored).toHaveLength(11)
    expect(restored[1]).toMatchObject({ search_queries: [{ text: 'of bé' }] })
    const text = restored.map(event => (event['event_type'] === 'text-generation' ? event['text'] : '')).join('')
    const { response } = restored.at(-1) as unknown as { response: typeof whole }
    expect(text).toBe(`Dear ${nasty}, bé`)
    expect(response).toMatchObject({
      text,
      chat_history: [{ message: text }],
      tool_calls: [{ parameters: { to: nasty } }],
    })
    const args = (index: number) =>
      restored
        .map(event => event['tool_call_delta'] as { index: number; parameters: string } | undefined)
        .filter(delta => delta?.index === index)
        .map(delta => delta!.parameters)
        .join('')
    expect([JSON.parse(args(0)), JSON.parse(args(1))]).toEqual([{ to: nasty }, { to: 'bé' }])
    expect(everyCut(ndjson, source).size).toBe(1)
  })
})

describe('what else Cohere does with texts', () => {
  it.each<[string, object, string[]]>([
    ['embeds', { texts: ['one', 'two'], input_type: 'search_query', embedding_types: ['float'] }, ['one', 'two']],
    ['embeds mixed content', { inputs: [{ content: [{ type: 'text', text: 'one' }] }] }, ['one']],
    [
      'ranks',
      { query: 'one', documents: ['two', { text: 'three', title: 'four' }], top_n: 3 },
      ['four', 'one', 'three', 'two'],
    ],
    [
      'classifies',
      { inputs: ['one'], examples: [{ text: 'two', label: 'three words here' }] },
      ['one', 'three words here', 'two'],
    ],
    ['generates', { prompt: 'one', end_sequences: ['two'], truncate: 'END' }, ['one', 'two']],
    ['summarizes', { text: 'one', additional_command: 'two', format: 'bullets' }, ['one', 'two']],
  ])('%s after reading every text', (_name, body, texts) => {
    expect(textsOf(cohereTexts, { model: 'm', ...body }, 'TEXT')).toEqual(texts)
  })

  it('points out pictures, and token ids in place of text', () => {
    const body = {
      images: ['data:image/png;base64,AA=='],
      tokens: [12, 345],
      document: { type: 'image_url', image_url: 'https://example.org/a.png' },
    }
    expect(textsOf(cohereTexts, body, 'MEDIA')).toEqual(['data:image/png;base64,AA==', 'https://example.org/a.png'])
    expect(textsOf(cohereTexts, body, 'TOKEN')).toEqual(['12', '345'])
  })

  it('restores what answers repeat, and leaves vectors and tokens alone', () => {
    const json = { format: cohereTexts, contentType: 'application/json', restorer }
    expect(rewrite(json, '{"texts":["of «B»"],"embeddings":[[1.0,2]],"id":"x"}')).toBe(
      '{"texts":["of bé"],"embeddings":[[1.0,2]],"id":"x"}',
    )
    expect(rewrite(json, '{"classifications":[{"id":"x","input":"«B»"}]}')).toContain('"input":"bé"')
    expect(rewrite(json, '{"results":[{"index":0,"document":{"text":"«B»"}}]}')).toContain('"text":"bé"')
    expect(rewrite(json, '{"tokens":[1],"token_strings":["«B»"]}')).toContain('«B»')
    const stream = lines(
      { text: '«', is_finished: false },
      { text: 'B»', is_finished: false },
      { is_finished: true, response: { generations: [{ text: '«B»' }] } },
    )
    const restored = linesOf(rewrite({ ...json, contentType: 'application/stream+json' }, stream))
    expect(restored.map(event => event['text'] ?? '').join('')).toBe('bé')
    expect(JSON.stringify(restored.at(-1))).toContain('"text":"bé"')
  })
})
