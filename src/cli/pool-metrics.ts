/** The counts of all workers in the parent: asked for when somebody wants the sum, remembered when a worker ends. */
import { sumMetrics } from '../observe/metrics-sum.ts'
import type { PoolMessage } from './pool-messages.ts'

/** The part of a worker that is needed to ask it. */
export interface Counting {
  readonly id: number
  send(message: PoolMessage): void
}

/** A worker that is busy for longer is taken at its last word. */
const patienceMs = 1_000

export class PoolMetrics {
  readonly #last = new Map<number, string>()
  readonly #rounds = new Map<number, Round>()
  readonly #schedule: (work: () => void, ms: number) => () => void
  /** Counts of workers that have ended: a counter must not go back. */
  #past: string[] = []
  #next = 0

  constructor(schedule = afterTime) {
    this.#schedule = schedule
  }

  /** Asks all of them and gives the sum. */
  async sum(workers: readonly Counting[]): Promise<string> {
    const id = this.#next++
    const missing = new Set(workers.map(worker => worker.id))
    if (missing.size > 0) {
      await new Promise<void>(resolve => {
        const cancel = this.#schedule(resolve, patienceMs)
        const end = () => {
          cancel()
          resolve()
        }
        this.#rounds.set(id, { missing, end })
        for (const worker of workers) worker.send({ pool: 'count', id })
      })
      this.#rounds.delete(id)
    }
    return sumMetrics([...this.#past, ...this.#last.values()])
  }

  counted(worker: number, id: number, text: string): void {
    this.#last.set(worker, text)
    this.#tick(this.#rounds.get(id), worker)
  }

  /** It will not answer any more; what it said last stays in the sum. */
  ended(worker: number): void {
    const last = this.#last.get(worker)
    this.#last.delete(worker)
    if (last !== undefined) this.#past = [sumMetrics([...this.#past, last])]
    for (const round of this.#rounds.values()) this.#tick(round, worker)
  }

  #tick(round: Round | undefined, worker: number): void {
    round?.missing.delete(worker)
    if (round?.missing.size === 0) round.end()
  }
}

interface Round {
  readonly missing: Set<number>
  end(): void
}

function afterTime(work: () => void, ms: number): () => void {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}
