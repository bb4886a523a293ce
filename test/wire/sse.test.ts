import { describe, expect, it } from 'vitest'
import { createAnswerRewriter } from '../../src/wire/answer.ts'
import { generic } from '../../src/wire/providers/generic.ts'
import { openaiChat } from '../../src/wire/providers/openai-chat.ts'
import { fakeRestorer } from './fake-restorer.ts'
import { dataEvents, dataOf, everyCut, limits, rewrite, rewritePieces } from './sse-kit.ts'

const restorer = fakeRestorer({ A: 'Jörg "Jo" \\ x\ny', B: 'bé' })
const chat = { format: openaiChat, contentType: 'text/event-stream', restorer }
const other = { ...chat, format: generic }

function delta(content: string, extra: object = {}): object {
  return { object: 'chat.completion.chunk', choices: [{ index: 0, delta: { content }, finish_reason: null, ...extra }] }
}

describe('framing', () => {
  it('keeps every byte of a stream in which nothing changes', () => {
    const stream = [
      '\uFEFF: OPENROUTER PROCESSING\n\n',
      'retry: 300\r\nid: 7\r\n\r\n',
      'event:message\ndata:{"choices":[ {"index":0, "delta":{"content":"a\u2028b\u0085"}} ],"n":1.0}\n\n',
      'data: {"choices":[],\ndata: "usage":{"total":1}}\n\n',
      'data\n\n',
      'nonsense\n\n\n\n',
      'data: [DONE]\r\r',
      ': bye',
    ].join('')
    expect(everyCut(chat, stream)).toEqual(new Set([stream]))
  })

  it.each(['\n', '\r\n', '\r'])('reads events whose lines end in %j, whatever the cuts', end => {
    const stream = dataEvents(delta('Dear «'), delta('B'), delta('», «A»'), '[DONE]').replaceAll('\n', end)
    const results = everyCut(chat, stream)
    expect(results.size).toBe(1)
    const [result = ''] = results
    const texts = dataOf(result).map(
      event => (event as { choices: [{ delta: { content: string } }] }).choices[0].delta.content,
    )
    expect(texts.join('')).toBe('Dear bé, Jörg "Jo" \\ x\ny')
    expect(result.split(end + end)).toHaveLength(stream.split(end + end).length)
  })

  it('reads data without a blank behind the colon, and writes it back so', () => {
    expect(rewrite(chat, `data:${JSON.stringify(delta('«B»'))}\n\n`)).toBe(`data:${JSON.stringify(delta('bé'))}\n\n`)
  })

  it('reads data on several lines as one value', () => {
    const stream = 'data: {"choices":[{"index":0,"delta":\ndata: {"content":"«B»"}}]}\n\n'
    expect(rewrite(chat, stream)).toBe('data: {"choices":[{"index":0,"delta":\ndata: {"content":"bé"}}]}\n\n')
  })

  it('reads a last event that lacks its blank line', () => {
    expect(rewrite(chat, `data: ${JSON.stringify(delta('«B»'))}`)).toBe(`data: ${JSON.stringify(delta('bé'))}`)
    expect(rewrite(chat, `data: ${JSON.stringify(delta('«B»'))}\n`)).toBe(`data: ${JSON.stringify(delta('bé'))}\n`)
  })

  it('keeps other lines of an event that changes in their places', () => {
    const stream = `event: x\n: note\nid: 1\ndata: ${JSON.stringify(delta('«B»'))}\nretry: 5\n\n`
    expect(rewrite(chat, stream)).toBe(stream.replace('«B»', 'bé'))
  })

  it('restores data that is no JSON, and gives line breaks in it lines of their own', () => {
    const stream =
      'event: output\ndata: Hi «\n\nevent: output\ndata: A\n\nevent: output\ndata: »!\n\nevent: done\ndata: {}\n\n'
    const results = everyCut(other, stream)
    expect(results).toEqual(
      new Set([
        'event: output\ndata: Hi \n\nevent: output\ndata: \n\nevent: output\ndata: Jörg "Jo" \\ x\ndata: y!\n\nevent: done\ndata: {}\n\n',
      ]),
    )
  })

  it('restores JSON that comes as raw text, piece by piece', () => {
    const pieces = ['{', '"a": "«', 'A»", ', '"b"', ': ["«B»"]}']
    const stream = pieces.map(piece => `event: output\ndata: ${piece}\n\n`).join('')
    const lines = rewrite(other, `${stream}event: done\ndata: {}\n\n`)
      .split('\n')
      .filter(line => line.startsWith('data: '))
    const text = lines
      .slice(0, -1)
      .map(line => line.slice('data: '.length))
      .join('')
    expect(JSON.parse(text)).toEqual({ a: 'Jörg "Jo" \\ x\ny', b: ['bé'] })
  })

  it('restores JSON that broke off', () => {
    expect(rewrite(chat, 'data: {"choices":[{"delta":{"content":"«B»\n\n')).toBe(
      'data: {"choices":[{"delta":{"content":"bé\n\n',
    )
  })

  it('refuses an event larger than the limit, in one line or in many', () => {
    const small = { ...limits, bodyBytes: 100 }
    const tooLarge = expect.objectContaining({ code: 'ERR_GDPR_BODY_TOO_LARGE' })
    const line = createAnswerRewriter(openaiChat, 'text/event-stream', restorer, small)
    expect(() => line.write(Buffer.from(`data: ${'x'.repeat(200)}`))).toThrowError(tooLarge)
    const lines = createAnswerRewriter(openaiChat, 'text/event-stream', restorer, small)
    expect(() => lines.write(Buffer.from('data: xxxxxx\n'.repeat(50)))).toThrowError(tooLarge)
    const events = createAnswerRewriter(openaiChat, 'text/event-stream', restorer, small)
    expect(() => events.write(Buffer.from('data: xxxxxx\n\n'.repeat(50)))).not.toThrow()
  })
})

describe('an event', () => {
  it('leaves at once when nothing of it can be part of a placeholder', () => {
    const chunks = ['Hello ', 'World'].map(text => Buffer.from(dataEvents(delta(text))))
    expect(rewritePieces(chat, chunks)).toEqual([dataEvents(delta('Hello ')), dataEvents(delta('World')), ''])
  })

  it('waits for the next piece of its text while it ends in the beginning of a placeholder', () => {
    const chunks = [delta('Dear «'), delta('B» and'), delta(' all')].map(event => Buffer.from(dataEvents(event)))
    expect(rewritePieces(chat, chunks)).toEqual([
      '',
      dataEvents(delta('Dear '), delta('bé and')),
      dataEvents(delta(' all')),
      '',
    ])
  })

  it('waits no longer when the text has ended, and shows what was held', () => {
    const last = { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }
    const chunks = [delta('x «'), last].map(event => Buffer.from(dataEvents(event)))
    expect(rewritePieces(chat, chunks)).toEqual(['', dataEvents(delta('x «'), last), ''])
  })

  it('shows what was held when its own event says that the text ends', () => {
    const stream = dataEvents(delta('x «', { finish_reason: 'length' }))
    expect(rewritePieces(chat, [Buffer.from(stream)])[0]).toBe(stream)
  })

  it.each(['data: [DONE]\n\n', 'data: {"error":{"message":"over"}}\n\n', 'event: error\ndata: {"message":"over"}\n\n'])(
    'waits no longer when the stream ends with %j',
    end => {
      const stream = dataEvents(delta('x «'))
      expect(rewritePieces(chat, [Buffer.from(stream), Buffer.from(end)])).toEqual(['', stream + end, ''])
    },
  )

  it('shows what was held when the body just ends', () => {
    const stream = dataEvents(delta('x «'))
    expect(rewritePieces(chat, [Buffer.from(stream)])).toEqual(['', stream])
  })

  it('keeps its place while an earlier one waits', () => {
    const second = { choices: [{ index: 1, delta: { content: 'other' } }] }
    const chunks = [delta('«'), second, delta('B»')].map(event => Buffer.from(dataEvents(event)))
    expect(rewritePieces(chat, chunks)).toEqual(['', '', dataEvents(delta(''), second, delta('bé')), ''])
  })

  it('waits behind a bounded number of others', () => {
    const second = Buffer.from(dataEvents({ choices: [{ index: 1, delta: { content: 'other' } }] }))
    const rewriter = createAnswerRewriter(openaiChat, 'text/event-stream', restorer, limits)
    rewriter.write(Buffer.from(dataEvents(delta('«'))))
    let waiting = 0
    while (rewriter.write(second).length === 0 && waiting < 1000) waiting++
    expect(waiting).toBeLessThan(100)
  })

  it('behind which too many wait is shown as it is, and the JSON of other texts goes on as JSON', () => {
    const tool = (piece: string) => ({
      choices: [{ index: 0, delta: { tool_calls: [{ index: 0, function: { arguments: piece } }] } }],
    })
    const pieces = [...JSON.stringify({ nested: JSON.stringify({ filler: 'x'.repeat(200), to: '«Q»' }) })]
    const stream = dataEvents(delta('«'), ...pieces.map(tool))
    const quoting = fakeRestorer({ Q: 'the "old" mill' })
    const shown = rewrite({ format: openaiChat, contentType: 'text/event-stream', restorer: quoting }, stream)
    const texts = shown
      .split('\n')
      .filter(line => line.startsWith('data: '))
      .map(line => JSON.parse(line.slice(6)).choices[0].delta)
    const args = JSON.parse(texts.map(({ tool_calls }) => tool_calls?.[0].function.arguments ?? '').join(''))
    expect(JSON.parse(args.nested).to).toBe('the "old" mill')
    expect(texts[0]).toEqual({ content: '«' })
  })

  it('that is large and waits lets the stream go on', () => {
    const rewriter = createAnswerRewriter(openaiChat, 'text/event-stream', restorer, {
      ...limits,
      bodyBytes: 10_000_000,
    })
    const shown = rewriter.write(Buffer.from(dataEvents(delta(`${'x'.repeat(1_100_000)}«`))))
    expect(shown.length).toBeGreaterThan(1_100_000)
  })
})
