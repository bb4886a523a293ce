import { describe, expect, it } from 'vitest'
import { ollama } from '../../../src/wire/providers/ollama.ts'
import { fakeRestorer } from '../fake-restorer.ts'
import { readBody, textsOf } from '../format-kit.ts'
import { everyCut, rewrite, rewritePieces } from '../sse-kit.ts'

const nasty = 'Jörg "Jo" \\ x\ny'
const restorer = fakeRestorer({ A: nasty, B: 'bé' })
const ndjson = { format: ollama, contentType: 'application/x-ndjson', restorer }

function lines(...values: readonly unknown[]): string {
  return values.map(value => `${JSON.stringify(value)}\n`).join('')
}

function linesOf(text: string): Record<string, never>[] {
  return text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
}

describe('a request to Ollama', () => {
  it('to chat has its texts read, and nothing else taken for text', () => {
    const body = {
      model: 'llama3.2:latest',
      messages: [
        { role: 'system', content: 'be kind' },
        { role: 'user', content: 'hello', images: ['AAAA'] },
        {
          role: 'assistant',
          content: 'said',
          thinking: 'thinking',
          tool_calls: [{ function: { name: 'f', arguments: { a: 'argument', n: 4915112345678 } } }],
        },
        { role: 'tool', tool_name: 'f', content: 'a result' },
      ],
      tools: [
        {
          type: 'function',
          function: { name: 'f', description: 'does it', parameters: { type: 'object', required: ['a'] } },
        },
      ],
      format: { type: 'object', properties: { a: { type: 'string', description: 'about a' } } },
      options: { temperature: 0.5, num_ctx: 4096, stop: ['STOP HERE'] },
      keep_alive: '5m',
      think: 'high',
    }
    expect(textsOf(ollama, body, 'TEXT')).toEqual(
      [
        '4915112345678',
        'be kind',
        'hello',
        'said',
        'thinking',
        'argument',
        'a result',
        'does it',
        'about a',
        'STOP HERE',
      ].sort(),
    )
    expect(textsOf(ollama, body, 'MEDIA')).toEqual(['AAAA'])
  })

  it('to generate, embed or create has its texts read, and token ids pointed out', () => {
    const generate = {
      model: 'm',
      prompt: 'one',
      suffix: 'two',
      system: 'three',
      template: '{{ .Prompt }}',
      context: [1, 22],
    }
    expect(textsOf(ollama, generate, 'TEXT')).toEqual(['one', 'three', 'two', '{{ .Prompt }}'])
    expect(textsOf(ollama, generate, 'TOKEN')).toEqual(['1', '22'])
    expect(textsOf(ollama, { model: 'm', input: ['one', 'two'] }, 'TEXT')).toEqual(['one', 'two'])
    const create = {
      model: 'm',
      from: 'llama3.2',
      system: 'one',
      messages: [{ role: 'user', content: 'two' }],
      license: 'three words here',
    }
    expect(textsOf(ollama, create, 'TEXT')).toEqual(['one', 'three words here', 'two'])
  })

  it('takes a note where the prompt begins', () => {
    const { document } = readBody(ollama, { messages: [{ role: 'user', content: 'hi' }] })
    ollama.addNote(document, 'NOTE')
    expect(JSON.parse(document.toText()).messages[0]).toEqual({ role: 'system', content: 'NOTE' })
  })
})

describe('an answer of Ollama', () => {
  it('is restored line by line: thinking, content, calls', () => {
    const line = (message: object, done = false) => ({ model: 'm', message: { role: 'assistant', ...message }, done })
    const source = lines(
      line({ content: '', thinking: 'hm «' }),
      line({ content: '', thinking: 'B»' }),
      line({ content: 'Dear «' }),
      line({ content: 'A», «B' }),
      line({ content: '', tool_calls: [{ function: { name: 'f', arguments: { to: '«A»', list: ['«B»'] } } }] }),
      line({ content: '»' }),
      { ...line({ content: '' }, true), done_reason: 'stop', eval_count: 3 },
    )
    const messages = linesOf(rewrite(ndjson, source)).map(
      event => event['message'] as unknown as Record<string, string>,
    )
    expect(messages).toHaveLength(7)
    expect(messages.map(message => message['thinking'] ?? '').join('')).toBe('hm bé')
    expect(messages.map(message => message['content']).join('')).toBe(`Dear ${nasty}, bé`)
    expect(messages[4]).toMatchObject({ tool_calls: [{ function: { arguments: { to: nasty, list: ['bé'] } } }] })
    expect(everyCut(ndjson, source).size).toBe(1)
  })

  it('is restored when it generates, with token ids and vectors left alone', () => {
    const source = lines(
      { model: 'm', response: 'Dear «', done: false },
      { model: 'm', response: 'A»', done: false },
      { model: 'm', response: '', done: true, context: [1, 2] },
    )
    expect(
      linesOf(rewrite(ndjson, source))
        .map(event => event['response'])
        .join(''),
    ).toBe(`Dear ${nasty}`)
    const json = { ...ndjson, contentType: 'application/json' }
    expect(JSON.parse(rewrite(json, '{"response":"«A»","done":true,"context":[1]}'))).toEqual({
      response: nasty,
      done: true,
      context: [1],
    })
    const vectors = '{"embeddings":[[0.10,2e3]]}'
    expect(rewrite(json, vectors)).toBe(vectors)
  })

  it('shows a line as soon as it is complete', () => {
    const [first] = rewritePieces(ndjson, [
      Buffer.from(lines({ response: 'one' })),
      Buffer.from(lines({ response: 'two', done: true })),
    ])
    expect(first).toBe(lines({ response: 'one' }))
  })
})
