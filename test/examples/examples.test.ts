import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const run = promisify(execFile)
const examples = readdirSync(`${root}/examples`, { withFileTypes: true }).filter(entry => entry.isDirectory())

/** Every value of the ticket that a recognizer must find. */
const values = [
  'ORD-2025-88317',
  'DE89 3704 0044 0532 0130 00',
  '4111 1111 1111 1111',
  '203.0.113.42',
  '02:4c:4f:6f:70:9e',
  'it-support@northwind.example',
  'jo.example@mailbox.example',
  '+49 1512 3456789',
  '030 901820',
  '88412',
  'X4tB8nR3wL6',
]

describe('examples', () => {
  it.each(examples.map(({ name }) => name))(
    '%s shows the way of a request and leaks nothing',
    async name => {
      const env = { PATH: process.env['PATH'], PORT: '0' }
      const { stdout, stderr } = await run(process.execPath, [`examples/${name}/server.mjs`, '--once'], {
        cwd: root,
        env,
      })
      const [, typed = '', rest = ''] = stdout.split(/── what the (?:user typed|provider received) ─+\n/)
      const [received = '', answer = ''] = rest.split(/── what the user got back ─+\n/)
      for (const value of values) {
        expect(typed).toContain(value)
        expect(received).not.toContain(value)
      }
      for (const value of [
        'ORD-2025-88317',
        'DE89 3704 0044 0532 0130 00',
        'it-support@northwind.example',
        '+49 1512 3456789',
      ]) {
        expect(answer).toContain(value)
      }
      expect(answer).not.toMatch(/\[[A-Z_]+_\d+\]/)
      expect(stderr).toMatch(/^\[llm-gdpr-guard\] guarding .*\n$/)
    },
    120_000,
  )
})
