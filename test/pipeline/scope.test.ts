import { describe, expect, it } from 'vitest'
import { currentScope, liveScopes, runInScope, ScopeState } from '../../src/pipeline/index.ts'

describe('a scope', () => {
  it('is wiped when the last holder lets go, and not before', () => {
    const before = liveScopes()
    const scope = new ScopeState(10)
    scope.hold()
    scope.release()
    expect([scope.closed, scope.vault.wiped, liveScopes()]).toEqual([false, false, before + 1])
    scope.release()
    expect([scope.closed, scope.vault.wiped, liveScopes()]).toEqual([true, true, before])
    scope.release()
    expect(liveScopes()).toBe(before)
    expect(() => scope.hold()).toThrow(expect.objectContaining({ code: 'ERR_GDPR_SCOPE_CLOSED' }))
  })

  it('is current inside, and no longer once it is closed', async () => {
    const scope = new ScopeState(10)
    await runInScope(scope, async () => {
      await null
      expect(currentScope()).toBe(scope)
      scope.abort()
      expect(scope.abortReason).toMatchObject({ code: 'ERR_GDPR_SCOPE_CLOSED' })
    })
    const closed = new ScopeState(10)
    runInScope(closed, () => {
      closed.release()
      expect(currentScope()).toBeUndefined()
    })
    expect(currentScope()).toBeUndefined()
    scope.release()
  })

  it('does one piece of work after the other, also behind one that failed', async () => {
    const scope = new ScopeState(10)
    const order: number[] = []
    const work = (turn: number, ticks: number) => async () => {
      for (let tick = 0; tick < ticks; tick++) await null
      order.push(turn)
      if (turn === 2) throw new Error('second')
    }
    const results = await Promise.allSettled([
      scope.inTurn(work(1, 9)),
      scope.inTurn(work(2, 1)),
      scope.inTurn(work(3, 0)),
    ])
    expect(order).toEqual([1, 2, 3])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    scope.release()
  })
})
