import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { deferred } from '../kit/deferred.ts'
import { planted } from '../kit/planted.ts'
import { chatAnswer, openStream, sendData, Upstream } from '../kit/upstream.ts'
import { type Program, start } from './program.ts'

const { text, values } = planted(96)
const messages = [{ role: 'user', content: text }]

function serve(upstream: Upstream): Promise<Program> {
  return start(['serve', '--port', '0', '--workers', '2', '--upstream', `openai=${upstream.origin}`])
}

/** On a connection of its own, which any worker may take. */
function call(url: string, body?: object): Promise<{ status: number; text: Promise<string> }> {
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' }
    const outgoing = request(url, { method: body === undefined ? 'GET' : 'POST', headers, agent: new Agent() })
    outgoing.on('error', reject)
    outgoing.on('response', answer => {
      const whole = new Promise<string>((done, fail) => {
        let seen = ''
        answer.setEncoding('utf8')
        answer.on('data', chunk => {
          seen += chunk
        })
        answer.on('end', () => done(seen))
        answer.on('error', fail)
      })
      resolve({ status: answer.statusCode ?? 0, text: whole })
    })
    outgoing.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

async function read(url: string): Promise<string> {
  return (await call(url)).text
}

/** Calls that have ended, as each of many connections is told. */
async function counted(url: string): Promise<(string | undefined)[]> {
  const texts = await Promise.all(Array.from({ length: 6 }, () => read(`${url}/metrics`)))
  return texts.map(one => /exchanges_total\{provider="openai",outcome="done"\} (\d+)/.exec(one)?.[1])
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number)
}

it('tells the sum over all workers, whichever of them is asked, also when one has died', async () => {
  await using upstream = await Upstream.start(chatAnswer(prompt => prompt))
  const running = await serve(upstream)
  try {
    const chat = () => call(`${running.url}/openai/v1/chat/completions`, { model: 'm', messages })
    for (let done = 0; done < 8; done++) expect(await (await chat()).text).toContain(values[0]!)
    expect(new Set(await counted(running.url))).toEqual(new Set(['8']))
    expect(await read(`${running.url}/healthz`)).toBe('ok\n')
    expect(await read(`${running.url}/readyz`)).toBe('ok\n')
    const [first] = childrenOf(running.child.pid!)
    process.kill(first!, 'SIGKILL')
    // The parent has heard of it when it has started another.
    for (let now = [first!]; now.includes(first!) || now.length < 2; now = childrenOf(running.child.pid!)) {
      await setTimeout(20)
    }
    expect(await (await chat()).text).toContain(values[0]!)
    expect(new Set(await counted(running.url))).toEqual(new Set(['9']))
    for (const value of values) expect(upstream.everything).not.toContain(value)
  } finally {
    running.child.kill('SIGKILL')
  }
}, 60_000)

it('leaves no connection hanging that was under way to a worker when it was killed', async () => {
  await using upstream = await Upstream.start(chatAnswer(() => 'ok'))
  const running = await serve(upstream)
  try {
    const [first] = childrenOf(running.child.pid!)
    // It takes nothing any more, and its parent does not know.
    process.kill(first!, 'SIGSTOP')
    const chat = () => call(`${running.url}/openai/v1/chat/completions`, { model: 'm', messages })
    const calls = Array.from({ length: 12 }, async () => (await chat()).status)
    await Promise.race(calls)
    process.kill(first!, 'SIGKILL')
    const ends = await Promise.allSettled(calls)
    expect(ends.filter(end => end.status === 'fulfilled' && end.value === 200).length).toBeGreaterThan(0)
  } finally {
    running.child.kill('SIGKILL')
  }
}, 60_000)

it.each(['to the parent', 'to the whole group'] as const)(
  'loses no stream of any worker when SIGTERM is sent %s',
  async target => {
    const goOn = deferred()
    let open = 0
    const all = deferred()
    await using upstream = await Upstream.start(async (_, res) => {
      openStream(res)
      sendData(res, { choices: [{ index: 0, delta: { content: '[EMAIL_1] is told: ' } }] })
      if (++open === 6) all.resolve()
      await goOn.promise
      sendData(res, { choices: [{ index: 0, delta: { content: 'the end' } }] })
      sendData(res, '[DONE]')
      res.end()
    })
    const running = await serve(upstream)
    try {
      const chat = () => call(`${running.url}/openai/v1/chat/completions`, { model: 'm', stream: true, messages })
      const answers = await Promise.all(Array.from({ length: 6 }, chat))
      await all.promise
      process.kill(target === 'to the parent' ? running.child.pid! : -running.child.pid!, 'SIGTERM')
      // It says so when it has passed the stop on.
      while (!running.output().includes('stopping')) await setTimeout(20)
      goOn.resolve()
      for (const answer of answers) {
        const seen = await answer.text
        expect(seen).toContain(values[0]!)
        expect(seen).toContain('the end')
        expect(seen).toContain('[DONE]')
      }
      expect(await running.ended).toBe(0)
      for (const value of values) expect(running.output()).not.toContain(value)
    } finally {
      running.child.kill('SIGKILL')
    }
  },
  60_000,
)
