import { createServer, request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { serve } from '../api/kit.ts'
import { cli } from './kit.ts'

describe('verify', () => {
  it('shows that nothing leaves a gateway of this package, and that all comes back', async () => {
    const { code, stdout } = await cli(['verify'])
    expect(stdout).toBe(
      'whole: none of 6 values left; answer restored\nstreamed: none of 6 values left; answer restored\n',
    )
    expect(code).toBe(0)
  })

  it('shows each type that leaves where nobody guards', async () => {
    const port = await freePort()
    // Forwards everything as it is.
    await using bare = await serve((req, res) => {
      const { method, headers } = req
      const call = request({ port, host: '127.0.0.1', path: '/v1', method, headers }, answer => {
        res.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(res)
      })
      req.pipe(call)
    })
    const { code, stdout } = await cli(['verify', '--url', bare.origin, '--capture', String(port)])
    expect(stdout).toContain(
      'whole: LEFT: EMAIL, PHONE, IBAN, CREDIT_CARD, IP_ADDRESS, ORDER_NUMBER; answer restored\n',
    )
    expect(code).toBe(1)
  })

  it('does not take silence for success, and exits with 2 when called wrongly', async () => {
    await using silent = await serve((_, res) => res.end('{}'))
    const { code, stdout } = await cli(['verify', '--url', silent.origin, '--capture', '0'])
    expect([code, stdout]).toEqual([
      1,
      'whole: nothing arrived at the capture server\nstreamed: nothing arrived at the capture server\n',
    ])
    for (const args of [
      ['--url', 'x'],
      ['--capture', '1'],
      ['--url', 'x', '--capture', '1'],
      ['--url', 'http://x', '--capture', 'y'],
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
