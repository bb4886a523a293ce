/** The preload in real processes: what it reaches, and how it fails. */
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
  write(
    'threads.mjs',
    `import { Worker } from 'node:worker_threads'
     import { readFileSync } from 'node:fs'
     const text = readFileSync(new URL('ask.cjs', import.meta.url), 'utf8')
     const { env } = process
     for (const [file, options] of [
       [new URL('ask.cjs', import.meta.url), {}],
       [new URL('ask.cjs', import.meta.url), { execArgv: [] }],
       [new URL('ask.cjs', import.meta.url), { env: { MODEL: env.MODEL, PLANTED: env.PLANTED, LLM_GDPR_GUARD_PROVIDERS: env.LLM_GDPR_GUARD_PROVIDERS, LLM_GDPR_GUARD_PROFILE: 'structured' } }],
       [text, { eval: true }],
       [text, { eval: true, execArgv: ['--no-warnings'] }],
     ]) await new Promise((resolve, reject) => new Worker(file, options).on('exit', resolve).on('error', reject))`,
  )
  write(
    'child.mjs',
    `import { spawnSync } from 'node:child_process'
    const { stdout } = spawnSync(process.execPath, ['ask.cjs'])
    process.stdout.write(stdout)`,
  )
}, 60_000)

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

it.each([
  [['--import', preload, 'ask.cjs'], {}],
  [['-r', preload, 'ask.cjs'], {}],
  [['--import', preload, '-r', preload, 'ask.cjs'], {}],
  [['ask.cjs'], { NODE_OPTIONS: `--import ${preload}` }],
] as [string[], Record<string, string>][])('guards an application by %j %j', async (args, env) => {
  const { code, stdout, stderr } = await run(args, env)
  expect([code, stdout]).toEqual([0, answered])
  expect(stderr.match(/guarding/g)).toHaveLength(1)
  expect(upstream.received).toHaveLength(1)
  expect(upstream.everything).not.toContain(email)
})

it.each([
  [['--import', preload], {}],
  // A flag that threads inherit, but that may not be named for one.
  [['-r', preload, '--max-old-space-size=400'], {}],
  [[], { NODE_OPTIONS: `--import ${preload}` }],
] as [string[], Record<string, string>][])(
  'guards every thread, however it is started (%j %j)',
  async (args, env) => {
    const { code, stdout } = await run([...args, 'threads.mjs'], env)
    expect([code, stdout]).toEqual([0, answered.repeat(5)])
    expect(upstream.received).toHaveLength(5)
    expect(upstream.everything).not.toContain(email)
  },
  30_000,
)

it('guards child processes by NODE_OPTIONS', async () => {
  const { stdout } = await run(['child.mjs'], { NODE_OPTIONS: `--import ${preload}` })
  expect([stdout, upstream.received.length]).toEqual([answered, 1])
  expect(upstream.everything).not.toContain(email)
})

it('refuses calls outside any request where it is told to', async () => {
  const { code, stderr } = await run(['--import', preload, 'ask.cjs'], { LLM_GDPR_GUARD_OUTSIDE_SCOPE: 'block' })
  expect([code, upstream.received.length]).toEqual([1, 0])
  expect(stderr).toContain('ERR_GDPR_OUTSIDE_SCOPE')
})

it('does not start an application with a configuration it cannot read', async () => {
  const { code, stdout, stderr } = await run(['--import', preload, 'ask.cjs'], { LLM_GDPR_GUARD_MODE: 'loud' })
  expect([code, stdout, upstream.received.length]).toEqual([1, '', 0])
  expect(stderr).toContain('ERR_GDPR_OPTIONS_INVALID')
})

it('gives its guard to code that asks for it', async () => {
  write(
    'guard.mjs',
    `import { guard } from '${preload}'
    console.log(await guard.run({}, async () => 'in a scope'))`,
  )
  expect(await run(['--import', preload, 'guard.mjs'])).toMatchObject({ code: 0, stdout: 'in a scope\n' })
})

it('refuses a thread without the guard in strict mode', async () => {
  write(
    'strict.mjs',
    `import { Worker } from 'node:worker_threads'
    import { createGuard } from 'llm-gdpr-guard'
    createGuard({ mode: 'strict' })
    try { new Worker(new URL('ask.cjs', import.meta.url)) } catch (error) { console.log(error.code) }`,
  )
  expect(await run(['strict.mjs'])).toMatchObject({ code: 0, stdout: 'ERR_GDPR_UNGUARDED_WORKER\n' })
  expect(upstream.received).toEqual([])
})
