/**
 * Eight times the input may cost eight times the time; quadratic code would need sixty-four. Only ratios of
 * processor time are judged, with a wide margin and the best of some runs, so that a slow or busy machine changes nothing.
 */
import { expect, test } from 'vitest'
import { createTextRestorer, RestoreTally, restoreWithMap, scrubText, Vault } from '../../src/mask/index.ts'
import { replaceEverything, scrubValues, vaultWith } from './support.ts'

const growth = 8
const tolerated = 30
const small = 5_000
/** Below this many milliseconds a clock says nothing. */
const leastMs = 0.5

const vault = vaultWith(['a@b.eu', 'EMAIL'], ['Jo', 'PERSON'])
scrubValues(vault, 'https://a.example/jo17', ['jo17', 'USERNAME'])

const hostile = [
  '[',
  '[[',
  '[ ',
  '[EMAIL_',
  '[EMAIL_1',
  '[EMAIL_1]',
  '[[EMAIL_1]',
  '[email 1',
  '[E_M_A_I_L_',
  '\\',
  '\\[',
  '\\[EMAIL\\_1',
  '%5B',
  '%5BEMAIL',
  '&#91;',
  '&',
  '_1',
  'A_1_',
  'EMAIL_1',
  'EMAIL_1]',
  'EMAIL_1 ',
  'EMAIL\\_',
  '[**',
  '](',
  '](https://x.example/[EMAIL_1]',
  'https://[EMAIL_1]',
  'https://a.example/',
  'src="',
  '<img src="//[EMAIL_1] ',
  '//',
  'www.',
  '=',
  '\ud83d',
] as const

function cpuMsOf(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return Math.max((user + system) / 1_000, leastMs)
}

/** Measures until the best times show linear growth; code that is not linear never gets there. */
function expectLinear(work: (text: string) => void, unit: string): void {
  const large = unit.repeat(Math.ceil((small * growth) / unit.length))
  const smallText = large.slice(0, small)
  let smallMs = Number.POSITIVE_INFINITY
  let largeMs = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < 12; attempt++) {
    smallMs = Math.min(
      smallMs,
      cpuMsOf(() => work(smallText)),
    )
    largeMs = Math.min(
      largeMs,
      cpuMsOf(() => work(large)),
    )
    if (largeMs < smallMs * tolerated) break
  }
  expect(largeMs / smallMs).toBeLessThan(tolerated)
}

const restorer = createTextRestorer(vault, new RestoreTally())

test.each(hostile)('restoring a run of %j is linear', unit => {
  expectLinear(text => restorer.whole(text, 0), unit)
  expectLinear(text => restorer.whole(text, 2), unit)
})

test.each(hostile)('restoring a run of %j piece by piece is linear', unit => {
  expectLinear(text => {
    const channel = restorer.channel(1)
    for (let at = 0; at < text.length; at += 40) channel.write(text.slice(at, at + 40))
    channel.end()
  }, unit)
})

test.each(hostile)('scrubbing a run of %j is linear', unit => {
  expectLinear(text => {
    const fresh = new Vault(200_000)
    scrubValues(fresh, 'a@b.eu', ['a@b.eu', 'EMAIL'])
    scrubText(text, [], fresh, replaceEverything)
  }, unit)
})

test('scrubbing many findings and restoring them is linear', () => {
  expectLinear(text => {
    const fresh = new Vault(200_000)
    const findings = Array.from({ length: Math.floor(text.length / 8) }, (_, index) => ({
      start: index * 8,
      end: index * 8 + 4,
      type: 'PERSON',
      score: 1,
      recognizer: 'test',
    }))
    const numbered = text.replace(/.{8}/g, (_unit, at: number) => `${String(at / 8).padStart(7, 'x')} `)
    createTextRestorer(fresh, new RestoreTally()).whole(scrubText(numbered, findings, fresh, replaceEverything), 0)
  }, 'x')
})

test('a map with many entries is linear', () => {
  expectLinear(text => {
    const map = Object.fromEntries(
      Array.from({ length: Math.floor(text.length / 8) }, (_, index) => [`A_${index + 1}`, 'x']),
    )
    restoreWithMap(text, map)
  }, '[A_1] ')
})
