import { expect, it } from 'vitest'
import { ByteLines } from '../../src/pipeline/byte-lines.ts'
import fc from '../kit/fast-check.ts'

it('gives the bytes of the lines with line feeds between them', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), fc.boolean(), (lines, long) => {
      const given = long ? lines.map(line => line.repeat(9_000)) : lines
      const bytes = new ByteLines()
      for (const line of given) bytes.add(line)
      expect(Buffer.from(bytes.join()).equals(Buffer.from(given.join('\n'), 'utf8'))).toBe(true)
    }),
    { numRuns: 50 },
  )
})
