import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('the table of clients in the documents is the one that is tried', async () => {
  const script = new URL('../../scripts/clients-page.mjs', import.meta.url).href
  const { clientsPage } = (await import(script)) as { clientsPage: () => string }
  expect(readFileSync(new URL('../../docs/clients.md', import.meta.url), 'utf8')).toBe(clientsPage())
})
