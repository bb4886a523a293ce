import { describe, expect, test } from 'vitest'
import { scrubAgain, scrubText, Vault } from '../../src/mask/index.ts'
import type { EntityAction } from '../../src/types.ts'
import { findingOf, replaceEverything, restore, scrubValues } from './support.ts'

describe('numbers', () => {
  test('count per type, by first appearance', () => {
    const text = 'a@x.eu Jo b@x.eu Al'
    const scrubbed = scrubValues(
      new Vault(10),
      text,
      ['a@x.eu', 'EMAIL'],
      ['Jo', 'PERSON'],
      ['b@x.eu', 'EMAIL'],
      ['Al', 'PERSON'],
    )
    expect(scrubbed).toBe('[EMAIL_1] [PERSON_1] [EMAIL_2] [PERSON_2]')
  })

  test('are the same for the same source text, whatever type it is found as later', () => {
    const vault = new Vault(10)
    scrubValues(vault, 'Jordan', ['Jordan', 'PERSON'])
    expect(scrubValues(vault, 'in Jordan', ['Jordan', 'LOCATION'])).toBe('in [PERSON_1]')
  })

  test('differ for another source text with the same canonical value, since each is given back exactly', () => {
    const vault = new Vault(10)
    const text = '#12345 or 12345'
    const findings = [
      findingOf(text, '#12345', 'ORDER_NUMBER', '12345'),
      findingOf(text, '12345', 'ORDER_NUMBER', '12345', 8),
    ]
    const scrubbed = scrubText(text, findings, vault, replaceEverything)
    expect(scrubbed).toBe('[ORDER_NUMBER_1] or [ORDER_NUMBER_2]')
    expect(restore(vault, scrubbed)).toBe(text)
  })

  test.each([
    ['mail a@b.eu [EMAIL_1]', 'mail [EMAIL_2] [EMAIL_1]'],
    ['mail a@b.eu EMAIL_41 and [EMAIL_7]', 'mail [EMAIL_42] EMAIL_41 and [EMAIL_7]'],
    ['mail a@b.eu [email 3]', 'mail [EMAIL_4] [email 3]'],
    ['mail a@b.eu %5Bemail_3%5D', 'mail [EMAIL_4] %5Bemail_3%5D'],
    ['mail a@b.eu &#91;EMAIL\\_3&#93;', 'mail [EMAIL_4] &#91;EMAIL\\_3&#93;'],
    ['mail a@b.eu [EMAIL_999999999]', 'mail [EMAIL_1] [EMAIL_999999999]'],
    ['mail a@b.eu [PERSON_9]', 'mail [EMAIL_1] [PERSON_9]'],
    ['mail a@b.eu email_9', 'mail [EMAIL_1] email_9'],
  ])('stand above placeholder-like text: %s', (text, expected) => {
    const vault = new Vault(10)
    const scrubbed = scrubValues(vault, text, ['a@b.eu', 'EMAIL'])
    expect(scrubbed).toBe(expected)
    expect(restore(vault, scrubbed)).toBe(text)
  })

  test('cannot be used up by a high one in a text', () => {
    const vault = new Vault(10)
    const scrubbed = scrubValues(vault, '[EMAIL_9999999] [EMAIL_9999998] a@b.eu', ['a@b.eu', 'EMAIL'])
    expect(scrubbed).toBe('[EMAIL_9999999] [EMAIL_9999998] [EMAIL_1]')
  })

  test('stay apart for types that a model may confuse', () => {
    const vault = new Vault(10)
    const scrubbed = scrubValues(vault, 'x y', ['x', 'ORDER_NUMBER'], ['y', 'ORDERNUMBER'])
    expect(scrubbed).toBe('[ORDER_NUMBER_1] [ORDERNUMBER_2]')
    expect(restore(vault, '[order number 1] [order number 2]')).toBe('x y')
  })
})

describe('placeholder-like text', () => {
  test('that equals a placeholder of the same exchange becomes a value itself', () => {
    const vault = new Vault(10)
    vault.beginExchange()
    const first = scrubValues(vault, 'a@b.eu', ['a@b.eu', 'EMAIL'])
    const second = scrubText('fill in [EMAIL_1] or EMAIL_1', [], vault, replaceEverything)
    expect([first, second]).toEqual(['[EMAIL_1]', 'fill in [EMAIL_2] or [EMAIL_3]'])
    expect(restore(vault, `${first} ${second}`)).toBe('a@b.eu fill in [EMAIL_1] or EMAIL_1')
  })

  test('that becomes a placeholder only when its neighbour is replaced is replaced as well', () => {
    const vault = new Vault(10)
    vault.beginExchange()
    scrubValues(vault, 'a@b.eu', ['a@b.eu', 'EMAIL'])
    const scrubbed = scrubText('EMAIL_1[email_1]', [], vault, replaceEverything)
    expect(scrubbed).toBe('[EMAIL_2][EMAIL_3]')
    expect(restore(vault, scrubbed)).toBe('EMAIL_1[email_1]')
  })

  test('that equals a placeholder from before the exchange is left alone: the caller scrubbed it', () => {
    const vault = new Vault(10)
    vault.beginExchange()
    scrubValues(vault, 'a@b.eu', ['a@b.eu', 'EMAIL'])
    vault.beginExchange()
    expect(scrubText('to [EMAIL_1]', [], vault, replaceEverything)).toBe('to [EMAIL_1]')
    expect(restore(vault, 'to [EMAIL_1]')).toBe('to a@b.eu')
    const bent = 'to [email 1]'
    expect(scrubText(bent, [findingOf(bent, '1', 'AGE')], vault, replaceEverything)).toBe(bent)
  })

  test('is never part of a finding: the parts before and after it are replaced', () => {
    const text = 'Berg [PERSON_1] Lindt'
    const vault = new Vault(10)
    const scrubbed = scrubText(text, [findingOf(text, text, 'ADDRESS')], vault, replaceEverything)
    expect(scrubbed).toBe('[ADDRESS_1][PERSON_1][ADDRESS_2]')
    expect(restore(vault, scrubbed)).toBe(text)
    const inside = scrubText(
      '[PERSON_1]',
      [findingOf('[PERSON_1]', 'PERSON', 'PERSON')],
      new Vault(10),
      replaceEverything,
    )
    expect(inside).toBe('[PERSON_1]')
  })

  test.each(['[Order number 12345]', '[phone 5551234]', 'USERNAME_1985', '[MEIER_1985]', '[Customer ID 88123]'])(
    'does not hide a value that only looks like it: %s',
    text => {
      const value = /[A-Z]*_?\d+/.exec(text)?.[0] ?? ''
      const scrubbed = scrubValues(new Vault(10), text, [value, 'CUSTOMER_ID'])
      expect(scrubbed).toBe(text.replace(value, '[CUSTOMER_ID_1]'))
    },
  )
})

describe('a second pass over a scrubbed text', () => {
  test('replaces a value that became known later and leaves every placeholder as it is', () => {
    const vault = new Vault(10)
    vault.beginExchange()
    const first = scrubValues(vault, 'a@b.eu knows 4711', ['a@b.eu', 'EMAIL'])
    const second = scrubAgain(first, [findingOf(first, '4711', 'CUSTOMER_ID')], vault, replaceEverything)
    expect(second).toBe('[EMAIL_1] knows [CUSTOMER_ID_1]')
    expect(restore(vault, second)).toBe('a@b.eu knows 4711')
  })
})

describe('actions', () => {
  const text = 'Jo, pin 4711, a@b.eu'
  const findings = [
    findingOf(text, 'Jo', 'PERSON'),
    findingOf(text, '4711', 'SECRET'),
    findingOf(text, 'a@b.eu', 'EMAIL'),
  ]
  const scrubWith = (vault: Vault, actions: Record<string, EntityAction>) =>
    scrubText(text, findings, vault, type => actions[type] ?? 'replace')

  test('redact leaves the type without number', () => {
    expect(scrubWith(new Vault(10), { SECRET: 'redact' })).toBe('[PERSON_1], pin [SECRET], [EMAIL_1]')
  })

  test('a value once redacted stays redacted under another type', () => {
    const vault = new Vault(10)
    scrubWith(vault, { SECRET: 'redact' })
    expect(scrubValues(vault, 'user 4711', ['4711', 'USERNAME'])).toBe('user [SECRET]')
  })

  test('allow leaves the value', () => {
    expect(scrubWith(new Vault(10), { PERSON: 'allow' })).toBe('Jo, pin [SECRET_1], [EMAIL_1]')
  })

  test('block refuses, names the type and no value, and changes nothing', () => {
    const vault = new Vault(10)
    let message = ''
    try {
      scrubWith(vault, { EMAIL: 'block' })
    } catch (error) {
      expect(error).toMatchObject({ code: 'ERR_GDPR_ENTITY_BLOCKED' })
      message = String(error)
    }
    expect(message).toContain('EMAIL')
    expect(message).not.toContain('a@b.eu')
    expect(vault.size).toBe(0)
  })
})

test('a text in which nothing is found is given back as it is', () => {
  expect(scrubText('nothing', [], new Vault(1), replaceEverything)).toBe('nothing')
})
