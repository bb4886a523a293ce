import { expect, it } from 'vitest'
import { createAnswerRewriter } from '../../src/wire/answer.ts'
import { generic } from '../../src/wire/providers/generic.ts'
import fc from '../kit/fast-check.ts'
import { fakeRestorer } from './fake-restorer.ts'
import { limits } from './sse-kit.ts'

const restorer = fakeRestorer({ A: 'Zo\u00eb' })

function rewrite(pieces: readonly Uint8Array[]): Buffer {
  const rewriter = createAnswerRewriter(generic, 'application/octet-stream', restorer, limits)
  return Buffer.concat([...pieces.map(piece => rewriter.write(piece)), rewriter.end()])
}

function piecesOf(bytes: Uint8Array, size: number): Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size))
  return pieces
}

it('restores text that calls itself bytes, whatever its length and its cuts', () => {
  for (const filler of ['', 'd\u00e9j\u00e0 vu \u{1F600} '.repeat(100)]) {
    const lines = `{"text":"${filler}\u00abA\u00bb"}\n{"text":"\u00abA\u00bb"}\n`
    for (const size of [1, 7, 1_023, 1_024, 5_000]) {
      const restored = rewrite(piecesOf(Buffer.from(lines), size)).toString('utf8')
      expect(restored).toBe(lines.replaceAll('\u00abA\u00bb', 'Zo\u00eb'))
    }
  }
})

it('passes everything else on byte for byte', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3_000 }), fc.integer({ min: 1, max: 2_000 }), (rest, size) => {
      const bytes = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]), rest])
      expect(rewrite(piecesOf(bytes, size)).equals(bytes)).toBe(true)
    }),
  )
})
