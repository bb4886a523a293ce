/** Number of the Cypriot identity card, and of the alien registration certificate. */
import { identifier } from '../../identifier.ts'

export const cyIdentityCard = identifier({
  name: 'cy-identity-card',
  source: 'https://www.consilium.europa.eu/prado/en/CYP-BO-03001/index.html',
  type: 'NATIONAL_ID',
  words: {
    el: 'δελτίο ταυτότητας|δελτίου ταυτότητας|αρ ταυτότητας|αριθμός ταυτότητας|α δ τ',
    en: 'alien registration~',
  },
  acronyms: 'ARC',
  lengths: [10, 9, 8, 7, 6],
  form: /^\d{6,10}$/,
  examples: {
    match: ['Δελτίο Ταυτότητας: «0001234567»', 'αρ. ταυτότητας «812345»', 'ARC «6812345»'],
    miss: ['ταυτότητα 12'],
  },
})
