import { describe, expect, it } from 'vitest'
import { GuardError } from '../../src/errors.ts'
import { createAnswerRewriter } from '../../src/wire/answer.ts'
import { awsEventStream } from '../../src/wire/aws-event-stream.ts'
import type { WireFormat } from '../../src/wire/format.ts'
import { anthropicMessages } from '../../src/wire/providers/anthropic-messages.ts'
import { bedrockConverse } from '../../src/wire/providers/bedrock-converse.ts'
import { generic } from '../../src/wire/providers/generic.ts'
import { awsChunk, awsEvent, awsException, awsFrame, awsValues, readAwsFrames } from '../kit/aws-event-stream.ts'
import { fakeRestorer } from './fake-restorer.ts'
import { limits } from './sse-kit.ts'

const restorer = fakeRestorer({ NAME: 'Zo\u00eb "Q" O\u2019Hara', MAIL: 'zoe@shop.example' })

function rewrite(chunks: readonly Uint8Array[], format: WireFormat = bedrockConverse): Buffer {
  const rewriter = createAnswerRewriter(format, awsEventStream, restorer, limits)
  const shown = chunks.map(chunk => Buffer.from(rewriter.write(chunk)))
  return Buffer.concat([...shown, Buffer.from(rewriter.end())])
}

function bytewise(stream: Uint8Array): Uint8Array[] {
  return [...stream].map(byte => Uint8Array.of(byte))
}

const texts = (...pieces: string[]) =>
  pieces.map(text => awsEvent('contentBlockDelta', { contentBlockIndex: 0, delta: { text }, p: 'abc' }))

const stop = awsEvent('contentBlockStop', { contentBlockIndex: 0, p: 'ab' })

describe('an Amazon event stream', () => {
  it('keeps the bytes of frames that hold nothing to restore', () => {
    const stream = Buffer.concat([awsEvent('messageStart', { role: 'assistant', p: 'abcd' }), ...texts('Hello'), stop])
    expect(rewrite([stream]).equals(stream)).toBe(true)
  })

  it('gives frames that the AWS SDK reads, with the values back, for every cut', () => {
    const stream = Buffer.concat([...texts('Dear \u00abNA', 'ME\u00bb, write to \u00abMAIL', '\u00bb.'), stop])
    const whole = rewrite([stream])
    const shown = awsValues(whole) as { delta?: { text: string } }[]
    expect(shown.map(({ delta }) => delta?.text ?? '').join('')).toBe(
      'Dear Zo\u00eb "Q" O\u2019Hara, write to zoe@shop.example.',
    )
    expect(readAwsFrames(whole).map(({ headers }) => headers)).toEqual(
      readAwsFrames(stream).map(frame => frame.headers),
    )
    expect(rewrite(bytewise(stream)).equals(whole)).toBe(true)
    for (let at = 1; at < stream.length; at++) {
      expect(rewrite([stream.subarray(0, at), stream.subarray(at)]).equals(whole)).toBe(true)
    }
  })

  it('lets an event go as soon as its frame is complete and no placeholder is cut', () => {
    const rewriter = createAnswerRewriter(bedrockConverse, awsEventStream, restorer, limits)
    const [first, second] = texts('Hello ', 'there')
    expect(Buffer.from(rewriter.write(first!)).equals(first!)).toBe(true)
    expect(rewriter.write(second!.subarray(0, -1)).length).toBe(0)
    expect(Buffer.from(rewriter.write(second!.subarray(-1))).equals(second!)).toBe(true)
  })

  it('opens the bytes of wrapped model events and wraps them again', () => {
    const delta = (text: string) => ({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } })
    const stream = Buffer.concat([
      awsChunk(delta('I am \u00abNA')),
      awsChunk(delta('ME\u00bb')),
      awsChunk({ type: 'content_block_stop', index: 0 }),
    ])
    const shown = awsValues(rewrite(bytewise(stream), anthropicMessages)) as { delta?: { text: string } }[]
    expect(shown.map(value => value.delta?.text ?? '').join('')).toBe('I am Zo\u00eb "Q" O\u2019Hara')
    const padding = readAwsFrames(rewrite([stream], anthropicMessages)).map(({ payload }) => JSON.parse(payload).p)
    expect(padding).toEqual(['abcdef', 'abcdef', 'abcdef'])
  })

  it('restores what stands beside wrapped bytes, and passes bytes that are no text', () => {
    const citations = [{ part: { text: 'see \u00abMAIL\u00bb' } }]
    const text = awsEvent('chunk', { bytes: Buffer.from('Hi \u00abNAME\u00bb').toString('base64'), citations })
    const image = awsEvent('chunk', { bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0]).toString('base64') })
    const [first, second] = readAwsFrames(rewrite([Buffer.concat([text, image])], generic))
    const shown = JSON.parse(first!.payload)
    expect(Buffer.from(shown.bytes, 'base64').toString()).toBe('Hi Zo\u00eb "Q" O\u2019Hara')
    expect(shown.citations).toEqual([{ part: { text: 'see zoe@shop.example' } }])
    expect(second).toEqual(readAwsFrames(image)[0])
  })

  it('restores exceptions, and what was held back before them', () => {
    const exception = awsException('modelStreamErrorException', { message: 'cannot answer \u00abNAME\u00bb' })
    const shown = awsValues(rewrite([Buffer.concat([...texts('Dear \u00abNA'), exception])]))
    expect(shown).toEqual([
      { contentBlockIndex: 0, delta: { text: 'Dear \u00abNA' }, p: 'abc' },
      { message: 'cannot answer Zo\u00eb "Q" O\u2019Hara' },
    ])
  })

  it('restores the message of an error that stands in a header', () => {
    const headers = { ':message-type': 'error', ':error-code': '500', ':error-message': 'failed for \u00abMAIL\u00bb' }
    const [shown] = readAwsFrames(rewrite([awsFrame(headers, '')]))
    expect(shown).toEqual({ headers: { ...headers, ':error-message': 'failed for zoe@shop.example' }, payload: '' })
  })
})

describe('a broken Amazon event stream', () => {
  const stream = Buffer.concat([...texts('Hello'), stop])

  it('fails for any single changed byte', () => {
    for (let at = 0; at < stream.length; at++) {
      const broken = Buffer.from(stream)
      broken[at] = broken[at]! ^ 0x01
      expect(() => rewrite([broken])).toThrow(GuardError)
    }
  })

  it('fails when it ends inside a frame, never cleanly', () => {
    const lengths = new Set([0, texts('Hello')[0]!.length, stream.length])
    for (let length = 0; length <= stream.length; length++) {
      const cut = () => rewrite([stream.subarray(0, length)])
      if (lengths.has(length)) expect(cut).not.toThrow()
      else expect(cut).toThrow(/ends inside a frame/)
    }
  })

  it('fails for a frame that claims more than the limit', () => {
    const rewriter = createAnswerRewriter(bedrockConverse, awsEventStream, restorer, { ...limits, bodyBytes: 64 })
    expect(() => rewriter.write(texts('x'.repeat(100))[0]!)).toThrow(/larger than the limit/)
  })
})
