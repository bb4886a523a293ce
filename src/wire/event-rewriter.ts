/**
 * Restores a streamed answer event by event: nothing added, removed or put in another order. Texts that grow go through
 * their channels, everything else in an event is complete. Framing is not known here (sse.ts, ndjson.ts).
 */
import { isGuardError } from '../errors.ts'
import type { TextRestorer } from '../types.ts'
import { answerVisitor, type SignedListener } from './answer-text.ts'
import { Channels, indexFields, pathOf, placeOf } from './channels.ts'
import { EventQueue, type Frame, QueuedEvent } from './event-queue.ts'
import type { WireFormat, WireLimits } from './format.ts'
import { JsonDocument } from './json-document.ts'
import { jsonChannel, restoreJsonText, textChannel } from './json-text.ts'
import type { RuleClass } from './rules.ts'
import { SignedGroups } from './signed-groups.ts'
import { type Step, type Visitor, walk } from './walk.ts'

export class EventRewriter {
  readonly #format: WireFormat
  readonly #restorer: TextRestorer
  readonly #limits: WireLimits
  readonly #onSigned: SignedListener
  readonly #channels = new Channels()
  readonly #queue = new EventQueue()
  readonly #signed: SignedGroups

  constructor(format: WireFormat, restorer: TextRestorer, limits: WireLimits, onSigned: SignedListener) {
    this.#format = format
    this.#restorer = restorer
    this.#limits = limits
    this.#onSigned = onSigned
    this.#signed = new SignedGroups(onSigned, limits.bodyBytes)
  }

  /** Takes the next event; gives the text of all events that may leave now. */
  take(frame: Frame): string {
    this.#queue.add(this.#rewrite(frame))
    if (this.#queue.isFull(this.#channels.size)) this.#channels.endAll()
    return this.#queue.release()
  }

  /** Nothing follows: gives what is left. */
  end(): string {
    this.#channels.endAll()
    this.#signed.endBelow('')
    return this.#queue.release()
  }

  #rewrite(frame: Frame): QueuedEvent {
    if (frame.data === null || frame.data.trim() === '') return new QueuedEvent(frame, null)
    if (endMarks.has(frame.data.trim())) {
      this.#channels.endAll()
      return new QueuedEvent(frame, null)
    }
    return this.#rewriteJson(frame, frame.data) ?? this.#rewriteText(frame, frame.data)
  }

  #rewriteJson(frame: Frame, data: string): QueuedEvent | null {
    if (!/^\s*[{["]/.test(data)) return null
    const document = parseEvent(data, this.#limits.depth)
    if (document === null) return null
    const event = new QueuedEvent(frame, document)
    const type = eventType(document) ?? frame.name
    const ended: string[] = []
    walk(document.tape, this.#format.events, this.#visitor(event, document, type, ended))
    // After the texts of the event itself: a last piece may come with the news that it is the last.
    for (const path of ended) {
      this.#channels.endBelow(path)
      this.#signed.endBelow(path)
    }
    if (this.#endsByType(type)) {
      this.#channels.endMarked(indexFields(document.tape, 0))
      this.#signed.endMarked(indexFields(document.tape, 0))
    }
    return event
  }

  /** Data that is no JSON: raw text in pieces, or JSON that broke off. */
  #rewriteText(frame: Frame, data: string): QueuedEvent {
    const event = new QueuedEvent(frame, null)
    const put = (text: string) => {
      event.text = text
    }
    if (data.startsWith('{')) put(restoreJsonText(this.#restorer, data))
    else
      this.#channels.grow({ name: `#${frame.name}`, markers: [] }, () => textChannel(this.#restorer), event, data, put)
    return event
  }

  #visitor(event: QueuedEvent, document: JsonDocument, type: string, ended: string[]): Visitor {
    const { tape } = document
    const whole = answerVisitor(document, this.#restorer, this.#onSigned)
    return {
      ...whole,
      string: (at, target, step) => {
        if (target === 'SEAL') this.#signed.seal(tape, step, tape.string(at))
        if (!grows(target, step)) return whole.string(at, target, step)
        const piece = tape.string(at)
        if (target === 'SIGNED_GROWS') this.#signed.add(tape, step, piece)
        const open = () => (isJsonText(target, step, type) ? jsonChannel(this.#restorer) : textChannel(this.#restorer))
        this.#channels.grow(placeOf(tape, step, type), open, event, piece, text => document.replace(at, text))
      },
      end: step => ended.push(pathOf(tape, step.parent)),
    }
  }

  #endsByType(type: string): boolean {
    return this.#format.endTypes.some(end => (end.startsWith('*') ? type.endsWith(end.slice(1)) : type === end))
  }
}

/** What closes a stream instead of an event. */
const endMarks: ReadonlySet<string> = new Set(['[DONE]'])

function parseEvent(data: string, depth: number): JsonDocument | null {
  try {
    return JsonDocument.parse(data, { depth })
  } catch (error) {
    if (isGuardError(error)) return null
    throw error
  }
}

function eventType(document: JsonDocument): string | null {
  const at = document.field('type') ?? document.field('event_type')
  return at !== null && document.tape.isString(at) ? document.tape.string(at) : null
}

function grows(target: RuleClass, step: Step): boolean {
  if (target === 'GROWS' || target === 'JSON_GROWS' || target === 'SIGNED_GROWS') return true
  if (step.at === 0) return true
  if (target !== 'UNNAMED' || steadyNames.has(String(step.key))) return false
  for (let above: Step | null = step; above !== null; above = above.parent) {
    if (above.key === 'delta') return true
  }
  return false
}

/** Fields that are complete wherever they stand. */
const steadyNames: ReadonlySet<string> = new Set(['id', 'name', 'object', 'role', 'status', 'type'])

/** Whether a growing text is JSON: by rule, or by the names that unlisted formats use for tool arguments. */
function isJsonText(target: RuleClass, step: Step, type: string): boolean {
  if (target === 'JSON_GROWS') return true
  return target === 'UNNAMED' && (step.key === 'arguments' || step.key === 'partial_json' || type.includes('arguments'))
}
