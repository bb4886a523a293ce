/** British health service numbers: NHS, and CHI in Scotland, H and C in Northern Ireland. Modulus 11. */
import { numberAt, weightedSum } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const gbHealthNumber = identifier({
  name: 'gb-health-number',
  source: 'https://www.datadictionary.nhs.uk/attributes/nhs_number.html',
  type: 'HEALTH_ID',
  words: { en: 'nhs|nhs number|nhs no|nhs id|chi|chi number|chi no|health and care number|community health index' },
  lengths: [10],
  form: /^\d{10}$/,
  isValid,
  examples: {
    match: [
      'NHS No. «485 777 3457»',
      'NHS number: «4857773457»',
      'NHS «485-777-3457».',
      'nhs_number=«4857773457»',
      'CHI «1405851235»',
    ],
    miss: ['NHS trust', '485 777 3457'],
  },
})

function isValid(digits: string): boolean {
  return (11 - (weightedSum(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === numberAt(digits, 9, 10)
}
