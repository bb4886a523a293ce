/** Number of the insured on the German health card (KVNR): a letter, eight digits, check digit. */
import { numberAt } from '../../checksums.ts'
import { identifier } from '../../identifier.ts'

export const deHealthInsurance = identifier({
  name: 'de-health-insurance',
  source: 'https://www.gkv-spitzenverband.de/krankenversicherung/digitalisierung/kvnr/kvnr.jsp',
  type: 'HEALTH_ID',
  words: {
    de: 'kvnr|kv~|krankenversicherten~|krankenversicherungs~|versicherten~|versichertenkarte|gesundheitskarte|egk|krankenkassen~|krankenkasse|mitglieds~',
  },
  lengths: [10],
  form: /^[A-Z]\d{9}$/,
  isValid,
  examples: {
    match: [
      'KVNR: «T220001846»',
      'Versichertennummer «T220001846»',
      'Krankenversichertennummer «T 220 001 846»',
      'Versicherten-Nr. «T220001846»',
    ],
    miss: ['KVNR fehlt'],
  },
})

function isValid(compacted: string): boolean {
  const digits = String(compacted.charCodeAt(0) - 0x40).padStart(2, '0') + compacted.slice(1, 9)
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const product = numberAt(digits, index, index + 1) * (1 + (index % 2))
    sum += (product % 10) + Math.floor(product / 10)
  }
  return sum % 10 === numberAt(compacted, 9, 10)
}
