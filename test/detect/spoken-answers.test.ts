/** Numbers, dates and addresses that are said in words, as transcripts of calls have them. */
import { describe, expect, it } from 'vitest'
import { detectNow, mark, withoutNames } from './marked.ts'
import { leftReadable } from './marked-sentences.ts'

const said = [
  'bg - Телефон за връзка?\n- «нула осемстотин седемдесет и шест, триста и две, шейсет и едно», на внука е.',
  'cs - Číslo smlouvy?\n- «dvacet pět, nula devětatřicet, osm».',
  'da A: Kundenummer?\nB: «otteogtyve, nul tre, enoghalvfems».',
  'de A: Ihre Vertragsnummer?\nB: Moment, das ist die «null acht, vierundsiebzig, zwo drei».',
  'el - Ημερομηνία γέννησης;\n- «δεκαέξι Αυγούστου του σαράντα τρία».',
  'en Policy number, please?\n[00:26] CALLER «nine two double one, fifty-one»\n[00:31] AGENT Thanks.',
  'en Date of birth for security?\n[00:26] CALLER «fourth of the second, nineteen fifty-three»\n[00:31] AGENT Thanks.',
  'es ¿Me facilita el DNI?\nCliente: «setenta y dos, cero treinta, cuatro cuatro uno, letra erre».',
  'et A: Lepingu number?\nB: «kaks null seitse, neliteist».',
  'fi Laskun numero on «seitsemän yksi kuusi kolme».',
  'fr — Et votre numéro de contrat ?\n— «deux, quarante-trois, zéro quatre, clé cinquante».',
  'ga A: Uimhir chuntais?\nB: «a sé, a dó, a náid, a haon, a naoi».',
  'hu A: Az ügyfélszáma?\nB: «nulla hét, huszonegy, ötvenkettő».',
  'it A: Il numero di polizza?\nB: «sette due zero, quarantuno».',
  'lt A: Sutarties numeris?\nB: «septyni du nulis, penki».',
  'lv – Līguma numurs?\n– «divdesmit seši, trīs simti deviņdesmit», tas ir vecais.',
  'nl A: Uw klantnummer?\nB: «drie nul zeven, vierentwintig».',
  'pl umowę «K łamane na siedem siedem zero cztery» zamykamy',
  'pt A: O número de cliente?\nB: «sete dois zero, quarenta e um».',
  'ro A: Numărul de contract?\nB: «șapte doi zero, paisprezece».',
  'sk A: Číslo zmluvy?\nB: «sedem dva nula, tridsať».',
  'sl A: Številka pogodbe?\nB: «sedem dva nič, trideset».',
  'sv A: Kundnummer?\nB: «sju två noll, trettioåtta».',
  'da Adressen er «Kirkevej elleve, Ringe»?',
  'de Nein, «Lerchenstraße einundzwanzig, in 7 3 2 5 4 Neuhof».',
  'el Διεύθυνση «Ερωφίλης δεκαεφτά στο Ρέθυμνο»;',
  'fi Osoite?\n«Kirkkokatu neljätoista aa kolme».',
  'nl stuur de brief naar het adres «Dorpsstraat tien, Arum», niet naar mijn zoon',
]

const notSaid = [
  'order two pizzas and three colas',
  'your order?\nB: two or three pizzas, please',
  'a contract for two or three years and four months',
  'Kunde: eins der besten Lokale, zwei Sterne',
  'telefon? - nie wiem, jeden z dwóch',
  'any question about the train to the coast, ticket: the train to it',
]

describe('a number said in words behind what names it', () => {
  it.each(said)('is found: %s', sentence => expect(leftReadable(sentence)).toEqual([]))
})

describe('numbers in words that count', () => {
  it.each(notSaid)('are left alone: %s', text => {
    const found = detectNow(text, withoutNames).filter(({ recognizer }) => recognizer === 'spoken-answer')
    expect(mark(text, found)).toBe(text)
  })
})
