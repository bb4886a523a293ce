/** From the body of a request to a checked value. What is wrong is told by place and kind, never by content. */
import type { z } from 'zod'
import { GuardError } from '../errors.ts'
import type { ApiRequest } from './message.ts'
import { ApiProblem } from './problem.ts'

export async function readInput<Schema extends z.ZodType>(
  request: ApiRequest,
  schema: Schema,
  limits: { readonly bodyBytes: number; readonly depth: number },
): Promise<z.output<Schema>> {
  requireJson(request)
  const body = await request.readBody(limits.bodyBytes)
  const value = body instanceof Uint8Array ? parseJson(body) : body
  refuseUnsafe(value, limits.depth)
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new ApiProblem('ERR_GDPR_INVALID_INPUT', { errors: result.error.issues.slice(0, 20).map(describe) })
}

/** Browsers send JSON across origins only after asking, so this also keeps foreign pages out. */
function requireJson({ headers }: ApiRequest): void {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(headers['content-type'] ?? '')?.[1]?.toLowerCase()
  const coding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  if (type !== 'application/json' || (charset !== undefined && charset !== 'utf-8')) {
    throw new GuardError('ERR_GDPR_BODY_UNREADABLE')
  }
  if (coding !== 'identity') throw new GuardError('ERR_GDPR_ENCODING_UNSUPPORTED')
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new GuardError('ERR_GDPR_JSON_INVALID')
  }
}

/** Walks without recursion: depth is what is being checked. Keys that reach prototypes are refused wherever they stand. */
function refuseUnsafe(value: unknown, mostDepth: number): void {
  const open: [value: unknown, depth: number][] = [[value, 0]]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [current, depth] = next
    if (typeof current !== 'object' || current === null) continue
    if (depth >= mostDepth) throw new GuardError('ERR_GDPR_BODY_TOO_DEEP')
    if (Object.hasOwn(current, '__proto__') || Object.hasOwn(current, 'constructor')) {
      throw new GuardError('ERR_GDPR_JSON_INVALID', 'a key that names a prototype')
    }
    for (const child of Object.values(current)) open.push([child, depth + 1])
  }
}

function describe(issue: z.core.$ZodIssue): { path: string; kind: string } {
  return { path: issue.path.map(safeSegment).join('.'), kind: issue.code }
}

/** Keys may be the caller's own words; only such that look like field names of ours are repeated. */
function safeSegment(segment: PropertyKey): string {
  return typeof segment === 'number' || fieldNames.has(String(segment)) ? String(segment) : '*'
}

const fieldNames = new Set([
  'content',
  'entities',
  'handle',
  'input',
  'messages',
  'model',
  'params',
  'placeholders',
  'provider',
  'purpose',
  'return',
  'role',
  'scrub',
  'stream',
  'text',
  'type',
])
