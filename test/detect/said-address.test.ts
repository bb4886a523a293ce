import { describe, expect, it } from 'vitest'
import { NONE, nameStart, saidAt, saidDot, saidSign, saidStart, UNREADABLE } from '../../src/detect/said-address.ts'
import fc from '../kit/fast-check.ts'
import { viewOf } from './views.ts'

/** The same as expressions: what the walk has to agree with. */
const part = '[\\p{L}\\d][\\p{L}\\d_+-]{0,40}'
const dot = `(?:${saidDot}|\\.)`
const name = `(?:${part}(?: ${dot} | (?:${saidSign}) |\\.)){0,4}${part} `
const said = new RegExp(`${name}(?:${saidAt}) (?:${part} ${dot} ){0,3}${part} $`, 'iu')
const chain = new RegExp(`${name}$`, 'iu')

const words =
  'nora dot finch at Jo.Doe a_b -x _ x- . underscore Punkt et ÄT Ät arroba @ mail 12 x.y.z .. a. .a , é_1 d.o.t (at) точка snabel-a alfakrøll dash'
const token = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...words.split(' ')) },
  { weight: 1, arbitrary: fc.constantFrom('', 'w'.repeat(40), 'w'.repeat(41), 'w'.repeat(42), `_${'w'.repeat(45)}`) },
)
const sentence = fc.array(token, { minLength: 1, maxLength: 24 }).map(tokens => `${tokens.join(' ')} `)

describe('an address that is said', () => {
  it('begins where an expression finds it', () => {
    const check = (text: string) => {
      expect(saidStart(viewOf(text), text.length - 1, 0)).toBe(said.exec(text)?.index ?? NONE)
    }
    fc.assert(fc.property(sentence, check), { numRuns: 2_000 })
    check('write to nora dot finch at cloud dot post ')
    check('nora at at dot at at dot at ')
  })

  it('is not read beyond what may be looked at', () => {
    fc.assert(
      fc.property(sentence, fc.nat(60), (text, least) => {
        const found = said.exec(text.slice(least))
        const expected = found === null || least >= text.length ? NONE : least + found.index
        expect(saidStart(viewOf(text), text.length - 1, Math.min(least, text.length - 1))).toBe(expected)
      }),
      { numRuns: 1_000 },
    )
  })

  it('has a name that begins where an expression finds it', () => {
    const check = (text: string) => {
      expect(nameStart(viewOf(text), text.length - 1, 0)).toBe(chain.exec(text)?.index ?? NONE)
    }
    fc.assert(fc.property(sentence, check), { numRuns: 1_000 })
  })

  it.each([
    'nora a rond mail ',
    'нора маймунско а mail ',
    'nora, all one word, at mail ',
    'ﬁnn at mail ',
    '李 at mail ',
  ])('is left to the expression in %j', text => {
    expect(saidStart(viewOf(text), text.length - 1, 0)).toBe(UNREADABLE)
  })
})
