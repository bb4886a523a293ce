/** Irish personal public service number (PPS, UPSP): seven digits, a check letter, sometimes one more. */
import { weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'
import { LIKELY } from '../../scores.ts'

export const iePersonalPublicService = identifier({
  name: 'ie-personal-public-service',
  source: 'https://www.gov.ie/en/department-of-social-protection/services/get-a-personal-public-service-pps-number/',
  type: 'NATIONAL_ID',
  words: {
    en: 'pps|pps number|pps no|ppsn|ppsn~|personal public service|personal public service number',
    ga: 'upsp|uimhir psp|uimhir phearsanta seirbhíse poiblí|psp',
  },
  lengths: [9, 8],
  form: /^\d{7}[A-W][A-IW]?$/,
  isValid: isIrishNumber,
  shapes: ['9999999AA'],
  alone: LIKELY,
  examples: {
    match: [
      'PPS number is «3546789V»',
      'PPSN: «1234567FA»',
      'UPSP «3546789V»',
      'ppsn=«3546789V»',
      'Uimhir PSP «3546789 V»',
      'PPS No. «3546789V»',
      'the claimant («1234567FA»)',
    ],
    miss: ['PPS applied', '1234567X'],
  },
})

export function isIrishNumber(compacted: string): boolean {
  const second = compacted.length > 8 ? compacted.charCodeAt(8) - 0x40 : 0
  const sum = weightedSum(compacted, [8, 7, 6, 5, 4, 3, 2]) + 9 * (second === 0x17 ? 0 : second)
  return 'WABCDEFGHIJKLMNOPQRSTUV'.charAt(sum % 23) === compacted.charAt(7)
}
