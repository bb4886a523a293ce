// Writes docs/options.md from the comments in src/options.ts, so that the page cannot say anything else than the types.
//   node scripts/options-page.mjs
import { readFileSync, writeFileSync } from 'node:fs'

const source = new URL('../src/options.ts', import.meta.url)
const target = new URL('../docs/options.md', import.meta.url)

export function optionsPage() {
  const text = readFileSync(source, 'utf8')
  const sections = ['GuardOptions', 'ProviderOptions'].map(name => sectionOf(name, interfaceOf(text, name)))
  return `# Options\n\nWritten from \`src/options.ts\` by \`node scripts/options-page.mjs\`.\n\n${sections.join('\n')}`
}

function interfaceOf(text, name) {
  const start = text.indexOf(`export interface ${name} {`)
  return text.slice(start, text.indexOf('\n}\n', start))
}

function sectionOf(name, body) {
  const rows = []
  let group = ''
  let comment = ''
  for (const line of body.split('\n').slice(1)) {
    const trimmed = line.trim()
    if (/^(?:\/\*\*|\*)/.test(trimmed)) {
      comment += ` ${trimmed.replace(/^\/\*\*\s?|^\*\/|\*\/$|^\*\s?/g, '').trim()}`
      continue
    }
    const option = /^(\w+)\?: (.*)$/.exec(trimmed)
    if (option === null) {
      if (trimmed === '}') group = ''
      continue
    }
    const [, key, type] = option
    if (type === '{') group = `${key}.`
    else
      rows.push(
        `| \`${group}${key}\` | \`${type.replaceAll('|', '\\|')}\` | ${comment.trim().replaceAll('|', '\\|')} |`,
      )
    comment = ''
  }
  return `## ${name}\n\n| Option | Type | |\n|---|---|---|\n${rows.join('\n')}\n`
}

if (process.argv[1] === new URL(import.meta.url).pathname) writeFileSync(target, optionsPage())
