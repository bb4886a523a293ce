/** Calls that lean on what a provider remembers: which map holds for them, and under which ids theirs is kept. */
import { GuardError } from '../errors.ts'
import { type StableNumber, Vault, type VaultRecord } from '../mask/index.ts'
import type { Settings } from '../options.ts'
import type { BodyRestorer, ExchangeOpener } from '../types.ts'
import { StateIds, type StateUse } from '../wire/index.ts'
import { stableNumberOf } from './identifiers.ts'
import { ScopeState } from './scope.ts'
import { MemoryStateStore, States } from './state-store.ts'

export class StateKeeper {
  readonly #settings: Settings
  readonly #states: States
  readonly #stableNumber: StableNumber | null

  constructor(settings: Settings, now: () => number) {
    this.#settings = settings
    const { states, stateMinutes } = settings.limits
    const key = settings.pseudonymKey
    this.#stableNumber = key === null ? null : (type, canonical) => stableNumberOf(key, type, canonical)
    this.#states = new States(new MemoryStateStore(states, now), stateMinutes * 60_000, now)
  }

  /**
   * The scope whose map holds for a call. Usually that of the request; one of its own where the provider remembers another
   * request, or where `stable` asks for numbers that do not depend on the call. Throws ERR_GDPR_STATE_BLOCKED or ERR_GDPR_STATE_UNKNOWN where the map is not here.
   */
  async scopeFor(
    use: StateUse,
    { provider, stable }: { readonly provider: string; readonly stable: boolean },
    scope: ScopeState,
    owner: ExchangeOpener,
  ): Promise<ScopeState> {
    for (const id of use.forgets) await this.#states.forget(provider, id)
    const foreign = use.needs.filter(id => !scope.remembered.has(id))
    const maps: (readonly VaultRecord[])[] = []
    for (const id of foreign) maps.push((await this.#states.load(provider, id)) ?? this.#refuse())
    for (const id of use.mayNeed.filter(id => !scope.remembered.has(id))) {
      const map = await this.#states.load(provider, id)
      if (map !== null) maps.push(map)
    }
    if (!stable && maps.every(map => map.length === 0)) return scope
    const own = use.needs.length > foreign.length ? [scope.vault.records()] : []
    const inner = new ScopeState(this.#settings.limits.findings, owner, scope, stable ? this.#stableNumber : null)
    inner.vault.adopt(this.#merge([...own, ...maps]))
    for (const { source, canonical, type } of inner.vault.sources()) {
      inner.known.add(canonical, type)
      inner.known.add(source, type)
    }
    return inner
  }

  #merge(maps: readonly (readonly VaultRecord[])[]): readonly VaultRecord[] {
    const merged = new Vault(this.#settings.limits.findings)
    if (!maps.every(map => merged.adopt(map))) {
      throw new GuardError(
        'ERR_GDPR_STATE_UNKNOWN',
        'two things it leans on have the same placeholder for different values',
      )
    }
    return merged.records()
  }

  /** Refuses to have the provider keep text whose placeholders nobody could put back later. */
  checkKept(use: StateUse, replacements: number): void {
    if (use.keepsForLater && replacements > 0 && this.#settings.state === 'block')
      throw new GuardError('ERR_GDPR_STATE_BLOCKED')
  }

  /** Reads the ids in an answer as it passes, and keeps the map of the scope under them. */
  remember(use: StateUse, provider: string, scope: ScopeState, body: BodyRestorer): BodyRestorer {
    if (!use.makes) return body
    const ids = new StateIds()
    const decoder = new TextDecoder()
    let kept = 0
    const keep = () => {
      if (ids.found.size === kept || scope.closed) return
      kept = ids.found.size
      this.#keep(new Set([...use.needs, ...ids.found]), provider, scope)
    }
    return {
      write: chunk => {
        const shown = body.write(chunk)
        ids.read(decoder.decode(shown, { stream: true }))
        keep()
        return shown
      },
      end: () => {
        const shown = body.end()
        ids.read(decoder.decode(shown))
        ids.end()
        keep()
        return shown
      },
    }
  }

  #keep(ids: ReadonlySet<string>, provider: string, scope: ScopeState): void {
    const records = scope.vault.records()
    for (const id of ids) {
      scope.remembered.add(id)
      // That there is nothing to put back may be remembered in any case.
      if (records.length === 0 || this.#settings.state === 'memory') void this.#states.save(provider, id, records)
    }
  }

  #refuse(): never {
    throw new GuardError(this.#settings.state === 'block' ? 'ERR_GDPR_STATE_BLOCKED' : 'ERR_GDPR_STATE_UNKNOWN')
  }
}
