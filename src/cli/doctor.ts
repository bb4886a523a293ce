/** `doctor`: what is really guarded, in a process like that of the application, in the application itself, or over there. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Coverage, isCoverage } from '../coverage/index.ts'
import { doctorColorsFor } from './colors.ts'
import { type Command, readArguments, type Terminal, UsageError, write } from './command.ts'
import type { ProbeReport } from './doctor-probe.ts'
import { describeCoverage, describeProbe, isHealthy } from './doctor-report.ts'

const help = `Usage: llm-gdpr-guard doctor [--url APP | -- COMMAND…]

Says, per client and provider, whether calls are guarded, and what to change. Each client sends a made-up word to a server
on the loopback interface: what arrives there, and what comes back, is the proof. No provider is called.

Without arguments a process is started in this folder with the preload, as by "node --import llm-gdpr-guard/register": with
the configuration, the Node version and the packages of this project.

  llm-gdpr-guard doctor -- node server.js    starts the application, looks into it, and stops it again
  llm-gdpr-guard doctor --url http://127.0.0.1:8787    asks a running gateway, or an application that shows guard.coverage()

Options:
  --url URL        an address; /healthz is added where it has no path
  --after SECONDS  how long the application may take to start, default 3
  -h, --help       show this text

Colours are used on a terminal only, and never where NO_COLOR is set.
Exit codes: 0 nothing is open · 1 something is, or nothing could be found out · 2 wrong use
`

export const doctor: Command = {
  name: 'doctor',
  summary: 'say what is guarded in a process, and what to change',
  help,
  async run(args, terminal) {
    const end = args.indexOf('--')
    const [own, command] = end === -1 ? [args, []] : [args.slice(0, end), args.slice(end + 1)]
    const { values } = readArguments({
      args: [...own],
      options: { url: { type: 'string' }, after: { type: 'string', default: '3' } },
    })
    const after = Number(values.after)
    if (!(after > 0 && after <= 600)) throw new UsageError('--after takes seconds')
    if (values.url === undefined) return lookInside(command, after, terminal, end !== -1)
    if (end !== -1) throw new UsageError('--url and a command exclude each other')
    if (!URL.canParse(values.url)) throw new UsageError('--url takes a URL')
    return askAt(new URL(values.url), terminal)
  },
}

async function lookInside(
  command: readonly string[],
  after: number,
  terminal: Terminal,
  hasCommand: boolean,
): Promise<number> {
  if (hasCommand && command.length === 0) throw new UsageError('there is no command after --')
  const folder = mkdtempSync(join(tmpdir(), 'llm-gdpr-guard-doctor-'))
  try {
    const reports = hasCommand
      ? await runWithProbe(command, { folder, after, load: false }, terminal)
      : await runWithProbe(ownProcess(), { folder, after: 30, load: true }, terminal)
    return await tell(reports, terminal)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function ownProcess(): string[] {
  return [process.execPath, '--import', fileOf('../register.js'), '--eval', '""']
}

/** Beside this file when compiled one by one, and in the same places when bundled. */
function fileOf(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url))
}

interface Probing {
  readonly folder: string
  /** Seconds. */
  readonly after: number
  readonly load: boolean
}

/** Runs the command until every process of it that has started has reported, or has ended. */
async function runWithProbe(
  [program, ...args]: readonly string[],
  { folder, after, load }: Probing,
  { env, stderr }: Terminal,
): Promise<ProbeReport[]> {
  const probe = `--import "${fileOf('./doctor-probe.js')}"`
  const child = spawn(program!, args, {
    env: {
      ...env,
      NODE_OPTIONS: `${env['NODE_OPTIONS'] ?? ''} ${probe}`.trim(),
      LLM_GDPR_GUARD_DOCTOR: folder,
      LLM_GDPR_GUARD_DOCTOR_WAIT: String(after * 1_000),
      ...(load ? { LLM_GDPR_GUARD_DOCTOR_LOAD: '1' } : {}),
    },
    // What the application prints is not what was asked for; its errors help to see why it does not start.
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  child.stderr.on('data', chunk => void stderr.write(chunk))
  const ended = new Promise<void>(resolve => {
    child.once('error', () => resolve())
    child.once('close', () => resolve())
  })
  const aborter = new AbortController()
  await Promise.race([ended, reported(folder, after, aborter.signal)])
  aborter.abort()
  child.kill('SIGTERM')
  return readdirSync(folder).map(file => JSON.parse(readFileSync(join(folder, file), 'utf8')) as ProbeReport)
}

/** Looks for a report some times a second, from the moment on when one may be there. */
async function reported(folder: string, after: number, signal: AbortSignal): Promise<void> {
  const patience = Date.now() + after * 1_000 + 20_000
  while (!signal.aborted && Date.now() < patience) {
    await new Promise(resolve => setTimeout(resolve, 100))
    if (readdirSync(folder).length > 0) {
      // Processes that it started report about the same time.
      await new Promise(resolve => setTimeout(resolve, 500))
      return
    }
  }
}

async function tell(reports: readonly ProbeReport[], { stdout, stderr, ...rest }: Terminal): Promise<number> {
  if (reports.length === 0) {
    await write(stderr, 'the process ended before it could be looked at\n')
    return 1
  }
  const colors = doctorColorsFor({ stdout, stderr, ...rest })
  for (const report of reports) await write(stdout, `${describeProbe(report, colors)}\n`)
  const isFine = reports.every(isHealthy)
  await write(stdout, isFine ? 'Nothing is open.\n' : 'Something is open: see the lines with !!\n')
  return isFine ? 0 : 1
}

async function askAt(url: URL, terminal: Terminal): Promise<number> {
  if (url.pathname === '/') url.pathname = '/healthz'
  const coverage = await fetchCoverage(url)
  if (coverage === null) {
    await write(
      terminal.stderr,
      `${url.host} does not tell what it guards. A gateway does at /healthz; an application may answer with guard.coverage()\n`,
    )
    return 1
  }
  const lines = describeCoverage(coverage, doctorColorsFor(terminal))
  await write(terminal.stdout, `${[url.host, ...lines].join('\n')}\n`)
  return coverage.complete ? 0 : 1
}

/** The coverage itself, or an object that has it as `coverage`. */
async function fetchCoverage(url: URL): Promise<Coverage | null> {
  try {
    const response = await fetch(url, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(10_000) })
    const answer: unknown = await response.json()
    const inner: unknown =
      typeof answer === 'object' && answer !== null && 'coverage' in answer ? answer.coverage : answer
    return isCoverage(inner) ? inner : null
  } catch {
    return null
  }
}
