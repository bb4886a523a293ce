import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Command } from '../../src/cli/command.ts'
import { calledPlaces, findClients } from '../../src/cli/doctor-clients.ts'
import { createGuard } from '../../src/guard.ts'
import { serve } from '../api/kit.ts'
import { packageFolder } from '../kit/package-folder.ts'
import { cli, type Ran, startCli } from './kit.ts'

let folder: string

beforeAll(() => {
  folder = packageFolder('doctor')
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  write(
    'guarded.mjs',
    `import { createGuard } from 'llm-gdpr-guard'
     createGuard({ profile: 'structured' })`,
  )
  write('bare.mjs', 'setInterval(() => undefined, 1_000)')
}, 120_000)

/** The built command, in this process: what it starts are processes with the built preload and probe. */
async function run(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  const program = join(folder, 'node_modules', 'llm-gdpr-guard', 'dist', 'cli', 'doctor.js')
  const { doctor } = (await import(program)) as { doctor: Command }
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const terminal = {
    stdin: new PassThrough(),
    stdout,
    stderr,
    stopSignal: () => new AbortController().signal,
    env: { PATH: process.env['PATH'], LLM_GDPR_GUARD_PROFILE: 'structured', ...env },
  }
  const code = await doctor.run(args, terminal)
  return { code, stdout: String(stdout.read() ?? ''), stderr: String(stderr.read() ?? '') }
}

/** Lines without the fixes below them, which end in what was found. */
const lineOf = ({ stdout }: Ran, start: string) => stdout.split('\n').find(line => line.slice(6).startsWith(start))

describe('doctor in processes', () => {
  it('tries every client in a process that is started as the application would be', async () => {
    const ran = await run([])
    expect(ran.stdout).not.toContain('!!')
    for (const carrier of ['guard.fetch', 'fetch taken earlier', 'node:http', 'undici 7', 'undici Pool 7', 'AWS SDK 3'])
      expect(lineOf(ran, carrier)).toMatch(/^ {2}ok .* guarded$/)
    expect(lineOf(ran, 'api.openai.com')).toMatch(/^ {2}ok .* guarded$/)
    expect(lineOf(ran, 'made from a text')).toContain('start with the guard')
    expect(ran.stdout).toContain(`Node ${process.version}, mode enforce`)
    expect(ran.stdout).toMatch(/Clients found: .*openai \d/)
    expect(ran.stdout.endsWith('Nothing is open.\n')).toBe(true)
    expect(ran.code).toBe(0)
  }, 120_000)

  it('finds what is open, each with the fix', async () => {
    const env = { NODE_DEBUG: 'http', OPENAI_BASE_URL: 'http://llm.example:8000/v1', LLM_GDPR_GUARD_MODE: 'strict' }
    const ran = await run([], env)
    expect(lineOf(ran, 'NODE_DEBUG prints')).toMatch(/^ {2}!!/)
    expect(ran.stdout).toContain('Unset NODE_DEBUG.')
    expect(lineOf(ran, 'llm.example:8000')).toContain('NOT guarded: add its address under `providers`')
    expect(lineOf(ran, 'sockets')).toMatch(/ refused$/)
    expect(ran.code).toBe(1)
  }, 120_000)

  it('looks into an application before it ends', async () => {
    const ran = await run(['--after', '100', '--', process.execPath, join(folder, 'guarded.mjs')])
    expect(ran.stdout).toContain(join(folder, 'guarded.mjs'))
    expect(lineOf(ran, 'fetch  ')).toMatch(/ guarded$/)
    expect(lineOf(ran, 'Worker threads would start')).toMatch(/^ {2}--/)
    expect(ran.code).toBe(0)
  }, 120_000)

  it('says that an application has no guard, and stops it', async () => {
    const ran = await run(['--after', '1', '--', process.execPath, join(folder, 'bare.mjs')])
    expect(ran.stdout).toContain('!!  no guard was created in this process')
    expect(lineOf(ran, 'fetch  ')).toMatch(/ OPEN$/)
    expect(ran.code).toBe(1)
  }, 120_000)

  it('says so when the application ends at once', async () => {
    const { code, stdout, stderr } = await run(['--', process.execPath, '-e', 'process.exit(3)'])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('ended before it could be looked at')
  }, 120_000)
})

describe('doctor --url', () => {
  it('asks a running gateway', async () => {
    const gateway = await startCli(['serve', '--port', '0'])
    const { code, stdout } = await cli(['doctor', '--url', gateway.url])
    await gateway.stop()
    expect(stdout).toContain('mode explicit')
    expect(stdout).toMatch(/ok {2}guard\.fetch +guarded/)
    expect([code, stdout.includes('\u001b')]).toEqual([0, false])
  })

  it('asks an application that shows its coverage, in colours on a terminal only', async () => {
    const guard = createGuard({ profile: 'structured' })
    await using app = await serve(async (_, res) => void res.end(JSON.stringify(await guard.coverage())))
    const shown = await cli(['doctor', '--url', `${app.origin}/guard`], { terminal: true })
    const plain = await cli(['doctor', '--url', `${app.origin}/guard`], { terminal: true, env: { NO_COLOR: '1' } })
    await guard.close()
    expect([shown.stdout.includes('\u001b[32mok'), plain.stdout.includes('\u001b')]).toEqual([true, false])
    expect([shown.code, plain.code]).toEqual([0, 0])
  })

  it('does not take any answer for a good one', async () => {
    await using silent = await serve((_, res) => res.end('{"complete":true}'))
    const { code, stdout, stderr } = await cli(['doctor', '--url', silent.origin])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('does not tell what it guards')
    const gone = await cli(['doctor', '--url', 'http://127.0.0.1:1'])
    expect(gone.code).toBe(1)
  })
})

it.each([
  [['--url', 'nowhere']],
  [['--after', '0']],
  [['--']],
  [['--url', 'http://127.0.0.1:1', '--', 'node']],
  [['--unknown']],
])('exits with 2 for %j', async args => {
  expect((await cli(['doctor', ...args])).code).toBe(2)
})

it('knows where the clients of a project call, by default and by variables', () => {
  const clients = findClients(folder)
  expect(clients.map(({ name }) => name)).toEqual(expect.arrayContaining(['@anthropic-ai/sdk', 'openai', 'undici']))
  const some = clients.filter(({ name }) => ['ollama', 'openai', '@ai-sdk/openai'].includes(name))
  const environment = { OPENAI_BASE_URL: 'https://llm.example/v1', OLLAMA_HOST: '10.0.0.7:11434', CO_API_URL: 'x' }
  expect(calledPlaces(some, environment).map(({ url }) => url.host)).toEqual([
    'api.openai.com',
    'llm.example',
    '10.0.0.7:11434',
  ])
})
