/** A JSON body that is read leaf by leaf and changed by cutting, so that numbers keep their digits and nothing is lost. */
import type { TextCut } from '../types.ts'
import { readBase64Text } from './base64-text.ts'
import { holdsControls, isPlain } from './control-bytes.ts'
import { DocumentLeaf } from './document-leaf.ts'
import { latin1Of, readText } from './encoding.ts'
import type { Leaf } from './format.ts'
import { JsonEdits } from './json-edits.ts'
import { scanJson, tryScan } from './json-scanner.ts'
import { JsonTape, objectKind } from './json-tape.ts'
import { positionTargets } from './positions.ts'
import { compileRules, type RuleClass, type Rules } from './rules.ts'
import { type Step, type Visitor, walk, walkInOrder } from './walk.ts'

export class JsonDocument {
  readonly tape: JsonTape
  readonly #depth: number
  /** What the text was read from, where it is ASCII, so that positions in both are the same. */
  #source: Uint8Array | null = null
  #edits: JsonEdits | null = null
  #holdsPositions = false
  /** Documents inside strings, by tape index. */
  #nested: Map<number, Nested> | null = null
  /** Signatures by tape index of their object, so that many texts beside one cost one look. */
  #seals: Map<number, string | null> | null = null

  private constructor(tape: JsonTape, depth: number) {
    this.tape = tape
    this.#depth = depth
  }

  /** Throws ERR_GDPR_JSON_INVALID or ERR_GDPR_BODY_TOO_DEEP. */
  static parse(text: string, limits: { readonly depth: number }): JsonDocument {
    return new JsonDocument(scanJson(text, limits.depth), limits.depth)
  }

  /** The same for a body in bytes, which are not copied; throws ERR_GDPR_BODY_UNREADABLE too. */
  static read(bytes: Uint8Array, limits: { readonly depth: number }): JsonDocument {
    if (bytes.length <= shortBody && isPlain(bytes)) {
      const document = new JsonDocument(scanJson(latin1Of(bytes), limits.depth, true), limits.depth)
      document.#source = bytes
      return document
    }
    const text = readText(bytes)
    const document = new JsonDocument(scanJson(text, limits.depth, !holdsControls(bytes)), limits.depth)
    // Every character that is not ASCII takes more bytes than units.
    if (text.length === bytes.length) document.#source = bytes
    return document
  }

  /** The same for text that may be anything: `null` where it is no JSON that can be read. */
  static tryParse(text: string, limits: { readonly depth: number }): JsonDocument | null {
    const tape = tryScan(text, limits.depth)
    return tape instanceof JsonTape ? new JsonDocument(tape, limits.depth) : null
  }

  /** Everything there is to look at; top-level fields in `promptOrder` come first, in that order. */
  leaves(rules: Rules, promptOrder: readonly string[] = []): Leaf[] {
    const leaves: Leaf[] = []
    walkInOrder(this.tape, rules, new LeafCollector(this, leaves), promptOrder)
    return leaves
  }

  /** Of the leaves asked for, some were positions in texts, which move when texts change. */
  get holdsPositions(): boolean {
    return this.#holdsPositions
  }

  /** The tape index of a top-level field. */
  field(name: string): number | null {
    return this.tape.kind(0) === objectKind ? this.tape.member(0, name) : null
  }

  /** The provider's signature over a text, by what the rules say of it; `null` where there is none. */
  sealOver({ parent }: Step, target: RuleClass): string | null {
    if (target === 'SIGNED' || target === 'SIGNED_GROWS') return parent === null ? null : this.#sealBeside(parent.at)
    if (target !== 'SIGNED_VALUE') return null
    for (let above = parent; above !== null; above = above.parent) {
      const seal = this.#sealBeside(above.at)
      if (seal !== null) return seal
    }
    return null
  }

  #sealBeside(object: number): string | null {
    this.#seals ??= new Map()
    const known = this.#seals.get(object)
    if (known !== undefined) return known
    const seal = this.#findSeal(object)
    this.#seals.set(object, seal)
    return seal
  }

  /** Puts a string in place of any value, or of a key. */
  replace(at: number, text: string): void {
    this.#edit().replace(at, JSON.stringify(text))
  }

  /** Puts another number in place of a number. */
  replaceNumber(at: number, value: number): void {
    this.#edit().replace(at, String(value))
  }

  /** Puts texts in place of parts of a string, which keeps its escapes everywhere else. */
  replaceParts(at: number, cuts: readonly TextCut[]): void {
    this.#edit().replaceParts(at, cuts)
  }

  /** A string with its edits. */
  currentText(at: number): string {
    return this.#edits?.textOf(at) ?? this.tape.string(at)
  }

  /** Adds to a string what `replace` or the source puts there. */
  append(at: number, text: string): void {
    this.#edit().append(at, text)
  }

  /** Puts JSON text (`"key":value` or an element) first in a container. */
  putFirst(container: number, json: string): void {
    this.#edit().putFirst(container, json)
  }

  /** Takes a member (by the index of its key) or an element out. */
  remove(container: number, entry: number): void {
    this.#edit().remove(container, entry)
  }

  /** The document with its edits; the source itself when there are none. */
  toText(): string {
    this.#closeNested()
    return this.#edits === null ? this.tape.text : this.#edits.apply()
  }

  /** The same in UTF-8. */
  toBytes(): Uint8Array {
    this.#closeNested()
    const source = this.#source
    if (source === null) return Buffer.from(this.toText(), 'utf8')
    return this.#edits === null ? Buffer.from(source) : this.#edits.applyTo(source)
  }

  #closeNested(): void {
    for (const [at, { document, encode }] of this.#nested ?? []) {
      const text = document.toText()
      if (text !== document.tape.text) this.replace(at, encode(text))
    }
  }

  #findSeal(object: number): string | null {
    const { tape } = this
    if (tape.kind(object) !== objectKind) return null
    for (const name of sealNames) {
      const at = tape.member(object, name)
      if (at !== null && tape.isString(at)) return tape.string(at)
    }
    return null
  }

  #edit(): JsonEdits {
    this.#edits ??= new JsonEdits(this.tape)
    return this.#edits
  }

  /** The document inside a string; `null` where the string is to be read as it is. */
  openAt(at: number, target: RuleClass): JsonDocument | null {
    if (target === 'BASE64') return this.#openFile(at)
    return openedTargets.has(target) ? this.#open(at) : null
  }

  notePosition(): void {
    this.#holdsPositions = true
  }

  /** The JSON object or array inside a string; `null` where the string is something else, which makes it text. */
  #open(at: number): JsonDocument | null {
    const opened = this.#nested?.get(at)
    if (opened !== undefined) return opened.document
    const text = this.tape.string(at)
    const inner = mayHoldJson.test(text) ? JsonDocument.tryParse(text, { depth: this.#depth }) : null
    if (inner === null) return null
    this.#nested ??= new Map()
    this.#nested.set(at, { document: inner, encode: json => json })
    return inner
  }

  /** The text of a file in base64, as a document that is one string; `null` where the file is no text. */
  #openFile(at: number): JsonDocument | null {
    const opened = this.#nested?.get(at)
    if (opened !== undefined) return opened.document
    const text = readBase64Text(this.tape.string(at))
    if (text === null) return null
    const inner = JsonDocument.parse(JSON.stringify(text), { depth: this.#depth })
    this.#nested ??= new Map()
    this.#nested.set(at, { document: inner, encode: json => Buffer.from(JSON.parse(json), 'utf8').toString('base64') })
    return inner
  }
}

/** Of a class: four functions of its own for each document would cost a short one a part of its walk. */
class LeafCollector implements Visitor {
  readonly #document: JsonDocument
  readonly #leaves: Leaf[]

  constructor(document: JsonDocument, leaves: Leaf[]) {
    this.#document = document
    this.#leaves = leaves
  }

  string(at: number, target: RuleClass, step: Step): void {
    const inner = this.#document.openAt(at, target)
    if (inner === null) this.#add(at, step, target, 'string')
    else walk(inner.tape, valueRules, new LeafCollector(inner, this.#leaves), step)
  }

  number(at: number, target: RuleClass, step: Step): void {
    if (positionTargets.has(target)) this.#document.notePosition()
    if (!unreadNumbers.has(target)) this.#add(at, step, target, 'number')
  }

  key(step: Step): void {
    if (!plainKey.test(String(step.key))) this.#add(step.entry, step, 'TEXT', 'key')
  }

  subtree(at: number, step: Step): void {
    this.#add(at, step, 'IDENT', 'subtree')
  }

  #add(at: number, step: Step, target: RuleClass, kind: Leaf['kind']): void {
    this.#leaves.push(new DocumentLeaf(this.#document, at, step, target, kind))
  }
}

interface Nested {
  readonly document: JsonDocument
  /** Its text as the outer string holds it. */
  readonly encode: (text: string) => string
}

/** Everything is text: for values that are no message of a provider. */
export const valueRules: Rules = compileRules({ root: { '': 'VALUE' } })

/** Up to here one look at the bytes is quicker than two searches, each of which needs a view of its own. */
const shortBody = 4_096

/** Strings in which JSON is looked for. */
const openedTargets: ReadonlySet<RuleClass> = new Set(['JSONTEXT', 'SIGNED_VALUE', 'UNNAMED', 'VALUE'])

/** The first unit that is no blank decides whether a parse is worth trying. */
const mayHoldJson = /^[ \t\r\n]*[{[]/

/** Numbers of these classes are settings, positions and vectors. */
const unreadNumbers: ReadonlySet<RuleClass> = new Set([
  'END',
  'FIXED',
  'ID',
  'MEDIA',
  'OPAQUE',
  'SEAL',
  'SECRET',
  'SENT_END',
  'SENT_START',
  'START',
])

/** Keys that programs use; any other key may be a value that somebody used as a key. */
const plainKey = /^[A-Za-z_$@][\w$.-]{0,63}$/

/** Where providers put the signature over a text: thinking blocks, compacted history, parts of Gemini. */
export const sealNames = ['signature', 'encrypted_content', 'thoughtSignature', 'thought_signature']
