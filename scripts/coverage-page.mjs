// Writes docs/coverage.md from test/detect/coverage.json, which the tests hold against the recognizers.
//   node scripts/coverage-page.mjs
import { readFileSync, writeFileSync } from 'node:fs'

const source = new URL('../test/detect/coverage.json', import.meta.url)
const recognizers = new URL('../src/detect/recognizers/', import.meta.url)
const target = new URL('../docs/coverage.md', import.meta.url)

const meanings = {
  'check digit': 'a wrong digit is noticed',
  form: 'the written form is enough, no word is needed',
  words: 'a word for it must stand near',
}

export function coveragePage() {
  const { countries, absent, rows } = JSON.parse(readFileSync(source, 'utf8'))
  const sections = Object.entries(countries).map(([code, name]) => {
    const own = rows.filter(({ country }) => country === code)
    const missing = absent.filter(({ country }) => country === code)
    return `## ${name}\n\n${tableOf(own)}${missing.map(({ type, reason }) => `\n\`${type}\`: ${reason}.\n`).join('')}`
  })
  const evidence = Object.entries(meanings).map(([name, meaning]) => `- ${name}: ${meaning}`)
  return `# Identifiers by country

Written from \`test/detect/coverage.json\` by \`node scripts/coverage-page.mjs\`. The tests find every example. VIN (vehicle
identification numbers, ISO 3779) are the same in all countries. Evidence:

${evidence.join('\n')}

Sources are the addresses of the authority or the act. Read in a stored copy: that of the Danish CPR office on the personal number
and HMRC's manual on the National Insurance number; Skatteverket's guidance on the parts and check digit of the personnummer; the
Finnish agency DVV on the parts of the personal identity code and its signs of the century; the Swiss statistical office on the
form of the UID; the rule of the postal item number (UPU S10) in a copy of the standard. All other addresses are unverified: the
authority is right, the page may have moved. No number was checked with any authority.

${sections.join('\n')}`
}

function tableOf(rows) {
  const lines = rows.map(({ type, also = [], identifier, recognizer, evidence, examples, source }) => {
    const types = [type, ...also].map(name => `\`${name}\``).join(', ')
    const example = examples.map(text => text.replace('«', '**').replace('»', '**')).join(' · ')
    return `| ${types} | ${identifier} | \`${recognizer}\` | ${evidence} | ${example} | [source](${sourceOf(recognizer, source)}) |`
  })
  const head =
    '| type | identifier | recognizer | evidence | example | official source |\n| --- | --- | --- | --- | --- | --- |'
  return `${head}\n${lines.join('\n')}\n`
}

/** A recognizer of one state names its own source. */
function sourceOf(recognizer, fallback) {
  const [country, ...name] = recognizer.split('-')
  try {
    const text = readFileSync(new URL(`${country}/${name.join('-')}.ts`, recognizers), 'utf8')
    return /source:\s*'([^']+)'/.exec(text)?.[1] ?? fallback
  } catch {
    return fallback
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) writeFileSync(target, coveragePage())
