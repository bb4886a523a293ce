import { expect, it } from 'vitest'
import { readHeader } from '../../src/intercept/undici-headers.ts'
import { dispatchUrl } from '../../src/intercept/undici-url.ts'

it('finds one header in every form that undici takes, whatever its spelling', () => {
  const forms = [
    { 'X-Other': 'a', Host: 'named.example' },
    { host: ['named.example', 'second.example'] },
    ['x-other', 'a', 'HOST', 'named.example'],
    [Buffer.from('host'), Buffer.from('named.example')],
    [['host', 'named.example']],
    new Map([['Host', 'named.example']]),
    new Headers({ host: 'named.example' }),
  ]
  for (const form of forms) expect(readHeader(form, 'host')).toBe('named.example')
  for (const none of [undefined, null, {}, [], { host: undefined }, { hosts: 'x' }]) {
    expect(readHeader(none, 'host')).toBeUndefined()
  }
})

it('finds the address of a call again by its origin, and never mixes two up', () => {
  const at = (origin: string | URL, path = '/v1/x') => dispatchUrl({ origin, path, method: 'POST' })?.href
  for (let round = 0; round < 3; round++) {
    expect(at('http://one.example')).toBe('http://one.example/v1/x')
    expect(at('http://two.example:8080')).toBe('http://two.example:8080/v1/x')
    expect(at('HTTPS://One.Example:443/ignored?q=1')).toBe('https://one.example/v1/x')
    expect(at(new URL('http://one.example/ignored'), '/v1/y')).toBe('http://one.example/v1/y')
    expect(at('no origin')).toBeUndefined()
  }
  for (let count = 0; count < 500; count++) at(`http://host-${count}.example`)
  expect(at('http://host-7.example')).toBe('http://host-7.example/v1/x')
})
