import { expect, it } from 'vitest'
import { inTurnOfAnswers, turnOfRequests } from '../../src/proxy/turns.ts'

it('lets what came during one turn of the event loop go together, in its order, and what comes then in the next', async () => {
  const log: string[] = []
  const go = async (name: string) => {
    await turnOfRequests()
    log.push(name)
  }
  const first = Promise.all([go('a'), go('b')])
  setImmediate(() => log.push('between'))
  await Promise.resolve()
  const third = go('c')
  await first
  expect(log).toEqual(['a', 'b', 'c'])
  await go('d')
  expect(log).toEqual(['a', 'b', 'c', 'between', 'd'])
  await third
})

it('restores answers in the order in which they ended, each once', async () => {
  const log: number[] = []
  for (const at of [1, 2, 3]) inTurnOfAnswers(() => log.push(at))
  expect(log).toEqual([])
  await new Promise<void>(resolve => inTurnOfAnswers(resolve))
  expect(log).toEqual([1, 2, 3])
})
