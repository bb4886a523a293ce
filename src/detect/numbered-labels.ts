/**
 * Words for things that have a number, and that prose speaks of without one all day: "tenant", "offer", "appointment". They name
 * what follows only beside a word for "number", before it, behind it or in one word with it: "numéro de locataire", "offerte nr.",
 * `Terminnummer`. Nouns stand in the cases in which they follow "number of".
 */

import type { KnownEntityType } from '../types.ts'
import { classOf, DIGIT, isLetter, UPPER } from './characters.ts'
import { THINGS } from './context-words.ts'
import { isNumberBefore, type LabelledValue } from './labelled-values.ts'
import { isLawBefore } from './laws.ts'
import { matchAt } from './patterns.ts'
import type { LabelFinder, LabelGroup } from './recognizer.ts'
import { findReferences, scored } from './reference.ts'
import { LIKELY } from './scores.ts'
import type { View } from './view.ts'

export function numberedReference(type: KnownEntityType): LabelFinder {
  return (view, value, findings) => {
    if ((type !== 'CUSTOMER_ID' && isCode(view, value)) || !isWrittenAsLabel(view, value)) return
    if (isPrefixOfThing(view, value) || isCountInField(view, value)) return
    const numbered = { ...value, numbered: true }
    if (value.numbered || isNumberBefore(view, value.labelStart) || isLongNumber(view, value))
      findReferences(view, numbered, type, findings)
    else if (isClearCode(view, value))
      findReferences(view, { ...numbered, link: 'number' }, type, scored(findings, anyOther))
  }
}

/** "articolo RX-88-2041": the letters are those of an article. */
function isPrefixOfThing(view: View, { start, labelStart, labelEnd }: LabelledValue): boolean {
  return start === labelEnd + 1 && view.unit(labelEnd) === 0x2d && view.isNear(THINGS.name, labelStart, thingDistance)
}
const thingDistance = 24

/** A column `guest`, a field `"donor"`: so short a number counts them, unless the head says that it is one. */
function isCountInField(view: View, { start, limit, link, labelEnd }: LabelledValue): boolean {
  if (link !== 'cell' && link !== 'hint') return false
  const digits = view.text.slice(start, limit).replace(/\D/g, '').length
  return (
    (limit - start < fewestInField || digits < fewestOfField) &&
    !/^[ _.-]?\p{L}/u.test(view.text.slice(labelEnd, labelEnd + 2))
  )
}
const fewestInField = 4
const fewestOfField = 3

/** Short words are other words in other languages: "из", "so", "fr". They count in capitals, cut short with a dot, or as a key. */
function isWrittenAsLabel(view: View, { labelStart, labelEnd, link }: LabelledValue): boolean {
  if (labelEnd - labelStart > longestShort || link === 'cell' || link === 'hint') return true
  const label = view.text.slice(labelStart, labelEnd)
  if (!/^\p{L}+$/u.test(label)) return true
  return view.unit(labelEnd) === 0x2e || label === label.toUpperCase() || isQuote(view.unit(labelStart - 1))
}
const longestShort = 3

function isQuote(unit: number): boolean {
  return unit === 0x22 || unit === 0x27 || unit === 0x3c
}

/** Any other word says more of what is numbered. */
const anyOther = LIKELY - 0.05

/** "Reader card: 7731-20458": a colon is enough before a number that is none of hours, pieces or money. */
function isLongNumber(view: View, { start, limit, link }: LabelledValue): boolean {
  return link === 'pair' && matchAt(view, longNumber, start, limit) >= 0
}
const longNumber = /\p{Lu}{0,4}[-/]?\d(?:[-/]?\d){5,20}(?![\p{L}\p{N}]|[.,]\d)/uy

/**
 * "patient P-10448", "klage 448/26", "agent 448120 said": right behind the word for what is numbered stands a code, a number with
 * its year, or one too long to count, which would stand before the word.
 */
function isClearCode(view: View, { start, labelStart, labelEnd, link }: LabelledValue): boolean {
  if (link !== 'pair' && (link !== 'bare' || start - labelEnd > mostBetween)) return false
  if (!mayBeginCode(view.unit(start))) return false
  const end = Math.max(matchAt(view, clearCode, start), link === 'bare' ? matchAt(view, beforeName, start) : -1)
  if (end < 0) return false
  const written = view.text.slice(start, end)
  if (recipe.test(view.text.slice(labelStart, labelEnd)) && written.replace(/\D/g, '').length < fewestOfPrescription)
    return false
  if (spanOrDecision.test(written) || isLawBefore(view, start)) return false
  // Sums of money and distances are round more often than numbers of people are.
  return !/^\d+$/.test(written) || (!written.endsWith('00') && matchAt(view, unitBehind, end) < 0)
}

/** A digit or a capital. */
function mayBeginCode(unit: number): boolean {
  return unit < 0x80 ? (classOf(unit) & (DIGIT | UPPER)) !== 0 : isLetter(unit)
}

/** What a doctor prescribes is in many languages what a cook writes down. */
const recipe = /^r[ei][c\u010ds\u021bz]/i
const fewestOfPrescription = 8
/** A blank, or a dot and a blank. */
const mostBetween = 2
const clearCode =
  /(?:\p{Lu}{1,5}(?:\d{0,4}[-/])\d{3,12}|\p{Lu}{1,4}\d{4,12}|\d{6,12}|\d{2,3}(?:\.\d{3}){2,3}|\d{5}(?= \p{Lu}|[,;)\n]|\.(?:[ \n]|$)|$)|\d{2,8}[-/]\d{3,8}|\d{3,8}[-/]\d{2,4}|\d{1,8}(?:[-/]\d{1,8}){0,2}[-/]\p{Lu}{1,3}|\d{4,10}\p{Lu})(?:[-/.][\p{Lu}\d]{1,8}){0,3}(?![\p{L}\p{N}%]|[.,:/-]\d)/uy
/** "PC 4471 Ashdown" */
const beforeName = /\d{3,5}(?= \p{Lu}\p{Ll})/uy
/** Years, months and weeks, what is numbered by them, and spans. */
const spanOrDecision =
  /^(?:(?:19|20)\d\d(?:[-/]\d{1,4})?|\d{4}[-/](?:19|20)\d\d|0?[1-9]\d?[-/](?:19|20)\d\d|\d{1,2}[-/]\p{Lu}{3}[-/](?:19|20)?\d\d|(?:19|20)\d\d-(?:[KC]W|[WQT])-?\d.*|(?:19|20)\d\d[-/].*\/(?:EU|EG|EC|CE|UE|EK|ES|EF|EZ|EB))$/u
const unitBehind =
  / ?(?:[$\u00a3\u20ac%]|(?:km|mi|eur|euros?|usd|gbp|chf|k\u010d|czk|z\u0142|pln|kr|sek|dkk|nok|ft|huf|lei|ron|\u043b\u0432|bgn|\u20ac)(?![\p{L}\p{N}]))/iuy

/** "offer code", "return code", "Angebotscode": what anybody may use, or a machine says. */
function isCode(view: View, { labelStart, start }: LabelledValue): boolean {
  return code.test(view.text.slice(Math.max(0, labelStart - longestCode), start))
}
const longestCode = 12
const code = /c[oóò]d|k[oóò]+d|код|κωδ/i

/** Of people and contracts. */
export const numberedCustomerWords: LabelGroup = {
  name: 'CUSTOMER_ID-numbered',
  words: {
    '*': 'tenant|insurance|warranty|pension|reader|student',
    bg: 'осигуровка|застраховка|наемател|наем|договор за наем|гаранция|гаранционна карта|дарител|пенсия|пенсионер|студент|читател|читателска карта|потребител|мандат|мандата|измервателна точка|точка на доставка|факултетен|фак|ученик|кандидат|итн|абонатен|дарителка',
    cs: 'pojištění|nájemníka|nájemce|nájemní smlouva|nájemní smlouvy|předplatného|záruky|záruční list|důchodu|důchodce|studenta|čtenáře|průkaz čtenáře|čtenářský průkaz|uživatele|mandátu|odběrného místa|zák|poj|č zák|zák č|nájemník|student|studentka|čtenář|čtenářka|dárce|žák|uchazeč|uchazečka|odběratel|plátce|učo',
    da: 'forsikring|forsikrings~|forsikringspolice|lejer|lejer~|lejekontrakt|lejekontrakts~|garanti|garanti~|pension|pensions~|donor~|studie~|låner~|lånerkort|bruger|bruger~|mandat|mandatreference|installations~|mål~|lejemål|lejemåls~|studerende|elev|låner|kandidat',
    de: 'mieter|mieter~|mietvertrag|mietvertrags~|mietobjekt~|garantie|garantie~|renten~|leser~|leserausweis|studenten~|versicherung|versicherungs~|versicherungspolice|leistungsempfänger~|empfänger~|bewohner~|gäste~|gast~|pacht~|pachtvertrag|leasing~|leasingvertrag|vers|tankkarte|tankkarten~|pol|versicherungs|mandat|schüler|schüler~|matrikel|matrikel~|prüfungs~|gast|spender|debitor|kreditor|zählpunkt|abschlag|wohnung|wohnungs~|wohneinheit|bausparvertrag|geschäftspartner|beitragskonto|beitrags~|vk|mgnr|vn|filekey|leser|nutzer|nutzer~',
    el: 'ασφάλισης|ασφαλιστηρίου|ενοικιαστή|μίσθωσης|μισθωτήριο|μισθωτηρίου|συνδρομής|εγγύησης|σύνταξης|συνταξιούχου|φοιτητή|μητρώου φοιτητή|αναγνώστη|κάρτα βιβλιοθήκης|κάρτας βιβλιοθήκης|χρήστη|δωρητή|παροχής|μετρητή|παροχή|μέλος|συνδρομητής|φοιτητής|φοιτήτρια|μαθητής|ενοικιαστής|αναγνώστης|αεμ',
    en: 'tenancy|tenancy agreement|rental agreement|rental contract|lease agreement|lease number|lease no|lease ref|pensioner|library card|reader card|ticket holder|resident|guarantee|meter point|supply point|supply number|user number|cust|acc|a c|pol|lease|miles card|patron|pupil|candidate|exam|rent account|property ref|mandate|driver account|allottee|cover note|licence holder|guest|donor|supporter|uprn|mprn|ucas id|umr',
    es: 'inquilino|arrendatario|arrendamiento|contrato de alquiler|alquiler|póliza de seguro|seguro|garantía|pensionista|pensión|alumno|alumna|estudiante|matrícula del alumno|lector|carné de biblioteca|biblioteca|usuario|usuaria|suministro|punto de suministro|abonado|suscriptor|cli|cod cli|cód cli|pól|pol|matrícula|prestatario|préstamo|nia|opositor|candidato|candidata',
    et: 'kindlustuse|kindlustuspoliis|kindlustuspoliisi|üüriku|üürniku|üürileping|üürilepingu|abonendi|garantii|garantii~|pensioni|pensionäri|üliõpilase|üliõpilas~|lugeja|lugejakaart|lugejakaardi|kasutaja|volituse|laenu|mõõtepunkti|tudeng|õpilane|üürnik|liige|doonor',
    fi: 'vakuutuskirjan|vakuutuskirja|vuokralainen|vuokralaisen|vuokralais~|vuokrasopimus|vuokrasopimuksen|takuu|takuun|takuu~|eläke~|eläkkeen|opiskelijan|opiskelija~|kirjastokortin|kirjastokortti|käyttäjän|käyttäjä~|valtuutuksen|käyttöpaikan|käyttöpaikka~|liittymän|liittymä~|opiskelija|lainaaja|jäsen|opnro|oppilas',
    fr: "locataire|bail|contrat de location|police d'assurance|assurance|garantie|pension|retraite|pensionné|étudiant|étudiante|lecteur|lectrice|carte de bibliothèque|carte de lecteur|bibliothèque|utilisateur|utilisatrice|bénéficiaire|prime|point de mesure|adh|cli|pol|adhérente|allocataire|élève|candidat|candidate|emprunteur|emprunteuse|emprunt|prêt|crédit|mutuelle|sociétaire|souscripteur|ine",
    ga: 'árachais|tionónta|léasa|bharánta|pinsin|mac léinn|iasachta|leabharlainne|úsáideora|chuntais|ball',
    hr: 'osiguranja|polica osiguranja|police osiguranja|najmoprimca|stanara|ugovor o najmu|ugovora o najmu|pretplate|pretplatnika|jamstva|jamstvenog lista|mirovine|umirovljenika|studenta|indeksa|čitatelja|iskaznica knjižnice|iskaznice|korisnika|mandata|donatora|mjernog mjesta|mjerno mjesto|student|studentica|čitatelj|najmoprimac|član|učenik|jmbag',
    hu: 'biztosítás|biztosítási|biztosítási kötvény|bérlő|bérlő~|bérleti szerződés|előfizetés|előfizetési|garancia|garancia~|garanciajegy|jótállási jegy|nyugdíj|nyugdíjas|hallgató|hallgatói|hallgatói azonosító|bérlőazonosító|adományozói azonosító|diák|olvasójegy|olvasó|felhasználó|felhasználói|adományozó|megbízás|mérési pont|diákigazolvány|diákigazolvány~|neptun kód|neptun',
    is: 'leigusamnings~|leigjanda~|ábyrgðar~|lífeyris~|nemanda~|nemenda~|notanda~|láns~|tryggingar~',
    it: 'inquilino|conduttore|contratto di locazione|contratto di affitto|locazione|affitto|polizza assicurativa|assicurazione|garanzia|pensione|pensionato|studente|matricola studente|lettore|tessera biblioteca|tessera della biblioteca|biblioteca|utente|donatore|fornitura|punto di fornitura|mutuo|tessera|abbonamento|autobus|cod cl|cl|pol|tess|iscritto|iscritta|socio|socia|abbonato|abbonata|allievo|candidato|candidata|assistito|condomino',
    lt: 'draudimo|draudimo liudijimas|draudimo liudijimo|nuomininko|nuomos sutartis|nuomos sutarties|garantijos|garantinio|pensijos|pensininko|studento|studento pažymėjimo|skaitytojo|skaitytojo pažymėjimas|skaitytojo pažymėjimo|vartotojo|naudotojo|donoro|paskolos|objekto|skaitiklio|studentas|studentė|skaitytojas|nuomininkas|narys|mokinys',
    lv: 'apdrošināšanas|apdrošināšanas polise|apdrošināšanas polises|īrnieka|nomnieka|īres līgums|īres līguma|nomas līguma|abonementa|garantijas|pensijas|pensionāra|studenta|studenta apliecības|lasītāja|lasītāja karte|lasītāja kartes|lietotāja|ziedotāja|mandāta|aizdevuma|kredīta|objekta|skaitītāja|students|studente|lasītājs|īrnieks|biedrs|skolēns',
    mt: 'tal-assigurazzjoni|tal assigurazzjoni|tal-kerrej|tal kerrej|tal-kirja|tal-garanzija|tal-pensjoni|tal-istudent|tal istudent|tal-qarrej|tal-utent|tas-self|tas self|student|kerrej|membru|poloz|poloza|polza',
    nl: 'huurder|huurders~|huurcontract|huurcontract~|huurovereenkomst|verzekeringspolis|garantie|garantie~|pensioen|pensioen~|studenten~|lezers~|bibliotheekpas|gebruiker|gebruikers~|donateurs~|deelnemers~|bewoners~|gasten~|aansluit~|machtigings~|lener~|leners~|klnr|polnr|tankpas|relatie|verzekerde|leerling|leerling~|kandidaat|kandidaat~|deelnemer|lid|leningnemer|aansluiting',
    no: 'leietaker~|leiekontrakt|leiekontrakts~|garanti|garanti~|pensjons~|student~|låner~|lånekort|bruker~|forsikrings~|giver~|anleggs~|målepunkt~',
    pl: 'najemcy|lokatora|umowa najmu|umowy najmu|umowy dzierżawy|ubezpieczenia|polisa ubezpieczeniowa|polisy ubezpieczeniowej|abonamentu|abonenta|gwarancji|karty gwarancyjnej|emerytury|renty|emeryta|studenta|albumu|czytelnika|karty bibliotecznej|karta biblioteczna|użytkownika|darczyńcy|mandatu|punktu poboru|kredytu|pożyczki|kl|pol|najemca|lokator|album|czytelnik|student|uczeń|uczennica|darczyńca|emeryt|abonament|kandydat|odbiorca|płatnik|karta',
    pt: 'inquilino|arrendatário|contrato de arrendamento|arrendamento|apólice de seguro|seguro|segurado|assinatura|assinante|garantia|pensionista|pensão|aluno|aluna|estudante|leitor|cartão da biblioteca|cartão de leitor|biblioteca|utilizador|doador|local de consumo|ponto de entrega|inquilina|sócio|sócia|associado|associada|segurada|utilizadora|mutuário',
    ro: 'asigurare|asigurării|polița de asigurare|poliței de asigurare|chiriaș|chiriașului|contract de închiriere|contractului de închiriere|abonament|abonamentului|garanție|garanției|certificat de garanție|pensie|pensiei|pensionar|student|studentului|matricol|permis bibliotecă|permis de bibliotecă|cititor|utilizator|utilizatorului|donator|mandat|loc de consum|locului de consum|nlc|elev|candidat|donatorul|chiriașul|studentul|plătitor|cititorul',
    sk: 'poistenia|nájomcu|nájomníka|nájomná zmluva|nájomnej zmluvy|predplatného|predplatiteľa|záruky|záručný list|dôchodku|dôchodcu|študenta|čitateľa|čitateľský preukaz|preukaz čitateľa|používateľa|mandátu|odberného miesta|zák|poj|č zák|nájomca|nájomník|študent|študentka|čitateľ|čitateľka|darca|žiak|uchádzač|odberateľ|platiteľ',
    sl: 'zavarovanja|zavarovalna polica|zavarovalne police|najemnika|najemna pogodba|najemne pogodbe|naročnine|naročnika|garancije|garancijskega lista|pokojnine|upokojenca|študenta|vpisna|bralca|izkaznica knjižnice|članska izkaznica|uporabnika|donatorja|darovalca|mandata|kredita|posojila|merilnega mesta|odjemnega mesta|študent|študentka|bralec|najemnik|član|dijak',
    sv: 'hyresgäst|hyresgäst~|hyreskontrakt|hyreskontrakts~|hyresavtal|garanti|garanti~|pensions~|student~|låntagar~|lånekort|låntagarkort|användar~|givar~|mandat|mandatreferens|försäkringsbrev|anläggnings~|läsar~|elev|student|låntagare|hyresobjekt|kandidat|givare',
    uk: 'орендаря|страхування|страховки|гарантії|пенсії|студента|читача|користувача|передплатника|абонента',
  },
}

/** Of what was ordered, booked or sent. */
export const numberedOrderWords: LabelGroup = {
  name: 'ORDER_NUMBER-numbered',
  words: {
    '*': 'quote|quotation|appointment|rma',
    bg: 'оферта|офертата|час|преглед|връщане|ремонт|ремонта|рекламация|рекламацията|поръчка за покупка|стокова разписка',
    cs: 'nabídky|nabídka|termínu|schůzky|vratky|vrácení|opravy|přepravní list|přepravního listu|nákupní objednávka|obj',
    da: 'tilbud|tilbuds~|aftale|tids~|retur|retur~|reparation|reparations~|indkøbs~|indkøbsordre|følgeseddel~|rejse|billet|levering',
    de: 'angebot|angebots~|termin|termin~|retoure|retouren~|rücksende~|reparatur|reparatur~|werkstatt~|fracht~|frachtbrief|kommissions~|kommission|bestellschein|laufzettel~|best nr|bestnr|auftr|auftrnr|lief nr|ls|ab|banf|komm|abruf|rücksendung|packstück|reise|reise~|lieferung',
    el: 'προσφοράς|προσφορά|ραντεβού|επιστροφής|επισκευής|εντολή αγοράς|εντολής αγοράς|δα|voucher|αποστολή|εισιτήριο',
    en: 'offer|estimate|repair|work order|works order|purchase order|return number|return no|returns number|return authorisation|return authorization|po|so|ord|job|job sheet|packing slip|asn|wo|dn|itinerary|pick list|e ticket|e-ticket|etkt|sales order|service order',
    es: 'presupuesto|oferta|cita|devolución|reparación|parte de trabajo|orden de compra|orden de reparación|ped|alb|expedición|entrega|billete|viaje|loc',
    et: 'pakkumise|pakkumuse|visiidi|aja|tagastuse|remondi|ostutellimus|ostutellimuse|saatelehe',
    fi: 'tarjous|tarjouksen|tarjous~|ajanvaraus|ajanvarauksen|ajanvaraus~|palautus|palautuksen|palautus~|korjaus|korjauksen|korjaus~|huolto~|ostotilaus|ostotilauksen|työmääräin|työmääräimen|matka|lippu|toimitus',
    fr: "devis|rendez-vous|rdv|retour|réparation|ordre de réparation|ordre d'achat|mission|intervention|bon d'intervention|cmde|cde|bl|bc|bon|expé|livraison|billet|e billet|résa",
    ga: 'luachana|coinne|aischuir|deisiúcháin',
    hr: 'ponude|ponuda|termina|povrata|popravka|servisa|radnog naloga|narudžbenice',
    hu: 'ajánlat|ajánlat~|időpont|időpont~|visszáru|visszaküldés|javítás|javítási|munkalap|munkalap~',
    is: 'tilboðs~|tíma~|viðgerðar~|skila~',
    it: 'preventivo|offerta|appuntamento|reso|riparazione|intervento|rapporto di intervento|ordine di acquisto|ordine di lavoro|ord|ldv|ddt|biglietto|bolla|impegno|conferma',
    lt: 'pasiūlymo|vizito|grąžinimo|remonto|pirkimo užsakymas|pirkimo užsakymo|važtaraščio|bilieto',
    lv: 'piedāvājuma|vizītes|atgriešanas|remonta|pirkuma pasūtījums|pirkuma pasūtījuma|pavadzīmes|biļetes',
    mt: 'tal-kwotazzjoni|tal-appuntament|tar-ritorn|tat-tiswija',
    nl: 'offerte|offerte~|afspraak|afspraak~|retour|retour~|reparatie|reparatie~|werkbon|werkbon~|inkooporder|inkooporder~|vrachtbrief|ordnr|bestnr|levering|ticketnummer reis|vlucht|reis|afhaalcode',
    no: 'tilbud|tilbuds~|time~|retur|retur~|reparasjon|reparasjons~|innkjøps~',
    pl: 'oferty|oferta|wizyty|zwrotu|naprawy|zlecenie naprawy|zlecenia naprawy|zlecenie zakupu|zlecenia zakupu|zam|dostawa|bilet|zwrot',
    pt: 'orçamento|proposta|marcação|consulta|devolução|reparação|folha de obra|ordem de compra|ordem de reparação|guia de transporte|gr|objeto|bilhete|entrega',
    ro: 'ofertă|ofertei|programare|programării|retur|returului|reparație|reparației|comandă de achiziție|aviz de însoțire|aviz|fișă de lucru',
    sk: 'ponuky|ponuka|termínu|stretnutia|vrátenia|opravy|prepravný list|prepravného listu|nákupná objednávka|obj',
    sl: 'ponudbe|ponudba|termina|vračila|popravila|delovni nalog|delovnega naloga|naročilnice',
    sv: 'offert|offert~|tid|boknings~|retur|retur~|reparation|reparations~|inköpsorder|inköps~|arbetsorder|arbetsorder~|sändning|biljett|leverans|kolli',
    uk: 'пропозиції|візиту|повернення|ремонту|прийому',
  },
}

/** Of what an office or a help desk handles. */
export const numberedCaseWords: LabelGroup = {
  name: 'CASE_NUMBER-numbered',
  words: {
    '*': 'permit',
    bg: 'разрешение|разрешението|разрешително|заявление|заявлението|инцидент|инцидента|авария|решение|входящ|изходящ|жалба|жалбата|присъда|протокол|писмо|доклад|глоба|акт|фиш|призовка|искане|молба|рекламация|оплакване',
    cs: 'povolení|rozhodnutí|poruchy|závady|servisní požadavek|podání|stížnosti|hlášení|ohlášení|nahlášení|rozsudku|usnesení|protokolu|zprávy|posudku|podnětu|dopisu|žaloby|stížnost|výzva|závada|podnět|žádanka|odvolání|požadavek',
    da: 'tilladelse|tilladelses~|fejlmelding|afgørelse|serviceanmodning|klage|klage~|anmeldelses~|anmeldelse|dom|kendelse|rapport|rapport~|brev|bøde|henvendelse|afgørelses~|indkaldelse|anmodning|indsigelse',
    de: 'bescheid|bescheid~|genehmigung|genehmigungs~|erlaubnis|serviceanfrage|serviceauftrag|einsatz~|störung|beschwerde|beschwerde~|eingangs~|verfahrens~|verfügungs~|vorg|schad|urteil|urteils~|beschluss|beschluss~|protokoll|protokoll~|schreiben|akte|rüge|prüfung|vermerk|vermerk~|meldung|brief|brief~|begehung|einspruch|vollmacht|vertretung|prüfbericht|gutachten|anhörung|vorladung|ladung',
    el: 'άδειας|αδείας|απόφασης|βλάβης|αίτημα εξυπηρέτησης|καταγγελίας|παραπόνου|πρακτικού|εγγράφου|έκθεσης|κλήσης|προστίμου|έγγραφο|κλήτευση|παράπονο|αίτημα|ένσταση|βλάβη',
    en: 'licence|licence application|planning application|application number|application no|application ref|fault number|fault no|decision number|service request|service call|complaint|enquiry|inquiry|report|police report|alert|tkt|your request|judgment|court order|referral|letter ref|investigation|warrant|case worker ref|loss number|fnol|adjuster|writ|summons|notice|problem record|escalation|hearing|permit',
    es: 'licencia|permiso|autorización|avería|resolución|solicitud de servicio|queja|denuncia|procedimiento|exp|expte|sin|sentencia|providencia|decreto|informe|comunicación|petición|multa|boletín|solicitud|acta|oficio|registro|citación|requerimiento|citatorio|aviso|reclamo',
    et: 'loa|rikke|otsuse|kaebuse|avalduse|pöördumise|protokolli|raporti|kirja|trahvi|taotluse|päringu',
    fi: 'lupa|luvan|lupa~|vikailmoitus|vikailmoituksen|päätöksen|päätös~|valituksen|ilmoituksen|ilmoitus~|rikosilmoituksen|tutkintailmoituksen|tuomion|raportin|raportti|kirjeen|pöytäkirjan|pöytäkirja|lausunnon|sakon|pyynnön|kutsu|vaatimus|oikaisu|reklamaatio',
    fr: "autorisation|permis de construire|permis|décision|panne|demande d'intervention|demande de service|plainte|doss|sin|jugement|arrêt|avis|courrier|requête|expertise|rapport|constat|contrôle|enquête|signalement|demande|relance|mantis|glpi|minute|rôle|greffe|convocation|mise en demeure|anomalie",
    ga: 'ceadúnais|iarratais|cinnidh|gearáin',
    hr: 'dozvole|dozvola|odluke|rješenja|kvara|servisni zahtjev|servisnog zahtjeva|urudžbeni|prigovora|pritužbe|odobrenje|odobrenja|presude|zapisnika|dopisa|izvještaja|kazne|naloga',
    hu: 'engedély|engedély~|határozat|hibabejelentés|panasz|beadvány|bejelentés|bejelentésem|bejelentésének|ítélet|végzés|jegyzőkönyv|levél|jelentés|bírság|kérés|idézés|hibajegy|ügyirat|kár',
    is: 'leyfis~|umsóknar~|kæru~|kvörtunar~',
    it: 'permesso|autorizzazione|domanda|istanza|guasto|segnalazione|richiesta di assistenza|provvedimento|reclamo|perizia|verbale|prat|sin|sentenza|mediazione|accertamento|cartella|richiesta|comunicazione|rapporto|denuncia|controllo|ricorso|convocazione|diffida|citazione|chiamata|anomalia',
    lt: 'leidimo|prašymo|gedimo|sprendimo|skundo|pranešimo|gedimą|pranešimą|pareiškimo|nutarties|protokolo|rašto|ataskaitos|nutarimo|baudos',
    lv: 'atļaujas|iesnieguma|bojājuma|lēmuma|sūdzības|paziņojuma|sprieduma|protokola|vēstules|ziņojuma|soda|pieteikuma',
    mt: 'tal-permess|tal-applikazzjoni|tal applikazzjoni|tal-ilment|tad-deċiżjoni',
    nl: 'vergunning|vergunnings~|aanvraag|storing|besluit|besluit~|beschikking|beschikkings~|serviceaanvraag|klacht|pv|proces verbaal|aangifte|melding|dos|dosnr|vonnis|arrest|brief|rapport|rapport~|verslag|boete|verzoek|bezwaar|beroep|advies|wijziging|topdesk|dagvaarding|oproep',
    no: 'tillatelse|tillatelses~|feilmelding|vedtaks~|søknads~|klage~|dom|rapport|rapport~|brev|bot|henvendelse|vedtak',
    pl: 'zezwolenia|pozwolenia|decyzji|awarii|zgłoszenie serwisowe|zgłoszenia serwisowego|postępowania|skargi|podania|zgłoszenia|spr|sygn|wyroku|postanowienia|nakazu|protokołu|raportu|pisma|opinii|notatki|zlecenia kontroli|zażalenia|wezwanie|pozew|odwołanie|wniosek|skarga|notatka|awaria',
    pt: 'licença|autorização|avaria|decisão|pedido de assistência|requerimento|queixa|denúncia|sentença|despacho|ofício|relatório|auto|multa|carta|coima|participação|notificação|intimação|citação|incidente|anomalia',
    ro: 'autorizație|autorizației|decizie|deciziei|defecțiune|înregistrare|de înregistrare|solicitare service|plângere|cerere|hotărârii|sentinței|raport|raportului|adresă|adresa|amendă|amenzii|adresei|citație|solicitare|somație|petiție|sesizare|adeverința|adeverință|concediu medical',
    sk: 'povolenia|rozhodnutia|poruchy|servisná požiadavka|sťažnosti|podania|hlásenia|nahlásenia|rozsudku|uznesenia|protokolu|správy|posudku|podnetu|listu|žaloby|hlásenie|výzva|závada|podnet|odvolanie|požiadavka',
    sl: 'dovoljenja|odločbe|okvare|servisni zahtevek|servisnega zahtevka|vloge|pritožbe|sodbe|sklepa|zapisnika|dopisa|poročila|globe',
    sv: 'tillstånd|tillstånds~|felanmälan|beslut|besluts~|serviceärende|klagomål|ansöknings~|anmälan|dom|protokoll|protokolls~|rapport|rapport~|brev|bot|utredning|utrednings~|kallelse|begäran|överklagande|reklamation',
    uk: 'дозволу|заяви|рішення|скарги|аварії',
  },
}

/** Of proofs of payment. */
export const numberedInvoiceWords: LabelGroup = {
  name: 'INVOICE_NUMBER-numbered',
  words: {
    '*': 'receipt|payslip',
    bg: 'касов бон|касовия бон|квитанция|ведомост',
    cs: 'účtenky|stvrzenky|výplatní pásky|fa|upomínka|účtenka|doklad|vyúčtování|dobropis',
    da: 'kvittering|kvitterings~|bilag|bilags~|rykker|nota',
    de: 'quittung|quittungs~|bon~|kassenbon|beleg|beleg~|lohnabrechnung|lohnabrechnungs~|rnr|re nr|rg nr|mahnung|mahnungs~|abrechnung|abrechnungs~|gutschrift|rg',
    el: 'απόδειξης|αποδείξεως|μισθοδοσίας|τδα|τπυ|απόδειξη|παραστατικό',
    en: 'credit note|voucher|remittance|inv|bill|reminder|dunning letter|folio|statement|proforma|pro forma|remittance advice|credit memo|debit note',
    es: 'recibo|nómina|justificante|fra|fact|recordatorio|abono|cargo|liquidación|proforma|alb',
    et: 'kviitungi|tšeki|tšekk|kviitung|meeldetuletus',
    fi: 'kuitin|kuitti~|muistutus|tosite|kuitti',
    fr: 'reçu|quittance|justificatif|bulletin de paie|paie|fact|fac|relance|échéance|échéancier|acompte',
    ga: 'admhála',
    hr: 'potvrde|priznanice|blagajničkog računa|platne liste|potvrda|opomena|priznanica',
    hu: 'nyugta|nyugta~|bizonylat|bizonylat~|bérjegyzék|díjbekérő',
    is: 'kvittunar~',
    it: 'ricevuta|scontrino|busta paga|quietanza|fatt|ft|sollecito|avviso|bolletta|proforma|parcella',
    lt: 'kvito|čekio|s f|sf|kvitas|čekis',
    lv: 'čeka|kvīts|čeks',
    mt: 'tal-irċevuta|ta l-irċevuta',
    nl: 'bon|bon~|kassabon|kwitantie|loonstrook|fact|factnr|aanmaning|herinnering|nota',
    no: 'kvittering|kvitterings~|bilags~',
    pl: 'paragonu|pokwitowania|rachunku kasowego|listy płac|fakt|fv|wezwanie|nota|korekta|rachunek|paragon|fs',
    pt: 'recibo|talão|folha de vencimento|recibo de vencimento|ft|nc|fr|aviso|lembrete',
    ro: 'bon|bon fiscal|bonului|chitanță|chitanței|stat de plată|proformă',
    sk: 'bločku|účtenky|výplatnej pásky|fa|upomienka|bloček|doklad|vyúčtovanie|dobropis',
    sl: 'potrdila|blagajniškega računa|plačilne liste|potrdilo|opomin',
    sv: 'kvitto|kvitto~|verifikations~|lönebesked|påminnelse|nota|verifikation',
    uk: 'квитанції|чека',
  },
}

/** Of people at work. */
export const numberedEmployeeWords: LabelGroup = {
  name: 'EMPLOYEE_ID-numbered',
  words: {
    cs: 'zam|zaměstn|pracovníka|pracovnice|řidič|řidička|operátor|operátorka|technik|pokladní|kurýr|strážník|agent',
    de: 'pers|mitarb|ma|fahrer|fahrerin|disponent|disponentin|agent|agentin|sachbearbeiter|sachbearbeiterin|kassierer|kassiererin|bearbeiter|bearbeiterin|monteur|techniker',
    en: 'emp|worker|operative|agent|advisor|adviser|driver|handler|courier|guard|clerk|cashier|officer|collar|crew|pc|wpc|dc|ofc|sgt|constable|garda',
    es: 'emp|trab|operario|operaria|agente|conductor|conductora|repartidor|repartidora|cajero|cajera|técnico|gestor|gestora',
    fr: 'mat|matric|sal|agent|agente|chauffeur|chauffeuse|conseiller|conseillère|technicien|technicienne|livreur|livreuse|caissier|caissière|opérateur|opératrice',
    it: 'dip|addetto|addetta|agente|operatore|operatrice|autista|corriere|cassiere|cassiera|tecnico',
    nl: 'pers|medew|agent|chauffeur|bezorger|monteur|behandelaar|kassier|vervanger|verbalisant',
    pl: 'prac|ewid|pracownika|konsultant|konsultantka|kurier|kierowca|kasjer|kasjerka|agent|operator|technik|funkcjonariusz|legitymacja',
    sk: 'vodič|vodička|operátor|operátorka|technik|kuriér|agent',
    da: 'chauffør|agent|tekniker|sagsbehandler|bud',
    sv: 'förare|agent|tekniker|handläggare|bud|hsa id|hsa',
    fi: 'kuljettaja|agentti|asentaja|käsittelijä',
    pt: 'motorista|agente|operador|operadora|técnico|estafeta|militar|guarda',
    ro: 'șofer|agent|operator|operatorul|curier',
    hu: 'ügyintéző|futár|sofőr|operátor|ügynök',
    hr: 'vozač|agent|operater|dostavljač|službenik',
    sl: 'voznik|agent|operater|referent',
    bg: 'оператор|куриер|шофьор|агент',
    el: 'οδηγός|χειριστής|υπάλληλος|ταχυμεταφορέας',
    et: 'juht|agent|operaator|kuller',
    lt: 'vairuotojas|operatorius|kurjeris|agentas',
    lv: 'vadītājs|operators|kurjers|aģents',
  },
}

/** Of people in care, and of what is taken from them or written for them. */
export const numberedHealthWords: LabelGroup = {
  name: 'HEALTH_ID-numbered',
  words: {
    '*': 'mrn|patient|hosp',
    bg: 'пациент|пациентка|проба|изследване|епикриза|прием|рецепта|направление|из|амб|лз|болен|хоспитализация',
    cs: 'pacient|pacientka|vzorek|vyšetření|příjem|recept|eRecept|hospitalizace|žádanka|biopsie|pojištěnec',
    da: 'patient|prøve|prøve~|undersøgelse|recept|recept~|indlæggelse|biopsi|remisse',
    de: 'patient|patientin|probe|proben~|befund|aufnahme|rezept|rezept~|histologie|histo~|präparat|entnahme|einsendung|labor~|überweisung|pid|bsnr|barcode|hospitalisation|behandlungsfall',
    el: 'ασθενής|ασθενούς|δείγμα|δείγματος|εξέταση|εξέτασης|συνταγή|συνταγής|εισαγωγή|παραπεμπτικό|νοσηλεία|βιοψία|περιστατικό',
    en: 'patient|admission|encounter|episode|sample|specimen|accession|histology|biopsy|prescription|rx|referral|ubrn|lab|lab request|test request|imaging|scan request|inpatient|outpatient|birth record|swab|donation',
    es: 'paciente|muestra|ingreso|episodio|receta|analítica|volante|biopsia|petición|nhc|hc|historia|urgencia|teleconsulta',
    et: 'patsient|proov|proovi|uuring|uuringu|retsept|retsepti|hospitaliseerimine|biopsia',
    fi: 'potilas|potilaan|näyte|näytteen|näyte~|tutkimus|resepti|reseptin|lähete|lähetteen|koepala',
    fr: "patient|patiente|prélèvement|échantillon|examen|séjour|admission|ordonnance médicale|biopsie|hospitalisation|amc|urgence|demande d'examen",
    ga: 'othar|sampla|oideas|atreorú',
    hr: 'pacijent|pacijentica|uzorak|uzorka|nalaz|recept|prijem|hospitalizacija|biopsija|uputnica',
    hu: 'beteg|páciens|minta|minta~|lelet|lelet~|recept|recept~|felvétel|vizsgálat|beutaló',
    it: 'paziente|campione|accettazione|ricetta|impegnativa|prelievo|esame|ricovero|referto|biopsia|provetta',
    lt: 'pacientas|pacientė|mėginys|mėginio|tyrimas|tyrimo|receptas|recepto|kortelė|biopsija|hospitalizacija|esi|ligos ist',
    lv: 'pacients|paciente|paraugs|parauga|analīze|analīzes|recepte|receptes|kartīte|biopsija|hospitalizācija',
    mt: 'pazjent|kampjun|riċetta',
    nl: 'patiënt|patiënte|monster|monster~|onderzoek|onderzoeks~|recept|recept~|opname|verwijzing|verwijs~|biopt|preparaat',
    no: 'pasient|prøve|prøve~|resept|innleggelse|henvisning|biopsi',
    pl: 'pacjent|pacjentka|pacjenta|próbka|próbki|badanie|badania|recepta|e recepta|skierowanie|hospitalizacja|wycinek|przyjęcie|historia choroby|księga główna|karta dilo|dilo',
    pt: 'doente|paciente|amostra|episódio|internamento|receita|exame|análise|requisição|biópsia|processo clínico',
    ro: 'pacient|pacienta|pacientul|probă|probei|analiză|rețetă|rețetei|internare|trimitere|focg|fo|biopsie|buletin de analize',
    sk: 'pacient|pacientka|vzorka|vzorky|vyšetrenie|recept|eRecept|hospitalizácia|príjem|biopsia|žiadanka|poistenec',
    sl: 'pacient|pacientka|vzorec|vzorca|preiskava|recept|napotnica|sprejem|hospitalizacija|izvid',
    sv: 'patient|patienten|prov|prov~|undersökning|recept|recept~|remiss|remiss~|inskrivning|biopsi|rid|lid',
    uk: 'пацієнт|пацієнтка|зразок|рецепт|направлення|госпіталізація',
  },
}
