import { expect, it } from 'vitest'
import { endMark, isLiveMark, issueMark, passMark } from '../../src/intercept/marks.ts'

it('lets one call through each hook, and none when the call is over', () => {
  const mark = issueMark()
  expect([passMark(mark, 'fetch'), passMark(mark, 'fetch')]).toEqual([true, false])
  expect([passMark(mark, 'dispatch'), passMark(mark, 'dispatch')]).toEqual([true, false])
  expect(isLiveMark(mark)).toBe(true)
  endMark(mark)
  expect([passMark(mark, 'http'), isLiveMark(mark)]).toEqual([false, false])
})

it('lets no call through a hook once it has passed one further down', () => {
  for (const stage of ['dispatch', 'http'] as const) {
    const mark = issueMark()
    expect(passMark(mark, stage)).toBe(true)
    for (const other of ['fetch', 'dispatch', 'http'] as const) expect(passMark(mark, other)).toBe(false)
    endMark(mark)
  }
  const handedOn = issueMark('dispatch')
  for (const stage of ['fetch', 'dispatch', 'http'] as const) expect(passMark(handedOn, stage)).toBe(false)
  expect(isLiveMark(handedOn)).toBe(true)
  endMark(handedOn)
})

it('lets nothing through that shows no mark, or one we never gave, also while others live', () => {
  const live = issueMark()
  expect([passMark(undefined, 'fetch'), passMark('made up', 'fetch'), isLiveMark('made up')]).toEqual([
    false,
    false,
    false,
  ])
  endMark(live)
})

it('never gives the same mark twice', () => {
  const marks = Array.from({ length: 100 }, () => issueMark())
  expect(new Set(marks).size).toBe(100)
  for (const mark of marks) endMark(mark)
})
