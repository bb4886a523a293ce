/** Keys, columns and labels whose values are names of people, in 24 languages. */
import * as flags from './flags.ts'
import { HashSet } from './hash-set.ts'
import * as shapes from './shapes.ts'
import { hashWord, type Tokens } from './tokens.ts'

/** Fields that hold a name and nothing else. `name` alone may be that of a product; the model weighs it. */
const nameFields = `
firstname lastname fullname surname forename forenames givenname givennames familyname maidenname fname lname displayname customername
contactname cardholder cardholdername holdername middlename realname username_display patientname employeename firstnames
vorname nachname vname nname familienname vorzuname ansprechpartner kundenname geburtsname vornamen
prenom prenoms nomcomplet nomfamille nomprenom
nombres apellido apellidos nombrecompleto primerapellido segundoapellido
cognome cognomenome nomecognome nomecompleto nominativo intestatario apelido apelidos sobrenome
voornaam achternaam roepnaam tussenvoegsel volledigenaam
imie nazwisko imienazwisko imiona jmeno prijmeni meno priezvisko ime prezime priimek imeprezime
fornavn efternavn etternavn fornamn efternamn etunimi sukunimi eesnimi perekonnanimi vards uzvards vardas pavarde
legalname preferredname accountholder policyholder insuredname guestname passengername drivername payeename payername beneficiaryname recipientname sendername birthname contactperson nextofkin
geburtsname vollername vollstaendigername rufname
nomnaissance nomdenaissance nomusage nomusuel prenomusuel prenomnaissance nomjeunefille deuxiemeprenom premierprenom
primernombre segundonombre apellidopaterno apellidomaterno nombresyapellidos nombreyapellidos apellidosnombre
nomeecognome cognomenubile primeironome ultimonome nomecompletodotitular
tussenvoegsels geboortenaam voorletters voornamen tussenvoegsel
nazwiskorodowe pierwszeimie drugieimie imieinazwisko rodneprijmeni celejmeno jmenoaprijmeni krestnijmeno rodnepriezvisko celemeno menoapriezvisko krstnemeno
szuletesinev anyjaneve csaladinev punoime imeiprezime polnoime imeinpriimek vardaspavarde pavardevardas vardsuzvards taisnimi eesjaperekonnanimi kokonimi kutsumanimi
tilltalsnamn fuldenavn fuldtnavn numesiprenume numefamilie onoma eponymo eponimo onomateponymo ainmiomlan sloinneteaghlaigh isemukunjom
собственоиме бащиноиме
vezeteknev keresztnev utonev teljesnev csaladnev nume prenume numecomplet isem kunjom ainm sloinne
\u043f\u0440\u0435\u0437\u0438\u043c\u0435 \u0444\u0430\u043c\u0438\u043b\u0438\u044f \u0438\u043c\u0435\u043d\u0430 \u03b5\u03c0\u03c9\u03bd\u03c5\u03bc\u03bf \u03bf\u03bd\u03bf\u03bc\u03b1\u03c4\u03b5\u03c0\u03c9\u03bd\u03c5\u03bc\u03bf`
  .trim()
  .split(/\s+/)

export const nameFieldHashes = new HashSet(nameFields.map(hashWord))

/** Does a column or key name people? `strong` for names only, `weak` where it may be something else's name. */
export function fieldStrength(tokens: Tokens, from: number, to: number): number {
  let strength = 0
  for (let at = from; at < to; at++) {
    if (tokens.shape[at]! > shapes.WORD_LIMIT) continue
    const word = tokens.word[at]!
    if (nameFieldHashes.has(word)) return 2
    const isName = personNames.has(word)
    // `first_name`, `customer name`, `full name`: two words together say that it is a person's.
    if (isName && at > from && (tokens.flags[at - 1]! & flags.FIELD) !== 0) return 2
    if (isName && at > from + 1 && (tokens.flags[at - 2]! & flags.FIELD) !== 0) return 2
    if (isName || (tokens.flags[at]! & flags.FIELD) !== 0) strength = Math.max(strength, 1)
  }
  return strength
}

const personNames = new HashSet(
  [
    'name',
    'names',
    'nom',
    'nombre',
    'nome',
    'naam',
    'navn',
    'namn',
    'nimi',
    'nev',
    'vards',
    'nazwa',
    '\u03bf\u03bd\u03bf\u03bc\u03b1',
    '\u0438\u043c\u0435',
  ].map(hashWord),
)

/** Fields that hold places, colours, plans: a word there is no person's name. */
export const otherFields = new HashSet(
  `city town village country region county stadt ort wohnort geburtsort bundesland ville commune pays ciudad localidad pueblo provincia pais citta comune luogo cidade localidade concelho freguesia
distrito stad plaats woonplaats gemeente stadsdel kommun postort byen kommune postby kaupunki kunta postitoimipaikka linn vald pilseta novads miestas savivaldybe miasto miejscowosc gmina wojewodztwo
mesto obec kraj okres varos telepules helyseg megye oras localitate judet grad naselje opcina zupanija obcina belt rahal cathair baile birthplace placeofbirth lieu
град община област πολη δημοσ
color colour augenfarbe haarfarbe farbe couleur kleur farve farg vari kolor barva szin culoare boja size status plan product produkt produit producto prodotto produto article artikel brand marke marque model modell
category kategorie priority language currency`
    .trim()
    .split(/\s+/)
    .map(hashWord),
)
