/**
 * Words for things that have a number, and that prose speaks of without one all day: "tenant", "offer", "appointment". They name
 * what follows only beside a word for "number", before it, behind it or in one word with it: "numéro de locataire", "offerte nr.",
 * `Terminnummer`. Nouns stand in the cases in which they follow "number of".
 */
import type { KnownEntityType } from '../types.ts'
import { isNumberBefore, type LabelledValue } from './labelled-values.ts'
import { matchAt } from './patterns.ts'
import type { LabelFinder, LabelGroup } from './recognizer.ts'
import { findReferences } from './reference.ts'
import type { View } from './view.ts'

export function numberedReference(type: KnownEntityType): LabelFinder {
  return (view, value, findings) => {
    const isNumbered = value.numbered || isNumberBefore(view, value.labelStart)
    if (!isNumbered && !isLongNumber(view, value)) return
    if (type === 'CUSTOMER_ID' || !isCode(view, value))
      findReferences(view, { ...value, numbered: true }, type, findings)
  }
}

/** "Reader card: 7731-20458": a colon is enough before a number that is none of hours, pieces or money. */
function isLongNumber(view: View, { start, limit, link }: LabelledValue): boolean {
  return link === 'pair' && matchAt(view, longNumber, start, limit) >= 0
}
const longNumber = /\p{Lu}{0,4}[-/]?\d(?:[-/]?\d){5,20}(?![\p{L}\p{N}]|[.,]\d)/uy

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
    bg: 'осигуровка|застраховка|наемател|наем|договор за наем|гаранция|гаранционна карта|дарител|пенсия|пенсионер|студент|читател|читателска карта|потребител|мандат|мандата|измервателна точка|точка на доставка|факултетен',
    cs: 'pojištění|nájemníka|nájemce|nájemní smlouva|nájemní smlouvy|předplatného|záruky|záruční list|důchodu|důchodce|studenta|čtenáře|průkaz čtenáře|čtenářský průkaz|uživatele|mandátu|odběrného místa|zák|poj|č zák|zák č',
    da: 'forsikring|forsikrings~|forsikringspolice|lejer|lejer~|lejekontrakt|lejekontrakts~|garanti|garanti~|pension|pensions~|donor~|studie~|låner~|lånerkort|bruger|bruger~|mandat|mandatreference|installations~|mål~',
    de: 'mieter|mieter~|mietvertrag|mietvertrags~|mietobjekt~|garantie|garantie~|renten~|leser~|leserausweis|studenten~|versicherung|versicherungs~|versicherungspolice|leistungsempfänger~|empfänger~|bewohner~|gäste~|gast~|pacht~|pachtvertrag|leasing~|leasingvertrag|vers|tankkarte|tankkarten~|pol|versicherungs',
    el: 'ασφάλισης|ασφαλιστηρίου|ενοικιαστή|μίσθωσης|μισθωτήριο|μισθωτηρίου|συνδρομής|εγγύησης|σύνταξης|συνταξιούχου|φοιτητή|μητρώου φοιτητή|αναγνώστη|κάρτα βιβλιοθήκης|κάρτας βιβλιοθήκης|χρήστη|δωρητή|παροχής|μετρητή|παροχή',
    en: 'tenancy|tenancy agreement|rental agreement|rental contract|lease agreement|lease number|lease no|lease ref|pensioner|library card|reader card|ticket holder|resident|guarantee|meter point|supply point|supply number|user number|cust|acc|a c|pol',
    es: 'inquilino|arrendatario|arrendamiento|contrato de alquiler|alquiler|póliza de seguro|seguro|garantía|pensionista|pensión|alumno|alumna|estudiante|matrícula del alumno|lector|carné de biblioteca|biblioteca|usuario|usuaria|suministro|punto de suministro|abonado|suscriptor|cli|cod cli|cód cli|pól|pol',
    et: 'kindlustuse|kindlustuspoliis|kindlustuspoliisi|üüriku|üürniku|üürileping|üürilepingu|abonendi|garantii|garantii~|pensioni|pensionäri|üliõpilase|üliõpilas~|lugeja|lugejakaart|lugejakaardi|kasutaja|volituse|laenu|mõõtepunkti',
    fi: 'vakuutuskirjan|vakuutuskirja|vuokralainen|vuokralaisen|vuokralais~|vuokrasopimus|vuokrasopimuksen|takuu|takuun|takuu~|eläke~|eläkkeen|opiskelijan|opiskelija~|kirjastokortin|kirjastokortti|käyttäjän|käyttäjä~|valtuutuksen|käyttöpaikan|käyttöpaikka~|liittymän|liittymä~',
    fr: "locataire|bail|contrat de location|police d'assurance|assurance|garantie|pension|retraite|pensionné|étudiant|étudiante|lecteur|lectrice|carte de bibliothèque|carte de lecteur|bibliothèque|utilisateur|utilisatrice|bénéficiaire|prime|point de mesure|adh|cli|pol|adhérente",
    ga: 'árachais|tionónta|léasa|bharánta|pinsin|mac léinn|iasachta|leabharlainne|úsáideora|chuntais',
    hr: 'osiguranja|polica osiguranja|police osiguranja|najmoprimca|stanara|ugovor o najmu|ugovora o najmu|pretplate|pretplatnika|jamstva|jamstvenog lista|mirovine|umirovljenika|studenta|indeksa|čitatelja|iskaznica knjižnice|iskaznice|korisnika|mandata|donatora|mjernog mjesta|mjerno mjesto',
    hu: 'biztosítás|biztosítási|biztosítási kötvény|bérlő|bérlő~|bérleti szerződés|előfizetés|előfizetési|garancia|garancia~|garanciajegy|jótállási jegy|nyugdíj|nyugdíjas|hallgató|hallgatói|hallgatói azonosító|bérlőazonosító|adományozói azonosító|diák|olvasójegy|olvasó|felhasználó|felhasználói|adományozó|megbízás|mérési pont',
    is: 'leigusamnings~|leigjanda~|ábyrgðar~|lífeyris~|nemanda~|nemenda~|notanda~|láns~|tryggingar~',
    it: 'inquilino|conduttore|contratto di locazione|contratto di affitto|locazione|affitto|polizza assicurativa|assicurazione|garanzia|pensione|pensionato|studente|matricola studente|lettore|tessera biblioteca|tessera della biblioteca|biblioteca|utente|donatore|fornitura|punto di fornitura|mutuo|tessera|abbonamento|autobus|cod cl|cl|pol|tess',
    lt: 'draudimo|draudimo liudijimas|draudimo liudijimo|nuomininko|nuomos sutartis|nuomos sutarties|garantijos|garantinio|pensijos|pensininko|studento|studento pažymėjimo|skaitytojo|skaitytojo pažymėjimas|skaitytojo pažymėjimo|vartotojo|naudotojo|donoro|paskolos|objekto|skaitiklio',
    lv: 'apdrošināšanas|apdrošināšanas polise|apdrošināšanas polises|īrnieka|nomnieka|īres līgums|īres līguma|nomas līguma|abonementa|garantijas|pensijas|pensionāra|studenta|studenta apliecības|lasītāja|lasītāja karte|lasītāja kartes|lietotāja|ziedotāja|mandāta|aizdevuma|kredīta|objekta|skaitītāja',
    mt: 'tal-assigurazzjoni|tal assigurazzjoni|tal-kerrej|tal kerrej|tal-kirja|tal-garanzija|tal-pensjoni|tal-istudent|tal istudent|tal-qarrej|tal-utent|tas-self|tas self',
    nl: 'huurder|huurders~|huurcontract|huurcontract~|huurovereenkomst|verzekeringspolis|garantie|garantie~|pensioen|pensioen~|studenten~|lezers~|bibliotheekpas|gebruiker|gebruikers~|donateurs~|deelnemers~|bewoners~|gasten~|aansluit~|machtigings~|lener~|leners~|klnr|polnr|tankpas',
    no: 'leietaker~|leiekontrakt|leiekontrakts~|garanti|garanti~|pensjons~|student~|låner~|lånekort|bruker~|forsikrings~|giver~|anleggs~|målepunkt~',
    pl: 'najemcy|lokatora|umowa najmu|umowy najmu|umowy dzierżawy|ubezpieczenia|polisa ubezpieczeniowa|polisy ubezpieczeniowej|abonamentu|abonenta|gwarancji|karty gwarancyjnej|emerytury|renty|emeryta|studenta|albumu|czytelnika|karty bibliotecznej|karta biblioteczna|użytkownika|darczyńcy|mandatu|punktu poboru|kredytu|pożyczki|kl|pol',
    pt: 'inquilino|arrendatário|contrato de arrendamento|arrendamento|apólice de seguro|seguro|segurado|assinatura|assinante|garantia|pensionista|pensão|aluno|aluna|estudante|leitor|cartão da biblioteca|cartão de leitor|biblioteca|utilizador|doador|local de consumo|ponto de entrega',
    ro: 'asigurare|asigurării|polița de asigurare|poliței de asigurare|chiriaș|chiriașului|contract de închiriere|contractului de închiriere|abonament|abonamentului|garanție|garanției|certificat de garanție|pensie|pensiei|pensionar|student|studentului|matricol|permis bibliotecă|permis de bibliotecă|cititor|utilizator|utilizatorului|donator|mandat|loc de consum|locului de consum',
    sk: 'poistenia|nájomcu|nájomníka|nájomná zmluva|nájomnej zmluvy|predplatného|predplatiteľa|záruky|záručný list|dôchodku|dôchodcu|študenta|čitateľa|čitateľský preukaz|preukaz čitateľa|používateľa|mandátu|odberného miesta|zák|poj|č zák',
    sl: 'zavarovanja|zavarovalna polica|zavarovalne police|najemnika|najemna pogodba|najemne pogodbe|naročnine|naročnika|garancije|garancijskega lista|pokojnine|upokojenca|študenta|vpisna|bralca|izkaznica knjižnice|članska izkaznica|uporabnika|donatorja|darovalca|mandata|kredita|posojila|merilnega mesta|odjemnega mesta',
    sv: 'hyresgäst|hyresgäst~|hyreskontrakt|hyreskontrakts~|hyresavtal|garanti|garanti~|pensions~|student~|låntagar~|lånekort|låntagarkort|användar~|givar~|mandat|mandatreferens|försäkringsbrev|anläggnings~|läsar~',
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
    da: 'tilbud|tilbuds~|aftale|tids~|retur|retur~|reparation|reparations~|indkøbs~|indkøbsordre|følgeseddel~',
    de: 'angebot|angebots~|termin|termin~|retoure|retouren~|rücksende~|reparatur|reparatur~|werkstatt~|fracht~|frachtbrief|kommissions~|kommission|bestellschein|laufzettel~|best nr|bestnr|auftr|auftrnr|lief nr',
    el: 'προσφοράς|προσφορά|ραντεβού|επιστροφής|επισκευής|εντολή αγοράς|εντολής αγοράς',
    en: 'offer|estimate|repair|work order|works order|purchase order|return number|return no|returns number|return authorisation|return authorization|po|so|ord',
    es: 'presupuesto|oferta|cita|devolución|reparación|parte de trabajo|orden de compra|orden de reparación|ped|alb',
    et: 'pakkumise|pakkumuse|visiidi|aja|tagastuse|remondi|ostutellimus|ostutellimuse|saatelehe',
    fi: 'tarjous|tarjouksen|tarjous~|ajanvaraus|ajanvarauksen|ajanvaraus~|palautus|palautuksen|palautus~|korjaus|korjauksen|korjaus~|huolto~|ostotilaus|ostotilauksen|työmääräin|työmääräimen',
    fr: "devis|rendez-vous|rdv|retour|réparation|ordre de réparation|ordre d'achat|mission|intervention|bon d'intervention|cmde|cde|bl",
    ga: 'luachana|coinne|aischuir|deisiúcháin',
    hr: 'ponude|ponuda|termina|povrata|popravka|servisa|radnog naloga|narudžbenice',
    hu: 'ajánlat|ajánlat~|időpont|időpont~|visszáru|visszaküldés|javítás|javítási|munkalap|munkalap~',
    is: 'tilboðs~|tíma~|viðgerðar~|skila~',
    it: 'preventivo|offerta|appuntamento|reso|riparazione|intervento|rapporto di intervento|ordine di acquisto|ordine di lavoro|ord',
    lt: 'pasiūlymo|vizito|grąžinimo|remonto|pirkimo užsakymas|pirkimo užsakymo|važtaraščio|bilieto',
    lv: 'piedāvājuma|vizītes|atgriešanas|remonta|pirkuma pasūtījums|pirkuma pasūtījuma|pavadzīmes|biļetes',
    mt: 'tal-kwotazzjoni|tal-appuntament|tar-ritorn|tat-tiswija',
    nl: 'offerte|offerte~|afspraak|afspraak~|retour|retour~|reparatie|reparatie~|werkbon|werkbon~|inkooporder|inkooporder~|vrachtbrief|ordnr|bestnr',
    no: 'tilbud|tilbuds~|time~|retur|retur~|reparasjon|reparasjons~|innkjøps~',
    pl: 'oferty|oferta|wizyty|zwrotu|naprawy|zlecenie naprawy|zlecenia naprawy|zlecenie zakupu|zlecenia zakupu|zam',
    pt: 'orçamento|proposta|marcação|consulta|devolução|reparação|folha de obra|ordem de compra|ordem de reparação|guia de transporte',
    ro: 'ofertă|ofertei|programare|programării|retur|returului|reparație|reparației|comandă de achiziție|aviz de însoțire|aviz|fișă de lucru',
    sk: 'ponuky|ponuka|termínu|stretnutia|vrátenia|opravy|prepravný list|prepravného listu|nákupná objednávka|obj',
    sl: 'ponudbe|ponudba|termina|vračila|popravila|delovni nalog|delovnega naloga|naročilnice',
    sv: 'offert|offert~|tid|boknings~|retur|retur~|reparation|reparations~|inköpsorder|inköps~|arbetsorder|arbetsorder~',
    uk: 'пропозиції|візиту|повернення|ремонту|прийому',
  },
}

/** Of what an office or a help desk handles. */
export const numberedCaseWords: LabelGroup = {
  name: 'CASE_NUMBER-numbered',
  words: {
    '*': 'permit',
    bg: 'разрешение|разрешението|разрешително|заявление|заявлението|инцидент|инцидента|авария|решение|входящ|изходящ|жалба|жалбата|присъда|протокол|писмо|доклад|глоба|акт|фиш',
    cs: 'povolení|rozhodnutí|poruchy|závady|servisní požadavek|podání|stížnosti|hlášení|ohlášení|nahlášení|rozsudku|usnesení|protokolu|zprávy|posudku|podnětu|dopisu|žaloby|stížnost',
    da: 'tilladelse|tilladelses~|fejlmelding|afgørelse|serviceanmodning|klage|klage~|anmeldelses~|anmeldelse|dom|kendelse|rapport|rapport~|brev|bøde|henvendelse|afgørelses~',
    de: 'bescheid|bescheid~|genehmigung|genehmigungs~|erlaubnis|serviceanfrage|serviceauftrag|einsatz~|störung|beschwerde|beschwerde~|eingangs~|verfahrens~|verfügungs~|vorg|schad|urteil|urteils~|beschluss|beschluss~|protokoll|protokoll~|schreiben|akte|rüge|prüfung|vermerk|vermerk~|meldung|brief|brief~|begehung',
    el: 'άδειας|αδείας|απόφασης|βλάβης|αίτημα εξυπηρέτησης|καταγγελίας|παραπόνου|πρακτικού|εγγράφου|έκθεσης|κλήσης|προστίμου|έγγραφο',
    en: 'licence|licence application|planning application|application number|application no|application ref|fault number|fault no|decision number|service request|service call|complaint|enquiry|inquiry|report|police report|alert|tkt|your request|judgment|court order|referral|letter ref|investigation',
    es: 'licencia|permiso|autorización|avería|resolución|solicitud de servicio|queja|denuncia|procedimiento|exp|expte|sin|sentencia|providencia|decreto|informe|comunicación|petición|multa|boletín|solicitud|acta|oficio',
    et: 'loa|rikke|otsuse|kaebuse|avalduse|pöördumise|protokolli|raporti|kirja|trahvi|taotluse|päringu',
    fi: 'lupa|luvan|lupa~|vikailmoitus|vikailmoituksen|päätöksen|päätös~|valituksen|ilmoituksen|ilmoitus~|rikosilmoituksen|tutkintailmoituksen|tuomion|raportin|raportti|kirjeen|pöytäkirjan|pöytäkirja|lausunnon|sakon|pyynnön',
    fr: "autorisation|permis de construire|permis|décision|panne|demande d'intervention|demande de service|plainte|doss|sin|jugement|arrêt|avis|courrier|requête|expertise|rapport|constat|contrôle|enquête|signalement|demande|relance",
    ga: 'ceadúnais|iarratais|cinnidh|gearáin',
    hr: 'dozvole|dozvola|odluke|rješenja|kvara|servisni zahtjev|servisnog zahtjeva|urudžbeni|prigovora|pritužbe|odobrenje|odobrenja|presude|zapisnika|dopisa|izvještaja|kazne|naloga',
    hu: 'engedély|engedély~|határozat|hibabejelentés|panasz|beadvány|bejelentés|bejelentésem|bejelentésének|ítélet|végzés|jegyzőkönyv|levél|jelentés|bírság|kérés',
    is: 'leyfis~|umsóknar~|kæru~|kvörtunar~',
    it: 'permesso|autorizzazione|domanda|istanza|guasto|segnalazione|richiesta di assistenza|provvedimento|reclamo|perizia|verbale|prat|sin|sentenza|mediazione|accertamento|cartella|richiesta|comunicazione|rapporto|denuncia|controllo',
    lt: 'leidimo|prašymo|gedimo|sprendimo|skundo|pranešimo|gedimą|pranešimą|pareiškimo|nutarties|protokolo|rašto|ataskaitos|nutarimo|baudos',
    lv: 'atļaujas|iesnieguma|bojājuma|lēmuma|sūdzības|paziņojuma|sprieduma|protokola|vēstules|ziņojuma|soda|pieteikuma',
    mt: 'tal-permess|tal-applikazzjoni|tal applikazzjoni|tal-ilment|tad-deċiżjoni',
    nl: 'vergunning|vergunnings~|aanvraag|storing|besluit|besluit~|beschikking|beschikkings~|serviceaanvraag|klacht|pv|proces verbaal|aangifte|melding|dos|dosnr|vonnis|arrest|brief|rapport|rapport~|verslag|boete|verzoek|bezwaar|beroep|advies',
    no: 'tillatelse|tillatelses~|feilmelding|vedtaks~|søknads~|klage~|dom|rapport|rapport~|brev|bot|henvendelse|vedtak',
    pl: 'zezwolenia|pozwolenia|decyzji|awarii|zgłoszenie serwisowe|zgłoszenia serwisowego|postępowania|skargi|podania|zgłoszenia|spr|sygn|wyroku|postanowienia|nakazu|protokołu|raportu|pisma|opinii|notatki|zlecenia kontroli|zażalenia',
    pt: 'licença|autorização|avaria|decisão|pedido de assistência|requerimento|queixa|denúncia|sentença|despacho|ofício|relatório|auto|multa|carta|coima|participação',
    ro: 'autorizație|autorizației|decizie|deciziei|defecțiune|înregistrare|de înregistrare|solicitare service|plângere|cerere|hotărârii|sentinței|raport|raportului|adresă|adresa|amendă|amenzii|adresei',
    sk: 'povolenia|rozhodnutia|poruchy|servisná požiadavka|sťažnosti|podania|hlásenia|nahlásenia|rozsudku|uznesenia|protokolu|správy|posudku|podnetu|listu|žaloby',
    sl: 'dovoljenja|odločbe|okvare|servisni zahtevek|servisnega zahtevka|vloge|pritožbe|sodbe|sklepa|zapisnika|dopisa|poročila|globe',
    sv: 'tillstånd|tillstånds~|felanmälan|beslut|besluts~|serviceärende|klagomål|ansöknings~|anmälan|dom|protokoll|protokolls~|rapport|rapport~|brev|bot|utredning|utrednings~',
    uk: 'дозволу|заяви|рішення|скарги|аварії',
  },
}

/** Of proofs of payment. */
export const numberedInvoiceWords: LabelGroup = {
  name: 'INVOICE_NUMBER-numbered',
  words: {
    '*': 'receipt|payslip',
    bg: 'касов бон|касовия бон|квитанция|ведомост',
    cs: 'účtenky|stvrzenky|výplatní pásky|fa',
    da: 'kvittering|kvitterings~|bilag|bilags~',
    de: 'quittung|quittungs~|bon~|kassenbon|beleg|beleg~|lohnabrechnung|lohnabrechnungs~|rnr|re nr|rg nr',
    el: 'απόδειξης|αποδείξεως|μισθοδοσίας',
    en: 'credit note|voucher|remittance|inv',
    es: 'recibo|nómina|justificante|fra|fact',
    et: 'kviitungi|tšeki',
    fi: 'kuitin|kuitti~',
    fr: 'reçu|quittance|justificatif|bulletin de paie|paie|fact|fac',
    ga: 'admhála',
    hr: 'potvrde|priznanice|blagajničkog računa|platne liste',
    hu: 'nyugta|nyugta~|bizonylat|bizonylat~|bérjegyzék',
    is: 'kvittunar~',
    it: 'ricevuta|scontrino|busta paga|quietanza|fatt|ft',
    lt: 'kvito|čekio',
    lv: 'čeka|kvīts',
    mt: 'tal-irċevuta|ta l-irċevuta',
    nl: 'bon|bon~|kassabon|kwitantie|loonstrook|fact|factnr',
    no: 'kvittering|kvitterings~|bilags~',
    pl: 'paragonu|pokwitowania|rachunku kasowego|listy płac|fakt|fv',
    pt: 'recibo|talão|folha de vencimento|recibo de vencimento',
    ro: 'bon|bon fiscal|bonului|chitanță|chitanței|stat de plată',
    sk: 'bločku|účtenky|výplatnej pásky|fa',
    sl: 'potrdila|blagajniškega računa|plačilne liste',
    sv: 'kvitto|kvitto~|verifikations~|lönebesked',
    uk: 'квитанції|чека',
  },
}

/** Of people at work. */
export const numberedEmployeeWords: LabelGroup = {
  name: 'EMPLOYEE_ID-numbered',
  words: {
    cs: 'zam|zaměstn|pracovníka|pracovnice',
    de: 'pers|mitarb|ma',
    en: 'emp|worker|operative',
    es: 'emp|trab|operario|operaria',
    fr: 'mat|matric|sal|agent|agente',
    it: 'dip|addetto|addetta',
    nl: 'pers|medew',
    pl: 'prac|ewid|pracownika',
  },
}
