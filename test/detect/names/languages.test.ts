import { describe, expect, it } from 'vitest'
import { tagNames } from '../../../src/detect/names/index.ts'

/** One sentence a language: somebody says who they are. The people are invented. */
const sentences: Readonly<Record<string, readonly [text: string, name: string]>> = {
  bg: ['Здравейте, казвам се Десислава Кирилова и пиша за сметката.', 'Десислава Кирилова'],
  cs: ['Dobrý den, jmenuji se Vendula Horáková a píšu kvůli faktuře.', 'Vendula Horáková'],
  da: ['Hej, jeg hedder Mathilde Kjeldsen og skriver om min regning.', 'Mathilde Kjeldsen'],
  de: ['Guten Tag, mein Name ist Annegret Wiesinger, es geht um die Rechnung.', 'Annegret Wiesinger'],
  el: ['Καλησπέρα, ονομάζομαι Χρυσούλα Μανωλάκη και γράφω για τον λογαριασμό.', 'Χρυσούλα Μανωλάκη'],
  en: ['Hello, my name is Rosalind Hathersage and I am writing about the bill.', 'Rosalind Hathersage'],
  es: ['Hola, me llamo Remedios Carrascosa y escribo por la factura.', 'Remedios Carrascosa'],
  et: ['Tere, minu nimi on Liisbet Tammsalu ja kirjutan arve pärast.', 'Liisbet Tammsalu'],
  fi: ['Hei, nimeni on Eevastiina Rautiainen ja kirjoitan laskusta.', 'Eevastiina Rautiainen'],
  fr: ["Bonjour, je m'appelle Capucine Delaunoy et j'écris au sujet de la facture.", 'Capucine Delaunoy'],
  ga: ['Dia duit, is mise Caoimhe Ní Bhriain agus táim ag scríobh faoin mbille.', 'Caoimhe Ní Bhriain'],
  hr: ['Dobar dan, zovem se Marijana Vukelić i pišem zbog računa.', 'Marijana Vukelić'],
  hu: ['Jó napot, a nevem Szendrei Boglárka, a számla miatt írok.', 'Szendrei Boglárka'],
  it: ['Buongiorno, mi chiamo Ludovica Brambati e scrivo per la fattura.', 'Ludovica Brambati'],
  lt: ['Laba diena, mano vardas Gintarė Petrauskaitė, rašau dėl sąskaitos.', 'Gintarė Petrauskaitė'],
  lv: ['Labdien, mani sauc Agnese Kalniņa un rakstu par rēķinu.', 'Agnese Kalniņa'],
  mt: ['Bonġu, jien Marlene Zammit u qed nikteb dwar il-kont.', 'Marlene Zammit'],
  nl: ['Goedemiddag, mijn naam is Jolanda Verhoeven en ik schrijf over de rekening.', 'Jolanda Verhoeven'],
  pl: ['Szanowni Państwo, tu Jadwiga Brzozowska, piszę w sprawie faktury.', 'Jadwiga Brzozowska'],
  pt: ['Bom dia, chamo-me Leonor Figueiredo e escrevo por causa da fatura.', 'Leonor Figueiredo'],
  ro: ['Bună ziua, mă numesc Ilinca Dumitrescu și scriu despre factură.', 'Ilinca Dumitrescu'],
  sk: ['Dobrý deň, volám sa Katarína Hudecová a píšem kvôli faktúre.', 'Katarína Hudecová'],
  sl: ['Dober dan, ime mi je Alenka Hribernik in pišem zaradi računa.', 'Alenka Hribernik'],
  sv: ['Hej, jag heter Gunilla Åkerström och skriver om fakturan.', 'Gunilla Åkerström'],
}

function names(text: string): string[] {
  const found = tagNames(text, { profile: 'balanced', sensitivity: 'normal', findings: [] })
  return found.map(({ start, end }) => text.slice(start, end))
}

describe('somebody who gives their name', () => {
  for (const [language, [text, name]] of Object.entries(sentences)) {
    it(`is found in ${language}`, () => {
      expect(names(text)).toEqual([name])
    })
    it(`is found in ${language} in small letters`, () => {
      expect(names(text.toLowerCase()).join(' ')).toContain(name.toLowerCase().split(' ')[0]!)
    })
    it(`is found in ${language} in capitals`, () => {
      expect(names(text.toUpperCase()).join(' ')).toContain(name.toUpperCase().split(' ').at(-1)!)
    })
  }
})
