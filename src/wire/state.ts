/**
 * What a provider remembers between requests, and the ids under which it does. A call that leans on an earlier one gets
 * answers with the placeholders of that one, so its map is needed again.
 */
import type { JsonDocument } from './json-document.ts'
import { objectKind } from './json-tape.ts'

export interface StateUse {
  /** Ids of what the provider remembers: their maps must be known, or the answer could be restored with wrong values. */
  readonly needs: readonly string[]
  /** Ids that may stand for something kept: their maps are used where they are known. */
  readonly mayNeed: readonly string[]
  /** What is sent is kept for later calls only: without a map it could never be read again. */
  readonly keepsForLater: boolean
  /** The answer may name something to come back to. */
  readonly makes: boolean
  /** Ids that the provider is asked to forget. */
  readonly forgets: readonly string[]
}

const none: StateUse = { needs: [], mayNeed: [], keepsForLater: false, makes: false, forgets: [] }

interface Collection {
  readonly name: string
  readonly list?: true
  readonly not?: readonly string[]
}

/**
 * Collections whose members a provider remembers, by the name of their path segment. `list` is true where the collection
 * itself, asked for with GET, gives texts of many calls.
 */
const collections: readonly Collection[] = [
  { name: 'batches' },
  // Gemini and Vertex.
  { name: 'cachedContents' },
  { name: 'completions', list: true },
  { name: 'conversations' },
  { name: 'deferred-completion' },
  // Gemini.
  { name: 'interactions' },
  // Mistral `batch/jobs`.
  { name: 'jobs' },
  // Replicate.
  { name: 'predictions' },
  { name: 'responses', not: ['compact', 'input_tokens'] },
  { name: 'threads', not: ['runs'] },
]

const collectionOf: ReadonlyMap<string, Collection> = new Map(
  collections.map(collection => [collection.name, collection]),
)

/** Fields that name what the provider remembers; each holds an id, or an object with one. */
const needing: ReadonlySet<string> = new Set([
  'cachedContent',
  'cached_content',
  'conversation',
  'conversation_id',
  'input_file_id',
  'previous_interaction_id',
  'previous_response_id',
  'thread_id',
])

const fileContent = /\/files\/([^/]+)(?:\/content|:download)$/

/** Where things are kept that any later call may use: files, batches of calls, and instructions of assistants; all are keepers. */
const keeping = /\/(?:agents|assistants|batches|batch\/jobs|files)$/

/** `document` is the body where it is JSON. */
export function stateUse(method: string, path: string, document: JsonDocument | null): StateUse {
  const trimmed = path.endsWith('/') ? path.slice(0, -1) : path
  const content = trimmed.includes('/files/') ? fileContent.exec(trimmed)?.[1] : undefined
  if (content !== undefined) return { ...none, needs: [content] }
  const inPath = mayNameIds(method, trimmed) ? idsInPath(method, trimmed) : nothing
  if (method === 'DELETE') return { ...none, forgets: inPath }
  if (method !== 'POST' && inPath.length === 0) return none
  const last = lastSegment(trimmed)
  const inFields = document === null ? nothing : idsInFields(document)
  const mayNeed = document === null ? nothing : referencesIn(document)
  const keepsForLater = method === 'POST' && keepers.has(last) && keeping.test(trimmed)
  const makes = inPath.length > 0 || (method === 'POST' && isKept(last, document))
  if (inPath.length + inFields.length + mayNeed.length === 0 && !keepsForLater && !makes) return none
  return { needs: [...inPath, ...inFields], mayNeed, keepsForLater, makes, forgets: nothing }
}

const nothing: readonly string[] = []

/** Is anything to be looked up, or forgotten, before the call is made? */
export function leansOnState({ needs, mayNeed, forgets }: StateUse): boolean {
  return needs.length > 0 || mayNeed.length > 0 || forgets.length > 0
}

const keepers = new Set([...collections.map(({ name }) => name), 'agents', 'assistants', 'files', 'runs'])

/** Chat completions are kept when the call asks for it, everything else unless it asks not to. */
function isKept(last: string, document: JsonDocument | null): boolean {
  if (last === 'completions') return isTrue(document, 'store') || isTrue(document, 'deferred')
  return keepers.has(last)
}

function isTrue(document: JsonDocument | null, name: string): boolean {
  const at = document?.field(name) ?? null
  return document !== null && at !== null && document.tape.raw(at) === 'true'
}

/** The one id that no provider gives: nothing is ever known under it. */
const everything = '*'

/** False for most paths, which end in a collection at the most: then nothing has to be taken apart. */
function mayNameIds(method: string, path: string): boolean {
  for (let start = 0; start <= path.length; ) {
    const slash = path.indexOf('/', start)
    const end = slash === -1 ? path.length : slash
    if ((slash !== -1 || method === 'GET') && collectionOf.has(path.slice(start, end))) return true
    start = end + 1
  }
  return false
}

function idsInPath(method: string, path: string): string[] {
  const segments = path.split('/')
  const ids: string[] = []
  for (const [at, segment] of segments.entries()) {
    const collection = collectionOf.get(segment)
    if (collection === undefined || segments.indexOf(segment) < at) continue
    const { list, not = [] } = collection
    const id = segments[at + 1]
    if (id !== undefined && !not.includes(id)) ids.push(id)
    else if (id === undefined && list === true && method === 'GET') ids.push(everything)
  }
  return ids
}

const shortestNeeding = Math.min(...[...needing].map(name => name.length))

function idsInFields(document: JsonDocument): readonly string[] {
  const { tape } = document
  if (tape.kind(0) !== objectKind) return nothing
  let names: Set<string> | null = null
  const end = tape.next(0)
  for (let entry = tape.firstChild(0); entry < end; entry = tape.next(entry + 2)) {
    // With its quotes a field is longer than its name, with escapes more so.
    if (tape.end(entry) - tape.start(entry) < shortestNeeding + 2) continue
    const name = tape.string(entry)
    if (needing.has(name)) names = (names ?? new Set()).add(name)
  }
  return names === null ? nothing : [...names].flatMap(name => idOf(document, name))
}

function idOf(document: JsonDocument, name: string): string[] {
  const { tape } = document
  const at = document.field(name)
  if (at === null) return []
  if (tape.isString(at)) return [lastSegment(tape.string(at))]
  const inner = tape.isContainer(at) ? tape.member(at, 'id') : null
  return inner !== null && tape.isString(inner) ? [tape.string(inner)] : []
}

/** Google names things by a path: `cachedContents/abc`. */
export function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}

/**
 * Ids of files and assistants anywhere in a body. Nothing inside a string can look like this, since its quotes are
 * escaped there.
 */
function referencesIn({ tape }: JsonDocument): readonly string[] {
  if (!tape.text.includes('_id"') && !tape.text.includes('fileId"')) return nothing
  const names = /"(?:agent_id|assistant_id|file_id|fileId)"\s{0,9}:\s{0,9}"([\w-]{1,200})"/g
  return [...tape.text.matchAll(names)].map(([, id = '']) => id)
}
