/** `scrub` and `restore`: filters for standard input, with the map in a file that only its owner can read. */
import { readFile, writeFile } from 'node:fs/promises'
import { createGuard } from '../guard.ts'
import { restoreWithMap } from '../pipeline/index.ts'
import { type Command, readArguments, UsageError, write } from './command.ts'
import { profiles, readProfile } from './entity-types.ts'
import { readAll } from './lines.ts'

export const scrub: Command = {
  name: 'scrub',
  summary: 'replace personal data in standard input',
  help: `Usage: llm-gdpr-guard scrub [--map FILE] [--profile NAME] < TEXT

Replaces detected personal data by placeholders and writes the text to standard output.

Options:
  --map FILE       write the map that "restore" needs; the file is made new, for its owner only
  --profile NAME   ${profiles.join(', ')}
  -h, --help       show this text

Exit codes: 0 done · 1 failed · 2 wrong use
`,
  async run(args, { stdin, stdout }) {
    const { values } = readArguments({
      args: [...args],
      options: { map: { type: 'string' }, profile: { type: 'string' } },
    })
    const profile = readProfile(values.profile)
    const text = (await readAll(stdin)).toString('utf8')
    const scope = createGuard({ mode: 'explicit', profile, limits: { findings: 900_000 } }).scope()
    const { text: scrubbed } = await scope.scrub(text)
    // First the map: text that cannot be restored any more must not be all that is left.
    if (values.map !== undefined) await writeMap(values.map, scope.placeholders)
    await write(stdout, scrubbed)
    scope.close()
    return 0
  },
}

export const restore: Command = {
  name: 'restore',
  summary: 'put the values of a map back',
  help: `Usage: llm-gdpr-guard restore --map FILE < TEXT

Puts values back into standard input and writes the text to standard output.

Options:
  --map FILE    the map that "scrub" wrote; "entities" and "placeholders" of POST /api/scrub work too
  -h, --help    show this text

Exit codes: 0 done · 1 failed · 2 wrong use
`,
  async run(args, { stdin, stdout }) {
    const { values } = readArguments({ args: [...args], options: { map: { type: 'string' } } })
    if (values.map === undefined) throw new UsageError('--map FILE is needed')
    const map = await readMap(values.map)
    const text = (await readAll(stdin)).toString('utf8')
    await write(stdout, restoreWithMap(text, map))
    return 0
  },
}

async function writeMap(file: string, map: Readonly<Record<string, string>>): Promise<void> {
  try {
    await writeFile(file, `${JSON.stringify(map, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  } catch {
    throw new UsageError(`cannot write ${file}; it must not exist yet`)
  }
}

async function readMap(file: string): Promise<Record<string, string>> {
  const map = await readFile(file, 'utf8')
    .then(text => JSON.parse(text) as unknown)
    .catch(() => null)
  if (typeof map !== 'object' || map === null) throw new UsageError(`${file} is not a map`)
  const entries = Object.entries(map).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(entries)
}
