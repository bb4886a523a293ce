/** Restores one event of a stream: growing texts by their channels, everything else as complete. */
import type { ChannelRestorer, TextRestorer } from '../types.ts'
import { AnswerVisitor, type SignedListener } from './answer-text.ts'
import type { ChannelPlace, Channels } from './channels.ts'
import { EventPlaces } from './event-places.ts'
import type { QueuedEvent } from './event-queue.ts'
import { EventTexts } from './event-texts.ts'
import type { GrownTexts } from './grown-texts.ts'
import { JsonChannel } from './json-channel.ts'
import type { JsonDocument } from './json-document.ts'
import { objectKind } from './json-tape.ts'
import { PositionMover } from './position-mover.ts'
import type { PositionTools } from './position-texts.ts'
import { positionTargets } from './positions.ts'
import type { RuleClass } from './rules.ts'
import { kindOfElement, type Runs } from './runs.ts'
import type { SignedGroups } from './signed-groups.ts'
import { TextChannel } from './text-channel.ts'
import type { Step, Visitor } from './walk.ts'

/** What the events of one stream share. */
export interface StreamTools {
  readonly restorer: TextRestorer
  readonly channels: Channels
  readonly signed: SignedGroups
  readonly onSigned: SignedListener
  readonly runs: Runs
  readonly channelIds: readonly string[]
  /** `null`: the format has no positions. */
  readonly positions: (PositionTools & { readonly grown: GrownTexts }) | null
}

export class EventVisitor implements Visitor {
  /** Places below which everything has ended with this event. */
  readonly ended: string[] = []
  readonly places: EventPlaces
  readonly #event: QueuedEvent
  readonly #document: JsonDocument
  readonly #type: string
  readonly #tools: StreamTools
  readonly #texts: EventTexts | null
  readonly #whole: AnswerVisitor
  #mover: PositionMover | null = null
  /** By tape index of the object, so that many texts in one cost one look. */
  readonly #thoughts = new Map<number, boolean>()

  constructor(event: QueuedEvent, document: JsonDocument, type: string, tools: StreamTools) {
    const { positions, restorer, onSigned, channelIds } = tools
    this.places = new EventPlaces(document.tape, channelIds)
    this.#event = event
    this.#document = document
    this.#type = type
    this.#tools = tools
    this.#texts = positions === null ? null : new EventTexts(type, this.places, positions)
    this.#whole = new AnswerVisitor(document, restorer, onSigned)
  }

  /** Moves the positions in this event; `null` where it has none. */
  get mover(): PositionMover | null {
    return this.#mover
  }

  string(at: number, target: RuleClass, step: Step): void {
    const { tape } = this.#document
    if (target === 'SEAL') this.#tools.signed.seal(this.#objectOf(step), tape.string(at))
    if (!grows(target, step)) this.#whole.string(at, target, step)
    else this.#grow(tape.string(at), at, target, step)
  }

  #grow(piece: string, at: number, target: RuleClass, step: Step): void {
    const sealed = this.#sealed(target, step)
    if (sealed !== null) this.#tools.signed.add(sealed, piece)
    const { markers } = this.places
    const name = `${this.places.pathOf(step)}#${this.#type}`
    const open = () => this.#open(target, step, name)
    let shown = piece
    const put = (text: string) => {
      shown = text
      this.#document.replace(at, text)
    }
    const { channels, onSigned } = this.#tools
    const wasHolding = channels.isHolding(name)
    channels.grow({ name, markers }, open, this.#event, piece, put)
    this.#texts?.grew(at, piece.length)
    // A piece under a signature of its own goes back alone, so it counts only where nothing of it went elsewhere.
    const seal = target === 'GROWS' && piece !== '' ? this.#document.sealOver(step, 'SIGNED') : null
    if (seal !== null && seal !== '' && !wasHolding && !channels.isHolding(name)) onSigned(seal, piece, shown)
    if (target === 'PIECE' && !this.#goesOn(step)) this.ended.push(this.places.pathOf(step.parent))
  }

  #goesOn({ parent }: Step): boolean {
    const { tape } = this.#document
    const at =
      parent === null ? null : (tape.member(parent.at, 'willContinue') ?? tape.member(parent.at, 'will_continue'))
    return at !== null && tape.raw(at) === 'true'
  }

  /** The object that the signature over a growing text stands in. */
  #sealed(target: RuleClass, step: Step): ChannelPlace | null {
    if (target === 'SIGNED_GROWS') return this.#objectOf(step)
    const list = target === 'SIGNED_PART_GROWS' ? step.parent?.parent : null
    return list === null || list === undefined ? null : this.#objectOf(list)
  }

  /** The object in which text and signature stand side by side. */
  #objectOf(step: Step): ChannelPlace {
    return { name: this.places.pathOf(step.parent), markers: this.places.markers }
  }

  number(at: number, target: RuleClass, step: Step): void {
    const { positions } = this.#tools
    if (positions === null || !positionTargets.has(target)) return
    this.#mover ??= new PositionMover(this.#document, positions, this.#texts)
    this.#mover.add(at, target, step)
  }

  key(step: Step): void {
    this.#whole.key(step)
  }

  end(step: Step): void {
    this.ended.push(this.places.pathOf(step.parent))
  }

  run(at: number, step: Step): void {
    const { tape } = this.#document
    const list = this.places.pathOf(step)
    for (const element of tape.entries(at)) {
      const { label, ended } = this.#tools.runs.take(list, kindOfElement(tape, element))
      this.places.label(element, label)
      if (ended !== null) this.ended.push(ended)
    }
  }

  #open(target: RuleClass, step: Step, name: string): ChannelRestorer {
    const { restorer } = this.#tools
    const isJson = target === 'JSON_GROWS' || (target === 'UNNAMED' && isNamedAsJson(step, this.#type))
    if (isJson) return new JsonChannel(restorer)
    const sealed = target === 'SIGNED_PART_GROWS' ? this.#sealed(target, step) : null
    if (sealed !== null) return new TextChannel(restorer, this.#tools.signed.follow(sealed))
    const isCited = this.#texts !== null && target !== 'SIGNED_GROWS' && !this.#isThought(step)
    return new TextChannel(restorer, isCited ? this.#texts?.open(name) : undefined)
  }

  /** Nothing cites a thought. */
  #isThought({ parent }: Step): boolean {
    const { tape } = this.#document
    if (parent === null || tape.kind(parent.at) !== objectKind) return false
    const known = this.#thoughts.get(parent.at)
    if (known !== undefined) return known
    const at = tape.member(parent.at, 'thought')
    const isThought = at !== null && tape.raw(at) === 'true'
    this.#thoughts.set(parent.at, isThought)
    return isThought
  }
}

/** Is a string the next piece of a text? */
export function grows(target: RuleClass, step: Step): boolean {
  if (growing.has(target)) return true
  // The event is nothing but a string.
  if (step.at === 0) return true
  if (target !== 'UNNAMED' || steadyNames.has(String(step.key))) return false
  for (let above: Step | null = step; above !== null; above = above.parent) {
    if (above.key === 'delta') return true
  }
  return false
}

const growing: ReadonlySet<RuleClass> = new Set([
  'GROWS',
  'JSON_GROWS',
  'PIECE',
  'RUN',
  'SIGNED_GROWS',
  'SIGNED_PART_GROWS',
])

/** Fields that are complete wherever they stand. */
const steadyNames: ReadonlySet<string> = new Set(['id', 'name', 'object', 'role', 'status', 'type'])

/** The names by which formats not listed here give tool arguments. */
function isNamedAsJson(step: Step, type: string): boolean {
  return step.key === 'arguments' || step.key === 'partial_json' || type.includes('arguments')
}
