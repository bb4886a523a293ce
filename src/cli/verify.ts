/** `verify`: sends planted values through a gateway or an application to a capture server, and shows what would have left. */
import { randomInt } from 'node:crypto'
import { createGuard } from '../guard.ts'
import { startGateway } from '../proxy/index.ts'
import { doctorColorsFor } from './colors.ts'
import { type Command, readArguments, UsageError, write } from './command.ts'
import { type Capture, startCapture } from './verify-capture.ts'
import { appCarriers, type Carrier, chatCarriers } from './verify-carriers.ts'
import { checkCarriers, isGood, type Verdict } from './verify-check.ts'
import { verifyReport } from './verify-report.ts'

const help = `Usage: llm-gdpr-guard verify [--url URL --capture PORT] [--body TEMPLATE] [--header "NAME: VALUE"]…

Sends invented personal data in every place in which a request can carry it, each place with values of its own, and looks
for them in every byte that arrives at the far end: a capture server, which answers like a model that repeats all it reads.

Without options, a gateway of this package is started for the check. To check one that is running, let it send to the
capture server, and name the address that a client would call:

  llm-gdpr-guard serve --upstream openai=http://127.0.0.1:9797
  llm-gdpr-guard verify --url http://127.0.0.1:8787/openai/v1/chat/completions --capture 9797

To check an application, let its client call the capture server, and say what a request to it looks like:

  OPENAI_BASE_URL=http://127.0.0.1:9797/v1 node server.js
  llm-gdpr-guard verify --url http://127.0.0.1:3000/ask --capture 9797 --body '{"question":"{{prompt}}"}'

Options:
  --url URL              an address that takes OpenAI chat completions, or, with --body, one of an application
  --capture PORT         loopback port at which the capture server waits; it speaks the chat completions and responses of
                         OpenAI and the messages of Anthropic
  --body TEMPLATE        body of a request to the application, with {{prompt}} where a user would write
  --header "NAME: VALUE" sent to the application, such as a session of its own; may be repeated
  -h, --help             show this text

Colours are used on a terminal only, and never where NO_COLOR is set.
Exit codes: 0 nothing left and everything came back · 1 something did not · 2 wrong use
`

export const verify: Command = {
  name: 'verify',
  summary: 'send planted values and show what would have left',
  help,
  async run(args, terminal) {
    const settings = readSettings(args)
    const capture = await startCapture(settings.port)
    try {
      const verdicts = await check(settings, capture)
      await write(terminal.stdout, verifyReport(verdicts, doctorColorsFor(terminal)))
      return verdicts.every(isGood) ? 0 : 1
    } finally {
      capture.close()
    }
  },
}

interface Settings {
  readonly url: string | null
  readonly port: number
  readonly body: string | null
  readonly headers: Record<string, string>
}

function readSettings(args: readonly string[]): Settings {
  const { values } = readArguments({
    args: [...args],
    options: {
      url: { type: 'string' },
      capture: { type: 'string' },
      body: { type: 'string' },
      header: { type: 'string', multiple: true },
    },
  })
  const { url = null, capture, body = null, header = [] } = values
  if ((url === null) !== (capture === undefined)) throw new UsageError('--url and --capture belong together')
  if (url !== null && !(URL.canParse(url) && /^https?:/.test(url))) throw new UsageError('--url takes a URL')
  if (capture !== undefined && !/^\d{1,5}$/.test(capture)) throw new UsageError('--capture takes a port')
  const port = Number(capture ?? 0)
  if (port > 65_535) throw new UsageError('--capture takes a port')
  if (body !== null && url === null) throw new UsageError('--body needs --url')
  if (body !== null && !body.includes('{{prompt}}')) throw new UsageError('--body needs {{prompt}} somewhere')
  if (body === null && header.length > 0) throw new UsageError('--header goes with --body')
  return { url, port, body, headers: Object.fromEntries(header.map(readHeader)) }
}

function readHeader(text: string): [string, string] {
  const [, name, value] = /^([!#$%&'*+.^_`|~\w-]+):\s*(.*)$/.exec(text) ?? []
  if (name === undefined || value === undefined) throw new UsageError('--header takes "NAME: VALUE"')
  return [name.toLowerCase(), value]
}

async function check({ url, body, headers }: Settings, capture: Capture): Promise<Verdict[]> {
  // Other values in every run: what an earlier one left somewhere is not found again.
  const first = randomInt(9_000)
  if (url === null) return checkOwnGateway(own => chatCarriers(own, first), capture)
  return checkCarriers(body === null ? chatCarriers(url, first) : appCarriers(url, body, headers, first), capture)
}

async function checkOwnGateway(carriersFor: (url: string) => Carrier[], capture: Capture): Promise<Verdict[]> {
  const guard = createGuard({ mode: 'explicit', providers: { openai: { baseUrl: capture.origin } } })
  const times = { upstreamTimeoutMs: 30_000, requestTimeoutMs: 30_000, headersTimeoutMs: 30_000, graceMs: 1_000 }
  const upstreams = new Map([['openai', capture.origin]])
  const place = { host: '127.0.0.1', port: 0, connections: 100 }
  const gateway = await startGateway({ guard, upstreams, api: null, ...times, ...place })
  try {
    return await checkCarriers(carriersFor(`${gateway.url}/openai/v1/chat/completions`), capture)
  } finally {
    await gateway.stop()
    await guard.close()
  }
}
