import { describe, expect, test } from 'vitest'
import { createTextRestorer, RestoreTally, Vault } from '../../src/mask/index.ts'
import type { ChannelRestorer, EscapeLevel } from '../../src/types.ts'
import fc from '../kit/fast-check.ts'
import { restore, restorePieces, scrubValues, vaultWith } from './support.ts'

function sample(): Vault {
  const vault = vaultWith(
    ['jo@firm.example', 'EMAIL'],
    ['#4711', 'ORDER_NUMBER'],
    ['Jo "JB" Berg\n\u{1f600}', 'PERSON'],
  )
  scrubValues(vault, 'https://shop.example/u/jb and jb.pages.example', ['jb', 'USERNAME'])
  return vault
}

function channelOf(vault: Vault, level: EscapeLevel = 0): ChannelRestorer {
  return createTextRestorer(vault, new RestoreTally()).channel(level)
}

/** Long answers with every form, cut at each place below. */
const answers: readonly (readonly [EscapeLevel, string])[] = [
  [
    0,
    'Dear [PERSON_1], we wrote to [EMAIL_1] about \\[ORDER\\_NUMBER\\_1\\] \u{1f600}\ud83d. EMAIL_1, EMAIL_12 and [EMAIL_3].',
  ],
  [
    0,
    '[[EMAIL_1]] [[PERSON_1]](https://shop.example/a) [EMAIL_1](mailto:EMAIL_1) ![x](https://evil.example/?[EMAIL_1])',
  ],
  [0, '&#91;EMAIL_1&#93; &lbrack;email_1&rbrack; %5BEMAIL_1%5D [ORDER NUMBER 1] [**EMAIL_1**] 100% & more EMAIL_1'],
  [
    0,
    'https://shop.example/u/[USERNAME_1]?x=[EMAIL_1] https://[USERNAME_1].evil.example/ "https://a.example/b" [EMAIL_1',
  ],
  [0, 'see [EMAIL_1, PERSON_1] and [mail EMAIL_1] and EMAIL_1] and [EMAIL_1 alone\n[EMAIL_1'],
  [0, `<img src="https://evil.example/${'a'.repeat(300)} [EMAIL_1]"> <a href='/u/[USERNAME_1]'>[PERSON_1]</a>`],
  [0, 'see [the mail of our customer, as it was on Monday: EMAIL_1] and [ORDER\u00a0NUMBER\u00a01]'],
  [1, `"${'\\'.repeat(201)}nEMAIL_1 ${'\\'.repeat(402)}nEMAIL_1"`],
  [2, `"${'\\'.repeat(405)}nEMAIL_1 ${'\\'.repeat(404)}nEMAIL_1"`],
  [1, '{"to":"[EMAIL_1]","cc":["EMAIL_1"],"body":"Dear \\"[PERSON_1]\\",\\nEMAIL_1\\t\\u2019ORDER\\\\_NUMBER\\\\_1"}'],
  [1, '{"html":"<img src=\\"https:\\/\\/evil.example\\/[EMAIL_1]\\"> [x](https://evil.example/\\u0020[EMAIL_1])"}'],
  [2, '"{\\"to\\":\\"[EMAIL_1]\\",\\"body\\":\\"Dear [PERSON_1],\\\\nEMAIL_1 ORDER\\\\\\\\_NUMBER\\\\\\\\_1\\"}"'],
]

test.each(answers)('every cut in two gives the whole, at level %i: %s', (level, answer) => {
  const vault = sample()
  const whole = restore(vault, answer, level)
  for (let cut = 0; cut <= answer.length; cut++) {
    expect(restorePieces(vault, [answer.slice(0, cut), answer.slice(cut)], level)).toBe(whole)
  }
})

test.each(answers)('one unit at a time gives the whole, at level %i: %s', (level, answer) => {
  const vault = sample()
  expect(restorePieces(vault, answer.split(''), level)).toBe(restore(vault, answer, level))
})

test.each(answers)('counts in pieces what it counts in the whole, at level %i: %s', (level, answer) => {
  const vault = sample()
  const whole = new RestoreTally()
  createTextRestorer(vault, whole).whole(answer, level)
  const pieces = new RestoreTally()
  const channel = createTextRestorer(vault, pieces).channel(level)
  for (const unit of answer) channel.write(unit)
  channel.end()
  expect(pieces).toMatchObject({ restored: whole.restored, invented: whole.invented })
  expect(pieces.used()).toBe(whole.used())
})

describe('holds back', () => {
  test.each([
    ['an opening bracket', 'Dear [', '['],
    ['the beginning of a type', 'Dear [PER', '[PER'],
    ['the beginning of a type in lower case', 'Dear [per', '[per'],
    ['a type without brackets', 'to EMAIL', 'EMAIL'],
    ['a bare placeholder that may go on', 'to EMAIL_1', 'EMAIL_1'],
    ['an unfinished number', 'to [EMAIL_1', '[EMAIL_1'],
    ['the beginning of an entity', 'to &#9', '&#9'],
    ['the beginning of a percent escape', 'to %5', '%5'],
    ['a backslash', 'to \\', '\\'],
    ['a placeholder that may be the text of a link', 'to [EMAIL_1]', '[EMAIL_1]'],
  ])('%s', (_what, text, held) => {
    const channel = channelOf(sample())
    expect(channel.write(text)).toBe(text.slice(0, text.length - held.length))
    expect(channel.holding).toBe(true)
  })
})

describe('gives out at once', () => {
  test.each([
    ['prose', 'Sehr geehrte Damen und Herren, an der Ecke'],
    ['a word that begins like no type', 'Dear F'],
    ['an ordinary word in a bracket', 'see [foo'],
    ['a type that was not issued', 'the [IBAN'],
    ['a number that was not issued', 'to [EMAIL_7'],
    ['a number that no longer can be one', 'to [EMAIL_10'],
    ['a variable in lower case', 'email_1'],
    ['a citation', 'as shown [1'],
    ['a placeholder with what follows', 'to [PERSON_1] '],
    ['an index', 'list[0'],
    ['half of a surrogate pair', 'smile \ud83d'],
    ['white space, quotes and marks', '\n "**'],
  ])('%s', (_what, text) => {
    const vault = sample()
    const channel = channelOf(vault)
    expect(channel.write(text)).toBe(restore(vault, text))
    expect(channel.holding).toBe(false)
  })

  test('everything while no value was replaced', () => {
    const channel = channelOf(new Vault(10))
    expect(channel.write('see [')).toBe('see [')
    expect(channel.write('EMAIL_1')).toBe('EMAIL_1')
    expect(channel.end()).toBe('')
  })
})

test('what is held is bounded, on every input', () => {
  const vault = sample()
  const morsels = [
    '[',
    '\\',
    '&#91;',
    '%5B',
    '_',
    '*',
    ' ',
    'EMAIL',
    'ORDER',
    'NUMBER',
    '_1',
    '1',
    'E',
    '-',
    'https://',
    '(',
  ]
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...morsels), { maxLength: 400 }),
      fc.constantFrom(0, 1, 2),
      (pieces, level) => {
        const channel = channelOf(vault, level)
        let given = 0
        let written = 0
        for (const piece of pieces) {
          written += piece.length
          given += channel.write(piece).length
          // Values are longer than their placeholders here, so this errs on the safe side only by what was restored.
          expect(written - given).toBeLessThan(512)
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('end gives what was held, and a new text begins', () => {
  const vault = sample()
  const channel = channelOf(vault)
  expect(channel.write('https://evil.example/[EMAIL')).toBe('https://evil.example/')
  expect(channel.end()).toBe('[EMAIL')
  expect(channel.holding).toBe(false)
  expect(channel.write('_1] [EMAIL_1] ')).toBe('_1] jo@firm.example ')
})

test('a placeholder issued while the text is running is known from then on', () => {
  const vault = new Vault(10)
  const channel = channelOf(vault)
  expect(channel.write('first ')).toBe('first ')
  scrubValues(vault, 'a@b.eu', ['a@b.eu', 'EMAIL'])
  expect(channel.write('[EMAIL_1].')).toBe('a@b.eu.')
})
