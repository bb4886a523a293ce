/** The forms that the events of one stream have had, and what is noted of an event to know its form. */
import { EventForm, type FormPlace, type MatchedPlace, mayHoldPlaceholder } from './event-form.ts'
import { isIndexField } from './event-places.ts'
import { type EventVisitor, grows } from './event-visitor.ts'
import type { JsonDocument } from './json-document.ts'
import { positionTargets } from './positions.ts'
import type { RuleClass } from './rules.ts'
import type { Step, Visitor } from './walk.ts'

/** Texts of an answer grow in turns; more kinds of events at a time are rare. */
const mostForms = 4
/** Longer events are few, and their forms would be held to the end of the stream. */
const longestEvent = 16_384
/** A stream whose events are all different is not worth noting. */
const mostMisses = 64

export class EventForms {
  #forms: EventForm[] = []
  #misses = 0

  /** Whether it is worth noting what an event is like. */
  get isLearning(): boolean {
    return this.#misses < mostMisses
  }

  match(frameName: string, data: string): { form: EventForm; places: readonly MatchedPlace[] } | null {
    for (const form of this.#forms) {
      const places = form.frameName === frameName ? form.match(data) : null
      if (places === null) continue
      this.#misses = 0
      return { form, places }
    }
    return null
  }

  learn(form: EventForm): void {
    this.#misses++
    for (const [index, known] of this.#forms.entries()) {
      const merged = known.merge(form)
      if (merged === null) continue
      this.#forms[index] = merged
      return
    }
    this.#forms = [form, ...this.#forms.slice(0, mostForms - 1)]
  }
}

/** Stands before the visitor of an event and notes what it is shown. */
export class FormNote implements Visitor {
  readonly #visitor: EventVisitor
  readonly #document: JsonDocument
  readonly #type: string
  readonly #channelIds: readonly string[]
  readonly #places: FormPlace[] = []
  /** The event did more than let texts grow. */
  #isSpecial = false

  constructor(visitor: EventVisitor, document: JsonDocument, type: string, channelIds: readonly string[]) {
    this.#visitor = visitor
    this.#document = document
    this.#type = type
    this.#channelIds = channelIds
  }

  /** `null` where an event of this form may do something else the next time. */
  formOf(frameName: string): EventForm | null {
    const { text } = this.#document.tape
    if (this.#isSpecial || this.#visitor.ended.length > 0) return null
    if (text.length > longestEvent || sealed.test(text)) return null
    if (!this.#places.some(({ kind }) => kind === 'grows')) return null
    const places = this.#places.toSorted((one, other) => one.start - other.start)
    return new EventForm(
      frameName,
      text,
      this.#visitor.places.markers,
      places,
      index => places[index]?.kind !== 'number',
    )
  }

  string(at: number, target: RuleClass, step: Step): void {
    this.#visitor.string(at, target, step)
    if (special.has(target)) this.#isSpecial = true
    else if (grows(target, step)) this.#add(at, 'grows', `${this.#visitor.places.pathOf(step)}#${this.#type}`)
    else if (leftAlone.has(target)) this.#add(at, 'free')
    else if (mayHoldPlaceholder(this.#document.tape.raw(at))) this.#isSpecial = true
    else if (!this.#decides(step) && target !== 'ENDS') this.#add(at, 'whole')
  }

  number(at: number, target: RuleClass, step: Step): void {
    this.#visitor.number(at, target, step)
    if (positionTargets.has(target)) this.#isSpecial = true
    else if (!this.#isIndex(step) && target !== 'ENDS') this.#add(at, 'number')
  }

  key(step: Step): void {
    if (!plainKey.test(String(step.key))) this.#isSpecial = true
    this.#visitor.key(step)
  }

  end(step: Step): void {
    this.#isSpecial = true
    this.#visitor.end(step)
  }

  run(at: number, step: Step): void {
    this.#isSpecial = true
    this.#visitor.run(at, step)
  }

  #add(at: number, kind: FormPlace['kind'], name = ''): void {
    const { tape } = this.#document
    const quotes = kind === 'number' ? 0 : 1
    this.#places.push({ start: tape.start(at) + quotes, end: tape.end(at) - quotes, kind, name })
  }

  /** What a field says decides which rules hold, or which text is meant. */
  #decides(step: Step): boolean {
    const key = String(step.key)
    return deciding.has(key) || this.#channelIds.includes(key) || this.#isIndex(step)
  }

  #isIndex({ key, entry }: Step): boolean {
    return typeof key === 'number' || isIndexField(this.#document.tape, entry)
  }
}

/** No placeholder: those end in a number. */
const plainKey = /^[\w$@.-]*(?<!\d)$/

const deciding: ReadonlySet<string> = new Set(['event_type', 'role', 'type'])
const sealed = /signature|encrypted_content/i
const leftAlone: ReadonlySet<RuleClass> = new Set(['FIXED', 'OPAQUE'])

/** Texts that are more than the next piece of a channel. */
const special: ReadonlySet<RuleClass> = new Set([
  'BASE64',
  'MEDIA',
  'PIECE',
  'RUN',
  'SEAL',
  'SIGNED',
  'SIGNED_GROWS',
  'SIGNED_PART_GROWS',
  'SIGNED_VALUE',
])
