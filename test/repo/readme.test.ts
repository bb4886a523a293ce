import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createGuard } from '../../src/index.ts'

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const readme = read('README.md')

/** The rows of the first table below a heading, as cells. */
function tableBelow(text: string, heading: string): string[][] {
  const [, rest = ''] = text.split(`\n## ${heading}\n`)
  const lines = rest.split('\n')
  const from = lines.findIndex(line => line.startsWith('|'))
  const rows = lines.slice(from, from + lines.slice(from).findIndex(line => !line.startsWith('|')))
  return rows.slice(2).map(row => row.split(/(?<!\\)\|/).map(cell => cell.trim()))
}

const nameOf = (row: readonly string[]) => /`([a-zA-Z]+)/.exec(row[1] ?? '')?.[1] ?? ''

describe('the README', () => {
  it('lists every option, and none that does not exist', () => {
    const listed = tableBelow(readme, 'Options').map(nameOf)
    // docs/options.md is written from the code, and a test of its own holds it to that.
    const options = new Set(tableBelow(read('docs/options.md'), 'GuardOptions').map(nameOf))
    expect([...listed].sort()).toEqual([...options].sort())
  })

  it('links to files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) => path)
    expect(links.length).toBeGreaterThan(10)
    expect(links.filter(path => !existsSync(new URL(path, root)))).toEqual([])
  })

  it('imports what the package exports', () => {
    const { exports } = JSON.parse(read('package.json')) as { exports: Record<string, unknown> }
    const named = [...readme.matchAll(/llm-gdpr-guard(\/[a-z]+)\b/g)].map(([, path = '']) => `.${path}`)
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter(path => !Object.hasOwn(exports, path))).toEqual([])
  })

  it('shows what scrubbing gives', async () => {
    const guard = createGuard({ mode: 'explicit' })
    const scope = guard.scope()
    const { text } = await scope.scrub('Send a refund to john.doe@example.com for order #12345')
    expect(readme).toContain(`// "${text}"`)
    const { EMAIL_1, ORDER_NUMBER_1 } = scope.entities
    expect(readme).toContain(`{ EMAIL_1: '${EMAIL_1}', ORDER_NUMBER_1: '${ORDER_NUMBER_1}' }`)
    expect(readme).toContain(`// "${scope.restore('Refund for [ORDER_NUMBER_1] is done')}"`)
    scope.close()
    await guard.close()
  })

  it('shows the ticket of the example as the provider receives it', async () => {
    const { ticket } = (await import(new URL('examples/ticket.mjs', root).href)) as { ticket: string }
    const guard = createGuard({ mode: 'explicit' })
    const scope = guard.scope()
    expect(readme).toContain((await scope.scrub(ticket)).text.trim())
    scope.close()
    await guard.close()
  })

  it('tells the first figure of each unseen set, as the page on detection does', () => {
    const first = [...read('docs/detection.md').matchAll(/^\| \w+ \| before \| \d+ \| \d+ of (\d+) \(([\d.]+) %\)/gm)]
    const unseen = first
      .slice(0, 3)
      .map(([, values = '', share]) => `${share} % of ${Number(values).toLocaleString('en')}`)
    expect(unseen).toHaveLength(3)
    for (const figure of unseen) expect(readme).toContain(figure)
  })

  it('has a place for what the benchmarks print', () => {
    for (const name of ['proxy', 'guard']) {
      expect(readme).toMatch(new RegExp(`<!-- bench:${name} -->[\\s\\S]+Command: [\\s\\S]+<!-- /bench:${name} -->`))
    }
  })
})
