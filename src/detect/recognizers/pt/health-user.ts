/** Number of the user of the Portuguese health service (SNS): nine digits. */
import { identifier } from '../../identifier.ts'

export const ptHealthUser = identifier({
  name: 'pt-health-user',
  source: 'https://www.sns24.gov.pt/',
  type: 'HEALTH_ID',
  words: {
    pt: 'utente sns|n utente|n utente sns|número de utente|número utente|de utente|cartão de utente|sns|número sns|utente do sns',
  },
  lengths: [9],
  form: /^\d{9}$/,
  examples: {
    match: [
      'n.º utente SNS «317 205 693», idade',
      'número de utente: «317205693»',
      'n.º de utente «317205693»',
      'SNS n.º «317 205 693»',
    ],
    miss: ['utente sem número'],
  },
})
