import { describe, expect, it } from 'vitest'
import { createAnswerRewriter } from '../../src/wire/answer.ts'
import { anthropicMessages } from '../../src/wire/providers/anthropic-messages.ts'
import { generic } from '../../src/wire/providers/generic.ts'
import { openaiChat } from '../../src/wire/providers/openai-chat.ts'
import { fakeRestorer } from './fake-restorer.ts'
import { everyCut, limits, rewrite, rewritePieces } from './sse-kit.ts'

const nasty = 'Jörg "Jo" \\ x\ny'
const restorer = fakeRestorer({ A: nasty, B: 'bé' })
const json = { format: openaiChat, contentType: 'application/json', restorer }

describe('a JSON answer', () => {
  it('is restored in every string, escaped where the string is JSON', () => {
    const answer = {
      id: 'x',
      choices: [
        {
          message: {
            content: 'Dear «A»,',
            refusal: '«B»',
            tool_calls: [{ id: 'c', function: { name: 'f', arguments: '{"who":"«A»"}' } }],
            function_call: { name: 'f', arguments: '{"who":"«A»"}' },
            unheard_of: { deep: ['«A»'] },
          },
          logprobs: { content: [{ token: '«A»', bytes: [1] }] },
        },
      ],
    }
    const restored = JSON.parse(rewrite(json, JSON.stringify(answer)))
    const { message, logprobs } = restored.choices[0]
    expect(message.content).toBe(`Dear ${nasty},`)
    expect(message.refusal).toBe('bé')
    expect(JSON.parse(message.tool_calls[0].function.arguments)).toEqual({ who: nasty })
    expect(JSON.parse(message.function_call.arguments)).toEqual({ who: nasty })
    expect(message.unheard_of.deep).toEqual([nasty])
    expect(logprobs.content[0].token).toBe('«A»')
  })

  it('keeps every byte that does not change', () => {
    const text = '\uFEFF{ "n" : 1.0, "big":12345678901234567890,"n":2,\r\n"esc":"\\u00e9\\/" }\n'
    expect(rewrite(json, text)).toBe(text)
  })

  it('is the same for every cut, and comes at the end', () => {
    const text = JSON.stringify({ choices: [{ message: { content: 'an «A» é «B»' } }] })
    expect(everyCut(json, text).size).toBe(1)
    const pieces = rewritePieces(json, [Buffer.from(text)])
    expect(pieces[0]).toBe('')
    expect(pieces[1]).toContain('bé')
  })

  it('has its keys restored where they are not the protocol\u2019s', () => {
    const text = JSON.stringify({ content: [{ type: 'tool_use', name: 'f', input: { '«B»': 1 } }] })
    const restored = rewrite({ ...json, format: anthropicMessages }, text)
    expect(JSON.parse(restored).content[0].input).toEqual({ bé: 1 })
  })

  it('is restored when it is an error that quotes the prompt', () => {
    const text = JSON.stringify({ error: { message: 'cannot parse «A»', type: 'invalid_request_error', param: null } })
    for (const format of [openaiChat, anthropicMessages, generic]) {
      expect(JSON.parse(rewrite({ ...json, format }, text)).error.message).toBe(`cannot parse ${nasty}`)
    }
  })

  it('is restored as well as can be when it is no JSON', () => {
    expect(rewrite(json, '{"a": "«A»", "b": "cut')).toBe(`{"a": ${JSON.stringify(nasty)}, "b": "cut`)
    expect(rewrite(json, '<html>«B»</html>')).toBe('<html>bé</html>')
    expect(rewrite(json, '')).toBe('')
    expect(rewrite(json, ' \n')).toBe(' \n')
  })

  it('is read line by line when it is several values', () => {
    const text = '{"text":"«A"}\n{"text":"»."}\n'
    expect(rewrite({ ...json, format: generic }, text)).toBe(`{"text":""}\n${JSON.stringify({ text: `${nasty}.` })}\n`)
  })

  it('is refused when it is larger than the limit', () => {
    const rewriter = createAnswerRewriter(openaiChat, 'application/json', restorer, { ...limits, bodyBytes: 10 })
    expect(() => rewriter.write(Buffer.from(`{"a":"${'x'.repeat(20)}"}`))).toThrowError(
      expect.objectContaining({ code: 'ERR_GDPR_BODY_TOO_LARGE' }),
    )
  })
})

describe('the kind of an answer', () => {
  it.each([
    ['', '{"a":"«A»"}', JSON.stringify({ a: nasty })],
    ['application/problem+json', '{"a":"«A»"}', JSON.stringify({ a: nasty })],
    ['text/plain', '{"a":"«A»"}', JSON.stringify({ a: nasty })],
    ['text/event-stream', '{"error":"«A»"}', JSON.stringify({ error: nasty })],
    ['text/plain', '[«B»] says', '[bé] says'],
    ['text/html', '<p>«B»', '<p>bé'],
    ['', 'hello «B»', 'hello bé'],
    ['', 'data: {"a":"«B»"}\n\n', 'data: {"a":"bé"}\n\n'],
    ['application/json', ': ping\n\ndata: {"a":"«B»"}\n\n', ': ping\n\ndata: {"a":"bé"}\n\n'],
    ['application/x-ndjson', '{"a":"«B»"}\n\n{"a":1}', '{"a":"bé"}\n\n{"a":1}'],
    ['application/jsonl', '{"a":"«B»"}\r\n', '{"a":"bé"}\r\n'],
  ])('%s beginning %j is told', (contentType, text, expected) => {
    expect(rewrite({ format: generic, contentType, restorer }, text)).toBe(expected)
  })
})

describe('plain text', () => {
  const plain = { format: generic, contentType: 'text/plain', restorer }

  it('flows, and holds back only what may become a placeholder', () => {
    const pieces = rewritePieces(plain, [Buffer.from('Hello «'), Buffer.from('B»!'), Buffer.from(' «')])
    expect(pieces).toEqual(['Hello ', 'bé!', ' ', '«'])
  })

  it('is the same for every cut, inside characters too', () => {
    expect(everyCut(plain, 'é «A» \u{1F600} «B» «X» «')).toEqual(new Set([`é ${nasty} \u{1F600} bé «X» «`]))
  })
})

describe('an answer in which nothing changes', () => {
  const write = (...chunks: Uint8Array[]) => {
    const rewriter = createAnswerRewriter(openaiChat, 'application/json', restorer, limits)
    const pieces = chunks.map(chunk => Buffer.from(rewriter.write(chunk)))
    return Buffer.concat([...pieces, rewriter.end()]).toString('latin1')
  }

  it('comes byte for byte, in one piece or in several', () => {
    const bytes = Buffer.from('  {"choices": [{"message": {"content": "plain words", "n": 1.0}}]}\n')
    expect(write(bytes)).toBe(bytes.toString('latin1'))
    for (let cut = 0; cut <= bytes.length; cut++)
      expect(write(bytes.subarray(0, cut), bytes.subarray(cut))).toBe(bytes.toString('latin1'))
    expect(write()).toBe('')
  })

  it('still has no bytes that are no UTF-8', () => {
    const bytes = Buffer.from('{"choices":[{"message":{"content":"a\xff"}}]}', 'latin1')
    expect(write(bytes)).toBe(Buffer.from('{"choices":[{"message":{"content":"a\ufffd"}}]}').toString('latin1'))
  })
})
