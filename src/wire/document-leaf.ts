/** One place of a document, as the pipeline sees it. Text, class, hint and place are made when they are asked for. */
import type { FieldHint, TextCut } from '../types.ts'
import type { Leaf } from './format.ts'
import type { JsonDocument } from './json-document.ts'
import { labelBeside } from './label-beside.ts'
import { leafClass } from './leaf-class.ts'
import type { RuleClass } from './rules.ts'
import type { Step } from './walk.ts'

/** Keys nearest to the text that a hint holds; a bound, so that hints of a deep body cost no more than others. */
const hintKeys = 16

export class DocumentLeaf implements Leaf {
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
    this.#class ??= this.#isToken ? 'TOKEN' : leafClass(this.#target, this.text)
    return this.#class
  }

  get #isToken(): boolean {
    return this.kind === 'number' && this.#target === 'PROMPT'
  }

  get signed(): string | null {
    return this.#document.sealOver(this.#step, this.#target)
  }

  get hint(): FieldHint {
    const path: string[] = []
    let step = this.kind === 'key' ? this.#step.parent : this.#step
    for (; step !== null && path.length < hintKeys; step = step.parent) {
      if (typeof step.key === 'string' && !isRoot(step)) path.push(step.key)
    }
    path.reverse()
    const key = path.at(-1)
    if (key === undefined) return { path }
    const label = this.kind === 'key' ? null : labelBeside(this.#document.tape, this.#step)
    return label === null ? { key, path } : { key, path, label }
  }

  get place(): string {
    const parts: string[] = []
    for (let step: Step | null = this.#step; step !== null; step = step.parent) {
      if (typeof step.key === 'number') parts.push(`[${step.key}]`)
      else if (!isRoot(step)) parts.push(`.${step.known ? step.key : '*'}`)
    }
    return parts.length === 0 ? 'body' : parts.reverse().join('').replace(/^\./, '')
  }

  get current(): string {
    return this.#document.currentText(this.#at)
  }

  forget(): void {
    this.#text = undefined
  }

  replace(text: string): void {
    this.#document.replace(this.#at, text)
  }

  replaceParts(cuts: readonly TextCut[]): void {
    this.#document.replaceParts(this.#at, cuts)
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

/** Only the root of a document, whole or inside a string, stands first on its tape. */
function isRoot(step: Step): boolean {
  return step.at === 0
}
