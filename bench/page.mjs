// docs/performance.md has one section per benchmark; each writes its own, between two marks.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const page = new URL('../docs/performance.md', import.meta.url)

/** Replaces what stands between the marks of a section. A page without them is refused: its prose is written by hand. */
export function writeSection(name, text) {
  const [open, close] = [`<!-- ${name}: written by its benchmark -->`, `<!-- end of ${name} -->`]
  const written = existsSync(page) ? readFileSync(page, 'utf8') : ''
  const start = written.indexOf(open)
  const end = written.indexOf(close)
  if (start < 0 || end < start) throw new Error(`docs/performance.md has no section "${name}"`)
  writeFileSync(page, `${written.slice(0, start + open.length)}\n${text}\n${written.slice(end)}`)
}
