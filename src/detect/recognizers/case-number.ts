/**
 * Numbers of tickets, incidents, claims, files and court cases. Court files have written forms of their own, with blanks
 * inside ("31 C 276/23", "II C 3627/23", "C/05/637294 / HA ZA 23-268"); they are read whole where a word for a file stands.
 */
import { isWord } from '../characters.ts'
import type { LabelledValue } from '../labelled-values.ts'
import { isLawBefore } from '../laws.ts'
import { numberedCaseWords, numberedReference } from '../numbered-labels.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel, onText } from '../recognizer.ts'
import { findBehindName, findReferences, readReference, scored } from '../reference.ts'
import { LABELLED, LIKELY, TYPICAL } from '../scores.ts'
import type { View } from '../view.ts'

const caseWords: LabelGroup = {
  name: 'CASE_NUMBER',
  words: {
    '*': 'ticket|ticket id|ticketid|ticketno|case id|caseid|caseno|incident id|claim id|claimid|complaint id|request id case|ticket ref|jira|youtrack|servicenow|freshdesk|otrs|redmine|sar ref|foi|foi request|dsar|nuipc|nig|incident key|issue key|ticket key|ticketnr|case key',
    bg: 'гр д|гр дело|н д|а н д|адм д|адм дело|дело|делото|дела|преписка|преписката|вх|вх номер|изх|входящ|изходящ|сигнал|жалба|жалбата|заявка|заявление|тикет|щета|щета номер|случай|вх рег|наш знак|ваш знак|досъдебно производство|дп|наша референция|искане|молба|преписка номер|сигнал номер|пр пр|нохд|чнд|нчд|зм|зм номер|изпълнително дело|изп д|изп дело|наказателно постановление|нп|акт|фиш|електронен фиш|присъда|решение|определение|протокол|удостоверение|иск|искова молба|писмо',
    cs: 'č j|čj|sp zn|spis zn|spisová značka|spisové značky|spisová zn|spis|spisu|jednací|číslo jednací|případ|případu|případ č|tiket|tiketu|požadavek|požadavku|reklamace|reklamaci|reklamační|pojistná událost|pojistné události|škod*|škoda č|č škody|stížnost|stížnosti|značka|naše značka|vaše značka|exekuce|řízení č|škodní událost|škodní události|pojistná událost č|žádost|žádosti|číslo žádosti|podnět|podání č|věc č|hlášení č|č j policie|trestní oznámení|trestní věc|přestupek|přestupku|exekuční|exekuční spis|rozsudek|usnesení|platební rozkaz|žaloba|insolvence|insolvenční|insolvenční spisová značka|č ev|evidenční číslo|odvolání|rozhodnutí|protokol|ins|čts',
    da: 'sag|sagen|sags~|sagsnr|sagsnummer|jnr|journal~|skade~|skadenr|skadenummer|skadesag|sagsid|klage~|henvendelse|henvendelsen|henvendelses~|ticket|vores ref|deres ref|j nr|anmeldelse|anmeldelses~|rets~|skades~|reference~|jeres reference|jeres ref|vores reference|deres reference|anmodning|ansøgning|ansøgnings~|journalnr|politi~|anmeldelsesnr|rettens|sagsreference|bødeforlæg|bøde~|ankenævn|ankesag|klagesag|stævning|forligsnr|politiets j nr|forsikringssag|supportsag|fogedsag|skadesag nr',
    de: 'aktenzeichen|az|akten~|akte|aktennr|geschäftszeichen|geschäftszahl|geschz|gz|unser zeichen|ihr zeichen|mein zeichen|unsere zeichen|unser az|vorgang|vorgangs~|vorgangskennung|vorgangsnr|ticket|ticket~|tickets|fall|fall~|fallnr|schaden|schaden~|schadens~|schadenfall|schadensfall|schadenmeldung|schadennr|beschwerde|beschwerde~|reklamation|reklamations~|anfrage~|service~|servicefall|störungs~|störung|störungsmeldung|bearbeitungs~|bearbeitungskennzeichen|antrag|antrags~|vorfall|vorfall~|vorfalls~|anzeige~|tagebuch~|tagebuchnummer|ordnungs~|kennzeichen der akte|verfahrens~|mandats aktenzeichen|dossier|dossier~|dossiernr|registernummer der akte|register~|referenz~|melde~|meldungs~|hinweis~|ersuchen|geschäftsnummer|geschäftsnr|tagebuchnr|petition|petitions~|widerspruch|widerspruchs~|widerspruchsbescheid|strafanzeige|anzeige|anzeigen~|polizei az|tgb nr|ermittlungs~|strafsache|ordnungswidrigkeitenverfahren|bußgeldbescheid|bußgeld~|mahnbescheid|vollstreckungs~|insolvenz~|gutachten|gutachten~|anliegen|anliegen~|prozess~|klage~|kassenzeichen|mahn~|forderung|forderungs~|inkasso|inkasso~|grundakte|sachverhalt~|schadensakte|versicherungsfall|schadenakte|rechtssache|ermittlungsakte|bedarfsgemeinschaft|bedarfsgemeinschafts~|bg nummer|bg nr|ur nr|uvz nr|wohngeld~|kindergeld~|elterngeld~|beihilfe~|kindergeldnummer|vergleichs~|inkasso az|rückfragen zu|gesch z|inkassozeichen|gläubigerzeichen',
    el: 'υπόθεση|υπόθεσης|αρ υπόθεσης|αριθμός υπόθεσης|κατάθεσης|αριθμ κατάθεσης|αριθμός κατάθεσης|πρωτ|αρ πρωτ|αριθμ πρωτ|πρωτόκολλο|πρωτοκόλλου|αίτημα|αιτήματος|δελτίο|ζημιά|ζημιάς|αρ ζημιάς|φάκελος|φακέλου|παράπονο|καταγγελία|δικογραφία|δικογραφίας|γακ|εακ|εισιτήριο υποστήριξης|παραπόνου|αριθμός παραπόνου|συμβάντος|αριθμός συμβάντος|αναφορά|αριθμός αναφοράς|αίτηση|αίτησης|αριθμός αίτησης|ο αριθμός αναφοράς|μήνυση|μήνυσης|αγωγή|αγωγής|διαταγή πληρωμής|αβμ|α β μ|βιβλίο συμβάντων|απόφαση|απόφασης|κλήση|κλήσης|πρακτικό|ένσταση|ένστασης|έγγραφο|εγκλήσεως|έγκληση|πινάκιο|εκθέσεως|ΑΒΜ',
    en: 'case|case no|case number|case ref|case reference|case id|cases|case file|ticket|ticket no|ticket number|ticket id|tickets|incident|incident no|incident number|incident ref|claim|claim no|claim number|claim ref|claim reference|claims|complaint|complaint no|complaint ref|complaint number|crime ref|crime reference|crime reference number|crime no|crime number|file no|file number|file ref|file reference|our ref|your ref|my ref|our reference|your reference|home office ref|office ref|docket|docket no|docket number|matter|matter no|matter number|dossier|court file|court ref|application ref|application number|application reference|application no|appeal ref|appeal no|quoting|quoting ref|quoting reference|quote reference|enquiry ref|enquiry number|inquiry number|service request|helpdesk|report no|report number|cad|log no|police ref|police reference|referral number|referral ref|ombudsman ref|support request|support ticket|support case|petition no|planning ref|planning reference|fault ref|fault reference|problem ticket|zendesk|jira ticket|escalation|dispute id|dispute|dispute no|dispute number|request no|request number|pcn|penalty charge notice|parking charge notice|record no|record number|garda pulse id|pulse id|pulse incident|pulse number|pulse|police log|log number|police incident|action fraud|nfrc|datix|datix ref|riddor report|riddor|visa application|visa application number|ho ref|probate ref|probate reference|tribunal|tribunal case|appeal|appeal number|appeal reference|planning app|planning application ref|planning app no|ombudsman|ombudsman reference|data subject request|subject access request|access request|fos reference|fos ref|legal aid ref|laa ref|crown court|county court claim|court claim|writ no|petition|petition number|warrant no|warrant number|summons no|safeguarding referral|safeguarding ref|whistleblowing report|enforcement notice|enforcement ref|fine ref|fine notice|notice number|legal matter|file reference number|abuse report|abuse ref|grievance ref|grievance no|hearing ref|audit finding|grievance|adjudication|arbitration|chargeback|inquest|inquest ref|coroner ref|bailiff ref|ccj|duplicate of|gmc ref|council ref|casework ref|cqc enquiry|debt ref|solicitor ref|planning|housing repair|fraud case|disciplinary case|mediation ref|arbitration ref|citation|occurrence|urn|acas|opg|iopc|pals|steis|index no|cause no|court of protection|case ref no',
    es: 'expediente|expediente disciplinario|expediente sancionador|expediente administrativo|expediente judicial|expediente de dominio|procedimiento abreviado|procedimiento penal|procedimiento administrativo|expedientes|expte|exp n|procedimiento|procedimiento ordinario|autos|diligencias previas|diligencias|incidencia|incidencias|siniestro|siniestros|reclamación|reclamaciones|ticket|tique|denuncia|caso|caso n|n.º de caso|asunto|atestado|solicitud|nuestra referencia|su referencia|n ref|s ref|parte n|juicio verbal|sumario|queja|protocolo|consulta n|referencia del caso|referencia de expediente|gestión n|número de gestión|parte de accidente|nig|n i g|ejecución|ejecutoria|monitorio|juicio monitorio|juicio ordinario|juicio rápido|rollo|rollo de apelación|atestado n|boletín de denuncia|multa|número de expediente sancionador|reclamación previa|recurso|recurso de alzada|número de denuncia|número de atestado|concurso|sentencia n|número de registro|registro de entrada|n de registro|su expediente|nuestra ref|su ref|etj|d p|dud',
    et: 'toimik|toimiku|toimiku~|asi|asja|asja~|juhtum|juhtumi|juhtumi~|kaebus|kaebuse~|pöördumi*|kahju|kahju~|kahjujuhtum|kahjujuhtumi|kahjujuhtumi~|tsiviilasi|tsiviilasja|kriminaalasi|kriminaalasja|viide|päring|päringu|päringu~|taotlus|taotluse~|pilet|registreerimis~|avaldus|avalduse~|meie viide|teie viide|kriminaalmenetlus|kriminaalmenetluse|menetlus|menetluse~|väärteoasi|väärteoasja|täiteasi|täiteasja|kohtuasi|kohtuasja|hagi|trahv|trahvi~|kiri|dokumendi~|kindlustusjuhtum|kindlustusjuhtumi|liiklusjuhtum|kahjutoimik|kahjutoimiku|kahjuasi',
    fi: 'asia|asia~|asianumero|asianro|diaari~|diaarinumero|diaarinro|dnro|dno|tapaus|tapaus~|tapausnumero|vahinko|vahinko~|vahinkonumero|vahinkotunnus|tiketti|tiketin|tukipyyntö|tukipyynnön|tukipyyntö~|valitus|valitus~|reklamaatio|reklamaatio~|rikosilmoitus|rikosilmoituksen|ilmoitus~|ilmoituksen|hakemus|hakemus~|palvelupyyntö|palvelupyynnön|korvaushakemus|korvaushakemus~|viitteemme|viitteenne|kirjaamo~|asian tunnus|asiatunnus|pyyntö|pyyntö~|hakemuksen numero|rikosilmoituksen numero|tutkintailmoitus|esitutkinta|esitutkinta~|rikosasia|riita asia|valitusasia|ulosottoasia|ulosotto~|sakko|sakko~|tuomio|tuomio~|kantelu|kantelu~|päätös|päätös~|asiointi~|viestin|vahinkoasia|vahinkotapaus|riita asian',
    fr: "dossier|dossiers|n° dossier|numéro de dossier|réf dossier|référence dossier|affaire|affaire n|rg|rg n|n° rg|parquet n|sinistre|sinistres|n° sinistre|numéro de sinistre|réclamation|réclamations|litige|litiges|ticket|tickets|incident|demande n|demande|plainte|procès-verbal|pv n|nos réf|vos réf|nos références|vos références|notre référence|votre référence|n réf|v réf|minute n|signalement|instance|requête|procédure|main courante|portalis|sinistre numéro|requête n|saisine|alerte n|n° de parquet|numéro de parquet|parquet|n° parquet|numéro de minute|jugement n|jugement n°|plainte n|plainte n°|numéro de plainte|numéro de pv|n° de pv|pv|procès verbal|prud'hommes|dossier mdph|dossier ofpra|dossier caf|télépaiement|numéro de télépaiement|avis de contravention|contravention|permis de construire|expertise n|arrêt n|numéro de répertoire|répertoire général|numéro rg|réf tribunal|n° d'affaire|numéro d'affaire|n° de procédure|réf contentieux|réf tiers|saisie n|commandement de payer|injonction de payer|numéro unique|demande de logement|allocataire|n° d'allocataire|numéro d'allocataire|huissier réf|télérecours|surendettement|cdaph|aide juridictionnelle|baj|pvbd|numéro d enregistrement",
    ga: 'cás|cáis|uimhir cháis|ticéad|comhad|uimhir chomhaid|tagairt|ár dtagairt|do thagairt|gearán|uimhir ghearáin|éileamh|uimhir éilimh|teagmhas|uimhir thagartha|thagartha|iarratas|uimhir iarratais|ticéid|thicéid|cháis|gearáin|taifead|uimhir thaifid|achomharc|uimhir achomhairc',
    hr: 'predmet|predmeta|poslovni broj|posl br|broj predmeta|klasa|urbroj|spis|spisa|šteta|štete|broj štete|prijava|prijave|tiket|tiketa|slučaj|slučaja|pritužba|pritužbe|reklamacija|reklamacije|zahtjev|zahtjeva|naš znak|vaš znak|ur broj|ref broj|molba|žalba|žalbe|ovr|ovrha|ovršni predmet|kaznena prijava|prekršaj|prekršajni|prekršajni nalog|presuda|rješenje|zapisnik|kaznena|dopis|tužba|posl',
    hu: 'ügyszám|ügyszáma|ügyszámú|ügy|ügy száma|iktatószám|iktatószáma|ikt sz|iktató szám|kárszám|kárszáma|kár száma|hibajegy|hibajegyszám|hibajegy száma|bejelentés|bejelentésszám|bejelentés száma|panasz|panaszszám|reklamáció|reklamáció száma|ügyiratszám|ügyirat|akta|aktaszám|káresemény|hivatkozási szám|hiv szám|nyomozási szám|bűnügyi szám|jegyszám|kérelem|jegy száma|reklamációs szám*|nyilvántartási szám*|eset száma|ügyszám*|kárszám*|kérelem száma|hibajegyszám*|iktatószám*|végrehajtási ügyszám|végrehajtási|határozat|határozatszám|végzés|ítélet|feljelentés|feljelentés száma|bírság|bírság száma|per száma|jegyzőkönyv|jegyzőkönyv száma|közjegyzői ügyszám|rendőrségi ügyszám|levél száma|fellebbezés|biztosítási esemény|jegy|jegyet|kárügy|peres ügy',
    is: 'mál|mál nr|málsnúmer|málsnr|tilvísun|tjón|tjónsnúmer|tjónanúmer|verkbeiðni|beiðni|kvörtun|atvik|erindi|lögregla|lögreglumál|dómsmál|málanr|erindi nr',
    it: 'pratica|procedimento penale|procedimento civile|procedimento disciplinare|causa civile|procedimento amministrativo|pratiche|pratica n|n pratica|numero pratica|fascicolo|procedimento|r g|rg|r g n|rgnr|r g n r|proc pen|proc n|causa|sinistro|sinistri|n sinistro|numero sinistro|reclamo|reclami|segnalazione|ticket|caso|richiesta n|protocollo|prot|prot n|denuncia|querela|ns rif|vs rif|nostro riferimento|vostro riferimento|nostro rif|vostro rif|verbale n|repertorio|raccolta|riferimento pratica|numero richiesta|numero segnalazione|numero di pratica|codice pratica|codice segnalazione|decreto ingiuntivo|decreto ingiuntivo n|d i|sentenza n|ruolo|ruolo generale|verbale|verbale di accertamento|verbale di contestazione|mediazione|cartella|cartella esattoriale|cartella di pagamento|avviso di accertamento|n ruolo|numero di ruolo|querela n|notizia di reato|istanza|istanza prot|domanda prot|precetto|atto di precetto|pignoramento|esposto|numero verbale|guasto|pratica legale|cron|rge|r g e|prot gen|prot generale|n r g|nrg',
    lt: 'byla|bylos|byloje|bylos nr|civilinė byla|civilinės bylos|baudžiamoji byla|žala|žalos|žalos nr|skund*|užklaus*|incident*|pranešim*|kreipin*|bilietas|registracijos nr byla|reg byla|nuoroda|pretenzij*|prašym*|registracijos nr|ikiteisminis tyrimas|ikiteisminio tyrimo|mūsu nuoroda|mūsų nuoroda|jūsų nuoroda|nuoroda nr|ikiteisminio tyrimo nr|vykdomoji byla|vykdomosios bylos|administracinė byla|administracinės bylos|nutarimas|nutarimo|sprendimas|sprendimo|protokol*|bauda|baudos|pareiškim*|ieškinys|ieškinio|skundas',
    lv: 'lieta|lietas|lietā|lietas nr|civillieta|civillietas|krimināllieta|krimināllietas|krimināllietā|atlīdzīb*|sūdzīb*|pieteikum*|incident*|iesniegum*|zaudējum*|biļete|reklamācij*|pretenzij*|reģistrācijas nr|mūsu atsauce|jūsu atsauce|atsauces nr|kriminālprocess|kriminālprocesa|lietvedības nr|kriminālprocess nr|izpildu lieta|izpildu lietas|administratīvā lieta|administratīvās lietas|lēmums|lēmuma|protokol*|sods|soda|prasība|prasības|vēstul*|dokumenta',
    mt: 'każ|numru tal-każ|rikors|rikors numru|kawża|talba|lment|ilment|referenza|fajl|biljett|klejm|numru tal-klejm|numru tal klejm|referenza tagħkom|referenza tagħna|inċident|ċitazzjoni|ċitazzjoni nru|appell|appell nru|rapport|rapport nru|sentenza|sentenza nru|ġudizzju',
    nl: 'zaak|zaak~|zaaknummer|zaaknr|ons kenmerk|uw kenmerk|kenmerk|dossier|dossier~|dossiernummer|dossiernr|melding|melding~|meldings~|meldingsnummer|klacht|klacht~|klachten~|schade|schade~|schadenummer|schadenr|schadedossier|ticket|ticket~|incident|incident~|rolnummer|rekestnummer|parket~|parketnummer|proces verbaal|proces-verbaal~|pv nummer|referentie|onze ref|uw ref|aangifte|aangifte~|storing|storings~|casus|serviceverzoek|notitienummer|aanvraag~|aanvraagnummer|referentie~|verzoek~|kenmerk van de zaak|rolnr|zaak rolnummer|zaaknummer rolnummer|proces verbaal nummer|pv nr|parketnr|notitienr|vonnis~|beroepschrift|beroep~|bezwaarschrift|bezwaar~|boete~|boetenummer|cjib|cjib nummer|aangiftenr|griffienummer|repertorium~|insolventie~|kenmerk rechtbank|kenmerk politie|registratie~|schadezaak|politiezaak|letselschade|faillissement|mutatie|mutatienummer|bvh|a r',
    no: 'sak|saken|saks~|saksnummer|saksnr|skade~|skadenummer|skadenr|henvendelse|henvendelsen|henvendelses~|journal~|vår ref|deres ref|klage~|anmeldelse|anmeldelses~|anmeldelsesnr|politiet|straffesak|saksref|sak nr|klagesak|forelegg|forelegg~|forliksklage|dom|inkasso~|polititets saksnummer',
    pl: 'sygn akt|sygn|sygnatura|sygnatura akt|sygnaturą|sygnaturą akt|sygnatury|akt|sprawa|sprawy|sprawę|sprawie|nr sprawy|numer sprawy|zgłoszeni*|nr zgłoszenia|numer zgłoszenia|szkoda|szkody|szkodę|nr szkody|numer szkody|reklamacj*|nr reklamacji|tiket|ticket|skarga|skargi|wniosek|wniosku|nasz znak|wasz znak|znak sprawy|znak pisma|l dz|rsd|ds|postępowanie|incydent|incydentu|nr incydentu|nr referencyjny|numer referencyjny|nr akt|nr wniosku|numer wniosku|numer pisma|nr pisma|sygnaturze|o sygnaturze|nakaz zapłaty|wyrok|postanowienie|akta|akt sprawy|sprawa sądowa|mandat karny|mandatu|nr mandatu|seria mandatu|sprawa karna|dochodzenie|śledztwo|notatka|protokół|zawiadomienie|zawiadomienia|odwołanie|odwołania|nr odwołania|numer zawiadomienia|pozew|numer akt|teczka|nr teczki|interwencja|interwencji|sprawa egzekucyjna|sprawa cywilna|e sąd|decyzja|sprawa szkodowa|unp|rkp',
    pt: 'processo|processo disciplinar|processo crime|processo administrativo|processo civil|processo cível|processos|proc|proc n|processo n|n.º de processo|sinistro|sinistros|n.º de sinistro|reclamação|reclamações|ticket|protocolo|chamado|ocorrência|incidente|pedido de apoio|participação|participação n|nossa referência|vossa referência|n ref|v ref|nuipc|auto n|inquérito|caso|expediente|requerimento|pedido de suporte|pedido n|solicitação|solicitação n|número de solicitação|execução|auto de notícia|auto de contraordenação|contraordenação|queixa crime|queixa|processo executivo|injunção|inquérito n|apenso|número de ocorrência|número de participação|ocorrência n|n.º de ocorrência|expediente n',
    ro: 'dosar|dosar penal|dosar civil|dosar disciplinar|dosarul|dosarului|dosar nr|nr dosar|nr înregistrare|nr de înregistrare|înregistrat* sub|daună|dauna|daunei|dosar de daună|sesizare|sesizarea|sesizării|reclamație|reclamația|reclamației|tichet|tichetul|cerere|cererea|plângere|plângerea|incident|incidentul|caz|cazul|caz nr|ref noastră|referința noastră|referința dumneavoastră|număr de înregistrare|nr înreg|înreg|solicitare|solicitarea|solicitării|cererii|numărul cererii|proces verbal|procesului verbal|petiție|petiția|dosar executor|dosar execuțional|dosar executare|sentința|sentința civilă|hotărârea|încheierea|decizia|somația|contravenție|proces verbal de contravenție|dosar instanță|lucrare|lucrarea|contestație|contestația|reclamație nr',
    sk: 'sp zn|spisová značka|spisovej značky|č k|čk|č j|spis|spisu|prípad|prípadu|tiket|tiketu|požiadavka|požiadavky|reklamácia|reklamácie|reklamáciu|poistná udalosť|poistnej udalosti|škod*|č škody|sťažnosť|sťažnosti|naša značka|vaša značka|konanie|ex|konania|číslo konania|žiadosť|žiadosti|číslo žiadosti|čvs|podanie|podania|číslo podania|hlásenie č|trestné oznámenie|trestná vec|priestupok|exekučný|rozsudok|uznesenie|platobný rozkaz|žaloba|odvolanie|rozhodnutie|protokol|zápisnica',
    sl: 'zadeva|zadeve|zadevi|št zadeve|številka zadeve|opravilna številka|opr št|opr|spis|spisa|škoda|škode|škodni|škodni primer|primer|primera|prijava|prijave|prijavo|zahtevek|zahtevka|pritožba|pritožbe|reklamacija|reklamacije|naš znak|vaš znak|tiket|vloga|vloge|številka vloge|referenčna številka|škodni spis|izvršba|kazenska ovadba|prekršek|prekrška|plačilni nalog|sodba|sklep|odločba|zapisnik|tožba|ovadba|prijava škode|opravilna št|številka spisa',
    sv: 'ärende|ärendet|ärenden|ärende~|ärendenummer|ärendenr|mål|målet|mål nr|målnr|målnummer|diarie~|diarienummer|diarienr|dnr|skade~|skadenummer|skadenr|skada|skadan|skadeanmälan|anmälan|anmälan nr|anmälnings~|reklamation|reklamationen|reklamations~|klagomål|vår ref|er ref|vår referens|er referens|vårt ärende|ert ärende|arende|arendenr|polisanmälan|k nr|aktbilaga|referens~|k nummer|begäran|ansökan|ansöknings~|felanmälan|felanmälnings~|polisens diarienummer|överklagan|överklagande|böter|boter~|föreläggande|stämningsansökan|dom|inkasso~|utmätning|utmätnings~|betalningsföreläggande|försäkringsärende|supportärende|försäkringsfall',
    uk: 'справа|справи|справу|номер справи|звернення|заявка|заявки|заява|заяви|скарга|скарги|тікет|інцидент|вх|вхідний|вихідний|провадження|рекламація|страховий випадок',
  },
}

/** Words for any reference at all: what they name must look like a file and not like the number of an article. */
const referenceWords: LabelGroup = {
  name: 'REFERENCE',
  words: {
    '*': 'ref|refno|ref no|reference',
    bg: 'референция|реф|наш №|ваш №',
    cs: 'reference|referenční|zn|naše zn|vaše zn',
    da: 'vor ref',
    de: 'referenz|referenz~|zeichen|bezug|uns z|ihr z|kennung',
    el: 'αναφορά|αναφοράς|σχετικό|σχετ|α π|αρ φακ',
    en: 'reference|reference no|reference number|ref number',
    es: 'referencia|parte|parte de accidente|parte de siniestro|refª|n de referencia|número de referencia|ntra ref',
    et: 'meie nr|teie nr',
    fi: 'viite|viitteemme|viitteenne|viitenne',
    fr: 'référence|réf|références|n° de référence',
    hu: 'hiv sz|hiv szám|ref szám|ref sz',
    it: 'riferimento|rif|rif interno',
    lt: 'į nr|mūsų nr|jūsų nr',
    lv: 'uz nr|mūsu nr|jūsu nr',
    mt: 'rif',
    nl: 'referentie|referentie~',
    pl: 'znak|referencja|nr ref|numer referencyjny|l dz',
    pt: 'referência|n.º de referência|n ref|v ref',
    ro: 'referință|referința|nr ref|ref noastră',
    sk: 'zn|naša zn|vaša zn|č sp',
    sl: 'naš znak|vaš znak',
    sv: 'referens|referens~',
  },
}

/** What a letter is about: a code right behind is that of the case, unless it is that of a thing or a law. */
const topicWords: LabelGroup = {
  name: 'TOPIC',
  words: {
    bg: 'относно|във връзка с|тема',
    cs: 'věc|ohledně|předmět|týká se',
    da: 'vedrørende|vedr|emne|angående|angår',
    de: 'betreff|betr|bezüglich|betreffs|bezug nehmend auf|ihr schreiben|ihre nachricht|zurück auf|kommen auf|in sachen|betrifft',
    el: 'θέμα|σχετικά με|αναφορικά με',
    en: 'regarding|concerning|in re|refer to|referring to|with reference to|your letter|file|subject|in relation to|further to|in respect of',
    es: 'asunto|en relación con|relativo a|con referencia a|referente a|respecto a',
    et: 'teema|seoses|meie|puudutab',
    fi: 'koskien|aihe|liittyen',
    fr: 'objet|concernant|suite à|au sujet de|relatif à|relative à|en référence à|faisant suite à',
    ga: 'maidir le|ábhar',
    hr: 'vezano uz|u vezi|glede',
    hu: 'tárgy|hivatkozással|kapcsán',
    it: 'oggetto|in merito a|in relazione a|con riferimento a|relativo a|relativamente a',
    lt: 'tema|mūsų|susiję su',
    lv: 'temats|saistībā ar|mūsu|attiecībā uz',
    mt: 'suġġett|dwar|b referenza għal',
    nl: 'onderwerp|betreft|betreffende|inzake|aangaande|met betrekking tot',
    pl: 'dotyczy|dot|odnośnie|w nawiązaniu do|w odniesieniu do|temat',
    pt: 'assunto|relativamente a|a respeito de|com referência a|relativo a',
    ro: 'subiect|referitor la|în legătură cu|privind|cu privire la',
    sk: 'vec|ohľadom|vo veci|týka sa|predmet',
    sl: 'glede|v zvezi z|v zvezi s',
    sv: 'ämne|angående|ang|beträffande|rörande|avser|gäller',
  },
}

/** Beside these stands the number by which somebody is known at an office or a help desk, whatever it is a number of. */
const knownBy: LabelGroup = {
  name: 'KNOWN_BY',
  words: {
    bg: 'под номер|под №|с номер|дадоха номер|получих номер|има номер',
    cs: 'pod číslem|pod č|má číslo|dostala jsem číslo|dostal jsem číslo|přidělili číslo|uvádějte',
    da: 'under nummer|har nummer|fik nummer|med nummer|oplys nummer',
    de: 'notiert als|notiert unter|erfasst als|geführt als|eingetragen unter|eingetragen als|gebucht unter|angelegt als|angelegt unter|läuft unter|registriert als|registriert unter|abgelegt unter|hinterlegt unter|bitte stets angeben|stets angeben|bitte angeben|unter der nummer|unter nummer|unter nr|unter der nr|hat die nummer|mit der nummer|bekam die nummer|die nummer bekommen|nummer erhalten|unter angabe von|unter angabe der|bei rückfragen bitte|geführt unter|erfasst unter|eingetragen unter',
    el: 'με αριθμό|υπό τον αριθμό|έχει αριθμό|πήρα αριθμό|μου έδωσαν τον αριθμό',
    en: 'registered as|recorded as|noted as|listed as|entered as|booked as|booked under|under number|under no|under the number|logged under|filed under|registered under|recorded under|known under|gave me number|given number|given the number|got the number|gave me the number|please quote|quote|quote number|always quote|quoting number',
    es: 'registrado con|registrada con|registrado como|registrada como|anotado como|anotada como|bajo el número|con el número|registrado con el número|registrada con el número|dieron el número|tiene el número|cite|citando|indicando',
    et: 'numbri all|numbriga|sain numbri',
    fi: 'numerolla|sai numeron|sain numeron|saatiin numero|viitteellä',
    fr: 'enregistré comme|enregistrée comme|noté sous|notée sous|référencé sous|référencée sous|sous le numéro|sous le n|sous le n°|sous n°|enregistré sous|enregistrée sous|donné le numéro|porte le numéro|porte le n°|à rappeler dans toute correspondance|rappeler|rappeler la référence|rappeler le numéro|à rappeler|en rappelant',
    hr: 'pod brojem|pod br|ima broj|dobila sam broj|dobio sam broj',
    hu: 'azt a számot kaptam|számot kaptam|számon',
    it: 'registrato come|registrata come|registrato con|registrata con|annotato come|con il numero|sotto il numero|con il n|al n|al numero|ha il numero|dato il numero|citare|citando|indicando',
    lt: 'numeriu|gavau numerį|suteiktas numeris',
    lv: 'ar numuru|saņēmu numuru|piešķirts numurs',
    nl: 'geregistreerd als|geregistreerd onder|genoteerd als|genoteerd onder|geboekt onder|bekend onder|onder nummer|onder het nummer|heeft nummer|kreeg nummer|kreeg het nummer|onder vermelding van|met nummer|vermeld',
    no: 'under nummer|har nummer|fikk nummer|med nummer',
    pl: 'zarejestrowano jako|zarejestrowana jako|zarejestrowane jako|zapisano jako|pod numerem|pod nr|ma numer|dostałam numer|dostałem numer|otrzymałam numer|otrzymałem numer|nadano numer|o numerze|z numerem|powołując się na',
    pt: 'registado como|registada como|registado com|registada com|com o número|sob o número|sob o n.º|deram o número|deram me o número|tem o número|indicando|citando',
    ro: 'sub numărul|sub nr|cu numărul|are numărul|am primit numărul|dat numărul',
    sk: 'pod číslom|pod č|má číslo|dostala som číslo|dostal som číslo|uvádzajte',
    sl: 'pod številko|pod št|ima številko|dobila sem številko|dobil sem številko',
    sv: 'under nummer|har nummer|fick nummer|med nummer|ange nummer',
  },
}

/** Parts of a court's file mark: chamber and register before, number and year behind. */
const courtFile =
  /(?:(?:G?StA|[AL]G|OLG|ArbG|L?SG|O?VG|FG) )?(?:(?:\p{Lu}\/\d{2}\/\d{4,7} \/ )?(?:\p{Lu}{1,3} ){1,2}\d{2}-\d{1,5}|(?:[IVXL]{1,5}|\d{1,3}|\p{Lu})\.? ?(?:\p{Lu}[\p{L}-]{0,4}\.? (?:[a-z]{2,3} )?){1,3}(?:\d{1,3} )?\d{1,6}(?:[/.]\d{2,6}){1,2}(?:-\d{1,4})?(?: ?[\p{Lu}]{1,2}(?![\p{L}\p{N}])| \p{Lu}{3}(?=[,.;)\n]|$)| \([IVX]{1,4}\))?|\p{Lu} \d{1,3} \p{Lu}{1,3} \d{1,6}\/\d{2,4}(?: \p{Lu}{1,2}(?![\p{L}\p{N}]))?|\d{1,3}\.\p{L}{1,3}\.(?:\d{1,3}\.)?\d{1,6}\/(?:19|20)\d\d(?:\/\d{1,4})?|\p{Lu}{2,5} \d{3,6}\/(?:\d{4}|\d{2}\p{Lu}{3}\d{2}))(?![\p{L}\p{N}])/uy
/** The clerk's initials behind a number: `3627/23 HB-mt`. */
const initials =
  /(?: (?:\p{Lu}{2,3}(?:[-/]\p{Ll}{2,3})?|\p{Ll}{2,3}-\p{Ll}{2,3})|\/\p{Lu}\p{L}{1,3}|-\p{Lu}\/\p{Ll}{2,3}|\/\p{Ll}{2,3})(?![\p{L}\p{N}])/uy
const yearSlashed = /\d\/\d{2,4}$|^\d{5,}$/
const slash = 0x2f
const underscore = 0x5f
/** `case 40100:` and `case 0x1F:` are code. */
const plainCase = /^(?:0x)?[\da-fA-F]{1,10}[:)]/
/** Two- and three-letter words that are other words in other languages: only abbreviated, as a key, or in capitals. */
const isShort = (label: string): boolean => label.length <= 3
function findCase(view: View, value: LabelledValue, findings: Findings): void {
  if (!isNamed(view, value)) return
  const { start, frameStart, link } = value
  // Letters of a file mark ("DL", "C") are words of other groups too: they end a value elsewhere, not here.
  const limit = link === 'cell' || link === 'hint' ? value.limit : view.text.length
  const court = matchAt(view, courtFile, start, limit)
  if (court > 0 && !isWord(view.unit(court))) {
    findings.addFramed(frameStart, court, 'CASE_NUMBER', link === 'bare' ? TYPICAL : LABELLED, start, court)
    return
  }
  const end = readReference(view, start, limit)
  if (end > 0 && yearSlashed.test(view.text.slice(start, end))) {
    const more = matchAt(view, initials, end, limit)
    if (more > 0 && (link !== 'bare' || view.unit(end) === slash)) {
      findings.addFramed(frameStart, more, 'CASE_NUMBER', LABELLED, start, more)
      return
    }
  }
  findReferences(view, value, 'CASE_NUMBER', findings)
  findBehindName(view, value, 'CASE_NUMBER', findings)
}

/** Does the word mean a case here? `case 40100:` is code, "test case 12" a test, "Az 1184" a Hungarian article. */
function isNamed(view: View, { labelStart, labelEnd, start, link }: LabelledValue): boolean {
  if (link === 'cell' || link === 'hint') return true
  const label = view.text.slice(labelStart, labelEnd)
  // Substances have numbers of the Chemical Abstracts Service.
  if (label === 'CAS' && /^\d{2,7}-\d\d-\d(?!\d)/.test(view.text.slice(start, start + 14))) return false
  // "Rg.-Nr." is a German invoice, "RG" a French and an Italian court list.
  if (/^rg$/i.test(label) && label !== 'RG') return false
  // `LIGHTRED_EX = 101`
  if (isShort(label) && view.unit(labelStart - 1) === underscore) return false
  if (isShort(label) && link === 'bare')
    return view.unit(labelEnd) === 0x2e || label === label.toUpperCase() || isFileBehind(view, label, start)
  if (/^cases?$/i.test(label) && link === 'bare' && plainCase.test(view.text.slice(start, start + 14))) return false
  return !/(?:test|use|edge|worst|best|upper|lower|switch)[ _-]?$/i.test(
    view.text.slice(Math.max(0, labelStart - 7), labelStart),
  )
}

/** "sag 26/0448", "mål T 448-26": the form says that the short word is one for a case. "Az 2016/679" is an article and a law. */
function isFileBehind(view: View, label: string, start: number): boolean {
  if (view.unit(start - 1) !== 0x20 || label.toLowerCase() === 'az') return false
  const end = readReference(view, start, view.text.length)
  const written = view.text.slice(start, end)
  return (
    end > 0 &&
    !/^(?:19|20)\d\d\D/.test(written) &&
    !modelLike.test(written) &&
    (shortFile.test(written) || ofTopic.test(written))
  )
}
const shortFile =
  /^(?:\d{2,8}\/\d{2,8}(?:[-/]\p{Lu}{1,3})?|\p{Lu}{1,3}[-/]\d{2,8}[-/]\d{2,8}|\p{Lu}{1,3} \d{1,6}[-/]\d{2,4}|\d{3,8}-\d{2}|\d{2}-\d{3,8})$/u

function findReferred(view: View, value: LabelledValue, findings: Findings): void {
  const { start, limit } = value
  const end = readReference(view, start, limit)
  if (end < 0) return
  const written = view.text.slice(start, end)
  const isFile = looksLikeFile(written)
  if (ofThing.test(view.text.slice(value.labelEnd, start))) return
  if (!isFile && !isOfCase(view, value, written)) return
  findReferences(view, { ...value, limit: end }, 'CASE_NUMBER', isFile ? findings : scored(findings, anyOther))
}

function findTopic(view: View, value: LabelledValue, findings: Findings): void {
  const { start, limit, link } = value
  if (link === 'cell' || link === 'hint') return
  const end = Math.max(readReference(view, start, limit), matchAt(view, courtFile, start))
  if (end < 0 || isLawBefore(view, start)) return
  const written = view.text.slice(start, end)
  // `file: IMG-20240417.jpg`
  if (view.unit(end) === 0x2e && isWord(view.unit(end + 1))) return
  const isSigned = view.unit(start - 1) === 0x23 && /^\d{5,}$/.test(written)
  if (isSigned) findings.addFramed(start - 1, end, 'CASE_NUMBER', anyOther, start, end)
  if (!ofTopic.test(written) || modelLike.test(written) || written.replace(/\D/g, '').length < fewestOfTopic) return
  findReferences(view, { ...value, link: 'bare', limit: end }, 'CASE_NUMBER', scored(findings, anyOther))
}

/** Capitals and digits with joints, letters and a long number, or a number with two joints: no span and no size. */
const ofTopic =
  /^(?:(?=.*\p{Lu})(?=.*[-/.\d]\d{2})[\p{Lu}\d]+(?:[-/. ][\p{Lu}\d]+){1,6}|(?=.*\d{4})\d*\p{Lu}{1,4}\d{4,12}|\d+\/\d+\/\d+|\d{4,8}\/\d{2}|\d{2}[-/]\d{4,8}|\d+-\d+-\d+)$/u
const fewestOfTopic = 5

/** `Re: [#448812] invoice`: as help desks mark the subject of a mail. */
function findInSubject(view: View, _start: number, end: number, findings: Findings): void {
  const stop = matchAt(view, inBrackets, end)
  if (stop < 0) return
  const from = Math.max(0, end - longestSubject)
  const line = view.text.slice(from, end)
  if (subject.test(line.slice(line.lastIndexOf('\n') + 1))) findings.add(end, stop - 1, 'CASE_NUMBER', TYPICAL)
}
const inBrackets = /(?:\p{Lu}{1,8}[-: ])?\d{3,12}(?:-\d{1,12}){0,2}\]/uy
const subject = /^[ >*"']{0,4}(?:\p{L}{1,12}:|\p{L}{1,8}\[\d\]:)/u
const longestSubject = 120

/** A word for what is numbered says more: "the order with the number 77120". */
function findKnown(view: View, value: LabelledValue, findings: Findings): void {
  if (value.link === 'cell' || value.link === 'hint') return
  findReferences(
    view,
    { ...value, link: value.link === 'pair' ? 'number' : value.link },
    'CASE_NUMBER',
    scored(findings, anyOther),
  )
}

/** Any other word for what is numbered says more. */
const anyOther = LIKELY - 0.05

/** "solicitor ref: ABC.44718-1": a code behind the word for a reference, where no article is spoken of. */
function isOfCase(view: View, { labelStart, labelEnd, link }: LabelledValue, written: string): boolean {
  const digits = written.replace(/\D/g, '').length
  if (digits < 4 || /\p{Ll}/u.test(written) || modelLike.test(written)) return false
  if (ofThing.test(view.text.slice(Math.max(0, labelStart - 20), labelStart))) return false
  if (link !== 'bare') return digits > 4 || /[-/]/.test(written)
  // In other languages the same word names goods.
  const isEnglish = view.text.slice(labelStart, labelEnd).toLowerCase() === 'reference'
  return digits > 4 && (isEnglish ? /[\p{Lu}/-]/u : /\p{Lu}/u).test(written)
}
const modelLike = /^(?:\p{Lu}{1,4}-?\d{3,4}\p{Lu}{0,3}\d{0,2}|\d{4}-\d{4}|(?:19|20)\d\d[-/](?:\d\d|(?:19|20)\d\d))$/u
const ofThing =
  /(?:art(?:icle|ikel|\.)?|items?|produ[ck]ts?|produit|producto|prodotto|produto|parts?|teil\w{0,6}|mod[e\u00e8]l\w{0,2}|pi[e\u00e8]ce|colou?r|catalog\w{0,3}|sku|cross|ersatz\w{0,5}|artigo|art\u00edculo|articolo|git|branch|show|api|http|href)[^\p{L}]{0,3}$/iu

/** A slash or a year among letters and digits, or capitals with a long number; not a plain number, not `WH-1000XM4`. */
function looksLikeFile(written: string): boolean {
  if (/[a-z]{3}/.test(written) || !/\d{3}/.test(written)) return false
  if (/\d\/\d{2}/.test(written) || /\p{L}{1,5}\/\d{2,4}\/\d/u.test(written)) return true
  if (/^\d{2}\p{Lu}{1,3}\d{5,9}$/u.test(written)) return true
  return /^\p{Lu}{2,5}-?(?:\d{2,8}[-/])?(?:19|20)?\d{2}-?[-/]?\d{4,9}$|^\p{Lu}{2,5}[-/]\d{3,6}[-/](?:19|20)\d\d$|^(?:19|20)\d\d[-/]\d{3,6}[-/]\p{Lu}{1,4}$/u.test(
    written,
  )
}

export const caseNumber: BuiltInRecognizer = {
  name: 'case-number',
  source: 'https://e-justice.europa.eu/topics/legislation-and-case-law/european-case-law-identifier-ecli_en',
  types: ['CASE_NUMBER'],
  anchors: [
    onLabel(caseWords, findCase),
    onLabel(referenceWords, findReferred),
    onLabel(topicWords, findTopic),
    onLabel(knownBy, findKnown),
    onText('[#', findInSubject),
    onLabel(numberedCaseWords, numberedReference('CASE_NUMBER')),
  ],
  examples: {
    match: [
      'Гр. д. № «3627/2023» г., Окръжен съд',
      'Č. j. «21 C 307/2023-18», Krajský',
      'sp. zn. «12 Co 44/2024»',
      'skadenr. «S24-00736», anmeldt',
      'Unser Zeichen: «3627/23 HB-mt»',
      'Az. «31 C 276/23» – Landgericht',
      'Vorgang «KD-24-006358». Für Rückfragen',
      'aktenzeichen=«BA-2024-00463» stand',
      '{"vorgang":"«SR-639258»"}',
      '(Ticket «HR-3846»)',
      'Geschäftszeichen «S 27 AS 306/22».',
      'Αριθμ. κατάθεσης «ΓΑΚ 36275/2023»',
      '"ticketId": "«INC-0064358»"',
      'Our ref: «TR/2023/3641-BN»        Your',
      'Your ref: «HMC-64205»',
      'Claim No. «L07MR538»',
      'quoting «FR-5362-2024». The refund',
      'claim «CLM2024-006739» states',
      'Home Office ref: «GWF073548162»',
      'ticket #«5263817»',
      'Incident «CAD 3746/09JUN24». Attending',
      'Crime ref «63/307514/24».',
      'closed case «SM-2023-5264» and',
      'Expediente «EMP/2024/000638». Alta',
      'Autos n.º «3627/2023-5», Audiencia',
      'bajo la referencia «INC-2024-5396». El',
      'kahjujuhtum nr «K-2024-307»',
      'vahinkonumero «V-2024-00736»',
      'Réf. : «2023/0647-DLM»   RG n° «23/03562»',
      'RG n° «23/03562»',
      'le dossier «SIN-536298». Merci',
      'sinistre «2024S006358». Le 3',
      'litige «L23-164». Audience',
      'cás #«31746».',
      'poslovni broj «P-118/2024»',
      'Ügyszám: «7.P.30.267/2023», Szegedi',
      'málsnúmer «2025-0118»',
      'R.G. n. «4653/2023»',
      'pratica «PR-2024-5276». Resto',
      'sinistro «SX24-00658») dichiara',
      'Rif. «PZ/24/0576», consegna',
      'civilinės bylos Nr. «e2-3627-307/2024»',
      'lietas Nr. «C30736241»',
      'numru tal-każ «K-118/25»',
      'Ons kenmerk «20230536/TdL»; dossier',
      'zaaknummer «C/05/637294 / HA ZA 23-268»',
      'melding: «2024-00638-TR»',
      'saksnr. «25/00118»',
      'Sygn. akt «II C 3627/23»',
      'zgłoszenie «ZG/2024/06/0257». Proszę',
      'Processo n.º «3627/23.4T8VCT», Juízo',
      'Protocolo «2024061300638».',
      'Dosar nr. «5263/215/2023»',
      'číslo škody «536207»',
      'opr. št. «P 118/2024»',
      'ärende «ÄR-2024-0657». Plusgiro',
    ],
    miss: [
      'switch (code) { case 40100: return }',
      'case 12500: break',
      'test case 10001 failed',
      'in case 12 of them fail',
      'see reference RFC 2822',
      'cross-reference ISO-9001:2015',
      'ref: WH-1000XM4',
      'git show ref 1a2b3c4d5e',
      '"$ref": "#/components/schemas/Pet2"',
      'az 12500 forintos jegy',
      'the claim of 12,500.00',
      'tickets cost 12.50',
      'Fall 2024',
      'report 2024-11-05',
    ],
  },
}
