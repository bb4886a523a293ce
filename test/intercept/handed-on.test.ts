import { afterEach, expect, it } from 'vitest'
import { handOn, handOnForeign, isRuledOutNow, noteScrubbed, wasJudged } from '../../src/intercept/handed-on.ts'
import { endMark, issueMark } from '../../src/intercept/marks.ts'
import type { DispatchOptions } from '../../src/intercept/undici-types.ts'

const call = (path = '/items'): DispatchOptions => ({ origin: 'http://files.example', path, method: 'POST' })
const marks: string[] = []

function mark(): string {
  const token = issueMark('dispatch')
  marks.push(token)
  return token
}

afterEach(() => {
  for (const token of marks.splice(0)) endMark(token)
})

it('knows the options that are being handed on, and no others, until they are', () => {
  const [options, other] = [call(), call()]
  const seen = handOn(() => wasJudged(options) && !wasJudged(other), {}, options, {})
  expect([seen, wasJudged(options)]).toEqual([true, false])
})

it('forgets a call that throws', () => {
  const options = call()
  const refuse = () => {
    throw new Error('closed')
  }
  expect(() => handOn(refuse, {}, options, {})).toThrow('closed')
  expect(() => handOnForeign(refuse, {}, options, {})).toThrow('closed')
  expect([wasJudged(options), isRuledOutNow(options.origin, options.path)]).toEqual([false, false])
})

it('tells nothing of a call that is made while another is handed on', () => {
  const [outer, inner] = [call(), call('/v1/chat/completions')]
  const seen: boolean[] = []
  const look = () => {
    seen.push(wasJudged(inner), isRuledOutNow(inner.origin, inner.path), isRuledOutNow('http://llm.example', '/items'))
    handOn(() => seen.push(isRuledOutNow(inner.origin, inner.path)) > 0, {}, inner, {})
    return isRuledOutNow(outer.origin, outer.path)
  }
  expect(handOnForeign(look, {}, outer, {})).toBe(true)
  expect(seen).toEqual([false, false, false, false])
})

it('rules nothing out that was only let through', () => {
  const options = call()
  expect(handOn(() => isRuledOutNow(options.origin, options.path), {}, options, {})).toBe(false)
})

it('knows scrubbed options and their copies as long as the mark lives', () => {
  const [options, frozen] = [call(), Object.freeze(call())]
  const token = mark()
  noteScrubbed(options, token)
  noteScrubbed(frozen, token)
  expect([wasJudged(options), wasJudged({ ...options, path: '/other' }), wasJudged(call())]).toEqual([
    true,
    true,
    false,
  ])
  expect(wasJudged(frozen)).toBe(false)
  endMark(token)
  expect(wasJudged(options)).toBe(false)
})
