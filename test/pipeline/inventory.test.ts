import { describe, expect, it } from 'vitest'
import { Inventory } from '../../src/pipeline/inventory.ts'
import { LastLook } from '../../src/pipeline/last-look.ts'
import fc from '../kit/fast-check.ts'

/** Asks one inventory for one value after the other. */
function holdsOf(places: readonly Uint8Array[], texts: readonly string[] = []): (value: string) => boolean {
  return value => {
    const inventory = new Inventory()
    for (const bytes of places) inventory.read(bytes)
    for (const text of texts) inventory.readText(text)
    const holds = inventory.mayHold(value)
    inventory.wipe()
    return holds
  }
}

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
        if (new LastLook([own]).finds(bytes)) expect(holdsOf([bytes])(own)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it('reads text as it reads bytes', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab 1%+\u00f6'), maxLength: 30 })
    fc.assert(
      fc.property(text, text, (place, own) => {
        if (holdsOf([Buffer.from(place)])(own)) expect(holdsOf([], [place])(own)).toBe(true)
      }),
    )
  })

  it('rules out what has three bytes side by side that stand nowhere so', () => {
    const mayHold = holdsOf([Buffer.from('{"content":"Write to [EMAIL_1] or Ms M\u00fcller 99"}')], ['/v1/chat'])
    expect(mayHold('jo.doe@mailbox.example')).toBe(false)
    expect(mayHold('0171 2345678')).toBe(false)
    expect(mayHold('01 23 45 67')).toBe(false)
    expect(mayHold('M\u00fcllner')).toBe(false)
    expect(mayHold('etirW')).toBe(false)
    expect(mayHold('Write')).toBe(true)
    expect(mayHold('M\u00fcller')).toBe(true)
    expect(mayHold('Zo\u00eb')).toBe(true)
  })

  it('looks for what is percent-encoded, where anything is', () => {
    const mayHold = holdsOf([Buffer.from('q=jo%40mail.example&n=Jo+Do'), Buffer.from('5 %')])
    expect(mayHold('jo@mail.example')).toBe(true)
    expect(mayHold('Jo Do')).toBe(true)
    expect(mayHold('jo#mail.example')).toBe(false)
  })

  it('reads all places together, but nothing across their borders', () => {
    const places = [Buffer.from('"abc"'), Buffer.from('bcd')]
    expect(holdsOf(places)('abcd')).toBe(true)
    expect(holdsOf(places.slice(1))('abcd')).toBe(false)
    expect(holdsOf(places)('cbc')).toBe(false)
  })
})

it('forgets each place with its inventory, however many there were', () => {
  const place = Buffer.from('{"content":"Write to jo.doe@mailbox.example"}')
  const holds = holdsOf([place])
  const holdsElsewhere = holdsOf([Buffer.from('{"content":"Nothing of the kind"}')])
  for (let turn = 0; turn < 600; turn++) {
    expect(holds('jo.doe@mailbox.example')).toBe(true)
    expect(holdsElsewhere('jo.doe@mailbox.example')).toBe(false)
  }
})
