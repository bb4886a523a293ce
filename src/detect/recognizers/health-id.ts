/** Numbers of patients, records, cases and insured persons in care. Clinics and insurers each have a form of their own. */
import { isWrittenAsAcronym } from '../identifier.ts'
import { labelledNumber } from '../labelled-number.ts'
import { numberedHealthWords, numberedReference } from '../numbered-labels.ts'
import { type BuiltInRecognizer, type LabelGroup, onLabel } from '../recognizer.ts'

const healthWords: LabelGroup = {
  name: 'HEALTH_ID',
  words: {
    '*': 'patientid|patient id|medical record|ehic',
    bg: 'история на заболяването|номер на пациент|пациентски номер|здравна книжка|здравноосигурителен номер|амбулаторен лист|амбулаторен номер|пациент|номер пациент|амб лист|амб|код на пациент|здравна карта|история на заболяване|и з|из №|лист №',
    cs: 'číslo pojištěnce|č pojištěnce|pojištěnec|pojištěnce|číslo pacienta|id pacienta|chorobopis|chorobopisu|zdravotní dokumentace|kartička pojištěnce|rodné číslo pojištěnce|zdravotní pojištění|zdravotního pojištění|číslo dokumentace|žádank*|číslo žádanky|průkaz pojištěnce|průkaz pojištěnce č|kód pacienta|č poj|číslo poj|chorobopis č',
    da: 'patient~|patientens~|journalnr|journalnummer|journal nr|sygesikrings~|sygesikringsbevis|sundhedskort|sundhedskort~|indlæggelses~|henvisnings~|henvisning|rekvisitions~|rekvisition|sygesikring|patnr',
    de: 'patienten~|patientennr|patientennummer|patienten id|patient id|krankenversicherten~|krankenversicherungs~|krankenkassen~|krankenkassennr|versicherten~|versicherungskarte|gesundheitskarte|kvnr|krankenblatt~|krankenakte|patientenakte|vekanr|versichertenkarte|versicherten id|e card|pat nr|patnr|aufnahme~|kv nummer|kv nr|behandlungs~|befund~|patientenkennung|patientenkennzeichen|auftragsnummer labor|krankenhaus~|versicherungskarten~|patientinnen~|krankenkassennummer|krankenkassen nr|pat id|fallnr',
    el: 'αρ μητρώου|αριθμός μητρώου|αρ μητρώου ασθενούς|αριθμός ασθενούς|κωδικός ασθενούς|αριθμός φακέλου|αρ φακέλου|ιστορικό~|αριθμός περιστατικού|μητρώο ασθενούς|ευρωπαϊκή κάρτα ασφάλισης|φακέλου ασθενούς|αρ φακέλου ασθενούς|ιστορικού|αριθμός ιστορικού|νοσηλείας|αρ νοσηλείας|παραπεμπτικού|αριθμός παραπεμπτικού|παραπεμπτικό|κωδ ασθενούς|αρ φακ|κωδ ασθ',
    en: 'patient number|patient no|patient id|patient~|patient reference|hospital number|hospital no|hospital id|hospital~|medical record number|medical record no|chart number|chart no|health insurance number|health insurance~|insurance member id|subscriber id|health card|health card number|health number|ehic card|ehic~|ghic|encounter number|encounter id|visit number|case note number|gms number|medical card|medical card~|ihi number|individual health identifier|dental record|admission number|admission no|healthcare id|lab accession|medicare number|medicare no|medicaid number|insurance member number|insurance member no|insurance id|group member id|hosp no|hosp number|mrn|unit no|patient ref|pt no|pt number|pat id',
    es: 'número de historia clínica|n historia|nº historia|número de historia|número de paciente|paciente~|tarjeta sanitaria|número de asegurado|tarjeta sanitaria europea|id paciente|póliza de salud|historia clínica|n historia clínica|número historia clínica|nº historia clínica|historia clínica n|nuhsa|cip sns|afiliado a la mutua|número de asegurado sanitario|tarjeta sanitaria n|número de episodio|código de paciente|cip sip|cip|sip|nass|n historia clín',
    et: 'haigusloo|haigusloo~|haigusloo number|patsiendi~|patsiendi number|ravikindlustuse~|tervisekaart|tervisekaardi~|haiguslugu|saatekiri|saatekirja|saatekirja~|patsiendi kood|haigekassa|haigusl nr',
    fi: 'potilas~|potilasnumero|potilastunnus|potilastunnu*|sairauskertomu*|kela~|sairausvakuutuskort*|hoitojakso~|potilaan numero|lähete~|lähetenumero|sairausvakuutus~|kela kortti|kela kortin|hoitojakso|hoitojakson|potilasnro|pot nro',
    fr: 'numéro de patient|n patient|patient~|numéro patient|numéro de dossier médical|dossier patient|numéro de séjour|numéro d assuré|numéro d adhérent mutuelle|adhérent mutuelle|carte européenne|numéro d hospitalisation|matricule mutuelle|mutuelle|n mutuelle|numéro de mutuelle|numéro mutuelle|identifiant patient|id patient|patient n|affilié|numéro d affilié|affiliation|numéro d affiliation|numéro d admission|admission n|carte de mutuelle|carte vitale|n de séjour|n iep|iep|ipp|nip patient|n adh|n séjour',
    ga: 'uimhir othair|cárta leighis|uimhir an othair|uimhir ospidéil|cárta sláinte|chárta leighis|taifead leighis|uimhir taifid',
    hr: 'matični broj osiguranika|broj pacijenta|broj povijesti bolesti|povijest bolesti|broj osiguranika|zdravstvena iskaznica|zdravstvene iskaznice|broj kartona|broj osigurane osobe|osigurana osoba|osigurane osobe|broj protokola|mbo|broj zdravstvene kartice|uputnica|uputnice|broj uputnice|matični broj bolesnika|broj bolesnika|matični broj osigurane osobe|br kartona',
    hu: 'törzsszám|beteg azonosító|betegazonosító|kórlap~|kórlapszám|naplószám|kezelési szám|ambuláns naplószám|esetszám|kartonszám|eu kártya|páciens azonosító*|beteg azonosító*|betegazonosító*|kórtörténet száma|kórtörténet|páciensszám|naplósorszám|beutaló száma|taj|törzslapszám|naplósz',
    is: 'sjúklinganúmer|sjúkraskrá|sjúkraskrárnúmer|sjúkratryggingaskírteini',
    it: 'cartella clinica|numero cartella|codice paziente|id paziente|tessera sanitaria|numero tessera|nosologico|numero nosologico|codice sanitario|libretto sanitario|codice assistito|ricovero|numero di ricovero|nosografico|nosografico n|accettazione n|numero accettazione|numero di accettazione|codice ricovero|numero impegnativa|codice impegnativa|nre|t s|ts n|cartella n|nosologico n|tess sanitaria',
    lt: 'paciento numeris|paciento kodas|ligos istorija|ligos istorijos|ligos istorijos nr|kortelės numeris sveikatos|ambulatorinė kortelė|paciento id|asmens sveikatos istorija|asmens sveikatos istorijos|draustojo|draustojo numeris|siuntim* gydymui|siuntimo nr|kortelės nr gydymo|amb kort nr',
    lv: 'pacienta numurs|pacienta kods|pacienta karte|pacienta kartes|medicīniskā karte|medicīniskās kartes|slimības vēsture|slimības vēstures|pacienta id|ambulatorā karte|ambulatorās kartes|stacionārā karte|stacionārās kartes|nosūtījum*|pacienta kartes nr|amb karte nr',
    mt: 'numru tal-pazjent|numru tal pazjent|numru tal isptar|karta tas-saħħa|karta tas saħħa|numru tal-isptar|pazjent numru|pazjent|numru tal-fajl mediku|nru tal-isptar',
    nl: 'patiënt~|patiëntnr|patiëntnummer|patient~|verzekerden~|verzekerdennr|zorgpas|zorgpolis|zorgverzekerings~|epd~|opname~|ziekenhuis~|patiëntenkaart|aansluitingsnummer|kaartnummer zorg|patiënt nr|dossiernummer patiënt|verzekerde~|verzekerdenummer|pat nr|patnr|zorgverzekering|mutualiteit|aansluitingsnummer mutualiteit|aansluitingsnummer ziekenfonds|uzovi',
    no: 'pasient~|pasientnummer|pasient id|journalnummer|journalnr|helsekort|helsetrygdkort|henvisnings~',
    pl: 'nr księgi głównej|księgi głównej|księga główna|nr historii choroby|historii choroby|historia choroby|nr pacjenta|numer pacjenta|karta pacjenta|id pacjenta|kartoteka|kartoteki|nr ubezpieczenia zdrowotnego|dokumentacji medycznej|książeczka zdrowia|nr karty pacjenta|numer karty pacjenta|karty pacjenta|numer ubezpieczenia zdrowotnego|ubezpieczenia zdrowotnego|hist choroby|nr hist choroby|karta ekuz|ekuz|nr skierowania|numer skierowania|nr zlecenia laboratoryjnego|nr badania|l ks gł|ks gł|księga gł|nr ks gł',
    pt: 'processo clínico|número de processo clínico|processo hospitalar|número do episódio|cartão europeu|número de beneficiário|ficha clínica|cartão nacional de saúde|cartão sus|utente|número de utente|n de utente|número utente|n sns|cartão de utente|prontuário|número do doente|número de doente|doente n|episódio n|beneficiário adse|n de beneficiário adse|n beneficiário|processo n clínico|n utente|nº sns|proc clínico',
    ro: 'foaie de observație|foaia de observație|foii de observație|fișa medicală|fișă medicală|fișa pacientului|număr pacient|cod pacient|card de sănătate|card sănătate|cod asigurat|id pacient|registru de consultații|fișei pacientului|nr asigurat|număr asigurat|număr de asigurat|bilet de trimitere|bilet de internare|trimitere nr|f o nr|f o|fo nr|nr fo|foaie obs|nr registru',
    sk: 'číslo poistenca|č poistenca|poistenca|poistenec|číslo pacienta|chorobopis|chorobopisu|zdravotná karta|id pacienta|zdravotná dokumentácia|preukaz poistenca|zdravotnej karty|číslo zdravotnej karty|zdravotnej dokumentácie|číslo zdravotnej dokumentácie|zdravotného poistenia|žiadank*|kód pacienta|č poist|rč poist',
    sl: 'številka pacienta|kartica zdravstvenega zavarovanja|zzzs številka|številka kartoteke|zdravstveni karton|popis bolezni|popisa bolezni|številka popisa|številka zavarovane osebe|maticni indeks|številka zavarovanja|zdravstvenega zavarovanja|zdravstvena kartica|zdravstvene kartice|kzz|št pacienta|napotnica|napotnice|številka napotnice|številka kartice zdravstvenega zavarovanja|številka zavarovanca|št zavarovanca|zavarovanec|zzzs št|matični indeks|kartoteka|št izvida|izvida|izvid|št kartona',
    sv: 'journalnr|journalnummer|patient~|patientnr|patientnummer|patient id|reservnummer|eu kort|vårdtillfälle|försäkringskassan~|sjukförsäkringskort|remiss~|remiss id|remissnr|vårdkontakt|patientkort|journalanteckning|bup journal|journal nr|jnr journal',
    uk: 'медична картка|медичної картки|історія хвороби|історії хвороби|номер пацієнта|номер картки пацієнта|амбулаторна картка',
  },
}

/** Short forms that are other words in other languages: in capitals, or as a key. */
const acronyms: LabelGroup = {
  name: 'HEALTH_ID-acronyms',
  words: { '*': 'из|fo|ipp|iep|nhc|cip|cipa|sns|mrn|cid|nda|mrn no|med rec' },
}

/** What is said of other things as well: only where the text speaks of care. */
const looseWords: LabelGroup = {
  name: 'HEALTH_ID-loose',
  words: {
    bg: 'картон|картон №|досие',
    cs: 'karta|spis',
    de: 'fall~|fallnummer|fallnr|aufnahme~|befund~|polizzen~|policen~',
    en: 'member id|member number|member no|insurance id|episode|visit id',
    es: 'episodio|expediente|historia',
    fr: 'dossier|numéro de dossier|n dossier|numéro de séjour|séjour|n adhérent|adhérent|mutuelle n',
    hr: 'protokol|broj protokola|karton',
    hu: 'azonosító|ügyszám',
    it: 'cartella|cartella n|pratica|accettazione|ricovero',
    nl: 'polis|polis~|dossier~|relatie~|dossier',
    pl: 'karta|kartoteka|nr karty',
    pt: 'episódio|processo|beneficiário',
    sv: 'remiss~',
  },
}

const careWords: LabelGroup = {
  name: 'CARE',
  words: {
    '*': 'patient|hospital|clinic|medical|kvnr|nhs|mrn|icd|diabetes|ekg|mri',
    bg: 'пациент*|болниц*|отделение|диагноз*',
    cs: 'pacient*|nemocnic*|oddělení|diagnóz*|pojištěn*|ambulanc*',
    da: 'patient*|sygehus*|hospital*|diagnose|indlagt',
    de: 'patient*|klinik*|krankenhaus|arzt|ärztin|krankenkasse|diagnos*|station|notaufnahme|praxis|anamnese',
    el: 'ασθεν*|κλινική|νοσοκομείο|διάγνωση',
    en: 'patients|insurance|health plan|physician|surgery|diagnosis|ward|gp|discharge|clinical|dob',
    es: 'paciente|pacientes|hospital*|diagnóstico|clínica|urgencias|sanitari*',
    et: 'patsien*|haigla|diagnoos*',
    fi: 'potila*|sairaala|poliklinik*|diagnoo*',
    fr: 'patiente|patients|hôpital|clinique|hospitalis*|diagnostic|médecin|consultation|service',
    ga: 'othar|ospidéal',
    hr: 'pacijent*|bolnic*|dijagnoz*|liječnik',
    hu: 'beteg|betegnek|kórház*|osztály*|diagnózis',
    it: 'paziente|pazienti|ospedale|diagnosi|reparto|tessera sanitaria|dottore|ricover*',
    lt: 'pacient*|ligonin*|diagnoz*',
    lv: 'pacient*|slimnīc*|diagnoz*',
    mt: 'pazjent|isptar|klinika',
    nl: 'patiënt|patiënte|ziekenhuis|zorgverzek*|huisarts|diagnose|polikliniek|verzekering',
    pl: 'pacjent*|szpital*|oddział*|rozpoznanie|przychodni*',
    pt: 'doente|paciente|hospital*|diagnóstico|urgência|centro de saúde',
    ro: 'pacient*|spital*|diagnostic|secți*',
    sk: 'pacient*|nemocnic*|diagnóz*|oddelenie',
    sl: 'bolnik|bolnica|bolnišnic*|diagnoz*|pacient*',
    sv: 'patienten|sjukhus*|vårdcentral*|klinik*|diagnos',
  },
}

/** How far before a loose word the text must speak of care. */
const careDistance = 500
const findNumber = labelledNumber({
  type: 'HEALTH_ID',
  form: /^(?=(?:.*\d){4})[\p{Lu}\d]{5,22}$/u,
  written: /80\d{18}|[A-Z]\d{9}|\d{3} \d{3} \d{4}/uy,
})

export const healthId: BuiltInRecognizer = {
  name: 'health-id',
  source: 'https://ec.europa.eu/social/main.jsp?catId=559',
  types: ['HEALTH_ID'],
  context: [careWords],
  anchors: [
    onLabel(healthWords, findNumber),
    onLabel(numberedHealthWords, numberedReference('HEALTH_ID')),
    onLabel(acronyms, (view, value, findings) => {
      if (isWrittenAsAcronym(view, value)) findNumber(view, value, findings)
    }),
    onLabel(looseWords, (view, value, findings) => {
      if (view.isNear(careWords.name, value.labelStart, careDistance)) findNumber(view, value, findings)
    }),
  ],
  examples: {
    match: [
      'Patienten-Nr.: «8106293»',
      'Patientin K., Fallnummer: «2024-0036197»',
      'MRN: «00539264»   DOB',
      'patient_id,city\n«00539264»,514',
      'Hospital No. «RX639258»',
      'Health insurance, member ID «KRT735064918» group',
      'NHC: «2637915»',
      'IPP : «70163958»',
      'Paziente: R. – Cartella «2023/307416»',
      'č. pojištěnce «5308164126»',
      'číslo poistenca «6257083711»',
      'Nr księgi głównej: «2024/00736»',
      'ИЗ № «30752/2024».',
      'Αρ. μητρώου «61934/24».',
      'FO nr. «30752/2024»',
      'journalnr «PDR-316942».',
      'potilasnumero «639258»',
      'törzsszám: «639258/25»',
      'broj pacijenta: «639258»',
      'haigusloo number «63925-25»',
      'pacienta kartes nr. «639258»',
      'ligos istorijos Nr. «63925/25»',
      'uimhir othair «639258»',
      'numru tal-pazjent «639258»',
      'patiëntnr. «8106293», It',
      'processo clínico n.º «639258»',
      'številka kartoteke «639258»',
      'pasientnummer «639258»',
      'sjúklinganúmer «639258»',
    ],
    miss: [
      'patient number 3 of 12',
      'hospital number fell to 1200',
      'Patientenzahl 120345',
      'FO 12',
      'patient id is unknown',
      'journal no. 45/2023',
    ],
  },
}
