/**
 * `POST /proxy`: one chat with a provider of the configuration, in one form for all. It is sent with the guard's own
 * fetch, in a scope of its own, so scrubbing, the last look and restoring are those of every other call.
 */
import { GuardError } from '../errors.ts'
import { runInScope, ScopeState } from '../pipeline/index.ts'
import { Deadline } from './deadline.ts'
import type { Ask, Dialect, Said } from './dialects/index.ts'
import { eventsOf } from './events.ts'
import { type ApiAnswer, type ApiRequest, jsonAnswer } from './message.ts'
import { ApiProblem, problemOf } from './problem.ts'
import type { ApiParts, ApiProvider } from './router.ts'
import type { ProxyRequest } from './schemas.ts'

export async function proxy(input: ProxyRequest, request: ApiRequest, parts: ApiParts): Promise<ApiAnswer> {
  if (!input.scrub) throw new GuardError('ERR_GDPR_SCRUB_DISABLED')
  const provider = parts.providers.get(input.provider)
  if (provider === undefined) throw new GuardError('ERR_GDPR_PROVIDER_UNKNOWN')
  const call = new Call(input, provider, request, parts)
  try {
    const response = await call.send()
    if (input.stream) return { status: 200, headers: streamHeaders, body: call.stream(response) }
    const answer = await call.whole(response)
    call.end()
    return answer
  } catch (error) {
    call.end()
    throw call.explain(error)
  }
}

const streamHeaders = { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' }

class Call {
  readonly #ask: Ask
  readonly #input: ProxyRequest
  readonly #provider: ApiProvider
  readonly #request: ApiRequest
  readonly #parts: ApiParts
  readonly #scope: ScopeState
  readonly #deadline: Deadline

  constructor(input: ProxyRequest, provider: ApiProvider, request: ApiRequest, parts: ApiParts) {
    const { model, messages, stream, params } = input
    this.#ask = { model, messages, stream, params }
    this.#input = input
    this.#provider = provider
    this.#request = request
    this.#parts = parts
    this.#scope = new ScopeState(parts.pipeline.settings.limits.findings, parts.pipeline.opener)
    this.#deadline = new Deadline(parts.timeoutMs, request.signal)
  }

  get #dialect(): Dialect {
    return this.#provider.dialect
  }

  async send(): Promise<Response> {
    const { baseUrl, apiKey } = this.#provider
    const key = typeof apiKey === 'function' ? await apiKey() : apiKey
    const url = `${baseUrl.replace(/\/+$/, '')}${this.#dialect.path(this.#ask)}`
    const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' }
    const response = await runInScope(this.#scope, () =>
      this.#parts.fetch(url, {
        method: 'POST',
        headers: { ...headers, ...this.#dialect.headers(key) },
        body: JSON.stringify(this.#dialect.body(this.#ask)),
        // A redirect would take the body elsewhere (governance G-2.14).
        redirect: 'error',
        signal: this.#deadline.signal,
      }),
    )
    if (response.ok && response.body !== null) return response
    // Providers quote prompts in their errors, so only the number is told.
    await response.body?.cancel()
    throw new ApiProblem('ERR_GDPR_UPSTREAM_ERROR', { upstreamStatus: response.status })
  }

  async whole(response: Response): Promise<ApiAnswer> {
    const said = this.#dialect.readAnswer(await response.json())
    return jsonAnswer({ content: said.text, ...this.#closing(said) })
  }

  /** Ends with `done`, or with an `error` event and a broken connection: never cleanly after a failure. */
  async *stream(response: Response): AsyncGenerator<string, void> {
    let last: Said = { text: '' }
    try {
      const body = response.body as AsyncIterable<Uint8Array> | null
      if (body === null) throw new ApiProblem('ERR_GDPR_UPSTREAM_ERROR')
      for await (const event of eventsOf(body, this.#dialect.framing, this.#parts.pipeline.settings.limits.bodyBytes)) {
        this.#deadline.refresh()
        if (this.#dialect.isFailure(event)) throw new ApiProblem('ERR_GDPR_UPSTREAM_ERROR')
        const said = this.#dialect.readEvent(event)
        last = { ...last, ...said }
        if (said.text !== '') yield dataLine({ content_delta: said.text })
      }
      yield dataLine({ done: true, ...this.#closing(last) })
    } catch (error) {
      const explained = this.explain(error)
      yield `event: error\n${dataLine(problemOf(explained, this.#request.id))}`
      throw explained
    } finally {
      this.end()
    }
  }

  end(): void {
    this.#deadline.end()
    this.#scope.release()
  }

  /** Our own refusals stay as they are; everything else happened between us and the provider. */
  explain(error: unknown): unknown {
    if (this.#deadline.isOver) return new GuardError('ERR_GDPR_UPSTREAM_TIMEOUT')
    const problem = problemOf(error, this.#request.id)
    return problem['code'] === 'ERR_GDPR_INTERNAL' ? new ApiProblem('ERR_GDPR_UPSTREAM_ERROR') : error
  }

  #closing({ finishReason, inputTokens, outputTokens }: Said): Record<string, unknown> {
    const { provider, model, purpose } = this.#input
    const isCounted = inputTokens !== undefined || outputTokens !== undefined
    return {
      provider,
      model,
      finish_reason: finishReason ?? null,
      usage: isCounted ? { input_tokens: inputTokens ?? null, output_tokens: outputTokens ?? null } : null,
      gdpr: {
        request_id: this.#request.id,
        ...(purpose === undefined ? {} : { purpose }),
        counts: this.#scope.closed ? {} : this.#scope.vault.counts(),
        scrubbed: true,
      },
    }
  }
}

function dataLine(value: unknown): string {
  return `data: ${JSON.stringify(value)}\n\n`
}
