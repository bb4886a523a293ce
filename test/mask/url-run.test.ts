import { expect, test } from 'vitest'
import { isHarmless, withHost } from '../../src/mask/url-run.ts'

test.each([
  '/',
  '/users/',
  '/a?b=c&d=https://x.example/',
  'a/b.html#c',
  '?q=',
  '#part-',
  './a',
  '../a/',
  'mailto:',
  'mailto:a@b.eu?subject=',
  'TEL:+49',
  '/stra\u00dfe/',
])('%j begins a URL of the own site, or none that loads anything', head => {
  expect(isHarmless(head)).toBe(true)
})

test.each([
  '//',
  '//evil.example/',
  '/\\evil.example/',
  '\\\\evil.example/',
  'https:',
  'https:/evil.example/',
  'javascript:',
  'data:text/html,',
  '&#47;/evil.example/',
  'https&colon;//evil.example',
  '/\t/evil.example/',
  '/\n/evil.example/',
  '[PERSONAL_URL_1]?',
  'a:b',
])('%j does not', head => {
  expect(isHarmless(head)).toBe(false)
})

test('a host is compared without user, port, final dot and case', () => {
  expect(withHost('', 'Jo:pw@Shop.Example.:8443')).toBe(' shop.example')
  expect(withHost(' a.example', 'b.example')).toBe(' a.example b.example')
})
