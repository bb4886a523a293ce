/**
 * Visits every leaf of a document with the class that the rules give it. Deny by default: what the rules do not name is
 * visited as text. Where the facts contradict each other (two different `type` fields in one object) the rules that
 * depend on them do not apply.
 */
import { arrayKind, type JsonTape, numberKind, objectKind } from './json-tape.ts'
import { type RuleClass, type RuleNode, type Rules, zoneOf } from './rules.ts'

/** The way from the root to a value. */
export interface Step {
  readonly parent: Step | null
  readonly key: string | number
  /** The rules name this key, so that it may be shown. */
  readonly known: boolean
  /** Index of the member's key or of the array element, in the tape. */
  readonly entry: number
  /** Index of the value in the tape. */
  readonly at: number
}

export interface Visitor {
  string(at: number, target: RuleClass, step: Step): void
  number?(at: number, target: RuleClass, step: Step): void
  /** An object key the rules do not name. */
  key?(step: Step): void
  /** Everything under one field, given as one. */
  subtree?(at: number, step: Step): void
  /** A value that says that something has ended. */
  end?(step: Step): void
  /** A list of increments, before its elements. */
  run?(at: number, step: Step): void
}

const unknown = zoneOf('UNNAMED')

/** Needs no stack of its own language, however deep the document is. */
export function walk(tape: JsonTape, rules: Rules, visitor: Visitor, outer: Step | null = null): void {
  const walk = new Walk(tape, visitor)
  walk.enter(0, rules.root, rootStep(outer))
  walk.run()
}

/** The same with top-level fields taken in a given order; those not listed come last, in the order of the document. */
export function walkInOrder(tape: JsonTape, rules: Rules, visitor: Visitor, order: readonly string[]): void {
  if (order.length === 0 || tape.kind(0) !== objectKind) walk(tape, rules, visitor)
  else new Walk(tape, visitor).ordered(rules, order)
}

function rootStep(outer: Step | null): Step {
  return { parent: outer, key: '', known: true, entry: 0, at: 0 }
}

/** A container that is being visited. */
interface Level {
  readonly step: Step
  readonly end: number
  /** The rules for its members, `null` for an array. */
  readonly variants: readonly RuleNode[] | null
  /** The rules for its elements. */
  readonly element: RuleNode
  next: number
  index: number
}

class Walk {
  readonly #tape: JsonTape
  readonly #visitor: Visitor
  readonly #levels: Level[] = []

  constructor(tape: JsonTape, visitor: Visitor) {
    this.#tape = tape
    this.#visitor = visitor
  }

  ordered(rules: Rules, order: readonly string[]): void {
    const root = rootStep(null)
    const variants = this.#variants(0, rules.root)
    const members: { step: Step; rank: number }[] = []
    let isInOrder = true
    const end = this.#tape.next(0)
    for (let entry = this.#tape.firstChild(0); entry < end; entry = this.#tape.next(entry + 2)) {
      const step = this.#memberStep(entry, root, variants)
      const known = order.indexOf(String(step.key))
      const rank = known === -1 ? order.length : known
      isInOrder &&= members.length === 0 || members[members.length - 1]!.rank <= rank
      members.push({ step, rank })
    }
    if (!isInOrder) members.sort((a, b) => a.rank - b.rank)
    for (const { step } of members) {
      this.#member(step, variants)
      this.run()
    }
  }

  /** Visits a scalar, or puts a container on top of what `run` works through. */
  enter(at: number, node: RuleNode, step: Step): void {
    const tape = this.#tape
    if (node.target === 'ENDS' && !/^(?:null|false)$/.test(tape.raw(at))) this.#visitor.end?.(step)
    if (node.target === 'RUN' && tape.kind(at) === arrayKind) this.#visitor.run?.(at, step)
    if (!tape.isContainer(at)) this.#scalar(at, node.target ?? 'UNNAMED', step)
    else if (node.target === 'FIXED') return
    else if (node.target === 'IDENT' && this.#visitor.subtree !== undefined) this.#visitor.subtree(at, step)
    else this.#levels.push(this.#level(at, node, step))
  }

  run(): void {
    for (let level = this.#levels.at(-1); level !== undefined; level = this.#levels.at(-1)) {
      const entry = level.next
      if (entry >= level.end) {
        this.#levels.pop()
      } else if (level.variants === null) {
        level.next = this.#tape.next(entry)
        this.enter(entry, level.element, { parent: level.step, key: level.index++, known: true, entry, at: entry })
      } else {
        level.next = this.#tape.next(entry + 2)
        this.#member(this.#memberStep(entry, level.step, level.variants), level.variants)
      }
    }
  }

  #level(at: number, node: RuleNode, step: Step): Level {
    const tape = this.#tape
    const variants = tape.kind(at) === objectKind ? this.#variants(at, node) : null
    const element = node.element ?? zoneBelow(node)
    return { step, end: tape.next(at), variants, element, next: tape.firstChild(at), index: 0 }
  }

  #scalar(at: number, target: RuleClass, step: Step): void {
    if (this.#tape.isString(at)) this.#visitor.string(at, target, step)
    else if (this.#tape.kind(at) === numberKind) this.#visitor.number?.(at, target, step)
  }

  #memberStep(entry: number, parent: Step, variants: readonly RuleNode[]): Step {
    const key = this.#tape.string(entry)
    let known = false
    for (const variant of variants) if (variant.keys.has(key)) known = true
    return { parent, key, known, entry, at: entry + 2 }
  }

  #member(step: Step, variants: readonly RuleNode[]): void {
    if (!step.known) this.#visitor.key?.(step)
    this.enter(step.at, childOf(variants, String(step.key)), step)
  }

  /** The rules for an object: those of its `type`, those of its `role`, those of any object here. */
  #variants(at: number, node: RuleNode): readonly RuleNode[] {
    if (node.kinds.size === 0) return [node]
    const type = this.#discriminator(at, 'type')
    const role = this.#discriminator(at, 'role')
    if (type === null || role === null) return [unknown]
    const ofType = node.kinds.get(type)
    const ofRole = node.kinds.get(role)
    if (ofType === undefined && ofRole === undefined) return [node]
    const variants: RuleNode[] = []
    if (ofType !== undefined) variants.push(ofType)
    if (ofRole !== undefined) variants.push(ofRole)
    variants.push(node)
    return variants
  }

  /** The text of a field, `''` where there is none, `null` where there are several that differ. */
  #discriminator(at: number, name: string): string | null {
    const tape = this.#tape
    const end = tape.next(at)
    let found: string | undefined
    for (let entry = tape.firstChild(at); entry < end; entry = tape.next(entry + 2)) {
      if (!tape.isNamed(entry, name) || !tape.isString(entry + 2)) continue
      const text = tape.string(entry + 2)
      if (found !== undefined && found !== text) return null
      found = text
    }
    return found ?? ''
  }
}

function childOf(variants: readonly RuleNode[], key: string): RuleNode {
  for (const variant of variants) {
    const node = variant.keys.get(key)
    if (node !== undefined) return node
  }
  for (const variant of variants) {
    if (variant.anyKey !== null) return variant.anyKey
  }
  return zoneBelow(variants.at(-1) ?? unknown)
}

/** What holds under a class that says nothing about its inside: the class itself, or text. */
function zoneBelow({ target }: RuleNode): RuleNode {
  return target !== null && inherited.has(target) ? zoneOf(target) : unknown
}

const inherited: ReadonlySet<RuleClass> = new Set([
  'ID',
  'MEDIA',
  'NAME',
  'OPAQUE',
  'SECRET',
  'SIGNED_VALUE',
  'URL',
  'VALUE',
])
