/**
 * Threads and processes of the matrix: one application that starts them as it is told, and says what each of them heard.
 * The texts are programs of their own, in the language of users: they know nothing of the guard.
 */

/** Asks once, and says what the model said, or the code of the refusal. */
export const ask = `
const { parentPort, workerData } = require('node:worker_threads')
const { origin, text } = workerData ?? JSON.parse(process.argv[2])
const body = JSON.stringify({ model: 'm', messages: [{ role: 'user', content: text }] })
fetch(origin + '/openai/v1/chat/completions', { method: 'POST', body })
  .then(response => response.json())
  .then(({ choices }) => choices[0].message.content)
  .catch(error => error.code ?? error.cause?.code ?? String(error))
  .then(said => (parentPort === null ? process.stdout.write(said) : parentPort.postMessage(said)))
`

/** Starts every way that it is told of, and prints what each has heard. */
export const application = `
import { execFile, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'

const { origin, mode, tasks } = JSON.parse(process.env.APP)
delete process.env.APP
const file = new URL('ask.cjs', import.meta.url)
const createGuard = mode === null ? null : (await import('llm-gdpr-guard')).createGuard
const providers = { local: { baseUrl: origin + '/openai/v1' } }
const guard = createGuard?.({ mode, profile: 'structured', providers })

function thread(target, text, options) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(target, { ...options, workerData: { origin, text } })
    worker.once('message', resolve).once('error', reject)
  })
}

/** What is reported while a thread runs. */
async function problemsOf() {
  const worker = new Worker('setInterval(() => undefined, 1_000)', { eval: true })
  await new Promise(resolve => worker.once('online', resolve))
  const { problems } = await guard.coverage()
  await worker.terminate()
  return problems.map(({ code }) => code)
}

function said(child) {
  return new Promise(resolve => {
    let output = ''
    child.stdout.setEncoding('utf8').on('data', piece => { output += piece })
    child.once('close', () => resolve(output))
  })
}

const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('LLM_GDPR_GUARD_')))
const ways = {
  'thread from a file': text => thread(file, text, {}),
  'thread from a text': text => thread(readFileSync(file, 'utf8'), text, { eval: true }),
  'thread with its own flags and environment': text => thread(file, text, { execArgv: ['--no-warnings'], env: own }),
  'forked process': text => said(fork(file, [JSON.stringify({ origin, text })], { silent: true })),
  'child process': text => said(execFile(process.execPath, ['ask.cjs', JSON.stringify({ origin, text })])),
}
const heard = ([way, text]) => Promise.resolve().then(() => ways[way](text)).catch(error => error.code ?? String(error))
const answers = Object.fromEntries(await Promise.all(tasks.map(async task => [task[0], await heard(task)])))
const problems = mode === 'enforce' ? await problemsOf() : []
process.stdout.write('\\n' + JSON.stringify({ answers, problems }))
`

/** One row of `ways.json`; the page docs/clients.md is written from it. */
export interface WayRow {
  readonly way: string
  /** How the process was started, or the guard made. */
  readonly guardedBy: string
  readonly outcome: string
}
