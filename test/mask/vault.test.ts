import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { createTextRestorer, RestoreTally, scrubText, Vault } from '../../src/mask/index.ts'
import { findingOf, replaceEverything, scrubValues, vaultWith } from './support.ts'

test('keeps the canonical value and the exact source text apart', () => {
  const vault = new Vault(10)
  const text = 'Send a refund to john.doe@example.com for order #12345'
  const findings = [
    findingOf(text, 'john.doe@example.com', 'EMAIL'),
    findingOf(text, '#12345', 'ORDER_NUMBER', '12345'),
  ]
  expect(scrubText(text, findings, vault, replaceEverything)).toBe(
    'Send a refund to [EMAIL_1] for order [ORDER_NUMBER_1]',
  )
  expect({ ...vault.entities() }).toEqual({ EMAIL_1: 'john.doe@example.com', ORDER_NUMBER_1: '12345' })
  expect({ ...vault.placeholders() }).toEqual({ '[EMAIL_1]': 'john.doe@example.com', '[ORDER_NUMBER_1]': '#12345' })
})

test('its records have no prototype, so that no name is inherited', () => {
  const vault = vaultWith(['jo', 'PERSON'])
  for (const record of [vault.entities(), vault.placeholders(), vault.counts()]) {
    expect(Object.getPrototypeOf(record)).toBeNull()
  }
})

test('sources names every detected value, with redacted ones, without literals', () => {
  const vault = new Vault(10)
  scrubValues(vault, 'jo@firm.example', ['jo@firm.example', 'EMAIL'])
  scrubText('form [EMAIL_1]', [], vault, replaceEverything)
  scrubText('pin: 4711', [findingOf('pin: 4711', ': 4711', 'SECRET', '4711')], vault, () => 'redact')
  expect([...vault.sources()]).toMatchObject([
    { source: 'jo@firm.example', canonical: 'jo@firm.example', type: 'EMAIL' },
    { source: ': 4711', canonical: '4711', type: 'SECRET' },
  ])
  expect({ ...vault.counts() }).toEqual({ EMAIL: 1, SECRET: 1 })
  expect(vault.detected).toBe(2)
  expect(vault.size).toBe(3)
})

test('one value more than the limit is refused', () => {
  const vault = new Vault(2)
  scrubValues(vault, 'a b', ['a', 'PERSON'], ['b', 'PERSON'])
  expect(scrubValues(vault, 'b a', ['a', 'PERSON'], ['b', 'PERSON'])).toBe('[PERSON_2] [PERSON_1]')
  expect(() => scrubValues(vault, 'c', ['c', 'PERSON'])).toThrow(
    expect.objectContaining({ code: 'ERR_GDPR_TOO_MANY_FINDINGS' }),
  )
  expect(() => scrubText('c', [findingOf('c', 'c', 'SECRET')], vault, () => 'redact')).toThrow(
    expect.objectContaining({ code: 'ERR_GDPR_TOO_MANY_FINDINGS' }),
  )
})

describe('after it is wiped', () => {
  const uses: readonly (readonly [string, (vault: Vault) => unknown])[] = [
    ['size', vault => vault.size],
    ['entities', vault => vault.entities()],
    ['placeholders', vault => vault.placeholders()],
    ['sources', vault => [...vault.sources()]],
    ['counts', vault => vault.counts()],
    ['detected', vault => vault.detected],
    ['beginExchange', vault => vault.beginExchange()],
    ['scrubText', vault => scrubText('jo', [findingOf('jo', 'jo', 'PERSON')], vault, replaceEverything)],
    ['whole', vault => createTextRestorer(vault, new RestoreTally()).whole('[PERSON_1]', 0)],
  ]
  test.each(uses)('%s throws that the scope is closed', (_name, use) => {
    const vault = vaultWith(['jo', 'PERSON'])
    vault.wipe()
    expect(vault.wiped).toBe(true)
    expect(() => use(vault)).toThrow(expect.objectContaining({ code: 'ERR_GDPR_SCOPE_CLOSED' }))
  })

  test('no value is left in what restorers hold', () => {
    const vault = vaultWith(['jo', 'PERSON'])
    const { book } = vault
    expect(book.find('PERSON', 1)?.source).toBe('jo')
    vault.wipe()
    expect(book.find('PERSON', 1)).toBeUndefined()
    expect(book.empty).toBe(true)
  })

  test('it may be wiped again', () => {
    const vault = vaultWith(['jo', 'PERSON'])
    vault.wipe()
    vault.wipe()
    expect(vault.wiped).toBe(true)
  })
})

test('nothing that holds values shows them when it is printed', () => {
  const value = `${'planted'}-${'value'}`
  const vault = vaultWith([value, 'SECRET'])
  const tally = new RestoreTally()
  const restorer = createTextRestorer(vault, tally)
  const channel = restorer.channel(0)
  restorer.whole('[SECRET_1]', 0)
  channel.write('[SECRET_1] [SECR')
  for (const object of [vault, tally, restorer, channel]) {
    const options = { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true }
    expect(inspect(object, options)).not.toContain(value)
    expect(JSON.stringify(object)).not.toContain(value)
    expect(String(object)).not.toContain(value)
  }
  expect(`${vault} ${inspect(vault)} ${JSON.stringify(vault)}`).toBe('[redacted] [redacted] "[redacted]"')
})

test('goes on in another scope: the same placeholders, the next numbers, the same way back', () => {
  const first = new Vault(10)
  const text = scrubValues(first, 'jo@firm.example wrote', ['jo@firm.example', 'EMAIL'])
  const second = new Vault(10)
  expect(second.adopt(first.records())).toBe(true)
  second.beginExchange()
  const next = scrubValues(
    second,
    'jo@firm.example and al@firm.example',
    ['jo@firm.example', 'EMAIL'],
    ['al@firm.example', 'EMAIL'],
  )
  expect(next).toBe('[EMAIL_1] and [EMAIL_2]')
  const restorer = createTextRestorer(second, new RestoreTally())
  expect(restorer.whole(`${text}: ${next}`, 0)).toBe('jo@firm.example wrote: jo@firm.example and al@firm.example')
  expect(second.records()).toHaveLength(2)
})

test('takes nothing in from a scope that says something else', () => {
  const first = vaultWith(['jo', 'PERSON'])
  const second = vaultWith(['al', 'PERSON'])
  expect(second.adopt(first.records())).toBe(false)
  expect({ ...second.entities() }).toEqual({ PERSON_1: 'al' })
  const third = vaultWith(['al', 'PERSON'], ['jo', 'PERSON'])
  expect(third.adopt(first.records())).toBe(false)
})
