/** Errors as `application/problem+json` (RFC 9457). Texts come from the catalogue alone; never from a request. */
import { GuardError, type GuardErrorCode, isGuardError } from '../errors.ts'
import type { ApiAnswer } from './message.ts'

/** What may be told beside the catalogue: places, kinds and numbers. */
export interface ProblemDetails {
  readonly errors?: readonly { readonly path: string; readonly kind: string }[]
  readonly upstreamStatus?: number
}

/** A GuardError with details for the caller. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly error: GuardError
  readonly details: ProblemDetails
  readonly headers: Readonly<Record<string, string>>

  constructor(code: GuardErrorCode, details: ProblemDetails = {}, headers: Readonly<Record<string, string>> = {}) {
    const error = new GuardError(code)
    super(error.message)
    this.error = error
    this.details = details
    this.headers = headers
  }
}

/** Names that governance fixes, where they differ from the code. */
const slugs: Partial<Record<GuardErrorCode, string>> = {
  ERR_GDPR_BODY_UNREADABLE: 'media-type',
  ERR_GDPR_ENCODING_UNSUPPORTED: 'media-type',
  ERR_GDPR_HANDLE_UNKNOWN: 'not-found',
  ERR_GDPR_HANDLES_FULL: 'rate-limited',
  ERR_GDPR_MEDIA_BLOCKED: 'media-type',
  ERR_GDPR_TOKENS_BLOCKED: 'media-type',
}

function slugOf(code: GuardErrorCode): string {
  return slugs[code] ?? code.slice('ERR_GDPR_'.length).toLowerCase().replaceAll('_', '-')
}

export function problemOf(error: unknown, id: string): Record<string, unknown> {
  const problem = error instanceof ApiProblem ? error : null
  const known = problem?.error ?? causeOf(error) ?? new GuardError('ERR_GDPR_INTERNAL')
  return {
    type: `urn:gdpr-guard:problem:${slugOf(known.code)}`,
    title: titleOf(known),
    status: known.status,
    detail: known.help,
    instance: `urn:uuid:${id}`,
    code: known.code,
    ...problem?.details,
  }
}

export function problemAnswer(error: unknown, id: string): ApiAnswer {
  const problem = problemOf(error, id)
  return {
    status: Number(problem['status']),
    headers: {
      'content-type': 'application/problem+json',
      ...(error instanceof ApiProblem ? error.headers : {}),
    },
    body: JSON.stringify(problem),
  }
}

/** SDKs and fetch wrap errors; ours is then the cause. */
function causeOf(error: unknown): GuardError | null {
  let candidate = error
  for (let depth = 0; depth < 4 && candidate !== undefined; depth++) {
    if (isGuardError(candidate)) return candidate
    candidate = candidate instanceof Error ? candidate.cause : undefined
  }
  return null
}

/** The message without its help: title and, where there is one, the place. */
function titleOf({ message, help }: GuardError): string {
  return message.endsWith(`. ${help}`) ? message.slice(0, -help.length - 2) : message
}
