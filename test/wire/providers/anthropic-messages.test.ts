import { describe, expect, it } from 'vitest'
import type { Leaf } from '../../../src/wire/format.ts'
import { JsonDocument } from '../../../src/wire/json-document.ts'
import { anthropicMessages } from '../../../src/wire/providers/anthropic-messages.ts'
import { fakeRestorer } from '../fake-restorer.ts'
import { dataOf, everyCut, namedEvents, rewrite, rewritePieces } from '../sse-kit.ts'

function read(body: unknown): { document: JsonDocument; leaves: Leaf[] } {
  const document = JsonDocument.parse(JSON.stringify(body), { depth: 200 })
  return { document, leaves: document.leaves(anthropicMessages.request, anthropicMessages.promptOrder) }
}

function classesOf(...content: object[]): Record<string, string> {
  const { leaves } = read({ messages: [{ role: 'user', content }] })
  return Object.fromEntries(leaves.map(leaf => [leaf.text, leaf.class]))
}

describe('a request', () => {
  it('has system, messages and tool texts read, in the order of the prompt', () => {
    const { leaves } = read({
      model: 'claude-x',
      max_tokens: 9,
      messages: [
        { role: 'user', content: 'three' },
        { role: 'assistant', content: [{ type: 'text', text: 'four' }] },
      ],
      system: [{ type: 'text', text: 'two', cache_control: { type: 'ephemeral' } }],
      tools: [{ name: 'look', description: 'one', input_schema: { type: 'object' }, input_examples: [{ q: 'one b' }] }],
      stop_sequences: ['five'],
    })
    expect(leaves.filter(leaf => leaf.class === 'TEXT').map(leaf => leaf.text)).toEqual([
      'one',
      'one b',
      'two',
      'three',
      'four',
      'five',
    ])
    expect(leaves.filter(leaf => leaf.class === 'ID').map(leaf => leaf.text)).toEqual(
      expect.arrayContaining(['claude-x', 'look', 'ephemeral', 'user', 'assistant', 'object']),
    )
  })

  it('has tool calls and their results read to the bottom', () => {
    expect(
      classesOf(
        { type: 'tool_use', id: 'toolu_1', name: 'mail', input: { to: 'input text', deep: { n: 4915112345678 } } },
        { type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_search', input: { query: 'query text' } },
        { type: 'tool_result', tool_use_id: 'toolu_2', content: 'result text' },
        {
          type: 'tool_result',
          tool_use_id: 'toolu_3',
          content: [
            { type: 'text', text: 'block text' },
            { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AAAA' } },
            {
              type: 'document',
              title: 'doc title',
              source: { type: 'text', media_type: 'text/plain', data: 'doc text' },
            },
          ],
        },
        {
          type: 'bash_code_execution_tool_result',
          tool_use_id: 'srvtoolu_2',
          content: { type: 'bash_code_execution_result', stdout: 'out text', stderr: 'err text', return_code: 0 },
        },
      ),
    ).toMatchObject({
      toolu_1: 'ID',
      mail: 'ID',
      'input text': 'TEXT',
      '4915112345678': 'TEXT',
      'query text': 'TEXT',
      'result text': 'TEXT',
      'block text': 'TEXT',
      AAAA: 'MEDIA',
      'doc title': 'TEXT',
      'doc text': 'TEXT',
      'out text': 'TEXT',
      'err text': 'TEXT',
    })
  })

  it('has documents read where they are text and pointed out where they are files', () => {
    expect(
      classesOf(
        {
          type: 'document',
          context: 'context text',
          source: { type: 'text', media_type: 'text/plain', data: 'plain data' },
        },
        { type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: 'JVBERi0=' } },
        { type: 'document', source: { data: 'order of fields', type: 'text' } },
        { type: 'document', source: { type: 'content', content: [{ type: 'text', text: 'inner block' }] } },
        { type: 'document', source: { type: 'content', content: 'inner string' } },
        { type: 'document', source: { type: 'unheard_of', data: 'new kind' } },
        { type: 'image', source: { type: 'url', url: 'https://example.org/x.png' } },
        { type: 'image', source: { type: 'file', file_id: 'file_1' } },
        {
          type: 'search_result',
          source: 'https://example.org/q',
          title: 'result title',
          content: [{ type: 'text', text: 'result block' }],
        },
        {
          type: 'text',
          text: 'cites',
          citations: [{ type: 'char_location', cited_text: 'quote', document_title: 'title 2', document_index: 0 }],
        },
      ),
    ).toMatchObject({
      'context text': 'TEXT',
      'plain data': 'TEXT',
      'JVBERi0=': 'MEDIA',
      'order of fields': 'TEXT',
      'inner block': 'TEXT',
      'inner string': 'TEXT',
      'new kind': 'TEXT',
      'https://example.org/x.png': 'MEDIA',
      file_1: 'ID',
      'https://example.org/q': 'URL',
      'result title': 'TEXT',
      'result block': 'TEXT',
      quote: 'TEXT',
      'title 2': 'TEXT',
    })
  })

  it('keeps what the provider signed or sealed', () => {
    const { leaves } = read({
      messages: [
        {
          role: 'assistant',
          content: [
            { type: 'thinking', thinking: 'signed thought', signature: 'c2lnbmF0dXJlIG9uZQ==' },
            { type: 'redacted_thinking', data: 'c2VhbGVkIHRob3VnaHRz' },
            {
              type: 'web_search_tool_result',
              tool_use_id: 'srvtoolu_1',
              content: [
                {
                  type: 'web_search_result',
                  url: 'https://example.org',
                  title: 'page title',
                  encrypted_content: 'ZW5jcnlwdGVkIHBhZ2U=',
                },
              ],
            },
          ],
        },
      ],
    })
    const byText = new Map(leaves.map(leaf => [leaf.text, leaf]))
    expect(byText.get('signed thought')).toMatchObject({ class: 'TEXT', signed: 'c2lnbmF0dXJlIG9uZQ==' })
    expect(byText.get('c2lnbmF0dXJlIG9uZQ==')?.class).toBe('OPAQUE')
    expect(byText.get('c2VhbGVkIHRob3VnaHRz')?.class).toBe('OPAQUE')
    expect(byText.get('ZW5jcnlwdGVkIHBhZ2U=')?.class).toBe('OPAQUE')
    expect(byText.get('page title')).toMatchObject({ class: 'TEXT', signed: null })
  })

  it('gives credentials as such and client identifiers as a whole', () => {
    const { leaves } = read({
      messages: [],
      metadata: { user_id: 'u' },
      mcp_servers: [{ type: 'url', name: 'crm', url: 'https://example.org/mcp?u=1', authorization_token: 'token' }],
      tools: [{ type: 'web_search_20250305', name: 'web_search', user_location: { type: 'approximate', city: 'Ulm' } }],
    })
    expect(leaves.filter(leaf => leaf.class === 'IDENT').map(leaf => leaf.place)).toEqual([
      'tools[0].user_location',
      'metadata',
    ])
    expect(leaves.find(leaf => leaf.text === 'token')?.class).toBe('SECRET')
    expect(leaves.find(leaf => leaf.text.startsWith('https:'))?.class).toBe('URL')
  })

  it.each([
    [{ system: 'be kind' }, { system: 'be kind\n\nNOTE' }],
    [
      { system: [{ type: 'text', text: 'a' }] },
      {
        system: [
          { type: 'text', text: 'NOTE' },
          { type: 'text', text: 'a' },
        ],
      },
    ],
    [{ messages: [] }, { system: 'NOTE', messages: [] }],
    [{}, { system: 'NOTE' }],
    [[], []],
  ])('takes a note in its system field: %j', (body, expected) => {
    const { document } = read(body)
    anthropicMessages.addNote(document, 'NOTE')
    expect(JSON.parse(document.toText())).toEqual(expected)
  })
})

const nasty = 'Jörg "Jo" \\ x\ny'
const values = { A: nasty, B: 'bé' }
const restorer = fakeRestorer(values)
const json = { format: anthropicMessages, contentType: 'application/json', restorer }
const stream = { ...json, contentType: 'text/event-stream' }

describe('an answer', () => {
  it('is restored in texts, tool input and citations, and left alone where it is sealed', () => {
    const signed: [string, string][] = []
    const answer = {
      id: 'msg_1',
      type: 'message',
      content: [
        { type: 'thinking', thinking: 'about «A»', signature: 'c2ln' },
        { type: 'redacted_thinking', data: 'AA«A»'.slice(0, 2) },
        { type: 'text', text: 'Dear «A»', citations: [{ cited_text: '«B»', document_title: '«B»' }] },
        { type: 'tool_use', id: 'toolu_1', name: 'f', input: { to: '«A»', json: '{"to":"«A»"}' } },
      ],
      stop_sequence: null,
    }
    const onSigned = (signature: string, text: string) => signed.push([signature, text])
    const restored = JSON.parse(rewrite({ ...json, onSigned }, JSON.stringify(answer)))
    expect(restored.content[0]).toEqual({ type: 'thinking', thinking: `about ${nasty}`, signature: 'c2ln' })
    expect(restored.content[2]).toEqual({
      type: 'text',
      text: `Dear ${nasty}`,
      citations: [{ cited_text: 'bé', document_title: 'bé' }],
    })
    expect(restored.content[3].input.to).toBe(nasty)
    expect(JSON.parse(restored.content[3].input.json)).toEqual({ to: nasty })
    expect(signed).toEqual([['c2ln', 'about «A»']])
  })
})

const start = {
  type: 'message_start',
  message: { id: 'msg_1', role: 'assistant', content: [], usage: { input_tokens: 1 } },
}
const end = [
  { type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: { output_tokens: 2 } },
  { type: 'message_stop' },
]

function block(index: number, content_block: object, ...deltas: object[]): { type: string }[] {
  return [
    { type: 'content_block_start', index, content_block } as { type: string },
    ...deltas.map(delta => ({ type: 'content_block_delta', index, delta })),
    { type: 'content_block_stop', index } as { type: string },
  ]
}

type Restored = { type: string; index?: number; delta?: Record<string, string>; content_block?: unknown }[]

function joined(events: Restored, index: number, field: string): string {
  return events
    .filter(event => event.index === index)
    .map(event => event.delta?.[field] ?? '')
    .join('')
}

describe('a stream', () => {
  const args = JSON.stringify({ to: '«A»', deep: JSON.stringify({ x: '«A»' }), '«B»': 1 })
  const events = [
    start,
    { type: 'ping' },
    ...block(
      0,
      { type: 'thinking', thinking: '', signature: '' },
      { type: 'thinking_delta', thinking: 'on «' },
      { type: 'thinking_delta', thinking: 'A»' },
      { type: 'signature_delta', signature: 'c2' },
      { type: 'signature_delta', signature: 'ln' },
    ),
    ...block(
      1,
      { type: 'text', text: '' },
      { type: 'text_delta', text: 'Dear «A' },
      { type: 'text_delta', text: '» é «' },
    ),
    ...block(
      2,
      { type: 'tool_use', id: 'toolu_1', name: 'f', input: {} },
      { type: 'input_json_delta', partial_json: '' },
      ...[...args].map(unit => ({ type: 'input_json_delta', partial_json: unit })),
    ),
    ...block(3, {
      type: 'web_search_tool_result',
      content: [{ type: 'web_search_result', title: '«B»', encrypted_content: 'AA' }],
    }),
    ...end,
  ]

  it('is restored block by block, with the same events in the same order', () => {
    const restored = dataOf(rewrite(stream, namedEvents(...events))) as Restored
    expect(restored.map(event => `${event.type} ${event.index}`)).toEqual(
      events.map(event => `${event.type} ${(event as { index?: number }).index}`),
    )
    expect(joined(restored, 0, 'thinking')).toBe(`on ${nasty}`)
    expect(joined(restored, 0, 'signature')).toBe('c2ln')
    expect(joined(restored, 1, 'text')).toBe(`Dear ${nasty} é «`)
    const input = JSON.parse(joined(restored, 2, 'partial_json'))
    expect(input.to).toBe(nasty)
    expect(JSON.parse(input.deep)).toEqual({ x: nasty })
    expect(input).toHaveProperty('bé', 1)
    expect(JSON.stringify(restored)).toContain('"title":"bé","encrypted_content":"AA"')
  })

  it('reports the text that was signed as the provider wrote it', () => {
    const signed: [string, string][] = []
    rewrite({ ...stream, onSigned: (signature, text) => signed.push([signature, text]) }, namedEvents(...events))
    expect(signed).toEqual([['c2ln', 'on «A»']])
  })

  it('is the same for every cut of its bytes', () => {
    expect(everyCut(stream, namedEvents(...events.slice(0, 12), ...end)).size).toBe(1)
  })

  it('lets nothing wait beyond the end of its block', () => {
    const pieces = rewritePieces(
      stream,
      block(0, { type: 'text', text: '' }, { type: 'text_delta', text: 'x «' }).map(event =>
        Buffer.from(namedEvents(event)),
      ),
    )
    expect(pieces[1]).toBe('')
    expect(pieces[2]).toContain('"x «"')
    expect(pieces[2]).toContain('content_block_stop')
  })

  it('keeps blocks that come interleaved apart', () => {
    const delta = (index: number, text: string) => ({
      type: 'content_block_delta',
      index,
      delta: { type: 'text_delta', text },
    })
    const mixed = [
      delta(0, '«'),
      delta(10, '«B'),
      delta(1, 'x'),
      delta(0, 'A»'),
      { type: 'content_block_stop', index: 0 },
      delta(10, '»'),
    ]
    const restored = dataOf(rewrite(stream, namedEvents(...mixed))) as Restored
    expect(joined(restored, 0, 'text')).toBe(nasty)
    expect(joined(restored, 10, 'text')).toBe('bé')
    expect(restored).toHaveLength(mixed.length)
  })

  it('has errors restored, after what was held', () => {
    const failing = [
      { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'half «' } },
      { type: 'error', error: { type: 'overloaded_error', message: 'while at «A»' } },
    ]
    const restored = dataOf(rewrite(stream, namedEvents(...failing)))
    expect(restored).toEqual([
      { ...failing[0], delta: { type: 'text_delta', text: 'half «' } },
      { type: 'error', error: { type: 'overloaded_error', message: `while at ${nasty}` } },
    ])
  })

  it('passes kinds of events and deltas that nobody has heard of, restored', () => {
    const strange = [
      { type: 'content_block_delta', index: 0, delta: { type: 'dream_delta', dream: 'of «' } },
      { type: 'content_block_delta', index: 0, delta: { type: 'dream_delta', dream: 'B»' } },
      { type: 'news', about: ['«B»'] },
    ]
    expect(dataOf(rewrite(stream, namedEvents(...strange)))).toEqual([
      { type: 'content_block_delta', index: 0, delta: { type: 'dream_delta', dream: 'of ' } },
      { type: 'content_block_delta', index: 0, delta: { type: 'dream_delta', dream: 'bé' } },
      { type: 'news', about: ['bé'] },
    ])
  })
})
