import { describe, expect, it } from 'vitest'
import { answerInScope, currentScope, liveScopes, ScopeState } from '../../src/pipeline/index.ts'
import { collectGarbage } from '../kit/collect-garbage.ts'
import { deferred } from '../kit/deferred.ts'

const encode = (text: string) => new TextEncoder().encode(text)

describe('answerInScope', () => {
  it('ends the scope with the work where there is no body to read', async () => {
    for (const result of [undefined, 'text', new Response(null, { status: 204 }), Response.json({}).status]) {
      const scope = new ScopeState(10)
      expect(await answerInScope(scope, () => result)).toBe(result)
      expect(scope.closed).toBe(true)
    }
  })

  it('ends the scope when the work throws, at once or later', async () => {
    for (const work of [
      () => {
        throw new Error('handler')
      },
      async () => Promise.reject(new Error('handler')),
    ]) {
      const scope = new ScopeState(10)
      await expect(answerInScope(scope, work)).rejects.toThrow('handler')
      expect(scope.closed).toBe(true)
    }
  })

  it('keeps status, headers and each cookie of the Response', async () => {
    const headers = new Headers({ 'content-type': 'text/x-test' })
    headers.append('set-cookie', 'a=1')
    headers.append('set-cookie', 'b=2')
    const response = await answerInScope(
      new ScopeState(10),
      () => new Response('made', { status: 201, statusText: 'Made', headers }),
    )
    expect([response.status, response.statusText, await response.text()]).toEqual([201, 'Made', 'made'])
    expect(response.headers.get('content-type')).toBe('text/x-test')
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  })

  it('lasts until the body was read, and asks for each piece inside the scope', async () => {
    const scope = new ScopeState(10)
    const seen: unknown[] = []
    let pieces = 2
    const body = new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          await null
          seen.push(currentScope())
          if (pieces-- === 0) controller.close()
          else controller.enqueue(encode('x'))
        },
      },
      { highWaterMark: 0 },
    )
    const response = await answerInScope(scope, () => new Response(body))
    expect([scope.closed, seen]).toEqual([false, []])
    expect(await response.text()).toBe('xx')
    expect(seen).toEqual([scope, scope, scope])
    expect([scope.closed, scope.abortReason !== null]).toEqual([true, false])
  })

  it('reads no faster than the client', async () => {
    let pulled = 0
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          pulled++
          controller.enqueue(encode('x'))
        },
      },
      { highWaterMark: 0 },
    )
    const response = await answerInScope(new ScopeState(10), () => new Response(body))
    const reader = response.body!.getReader()
    await reader.read()
    await new Promise(resolve => setImmediate(resolve))
    expect(pulled).toBe(1)
    await reader.cancel()
  })

  it('is aborted and ended by a client that cancels, and the handler is told', async () => {
    const scope = new ScopeState(10)
    const told = deferred<unknown>()
    const body = new ReadableStream<Uint8Array>({ cancel: reason => told.resolve(reason) })
    const response = await answerInScope(scope, () => new Response(body))
    await response.body!.cancel('client gone')
    expect(await told.promise).toBe('client gone')
    expect([scope.closed, scope.abortReason !== null]).toEqual([true, true])
  })

  it('ends with a body that breaks, and lets go only once while an exchange still holds it', async () => {
    const scope = new ScopeState(10)
    scope.hold()
    const body = new ReadableStream<Uint8Array>({
      pull: controller => controller.error(new Error('broken')),
    })
    const response = await answerInScope(scope, () => new Response(body))
    await expect(response.text()).rejects.toThrow('broken')
    await response.body!.cancel().catch(() => undefined)
    expect(scope.closed).toBe(false)
    scope.release()
    expect(scope.closed).toBe(true)
  })

  it('leaves a body alone that somebody else is reading already', async () => {
    const scope = new ScopeState(10)
    const response = await answerInScope(scope, () => {
      const own = new Response('text')
      own.body!.getReader()
      return own
    })
    expect([response.body!.locked, scope.closed]).toEqual([true, true])
  })

  it('ends when the answer is dropped without being read', async () => {
    const before = liveScopes()
    const drop = async () => void (await answerInScope(new ScopeState(10), () => new Response('never read')))
    for (let count = 0; count < 20; count++) await drop()
    for (let round = 0; round < 20 && liveScopes() > before; round++) await collectGarbage()
    expect(liveScopes()).toBe(before)
  })
})

describe('a scope that follows a signal', () => {
  it('is aborted with it, also when it was aborted before', () => {
    const { signal } = new AbortController()
    const late = new ScopeState(10)
    late.follow(AbortSignal.abort())
    expect(late.abortReason !== null).toBe(true)
    late.release()
    const scope = new ScopeState(10)
    scope.follow(signal)
    expect(scope.abortReason !== null).toBe(false)
    scope.release()
  })

  it('leaves no listener behind on a signal that lives longer', () => {
    let listeners = 0
    const signal = new EventTarget() as AbortSignal
    const { addEventListener, removeEventListener } = signal
    signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
      listeners++
      addEventListener.apply(signal, args)
    }
    signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
      listeners--
      removeEventListener.apply(signal, args)
    }
    const scope = new ScopeState(10)
    scope.follow(signal)
    expect(listeners).toBe(1)
    scope.release()
    expect(listeners).toBe(0)
  })
})
