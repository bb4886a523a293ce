// Runs the first example and puts what it prints into README.md, so that the page shows real output.
//   npm run build && node scripts/readme-output.mjs
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const env = { PATH: process.env.PATH, PORT: '0' }
const output = execFileSync(process.execPath, ['examples/express-openai/server.mjs', '--once'], {
  cwd: root,
  env,
  encoding: 'utf8',
})
const parts = output.split(/\n?── (.*?) ─+\n/)
const shown = ['what the provider received', 'what the user got back']
const blocks = shown.map(title => `${title}\n\n${parts[parts.indexOf(title) + 1].trim()}`)
const file = `${root}README.md`
const marked = /(<!-- output:example -->)[\s\S]*?(<!-- \/output:example -->)/
const text = `\n\`\`\`text\n${blocks.join('\n\n').replace(/^what/gm, '── what')}\n\`\`\`\n`
writeFileSync(
  file,
  readFileSync(file, 'utf8').replace(marked, (_, open, close) => open + text + close),
)
