/** One carrier after the other is sent; what arrived, and what came back, is the verdict. */
import type { Capture } from './verify-capture.ts'
import type { Carrier } from './verify-carriers.ts'
import { findPlanted } from './verify-planted.ts'

export interface Verdict {
  readonly carrier: string
  /** Values that were sent. */
  readonly sent: number
  /** What arrived as it is: entity types, or names of headers and fields. */
  readonly left: readonly string[]
  readonly arrival: 'arrived' | 'refused' | 'nothing'
  /** The code of a refusal, or the status of an answer that came without anything having arrived. */
  readonly told: string | null
  /** Had the answer every value? `null` where none was to have one. */
  readonly isRestored: boolean | null
}

/** A refusal is good where no answer was needed: nothing left. Silence is not: perhaps nobody was asked. */
export function isGood({ left, arrival, told, isRestored }: Verdict): boolean {
  return left.length === 0 && arrival !== 'nothing' && told !== 'ERR_GDPR_INTERNAL' && isRestored !== false
}

export async function checkCarriers(carriers: readonly Carrier[], capture: Capture): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const carrier of carriers) verdicts.push(await checkCarrier(carrier, capture))
  // Values are of one carrier alone, so what arrives late, or by another way, is found too.
  const everything = capture.everything()
  return verdicts.map((verdict, at) => ({ ...verdict, left: findPlanted(carriers[at]!.planted, everything) }))
}

async function checkCarrier({ name, planted, url, init, isRepeated }: Carrier, capture: Capture): Promise<Verdict> {
  const before = capture.count()
  const answer = await ask(url, init)
  const code = /"code":"(ERR_GDPR_[A-Z_]+)"/.exec(answer.text)?.[1] ?? null
  const arrival = capture.count() > before ? 'arrived' : code === null ? 'nothing' : 'refused'
  const all = Object.keys(planted).length
  const isRestored = isRepeated ? findPlanted(planted, said(answer.text)).length === all : null
  return { carrier: name, sent: all, left: [], arrival, told: code ?? answer.status, isRestored }
}

async function ask(url: string, init: RequestInit): Promise<{ text: string; status: string }> {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(60_000) })
    return { text: await response.text(), status: `status ${response.status}` }
  } catch {
    return { text: '', status: 'no answer' }
  }
}

/** The answer, and the texts of its events one after the other: a value may lie in several of them. */
function said(answer: string): string {
  const events = [...answer.matchAll(/^data: ?(.*)$/gm)].map(match => match[1]!)
  return `${answer}\n${events.map(textOf).join('')}`
}

function textOf(event: string): string {
  try {
    return textsIn(JSON.parse(event)).join('')
  } catch {
    return event
  }
}

/** Texts of a delta; names of things would stand between them. */
const textKeys = new Set(['content', 'content_delta', 'delta', 'text'])

function textsIn(value: unknown, key = 'text'): string[] {
  if (typeof value === 'string') return textKeys.has(key) ? [value] : []
  if (Array.isArray(value)) return value.flatMap(item => textsIn(item, key))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, name))
}
