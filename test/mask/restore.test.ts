import { describe, expect, test } from 'vitest'
import { createTextRestorer, RestoreTally, scrubText, Vault } from '../../src/mask/index.ts'
import { findingOf, restore, scrubValues, vaultWith } from './support.ts'

const mail = 'jo@firm.example'
const order = '#4711'

function sample(): Vault {
  return vaultWith([mail, 'EMAIL'], [order, 'ORDER_NUMBER'], ['Jo Berg', 'PERSON'])
}

describe('puts the value back when the placeholder comes back', () => {
  test.each([
    ['as it was', '[EMAIL_1]', mail],
    ['in lower case', '[email_1]', mail],
    ['with a capital', '[Email_1]', mail],
    ['without brackets', 'Write to EMAIL_1.', `Write to ${mail}.`],
    ['without the closing bracket', 'Write to [EMAIL_1 now', `Write to ${mail} now`],
    ['without the opening bracket', 'Write to EMAIL_1] now', `Write to ${mail} now`],
    ['with doubled brackets', '[[EMAIL_1]]', mail],
    ['with blanks inside', '[ EMAIL_1 ]', mail],
    ['with a blank for the underscore', '[ORDER NUMBER 1]', order],
    ['with hyphens for underscores', '[ORDER-NUMBER-1]', order],
    ['with a blank in its type', '[ORDER NUMBER_1]', order],
    ['without the last underscore', '[EMAIL1]', mail],
    ['with an escaped underscore', '[ORDER\\_NUMBER\\_1]', order],
    ['with an escaped underscore and no brackets', 'ORDER\\_NUMBER\\_1', order],
    ['with escaped brackets', '\\[EMAIL_1\\]', mail],
    ['with an escaped opening bracket', 'to \\[EMAIL_1]', `to ${mail}`],
    ['with everything escaped', '\\[ORDER\\_NUMBER\\_1\\]', order],
    ['with numeric character references', '&#91;EMAIL_1&#93;', mail],
    ['with hexadecimal character references', '&#x5B;EMAIL_1&#x5D;', mail],
    ['with named character references', '&lbrack;EMAIL_1&rbrack; &lsqb;EMAIL_1&rsqb;', `${mail} ${mail}`],
    ['percent-encoded', '%5BEMAIL_1%5D', mail],
    ['percent-encoded in lower case', '%5bEMAIL_1%5d', mail],
    ['in full-width brackets', '\uff3bEMAIL_1\uff3d', mail],
    ['in lenticular brackets', '\u3010EMAIL_1\u3011', mail],
    ['with bold marks inside', '[**EMAIL_1**]', mail],
    ['with code marks inside', '[`EMAIL_1`]', mail],
    ['with bold marks outside, which stay', '**[EMAIL_1]**', `**${mail}**`],
    ['with code marks outside, which stay', '`[EMAIL_1]`', `\`${mail}\``],
    ['in italics', '_[EMAIL_1]_', `_${mail}_`],
    ['with a possessive', "[PERSON_1]'s order", "Jo Berg's order"],
    ['with a possessive and no brackets', 'PERSON_1\u2019s order', 'Jo Berg\u2019s order'],
    ['with a case ending', '[PERSON_1]s Bestellung, [PERSON_1]-nek', 'Jo Bergs Bestellung, Jo Berg-nek'],
    ['with a Greek ending and no brackets', 'PERSON_1\u03c2', 'Jo Berg\u03c2'],
    ['in quotes', '"EMAIL_1", \u201eEMAIL_1\u201c', `"${mail}", \u201e${mail}\u201c`],
    ['twice in a row', '[EMAIL_1][PERSON_1]', `${mail}Jo Berg`],
    ['in a list that shares brackets', '[EMAIL_1, PERSON_1]', `[${mail}, Jo Berg]`],
    ['inside the brackets of a remark', '[see EMAIL_1]', `[see ${mail}]`],
    ['after a percent escape', 'to=%20EMAIL_1%20', `to=%20${mail}%20`],
    ['after a percent escape in lower case', 'to%3dEMAIL_1 %5d[email_1]', `to%3d${mail} %5d${mail}`],
    ['with no-break spaces', '[ORDER\u00a0NUMBER\u00a01\u00a0]', order],
    ['after full-width text', '\u8054\u7cfbEMAIL_1\u8c22', `\u8054\u7cfb${mail}\u8c22`],
  ])('%s', (_how, answer, expected) => {
    expect(restore(sample(), answer)).toBe(expected)
  })
})

describe('leaves alone what is no placeholder of the scope', () => {
  test.each([
    ['a longer number', 'EMAIL_10 [EMAIL_10]'],
    ['a longer word before', 'XEMAIL_1 X_EMAIL_1'],
    ['a longer word after', 'EMAIL_1x EMAIL_1_COPY EMAIL_1\\_COPY [EMAIL_1x]'],
    ['a leading zero', '[EMAIL_01] EMAIL_01 [EMAIL_0]'],
    ['an absurd number', '[EMAIL_999999999] EMAIL_99999999999999999999'],
    ['a number never issued', '[EMAIL_2]'],
    ['a type never issued', '[IBAN_1] [TYPE_1]'],
    ['a redacted type', '[SECRET]'],
    ['a variable of a program', 'email_1 = person_1 + Email_1'],
    ['an index expression', 'mails[email_1] f(x)[email_1]'],
    ['a list of a program', 'send([email1])'],
    ['a word without number', '[EMAIL] EMAIL_ _1 [_1] [1]'],
    ['a part of a word in marks', '[**EMAIL**_1]'],
  ])('%s', (_what, answer) => {
    expect(restore(sample(), answer)).toBe(answer)
  })
})

test('a path keeps the backslash before a placeholder', () => {
  expect(restore(sample(), 'C:\\Users\\[PERSON_1]\\mail')).toBe('C:\\Users\\Jo Berg\\mail')
})

test('the brackets of a link whose text is the placeholder stay', () => {
  expect(restore(sample(), '[EMAIL_1](mailto:[EMAIL_1])')).toBe(`[${mail}](mailto:${mail})`)
  expect(restore(sample(), '[[EMAIL_1]](mailto:EMAIL_1)')).toBe(`[${mail}](mailto:${mail})`)
})

test('brackets and parentheses of the request are given back, not taken for the marks of a model', () => {
  const vault = new Vault(10)
  const text = 'cc: [jo@firm.example] and Jo Berg(buyer) in C:\\Jo Berg'
  const scrubbed = scrubValues(vault, text, [mail, 'EMAIL'], ['Jo Berg', 'PERSON'])
  expect(scrubbed).toBe('cc: [[EMAIL_1]] and [PERSON_1](buyer) in C:\\Jo Berg')
  expect(restore(vault, scrubbed)).toBe(text)
})

test('what was put in is not looked at again', () => {
  const vault = vaultWith(['see PERSON_2', 'EMAIL'], ['EMAIL_', 'PERSON'], ['Al', 'PERSON'])
  expect(restore(vault, '[EMAIL_1] [PERSON_2]')).toBe('see PERSON_2 Al')
  expect(restore(vault, '[[PERSON_1]1] [PERSON_1]1')).toBe('[EMAIL_1] EMAIL_1')
})

test('values with characters that are special to replacing or to JSON come back as they were', () => {
  const vault = new Vault(10)
  const values = ['$& $1 $$', 'a"b\\c\nd\te', '\u2028\u2029', '\u{1f600}', '\u05d0\u05d1\u05d2', '\ud800 alone']
  for (const value of values) scrubValues(vault, value, [value, 'SECRET'])
  const answer = '{"v":"[SECRET_1]|[SECRET_2]|[SECRET_3]|[SECRET_4]|[SECRET_5]|[SECRET_6]"}'
  expect(restore(vault, answer, 0)).toBe(answer.replace(/\[SECRET_(\d)\]/g, (_, number) => values[number - 1] ?? ''))
  expect(JSON.parse(restore(vault, answer, 1))).toEqual({ v: values.join('|') })
  const nested = JSON.stringify({ outer: answer })
  expect(JSON.parse(JSON.parse(restore(vault, nested, 2)).outer)).toEqual({ v: values.join('|') })
})

describe('inside JSON', () => {
  test('an escape before a bare placeholder is no part of its word', () => {
    expect(restore(sample(), '"\\nEMAIL_1\\t\\u2019EMAIL_1\\u00E9EMAIL_1"', 1)).toBe(
      `"\\n${mail}\\t\\u2019${mail}\\u00E9${mail}"`,
    )
    expect(restore(sample(), '"{\\"a\\":\\"\\\\nEMAIL_1\\"}"', 2)).toBe(`"{\\"a\\":\\"\\\\n${mail}\\"}"`)
  })

  test('a backslash that is text does not make an escape', () => {
    expect(restore(sample(), '"\\\\nEMAIL_1 \\u0041EMAIL_1"', 1)).toBe('"\\\\nEMAIL_1 \\u0041EMAIL_1"')
    expect(restore(sample(), '\\nEMAIL_1', 0)).toBe('\\nEMAIL_1')
  })

  test('Markdown escapes are escaped once more, and are accepted', () => {
    expect(restore(sample(), '"\\\\[ORDER\\\\_NUMBER\\\\_1\\\\]"', 1)).toBe(`"${order}"`)
    expect(restore(sample(), '\\\\\\\\[ORDER\\\\\\\\_NUMBER\\\\\\\\_1\\\\\\\\]', 2)).toBe(order)
  })

  test('a list of strings keeps its brackets', () => {
    expect(restore(sample(), '["EMAIL_1","[EMAIL_1]"]', 1)).toBe(`["${mail}","${mail}"]`)
  })
})

test('redacted values never come back', () => {
  const vault = new Vault(10)
  const scrubbed = scrubText('pin 4711', [findingOf('pin 4711', '4711', 'SECRET')], vault, () => 'redact')
  expect(scrubbed).toBe('pin [SECRET]')
  expect(restore(vault, `${scrubbed} [SECRET_1] SECRET_1`)).toBe('pin [SECRET] [SECRET_1] SECRET_1')
})

test('counts what was put back, how many placeholders were used, and what was invented', () => {
  const vault = sample()
  scrubText('our form has a field [EMAIL_8]', [], vault, () => 'replace')
  const tally = new RestoreTally()
  createTextRestorer(vault, tally).whole('[EMAIL_1] EMAIL_1 [PERSON_1] [EMAIL_8] [EMAIL_9] [VAT_ID_1] [FIGURE_1]', 0)
  expect(tally).toMatchObject({ restored: 3, invented: 2 })
  expect(tally.used()).toBe(2)
})

test('after the scope has ended nothing is restored in silence', () => {
  const vault = sample()
  const restorer = createTextRestorer(vault, new RestoreTally())
  const channel = restorer.channel(0)
  channel.write('Dear [PERS')
  vault.wipe()
  expect(() => restorer.whole('[EMAIL_1]', 0)).toThrow(/ERR_GDPR_SCOPE_CLOSED|err_gdpr_scope_closed/)
  expect(() => channel.write('ON_1]')).toThrow(/err_gdpr_scope_closed/)
})
