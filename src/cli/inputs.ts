/** What the arguments of a command name: files, folders, or standard input. */
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Terminal, UsageError } from './command.ts'

export interface Input {
  /** As it is shown. */
  readonly name: string
  /** Bytes, where they are known. */
  readonly size: number
  open(): AsyncIterable<Uint8Array>
}

/** Folders nobody means to read. */
const skipped = new Set(['.git', 'node_modules'])

/** `-`, or no name at all, is standard input. A folder stands for all files below it, in the order of their names. */
export async function inputsOf(names: readonly string[], { stdin }: Terminal): Promise<Input[]> {
  const inputs: Input[] = []
  for (const name of names.length === 0 ? ['-'] : names) {
    if (name === '-') inputs.push({ name: 'standard input', size: 0, open: () => stdin })
    else for await (const input of filesOf(name)) inputs.push(input)
  }
  return inputs
}

async function* filesOf(path: string): AsyncGenerator<Input> {
  const found = await stat(path).catch(() => null)
  if (found === null) throw new UsageError(`cannot read ${path}`)
  if (!found.isDirectory()) {
    yield { name: path, size: found.size, open: () => createReadStream(path, { highWaterMark: 262_144 }) }
    return
  }
  const entries = await readdir(path, { withFileTypes: true })
  for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
    const isWanted = entry.isDirectory() ? !skipped.has(entry.name) : entry.isFile()
    if (isWanted) yield* filesOf(join(path, entry.name))
  }
}
