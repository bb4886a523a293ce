// Writes docs/clients.md from the rows that test/matrix tries, and from the versions that are installed.
//   node scripts/clients-page.mjs
import { readFileSync, writeFileSync } from 'node:fs'

const root = new URL('../', import.meta.url)
const target = new URL('docs/clients.md', root)
const read = path => JSON.parse(readFileSync(new URL(path, root), 'utf8'))

export function clientsPage() {
  const rows = read('test/matrix/table.json')
  const ways = read('test/matrix/ways.json')
  const groups = [...new Set(rows.map(({ group }) => group))]
  return `# Clients

Written from \`test/matrix/table.json\` by \`node scripts/clients-page.mjs\`. A test tries every cell on a loopback model with planted
values: *scrubbed* means that none of them arrived and that the answer came back with all of them. A code means that the
call was refused before anything left, as [errors.md](errors.md) describes it.

"Before" is a client that was built, or a reference that was taken, before the guard was created.

${groups.map(group => `## ${group}\n\n${tableOf(rows.filter(row => row.group === group))}`).join('\n')}
## Threads and processes

Tried from \`test/matrix/ways.json\` in the same way. A process that starts without the preload knows nothing of its parent's guard,
so child processes need \`NODE_OPTIONS\` or flags; Node hands its flags on to threads and to forked processes.

| Way | Guarded by | What happens |
|---|---|---|
${ways.map(({ way, guardedBy, outcome }) => `| ${way} | \`${guardedBy}\` | ${cellOf(outcome)} |\n`).join('')}
## Connections

| Way | What happens |
|---|---|
| WebSockets to providers | \`ERR_GDPR_UPGRADE_REFUSED\`, unless \`webSockets: "allow"\` lets them pass unread |
| sockets written by hand | not watched; \`mode: "strict"\` refuses those to providers with \`ERR_GDPR_UNGUARDED_CARRIER\` |
`
}

function tableOf(rows) {
  const head = '| Client | Version | Before: whole | streamed | After: whole | streamed |\n|---|---|---|---|---|---|\n'
  return head + rows.map(rowOf).join('')
}

function rowOf({ client, installed, before, after }) {
  const version = installed === null ? 'Node' : read(`node_modules/${installed}/package.json`).version
  const cells = [before, after].flatMap(({ whole, streamed }) => [whole, streamed]).map(cellOf)
  return `| ${client} | ${version} | ${cells.join(' | ')} |\n`
}

function cellOf(outcome) {
  if (outcome === null) return ''
  return outcome.startsWith('ERR_') ? `\`${outcome}\`` : outcome
}

if (process.argv[1] === new URL(import.meta.url).pathname) writeFileSync(target, clientsPage())
