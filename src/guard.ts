/** Builds a guard from options: the one place where all parts meet. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import { inspect } from 'node:util'
import { isMainThread } from 'node:worker_threads'
import { type Coverage, connectedProviders, measureCoverage, startLines } from './coverage/index.ts'
import { createLateDetector } from './detect/index.ts'
import { type AwsClient, guardedFetch, hookAwsClient, installedOpeners, installHooks } from './intercept/index.ts'
import { Events, type GuardEvents } from './observe/events.ts'
import { logLine } from './observe/log.ts'
import { type GuardOptions, parseOptions } from './options.ts'
import {
  answerInScope,
  createPipeline,
  currentScope,
  type Pipeline,
  runInScope,
  type Scope,
  ScopeState,
  TextScope,
} from './pipeline/index.ts'
import type { ExchangeOpener } from './types.ts'

/** What a scope outside a request is begun with. */
export interface ScopeContext {
  /** Ends the scope early: running model calls are aborted and the map is wiped. */
  readonly signal?: AbortSignal
}

export interface Guard {
  /** `fetch` for SDKs and own calls: guarded also where nothing is intercepted. `new OpenAI({ fetch: guard.fetch })`. */
  readonly fetch: typeof fetch
  /** Runs work in a scope of its own: jobs and workers outside any request. The scope ends when the work has settled. */
  run<T>(context: ScopeContext, work: () => T): T
  /** The same function, always called in the scope that is current now. */
  bind<F extends (...args: never[]) => unknown>(work: F): F
  /** A scope for text-level use. Close it, or its map stays in memory. */
  scope(context?: ScopeContext): Scope
  /**
   * What is really guarded in this process: a self-test over the loopback interface through each client, and a look for
   * what no test shows, each with what to change. Takes some tens of milliseconds; holds no value.
   */
  coverage(): Promise<Coverage>
  /** Tells of every exchange, without any value. Returns a function that stops listening. */
  on<Name extends keyof GuardEvents>(name: Name, listener: (payload: GuardEvents[Name]) => void): () => void
  /** Takes the hooks off and refuses new scopes. Running exchanges end in their own time. */
  close(): Promise<void>
  /** @internal What the adapters call: one scope for this request, ended with its response. */
  handle<T>(req: IncomingMessage, res: ServerResponse, next: () => T): T
  /**
   * @internal The same for carriers that open their exchanges themselves. No async context carries this scope: in Node 20
   * and 22 one makes every promise of the process dearer.
   */
  carry(res: ServerResponse): ScopedOpener
  /** @internal The same for handlers that give a `Response`: the scope ends with its body, or when the client leaves. */
  answer<T>(context: ScopeContext, work: () => T | Promise<T>): Promise<T>
  /** @internal What the proxy and the API share with the guard. */
  readonly pipeline: Pipeline
}

/** An opener whose exchanges all belong to one scope. */
export type ScopedOpener = Pick<ExchangeOpener, 'guards' | 'bodyBytes' | 'open'>

const mark = Symbol.for('llm-gdpr-guard.guard')

const guardsKey = Symbol.for('llm-gdpr-guard.guards')

function openGuards(): Set<Guard> {
  const holder = globalThis as { [guardsKey]?: Set<Guard> }
  if (holder[guardsKey] === undefined) Object.defineProperty(holder, guardsKey, { value: new Set() })
  return holder[guardsKey]!
}

/** The guards that have hooks in this process now, of all copies of the package; for the doctor. */
export function installedGuards(): Guard[] {
  return [...openGuards()]
}

/** True for guards, also those of another loaded copy of the package. */
export function isGuard(value: unknown): value is Guard {
  return typeof value === 'object' && value !== null && mark in value
}

/**
 * Creates a guard and, unless `mode` is `explicit`, installs its hooks in this process.
 * Throws ERR_GDPR_OPTIONS_INVALID, which lists every problem.
 */
export function createGuard(options?: GuardOptions): Guard {
  const settings = parseOptions(options)
  const events = new Events()
  const pipeline = createPipeline({
    settings,
    // Long texts are searched in slices, so that other requests go on.
    detector: createLateDetector({ ...settings, pause: setImmediate }),
    onExchange: summary => events.emit('exchange', summary),
  })
  const earlyHosts = connectedProviders((host, port) => pipeline.opener.guardsHost?.(host, port) === true)
  const hooks =
    settings.mode === 'explicit' ? null : installHooks(pipeline.opener, { strict: settings.mode === 'strict' })
  // Threads begin with the same words as the process that told them.
  if (hooks !== null && isMainThread) for (const line of startLines(settings, earlyHosts)) logLine(line)
  const guard = new InstalledGuard(pipeline, events, () => hooks?.remove(), earlyHosts)
  if (hooks !== null) openGuards().add(guard)
  return guard
}

export type { AwsClient }

/** What `guardAws` does. Unlike a hook it was asked for, so calls that nobody guards are refused. */
export function guardAwsClient(client: AwsClient, guard?: Guard): void {
  const openers = guard === undefined ? installedOpeners : () => [guard.pipeline.opener]
  hookAwsClient(client, { openers, refuses: true })
}

class InstalledGuard implements Guard {
  readonly [mark] = true
  readonly fetch: typeof fetch
  readonly #pipeline: Pipeline
  readonly #events: Events
  readonly #removeHooks: () => void
  readonly #earlyHosts: readonly string[]

  constructor(pipeline: Pipeline, events: Events, removeHooks: () => void, earlyHosts: readonly string[]) {
    this.#pipeline = pipeline
    this.#events = events
    this.#removeHooks = removeHooks
    this.#earlyHosts = earlyHosts
    this.fetch = guardedFetch(pipeline.opener)
  }

  get pipeline(): Pipeline {
    return this.#pipeline
  }

  run<T>(context: ScopeContext, work: () => T): T {
    const scope = this.#begin(context)
    let result: T
    try {
      result = runInScope(scope, work)
    } catch (error) {
      scope.release()
      throw error
    }
    if (!(result instanceof Promise)) {
      scope.release()
      return result
    }
    return result.finally(() => scope.release()) as T
  }

  bind<F extends (...args: never[]) => unknown>(work: F): F {
    const scope = currentScope()
    if (scope === undefined) return work
    return ((...args: Parameters<F>) => runInScope(scope, () => work(...args))) as F
  }

  scope(context?: ScopeContext): Scope {
    return new TextScope(this.#begin(context), this.#pipeline)
  }

  coverage(): Promise<Coverage> {
    const { settings, opener } = this.#pipeline
    return measureCoverage({ settings, opener, earlyHosts: this.#earlyHosts })
  }

  on<Name extends keyof GuardEvents>(name: Name, listener: (payload: GuardEvents[Name]) => void): () => void {
    this.#events.on(name, listener)
    return () => this.#events.off(name, listener)
  }

  async close(): Promise<void> {
    this.#removeHooks()
    openGuards().delete(this)
  }

  handle<T>(req: IncomingMessage, res: ServerResponse, next: () => T): T {
    const scope = this.#beginFor(res)
    keepScope(req, scope)
    keepScope(res, scope)
    return runInScope(scope, next)
  }

  carry(res: ServerResponse): ScopedOpener {
    const scope = this.#beginFor(res)
    const { opener, openIn } = this.#pipeline
    return { guards: opener.guards, bodyBytes: opener.bodyBytes, open: raw => openIn(scope, raw) }
  }

  answer<T>(context: ScopeContext, work: () => T | Promise<T>): Promise<T> {
    return answerInScope(this.#begin(context), work)
  }

  #beginFor(res: ServerResponse): ScopeState {
    const scope = this.#begin()
    res.once('close', () => {
      // Responses of http2's compatibility layer only know that they were ended.
      if (!(res.writableFinished ?? res.writableEnded)) scope.abort()
      scope.release()
    })
    return scope
  }

  #begin(context?: ScopeContext): ScopeState {
    const scope = new ScopeState(this.#pipeline.settings.limits.findings, this.#pipeline.opener)
    if (context?.signal !== undefined) scope.follow(context.signal)
    return scope
  }

  [inspect.custom](): string {
    return 'Guard {}'
  }
}

/**
 * Events of a request come from its socket, outside the request's async context: a body parser that calls next() from one
 * would lose the scope. So the request and the response emit inside it.
 */
function keepScope(emitter: IncomingMessage | ServerResponse, scope: ScopeState): void {
  const emit = emitter.emit
  emitter.emit = function (this: IncomingMessage | ServerResponse, ...args: Parameters<typeof emit>) {
    return runInScope(scope, () => emit.apply(this, args))
  }
}
