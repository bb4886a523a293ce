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
import { LeafReader, type TypeLeaf } from './leaves.ts'
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

/** One type of an SDK that says how the body of a call, its answer or an event of its stream looks on the wire. */
export interface TypeCase {
  /** The declaration, as a path inside the package. */
  readonly file: string
  /** `Space.Name` is the type in a namespace. */
  readonly type: string
  readonly as: 'request' | 'answer' | 'event'
  readonly url: string
  /** Where the type stands in the body: `contents[]`. Default: it is the body. */
  readonly under?: string
  /** Fields that the SDK puts elsewhere. */
  readonly without?: readonly string[]
  /** How fields are spelled on the wire where the types spell them otherwise. */
  readonly spell?: (name: string) => string
}

export interface TypesCase {
  readonly packageName: string
  readonly cases: readonly TypeCase[]
  readonly request: Exceptions
  readonly answer: Exceptions
}

const sameName = (name: string) => name

/** Covers the types that are named, for SDKs whose code does not tell which type goes where. */
export function coverTypes({ packageName, cases, request, answer }: TypesCase): Omit<SdkCoverage, 'unknown'> {
  using types = SdkTypes.open(packageName, [...new Set(cases.map(({ file }) => file))])
  const reader = new LeafReader(types.checker, types.folder)
  const allowed = { request: new Allowed(request), answer: new Allowed(answer) }
  const coverage = { request: newCoverage(), answer: newCoverage(), events: newCoverage() }
  for (const { file, type, as, url, under = '', without = [], spell = sameName } of cases) {
    const format = formatAt(url, 'POST')
    const name = new URL(url).pathname
    const leaves = reader.leavesOf(types.type(file, type), { without, spell })
    for (const leaf of leaves.map(inner => putUnder(under, inner))) {
      if (as === 'request') coverRequest(coverage.request, name, leaf, format, allowed.request)
      else if (as === 'answer') coverAnswer(coverage.answer, name, leaf, format, allowed.answer)
      else coverEvent(coverage.events, name, leaf, format, allowed.answer)
    }
  }
  print(`${packageName} ${types.version}`, `${cases.length} types`, coverage)
  return { version: types.version, ...coverage, unused: [...allowed.request.unused, ...allowed.answer.unused] }
}

function putUnder(under: string, { path, body }: TypeLeaf): TypeLeaf {
  if (under === '') return { path, body }
  const steps = under.split(/\.|(?=\[\])/).reverse()
  const wrap = (value: unknown) => steps.reduce((inner, step) => (step === '[]' ? [inner] : { [step]: inner }), value)
  return { path: path.startsWith('<') ? under + path : `${under}.${path}`, body: text => wrap(body(text)) }
}

const providers = compileProviders({})

function formatOf(origin: string, { method, path }: Endpoint): Format {
  return formatAt(origin + path, method.toUpperCase())
}

function formatAt(url: string, method: string): Format {
  const match = providers.match(new URL(url), method, () => [])
  if (match === null) throw new TypeError(`${url} is not guarded`)
  return match.format
}
