import { describe, expect, it } from 'vitest'
import { mistralChat } from '../../../src/wire/providers/mistral-chat.ts'
import { mistralConversations } from '../../../src/wire/providers/mistral-conversations.ts'
import { mistralOcr } from '../../../src/wire/providers/mistral-ocr.ts'
import { fakeRestorer } from '../fake-restorer.ts'
import { classesOf, readBody, textsOf, withoutIdentifiers } from '../format-kit.ts'
import { dataEvents, dataOf, everyCut, namedEvents, rewrite } from '../sse-kit.ts'

const seal = 'c2VhbGVkIHRob3VnaHQgb2Y='
const nasty = 'Jörg "Jo" \\ x\ny'
const restorer = fakeRestorer({ A: nasty, B: 'bé' })

describe('a Mistral completion', () => {
  const body = {
    model: 'mistral-large-latest',
    messages: [
      { role: 'system', content: 'be kind' },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'hello' },
          { type: 'image_url', image_url: 'https://example.org/a.png' },
        ],
      },
      {
        role: 'assistant',
        content: [
          {
            type: 'thinking',
            thinking: [
              { type: 'text', text: 'thought of' },
              { type: 'reference', reference_ids: ['r-1', 2] },
            ],
            signature: seal,
          },
          {
            type: 'tool_reference',
            tool: 'web_search',
            title: 'a title',
            url: 'https://example.org/?q=x',
            description: 'described',
          },
        ],
        tool_calls: [
          { id: 'c1', type: 'function', function: { name: 'f', arguments: '{"a":"in a string"}' } },
          { id: 'c2', type: 'function', function: { name: 'f', arguments: { a: 'in an object' } } },
        ],
        prefix: true,
      },
      { role: 'tool', name: 'f', tool_call_id: 'c1', content: 'a result' },
    ],
    prediction: { type: 'content', content: 'predicted' },
    tools: [{ type: 'connector', connector_id: 'k-1', authorization: { type: 'api-key', value: 'their key' } }],
    response_format: { type: 'json_schema', json_schema: { name: 'n', schema: { description: 'about it' } } },
    metadata: { customer: 'c-77' },
    prompt_cache_key: 'k-77',
    random_seed: 7,
    stop: ['STOP HERE'],
  }

  it('has its texts read, and nothing else taken for text', () => {
    expect(textsOf(mistralChat, body, 'TEXT')).toEqual(
      [
        'be kind',
        'hello',
        'thought of',
        'a title',
        'described',
        'in a string',
        'in an object',
        'a result',
        'predicted',
        'about it',
        'STOP HERE',
      ].sort(),
    )
    expect(classesOf(mistralChat, body)).toMatchObject({
      'https://example.org/a.png': 'MEDIA messages[1].content[1].image_url',
      'https://example.org/?q=x': 'URL messages[2].content[1].url',
      'their key': 'SECRET tools[0].authorization.*',
    })
    expect(JSON.stringify(withoutIdentifiers(mistralChat, body))).not.toMatch(/c-77|k-77/)
    expect(readBody(mistralChat, body).leaves.find(leaf => leaf.text === 'thought of')?.signed).toBe(seal)
  })

  it('to be filled in the middle, or to be judged, is read as well', () => {
    expect(textsOf(mistralChat, { model: 'm', prompt: 'before', suffix: 'after' }, 'TEXT')).toEqual(['after', 'before'])
    const message = { role: 'user', content: 'to judge' }
    for (const input of [
      'to judge',
      ['to judge'],
      [message],
      [[message]],
      { messages: [message] },
      [{ messages: [message] }],
    ]) {
      expect(textsOf(mistralChat, { model: 'm', input }, 'TEXT')).toEqual(['to judge'])
    }
  })

  it('is restored when its content is a text, a list, or both, and its arguments are an object', () => {
    const message = {
      role: 'assistant',
      content: [
        { type: 'thinking', thinking: [{ type: 'text', text: 'of «A»' }], signature: '«A»' },
        { type: 'text', text: '«B»' },
      ],
      tool_calls: [
        { id: 'c', function: { name: 'f', arguments: { to: '«A»' } } },
        { id: 'd', function: { name: 'f', arguments: '{"to":"«A»"}' } },
      ],
    }
    const told: unknown[] = []
    const json = {
      format: mistralChat,
      contentType: 'application/json',
      restorer,
      onSigned: (...all: unknown[]) => void told.push(all),
    }
    const restored = JSON.parse(rewrite(json, JSON.stringify({ choices: [{ index: 0, message }] })))
    expect(restored.choices[0].message).toEqual({
      role: 'assistant',
      content: [
        { type: 'thinking', thinking: [{ type: 'text', text: `of ${nasty}` }], signature: '«A»' },
        { type: 'text', text: 'bé' },
      ],
      tool_calls: [
        { id: 'c', function: { name: 'f', arguments: { to: nasty } } },
        { id: 'd', function: { name: 'f', arguments: JSON.stringify({ to: nasty }) } },
      ],
    })
    expect(told).toEqual([['«A»', 'of «A»', `of ${nasty}`]])
  })

  it('is restored as it streams: texts, lists of chunks, thinking, calls', () => {
    const sse = { format: mistralChat, contentType: 'text/event-stream', restorer }
    const chunk = (delta: object, finish_reason: string | null = null) => ({
      id: 'x',
      choices: [{ index: 0, delta, finish_reason }],
    })
    const thinking = (text: string) => chunk({ content: [{ type: 'thinking', thinking: [{ type: 'text', text }] }] })
    const call = (args: string) =>
      chunk({ tool_calls: [{ index: 0, id: 'c', function: { name: 'f', arguments: args } }] })
    const events = [
      chunk({ role: 'assistant', content: '' }),
      thinking('hm «'),
      thinking('A» «'),
      chunk({ content: [{ type: 'text', text: '«B' }] }),
      chunk({ content: [{ type: 'text', text: '» and' }] }),
      chunk({ content: ' «' }),
      chunk({ content: 'A».' }),
      call('{"to":"«'),
      call('A»"}'),
      chunk({}, 'tool_calls'),
    ]
    const source = `${dataEvents(...events)}data: [DONE]\n\n`
    const deltas = (dataOf(rewrite(sse, source)) as { choices: { delta: Record<string, never> }[] }[]).map(
      ({ choices }) => choices[0]!.delta,
    )
    const lists = deltas.flatMap(({ content }) =>
      Array.isArray(content) ? (content as { text?: string; thinking?: { text: string }[] }[]) : [],
    )
    expect(lists.map(item => item.thinking?.[0]?.text ?? '').join('')).toBe(`hm ${nasty} «`)
    expect(lists.map(item => item.text ?? '').join('')).toBe('bé and')
    expect(deltas.map(({ content }) => (typeof content === 'string' ? content : '')).join('')).toBe(` ${nasty}.`)
    const args = deltas.flatMap(({ tool_calls }) => (tool_calls ?? []) as { function: { arguments: string } }[])
    expect(JSON.parse(args.map(item => item.function.arguments).join(''))).toEqual({ to: nasty })
    expect(everyCut(sse, source).size).toBe(1)
  })
})

describe('a Mistral conversation', () => {
  it('has its entries, instructions and tools read', () => {
    const body = {
      agent_id: 'ag_1',
      instructions: 'be kind',
      inputs: [
        { type: 'message.input', role: 'user', content: 'hello' },
        { type: 'message.output', role: 'assistant', content: [{ type: 'text', text: 'answered' }] },
        { type: 'function.call', tool_call_id: 'c1', name: 'f', arguments: '{"a":"argument"}' },
        { type: 'function.result', tool_call_id: 'c1', result: 'a result' },
        { type: 'agent.handoff', previous_agent_id: 'a1', previous_agent_name: 'the one before', next_agent_id: 'a2' },
      ],
      completion_args: { temperature: 0.5, stop: ['STOP HERE'] },
      handoff_execution: 'server',
      metadata: { customer: 'c-77' },
    }
    expect(textsOf(mistralConversations, body, 'TEXT')).toEqual(
      ['be kind', 'hello', 'answered', 'argument', 'a result', 'the one before', 'STOP HERE'].sort(),
    )
    expect(textsOf(mistralConversations, { inputs: 'plain' }, 'TEXT')).toEqual(['plain'])
    expect(JSON.stringify(withoutIdentifiers(mistralConversations, body))).not.toContain('c-77')
  })

  it('is restored as it streams, by output and content', () => {
    const sse = { format: mistralConversations, contentType: 'text/event-stream', restorer }
    const said = (content: unknown, output = 0, id = 'm') => ({
      type: 'message.output.delta',
      output_index: output,
      content_index: 0,
      id: `${id}-${output}`,
      role: 'assistant',
      content,
    })
    const call = (args: string, output: number) => ({
      type: 'function.call.delta',
      output_index: output,
      id: 'f',
      name: 'f',
      tool_call_id: 'c',
      arguments: args,
    })
    const events = [
      { type: 'conversation.response.started', conversation_id: 'conv_1' },
      said('Dear «'),
      said('«B', 1),
      call('{"to":"«', 2),
      said('A» and', 0, 'other'),
      said({ type: 'text', text: ' «' }, 3),
      said('».', 1),
      call('A»"}', 2),
      said({ type: 'text', text: 'B»' }, 3),
      { type: 'tool.execution.done', output_index: 4, id: 't', name: 'web_search', info: { query: 'of «A»' } },
      { type: 'conversation.response.done', usage: {} },
    ]
    const source = namedEvents(...events)
    const restored = dataOf(rewrite(sse, source)) as {
      type: string
      output_index: number
      content: unknown
      arguments: string
      info: object
    }[]
    expect(restored.map(({ type }) => type)).toEqual(events.map(({ type }) => type))
    const textOf = (output: number) =>
      restored
        .filter(({ output_index }) => output_index === output)
        .map(({ content }) => (typeof content === 'object' ? (content as { text: string }).text : content))
        .join('')
    expect([textOf(0), textOf(1), textOf(3)]).toEqual([`Dear ${nasty} and`, 'bé.', ' bé'])
    const args = restored.filter(({ type }) => type === 'function.call.delta')
    expect(JSON.parse(args.map(item => item.arguments).join(''))).toEqual({ to: nasty })
    expect(restored[9]!.info).toEqual({ query: `of ${nasty}` })
    expect(everyCut(sse, source).size).toBe(1)
  })
})

describe('a document to be read by Mistral', () => {
  it('is a file nobody here can read; its prompt is text, its annotation JSON', () => {
    const body = {
      model: 'mistral-ocr-latest',
      document: { type: 'document_url', document_url: 'https://example.org/a.pdf', document_name: 'of jane.pdf' },
      document_annotation_prompt: 'asked for',
      pages: [0, 1],
    }
    expect(textsOf(mistralOcr, body, 'MEDIA')).toEqual(['https://example.org/a.pdf'])
    expect(textsOf(mistralOcr, body, 'NAME')).toEqual(['of jane.pdf'])
    expect(textsOf(mistralOcr, body, 'TEXT')).toEqual(['asked for'])
    const answer = { pages: [{ index: 0, markdown: 'of «B»' }], document_annotation: '{"name":"«A»"}' }
    const restored = JSON.parse(
      rewrite({ format: mistralOcr, contentType: 'application/json', restorer }, JSON.stringify(answer)),
    )
    expect(restored.pages[0].markdown).toBe('of bé')
    expect(JSON.parse(restored.document_annotation)).toEqual({ name: nasty })
  })
})
