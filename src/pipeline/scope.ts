/**
 * One request's life: a vault, the values seen so far, and who still needs them. The scope begins with one holder (the
 * request); every exchange holds it too; the last one to let go wipes it. An abort ends running exchanges at once.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { GuardError } from '../errors.ts'
import { type StableNumber, Vault } from '../mask/index.ts'
import type { ExchangeOpener } from '../types.ts'
import { KnownSoFar } from './known-so-far.ts'

type AbortListener = (reason: GuardError) => void

const storage = new AsyncLocalStorage<ScopeState>()
let live = 0

/** Scopes that still hold a vault in this process. Zero when nothing is running. */
export function liveScopes(): number {
  return live
}

export class ScopeState {
  readonly vault: Vault
  readonly known = new KnownSoFar()
  /** The opener of the guard that began the scope: calls inside it belong to that guard. */
  readonly owner: ExchangeOpener | null
  /** What providers remember of this scope: its own map holds for them. */
  readonly remembered = new Set<string>()
  /** Texts in which something was replaced. */
  replacements = 0
  readonly #outer: ScopeState | null
  /** Why it ended early. No AbortController: one for each request costs more than all else that a scope is made of. */
  #abortReason: GuardError | null = null
  #abortListeners: Set<AbortListener> | null = null
  #holders = 1
  #turn: Promise<unknown> | null = null
  #unfollow: () => void = () => undefined

  /** A scope inside `outer` has a map of its own, ends with it, and lets go of it at its end. */
  constructor(
    findings: number,
    owner: ExchangeOpener | null = null,
    outer: ScopeState | null = null,
    stableNumber: StableNumber | null = null,
  ) {
    this.vault = new Vault(findings, stableNumber)
    this.owner = owner
    this.#outer = outer
    if (outer !== null) this.#unfollow = outer.onAbort(() => this.abort())
    live++
  }

  /** Why the scope ended early; `null` where it did not. */
  get abortReason(): GuardError | null {
    return this.#abortReason
  }

  get closed(): boolean {
    return this.#holders === 0
  }

  hold(): void {
    if (this.closed) throw new GuardError('ERR_GDPR_SCOPE_CLOSED')
    this.#holders++
  }

  release(): void {
    if (this.closed) return
    this.#holders--
    if (this.closed) this.#wipe()
  }

  /** The client went away: exchanges are aborted, and each lets go as it ends. */
  abort(): void {
    if (this.closed || this.#abortReason !== null) return
    const reason = new GuardError('ERR_GDPR_SCOPE_CLOSED')
    this.#abortReason = reason
    for (const listener of this.#abortListeners ?? []) listener(reason)
    this.#abortListeners = null
  }

  /** Calls `listener` when the scope ends early, until the function given back is called; soon, where it has done so before. */
  onAbort(listener: AbortListener): () => void {
    const reason = this.#abortReason
    if (reason !== null) queueMicrotask(() => listener(reason))
    else this.#abortListeners = (this.#abortListeners ?? new Set()).add(listener)
    return () => this.#abortListeners?.delete(listener)
  }

  /** Is aborted with this signal, which forgets the scope when it ends: one signal may outlive many scopes. */
  follow(signal: AbortSignal): void {
    const abort = () => this.abort()
    signal.addEventListener('abort', abort, { once: true })
    const unfollow = this.#unfollow
    this.#unfollow = () => {
      unfollow()
      signal.removeEventListener('abort', abort)
    }
    if (signal.aborted) abort()
  }

  /**
   * Runs one piece of scrubbing after the other, so that numbers follow the order in which calls were made, also when
   * a handler makes several at once.
   */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn === null ? work() : this.#turn.then(work)
    const leave = () => {
      if (this.#turn === turn) this.#turn = null
    }
    const turn = result.then(leave, leave)
    this.#turn = turn
    return result
  }

  #wipe(): void {
    live--
    this.#abortListeners = null
    this.#unfollow()
    this.vault.wipe()
    this.known.clear()
    this.remembered.clear()
    this.#outer?.release()
  }
}

/**
 * The scope this code runs in. Work that goes on after its response has ended is outside any request; work whose client
 * went away keeps its aborted scope, in which no call is made any more.
 */
export function currentScope(): ScopeState | undefined {
  const scope = storage.getStore()
  return scope?.closed === true && scope.abortReason === null ? undefined : scope
}

export function runInScope<T>(scope: ScopeState, work: () => T): T {
  return storage.run(scope, work)
}
