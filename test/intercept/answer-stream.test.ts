import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type AnswerSink, AnswerStream, withoutStaleLength } from '../../src/intercept/answer-stream.ts'
import type { AnswerPlan, ContentCoding } from '../../src/types.ts'

const planOf = (decode: ContentCoding[]): AnswerPlan => ({
  status: 200,
  headers: [
    ['Content-Length', '0'],
    ['x-kept', 'yes'],
  ],
  decode,
  body: { write: chunk => chunk, end: () => Buffer.from('.') },
})

class Sink implements AnswerSink {
  text = ''
  calls = 0
  takes = true
  events: unknown[] = []
  onEvent: () => void = () => undefined

  data(bytes: Uint8Array): boolean {
    this.calls++
    this.text += Buffer.from(bytes).toString('latin1')
    this.onEvent()
    return this.takes
  }

  end(): void {
    this.#note('end')
  }

  fail(error: unknown): void {
    this.#note(error)
  }

  ready(): void {
    this.#note('ready')
  }

  /** Settles when something happens. */
  next(): Promise<void> {
    return new Promise(resolve => {
      this.onEvent = resolve
    })
  }

  #note(event: unknown): void {
    this.events.push(event)
    this.onEvent()
  }
}

describe('AnswerStream', () => {
  it('hands bytes on at once when nothing is coded, with what the sink says', () => {
    const sink = new Sink()
    const stream = new AnswerStream(planOf([]), sink)
    expect(stream.write(Buffer.from('a'))).toBe(true)
    sink.takes = false
    expect(stream.write(Buffer.from('b'))).toBe(false)
    stream.end()
    stream.end()
    expect([sink.text, sink.events]).toEqual(['ab.', ['end']])
  })

  it('stops decoding while the sink takes nothing, and goes on after resume', async () => {
    const sink = new Sink()
    sink.takes = false
    const stream = new AnswerStream(planOf(['gzip']), sink)
    const first = sink.next()
    // One small block becomes many chunks of zeros: decoding alone could fill the memory.
    stream.write(gzipSync(Buffer.alloc(2_000_000)))
    await first
    for (let turn = 0; turn < 20; turn++) await new Promise(resolve => setImmediate(resolve))
    expect(sink.calls).toBe(1)
    sink.takes = true
    stream.resume()
    stream.end()
    while (sink.events.length === 0) await sink.next()
    expect([sink.text.length, sink.events]).toEqual([2_000_001, ['end']])
  })

  it('asks to hold back when its decoder is full, and says when it is ready again', async () => {
    const sink = new Sink()
    const stream = new AnswerStream(planOf(['gzip']), sink)
    const noise = Buffer.from(Array.from({ length: 200_000 }, (_, index) => ((index * 2_654_435_761) >>> 13) & 255))
    expect(stream.write(gzipSync(noise, { level: 0 }))).toBe(false)
    while (!sink.events.includes('ready')) await sink.next()
    stream.end()
    while (!sink.events.includes('end')) await sink.next()
    expect(sink.text.length).toBe(noise.length + 1)
  })

  it('fails on data that is not what its coding says, and says nothing after that', async () => {
    const sink = new Sink()
    const stream = new AnswerStream(planOf(['gzip']), sink)
    stream.write(Buffer.from('no gzip at all'))
    stream.end()
    while (sink.events.length === 0) await sink.next()
    stream.write(Buffer.from('more'))
    expect(sink.events).toMatchObject([{ code: 'ERR_GDPR_ANSWER_UNREADABLE' }])
  })

  it('does not judge an answer that has no bytes', () => {
    const sink = new Sink()
    new AnswerStream(planOf(['gzip']), sink).end()
    expect([sink.text, sink.events]).toEqual(['', ['end']])
  })

  it('is silent once it is destroyed', () => {
    const sink = new Sink()
    const stream = new AnswerStream(planOf([]), sink)
    stream.destroy()
    stream.write(Buffer.from('a'))
    stream.end()
    expect([sink.text, sink.events]).toEqual(['', []])
  })
})

it('takes the length off an answer whose body is restored, and off no other', () => {
  expect(withoutStaleLength(planOf([])).headers).toEqual([['x-kept', 'yes']])
  expect(withoutStaleLength({ ...planOf([]), body: null }).headers).toHaveLength(2)
})
