/** Finnish personal identity code (henkilötunnus), with the century signs added in 2023. */
import { isDayOfYear, numberAt } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'
import { CHECKED } from '../../scores.ts'

export const fiPersonalCode = identifier({
  name: 'fi-personal-code',
  source: 'https://dvv.fi/en/reform-of-personal-identity-code',
  type: 'NATIONAL_ID',
  words: {
    en: 'finnish personal identity code|personal identity code',
    fi: 'hetu|hetun|hetulla|henkilötunnu*|henkilötunnus|sotu|sosiaaliturvatunnu*',
    sv: 'personbeteckning|personbeteckningen',
  },
  lengths: [11, 10],
  separators: '+-',
  form: /^\d{6}[A-FU-Y]?\d{3}[0-9A-FHJ-NPR-Y]$/,
  isValid: isFinnishPersonalCode,
  shapes: ['999999-999A', '999999-9999', '999999A999A', '999999A9999', '999999+999A', '999999+9999'],
  alone: CHECKED,
  examples: {
    match: [
      'hetu «140585-123Y»',
      'henkilötunnus: «140585-123Y»',
      'Potilas («140585A123Y»)',
      'HETU «140585B123Y»',
      'personbeteckning «140585-123Y»',
    ],
    miss: ['hetu puuttuu', '140585-123X'],
  },
})

export function isFinnishPersonalCode(compacted: string): boolean {
  if (!isDayOfYear(numberAt(compacted, 0, 2), numberAt(compacted, 2, 4))) return false
  const number = Number(compacted.slice(0, 6) + compacted.slice(-4, -1))
  return '0123456789ABCDEFHJKLMNPRSTUVWXY'.charAt(number % 31) === compacted.at(-1)
}
