/**
 * Hook: `worker_threads.Worker`. A thread has globals of its own, so it is guarded only when it loads the guard itself.
 * Apply: where the process was registered, the preload is handed to threads that would start without it; elsewhere a
 * strict owner refuses such threads. Each guarded thread says so in memory that all threads share.
 * Undo: the class is put back. Cannot see: a reference to `Worker` that a CommonJS module took before; those threads are
 * still counted.
 */
import { syncBuiltinESMExports } from 'node:module'
import * as threads from 'node:worker_threads'
import { GuardError } from '../errors.ts'
import { hasStrictOwner, replaceProperty } from './patches.ts'

type Worker = threads.Worker
type WorkerClass = typeof threads.Worker
type WorkerArguments = ConstructorParameters<WorkerClass>

/** Which threads load the preload by the flags of the process: those made from a file, and those made from a text. */
export interface Inheritance {
  readonly scripts: boolean
  readonly texts: boolean
}

interface Preload extends Inheritance {
  readonly file: string
}

interface ThreadState {
  /** `null` where only code creates guards. */
  preload: Preload | null
  readonly live: Set<Worker>
}

// Shared by all copies of the package in this thread, as the other hooks are.
const stateKey = Symbol.for('llm-gdpr-guard.threads.1')
const announcements = 'llm-gdpr-guard.threads'
/** One byte per thread id. Ids count up; in a process that starts more threads than this the later ones count as bare. */
const mostThreads = 65_536

function threadState(): ThreadState {
  const holder = globalThis as { [stateKey]?: ThreadState }
  if (holder[stateKey] === undefined) {
    const state: ThreadState = { preload: null, live: new Set() }
    Object.defineProperty(holder, stateKey, { value: state, configurable: true })
  }
  return holder[stateKey]!
}

/** From now on `file` is loaded first in every thread that this one starts. Call it before hooks are installed. */
export function preloadWorkers(file: string, inheritance: Inheritance): void {
  threadState().preload = { file, ...inheritance }
}

export function hookWorkers(): () => void {
  announce(1)
  const exported = process.getBuiltinModule('node:worker_threads')
  const guarded = new Proxy(exported.Worker, {
    construct: (target, args, newTarget) => startWorker(target, args as WorkerArguments, newTarget as WorkerClass),
  })
  const undo = replaceProperty(exported, 'Worker', guarded)
  // The bindings of modules that have imported the class by name.
  syncBuiltinESMExports()
  process.on('worker', noteWorker)
  return () => {
    process.off('worker', noteWorker)
    undo()
    syncBuiltinESMExports()
    announce(0)
  }
}

function startWorker(target: WorkerClass, [file, options]: WorkerArguments, newTarget: WorkerClass): Worker {
  const start = (given: threads.WorkerOptions | undefined): Worker =>
    Reflect.construct(target, [file, given], newTarget)
  const { preload } = threadState()
  if (preload === null) {
    if (hasStrictOwner()) throw new GuardError('ERR_GDPR_UNGUARDED_WORKER')
    return start(options)
  }
  if (inheritsPreload(preload, options)) return start(options)
  const withPreload = (flags: readonly string[]) => ({ ...options, execArgv: [...flags, '--require', preload.file] })
  try {
    return start(withPreload(options?.execArgv ?? process.execArgv))
  } catch (error) {
    // Flags of the whole process are inherited, but may not be named: the thread then has the preload alone.
    if (options?.execArgv !== undefined || !isInvalidFlag(error)) throw error
    return start(withPreload([]))
  }
}

function inheritsPreload(preload: Preload, options: threads.WorkerOptions | undefined): boolean {
  if (options?.execArgv !== undefined || typeof options?.env === 'object') return false
  return options?.eval === true ? preload.texts : preload.scripts
}

function isInvalidFlag(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_INVALID_EXEC_ARGV'
}

/** Node tells of every thread, whichever reference to the class started it. */
function noteWorker(worker: Worker): void {
  const { live } = threadState()
  live.add(worker)
  worker.once('exit', () => live.delete(worker))
}

/** True where threads that this one starts load the guard first. */
export function workersArePreloaded(): boolean {
  return threadState().preload !== null
}

export interface LiveWorkers {
  readonly guarded: number
  readonly bare: number
}

/** The running threads that this one has started since hooks are on. */
export function countWorkers(): LiveWorkers {
  const { live } = threadState()
  const table = announcementTable()
  const guarded = [...live].filter(({ threadId }) => table[threadId] === 1).length
  return { guarded, bare: live.size - guarded }
}

function announce(value: 0 | 1): void {
  const table = announcementTable()
  if (threads.threadId < table.length) table[threads.threadId] = value
}

function announcementTable(): Uint8Array {
  const known: unknown = threads.getEnvironmentData(announcements)
  if (known instanceof SharedArrayBuffer) return new Uint8Array(known)
  const created = new SharedArrayBuffer(mostThreads)
  threads.setEnvironmentData(announcements, created)
  return new Uint8Array(created)
}
