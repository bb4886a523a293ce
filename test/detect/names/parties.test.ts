/** Who takes part in a contract, a case or a treatment, in 24 languages: the word for it says that a name follows. */
import { describe, expect, it } from 'vitest'
import { tagNames } from '../../../src/detect/names/index.ts'

/** How a sentence begins and ends, an invented name that no list has, and the words. */
const languages: Record<string, [opening: string, closing: string, first: string, last: string, words: string]> = {
  bg: [
    'Вчера',
    'се обади отново.',
    'Здравена',
    'Куртланова',
    'наемателката|наемодателят|собственикът|ищецът|ответникът|свидетелят|шофьорът|пациентката|заявителят|наследникът|пострадалият|служителят|ученикът|учителката|длъжникът',
  ],
  cs: [
    'Včera',
    'znovu volal.',
    'Zbyhněva',
    'Kvardlová',
    'nájemnice|pronajímatel|majitel|žalobce|žalovaný|svědek|řidič|pacientka|žadatel|dědička|poškozený|zaměstnanec|žák|učitelka|dlužník',
  ],
  da: [
    'I går ringede',
    'igen.',
    'Torvild',
    'Brøndkjul',
    'lejer|udlejer|ejeren|sagsøger|sagsøgte|vidnet|chaufføren|patienten|ansøger|arvingen|forurettede|medarbejderen|eleven|læreren|skyldneren',
  ],
  de: [
    'Gestern hat',
    'noch einmal angerufen.',
    'Wulfhild',
    'Quastenbrink',
    'die Mieterin|der Vermieter|die Eigentümerin|der Kläger|die Beklagte|der Zeuge|der Fahrer|die Patientin|der Antragsteller|die Erbin|der Geschädigte|die Mitarbeiterin|der Schüler|die Lehrerin|der Schuldner',
  ],
  el: [
    'Χθες',
    'τηλεφώνησε ξανά.',
    'Ζαφειρούλα',
    'Κουρτλανίδη',
    'η ενοικιάστρια|ο εκμισθωτής|ο ιδιοκτήτης|ο ενάγων|η εναγόμενη|ο μάρτυρας|ο οδηγός|η ασθενής|ο αιτών|η κληρονόμος|ο παθών|η υπάλληλος|ο μαθητής|η δασκάλα|ο οφειλέτης',
  ],
  en: [
    'Yesterday',
    'called again.',
    'Thessaly',
    'Quarnbrook',
    'the tenant|our landlord|the owner|the claimant|the defendant|witness|driver|patient|the applicant|executor|the insured|employee|pupil|social worker|the debtor|plaintiff|the policyholder|keyworker|payee|the deceased',
  ],
  es: [
    'Ayer',
    'llamó otra vez.',
    'Zoraleja',
    'Quintarosco',
    'la inquilina|el arrendador|el propietario|el demandante|la demandada|el testigo|el conductor|la paciente|el solicitante|la heredera|el asegurado|la empleada|el alumno|la maestra|el deudor',
  ],
  et: [
    'Eile helistas',
    'uuesti.',
    'Leivike',
    'Kurtlanurm',
    'üürnik|üürileandja|omanik|hageja|kostja|tunnistaja|juht|patsient|taotleja|pärija|kannatanu|töötaja|õpilane|õpetaja|võlgnik',
  ],
  fi: [
    'Eilen',
    'soitti uudelleen.',
    'Tuikevi',
    'Kurtlavuo',
    'vuokralainen|vuokranantaja|omistaja|kantaja|vastaaja|todistaja|kuljettaja|potilas|hakija|perillinen|asianomistaja|työntekijä|oppilas|opettaja|velallinen',
  ],
  fr: [
    'Hier',
    'a rappelé.',
    'Zéphyrine',
    'Courtelanges',
    'la locataire|le bailleur|le propriétaire|le demandeur|la défenderesse|le témoin|le conducteur|la patiente|le requérant|l’héritière|l’assuré|la salariée|l’élève|la maîtresse|le débiteur',
  ],
  ga: [
    'Inné ghlaoigh',
    'arís.',
    'Muirgheal',
    'Ó Curtláin',
    'an tionónta|an tiarna talún|an t-úinéir|an gearánaí|an cosantóir|an finné|an tiománaí|an t-othar|an t-iarratasóir|an t-oidhre|an fostaí|an dalta|an múinteoir',
  ],
  hr: [
    'Jučer je',
    'ponovno zvala.',
    'Zdravijana',
    'Kurtlanović',
    'najmoprimka|najmodavac|vlasnik|tužitelj|tuženik|svjedok|vozač|pacijentica|podnositelj|nasljednica|oštećenik|zaposlenica|učenik|učiteljica|dužnik',
  ],
  hu: [
    'Tegnap',
    'újra hívott.',
    'Zengőke',
    'Kvardlanki',
    'a bérlő|a bérbeadó|a tulajdonos|a felperes|az alperes|a tanú|a sofőr|a beteg|a kérelmező|az örökös|a sértett|a munkavállaló|a tanuló|a tanárnő|az adós',
  ],
  it: [
    'Ieri',
    'ha richiamato.',
    'Zeffirina',
    'Quartolanghi',
    'l’inquilina|il locatore|il proprietario|l’attore|la convenuta|il testimone|il conducente|la paziente|il richiedente|l’erede|l’assicurato|la dipendente|l’alunno|la maestra|il debitore',
  ],
  lt: [
    'Vakar',
    'skambino vėl.',
    'Žydrūnija',
    'Kurtlanaitė',
    'nuomininkė|nuomotojas|savininkas|ieškovas|atsakovė|liudytojas|vairuotojas|pacientė|pareiškėjas|paveldėtoja|nukentėjusysis|darbuotoja|mokinys|mokytoja|skolininkas',
  ],
  lv: [
    'Vakar',
    'zvanīja vēlreiz.',
    'Zeltrīte',
    'Kurtlaniņa',
    'īrniece|izīrētājs|īpašnieks|prasītājs|atbildētāja|liecinieks|vadītājs|paciente|iesniedzējs|mantiniece|cietušais|darbiniece|skolnieks|skolotāja|parādnieks',
  ],
  mt: [
    'Ilbieraħ',
    'ċempel mill-ġdid.',
    'Ġużjana',
    'Kurtlanċi',
    'l-inkwilin|is-sid|l-attur|il-konvenut|ix-xhud|ix-xufier|il-pazjenta|l-applikant|l-eredi|l-impjegat|l-istudent|l-għalliema|id-debitur',
  ],
  nl: [
    'Gisteren belde',
    'opnieuw.',
    'Wubbelien',
    'Kwartelbrink',
    'huurder|de verhuurder|de eigenaar|eiser|gedaagde|getuige|de chauffeur|patiënt|de aanvrager|de erfgenaam|verzekerde|medewerker|leerling|de juf|schuldenaar',
  ],
  pl: [
    'Wczoraj',
    'zadzwonił ponownie.',
    'Zdziwoja',
    'Kurtlańska',
    'najemczyni|wynajmujący|właściciel|powód|pozwana|świadek|kierowca|pacjentka|wnioskodawca|spadkobierca|poszkodowany|pracownica|uczeń|nauczycielka|dłużnik',
  ],
  pt: [
    'Ontem',
    'ligou outra vez.',
    'Zoraleia',
    'Quintarosco',
    'a inquilina|o senhorio|o proprietário|o autor|a ré|a testemunha|o condutor|a paciente|o requerente|a herdeira|o segurado|a funcionária|o aluno|a professora|o devedor',
  ],
  ro: [
    'Ieri',
    'a sunat din nou.',
    'Zorălina',
    'Curtlănescu',
    'chiriașa|locatorul|proprietarul|reclamantul|pârâta|martorul|șoferul|pacienta|solicitantul|moștenitoarea|asiguratul|angajata|elevul|învățătoarea|debitorul',
  ],
  sk: [
    'Včera',
    'znova volal.',
    'Zbyhneva',
    'Kvardlová',
    'nájomníčka|prenajímateľ|majiteľ|žalobca|žalovaná|svedok|vodič|pacientka|žiadateľ|dedička|poškodený|zamestnanec|žiak|učiteľka|dlžník',
  ],
  sl: [
    'Včeraj je',
    'znova klicala.',
    'Zdravijana',
    'Kurtlanovič',
    'najemnica|najemodajalec|lastnik|tožnik|toženka|priča|voznik|pacientka|vlagatelj|dedinja|oškodovanec|zaposlena|učenec|učiteljica|dolžnik',
  ],
  sv: [
    'I går ringde',
    'igen.',
    'Torvild',
    'Brunnskjul',
    'hyresgästen|hyresvärden|ägaren|käranden|svaranden|vittnet|chauffören|patienten|sökanden|arvingen|målsäganden|medarbetaren|eleven|läraren|gäldenären',
  ],
}

/** Words that are more often part of a name than not, or that every noun of the language looks like: two words of a name only. */
const weak = new Set(['der Vermieter', 'der Schüler', 'la maîtresse', 'medewerker'])

function names(text: string): string[] {
  return tagNames(text, { profile: 'balanced', sensitivity: 'normal', findings: [] }).map(({ start, end }) =>
    text.slice(start, end),
  )
}

describe.each(Object.entries(languages))('a party, in %s', (_, [opening, closing, first, last, words]) => {
  it.each(words.split('|'))('%s', word => {
    const full = `${first} ${last}`
    expect(names(`${opening} ${word} ${full} ${closing}`).join(' ')).toContain(full)
    if (!weak.has(word)) expect(names(`${opening} ${word} ${last} ${closing}`).join(' ')).toContain(last)
  })
})

it('is no person where a thing is called so', () => {
  for (const text of ['Open the Tenant Portal or the Driver Update page.', 'Der Fahrer Update Dienst läuft.']) {
    expect(names(text)).toEqual([])
  }
})
