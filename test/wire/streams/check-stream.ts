/** What every stream has to show, whatever its format. */
import { describe, expect, it } from 'vitest'
import { rewrite, rewriteBytes } from '../sse-kit.ts'
import {
  type Cut,
  jsonArray,
  plainTexts,
  realRestorer,
  type Shown,
  type StreamCase,
  serverSentEvents,
  shownTexts,
  type Texts,
  texts,
} from './stream-case.ts'

/** Lengths of pieces: single characters, odd lengths, everything at once. */
const lengths = [1, 2, 3, 5, 8, 13, 1_000]
/** Beyond this many bytes, cuts are sampled: each test stays a matter of milliseconds. */
const mostCuts = 48

export function checkStream(streamCase: StreamCase): void {
  const { name, format, framing = serverSentEvents, stream, read, whole } = streamCase
  const { contentType, encode, decode, split } = framing
  const restoreBytes = (...chunks: readonly Uint8Array[]) =>
    rewriteBytes({ format, contentType, restorer: realRestorer() }, chunks)
  const restored = (source: string) => decode(Buffer.concat(restoreBytes(encode(source))))

  describe(`a stream of ${name}`, () => {
    it('gives the client every copy of every text with its values, whatever the pieces', () => {
      for (const length of lengths) expectTexts(read(restored(stream(texts, pieces(length)))))
    })

    it('is the same for every cut of its bytes', () => {
      const bytes = encode(stream(texts, pieces(5)))
      const uncut = Buffer.concat(restoreBytes(bytes))
      const same = (...chunks: readonly Uint8Array[]) => Buffer.concat(restoreBytes(...chunks)).equals(uncut)
      if (!same(...[...bytes].map(byte => Uint8Array.of(byte)))) expect.unreachable('byte by byte')
      const step = Math.max(1, Math.floor(bytes.length / mostCuts))
      for (let at = 1; at < bytes.length; at += step) {
        if (!same(bytes.subarray(0, at), bytes.subarray(at))) expect.unreachable(`cut at byte ${at}`)
      }
      expect(uncut.length).toBeGreaterThan(bytes.length)
    })

    it('keeps its events: none added, none removed, none in another place', () => {
      for (const length of [1, 5, 1_000]) {
        const source = stream(texts, pieces(length))
        expect(outline(restored(source))).toEqual(outline(source))
      }
    })

    it('ends as it did where the last event is missing, with nothing held back', () => {
      const source = split(stream(texts, pieces(3)))
        .slice(0, -1)
        .join('')
      const shown = restored(source)
      expect(outline(shown)).toEqual(outline(source))
      const values = Object.values(read(framing === jsonArray ? `${shown}\n]` : shown))
      expect(values.length).toBeGreaterThan(0)
      expect(values.join()).not.toMatch(/\[(?:EMAIL|PERSON|ADDRESS)_1\]/)
    })

    it('passes event by event where nothing can become a placeholder', () => {
      const frames = split(stream(plainTexts, pieces(4)))
      const shown = restoreBytes(...frames.map(encode)).map(decode)
      // The end of a JSON array goes with the end of the answer.
      const last = framing === jsonArray ? ['', frames.at(-1)] : [frames.at(-1), '']
      expect(shown).toEqual([...frames.slice(0, -1), ...last])
    })

    if (whole === undefined) return

    it('says what the answer in one piece says', () => {
      const answer = JSON.stringify(whole.answer(texts))
      const shown = rewrite({ format, contentType: 'application/json', restorer: realRestorer() }, answer)
      expectTexts(whole.read(JSON.parse(shown) as never))
    })
  })
}

function pieces(length: number): Cut {
  return text => {
    const parts: string[] = []
    for (let at = 0; at < text.length; at += length) parts.push(text.slice(at, at + length))
    return parts
  }
}

function expectTexts(shown: Shown): void {
  const names = Object.keys(shown)
  const wanted = Object.fromEntries(names.map(name => [name, shownTexts[name.split(' ')[0] as keyof Texts]]))
  expect(names.length).toBeGreaterThan(0)
  expect(shown).toEqual(wanted)
}

/** The lines of a stream; of their data only what the protocol matches on, and which fields there are. */
function outline(stream: string): string[] {
  return stream.split('\n').map(line => {
    const json = /^(?:data: |\[(?=\{))?(\{.*)$/s.exec(line)?.[1]
    return json === undefined ? line : JSON.stringify(JSON.parse(json), withoutTexts)
  })
}

function withoutTexts(key: string, value: unknown): unknown {
  return typeof value !== 'string' || /^(?:type|object|event_type|role|id|\w+_id|event)$/.test(key) ? value : '\u2026'
}
