/** Findings of a service that speaks like Presidio's analyzer: `POST /analyze`. The service receives the raw text. */
import { isGuardError } from '../errors.ts'
import type { EntityType, Finding, Recognizer } from '../types.ts'
import { unitOffsets } from './code-points.ts'
import { atLeast, failed, probability, wrongOption } from './failure.ts'
import { type LabelTypes, labelsFor } from './labels.ts'
import { withinTime } from './time-limit.ts'
import { type Window, windowsOf } from './windows.ts'

export interface PresidioOptions {
  /** Address of the endpoint: `http://127.0.0.1:5002/analyze`. */
  url: string | URL
  /** How the recognizer is called in findings and errors. Default `presidio`. */
  name?: string
  /** Which types are asked for and reported. Default `['PERSON']`. */
  types?: EntityType[]
  /** What the service calls a type, beside Presidio's own labels: `{ DE_PERSON: 'PERSON' }`. */
  labels?: { [label: string]: EntityType }
  /** Each text is asked in each of these, since the service takes one language at a time. Default `['en']`. */
  languages?: string[]
  /** Least score, 0 to 1. Default 0.5. */
  minimumScore?: number
  /** Longest time for one text, in milliseconds, all its requests together. Default 5,000. */
  timeoutMs?: number
  /** Longest piece of text in one request, in UTF-16 units. Default 20,000. */
  windowLength?: number
  /** What the offsets of the service count. Presidio counts code points (default). */
  offsets?: 'code-points' | 'utf-16'
  /** Further request headers, such as an API key. */
  headers?: { [name: string]: string }
  /** Allows `http:` to another machine. Everyone on the way can then read the texts. Default false. */
  dangerouslyAllowHttp?: boolean
}

/** Longest answer read, in UTF-16 units: more than any list of findings in one window. */
const longestAnswer = 16_777_216

/**
 * A recognizer that asks a Presidio-style service. The service is a recipient of the raw text: run it yourself, or have a
 * contract with who does. A service that fails, is late or answers anything else stops the call (`ERR_GDPR_RECOGNIZER_FAILED`).
 */
export function presidioRecognizer(options: PresidioOptions): Recognizer {
  const { name = 'presidio', types = ['PERSON'], labels = {}, languages = ['en'], headers = {} } = options
  const { offsets = 'code-points', dangerouslyAllowHttp = false } = options
  const url = endpointOf(name, options.url, dangerouslyAllowHttp)
  const least = probability(name, 'minimumScore', options.minimumScore ?? 0.5)
  const timeoutMs = atLeast(name, 'timeoutMs', options.timeoutMs ?? 5_000, 1)
  const windowLength = atLeast(name, 'windowLength', options.windowLength ?? 20_000, 100)
  if (languages.length === 0) throw wrongOption(name, '`languages` must not be empty')
  const wanted = labelsFor(types, labels)
  const asked = labelsAsked(wanted, labels)

  async function recognize(text: string): Promise<Finding[]> {
    if (!/[\p{L}\p{N}]/u.test(text)) return []
    const aborter = new AbortController()
    const late = () => failed(name, `the service took more than ${timeoutMs} ms`)
    try {
      // The signal only ends the call. It is not what the time hangs on: undici 6, which is in Node 20 and 22, may lose a
      // signal to the garbage collector while an answer is read.
      return await withinTime(askAll(text, aborter.signal), timeoutMs, late)
    } finally {
      aborter.abort()
    }
  }

  async function askAll(text: string, signal: AbortSignal): Promise<Finding[]> {
    const overlap = Math.min(200, Math.floor(windowLength / 8))
    const findings: Finding[] = []
    for (const window of windowsOf(text, windowLength, overlap)) {
      for (const language of languages) {
        findings.push(...readAnswer(await ask(window.text, language, signal), window))
      }
    }
    return findings
  }

  async function ask(text: string, language: string, signal: AbortSignal): Promise<unknown> {
    const body = JSON.stringify({ text, language, entities: asked, score_threshold: least })
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', accept: 'application/json' },
        body,
        // A redirect would carry the raw text to a host nobody named: it counts as a failure.
        redirect: 'manual',
        signal,
      })
      if (!response.ok) {
        await response.body?.cancel()
        throw failed(name, `the service answered with status ${response.status}`)
      }
      return JSON.parse(await readText(response, name))
    } catch (error) {
      // Errors of fetch and of the JSON parser quote what they read, so they are not passed on.
      if (isGuardError(error)) throw error
      throw failed(name, 'the service could not be reached or its answer could not be read')
    }
  }

  function readAnswer(answer: unknown, window: Window): Finding[] {
    if (!Array.isArray(answer)) throw failed(name, 'the answer of the service is not a list')
    const units = offsets === 'code-points' ? unitOffsets(window.text) : null
    return answer.flatMap((item: unknown) => readItem(item, window, units))
  }

  function readItem(item: unknown, window: Window, units: Uint32Array | null): Finding[] {
    const { entity_type, start, end, score } = (item ?? {}) as Record<string, unknown>
    if (typeof entity_type !== 'string' || typeof score !== 'number' || !(score >= 0 && score <= 1)) {
      throw failed(name, 'a finding of the service has no type or no score')
    }
    const type = wanted.get(entity_type.toUpperCase())
    const length = units === null ? window.text.length : units.length - 1
    if (!isOffset(start, 0, length) || !isOffset(end, start + 1, length)) {
      throw failed(name, 'a finding of the service lies outside the text')
    }
    if (type === undefined || score < least) return []
    const inUnits = (offset: number) => window.start + (units === null ? offset : units[offset]!)
    return [{ start: inUnits(start), end: inUnits(end), type, score, recognizer: name }]
  }

  return { name, types, recognize }
}

/** The service is asked for the labels that are Presidio's own or the user's: it refuses labels it does not know. */
function labelsAsked(wanted: LabelTypes, added: Readonly<Record<string, EntityType>>): string[] {
  return [...new Set([...presidioLabels.filter(label => wanted.has(label)), ...Object.keys(added)])].filter(label =>
    wanted.has(label.toUpperCase()),
  )
}

const presidioLabels =
  'CREDIT_CARD CRYPTO EMAIL_ADDRESS IBAN_CODE IP_ADDRESS LOCATION ORGANIZATION PERSON PHONE_NUMBER UK_NHS US_SSN'.split(
    ' ',
  )

function isOffset(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
}

function endpointOf(name: string, given: string | URL, allowsHttp: boolean): URL {
  if (!URL.canParse(String(given)))
    throw wrongOption(name, '`url` must be a whole address, such as http://127.0.0.1:5002/analyze')
  const url = new URL(given)
  if (url.protocol === 'https:') return url
  if (url.protocol !== 'http:') throw wrongOption(name, '`url` must be an http or https address')
  const isLocal = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname)
  if (isLocal || allowsHttp) return url
  throw wrongOption(name, '`url` must be https for another machine, or set `dangerouslyAllowHttp`')
}

/** The text of an answer. Holds at most `longestAnswer`; past that it stops reading and fails. */
async function readText(response: Response, name: string): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > longestAnswer) throw failed(name, 'the answer of the service is too long')
  }
  return text + decoder.decode()
}
