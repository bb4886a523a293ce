/**
 * What a wire format does with every place of a type: a value is planted there, alone in the smallest body, and must be
 * given to the pipeline as text, be removed, be refused as media, or stand on a list of exceptions with a reason.
 */

import { createAnswerRewriter } from '../../../src/wire/answer.ts'
import type { ProviderMatch } from '../../../src/wire/index.ts'
import { JsonDocument } from '../../../src/wire/json-document.ts'
import { fakeRestorer } from '../fake-restorer.ts'
import { limits } from '../sse-kit.ts'
import type { TypeLeaf } from './leaves.ts'

export type Format = ProviderMatch['format']

/**
 * Places that are passed on unread, and why: `**.tools[].name`. `**` in front is any run of steps, `.**` at the end everything
 * below, `*` a key of the user's. Kinds (`<text>`) may be left out. A single word stands for that field anywhere.
 */
export type Exceptions = Readonly<Record<string, readonly string[]>>

export interface Coverage {
  leaves: number
  text: number
  removed: number
  media: number
  kept: number
  /** Places that are passed on unread and stand on no list. */
  readonly surprises: string[]
}

export function newCoverage(): Coverage {
  return { leaves: 0, text: 0, removed: 0, media: 0, kept: 0, surprises: [] }
}

/** Looks like an id, a model, a seal: a rule that leaves such a string alone is found out. */
const planted = 'Quibblewort7PlantedHere'

/** Where a value at this place of a request goes. */
export function coverRequest(
  coverage: Coverage,
  endpoint: string,
  leaf: TypeLeaf,
  format: Format,
  allowed: Allowed,
): void {
  coverage.leaves++
  const document = JsonDocument.parse(JSON.stringify(leaf.body(planted)), limits)
  const found = document.leaves(format.request, format.promptOrder).filter(({ text }) => text.includes(planted))
  const [only] = found
  if (found.length !== 1 || only === undefined) {
    coverage.surprises.push(`${endpoint} ${leaf.path}: visited ${found.length} times`)
    return
  }
  switch (only.class) {
    case 'TEXT':
    case 'NAME':
    case 'TITLE':
    case 'URL':
      only.replace('[X]')
      if (document.toText().includes(planted)) coverage.surprises.push(`${endpoint} ${leaf.path}: cannot be replaced`)
      else coverage.text++
      return
    case 'IDENT':
      coverage.removed++
      return
    case 'MEDIA':
    case 'TOKEN':
      coverage.media++
      return
    default:
      if (allowed.includes(leaf.path)) coverage.kept++
      else coverage.surprises.push(`${endpoint} ${leaf.path}: passed on unread as ${only.class}`)
  }
}

const secret = 'Jörg "Jo"'
const restorer = fakeRestorer({ A: secret })

/** Whether a placeholder at this place of an answer comes back as its value. */
export function coverAnswer(
  coverage: Coverage,
  endpoint: string,
  leaf: TypeLeaf,
  format: Format,
  allowed: Allowed,
): void {
  const body = JSON.stringify(leaf.body('«A» x'))
  cover(coverage, `${endpoint} ${leaf.path}`, leaf, rewritten(format, 'application/json', body), allowed)
}

/** The same for an event of a stream, by itself. */
export function coverEvent(
  coverage: Coverage,
  endpoint: string,
  leaf: TypeLeaf,
  format: Format,
  allowed: Allowed,
): void {
  const body = leaf.body('«A» x') as { readonly event?: string }
  const name = typeof body.event === 'string' ? `event: ${body.event}\n` : ''
  const frame = `${name}data: ${JSON.stringify(body)}\n\n`
  cover(coverage, `${endpoint} ${leaf.path}`, leaf, rewritten(format, 'text/event-stream', frame), allowed)
}

function cover(coverage: Coverage, place: string, leaf: TypeLeaf, shown: string, allowed: Allowed): void {
  coverage.leaves++
  // Tool arguments hold JSON, in which the quotes of the value are escaped once more.
  if (shown.includes('J\u00f6rg') && !shown.includes('«')) coverage.text++
  else if (allowed.includes(leaf.path)) coverage.kept++
  else coverage.surprises.push(`${place}: not restored`)
}

function rewritten(format: Format, contentType: string, text: string): string {
  const rewriter = createAnswerRewriter(format, contentType, restorer, limits)
  const bytes = Buffer.concat([rewriter.write(Buffer.from(text)), rewriter.end()])
  return bytes.toString('utf8')
}

/** The compiled list; knows which of its lines nobody needs. */
export class Allowed {
  readonly #patterns: { readonly source: string; readonly pattern: RegExp; used: boolean }[] = []

  constructor(exceptions: Exceptions) {
    for (const source of Object.values(exceptions).flat()) {
      this.#patterns.push({ source, pattern: compile(source), used: false })
    }
  }

  includes(path: string): boolean {
    const plain = path.replace(/<[^>]*>/g, '').replace(/^\./, '')
    const found = this.#patterns.filter(({ source, pattern }) => pattern.test(source.includes('<') ? path : plain))
    for (const entry of found) entry.used = true
    return found.length > 0
  }

  get unused(): string[] {
    return this.#patterns.filter(({ used }) => !used).map(({ source }) => source)
  }
}

function compile(source: string): RegExp {
  const anywhere = /^\w+$/.test(source) ? `**.${source}` : source
  const below = anywhere.endsWith('.**')
  const tail = below ? anywhere.slice(0, -3) : anywhere
  const body = tail
    .replace(/^\*\*\.?/, '\u0001')
    .replace(/[.[\]*|]/g, '\\$&')
    .replace('\u0001', anywhere.startsWith('**.') ? '(?:.*\\.)?' : '.*')
  return new RegExp(`^${body}(?:\\[\\])*${below ? '(?:[.[].*)?' : ''}$`)
}
