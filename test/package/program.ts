/** The program as it is published, in a process of its own. Needs `npm run build`. */
import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

export interface Program {
  readonly url: string
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
  output(): string
}

/** Waits until it says where it listens. In a process group of its own, so that all of it can be sent a signal. */
export async function start(args: readonly string[]): Promise<Program> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const ended = new Promise<number | null>(resolve => child.once('exit', code => resolve(code)))
  let output = ''
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', chunk => {
        output += chunk
        const address = /listening on (\S+)\n/.exec(output)?.[1]
        if (address !== undefined) resolve(address)
      })
    }
    void ended.then(code => reject(new Error(`ended with ${code}: ${output}`)))
  })
  return { url, child, ended, output: () => output }
}
