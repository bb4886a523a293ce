/** One outbound call and its answer, from the carrier's first question to the summary. */
import { shownValue } from '../detect/index.ts'
import { GuardError, type GuardErrorCode, isGuardError } from '../errors.ts'
import { createTextRestorer, RestoreTally, type Vault } from '../mask/index.ts'
import type { Settings } from '../options.ts'
import type {
  AnswerPlan,
  BodyRestorer,
  Detector,
  Exchange,
  ExchangeOpener,
  ExchangeSummary,
  HeaderPairs,
  RawRequest,
  ScrubbedBytes,
  ScrubbedRequest,
} from '../types.ts'
import {
  comparesTexts,
  compileProviders,
  isPartialUpload,
  isStreamed,
  leansOnState,
  type ProviderMatch,
  parseContentType,
  type StateUse,
  stateUse,
} from '../wire/index.ts'
import { type ReadableBody, readBody } from './body.ts'
import { cacheDetections } from './detection-cache.ts'
import { headerOf, outboundHeaders } from './identifiers.ts'
import { meter, planAnswer } from './inbound.ts'
import type { OutboundTools } from './leaves.ts'
import { type Outbound, scrubRequest } from './outbound.ts'
import { currentScope, ScopeState } from './scope.ts'
import { isSignedForAws } from './signed-requests.ts'
import { SignedTexts } from './signed-texts.ts'
import { StateKeeper } from './state.ts'

export interface PipelineParts {
  readonly settings: Settings
  readonly detector: Detector
  readonly onExchange: (summary: ExchangeSummary) => void
  /** Milliseconds; only differences matter. Default `performance.now`. */
  readonly now?: () => number
}

export interface Pipeline {
  readonly settings: Settings
  readonly opener: ExchangeOpener
  /** Opens an exchange in a scope that no async context carries. */
  openIn(scope: ScopeState, raw: RawRequest): Promise<Exchange>
  readonly tools: OutboundTools
}

export function createPipeline({
  settings,
  detector,
  onExchange,
  now = () => performance.now(),
}: PipelineParts): Pipeline {
  const providers = compileProviders(settings.providers)
  const cached = cacheDetections(detector)
  const tools: OutboundTools = {
    settings,
    detector: cached,
    memoOf: cached.memoOf,
    actionOf: type => settings.entities[type] ?? 'replace',
    signedTexts: new SignedTexts(),
  }
  const states = new StateKeeper(settings, now)
  const opener: ExchangeOpener = {
    bodyBytes: settings.limits.bodyBytes,
    guards: (url, method, headers) => providers.match(url, method, headers) !== null,
    rulesOut: (host, pathname) => providers.rulesOut(host, pathname),
    guardsHost: (host, port) => providers.listensAt(host, port),
    allowsWebSockets: settings.webSockets === 'allow',
    open: raw => {
      const current = currentScope()
      // A call inside a request belongs to the guard of that request, whichever guard's hook saw it first.
      const owner = current?.owner
      if (
        owner !== undefined &&
        owner !== null &&
        owner !== opener &&
        owner.guards(raw.url, raw.method, () => raw.headers)
      ) {
        return owner.open(raw)
      }
      return open(raw, current)
    },
  }

  async function open(raw: RawRequest, current: ScopeState | undefined): Promise<Exchange> {
    const match = providers.match(raw.url, raw.method, () => raw.headers)
    if (match === null) throw new GuardError('ERR_GDPR_UNGUARDED_CARRIER')
    const report = new Report(match, raw, now, onExchange)
    let scope = current ?? ephemeralScope(settings, opener, report)
    if (current !== undefined) holdOpen(current, report)
    const scrub = async () => {
      const reading = readRequest(raw, settings)
      const read = reading instanceof Promise ? await reading : reading
      const stable = settings.pseudonymKey !== null && comparesTexts(raw.url.pathname)
      if (stable || leansOnState(read.use)) {
        scope = await states.scopeFor(read.use, { provider: match.provider, stable }, scope, opener)
      }
      const before = scope.replacements
      const outbound = await scrubRequest(raw, read.body, match, scope, tools)
      states.checkKept(read.use, scope.replacements - before)
      return { outbound, use: read.use }
    }
    try {
      // Nobody else makes calls in a scope of the call's own.
      const { outbound, use } = await (current === undefined ? scrub() : current.inTurn(scrub))
      if (scope.abortReason !== null) throw scope.abortReason
      report.scrubbed(outbound, scope.vault)
      const remember = (body: BodyRestorer) => states.remember(use, match.provider, scope, body)
      return new OpenExchange(outbound.request, match, scope, report, tools, remember, current === undefined)
    } catch (error) {
      const passed = settings.mode === 'warn' ? passUnread(raw, match, error) : null
      if (passed !== null) {
        report.passedUnread(error, passed)
        return new OpenExchange(passed, match, scope, report, tools, body => body, current === undefined)
      }
      scope.release()
      report.refused(error)
      throw error
    }
  }

  return { settings, opener, openIn: (scope, raw) => open(raw, scope), tools }
}

interface ReadRequest {
  readonly body: ReadableBody | null
  readonly use: StateUse
}

function readRequest(raw: RawRequest, settings: Settings): ReadRequest | Promise<ReadRequest> {
  if (isSignedForAws(raw)) throw new GuardError('ERR_GDPR_SIGNED_REQUEST')
  if (isPartialUpload(raw.url, raw.headers)) throw new GuardError('ERR_GDPR_PARTIAL_UPLOAD')
  const body = readBody(raw, settings)
  return body instanceof Promise ? body.then(read => withState(read, raw)) : withState(body, raw)
}

function withState(body: ReadableBody | null, raw: RawRequest): ReadRequest {
  return { body, use: stateUse(raw.method, raw.url.pathname, body?.kind === 'json' ? body.document : null) }
}

function holdOpen(scope: ScopeState, report: Report): void {
  if (scope.abortReason !== null) {
    report.refused(scope.abortReason)
    throw scope.abortReason
  }
  scope.hold()
}

function ephemeralScope(settings: Settings, opener: ExchangeOpener, report: Report): ScopeState {
  if (settings.outsideScope === 'ephemeral') return new ScopeState(settings.limits.findings, opener)
  const error = new GuardError('ERR_GDPR_OUTSIDE_SCOPE')
  report.refused(error)
  throw error
}

/** What mode `warn` lets through: bodies that cannot be read. A value that was found never leaves in any mode. */
const unreadable: ReadonlySet<GuardErrorCode> = new Set([
  'ERR_GDPR_BODY_TOO_DEEP',
  'ERR_GDPR_BODY_UNREADABLE',
  'ERR_GDPR_ENCODING_UNSUPPORTED',
  'ERR_GDPR_JSON_INVALID',
])

function passUnread(raw: RawRequest, match: ProviderMatch, error: unknown): ScrubbedRequest | null {
  if (!isGuardError(error) || !unreadable.has(error.code)) return null
  const headers = outboundHeaders(raw.headers, match.headers)
  const coding = headerOf(raw.headers, 'content-encoding')
  if (coding !== null) headers.push(['content-encoding', coding])
  if (raw.body !== null) headers.push(['content-length', String(raw.body.length)])
  // The one place where bytes count as scrubbed without being so: the user chose `warn`, and the summary says it.
  return { method: raw.method, url: raw.url, headers, body: raw.body as ScrubbedBytes | null }
}

class OpenExchange implements Exchange {
  readonly request: ScrubbedRequest
  readonly standsAlone: boolean
  readonly #match: ProviderMatch
  readonly #scope: ScopeState
  readonly #report: Report
  readonly #tools: OutboundTools
  readonly #remember: (body: BodyRestorer) => BodyRestorer
  readonly #tally = new RestoreTally()
  #closed = false

  constructor(
    request: ScrubbedRequest,
    match: ProviderMatch,
    scope: ScopeState,
    report: Report,
    tools: OutboundTools,
    remember: (body: BodyRestorer) => BodyRestorer,
    standsAlone: boolean,
  ) {
    this.request = request
    this.standsAlone = standsAlone
    this.#match = match
    this.#scope = scope
    this.#report = report
    this.#tools = tools
    this.#remember = remember
  }

  onAbort(listener: (reason: unknown) => void): () => void {
    return this.#scope.onAbort(listener)
  }

  answer(status: number, headers: HeaderPairs): AnswerPlan {
    this.#report.answered(status, headers)
    const plan = planAnswer(this.request.method, status, headers, {
      format: this.#match.format,
      restorer: createTextRestorer(this.#scope.vault, this.#tally, shownValue),
      limits: this.#tools.settings.limits,
      onSigned: (signature, text, shown) => this.#tools.signedTexts.remember(signature, text, shown),
      sent: this.request.body,
    })
    return plan.body === null ? plan : { ...plan, body: this.#report.meter(this.#remember(plan.body)) }
  }

  close(outcome: 'done' | 'aborted' | 'failed'): void {
    if (this.#closed) return
    this.#closed = true
    this.#report.closed(outcome, this.#tally)
    this.#scope.release()
  }
}

/** Collects the value-free summary of one exchange and tells it once. */
class Report {
  readonly #now: () => number
  readonly #onExchange: (summary: ExchangeSummary) => void
  readonly #start: number
  readonly #path: string
  #issued = 0
  #summary: { -readonly [Field in keyof ExchangeSummary]: ExchangeSummary[Field] }

  constructor(
    match: ProviderMatch,
    raw: RawRequest,
    now: () => number,
    onExchange: (summary: ExchangeSummary) => void,
  ) {
    this.#now = now
    this.#onExchange = onExchange
    this.#start = now()
    this.#path = raw.url.pathname
    this.#summary = {
      provider: match.provider,
      host: raw.url.hostname,
      format: match.format.name,
      model: null,
      streamed: false,
      status: null,
      outcome: 'refused',
      counts: {},
      restored: 0,
      dropped: 0,
      invented: 0,
      requestBytes: raw.body?.length ?? 0,
      answerBytes: 0,
      scrubMs: 0,
      restoreMs: 0,
      totalMs: 0,
    }
  }

  scrubbed({ model, request }: Outbound, vault: Vault): void {
    this.#summary.model = model === null ? null : model.slice(0, 100)
    this.#summary.counts = vault.counts()
    this.#issued = vault.detected
    this.#summary.requestBytes = request.body?.length ?? 0
    this.#summary.scrubMs = this.#now() - this.#start
  }

  passedUnread(error: unknown, request: ScrubbedRequest): void {
    this.#summary.requestBytes = request.body?.length ?? 0
    this.#summary.scrubMs = this.#now() - this.#start
    if (isGuardError(error)) this.#summary.code = error.code
  }

  answered(status: number, headers: HeaderPairs): void {
    const { essence } = parseContentType(headerOf(headers, 'content-type'))
    this.#summary.status = status
    this.#summary.streamed = isStreamed(essence, this.#path)
  }

  meter(body: NonNullable<AnswerPlan['body']>): NonNullable<AnswerPlan['body']> {
    return meter(body, this.#now, (bytes, milliseconds) => {
      this.#summary.answerBytes += bytes
      this.#summary.restoreMs += milliseconds
    })
  }

  refused(error: unknown): void {
    if (isGuardError(error)) this.#summary.code = error.code
    this.#summary.scrubMs = this.#now() - this.#start
    this.#tell()
  }

  closed(outcome: 'done' | 'aborted' | 'failed', tally: RestoreTally): void {
    this.#summary.outcome = outcome
    this.#summary.restored = tally.restored
    this.#summary.invented = tally.invented
    this.#summary.dropped = Math.max(0, this.#issued - tally.used())
    this.#tell()
  }

  #tell(): void {
    this.#summary.totalMs = this.#now() - this.#start
    this.#onExchange(this.#summary)
  }
}
