/** Numbers of customers, members, policies and contracts: a firm gives each person one, in a form of its own. */
import { isWord } from '../characters.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { numberedCustomerWords, numberedReference } from '../numbered-labels.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel, onText } from '../recognizer.ts'
import { findBehindName, findReferences, isCount } from '../reference.ts'
import { TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'

const customerWords: LabelGroup = {
  name: 'CUSTOMER_ID',
  words: {
    '*': 'customer|customer id|custno|cust id|cust no|client id|clientid|member id|account id|account number|user id|userid|uid|subscriber id|lead id|contact id|crm id|rum|subscription id|cus id|requester id|buyer id|guest id|patron id|player id|kdnr|kd nr|kundnr|klantnr',
    bg: 'клиент|клиента|клиентски|клиентски номер|абонат|абонатен|абонатен номер|партиден|полица|полицата|полица номер|договор|договора|членски|членски номер|кл номер|клиентка|клиентска карта|карта за лоялност|лоялна карта|клиентски код|код на клиент|потребителски номер|номер на клиент|договор за кредит|читателска карта|карта за отстъпки|кредит|кредит №|договор №|карта лоялност|партида|партиден номер|титуляр №|кл №',
    cs: 'zákaznické číslo|klientské číslo|číslo zákazníka|číslo klienta|číslo smlouvy|číslo pojistky|zákazník|zákazníka|zákaznick*|klient|klienta|klientsk*|č smlouvy|smlouva|smlouvy|smlouvu|smluvní|pojistka|pojistky|pojistk*|pojistn* smlouv*|členské|členské číslo|odběratel|odběratelské|variabilní klienta|číslo člena|věrnostní karta|věrnostní karty|číslo věrnostní karty|číslo odběratele|číslo úvěru|úvěr č|úvěrová smlouva|úvěrové smlouvy|zákaznický účet|dárce|číslo dárce|průkazk*|číslo průkazky|číslo průkazu člena|zákaznická karta|zákaznické karty|odběrné místo|odběrného místa|číslo studenta|zákaznické konto|zákaznického konta|klientské konto|sml č|č sml|členská karta|členské karty|věrnostní kartička',
    da: 'kunde|kunden|kunde~|medlem|medlems~|police|policen|police~|polic*|aftale~|abonnement|abonnements~|kontrakt|kontrakt~|abonnent~|kontonr kunde|kundekort|kundekort~|lånerkort|lånerkort~|låner~|låne~|medlemskort|medlemskort~|forsikrings~|installations~ kunde|stamkunde~|studie~|lån|låne nr|policenr|medlemsnr|kundenr|lånenr|aftale|aftalenr|medlemskab|kundeforhold|aftagenummer',
    de: 'kunde|kunden|kundin|kunden~|kd nr|kdnr|kundenkonto|mitglied|mitglieds~|mitglieds nr|vertrag|vertrags~|vertragskonto|vertragskonto~|police|policen~|polizze|polizzen~|versicherungsschein|versicherungsschein~|vs nr|versicherungsnummer vertrag|abo~|abonnement|abonnement~|teilnehmer~|debitoren~|debitor|klienten~|klient|spender~|verfüger~|zeichnungsberechtigten~|spenden~|mandats~|mandatsreferenz|mandats referenz|nutzer~|benutzer~|bonuskarte|kundenkarte|kundenkarten~|kundenkennung|verbrauchsstelle|geschäftspartner~|bestandskunde|stammkunde|vorteilskarte|leser~|bibliotheksausweis|darlehens~|darlehen|bausparvertrag|bausparer|kundennr|partner~|bauspar~|mandanten~|treuekarte|treuekarten~|payback|payback~|bibliotheksausweis~|anschluss~|versicherungspolice|vertragspartner~|beitrags~|mitgliedsausweis|mitgliedsausweis~|ausweis~ der bibliothek|lieferanten~|kontakt~|haushalts~|matrikel~|kundinnen~|klientinnen~|mieterinnen~|mitgliederinnen~|spenderinnen~|nutzerinnen~|geschäftspartner|mandant|kreditor|vertragsbestätigung|kd|uid kunde|zählpunkt|pol',
    el: 'πελάτη|πελάτης|κωδικός πελάτη|κωδ πελάτη|συμβόλαιο|συμβολαίου|ασφαλιστήριο|ασφαλιστηρίου|συνδρομητή|μέλος|μέλους|σύμβαση|σύμβασης|αριθμός παροχής|αρ παροχής|κάρτα πιστότητας|κάρτα μέλους|κάρτα πελάτη|αριθμός πελάτη|αρ πελάτη|αριθμός δανείου|δωρητή|παροχή ρεύματος|λογαριασμός συμβολαίου',
    en: 'customer|customers|customer no|customer number|customer ref|customer reference|client|client no|client number|client ref|member|members|membership|membership no|membership number|account|account no|account number|account ref|acct|policy|policy no|policy number|policies|policyholder no|policyholder number|contract|contract no|contract number|contract id|subscriber|subscription|donor|donor no|frequent guest|frequent flyer|frequent flyer number|loyalty|loyalty card|loyalty number|loyalty no|reward number|rewards number|mandate|mandate ref|mandate reference|user id|uid|guest number|supporter|supporter id|supporter number|pension scheme ref|tenancy ref|tenancy reference|tenant ref|tenant id|tenant number|library card|library card number|agreement|agreement no|agreement number|loan|loan no|loan number|mortgage|mortgage account|mortgage no|scheme number|student id|student no|student number|matriculation number|registration id|payer id|buyer|applicant id|claimant id|beneficiary id|contact id|lead id|crm id|requester id|requester|subscriber id|policyholder|tenant|applicant|profile id|unique customer reference|club number|club card|clubcard|clubcard number|loyalty club|loyalty club number|patron|patron number|patron no|reward card|rewards card|meter point reference|card membership|insured number|account holder number|household number|roll number|roll no|upn|unique pupil number|energy contract|mpan|mprn|meter point mpan|plan no|boots card|reservation card',
    es: 'cliente|clienta|clientes|nº de cliente|n.º de cliente|número de cliente|código de cliente|socio|socia|número de socio|n.º de socio|póliza|pólizas|contrato|contratos|abonado|abonada|número de abonado|mandato|suscriptor|asegurado|tomador|afiliado|número de contrato|tarjeta cliente|lead|tarjeta de fidelidad|tarjeta de socio|número de usuario|usuario n|cups|donante|número de donante|suscripción|número de suscripción|carné de socio|número de tarjeta de cliente|titular n|matrícula de alumno|número de alumno|préstamo|préstamo núm|número de préstamo|hipoteca|hipoteca n|crédito n|póliza del hogar|póliza de hogar|póliza de vida|referencia catastral|iberplus',
    et: 'klient|kliendi|kliendi~|kliendinumber|leping|lepingu|lepingu~|poliis|poliisi|poliisi~|liige|liikme~|püsikliendi~|viitenumber kliendi|klienditunnus|kliendikood|püsikliendikaart|püsikliendikaardi~|kliendikaart|kliendikaardi~|laenuleping|laenulepingu|laenulepingu~|liikmekaart|liikmekaardi~|lugejapilet|mõõtepunkt|abonent|lep nr',
    fi: 'asiakas|asiakkaan|asiakas~|asiakasnumero*|asiakasnro|asiakastunnus|jäsen|jäsen~|jäsennumero*|sopimus|sopimus~|sopimuksen|sopimusnumero*|vakuutus|vakuutus~|vakuutuksen|vakuutusnumero*|vakuutuskirja|vakuutuskirja~|vakuutustunnus|liittymä~|käyttäjätunnus numero|kanta asiakas~|tilaaja~|jäsennro|vakuutussopimu*|laina~|lainanumero|kirjastokort*|lahjoittaja~|käyttöpaik*|opiskelija~|opiskelijanumero|kanta asiakas|kanta asiakaskort*|jäsenkort*|as nro|asnro|etukortti|s etukortti|kanta asiakaskortti',
    fr: "client|cliente|clients|n° client|numéro client|numéro de client|numéro de cliente|code client|réf client|référence client|identifiant client|id client|compte|compte client|contrat|contrats|n° contrat|numéro de contrat|police|police n|adhérent|adhérente|numéro d'adhérent|n° adhérent|sociétaire|n° de sociétaire|abonné|abonnée|numéro d'abonné|abonnement|mandat|carte de fidélité|fidélité|allocataire|n° allocataire|numéro allocataire|donateur|assuré|membre|référence mandat|identifiant abonné|numéro de souscription|numéro de bail|carte fidélité|carte de membre|carte d adhérent|carte d'adhérent|numéro d usager|usager|souscripteur|numéro d affiliation client|locataire n|titulaire n|point de service|n de bail|prêt|prêt n|crédit n|numéro de prêt|n de prêt|sociétaire n|carte d abonné|allocataire caf|n allocataire caf|allocataire n|espace client|espace|assurée|souscriptrice|donatrice|n de sociétaire|police auto|police habitation|n licence|licence n",
    ga: 'custaiméir|uimhir chustaiméara|custaiméara|ball|ballraíocht|uimhir bhallraíochta|polasaí|uimhir pholasaí|polasaí uimhir|conradh|cliant|cliaint|chliaint|uimhir chliaint|chonartha|uimhir chonartha|baill|uimhir baill|cárta dílseachta|uimhir chuntais custaiméara|cárta ballraíochta|custaiméir uimh',
    hr: 'kupac|kupca|klijent|klijenta|korisnik broj|korisnički broj|broj kupca|broj klijenta|polica|police|polica br|ugovor|ugovora|broj ugovora|član|članski|članski broj|pretplatnik|pretplatnički broj|šifra kupca|korisnički račun|broj člana|kartica vjernosti|kartice vjernosti|broj korisnika|šifra partnera|članska iskaznica|članske iskaznice|kredit br|broj kredita|ugovor o kreditu|mjerno mjesto|šifra korisnika|članska kartica|ugovorni račun|obračunsko mjesto',
    hu: 'ügyfélszám|ügyfélszáma|ügyfélszámom|ügyfél|ügyfélazonosító|ügyfélkód|vevő|vevőkód|vevőszám|vevő azonosító|szerződés|szerződésszám|szerződésszáma|szerződés száma|kötvény|kötvényszám|kötvényszáma|kötvény száma|tagsági szám|tagszám|tagsági|előfizető|előfizetői szám|felhasználó azonosító|fogyasztó azonosító|felhasználóazonosító|partnerkód|szerződésszám*|törzsvásárlói kártya|törzsvásárlói szám|hűségkártya|hűségkártya száma|felhasználási hely|felhasználási hely azonosító|hitelszám*|hitelszerződés|hitelszerződés száma|tagkártya|tagkártya száma|partnerszám*|ügyfélszám*|kötvényszám*|vevőszám*|olvasójegy|olvasójegy száma|adományozó|diákigazolvány száma|fogy hely|fogyasztási hely',
    is: 'viðskiptavinur|viðskiptamanna~|viðskiptavinanúmer|félagsnúmer|samningsnúmer|samningur|skírteini|skírteinisnúmer|tryggingarskírteini|viðskiptanúmer|viðskiptamannanúmer|áskrift|áskriftar~|félagi|félaga~',
    it: 'cliente|clienti|codice cliente|cod cliente|numero cliente|n. cliente|polizza|polizze|polizza n|n polizza|numero di polizza|numero polizza|contratto|contratti|numero contratto|n contratto|tessera|tessera n|tessera socio|numero tessera|socio|socia|mandato|utenza|codice utente|id utente|abbonato|abbonamento|codice contratto|contraente|codice abbonato|numero cliente|carta fedeltà|carta fedeltà n|numero carta fedeltà|codice anagrafico|codice fornitura|fornitura n|codice assicurato|codice socio|tessera fedeltà|numero di tessera|contratto di fornitura|numero utenza|codice conto|mutuo|pratica mutuo|prestito|finanziamento|prestito n|mutuo n|finanziamento n|conto cliente|tesserato|codice utenza|cod ut',
    lt: 'klient*|kliento kodas|kliento nr|pirkėj*|pirkėjo kodas|sutart*|sutarties nr|sutarties numeris|polis|poliso|poliso nr|draudimo poliso|draudimo polisas|nario|nario nr|abonent*|mokėtojo kodas|polisas|lojalumo kortelė|lojalumo kortelės|nario kortelė|nario kortelės|vartotojo numeris|paskolos sutart*|paskolos nr|kliento kortelė|skaitytojo bilietas|polisai|mok kodas|mok nr|ab kodas',
    lv: 'klient*|klienta numurs|klienta nr|pircēj*|līgum*|līguma nr|polise|polises|polises nr|dalībniek*|abonent*|biedra|biedra karte|biedra kartes|lojalitātes karte|lojalitātes kartes|maksātāja kods|maksātāja|lasītāja karte|klienta karte|klienta kartes|darījuma partneris|aizdevuma līgums|aizdevuma līguma|abonenta kods',
    mt: 'klijent|numru tal-klijent|numru tal klijent|polza|numru tal-polza|kuntratt|membru|abbonat|sħubija|numru tas-sħubija|numru tas sħubija|karta tal-lealtà|karta tal lealtà|numru ta membru|numru tal kuntratt|numru tal polza|il-klijent|kont nru',
    nl: 'klant|klanten|klant~|klantnummer|klantnr|klantcode|relatie~|relatienummer|lid|lidmaatschap|lidmaatschaps~|lidnummer|polis|polis~|polissen|polisnummer|contract|contract~|contractnummer|abonnement|abonnements~|abonnee~|debiteur|debiteuren~|cliënt~|cliëntnummer|machtiging|machtigings~|mandaat~|donateur|donateurs~|verzekerden~|klantenkaart|klantenkaart~|lezerspas|debiteur~|verzekerings~|machtigingskenmerk|klantkenmerk|account~|accountnummer|bonuskaart|bonuskaart~|ean code aansluiting|aansluit~|lidkaart|lidkaart~|spaarkaart|clubkaart|gebruikers~|student~|studentnummer|leners~|hypotheek~|huurders~|lening|lening~|leningnummer|hypotheek|lidnr|lid~|deb nr|relatie nr',
    no: 'kunde|kunden|kunde~|kundenummer|kundenr|medlem|medlems~|polise|polise~|forsikringsbevis|forsikrings~|avtale~|avtalenummer|kontrakt|kontrakts~|abonnement|abonnements~|lån|lånenummer|medlemsnr|avtale|forsikring~|kundekort|kundekort~|kundeforhold|strømavtale|målepunkt id',
    pl: 'klient|klienta|klientka|klientki|nr klienta|numer klienta|kod klienta|id klienta|polisa|polisy|polisę|nr polisy|numer polisy|umowa|umowy|umowę|nr umowy|numer umowy|członek|członkowski|nr członkowski|numer członkowski|abonent|abonenta|nr abonenta|kontrahent|kontrahenta|nr ewidencyjny klienta|karta stałego klienta|numer nabywcy|nabywca|płatnika|nr płatnika|ubezpieczenia nr|numer ubezpieczenia|nr ubezpieczenia|karta lojalnościowa|karty lojalnościowej|karta klienta|karty klienta|darczyńca|darczyńcy|numer darczyńcy|legitymacj* studenck*|nr albumu|numer albumu|numer użytkownika|nr użytkownika|nr pożyczki|numer kredytu|nr kredytu|karta biblioteczna|karty bibliotecznej|ubezpieczonego|konto klienta|konta klienta|konto klienckie|nr karty klienta|kredyt nr|kredytu|umowa kredytu|umowy kredytu|umowa nr|umowy nr|płatnik|nr kl',
    pt: 'cliente|clientes|n.º de cliente|nº de cliente|número de cliente|código do cliente|código de cliente|sócio|sócia|n.º de sócio|número de sócio|apólice|apólices|n.º da apólice|contrato|contratos|n.º de contrato|contrato n|assinante|segurado|associado|adesão|mandato|cartão cliente|cpe|cartão de fidelidade|aderente|número de aderente|n de aluno|número de aluno|aluno n|cartão de cliente|utilizador n|número de beneficiário cliente|titular n|contador cpe|instalação n|número de instalação|empréstimo|crédito n|n sócio|apólice n|cui|código do local',
    ro: 'client|clientul|clientului|clienta|cod client|codul client|codul de client|nr client|număr client|poliță|polița|poliţa|polița nr|poliței|contract|contractul|contractului|nr contract|contract nr|membru|abonat|abonatul|cod abonat|asigurat|cod de client|card de fidelitate|card membru|număr de membru|nr membru|loc de consum|numărul poliței|cod loc consum client|credit nr|contract de credit|număr de asigurat client|credit|contract credit|abonament|cod loc consum|cod încasare',
    sk: 'zákaznícke číslo|klientske číslo|číslo zákazníka|číslo klienta|číslo zmluvy|číslo poistky|zákazník|zákazníka|zákaznícke|zákazníck*|klient|klienta|klientske|klientsk*|č zmluvy|zmluva|zmluvy|zmluvu|poistka|poistky|poistn* zmluv*|poistk*|členské|členské číslo|odberateľ|odberateľské|člen|vernostná karta|vernostnej karty|číslo odberateľa|číslo úveru|úver č|úverová zmluva|odberné miesto|odberného miesta|číslo preukazu člena|preukaz člena|zákaznícka karta|zákazníckej karty|darca|číslo darcu|členský preukaz|zákaznícke konto|zákaznícky účet|číslo vernostnej karty|zml č|č zml|členská karta|členskej karty|číslo odberu|pol č',
    sl: 'stranka|stranke|številka stranke|št stranke|šifra stranke|kupec|kupca|šifra kupca|polica|police|polico|številka police|št police|pogodba|pogodbe|pogodbo|št pogodbe|številka pogodbe|član|članska|članska številka|naročnik|naročnika|naročniška|kartica zvestobe|kartice zvestobe|številka člana|članska izkaznica|kredit št|številka kredita|merilno mesto|šifra naročnika|šifra partnerja|članska kartica|številka odjemalca|odjemalec|zavarovalna polica',
    sv: 'kund|kunden|kund~|kundnummer|kundnr|kund id|kundens|medlem|medlems~|medlemsnummer|medlemsnr|försäkring|försäkrings~|försäkringsnummer|försäkringsbrev|avtal|avtalet|avtals~|avtalsnummer|abonnemang|abonnemangs~|kontrakt|kontrakts~|prenumerant|prenumerations~|givar~|klient~|låne~|lånenummer|bonuskort|bonuskorts~|medlemskort|medlemskorts~|låneavtal|låneavtals~|lånekort|lånekorts~|stamkund|stamkunds~|kundkort|kundkorts~|student~|lån|lånenr|kundkort~|anläggn id|kundn',
    uk: 'клієнт|клієнта|номер клієнта|код клієнта|договір|договору|договором|номер договору|поліс|поліса|полісу|номер поліса|абонент|абонента|особовий рахунок|особового рахунку|членський|картка лояльності|номер картки клієнта',
  },
}

/** `uid=1000`, `serialVersionUID`: the number of an account of a machine, of an object, of a class. */
function isOtherUid(view: View, { labelStart, labelEnd }: LabelledValue): boolean {
  const label = view.text.slice(labelStart, labelEnd)
  return label.length === 3 && label.toLowerCase() === 'uid' && (label !== 'UID' || isWord(view.unit(labelStart - 1)))
}

export const customerId: BuiltInRecognizer = {
  name: 'customer-id',
  source: 'https://docs.peppol.eu/poacc/billing/3.0/syntax/ubl-invoice/cac-AccountingCustomerParty/',
  types: ['CUSTOMER_ID'],
  anchors: [
    onText('"id"', findRecordId),
    onText('"ref"', findRecordId),
    onLabel(customerWords, (view, value, findings) => {
      if (isCount(view, value) || isOtherUid(view, value)) return
      findReferences(view, value, 'CUSTOMER_ID', findings)
      findBehindName(view, value, 'CUSTOMER_ID', findings)
    }),
    onLabel(numberedCustomerWords, numberedReference('CUSTOMER_ID')),
  ],
  examples: {
    match: [
      'клиентски номер «6193725»',
      'zákaznické číslo: «5263-0164»',
      'police «619-347-05», skaden',
      'kundenr=«6374-205» Signe',
      'Ihre Kundennummer ist «50836417», Paket',
      'Polizze «5-637.204.816». Gestern',
      '{"kunde":{"kdnr":"«K2006348»"}}',
      'Vertragskonto «3005263847». Der',
      'Vertrags-Nr. «61-9372»',
      'κωδικός πελάτη: «ΠΕ-5263»',
      'Account «C-0063729».',
      'Customer number: «61937258» |',
      'Policyholder Imogen Baptiste (policy «HOM-37-640518», excess',
      'your membership number is «GH 5263 0174 6».',
      'open customer «CUS-200637» (Nóra',
      'account here: UID «60374158», mail',
      'Account: «GW-5236-4817»; tariff',
      'Donor no. «D/3641». Our',
      'customer Jo Doe (no.«61937»)',
      '[{"id":"«884213»","name":"Jo Doe","mail":"x"}]',
      '{"first_name":"Jo","ref":"«NL-441-2210»"}',
      'GET /espace/«c-90817»/factures',
      '{"customer":{"ref":"«K-63748»","name":"T"}}',
      'N.º de cliente: «0064-537-182».',
      'Contrato «810-307-526» firmado por',
      'kliendinumber «536200»',
      'asiakasnro «AS-3746»',
      'Numéro client «0063 5294».',
      'mandat «RUM-2023-37BD264».',
      'contrat «AUTO-5364-0027-R», échéance',
      'Compte «CL-5274». Merci',
      'uimhir chustaiméara «536207»',
      'broj ugovora «UG-2024-307»',
      'ügyfélszám: «61937528»',
      'samningsnúmer «536-207»',
      'Codice cliente «00536417», fattura',
      'polizza «RCA 307/5263814», massimale',
      'sutarties Nr. «SUT-307/24»',
      'līguma Nr. «L-2024-307»',
      'numru tal-klijent «K-5263»',
      'Klantnummer: «5207364».',
      'klantnummer «536-418-27», betreft',
      'avtalenummer «61-5263»',
      'Nr klienta «61935263», umowa',
      'n.º da apólice «AP-307/2024»',
      'cod client: «RO-52638»',
      'zákaznícke číslo «536207»',
      'št. pogodbe «P-307/24»',
      'Kundnr «536 417-2», avtal',
      'id;kundennummer;ort\n1;«K-1001»;Kiel\n2;«K-1002»;Jena',
    ],
    miss: [
      'JOIN orders o ON o.customer_id = c.id WHERE o.total > 1',
      'a.account_id = b.account_id GROUP BY 1',
      'the customer paid 12,500.00 EUR',
      'customers: 12 500',
      'account for 12500 of the requests',
      'a contract over 25 000 EUR',
      'contract of 12.02.2025',
      'policy 2024-11-05',
      'member 2 of 4',
      'client v2.14.0',
      'client 10.2 released',
      'Kunden seit 2019',
      'Vertrag vom 01.03.2024',
      'loan of 12500 euro',
      'private static final long serialVersionUID = 8527875829922195484L;',
      'uid=1000(build) gid=1000',
      '{"id":"884213","sku":"x","price":12}',
      '{"id": 12, "email": "x"}',
      'espace 12 places',
      '- document the retry policy (#14516)',
    ],
  },
}

/** `"id": "884213"`, `"ref": "NL-448-2210"`. */
const recordValue = / ?: ?"?(?=[\p{L}\d_-]*\d{3})([\p{L}\d]{1,12}(?:[-_/][\p{L}\d]{1,12}){0,4})(?=[",}\s])/uy
const personalKey =
  /"(?:\w{0,12}_?e?-?mail\w{0,8}|\w{0,8}_?phone\w{0,8}|tel|mobile|birth\w{0,8}|dob|first_?name|last_?name|given_?name|family_?name|surname|vorname|nachname|prenom|apellidos?|cognome|imie|nazwisko)" ?: ?"/iu
const widestRecord = 280

/** Start of the record around the key; -1 where it is far, or a list stands between. */
function recordStart({ units }: View, end: number): number {
  for (let at = end - 1; at >= 0 && at >= end - widestRecord; at--) {
    if (units[at] === 0x7b) return at
    if (units[at] === 0x5b) return -1
  }
  return -1
}

/** Where the record ends, or the look at it; -1 where another one, or a list, begins within. */
function recordEnd({ units, length }: View, start: number): number {
  const stop = Math.min(length, start + widestRecord)
  for (let at = start; at < stop; at++) {
    if (units[at] === 0x7d) return at
    if (units[at] === 0x7b || units[at] === 0x5b) return -1
  }
  return stop
}

/** The number of a record that holds somebody's mail, telephone or birth date. */
function findRecordId(view: View, _start: number, end: number, findings: Findings): void {
  const colon = view.unit(end) === 0x20 ? end + 1 : end
  const open = view.unit(colon) === 0x3a ? recordStart(view, end) : -1
  const stop = open < 0 ? -1 : matchAt(view, recordValue, end)
  const close = stop < 0 ? -1 : recordEnd(view, stop)
  if (close < 0) return
  const { text } = view
  if (!personalKey.test(text.slice(open, close))) return
  const written = text.slice(end, stop)
  findings.add(stop - (/[^\s:"]+$/u.exec(written)?.[0].length ?? 0), stop, 'CUSTOMER_ID', TYPICAL)
}
