/** Numbers of parcels that tell themselves by their check digit: the post's (UPU S10), UPS, and GS1 serial shipping container codes. */
import { standsAlone } from '../boundaries.ts'
import { isDigit } from '../characters.ts'
import { compact, compactEnd } from '../compact.ts'
import { type BuiltInRecognizer, type Findings, onRun, onShape } from '../recognizer.ts'
import { CHECKED } from '../scores.ts'
import type { View } from '../view.ts'

const s10Weights = [8, 6, 4, 2, 3, 5, 9, 7]

/** UPU S10: a service, eight digits, a check digit, a country. */
function isPostal(number: string): boolean {
  if (!/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(number)) return false
  const sum = s10Weights.reduce((total, weight, index) => total + weight * Number(number[index + 2]), 0)
  const rest = 11 - (sum % 11)
  return Number(number[10]) === (rest === 10 ? 0 : rest === 11 ? 5 : rest)
}

/** UPS: `1Z`, fifteen letters and digits, a check digit. Letters count from 2 for A, tens left out. */
function isUps(number: string): boolean {
  if (!/^1Z[0-9A-Z]{15}\d$/.test(number)) return false
  let sum = 0
  for (let index = 2; index < 17; index++) {
    const unit = number.charCodeAt(index)
    const value = isDigit(unit) ? unit - 0x30 : (unit - 0x3f) % 10
    sum += index % 2 === 1 ? value * 2 : value
  }
  return Number(number[17]) === (10 - (sum % 10)) % 10
}

/** GS1 general specifications, 3.2: eighteen digits behind the application identifier 00. */
function isContainerCode(number: string): boolean {
  if (!/^00\d{18}$/.test(number) || /^0+$/.test(number)) return false
  let sum = 0
  for (let index = 2; index < 19; index++) sum += Number(number[index]) * (index % 2 === 0 ? 3 : 1)
  return Number(number[19]) === (10 - (sum % 10)) % 10
}

export const parcelNumber: BuiltInRecognizer = {
  name: 'parcel-number',
  source: 'https://www.upu.int/en/postal-solutions/programmes-services/standards',
  types: ['ORDER_NUMBER'],
  anchors: [
    onShape(['AA999999999AA', 'AA 999 999 999 AA', 'AA 9999 9999 9 AA', 'AA 99999999 9 AA'], findShaped),
    onShape(
      ['99999999999999999999', '99999999 9999 9999 9999', '99999 9999 9999 9999 999', '9999 9999 9999 9999 9999'],
      findShaped,
    ),
    onRun(18, 18, findUps, { made: ['9A'] }),
    onRun(2, 2, findUps, { made: ['9A'], after: ' ' }),
  ],
  examples: {
    match: [
      'where is «RR473124829DE»?',
      'sent with «RA 473 124 829 GB» yesterday',
      'UPS «1Z999AA10123456784» left',
      'UPS «1Z 999 AA1 01 2345 6784» left',
      'Karton «00340434161244088176» fehlt',
    ],
    miss: ['RR473124820DE', '1Z999AA10123456785', '00340434161244088175', 'AB123456789CD', 'part 1Z 999'],
  },
}

function findShaped(view: View, start: number, end: number, findings: Findings): void {
  const isInDigits = isDigit(view.unit(start))
  if (isInDigits && (view.unit(start) !== 0x30 || view.unit(start + 1) !== 0x30)) return
  const number = compact(view, start, end)
  if (isInDigits ? isContainerCode(number) : isPostal(number)) findings.add(start, end, 'ORDER_NUMBER', CHECKED)
}

function findUps(view: View, start: number, _end: number, findings: Findings): void {
  if (view.unit(start) !== 0x31 || view.unit(start + 1) !== 0x5a) return
  const end = compactEnd(view, start, 18, ' ')
  if (end < 0 || !standsAlone(view, start, end) || !isUps(compact(view, start, end))) return
  findings.add(start, end, 'ORDER_NUMBER', CHECKED)
}
