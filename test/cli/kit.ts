/** Runs a command as the program does, with streams in memory. */
import { PassThrough, Readable, Writable } from 'node:stream'
import { runCli } from '../../src/cli/cli.ts'

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface Setting {
  readonly stdin?: string | readonly Uint8Array[]
  readonly env?: Record<string, string>
  readonly terminal?: boolean
  readonly signal?: AbortSignal
  /** Called with all of standard output so far. */
  readonly onOutput?: (text: string) => void
}

class Sink extends Writable {
  readonly isTTY: boolean
  text = ''
  readonly #onText: (text: string) => void

  constructor(isTTY: boolean, onText: (text: string) => void = () => undefined) {
    super()
    this.isTTY = isTTY
    this.#onText = onText
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8')
    this.#onText(this.text)
    done()
  }
}

export async function cli(args: readonly string[], setting: Setting = {}): Promise<Ran> {
  const { stdin = '', env = {}, terminal = false, signal = new AbortController().signal, onOutput } = setting
  const stdout = new Sink(terminal, onOutput)
  const stderr = new Sink(terminal)
  const input = typeof stdin === 'string' ? Readable.from([Buffer.from(stdin)]) : Readable.from(stdin)
  const code = await runCli(args, {
    stdin: input.pipe(new PassThrough()),
    stdout,
    stderr,
    env,
    stopSignal: () => signal,
  })
  return { code, stdout: stdout.text, stderr: stderr.text }
}

export interface Running {
  readonly url: string
  stop(): Promise<Ran>
}

/** Starts a command that goes on until it is stopped, and waits until it says where it listens. */
export async function startCli(args: readonly string[], setting: Setting = {}): Promise<Running> {
  const aborter = new AbortController()
  let ended: Promise<Ran> | undefined
  const url = await new Promise<string>((resolve, reject) => {
    const onOutput = (text: string) => {
      const address = /listening on (\S+)\n/.exec(text)?.[1]
      if (address !== undefined) resolve(address)
    }
    ended = cli(args, { ...setting, signal: aborter.signal, onOutput })
    ended.then(({ stderr }) => reject(new Error(stderr)), reject)
  })
  return {
    url,
    stop: () => {
      aborter.abort()
      return ended!
    },
  }
}
