/**
 * A JSON body that is read leaf by leaf and changed by cutting: every change is an edit on the source text, and what is
 * not edited leaves byte for byte as it came.
 */
import { isGuardError } from '../errors.ts'
import type { FieldHint } from '../types.ts'
import type { Leaf } from './format.ts'
import { arrayKind, type JsonTape, objectKind, scanJson } from './json-tape.ts'
import { leafClass } from './leaf-class.ts'
import { compileRules, type RuleClass, type Rules } from './rules.ts'
import { type Step, type Visitor, walk, walkInOrder } from './walk.ts'

interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

export class JsonDocument {
  readonly tape: JsonTape
  readonly #depth: number
  /** New JSON text by tape index. */
  readonly #replaced = new Map<number, string>()
  /** Texts behind the content of strings, by tape index. */
  readonly #appended = new Map<number, string>()
  /** New first members or elements, by tape index of the container. */
  readonly #headed = new Map<number, string>()
  /** Entries taken out, by tape index of the container. */
  readonly #removed = new Map<number, Set<number>>()
  /** Documents inside strings, by tape index. */
  readonly #nested = new Map<number, JsonDocument>()

  private constructor(tape: JsonTape, depth: number) {
    this.tape = tape
    this.#depth = depth
  }

  /** Throws ERR_GDPR_JSON_INVALID or ERR_GDPR_BODY_TOO_DEEP. `depth` is at most 2000. */
  static parse(text: string, limits: { readonly depth: number }): JsonDocument {
    return new JsonDocument(scanJson(text, limits.depth), limits.depth)
  }

  /** Everything there is to look at; top-level fields in `promptOrder` come first, in that order. */
  leaves(rules: Rules, promptOrder: readonly string[] = []): Leaf[] {
    const leaves: Leaf[] = []
    walkInOrder(this.tape, rules, this.#collector(leaves), promptOrder)
    return leaves
  }

  /** The tape index of a top-level field. */
  field(name: string): number | null {
    return this.tape.kind(0) === objectKind ? this.member(0, name) : null
  }

  /** The tape index of a member's value, of the last one where the key is repeated, as most parsers read it. */
  member(object: number, name: string): number | null {
    let found: number | null = null
    for (const [entry, value] of this.#entries(object)) {
      if (this.tape.string(entry) === name) found = value
    }
    return found
  }

  /** The provider's signature in an object. */
  sealBeside(object: number): string | null {
    const { tape } = this
    if (tape.kind(object) !== objectKind) return null
    for (const [entry, value] of this.#entries(object)) {
      if (sealKeys.has(tape.string(entry)) && tape.isString(value)) return tape.string(value)
    }
    return null
  }

  replace(at: number, text: string): void {
    this.#replaced.set(at, JSON.stringify(text))
  }

  /** Adds to a string what `replace` or the source puts there. */
  append(at: number, text: string): void {
    this.#appended.set(at, text)
  }

  /** Puts JSON text (`"key":value` or an element) first in a container. */
  putFirst(container: number, json: string): void {
    this.#headed.set(container, json)
  }

  remove(container: number, entry: number): void {
    const entries = this.#removed.get(container) ?? new Set()
    this.#removed.set(container, entries.add(entry))
  }

  /** The document with its edits; the source itself when there are none. */
  toText(): string {
    const splices = this.#splices()
    if (splices.length === 0) return this.tape.text
    // What stands inside a removed field is gone with it, so the wider edit comes first; what is put in comes before it.
    splices.sort((a, b) => a.start - b.start || isInsertion(b) - isInsertion(a) || b.end - a.end)
    const pieces: string[] = []
    let position = 0
    for (const { start, end, text } of splices) {
      if (start < position) continue
      pieces.push(this.tape.text.slice(position, start), text)
      position = end
    }
    pieces.push(this.tape.text.slice(position))
    return pieces.join('')
  }

  #collector(leaves: Leaf[]): Visitor {
    const add = (at: number, step: Step, target: RuleClass, kind: Leaf['kind']) =>
      leaves.push(new DocumentLeaf(this, at, step, target, kind))
    return {
      string: (at, target, step) => {
        if (!this.#collectNested(at, target, step, leaves)) add(at, step, target, 'string')
      },
      number: (at, target, step) => {
        if (!unreadNumbers.has(target)) add(at, step, target, 'number')
      },
      key: step => {
        if (!plainKey.test(String(step.key))) add(step.entry, step, 'TEXT', 'key')
      },
      subtree: (at, step) => add(at, step, 'IDENT', 'subtree'),
    }
  }

  /** Opens JSON inside a string; false where the string is no JSON object or array, so that it is text. */
  #collectNested(at: number, target: RuleClass, step: Step, leaves: Leaf[]): boolean {
    if (target !== 'JSONTEXT' && target !== 'VALUE' && target !== 'UNNAMED') return false
    const text = this.tape.string(at)
    if (!mayHoldJson.test(text)) return false
    const inner = parseNested(text, this.#depth)
    if (inner === null) return false
    this.#nested.set(at, inner)
    walk(inner.tape, valueRules, inner.#collector(leaves), step)
    return true
  }

  #splices(): Splice[] {
    for (const [at, inner] of this.#nested) {
      const text = inner.toText()
      if (text !== inner.tape.text) this.replace(at, text)
    }
    return [
      ...[...this.#headed].map(([container, json]) => this.#headSplice(container, json)),
      ...[...this.#removed].flatMap(([container, entries]) => this.#removalSplices(container, entries)),
      ...this.#stringSplices(),
    ]
  }

  *#stringSplices(): Iterable<Splice> {
    const { tape } = this
    for (const at of new Set([...this.#replaced.keys(), ...this.#appended.keys()])) {
      const written = this.#replaced.get(at) ?? tape.raw(at)
      const tail = this.#appended.get(at)
      const text = tail === undefined ? written : written.slice(0, -1) + JSON.stringify(tail).slice(1)
      yield { start: tape.start(at), end: tape.end(at), text }
    }
  }

  #headSplice(container: number, json: string): Splice {
    const start = this.tape.start(container) + 1
    const gone = this.#removed.get(container)
    const keeps = this.#entries(container).some(([entry]) => !gone?.has(entry))
    return { start, end: start, text: keeps ? `${json},` : json }
  }

  /** Takes each entry out with the comma before it, or, where nothing is kept before it, the comma behind it. */
  #removalSplices(container: number, gone: ReadonlySet<number>): Splice[] {
    const { tape } = this
    const splices: Splice[] = []
    let keptEnd = -1
    let goneStart = -1
    let goneEnd = -1
    for (const [entry, value] of this.#entries(container)) {
      const start = tape.start(entry)
      if (gone.has(entry)) {
        if (keptEnd !== -1) splices.push({ start: keptEnd, end: tape.end(value), text: '' })
        else if (goneStart === -1) goneStart = start
        if (keptEnd !== -1) keptEnd = tape.end(value)
        goneEnd = tape.end(value)
        continue
      }
      if (goneStart !== -1 && keptEnd === -1) splices.push({ start: goneStart, end: start, text: '' })
      keptEnd = tape.end(value)
    }
    if (goneStart !== -1 && keptEnd === -1) splices.push({ start: goneStart, end: goneEnd, text: '' })
    return splices
  }

  /** Pairs of entry (an object's key, an array's element) and value. */
  #entries(container: number): [entry: number, value: number][] {
    const { tape } = this
    const entries: [number, number][] = []
    const toValue = tape.kind(container) === arrayKind ? 0 : 2
    for (let entry = tape.firstChild(container); entry < tape.next(container); ) {
      entries.push([entry, entry + toValue])
      entry = tape.next(entry + toValue)
    }
    return entries
  }
}

function isInsertion({ start, end }: Splice): number {
  return start === end ? 1 : 0
}

/** Everything is text: for values that are no message of a provider. */
export const valueRules: Rules = compileRules({ root: { '': 'VALUE' } })

/** Where providers put the signature over a text: thinking blocks, and compacted history. */
const sealKeys: ReadonlySet<string> = new Set(['signature', 'encrypted_content'])

/** The first unit that is no blank decides whether a parse is worth trying. */
const mayHoldJson = /^[ \t\r\n]*[{[]/

/** Keys that programs use; any other key may be a value that somebody used as a key. */
const plainKey = /^[A-Za-z_$@][\w$.-]{0,63}$/

/** Numbers of these classes are settings, positions and vectors. */
const unreadNumbers: ReadonlySet<RuleClass> = new Set(['FIXED', 'ID', 'MEDIA', 'OPAQUE', 'SEAL', 'SECRET'])

/** Keys nearest to the text that a hint holds; a bound, so that hints of a deep body cost no more than others. */
const hintKeys = 16

/** Only the root of a document, whole or inside a string, stands first on its tape. */
function isRoot(step: Step): boolean {
  return step.at === 0
}

function parseNested(text: string, depth: number): JsonDocument | null {
  try {
    return JsonDocument.parse(text, { depth })
  } catch (error) {
    if (isGuardError(error)) return null
    throw error
  }
}

class DocumentLeaf implements Leaf {
  readonly kind: Leaf['kind']
  readonly #document: JsonDocument
  readonly #at: number
  readonly #step: Step
  readonly #target: RuleClass
  #text: string | undefined
  #class: Leaf['class'] | undefined

  constructor(document: JsonDocument, at: number, step: Step, target: RuleClass, kind: Leaf['kind']) {
    this.#document = document
    this.#at = at
    this.#step = step
    this.#target = target
    this.kind = kind
  }

  get text(): string {
    this.#text ??= this.#read()
    return this.#text
  }

  get class(): Leaf['class'] {
    this.#class ??= leafClass(this.#target, this.text)
    return this.#class
  }

  get signed(): string | null {
    if (this.#target !== 'SIGNED' || this.#step.parent === null) return null
    return this.#document.sealBeside(this.#step.parent.at)
  }

  get hint(): FieldHint {
    const path: string[] = []
    let step = this.kind === 'key' ? this.#step.parent : this.#step
    for (; step !== null && path.length < hintKeys; step = step.parent) {
      if (typeof step.key === 'string' && !isRoot(step)) path.push(step.key)
    }
    path.reverse()
    const key = path.at(-1)
    return key === undefined ? { path } : { key, path }
  }

  get place(): string {
    let place = ''
    for (let step: Step | null = this.#step; step !== null; step = step.parent) {
      if (typeof step.key === 'number') place = `[${step.key}]${place}`
      else if (!isRoot(step)) place = `.${step.known ? step.key : '*'}${place}`
    }
    return place === '' ? 'body' : place.replace(/^\./, '')
  }

  replace(text: string): void {
    this.#document.replace(this.#at, text)
  }

  remove(): void {
    const { parent } = this.#step
    if (parent === null || isRoot(this.#step)) this.#document.replace(this.#at, '')
    else if (this.kind !== 'key') this.#document.remove(parent.at, this.#step.entry)
  }

  #read(): string {
    const { tape } = this.#document
    return tape.isString(this.#at) ? tape.string(this.#at) : tape.raw(this.#at)
  }
}
