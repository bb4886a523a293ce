/** What `doctor` found, for people. */
import type { CarrierCoverage, Coverage } from '../coverage/index.ts'
import type { DoctorColors } from './colors.ts'
import type { ProbeReport } from './doctor-probe.ts'

export function describeProbe(report: ProbeReport, colors: DoctorColors): string {
  const { script, hasGuard, coverage, clients, places, threads } = report
  const lines = [
    colors.strong(script),
    ...(hasGuard ? [] : [mark('bad', 'no guard was created in this process', colors)]),
    ...describeCoverage(coverage, colors),
  ]
  // Without a guard every provider is open, which the first line says.
  const called = hasGuard ? places : []
  if (called.length > 0) lines.push('', 'Providers that clients of this project call')
  for (const { by, host, isGuarded } of called) {
    const fix = isGuarded ? '' : ': add its address under `providers`'
    lines.push(
      mark(isGuarded ? 'good' : 'bad', `${host} (${by}) ${isGuarded ? 'guarded' : 'NOT guarded'}${fix}`, colors),
    )
  }
  lines.push('', 'Worker threads')
  const thread = (isGuarded: boolean, kind: string) =>
    lines.push(
      mark(
        isGuarded ? 'good' : 'note',
        `${kind}: ${isGuarded ? 'start with the guard' : 'start WITHOUT the guard'}`,
        colors,
      ),
    )
  thread(threads.scripts, 'made from a file')
  thread(threads.texts, 'made from a text')
  if (clients.length > 0) {
    const names = clients.map(({ name, version }) => `${name} ${version}`).join(', ')
    lines.push('', `Clients found: ${names}`)
  }
  return `${lines.join('\n')}\n`
}

export function describeCoverage({ node, mode, carriers, problems }: Coverage, colors: DoctorColors): string[] {
  const lines = [`Node ${node}, mode ${mode}`, '', 'Carriers', ...carriers.map(carrier => carrierLine(carrier, colors))]
  if (problems.length > 0) lines.push('', 'Around them')
  for (const { severity, title, fix } of problems) {
    lines.push(mark(severity === 'leak' ? 'bad' : 'note', title, colors), `    ${fix}`)
  }
  return lines
}

function carrierLine({ carrier, version, state, fix }: CarrierCoverage, colors: DoctorColors): string {
  const name = version === null ? carrier : `${carrier} ${version}`
  const isBad = state === 'open' || state === 'broken'
  const shown = isBad ? state.toUpperCase() : state
  const kind = isBad ? 'bad' : state === 'guarded' || state === 'refused' ? 'good' : 'note'
  const line = mark(kind, `${name.padEnd(26)}${shown}`, colors)
  return fix === null ? line : `${line}\n    ${fix}`
}

/** Without colours the sign alone has to tell. */
function mark(kind: 'good' | 'bad' | 'note', text: string, colors: DoctorColors): string {
  if (kind === 'good') return `  ${colors.good('ok')}  ${text}`
  if (kind === 'bad') return `  ${colors.bad('!!')}  ${text}`
  return `  ${colors.faint('--')}  ${text}`
}

/** Everything a probe can hold against a process. */
export function isHealthy({ hasGuard, coverage, places }: ProbeReport): boolean {
  return hasGuard && coverage.complete && places.every(({ isGuarded }) => isGuarded)
}
