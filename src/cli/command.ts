/** What a command is, what it may touch, and how it says that it was called wrongly. */
import type { Readable, Writable } from 'node:stream'
import { type ParseArgsConfig, parseArgs } from 'node:util'

/** The outside of a command, handed in so that tests need no process. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly env: Readonly<Record<string, string | undefined>>
  /** From the call on, a request to end the process aborts this signal instead of ending it: for commands that tidy up. */
  stopSignal(): AbortSignal
}

export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  readonly help: string
  /** Gives the exit code: 0 done, 1 findings or failure. Wrong use is thrown as a UsageError, which becomes 2. */
  run(args: readonly string[], terminal: Terminal): Promise<number>
}

/** The command was called wrongly. The message may quote arguments, never content. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** `parseArgs` of Node, with its complaints as usage errors. */
export function readArguments<Config extends ParseArgsConfig>(config: Config): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config)
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message)
    throw error
  }
}

/** Writes and waits until the reader has taken it, so that a slow pipe bounds the memory. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (stream.destroyed || stream.write(text)) return
  await new Promise<void>(resolve => {
    const settle = () => {
      stream.off('drain', settle)
      stream.off('close', settle)
      stream.off('error', settle)
      resolve()
    }
    stream.on('drain', settle)
    stream.on('close', settle)
    stream.on('error', settle)
  })
}
