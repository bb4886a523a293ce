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
}

class Sink extends Writable {
  readonly isTTY: boolean
  text = ''

  constructor(isTTY: boolean) {
    super()
    this.isTTY = isTTY
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8')
    done()
  }
}

export async function cli(args: readonly string[], setting: Setting = {}): Promise<Ran> {
  const { stdin = '', env = {}, terminal = false, signal = new AbortController().signal } = setting
  const stdout = new Sink(terminal)
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
