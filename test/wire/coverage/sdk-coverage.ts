/** Covers a whole SDK: every endpoint, every place of its bodies, answers and events. */
import type { Type } from 'typescript/unstable/sync'
import { compileProviders } from '../../../src/wire/providers/match.ts'
import {
  Allowed,
  type Coverage,
  coverAnswer,
  coverEvent,
  coverRequest,
  type Exceptions,
  type Format,
  newCoverage,
} from './coverage.ts'
import { LeafReader } from './leaves.ts'
import { SdkTypes } from './sdk-types.ts'
import { declarationsOf, type Endpoint, endpointsOf } from './stainless.ts'

export interface SdkCase {
  readonly packageName: string
  /** Where the SDK sends its calls. */
  readonly origin: string
  /** Endpoints that are left out, and why, by their path. */
  readonly leftOut: readonly PathReason[]
  /** Endpoints that have no rules of their own: every string of theirs is text. Why that is right. */
  readonly generic: readonly PathReason[]
  readonly request: Exceptions
  readonly answer: Exceptions
}

export interface PathReason {
  readonly path: RegExp
  readonly reason: string
}

export interface SdkCoverage {
  readonly version: string
  readonly request: Coverage
  readonly answer: Coverage
  readonly events: Coverage
  /** Lines of the lists of exceptions that nothing needs. */
  readonly unused: readonly string[]
  /** Endpoints that no route knows and no reason explains. */
  readonly unknown: readonly string[]
}

export function coverSdk({ packageName, origin, leftOut, generic, request, answer }: SdkCase): SdkCoverage {
  using types = SdkTypes.open(packageName, declarationsOf(packageName))
  const reader = new LeafReader(types.checker, types.folder)
  const allowed = { request: new Allowed(request), answer: new Allowed(answer) }
  const coverage = { request: newCoverage(), answer: newCoverage(), events: newCoverage() }
  const endpoints = endpointsOf(packageName, types).filter(({ path }) => !leftOut.some(entry => entry.path.test(path)))
  const unknown = new Set<string>()
  // Many endpoints give the same answers.
  const covered = new Set<string>()
  const isNew = (kind: string, format: Format, type: Type) =>
    covered.size < covered.add(`${kind} ${format.name} ${type.id}`).size
  for (const endpoint of endpoints) {
    const name = `${endpoint.method} ${endpoint.path}`
    const format = formatOf(origin, endpoint)
    if (format.name === 'generic' && !generic.some(entry => entry.path.test(endpoint.path))) unknown.add(endpoint.path)
    for (const leaf of requestLeaves(reader, endpoint))
      coverRequest(coverage.request, name, leaf, format, allowed.request)
    for (const type of [...endpoint.answers, ...endpoint.items].filter(type => isNew('answer', format, type))) {
      for (const leaf of reader.leavesOf(type)) coverAnswer(coverage.answer, name, leaf, format, allowed.answer)
    }
    for (const type of endpoint.events.filter(type => isNew('event', format, type))) {
      for (const leaf of reader.leavesOf(type)) coverEvent(coverage.events, name, leaf, format, allowed.answer)
    }
  }
  const unused = [...allowed.request.unused, ...allowed.answer.unused]
  print(`${packageName} ${types.version}`, `${endpoints.length} endpoints`, coverage)
  return { version: types.version, ...coverage, unused, unknown: [...unknown] }
}

/** What was looked at, for the log of a test run. */
function print(
  name: string,
  what: string,
  { request, answer, events }: Record<'request' | 'answer' | 'events', Coverage>,
) {
  const { leaves, text, removed, media, kept } = request
  const places = `${leaves} places in requests: ${text} scrubbed, ${removed} removed, ${media} media, ${kept} exceptions`
  const restored = (part: Coverage) => `${part.text} of ${part.leaves}`
  const back = `restored in ${restored(answer)} places of answers and ${restored(events)} of events`
  process.stdout.write(`${name}: ${what}; ${places}; ${back}\n`)
}

/** Bodies in multipart are no JSON: they are covered where forms are (multipart.test.ts). */
function requestLeaves(reader: LeafReader, { body, isMultipart, outside }: Endpoint) {
  return body === null || isMultipart ? [] : reader.leavesOf(body, { without: outside })
}

const providers = compileProviders({})

function formatOf(origin: string, { method, path }: Endpoint): Format {
  const match = providers.match(new URL(origin + path), method.toUpperCase(), () => [])
  if (match === null) throw new TypeError(`${origin} is not a guarded host`)
  return match.format
}
