import { createServer, type IncomingMessage, request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { createGuard } from '../../src/guard.ts'
import { serve } from '../api/kit.ts'
import { cli, startCli } from './kit.ts'

const everything = 'EMAIL, PHONE, IBAN, CREDIT_CARD, IP_ADDRESS, ORDER_NUMBER'
const repeated = [
  'message text',
  'message parts',
  'system prompt',
  'tool arguments',
  'tool result',
  'nested JSON string',
  'compressed body',
  'streamed answer',
]
const unanswered = ['tool description', 'unknown field', 'URL query', 'file and its name']

/** The cells of a line of the table. */
function rowOf(table: string, carrier: string): string[] {
  const line = table.split('\n').find(one => one.slice(6).startsWith(carrier)) ?? ''
  return line.trim().split(/ {2,}/)
}

/** Forwards everything as it is. */
function passOn(port: number, req: IncomingMessage, res: Parameters<Parameters<typeof serve>[0]>[1]): void {
  const { method, headers, url = '' } = req
  const call = request({ port, host: '127.0.0.1', path: url, method, headers }, answer => {
    res.writeHead(answer.statusCode ?? 500, answer.headers)
    answer.pipe(res)
  })
  call.on('error', () => res.destroy())
  req.pipe(call)
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of req.setEncoding('utf8')) body += chunk
  return body
}

describe('verify', () => {
  it('shows per carrier that nothing leaves a gateway of this package, and that all comes back', async () => {
    const { code, stdout } = await cli(['verify'])
    for (const carrier of repeated) expect(rowOf(stdout, carrier)).toEqual(['ok', carrier, '6', 'none', 'restored'])
    for (const carrier of unanswered) expect(rowOf(stdout, carrier).slice(0, 3)).toEqual(['ok', carrier, '6'])
    expect(rowOf(stdout, 'user identifiers')).toEqual(['ok', 'user identifiers', '3', 'none', '-'])
    expect(rowOf(stdout, 'client headers')).toEqual(['ok', 'client headers', '7', 'none', '-'])
    expect(stdout).toMatch(/\nNone of 82 values left, in 14 carriers\.\n$/)
    expect(stdout).not.toContain('\u001b')
    expect(code).toBe(0)
  })

  it('checks a gateway that runs', async () => {
    const port = await freePort()
    const running = await startCli(['serve', '--port', '0', '--upstream', `openai=http://127.0.0.1:${port}`])
    const url = `${running.url}/openai/v1/chat/completions`
    const { code, stdout } = await cli(['verify', '--url', url, '--capture', String(port)])
    expect(stdout).not.toContain('!!')
    expect(code).toBe(0)
    await running.stop()
  })

  it('names for each carrier what leaves where nobody guards', async () => {
    const port = await freePort()
    await using bare = await serve((req, res) => passOn(port, req, res))
    const url = `${bare.origin}/v1/chat/completions`
    const { code, stdout } = await cli(['verify', '--url', url, '--capture', String(port)])
    for (const carrier of repeated) {
      expect(rowOf(stdout, carrier)).toEqual(['!!', carrier, '6', `LEFT: ${everything}`, 'restored'])
    }
    for (const carrier of unanswered) {
      expect(rowOf(stdout, carrier)).toEqual(['!!', carrier, '6', `LEFT: ${everything}`, '-'])
    }
    expect(rowOf(stdout, 'user identifiers')[3]).toBe('LEFT: user, safety_identifier, metadata.user_id')
    expect(rowOf(stdout, 'client headers')[3]).toBe(
      'LEFT: cookie, forwarded, referer, user-agent, x-forwarded-for, x-real-ip, x-user-id',
    )
    expect(stdout).toContain('82 of 82 values left; 14 of 14 carriers')
    expect(stdout).not.toMatch(/verify\.\d|@mailbox/)
    expect(code).toBe(1)
  })

  it('finds what leaves by the side of a guarded call', async () => {
    const port = await freePort()
    const running = await startCli(['serve', '--port', '0', '--upstream', `openai=http://127.0.0.1:${port}`])
    // It sends the request on through the guard, and tells somebody else about it.
    await using chatty = await serve(async (req, res) => {
      const body = await bodyOf(req)
      const note = Buffer.from(JSON.stringify({ seen: body })).toString('base64')
      if (body.includes('"system"')) await fetch(`http://127.0.0.1:${port}/log`, { method: 'POST', body: note })
      const { 'content-length': _, host, ...headers } = req.headers
      const init = { method: 'POST', headers: headers as Record<string, string>, body }
      const answer = await fetch(`${running.url}/openai${req.url}`, init)
      res.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()))
    })
    const url = `${chatty.origin}/v1/chat/completions`
    const { code, stdout } = await cli(['verify', '--url', url, '--capture', String(port)])
    expect(rowOf(stdout, 'system prompt')).toEqual(['!!', 'system prompt', '6', `LEFT: ${everything}`, 'restored'])
    expect(rowOf(stdout, 'message text')).toEqual(['ok', 'message text', '6', 'none', 'restored'])
    expect(code).toBe(1)
    await running.stop()
  })

  it.each([true, false])('checks an application by a request of its own kind (guarded: %s)', async isGuarded => {
    const port = await freePort()
    const guard = createGuard({ mode: 'explicit', providers: { openai: { baseUrl: `http://127.0.0.1:${port}` } } })
    const call = isGuarded ? guard.fetch : fetch
    await using app = await serve(async (req, res) => {
      const { question, session } = JSON.parse(await bodyOf(req)) as { question: string; session: number }
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': String(req.headers['x-forwarded-for']) }
      const body = JSON.stringify({ model: 'm', messages: [{ role: 'user', content: question }] })
      const answer = await call(`http://127.0.0.1:${port}/v1/chat/completions`, { method: 'POST', headers, body })
      const { choices } = (await answer.json()) as { choices: { message: { content: string } }[] }
      const isIn = session === 7 && req.headers['x-csrf'] === 'yes'
      res.writeHead(isIn ? 200 : 403).end(JSON.stringify({ answer: choices[0]!.message.content }))
    })
    const template = '{"question":"{{prompt}}","session":7}'
    const args = [
      '--url',
      `${app.origin}/ask`,
      '--capture',
      String(port),
      '--body',
      template,
      '--header',
      'X-CSRF: yes',
    ]
    const { code, stdout } = await cli(['verify', ...args])
    expect(rowOf(stdout, 'prompt')).toEqual(
      isGuarded ? ['ok', 'prompt', '6', 'none', 'restored'] : ['!!', 'prompt', '6', `LEFT: ${everything}`, 'restored'],
    )
    expect(rowOf(stdout, 'URL query')).toEqual(['ok', 'URL query', '6', 'none', '-'])
    expect(rowOf(stdout, 'client headers')[3]).toBe(isGuarded ? 'none' : 'LEFT: x-forwarded-for')
    expect(code).toBe(isGuarded ? 0 : 1)
    await guard.close()
  })

  it('does not take silence for success, nor an answer in which values are missing', async () => {
    await using silent = await serve((_, res) => res.end('{}'))
    const quiet = await cli(['verify', '--url', silent.origin, '--capture', '0'])
    expect(rowOf(quiet.stdout, 'message text')).toEqual([
      '!!',
      'message text',
      '6',
      'nothing arrived (status 200)',
      'NOT restored',
    ])
    expect(quiet.stdout).toContain('0 of 82 values left; 14 of 14 carriers are not as they should be.')
    expect(quiet.code).toBe(1)
    const port = await freePort()
    await using forgetful = await serve(async (_, res) => {
      const body = JSON.stringify({ model: 'm', messages: [{ role: 'user', content: '[EMAIL_1]' }] })
      const answer = await fetch(`http://127.0.0.1:${port}/v1/chat/completions`, { method: 'POST', body })
      res.end(await answer.text())
    })
    const url = `${forgetful.origin}/v1/chat/completions`
    const { code, stdout } = await cli(['verify', '--url', url, '--capture', String(port)])
    expect(rowOf(stdout, 'message text')).toEqual(['!!', 'message text', '6', 'none', 'NOT restored'])
    expect(code).toBe(1)
  })

  it('is coloured on a terminal, and not where NO_COLOR is set', async () => {
    await using silent = await serve((_, res) => res.end('{}'))
    const args = ['verify', '--url', silent.origin, '--capture', '0']
    expect((await cli(args, { terminal: true })).stdout).toContain('\u001b[1;31m!!')
    expect((await cli(args, { terminal: true, env: { NO_COLOR: '1' } })).stdout).not.toContain('\u001b')
  })

  it('exits with 2 when it is called wrongly', async () => {
    const both = ['--url', 'http://127.0.0.1:1', '--capture', '0']
    for (const args of [
      ['--url', 'x'],
      ['--capture', '1'],
      ['--url', 'x', '--capture', '1'],
      ['--url', 'ftp://x', '--capture', '1'],
      ['--url', 'http://x', '--capture', 'y'],
      ['--url', 'http://x', '--capture', '70000'],
      ['--body', '{{prompt}}'],
      [...both, '--body', 'no place for it'],
      [...both, '--header', 'a: b'],
      [...both, '--body', '{{prompt}}', '--header', 'nothing'],
    ]) {
      expect((await cli(['verify', ...args])).code).toBe(2)
    }
  })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
