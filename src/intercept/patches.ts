/**
 * The one registry of replaced globals. Its state hangs on a `Symbol.for` key, so two loaded copies of the package share
 * one set of hooks: the first copy puts them on, the last owner takes them off.
 */
import type { ExchangeOpener } from '../types.ts'
import type { Mark } from './marks.ts'

interface Owner {
  readonly opener: ExchangeOpener
  /** Refuses also what passes below the hooks: connections that nobody reads, threads without the guard. */
  readonly strict: boolean
}

interface Registry {
  owners: Owner[]
  /** The openers to ask, the one installed last first, each once. */
  openers: readonly ExchangeOpener[]
  readonly marks: Map<string, Mark>
  /** The `fetch` that was there before the hook, which clients built earlier hold. */
  bareFetch?: typeof fetch
  /** Undo functions, in the order in which the hooks were put on. */
  undo: (() => void)[]
}

// The number changes when the shape of the state does: copies that do not understand each other must not share it.
const registryKey = Symbol.for('llm-gdpr-guard.intercept.1')

function openRegistry(): Registry {
  const holder = globalThis as { [registryKey]?: Registry }
  if (holder[registryKey] === undefined) {
    const registry: Registry = { owners: [], openers: [], marks: new Map(), undo: [] }
    Object.defineProperty(holder, registryKey, { value: registry, configurable: true })
  }
  return holder[registryKey]!
}

const registry = openRegistry()

/** The openers to ask about a call. */
export function installedOpeners(): readonly ExchangeOpener[] {
  return registry.openers
}

export function hasStrictOwner(): boolean {
  return registry.owners.some(({ strict }) => strict)
}

/** The openers whose owners are strict. */
export function strictOpeners(): readonly ExchangeOpener[] {
  return registry.owners.filter(({ strict }) => strict).map(({ opener }) => opener)
}

export function hooksAreInstalled(): boolean {
  return registry.owners.length > 0
}

/**
 * Has calls asked about by one more opener, first, for a self-test of the hooks. Puts no hook on: where none is, nothing
 * changes.
 */
export function lendOpener(opener: ExchangeOpener): () => void {
  return hooksAreInstalled() ? addOwner(opener, () => [], hasStrictOwner()) : () => undefined
}

export function bareFetch(): typeof fetch | undefined {
  return registry.bareFetch
}

export function keepBareFetch(bare: typeof fetch | undefined): void {
  if (bare === undefined) delete registry.bareFetch
  else registry.bareFetch = bare
}

export function sharedMarks(): Map<string, Mark> {
  return registry.marks
}

/** Adds an owner; `applyHooks` runs for the first one only and gives back how each hook is undone. */
export function addOwner(
  opener: ExchangeOpener,
  applyHooks: () => readonly (() => void)[],
  strict = false,
): () => void {
  const owner: Owner = { opener, strict }
  setOwners([...registry.owners, owner])
  if (registry.owners.length === 1) registry.undo = [...applyHooks()]
  return () => {
    if (!registry.owners.includes(owner)) return
    setOwners(registry.owners.filter(other => other !== owner))
    if (registry.owners.length === 0) undoAll()
  }
}

function setOwners(owners: Owner[]): void {
  registry.owners = owners
  registry.openers = [...new Set(owners.map(owner => owner.opener).reverse())]
}

function undoAll(): void {
  const undo = registry.undo
  registry.undo = []
  for (const step of undo.reverse()) step()
}

/**
 * Replaces one property and remembers its descriptor. Undo puts it back exactly, unless somebody replaced it again
 * meanwhile: then theirs stays, and our function below it only passes calls on, since no opener is left.
 */
export function replaceProperty(target: object, name: PropertyKey, value: unknown): () => void {
  const original = Object.getOwnPropertyDescriptor(target, name)
  const shape = original ?? { enumerable: false, configurable: true, writable: true }
  Object.defineProperty(target, name, {
    value,
    enumerable: shape.enumerable ?? false,
    configurable: shape.configurable ?? true,
    writable: true,
  })
  return () => {
    if (Reflect.get(target, name) !== value) return
    if (original === undefined) Reflect.deleteProperty(target, name)
    else Object.defineProperty(target, name, original)
  }
}
