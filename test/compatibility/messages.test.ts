/**
 * What a client of node:http sees, without the guard and with it: the same events in the same order, whatever the answer
 * does. Bytes may come in other pieces, so events of one kind that follow each other count once.
 */
import * as http from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { installHooks } from '../../src/intercept/index.ts'
import { type Answer, fakeOpener, type Provider, startProvider } from '../intercept/kit.ts'

let provider: Provider

beforeEach(async () => {
  provider = await startProvider()
})

afterEach(() => provider[Symbol.asyncDispose]())

const requestEvents = ['abort', 'close', 'continue', 'error', 'finish', 'information', 'response', 'socket', 'timeout']
const responseEvents = ['aborted', 'close', 'data', 'end', 'error', 'pause', 'resume']

type Ask = (request: http.ClientRequest) => void

interface Scenario {
  readonly answer: Answer
  readonly options?: http.RequestOptions
  readonly ask?: Ask
  /** Done with the answer instead of reading it. */
  readonly take?: (response: http.IncomingMessage, request: http.ClientRequest) => void
}

/** Records what both objects say until the request is closed. */
async function seenBy({ answer, options = {}, ask, take }: Scenario): Promise<string[]> {
  provider.answer = answer
  // A connection that an earlier call has left would show as one that is used again.
  const agent = new http.Agent({ keepAlive: true })
  const seen: string[] = []
  const see = (text: string) => {
    if (seen.at(-1) !== text) seen.push(text)
  }
  const request = http.request({
    host: '127.0.0.1',
    port: provider.port,
    method: 'POST',
    path: '/v1/chat',
    agent,
    ...options,
  })
  let last: http.IncomingMessage | null = null
  for (const name of requestEvents) request.on(name, argument => see(`request ${name}${detailOf(argument)}`))
  request.on('response', response => {
    last = response
    const { statusCode, statusMessage, httpVersion } = response
    see(`${statusCode} ${statusMessage} ${httpVersion}`)
    // Listening for data starts the flow.
    for (const name of responseEvents)
      if (name !== 'data' || take === undefined)
        response.on(name, argument => see(`response ${name}${detailOf(argument)}`))
    take?.(response, request)
  })
  const closed = new Promise(resolve => request.on('close', resolve))
  if (ask === undefined) request.end('x')
  else ask(request)
  await closed
  // The agent takes the connection back after that.
  for (let turns = 0; turns < 3; turns++) await new Promise(resolve => setImmediate(resolve))
  see(stateOf(request, last))
  see(`${Object.keys(agent.freeSockets).length} connections free`)
  agent.destroy()
  return seen
}

function detailOf(argument: unknown): string {
  if (!(argument instanceof Error)) return ''
  return ` ${argument.constructor.name} ${argument.name} ${'code' in argument ? String(argument.code) : ''} ${argument.message}`
}

function stateOf(request: http.ClientRequest, response: http.IncomingMessage | null): string {
  const { destroyed, writableEnded, reusedSocket } = request
  const trailers = response === null ? {} : { trailers: response.trailers, rawTrailers: response.rawTrailers }
  const answer = response === null ? null : { complete: response.complete, ended: response.readableEnded, ...trailers }
  return JSON.stringify({ destroyed, writableEnded, reusedSocket, answer })
}

const piecemeal: Answer = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/plain', trailer: 'x-sum' })
  response.write('one')
  response.addTrailers({ 'X-Sum': '17' })
  response.end('two')
}
const silent: Answer = () => undefined
const leave = (target: { destroy(error?: Error): unknown }) => void target.destroy()

const scenarios: Record<string, Scenario> = {
  'a whole answer': { answer: (_, response) => response.end('hello') },
  'a streamed answer with trailers': { answer: piecemeal },
  'an answer without a body': { answer: (_, response) => response.writeHead(204).end() },
  'a HEAD call': {
    answer: (_, response) => response.end(),
    options: { method: 'HEAD' },
    ask: request => request.end(),
  },
  'a compressed answer': {
    answer: (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('hello')),
  },
  'an error of the provider': { answer: (_, response) => response.writeHead(429, 'Slow').end('{"error":{}}') },
  'early hints': {
    answer: (_, response) => {
      response.writeEarlyHints({ link: '</style.css>; rel=preload' })
      response.end('hello')
    },
  },
  'a reset before the answer': { answer: (_, response) => response.socket?.destroy() },
  'a reset within the answer': {
    answer: (_, response) => response.write('first', () => response.socket?.destroy()),
  },
  'a body that is shorter than it says': {
    answer: (_, response) => {
      response.writeHead(200, { 'content-length': 100 })
      response.write('first', () => response.socket?.destroy())
    },
  },
  'a request given up before the answer': {
    answer: (_, response) => response.flushHeaders(),
    take: (_, request) => leave(request),
  },
  'a request destroyed at once': {
    answer: silent,
    ask: request => {
      request.end('x')
      request.destroy(new Error('given up'))
    },
  },
  'an abort by signal before it is sent': { answer: silent, options: { signal: AbortSignal.abort() } },
  'an answer destroyed half read': {
    answer: (_, response) => response.write('first'),
    take: response => response.once('data', () => leave(response)),
  },
  'an answer that nobody reads': {
    answer: (_, response) => response.end('hello'),
    take: response => response.resume(),
  },
  'a time-out': {
    answer: silent,
    options: { timeout: 20 },
    ask: request => {
      request.on('timeout', () => request.destroy())
      request.end('x')
    },
  },
  'writes in pieces': {
    answer: (_, response) => response.end('hello'),
    ask: request => {
      request.write('one')
      request.write('two', () => request.end())
    },
  },
  'a refused connection': { answer: silent, options: { port: 1 } },
}

it.each(Object.keys(scenarios))('%s is seen as without the guard', async name => {
  const bare = await seenBy(scenarios[name]!)
  const opener = fakeOpener([provider.host, '127.0.0.1:1'])
  const hooks = installHooks(opener)
  const guarded = await seenBy(scenarios[name]!)
  hooks.remove()
  expect(guarded).toEqual(bare)
})
