/**
 * The scope of a request that is answered with a `Response` of the Fetch API: it lasts until the body has been read to its
 * end, has failed, or was cancelled. Holds no bytes: each read of the body is one read of the handler's.
 */
import { runInScope, type ScopeState } from './scope.ts'

/** Runs the work in the scope and lets go of the scope with the body of its `Response`, or with the work itself. */
export async function answerInScope<T>(scope: ScopeState, work: () => T | Promise<T>): Promise<T> {
  let result: T
  try {
    result = await runInScope(scope, async () => work())
  } catch (error) {
    scope.release()
    throw error
  }
  const body = unreadBody(result)
  if (body === null) {
    scope.release()
    return result
  }
  const { status, statusText, headers } = result as Response
  return new Response(scopedBody(body, scope), { status, statusText, headers }) as T
}

// By shape: servers and bundlers bring Response classes of their own.
function unreadBody(result: unknown): ReadableStream<Uint8Array> | null {
  if (typeof result !== 'object' || result === null || !('body' in result && 'headers' in result)) return null
  return result.body instanceof ReadableStream && !result.body.locked ? result.body : null
}

/** Who drops an answer without reading or cancelling it must not keep its vault alive. */
const dropped = new FinalizationRegistry<() => void>(leave => leave())

/**
 * The handler's body, read in the scope: the handler may call the model only when the body is asked for. Closes with it,
 * fails with it; cancelling it cancels the handler's body and aborts the model calls that still run.
 */
function scopedBody(body: ReadableStream<Uint8Array>, scope: ScopeState): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  let open = true
  const end = () => {
    if (!open) return
    open = false
    dropped.unregister(scope)
    scope.release()
  }
  const leave = () => {
    scope.abort()
    end()
  }
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await runInScope(scope, () => reader.read())
          if (!done) return controller.enqueue(value)
          controller.close()
        } catch (error) {
          controller.error(error)
        }
        end()
      },
      async cancel(reason) {
        const cancelled = runInScope(scope, () => reader.cancel(reason))
        leave()
        await cancelled
      },
    },
    { highWaterMark: 0 },
  )
  dropped.register(stream, leave, scope)
  return stream
}
