/** The typed list of everything that can be observed. Payloads have no field that could hold text of a body. */
import { EventEmitter } from 'node:events'
import type { ExchangeSummary } from '../types.ts'

export interface GuardEvents {
  /** One call to a provider has ended, or was refused. */
  exchange: ExchangeSummary
}

export class Events {
  readonly #emitter = new EventEmitter()

  on<Name extends keyof GuardEvents>(name: Name, listener: (payload: GuardEvents[Name]) => void): void {
    this.#emitter.on(name, listener)
  }

  off<Name extends keyof GuardEvents>(name: Name, listener: (payload: GuardEvents[Name]) => void): void {
    this.#emitter.off(name, listener)
  }

  /** A listener that throws must not break the call it watches; its own error may quote anything, so only its name is told. */
  emit<Name extends keyof GuardEvents>(name: Name, payload: GuardEvents[Name]): void {
    try {
      this.#emitter.emit(name, payload)
    } catch (error) {
      process.emitWarning(
        `A listener of the event "${name}" threw ${error instanceof Error ? error.name : typeof error}`,
        {
          code: 'GDPR_GUARD_LISTENER',
        },
      )
    }
  }
}
