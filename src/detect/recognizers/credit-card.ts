/** Payment card numbers: ISO/IEC 7812-1, issuer prefixes as published by the card schemes. */
import { isDigit } from '../characters.ts'
import { isLuhnValid } from '../checksums.ts'
import { compact } from '../compact.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onShape } from '../recognizer.ts'
import { CHECKED, LIKELY } from '../scores.ts'
import type { View } from '../view.ts'

const cardWords: LabelGroup = {
  name: 'CREDIT_CARD',
  words: {
    '*': 'visa|mastercard|amex|american express|maestro|diners|pan',
    bg: 'карта|картата|картова',
    cs: 'karta|kartu|karty|kartou|platební karta',
    da: 'kort|kortet|kortnummer|kreditkort|betalingskort|dankort',
    de: 'karte|kreditkarte|kreditkarten~|karten~|bankkarte|zahlkarte',
    el: 'κάρτα|κάρτας|κάρτες',
    en: 'card|credit card|debit card|cc|ccn',
    es: 'tarjeta|tarjetas',
    et: 'kaart|kaardi|krediitkaart|krediitkaardi',
    fi: 'kortti|kortin|luottokort*|maksukort*|pankkikort*',
    fr: 'carte|carte bancaire|cb',
    ga: 'cárta|chárta|cárta creidmheasa',
    hr: 'kartica|karticu|kartice|karticom',
    hu: 'kártya|kártyám*|bankkártya|bankkárty*|kártya~',
    it: 'carta|carta di credito',
    lt: 'kortelė|kortelę|kortelės|kortele',
    lv: 'karte|kartes|karti|kredītkart*',
    mt: 'karta|kard',
    nl: 'kaart|creditcard|creditcard~|kaart~|betaalpas',
    pl: 'karta|karty|kartę|kartą',
    pt: 'cartão|cartao',
    ro: 'card|cardul|cardului|carduri',
    sk: 'karta|kartu|karty|kartou',
    sl: 'kartica|kartico|kartice',
    sv: 'kort|kortet|kreditkort|betalkort|kort~',
  },
}

/** `99 99` with each of these between the groups. */
function grouped(shape: string): string[] {
  return [shape, shape.replaceAll(' ', '-'), shape.replaceAll(' ', '.')]
}

export const creditCard: BuiltInRecognizer = {
  name: 'credit-card',
  source: 'https://www.iso.org/standard/70484.html',
  types: ['CREDIT_CARD'],
  context: [cardWords],
  anchors: [
    onShape(
      [...grouped('9999 9999 9999 9999'), ...grouped('9999 999999 99999'), ...grouped('9999 999999 9999')],
      findCard,
    ),
    onShape(['9999999999999999', '999999999999999', '99999999999999', '9999999999999999999'], findCard),
  ],
  examples: {
    match: [
      'card «4111 1111 1111 1111», exp 08/27',
      'pan=«5555555555554444»',
      'Karte «3782 822463 10005».',
      '{"number":"«4012-8888-8888-1881»"}',
      // One digit wrong, but grouped like a card and named one.
      'Kreditkarte «4111 1111 1111 1112»',
    ],
    miss: ['4111 1111 1111 1112', 'EAN 4006381333931', '1234567812345670', 'id 41111111111111110'],
  },
}

/** A line may end within a number, but groups one below the other, with more of their kind before or behind, are a column. */
function isInColumn(view: View, start: number, end: number): boolean {
  const written = view.text.slice(start, end)
  const first = written.indexOf('\n')
  if (first < 0 || written.lastIndexOf('\n') === first) return false
  return (
    (view.unit(start - 1) === 0x0a && isDigit(view.unit(start - 2))) ||
    (view.unit(end) === 0x0a && isDigit(view.unit(end + 1)))
  )
}

function findCard(view: View, start: number, end: number, findings: Findings): void {
  // No scheme issues cards with any other first digit.
  const first = view.unit(start) - 0x30
  if (first < 2 || first > 6 || isInColumn(view, start, end)) return
  const isValid = isLuhnValid(view.text, start, end)
  const isNamed = !isValid && isGrouped(view, start) && view.isNear(cardWords.name, start, 40)
  if ((isValid || isNamed) && isIssued(compact(view, start, end))) {
    findings.add(start, end, 'CREDIT_CARD', isValid ? CHECKED : LIKELY)
  }
}

function isGrouped(view: View, start: number): boolean {
  return !isDigit(view.unit(start + 4))
}

/** Does a scheme issue cards with this prefix in this length? */
function isIssued(digits: string): boolean {
  const two = Number(digits.slice(0, 2))
  const four = Number(digits.slice(0, 4))
  switch (digits.length) {
    case 14:
      return two === 36 || two === 38 || two === 39 || (four >= 3000 && four <= 3059)
    case 15:
      return two === 34 || two === 37
    case 16:
      return (
        digits[0] === '4' ||
        (two >= 50 && two <= 69) ||
        (four >= 2200 && four <= 2720) ||
        (four >= 3528 && four <= 3589)
      )
    case 19:
      return digits[0] === '4' || two === 62 || (two >= 56 && two <= 69)
    default:
      return false
  }
}
