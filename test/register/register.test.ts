/** The preload in real processes: how it is loaded, what it gives, and how it fails. */
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { packageFolder } from '../kit/package-folder.ts'
import { plant } from '../kit/planted.ts'
import { chatAnswer, Upstream } from '../kit/upstream.ts'

const { email } = plant(4301)
const preload = 'llm-gdpr-guard/register'
let folder: string
let upstream: Upstream

beforeAll(async () => {
  folder = packageFolder('register')
  upstream = await Upstream.start(chatAnswer(prompt => prompt))
  // Called before and after anything else could have been loaded; it knows nothing of the guard.
  write(
    'ask.cjs',
    `const body = JSON.stringify({ model: 'm', messages: [{ role: 'user', content: 'Write to ' + process.env.PLANTED }] })
     fetch(process.env.MODEL + '/v1/chat/completions', { method: 'POST', body })
       .then(response => response.json())
       .then(({ choices }) => console.log(choices[0].message.content))`,
  )
}, 120_000)

beforeEach(() => {
  upstream.received.length = 0
})

afterAll(() => upstream[Symbol.asyncDispose]())

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text)
}

interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

function run(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  // Without the name model a process starts in half the time.
  const own = {
    LLM_GDPR_GUARD_PROFILE: 'structured',
    MODEL: upstream.origin,
    PLANTED: email,
    LLM_GDPR_GUARD_PROVIDERS: `local=${upstream.origin}/v1`,
  }
  return new Promise(resolve => {
    const options = { cwd: folder, env: { PATH: process.env['PATH'], ...own, ...env } }
    const child = execFile(process.execPath, args, options, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    )
  })
}

const answered = `Write to ${email}\n`

// test/matrix/ways.test.ts shows `--import`, NODE_OPTIONS, threads and child processes.
it('guards an application once, where both flags name the preload', async () => {
  const { code, stdout, stderr } = await run(['--import', preload, '-r', preload, 'ask.cjs'])
  expect([code, stdout]).toEqual([0, answered])
  expect(stderr.match(/guarding/g)).toHaveLength(1)
  expect(upstream.received).toHaveLength(1)
  expect(upstream.everything).not.toContain(email)
}, 120_000)

it('refuses calls outside any request where it is told to', async () => {
  const { code, stderr } = await run(['--import', preload, 'ask.cjs'], { LLM_GDPR_GUARD_OUTSIDE_SCOPE: 'block' })
  expect([code, upstream.received.length]).toEqual([1, 0])
  expect(stderr).toContain('ERR_GDPR_OUTSIDE_SCOPE')
}, 120_000)

it('does not start an application with a configuration it cannot read', async () => {
  const { code, stdout, stderr } = await run(['--import', preload, 'ask.cjs'], { LLM_GDPR_GUARD_MODE: 'loud' })
  expect([code, stdout, upstream.received.length]).toEqual([1, '', 0])
  expect(stderr).toContain('ERR_GDPR_OPTIONS_INVALID')
}, 120_000)

it('gives its guard to code that asks for it', async () => {
  write(
    'guard.mjs',
    `import { guard } from '${preload}'
    console.log(await guard.run({}, async () => 'in a scope'))`,
  )
  expect(await run(['--import', preload, 'guard.mjs'])).toMatchObject({ code: 0, stdout: 'in a scope\n' })
}, 120_000)
