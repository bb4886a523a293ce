/** From the words on the command line to a command, and from what it throws to an exit code. */
import { isGuardError } from '../errors.ts'
import { type Command, type Terminal, UsageError, write } from './command.ts'
import { doctor } from './doctor.ts'
import { scan } from './scan.ts'
import { restore, scrub } from './scrub.ts'
import { serve } from './serve.ts'
import { verify } from './verify.ts'
import { packageVersion } from './version.ts'

export const commands: readonly Command[] = [serve, scan, scrub, restore, verify, doctor]

const name = 'llm-gdpr-guard'

function overview(): string {
  const rows = commands.map(command => `  ${command.name.padEnd(9)}${command.summary}\n`).join('')
  return `Usage: ${name} COMMAND [options]\n\nReplaces detected personal data in what is sent to language models.\n\nCommands:\n${rows}
Options:
  -h, --help     show this text, or that of a command
  -v, --version  show the version

Exit codes: 0 done · 1 findings or failure · 2 wrong use\n`
}

export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  const [word, ...rest] = args
  if (word === undefined) {
    await write(terminal.stderr, overview())
    return 2
  }
  if (word === '--help' || word === '-h' || word === 'help') {
    await write(terminal.stdout, overview())
    return 0
  }
  if (word === '--version' || word === '-v') {
    await write(terminal.stdout, `${packageVersion()}\n`)
    return 0
  }
  const command = commands.find(candidate => candidate.name === word)
  if (command === undefined) {
    await write(terminal.stderr, `${name}: there is no command of that name. Try "${name} --help".\n`)
    return 2
  }
  if (asksForHelp(rest)) {
    await write(terminal.stdout, command.help)
    return 0
  }
  return runCommand(command, rest, terminal)
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  const options = end === -1 ? args : args.slice(0, end)
  return options.includes('--help') || options.includes('-h')
}

async function runCommand(command: Command, args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await command.run(args, terminal)
  } catch (error) {
    if (error instanceof UsageError) {
      await write(terminal.stderr, `${name} ${command.name}: ${error.message}\nTry "${name} ${command.name} --help".\n`)
      return 2
    }
    if (isGuardError(error)) {
      await write(terminal.stderr, `${name} ${command.name}: ${error.message}\n`)
      return error.code === 'ERR_GDPR_OPTIONS_INVALID' ? 2 : 1
    }
    // Another error may quote what was read; its kind and code are told, not its message.
    await write(terminal.stderr, `${name} ${command.name}: failed (${kindOf(error)})\n`)
    return 1
  }
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return 'code' in error && typeof error.code === 'string' ? `${error.name}, ${error.code}` : error.name
}
