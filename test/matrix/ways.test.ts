/** Threads and processes that an application starts: five applications, each with the ways that its row names. */
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageFolder } from '../kit/package-folder.ts'
import { plant } from '../kit/planted.ts'
import { type Model, startModel } from './model.ts'
import { application, ask, type WayRow } from './ways.ts'

const preload = 'llm-gdpr-guard/register'
const rows = JSON.parse(readFileSync(new URL('ways.json', import.meta.url), 'utf8')) as WayRow[]

interface Start {
  readonly flags: readonly string[]
  readonly env: Record<string, string>
  /** Of the guard that the application makes by itself; `null` where the preload does. */
  readonly mode: string | null
}

const starts: Record<string, Start> = {
  '--import llm-gdpr-guard/register': { flags: ['--import', preload], env: {}, mode: null },
  // With a flag that threads inherit, but that may not be named for one.
  '--require llm-gdpr-guard/register': {
    flags: ['--require', preload, '--max-old-space-size=400'],
    env: {},
    mode: null,
  },
  NODE_OPTIONS: { flags: [], env: { NODE_OPTIONS: `--import ${preload}` }, mode: null },
  'createGuard()': { flags: [], env: {}, mode: 'enforce' },
  "createGuard({ mode: 'strict' })": { flags: [], env: {}, mode: 'strict' },
}

let folder: string
let model: Model

beforeAll(async () => {
  folder = packageFolder('ways')
  writeFileSync(join(folder, 'ask.cjs'), ask)
  writeFileSync(join(folder, 'application.mjs'), application)
  model = await startModel()
}, 120_000)

afterAll(() => model[Symbol.asyncDispose]())

interface Task {
  readonly way: string
  readonly text: string
  readonly values: readonly string[]
}

function tasksOf(guardedBy: string): Task[] {
  const own = rows.filter(row => row.guardedBy === guardedBy)
  return own.map(row => taskFor(row.way, 6_500 + rows.indexOf(row)))
}

function taskFor(way: string, seed: number): Task {
  const { email, iban } = plant(seed)
  return { way, text: `Write to ${email} about ${iban}.`, values: [email, iban] }
}

interface Heard {
  readonly answers: Record<string, string>
  readonly problems: readonly string[]
}

function run({ flags, env, mode }: Start, tasks: readonly Task[]): Promise<Heard> {
  const told = { origin: model.origin, mode, tasks: tasks.map(({ way, text }) => [way, text]) }
  const own = {
    APP: JSON.stringify(told),
    LLM_GDPR_GUARD_PROVIDERS: `local=${model.origin}/openai/v1`,
    // Without the name model a process starts in half the time.
    LLM_GDPR_GUARD_PROFILE: 'structured',
  }
  const options = { cwd: folder, env: { PATH: process.env['PATH'], ...own, ...env } }
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [...flags, 'application.mjs'], options, (error, stdout, stderr) => {
      if (error === null) resolve(JSON.parse(stdout.slice(stdout.lastIndexOf('\n'))) as Heard)
      else reject(new Error(stderr))
    })
  })
}

describe('threads and processes of an application', () => {
  const heard = new Map<string, Heard>()
  let arrived = ''

  beforeAll(async () => {
    const running = Object.entries(starts).map(async ([guardedBy, start]) => {
      heard.set(guardedBy, await run(start, tasksOf(guardedBy)))
    })
    await Promise.all(running)
    arrived = model.take()
  }, 120_000)

  it.each(Object.keys(starts))('that is guarded by %s', guardedBy => {
    const { answers, problems } = heard.get(guardedBy)!
    const outcomes = tasksOf(guardedBy).map(({ way, text, values }) => {
      const said = answers[way]!
      if (said.startsWith('ERR_GDPR_')) return { way, guardedBy, outcome: said }
      if (values.some(value => arrived.includes(value)))
        return { way, guardedBy, outcome: `not guarded: coverage() and doctor report it (${problems.join()})` }
      return { way, guardedBy, outcome: said === text ? 'scrubbed' : `answered ${said}` }
    })
    expect(outcomes).toEqual(rows.filter(row => row.guardedBy === guardedBy))
  })

  it('were all heard by the model, but those that were refused', () => {
    expect(arrived.match(/^POST /gm)).toHaveLength(rows.filter(({ outcome }) => !outcome.startsWith('ERR_')).length)
  })
})

it('has no row without an application that is started so', () => {
  expect(rows.filter(({ guardedBy }) => starts[guardedBy] === undefined)).toEqual([])
})
