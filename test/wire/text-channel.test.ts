import { describe, expect, it } from 'vitest'
import { JsonChannel } from '../../src/wire/json-channel.ts'
import { TextChannel } from '../../src/wire/text-channel.ts'
import { restoreJsonText, restoreText } from '../../src/wire/whole-text.ts'
import fc from '../kit/fast-check.ts'
import { fakeRestorer } from './fake-restorer.ts'

const nasty = 'a "quoted" \\ back\nslash\u2028'
const restorer = fakeRestorer({ A: nasty, B: 'plain' })

describe('JSON text', () => {
  it('gets values escaped once, and twice inside JSON in a string', () => {
    const deep = JSON.stringify({ x: '«A»', list: ['«A»'] })
    const text = JSON.stringify({ '«B»': '«A»', deep, spaced: `  ${deep}`, list: JSON.stringify(['«A»']), n: 1 })
    const parsed = JSON.parse(restoreJsonText(restorer, text))
    expect(parsed.plain).toBe(nasty)
    expect(JSON.parse(parsed.deep)).toEqual({ x: nasty, list: [nasty] })
    expect(JSON.parse(parsed.spaced)).toEqual({ x: nasty, list: [nasty] })
    expect(JSON.parse(parsed.list)).toEqual([nasty])
  })

  it('takes a string that begins like a placeholder for text, not for a list', () => {
    const text = JSON.stringify({ a: '[«A»] said "{"', b: '{«A»}', c: '"«A»"', d: '[1, «A»' })
    expect(JSON.parse(restoreJsonText(restorer, text))).toEqual({
      a: `[${nasty}] said "{"`,
      b: `{${nasty}}`,
      c: `"${nasty}"`,
      d: `[1, ${nasty}`,
    })
  })

  it('is restored although it is broken', () => {
    expect(restoreJsonText(restorer, '{"a": "«B»", "b": «B»')).toBe('{"a": "plain", "b": plain')
    expect(restoreJsonText(restorer, '')).toBe('')
  })

  it('comes out the same for every cut', () => {
    const deep = JSON.stringify({ x: ['«A»', '«B»'] })
    const text = JSON.stringify({ '«B»': '«A»', deep, list: '["«A»"]', 'plain "': '«A' })
    const whole = restoreJsonText(restorer, text)
    fc.assert(
      fc.property(fc.array(fc.nat(text.length)), cuts => {
        const channel = new JsonChannel(restorer)
        const borders = [0, ...cuts.sort((a, b) => a - b), text.length]
        const pieces = borders.slice(1).map((border, index) => channel.write(text.slice(borders[index], border)))
        expect(pieces.join('') + channel.end()).toBe(whole)
      }),
    )
  })
})

describe('a block of JSON in Markdown', () => {
  const write = (prose: string, json: string) => `Hi ${prose}:
\`\`\`json
{ "a": "${json}", "code": "\`\`\`" }
  \`\`\`
and ${prose}, \`x\`
\`\`\`text
${prose}
\`\`\`
\`\`\`\`JSON \r
["${json}"]`
  const text = write('«A»', '«A»')
  const expected = write(nasty, JSON.stringify(nasty).slice(1, -1))

  it('has its values escaped, unlike the prose and the other blocks around it', () => {
    expect(restoreText(restorer, text)).toBe(expected)
  })

  it('is found for any cut', () => {
    for (let at = 0; at <= text.length; at++) {
      const channel = new TextChannel(restorer)
      expect(channel.write(text.slice(0, at)) + channel.write(text.slice(at)) + channel.end()).toBe(expected)
    }
    const channel = new TextChannel(restorer)
    expect([...text].map(unit => channel.write(unit)).join('') + channel.end()).toBe(expected)
  })
})

describe('text of unknown nature', () => {
  it('is JSON when it begins like an object or a list of objects or strings', () => {
    expect(JSON.parse(restoreText(restorer, '\n{ "a": "«A»" }'))).toEqual({ a: nasty })
    expect(JSON.parse(restoreText(restorer, '[{"a":"«A»"}]'))).toEqual([{ a: nasty }])
  })

  it('is plain otherwise', () => {
    expect(restoreText(restorer, '[«A»] {"')).toBe(`[${nasty}] {"`)
    expect(restoreText(restorer, '{«A»}')).toBe(`{${nasty}}`)
  })

  it.each(['{ "a": "«A»" }', ' [ "«A»", "«B»"]', '[«A»] and {"x"}', '{«A»', 'so «A», «B'])(
    'comes out the same in pieces: %s',
    text => {
      const whole = restoreText(restorer, text)
      for (let at = 0; at <= text.length; at++) {
        const channel = new TextChannel(restorer)
        expect(channel.write(text.slice(0, at)) + channel.write(text.slice(at)) + channel.end()).toBe(whole)
      }
      const channel = new TextChannel(restorer)
      expect([...text].map(unit => channel.write(unit)).join('') + channel.end()).toBe(whole)
    },
  )

  it('begins anew after its end', () => {
    const channel = new TextChannel(restorer)
    expect(channel.write('{"a":"«A»"}') + channel.end()).toBe(JSON.stringify({ a: nasty }))
    expect(channel.write('«A»') + channel.end()).toBe(nasty)
    expect(channel.holding).toBe(false)
  })
})
