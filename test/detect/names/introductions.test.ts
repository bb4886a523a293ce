/** People say who they are, in 24 languages, with names that no list holds. */
import { describe, expect, it } from 'vitest'
import { createDetector } from '../../../src/detect/index.ts'
import type { Finding } from '../../../src/types.ts'

const cues: Readonly<Record<string, readonly string[]>> = {
  en: ['I am _,', 'This is _ calling', 'My name is _.', 'it is _ here', 'Yours, _', 'Contact: _', 'I am _ and I'],
  de: ['Ich bin _,', 'Mein Name ist _.', 'Hier ist _,', 'Hier schreibt _.', 'Gruß _', 'Ansprechpartner: _'],
  fr: ['Je suis _,', 'Je m’appelle _.', 'Ici _,', 'Cordialement, _', 'C’est _ qui vous écrit'],
  es: ['Soy _,', 'Me llamo _.', 'Le habla _,', 'Un saludo, _', 'Mi nombre es _ y'],
  it: ['Sono _,', 'Mi chiamo _.', 'Cordiali saluti, _', 'Parla _,'],
  nl: ['Ik ben _,', 'Mijn naam is _.', 'Groet, _', 'Met _ hier,'],
  pl: ['Jestem _,', 'Nazywam się _.', 'Pozdrawiam, _', 'Tu _,'],
  pt: ['Sou _,', 'Chamo-me _.', 'O meu nome é _,', 'Cumprimentos, _'],
  sv: ['Jag är _,', 'Jag heter _.', 'Mvh _'],
  da: ['Jeg er _,', 'Jeg hedder _.', 'Mvh _'],
  fi: ['Olen _,', 'Nimeni on _.', 'Terv. _'],
  cs: ['Jsem _,', 'Jmenuji se _.', 'S pozdravem _'],
  sk: ['Som _,', 'Volám sa _.'],
  hu: ['_ vagyok,', 'A nevem _.', 'Üdv, _'],
  ro: ['Sunt _,', 'Mă numesc _.', 'Cu stimă, _'],
  hr: ['Ja sam _,', 'Zovem se _.'],
  sl: ['Sem _,', 'Ime mi je _.'],
  bg: ['Аз съм _,', 'Казвам се _.'],
  el: ['Είμαι ο _,', 'Με λένε _.'],
  lt: ['Aš esu _,', 'Mano vardas _.'],
  lv: ['Es esmu _,', 'Mani sauc _.'],
  et: ['Olen _,', 'Minu nimi on _.'],
  ga: ['Is mise _,'],
  mt: ['Jien _,', 'Jisimni _.'],
}

const names = [
  'Solveig Haugland',
  'Peter Miller',
  'Ifeanyi Okwuosa',
  'Xiuying Zhao',
  'R\u00fcdiger Papenfu\u00df',
  'Yesenia Tolentino',
]
const detector = createDetector({ profile: 'balanced' })

describe.each(Object.entries(cues))('who speaks %s', (_language, list) => {
  it.each(list)('%s', async cue => {
    const left: string[] = []
    for (const name of names) {
      const text = `${cue.replace('_', name)} order 77120.`
      const findings: readonly Finding[] = await detector.detect(text)
      const from = text.indexOf(name)
      const isCovered = [...name].every(
        (unit, at) => unit === ' ' || findings.some(({ start, end }) => start <= from + at && end > from + at),
      )
      if (!isCovered) left.push(name)
    }
    expect(left).toEqual([])
  })
})

it('is no name what somebody says he is', async () => {
  const text = 'I am German and live there. I am Catholic. I am not sure.'
  expect(await detector.detect(text)).toEqual([])
})
