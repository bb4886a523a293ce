import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inspect, promisify } from 'node:util'
import { expect, it } from 'vitest'
import * as api from '../../src/index.ts'
import { plant, planted, valuesOf } from '../kit/planted.ts'
import { completion, sendJson, Upstream } from '../kit/upstream.ts'

const run = promisify(execFile)
const { text } = planted(70)
const values = valuesOf(plant(70))

function expectNoTrace(output: string): void {
  for (const value of values) expect(output).not.toContain(value)
}

it('shows no value when any exported object is inspected, printed or serialised', async () => {
  await using upstream = await Upstream.start((_, res) => sendJson(res, completion('[EMAIL_1]')))
  const summaries: unknown[] = []
  const guard = api.createGuard({ providers: { openai: { baseUrl: `${upstream.origin}/v1` } } })
  guard.on('exchange', summary => summaries.push(summary))
  const scope = guard.scope()
  const { findings } = await scope.scrub(text)
  const url = `${upstream.origin}/v1/chat/completions`
  const body = JSON.stringify({ model: 'm', messages: [{ role: 'user', content: text }] })
  await guard.run({}, async () => (await fetch(url, { method: 'POST', body })).text())
  await guard
    .run({}, () => fetch(url, { method: 'POST', body: `{"broken": "${text}` }))
    .catch((error: unknown) => summaries.push(error))
  expect(summaries).toHaveLength(3)
  const deep = { depth: Infinity, showHidden: true, getters: false }
  for (const object of [guard, guard.fetch, scope, scope.restoreStream(), findings, ...summaries]) {
    expectNoTrace(inspect(object, deep))
    expectNoTrace(String(object))
    expectNoTrace(JSON.stringify(object) ?? '')
  }
  scope.close()
  await guard.close()
})

it('prints one line about the set-up and nothing of any request, on success and on every failure', async () => {
  const script = fileURLToPath(new URL('../kit/every-path.mjs', import.meta.url))
  const folder = mkdtempSync(join(tmpdir(), 'guard-traces-'))
  const env = {
    PATH: process.env['PATH'],
    TMPDIR: folder,
    NODE_DEBUG: 'http,net',
    PLANTED: JSON.stringify({ text, values }),
  }
  const { stdout, stderr } = await run(process.execPath, ['--trace-warnings', script], {
    cwd: folder,
    env: { ...env, NODE_DEBUG: '' },
  })
  expect(stdout.trim().split('\n').at(-1)).toBe('walked 8 paths')
  expectNoTrace(stdout)
  expectNoTrace(stderr)
  expect(stderr).toMatch(/^\[llm-gdpr-guard\] guarding [^\n]*\n$/)
  expect(readdirSync(folder)).toEqual([])
  rmSync(folder, { recursive: true })
})
