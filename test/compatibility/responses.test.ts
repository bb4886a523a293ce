/** What a client of fetch and undici gets, without the guard and with it: the same answers, the same errors. */
import * as undici from 'undici'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { installHooks } from '../../src/intercept/index.ts'
import { type Answer, fakeOpener, type Provider, startProvider } from '../intercept/kit.ts'

const fetchTakenEarly = globalThis.fetch

let provider: Provider
/** Where nobody listens any more. */
let closedHost: string

beforeAll(async () => {
  const closed = await startProvider()
  closedHost = closed.host
  await closed[Symbol.asyncDispose]()
})

beforeEach(async () => {
  provider = await startProvider()
})

afterEach(() => provider[Symbol.asyncDispose]())

/** The same call before hooks are on and while they are. */
async function bareAndGuarded<T>(call: () => Promise<T>, isAborted = false): Promise<[T, T]> {
  const bare = await call()
  const opener = fakeOpener([provider.host, closedHost])
  const hooks = installHooks(opener)
  try {
    const guarded = await call()
    // A call that was aborted before it was made asks nobody.
    if (!isAborted) expect(opener.opened.length).toBeGreaterThan(0)
    return [bare, guarded]
  } finally {
    hooks.remove()
  }
}

const init = (extra: RequestInit = {}): RequestInit => ({ method: 'POST', body: 'x', ...extra })

type Fetch = typeof fetch
const fetches: [string, () => Fetch][] = [
  ['fetch', () => globalThis.fetch],
  ['fetch taken early', () => fetchTakenEarly],
  ['undici fetch', () => undici.fetch as unknown as Fetch],
]

/** All that a Response shows of itself. */
function shown(response: Response): object {
  const { status, statusText, ok, url, redirected, type, bodyUsed } = response
  // The connection says of itself how long it is kept, and a length goes where the body may change.
  const headers = [...response.headers].filter(([name]) => !/^(?:content-length|date|keep-alive)$/.test(name))
  return { status, statusText, ok, url, redirected, type, bodyUsed, hasBody: response.body !== null, headers }
}

describe.each(fetches)('the Response of %s', (_, taken) => {
  it.each([
    ['200 with a body', 200],
    ['201', 201],
    ['204 without a body', 204],
    ['404', 404],
    ['429', 429],
    ['500', 500],
  ])('shows what it shows without the guard: %s', async (_, status) => {
    provider.answer = (_, response) => {
      response.writeHead(status, { 'content-type': 'text/plain', 'set-cookie': ['a=1', 'b=2'], 'x-request-id': 'r1' })
      response.end(status === 204 ? undefined : 'hello')
    }
    const [bare, guarded] = await bareAndGuarded(async () => {
      const response = await taken()(`${provider.origin}/v1/chat?a=1`, init())
      const before = shown(response)
      const copy = response.clone()
      const isResponse = [response, copy].map(each => each.constructor.name)
      const texts = [await response.text(), await copy.text()]
      return { before, isResponse, texts, after: shown(response), copied: shown(copy) }
    })
    expect(guarded).toEqual(bare)
  })

  it('follows a redirect inside the origin as it does without the guard', async () => {
    provider.answer = ({ url }, response) =>
      url === '/two' ? response.end('there') : response.writeHead(307, { location: '/two' }).end()
    const [bare, guarded] = await bareAndGuarded(async () => shown(await taken()(`${provider.origin}/one`, init())))
    expect(guarded).toEqual(bare)
  })

  it('is read in every form', async () => {
    provider.answer = (_, response) => response.setHeader('content-type', 'application/json').end('{"a":1}')
    const [bare, guarded] = await bareAndGuarded(async () => {
      const response = await taken()(provider.origin, init())
      const [bytes, blob, json] = [response.clone(), response.clone(), response]
      const whole = await blob.blob()
      return [Buffer.from(await bytes.arrayBuffer()).toString(), whole.size, whole.type, await json.json()]
    })
    expect(guarded).toEqual(bare)
  })
})

it('a Response is an instance of Response, and its form data can be read', async () => {
  provider.answer = (_, response) =>
    response.setHeader('content-type', 'application/x-www-form-urlencoded').end('name=hello')
  const [bare, guarded] = await bareAndGuarded(async () => {
    const response = await fetch(provider.origin, init())
    return [response instanceof Response, [...(await response.formData()).entries()]]
  })
  expect(guarded).toEqual(bare)
})

/** What is told of an error and its causes. */
function told(error: unknown): unknown[] {
  const causes: unknown[] = []
  for (let at: unknown = error; at instanceof Error && causes.length < 5; at = at.cause)
    causes.push([at.constructor.name, at.name, 'code' in at ? at.code : null, at.message])
  return causes
}

async function failureOf(call: () => Promise<unknown>): Promise<unknown[]> {
  return call().then(
    () => ['no error'],
    (error: unknown) => told(error),
  )
}

const silent: Answer = () => undefined
const reset: Answer = (_, response) => response.socket?.destroy()
const breakOff: Answer = (_, response) => response.write('first', () => response.socket?.destroy())

interface Failure {
  readonly answer: Answer
  readonly init?: () => RequestInit
  readonly isClosed?: true
}

const failures: Record<string, Failure> = {
  'a refused connection': { answer: silent, isClosed: true },
  'a connection that closes before the answer': { answer: reset },
  'a connection that closes within the answer': { answer: breakOff },
  'a signal aborted before': { answer: silent, init: () => ({ signal: AbortSignal.abort() }) },
  'a signal aborted with a reason': {
    answer: silent,
    init: () => ({ signal: AbortSignal.abort(new RangeError('enough')) }),
  },
  'a time-out': { answer: silent, init: () => ({ signal: AbortSignal.timeout(20) }) },
  'a time-out within the answer': {
    answer: (_, response) => response.write('first'),
    init: () => ({ signal: AbortSignal.timeout(60) }),
  },
}

describe.each(Object.keys(failures))('%s', name => {
  const { answer, init: own, isClosed } = failures[name]!
  const isAborted = name.startsWith('a signal aborted')
  const urlOf = () => `http://${isClosed === true ? closedHost : provider.host}/v1/chat`

  it.each(fetches)('is the same error of %s as without the guard', async (_, taken) => {
    provider.answer = answer
    const call = () => failureOf(async () => (await taken()(urlOf(), init(own?.()))).text())
    const [bare, guarded] = await bareAndGuarded(call, isAborted)
    expect(guarded).toEqual(bare)
    expect(bare).not.toEqual(['no error'])
  })

  it('is the same error of undici request as without the guard', async () => {
    provider.answer = answer
    const call = () =>
      failureOf(async () => {
        const options = { method: 'POST', body: 'x', signal: own?.().signal ?? null } as const
        return (await undici.request(urlOf(), options)).body.text()
      })
    const [bare, guarded] = await bareAndGuarded(call, isAborted)
    expect(guarded).toEqual(bare)
    expect(bare).not.toEqual(['no error'])
  })
})

it('the stack of a refusal leads to the code that made the call', async () => {
  const opener = fakeOpener([provider.host])
  opener.onOpen = () => {
    throw new RangeError('refused')
  }
  const hooks = installHooks(opener)
  const error = await fetch(provider.origin, init()).catch((caught: unknown) => caught)
  hooks.remove()
  expect((error as Error).stack).toContain('responses.test.ts')
})
