/**
 * Lists of increments: the parts of Gemini, the content chunks of Mistral. Their elements have no index that means the
 * same in every event, so neighbours of one kind are taken as one text, also across events, and an element of another
 * kind ends it.
 */
import { type JsonTape, objectKind } from './json-tape.ts'

interface Run {
  readonly kind: string
  /** Its place, in words that mean the same in every event. */
  readonly path: string
}

/** More lists than any answer grows at once. Beyond it all begin anew, which costs no more than a placeholder cut there. */
const mostLists = 1_024

export class Runs {
  /** The run that each list is in, by the place of the list. */
  readonly #current = new Map<string, Run>()
  #begun = 0

  /** The run that the next element of a list belongs to, and the place of the run that ends with it. */
  take(list: string, kind: string): { readonly label: string; readonly ended: string | null } {
    const before = this.#current.get(list)
    if (before?.kind === kind) return { label: before.path.slice(list.length), ended: null }
    if (before !== undefined) this.#forgetBelow(before.path)
    else if (this.#current.size >= mostLists) this.#current.clear()
    const label = `<${++this.#begun}>`
    this.#current.set(list, { kind, path: list + label })
    return { label, ended: before?.path ?? null }
  }

  #forgetBelow(path: string): void {
    for (const list of this.#current.keys()) {
      if (list.startsWith(path)) this.#current.delete(list)
    }
  }
}

/** What an element is: its `type`, or the field that holds its content. A thought is another text than what follows it. */
export function kindOfElement(tape: JsonTape, at: number): string {
  if (tape.kind(at) !== objectKind) return 'plain'
  const type = tape.member(at, 'type')
  if (type !== null && tape.isString(type)) return tape.string(type)
  const content = tape.entries(at).find(entry => !besideContent.has(tape.string(entry)))
  const thought = tape.member(at, 'thought')
  const kind = content === undefined ? '' : tape.string(content)
  return thought !== null && tape.raw(thought) === 'true' ? `${kind} thought` : kind
}

const besideContent: ReadonlySet<string> = new Set(['thought', 'thoughtSignature', 'thought_signature'])
