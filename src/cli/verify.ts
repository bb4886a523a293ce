/** `verify`: sends a planted prompt through a gateway to a capture server, and shows what would have left. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createGuard } from '../guard.ts'
import { startGateway } from '../proxy/index.ts'
import { type Command, readArguments, UsageError, write } from './command.ts'

const help = `Usage: llm-gdpr-guard verify [--url URL --capture PORT]

Sends a prompt with invented personal data, whole and streamed, and looks at every byte that arrives at the far end.

Without options, a gateway of this package is started for the check. To check one that is running, let it send to the
capture server, and name the address that a client would call:

  llm-gdpr-guard serve --upstream openai=http://127.0.0.1:9797
  llm-gdpr-guard verify --url http://127.0.0.1:8787/openai/v1/chat/completions --capture 9797

Options:
  --url URL        an address that takes OpenAI chat completions
  --capture PORT   loopback port at which the capture server waits
  -h, --help       show this text

Exit codes: 0 nothing left and everything came back · 1 something did not · 2 wrong use
`

/** Invented, or from ranges and documents that are kept for examples. */
const planted: Readonly<Record<string, string>> = {
  EMAIL: 'verify.guard@mailbox.example',
  PHONE: '+49 1512 3456789',
  IBAN: 'DE89 3704 0044 0532 0130 00',
  CREDIT_CARD: '4111 1111 1111 1111',
  IP_ADDRESS: '203.0.113.42',
  ORDER_NUMBER: 'ORD-2025-88317',
}
const prompt = `Refund order ${planted['ORDER_NUMBER']} to ${planted['IBAN']}. Write to ${planted['EMAIL']} or call ${planted['PHONE']}. Card ${planted['CREDIT_CARD']} was charged twice. The login came from ${planted['IP_ADDRESS']}.`

export const verify: Command = {
  name: 'verify',
  summary: 'send a planted prompt and show what would have left',
  help,
  async run(args, { stdout }) {
    const { values } = readArguments({
      args: [...args],
      options: { url: { type: 'string' }, capture: { type: 'string' } },
    })
    if ((values.url === undefined) !== (values.capture === undefined)) {
      throw new UsageError('--url and --capture belong together')
    }
    if (values.url !== undefined && !URL.canParse(values.url)) throw new UsageError('--url takes a URL')
    const port = Number(values.capture ?? 0)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError('--capture takes a port')
    const capture = await startCapture(port)
    try {
      const checks = values.url === undefined ? await checkOwnGateway(capture) : await checkBoth(values.url, capture)
      for (const check of checks) await write(stdout, describe(check))
      return checks.every(isGood) ? 0 : 1
    } finally {
      capture.close()
    }
  },
}

interface Capture {
  readonly origin: string
  /** Everything that has arrived since the last call. */
  take(): string
  close(): void
}

interface Check {
  readonly carrier: string
  /** Types of planted values that arrived as they are. */
  readonly left: readonly string[]
  /** Did the answer, which repeats the prompt, come back with every value? `null`: there was none. */
  readonly isRestored: boolean | null
  readonly hasArrived: boolean
}

function isGood({ left, isRestored, hasArrived }: Check): boolean {
  return hasArrived && left.length === 0 && isRestored === true
}

function describe({ carrier, left, isRestored, hasArrived }: Check): string {
  if (!hasArrived) return `${carrier}: nothing arrived at the capture server\n`
  const gone = left.length === 0 ? `none of ${Object.keys(planted).length} values left` : `LEFT: ${left.join(', ')}`
  return `${carrier}: ${gone}; answer ${isRestored === true ? 'restored' : 'NOT restored'}\n`
}

async function checkOwnGateway(capture: Capture): Promise<Check[]> {
  const guard = createGuard({ mode: 'explicit', providers: { openai: { baseUrl: capture.origin } } })
  const times = { upstreamTimeoutMs: 30_000, requestTimeoutMs: 30_000, headersTimeoutMs: 30_000, graceMs: 1_000 }
  const upstreams = new Map([['openai', capture.origin]])
  const place = { host: '127.0.0.1', port: 0, connections: 100 }
  const gateway = await startGateway({ guard, upstreams, api: null, ...times, ...place })
  try {
    return await checkBoth(`${gateway.url}/openai/v1/chat/completions`, capture)
  } finally {
    await gateway.stop()
    await guard.close()
  }
}

async function checkBoth(url: string, capture: Capture): Promise<Check[]> {
  return [await check(url, capture, false), await check(url, capture, true)]
}

async function check(url: string, capture: Capture, stream: boolean): Promise<Check> {
  const carrier = stream ? 'streamed' : 'whole'
  capture.take()
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer verify' },
    body: JSON.stringify({ model: 'verify', stream, messages: [{ role: 'user', content: prompt }] }),
  })
    .then(response => response.text())
    .catch(() => null)
  const arrived = capture.take()
  const left = Object.entries(planted).filter(([, value]) => arrived.includes(value))
  return {
    carrier,
    left: left.map(([type]) => type),
    isRestored: answer === null ? null : textOf(answer) === prompt,
    hasArrived: arrived !== '',
  }
}

/** The text of an answer that came whole or as events. */
function textOf(answer: string): string {
  const events = answer.startsWith('data:')
    ? [...answer.matchAll(/^data: (\{.*)$/gm)].map(match => match[1]!)
    : [answer]
  return events.map(pieceOf).join('')
}

function pieceOf(event: string): string {
  try {
    const { choices } = JSON.parse(event) as {
      choices?: { message?: { content?: string }; delta?: { content?: string } }[]
    }
    return choices?.[0]?.message?.content ?? choices?.[0]?.delta?.content ?? ''
  } catch {
    return ''
  }
}

/** A model that repeats what it was asked. */
async function startCapture(port: number): Promise<Capture> {
  let arrived = ''
  const server: Server = createServer(async (req, res) => {
    let body = ''
    for await (const chunk of req.setEncoding('utf8')) body += chunk
    arrived += `${req.url}\n${req.rawHeaders.join('\n')}\n${body}\n`
    const { messages, stream } = JSON.parse(body) as { messages: { content: string }[]; stream?: boolean }
    const content = messages.at(-1)?.content ?? ''
    res.writeHead(200, { 'content-type': stream === true ? 'text/event-stream' : 'application/json' })
    if (stream !== true)
      return void res.end(JSON.stringify({ choices: [{ index: 0, message: { role: 'assistant', content } }] }))
    for (const piece of content.match(/.{1,5}/gs) ?? []) {
      res.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: piece } }] })}\n\n`)
    }
    res.end('data: [DONE]\n\n')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', () => reject(new UsageError(`cannot listen on port ${port}`)))
    server.listen(port, '127.0.0.1', () => resolve())
  })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => {
      const text = arrived
      arrived = ''
      return text
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
