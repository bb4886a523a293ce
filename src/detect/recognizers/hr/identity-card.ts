/** Number of the Croatian identity card, nine digits, and the older personal number JMBG. */
import { identifier } from '../../identifier.ts'

export const hrIdentityCard = identifier({
  name: 'hr-identity-card',
  source: 'https://mup.gov.hr/',
  type: 'NATIONAL_ID',
  words: {
    hr: 'osobna iskaznica|osobne iskaznice|osobnu iskaznicu|osobnom iskaznicom|osobna|broj osobne|jmbg|mbg',
    sr: 'lična karta',
  },
  acronyms: 'OI',
  lengths: [13, 9],
  form: /^\d{9}$|^\d{13}$/,
  examples: {
    match: [
      'osobna iskaznica «115501874»',
      'broj osobne iskaznice: «115501874»',
      'OI «115501874»',
      'JMBG «1405985505121»',
    ],
    miss: ['osobna iskaznica istekla'],
  },
})
