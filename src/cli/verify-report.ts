/** What `verify` found, as a table for people. */
import type { DoctorColors } from './colors.ts'
import { isGood, type Verdict } from './verify-check.ts'

const heads = ['carrier', 'values', 'left', 'answer'] as const

export function verifyReport(verdicts: readonly Verdict[], colors: DoctorColors): string {
  const rows = verdicts.map(cellsOf)
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map(row => row[column]!.length)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd()
  const lines = verdicts.map((verdict, at) => {
    const good = isGood(verdict)
    return `  ${good ? colors.good('ok') : colors.bad('!!')}  ${line(rows[at]!)}`
  })
  return `${[colors.strong(`      ${line(heads)}`), ...lines, '', summary(verdicts, colors)].join('\n')}\n`
}

function cellsOf({ carrier, sent, left, arrival, told, isRestored }: Verdict): string[] {
  const answer = isRestored === null ? '-' : isRestored ? 'restored' : 'NOT restored'
  return [carrier, String(sent), leftText(left, arrival, told), answer]
}

function leftText(left: readonly string[], arrival: Verdict['arrival'], told: string | null): string {
  if (left.length > 0) return `LEFT: ${left.join(', ')}`
  if (arrival === 'refused') return `none, refused (${told})`
  return arrival === 'nothing' ? `nothing arrived (${told})` : 'none'
}

function summary(verdicts: readonly Verdict[], colors: DoctorColors): string {
  const values = verdicts.reduce((sum, { sent }) => sum + sent, 0)
  const left = verdicts.reduce((sum, verdict) => sum + verdict.left.length, 0)
  const bad = verdicts.filter(verdict => !isGood(verdict)).length
  if (bad === 0) return `None of ${values} values left, in ${verdicts.length} carriers.`
  return colors.bad(
    `${left} of ${values} values left; ${bad} of ${verdicts.length} carriers are not as they should be.`,
  )
}
