/**
 * Every way the guard says no. One class, one catalogue; docs/errors.md has an entry for each code (a test compares).
 * Nothing of a request or an answer ever enters an error: where the place matters, `place` names known field names only.
 */

interface CatalogueEntry {
  /** HTTP status an adapter or handler should answer with. */
  readonly status: number
  readonly title: string
  /** What to change. */
  readonly cure: string
}

const catalogue = {
  ERR_GDPR_ANSWER_UNREADABLE: {
    status: 502,
    title: 'The answer of the provider could not be read, so its placeholders could not be put back',
    cure: 'Check that the provider answers JSON, server-sent events, NDJSON or text in an encoding this Node version can decode.',
  },
  ERR_GDPR_BODY_TOO_DEEP: {
    status: 400,
    title: 'The request body is nested too deeply to be read',
    cure: 'Flatten the body, or raise `limits.depth`.',
  },
  ERR_GDPR_BODY_TOO_LARGE: {
    status: 413,
    title: 'The body is larger than the limit',
    cure: 'Send less, or raise `limits.bodyBytes`.',
  },
  ERR_GDPR_BODY_UNREADABLE: {
    status: 415,
    title: 'The request body is of a kind that cannot be read',
    cure: 'Send JSON in UTF-8. Other content types are refused in mode `enforce` since nothing unread may leave.',
  },
  ERR_GDPR_EGRESS_LEAK: {
    status: 500,
    title: 'A detected value was still found in the outbound request, so it was not sent',
    cure: 'The value stands in a place that is not rewritten, such as an id, a tool name, the URL or a header. Remove it there.',
  },
  ERR_GDPR_ENCODING_UNSUPPORTED: {
    status: 415,
    title: 'The body has a content encoding that cannot be decoded',
    cure: 'Send the body uncompressed, or as gzip, br or deflate.',
  },
  ERR_GDPR_ENTITY_BLOCKED: {
    status: 403,
    title: 'The request holds personal data of a type that is set to `block`',
    cure: 'Remove the value, or choose `replace` or `redact` for the type under `entities`.',
  },
  ERR_GDPR_FORBIDDEN: {
    status: 403,
    title: 'The caller may not use this endpoint',
    cure: 'Call it with credentials whose role is `service` or `subject`.',
  },
  ERR_GDPR_HANDLES_FULL: {
    status: 429,
    title: 'No more maps can be kept',
    cure: 'Restore with the handles given out, wait until they expire, or use `return: "map"`.',
  },
  ERR_GDPR_HANDLE_UNKNOWN: {
    status: 404,
    title: 'There is no map under this handle',
    cure: 'A handle works once, for the caller it was given to, for 15 minutes. Scrub again.',
  },
  ERR_GDPR_INSTALLATION_BROKEN: {
    status: 500,
    title: 'A file of the package cannot be read, so no text can be checked',
    cure: 'Install the package again. Where the application is bundled, leave `llm-gdpr-guard` out of the bundle: it reads tables and a model from files beside its code.',
  },
  ERR_GDPR_INTERNAL: {
    status: 500,
    title: 'Something failed that has no name of its own',
    cure: 'Look for the request id in the log of the application; nothing was sent to a provider after the failure.',
  },
  ERR_GDPR_INVALID_INPUT: {
    status: 422,
    title: 'The request does not have the form that the endpoint takes',
    cure: 'Correct the places listed under `errors`; `openapi.json` beside the endpoint describes the form.',
  },
  ERR_GDPR_JSON_INVALID: {
    status: 400,
    title: 'The request body is not valid JSON',
    cure: 'Send a valid JSON document in UTF-8 (RFC 8259).',
  },
  ERR_GDPR_MEDIA_BLOCKED: {
    status: 415,
    title: 'The request holds an image, audio or file whose content cannot be read',
    cure: 'Remove the media, or set `media: "allow"` if it holds no personal data.',
  },
  ERR_GDPR_METHOD_NOT_ALLOWED: {
    status: 405,
    title: 'The endpoint does not take this method',
    cure: 'Use the method named in the `Allow` header.',
  },
  ERR_GDPR_NOT_FOUND: {
    status: 404,
    title: 'There is nothing at this address',
    cure: 'Check the path and its first segment: a provider of the configuration, or `/api`.',
  },
  ERR_GDPR_OPTIONS_INVALID: {
    status: 500,
    title: 'The options are not valid',
    cure: 'Correct the options listed in the message; docs/options.md describes each.',
  },
  ERR_GDPR_OUTSIDE_SCOPE: {
    status: 500,
    title: 'A model was called outside any request, and `outsideScope` is `block`',
    cure: 'Call it inside a request, wrap it in `guard.run(…)`, or set `outsideScope: "ephemeral"`.',
  },
  ERR_GDPR_PARTIAL_UPLOAD: {
    status: 415,
    title: 'A piece of a file cannot be read by itself',
    cure: 'Upload the file whole, in one request, instead of by a resumable upload.',
  },
  ERR_GDPR_PROVIDER_UNKNOWN: {
    status: 403,
    title: 'The provider is not in the configuration',
    cure: 'Name one of the providers of the server. A request cannot bring a URL or key of its own.',
  },
  ERR_GDPR_RECOGNIZER_FAILED: {
    status: 500,
    title: 'A recognizer failed, so the text could not be checked',
    cure: 'Mend the recognizer named in the message; findings need whole offsets inside the text.',
  },
  ERR_GDPR_REDIRECT_REFUSED: {
    status: 502,
    title: 'The provider answered with a redirect to another origin, which would send the body there',
    cure: 'Configure the final address of the provider as its `baseUrl`.',
  },
  ERR_GDPR_SCOPE_CLOSED: {
    status: 500,
    title: 'The scope of this request has ended, so its placeholders are gone',
    cure: 'Finish model calls before the response ends, or run background work in `guard.run(…)`.',
  },
  ERR_GDPR_SCRUB_DISABLED: {
    status: 403,
    title: 'Sending without scrubbing is not allowed',
    cure: 'Leave `scrub` out, or set it to `true`.',
  },
  ERR_GDPR_SIGNED_REQUEST: {
    status: 500,
    title: 'The request is signed for AWS already, so it cannot be scrubbed any more',
    cure: 'Wrap the client with `guardAws(client)` from `llm-gdpr-guard/aws`, which scrubs before signing, or use a bearer key.',
  },
  ERR_GDPR_STATE_BLOCKED: {
    status: 409,
    title: 'The call leans on what the provider remembers of another request, whose placeholders are gone',
    cure: 'Send the whole history with the call, make both calls in one scope, or set `state: "memory"`.',
  },
  ERR_GDPR_STATE_UNKNOWN: {
    status: 409,
    title: 'The call leans on what the provider remembers of another request, whose map is not in this process',
    cure: 'Send the whole history with the call. Maps are kept for `limits.stateMinutes` in the process that made them.',
  },
  ERR_GDPR_TOKENS_BLOCKED: {
    status: 415,
    title: 'The request holds token ids in place of text, which cannot be read',
    cure: 'Send the text itself, or set `media: "allow"` if it holds no personal data.',
  },
  ERR_GDPR_TOO_MANY_FINDINGS: {
    status: 413,
    title: 'The request holds more personal data than the limit allows',
    cure: 'Send less, or raise `limits.findings`.',
  },
  ERR_GDPR_TRAINING_BLOCKED: {
    status: 403,
    title: 'The file is meant for training, and what a model has learnt cannot be taken back',
    cure: 'Set `training: "allow"` if the placeholders in the scrubbed file may become part of a model.',
  },
  ERR_GDPR_UNAUTHENTICATED: {
    status: 401,
    title: 'The caller is not known',
    cure: 'Send the credentials that the application of this endpoint asks for.',
  },
  ERR_GDPR_UNGUARDED_CARRIER: {
    status: 500,
    title: 'A call to a guarded provider came by a way that cannot be scrubbed',
    cure: 'Call through fetch, node:http or node:https, or hand `guard.fetch` to the client.',
  },
  ERR_GDPR_UNGUARDED_WORKER: {
    status: 500,
    title: 'A worker thread would start without the guard, and `mode` is `strict`',
    cure: 'Start the process with `node --import llm-gdpr-guard/register`: its threads inherit the guard.',
  },
  ERR_GDPR_UPGRADE_REFUSED: {
    status: 501,
    title: 'A WebSocket, CONNECT or two-way streaming call to a guarded provider cannot be scrubbed',
    cure: 'Use the HTTP API of the provider. `webSockets: "allow"` lets WebSockets pass unread.',
  },
  ERR_GDPR_UPSTREAM_ERROR: {
    status: 502,
    title: 'The provider answered with an error or could not be reached',
    cure: 'See `upstreamStatus` where it is given; check the key, the model and the address of the provider on the server.',
  },
  ERR_GDPR_UPSTREAM_TIMEOUT: {
    status: 504,
    title: 'The provider did not answer in time',
    cure: 'Try again, or raise the time-out on the server.',
  },
} as const satisfies Record<string, CatalogueEntry>

export type GuardErrorCode = keyof typeof catalogue

/** All codes, for tests and documents. */
export const guardErrorCodes = Object.keys(catalogue) as readonly GuardErrorCode[]

const mark = Symbol.for('llm-gdpr-guard.error')

export class GuardError extends Error {
  override readonly name = 'GuardError'
  readonly code: GuardErrorCode
  /** The HTTP status that fits, for error handlers. */
  readonly status: number
  /** What to change, with the page that explains it. */
  readonly help: string
  readonly [mark] = true

  /** `place` says where, in words of the guard or of a wire format; it must never hold text of a request. */
  constructor(code: GuardErrorCode, place?: string) {
    const { status, title, cure } = catalogue[code]
    const help = `${cure} See docs/errors.md#${code.toLowerCase()}.`
    super(`${title}${place === undefined ? '' : ` (${place})`}. ${help}`)
    this.code = code
    this.status = status
    this.help = help
  }
}

/** Recognises our errors by mark, not by class: two copies of the package may be loaded in one process. */
export function isGuardError(error: unknown): error is GuardError {
  return typeof error === 'object' && error !== null && mark in error
}
