import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Inventory } from '../../src/pipeline/inventory.ts'
import { LastLook } from '../../src/pipeline/last-look.ts'

const written: readonly ((value: string) => string)[] = [
  value => value,
  value => JSON.stringify(value).slice(1, -1),
  value => encodeURIComponent(value),
  value => encodeURIComponent(value).replaceAll('%20', '+'),
  value => value.normalize('NFD'),
  value => Buffer.from(value).toString('base64'),
  value => Buffer.from(`a${value}`).toString('base64url'),
  value => Buffer.from(`ab${value}c`).toString('base64'),
]

describe('the inventory of bytes', () => {
  it('never rules a value out that the last look would find', () => {
    const character = fc.constantFrom(...'abZ059 @.+-_/?~"\\\u00f6\u017c')
    const value = fc.string({ unit: character, minLength: 4, maxLength: 24 }).map(text => text.toWellFormed())
    fc.assert(
      fc.property(value, fc.constantFrom(...written), fc.string({ maxLength: 4 }), (own, write, around) => {
        const bytes = Buffer.from(`${around} ${write(own)} ${around}`)
        if (new LastLook([own]).finds(bytes)) expect(new Inventory([bytes]).mayHold(own)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it('rules out what holds a byte that stands nowhere', () => {
    const inventory = new Inventory([Buffer.from('{"content":"Write to [EMAIL_1]"}'), Buffer.from('/v1/chat')])
    expect(inventory.mayHold('jo.doe@mailbox.example')).toBe(false)
    expect(inventory.mayHold('0171 2345678')).toBe(false)
    expect(inventory.mayHold('Write')).toBe(true)
    expect(inventory.mayHold('Zo\u00eb')).toBe(true)
  })

  it('reads all places together', () => {
    const places = [Buffer.from('"ab"'), Buffer.from('cd')]
    expect(new Inventory(places).mayHold('abcd')).toBe(true)
    expect(new Inventory(places.slice(1)).mayHold('abcd')).toBe(false)
  })
})
