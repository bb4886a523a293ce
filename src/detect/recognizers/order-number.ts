/** Numbers of orders, bookings and parcels. No standard gives them a form; the words beside them do. */
import { numberedOrderWords, numberedReference } from '../numbered-labels.ts'
import { type BuiltInRecognizer, type LabelGroup, onLabel } from '../recognizer.ts'
import { findReferences } from '../reference.ts'

const orderWords: LabelGroup = {
  name: 'ORDER_NUMBER',
  words: {
    '*': 'end to end id|endtoendid|e2e id|instr id|confirmation no|conf no',
    bg: 'поръчк*|работна поръчка|резерваци*|пратк*|товарителниц*|проследяване|пор №|товарителница №',
    cs: 'objednávk*|zakázk*|rezervac*|zásilk*|balík|balíku|dodací list|dodacího listu|objednávc*|podací číslo|podacího čísla|sledovací číslo|kód rezervace|zásilkový|obj č|obj|č obj|objednávka č',
    da: 'ordre|ordren|arbejdsordre|opgave~|ordre~|bestilling|bestillingen|bestillings~|booking|booking~|forsendelse|forsendelses~|pakke~|pakke|reservations~|følgeseddel|følgeseddel~|følgesedler|sporings~|fragtbrev|fragtbrevs~|afhentningskode|track and trace|pakken|forsendelsen|kolli~|ordrenr|ordre nr|pakke nr',
    de: 'bestellung*|arbeitsauftrag|arbeitsauftrags~|serviceauftrag|serviceauftrags~|bestell~|auftrag|auftrags~|buchung|buchungs~|reservierung|reservierungs~|sendung|sendungs~|paket|paket~|lieferschein|lieferschein~|frachtbrief|frachtbrief~|sendungsverfolgungs~|ticketcode|buchungscode|reservierungscode|päckchen|sendungs nr|päckchen~|pakets|lieferung|lieferungs~|sendungsnr|bestellnr|auftragsnr|angebotsnr',
    el: 'παραγγελί*|εντολή εργασίας|κράτηση|κράτησης|αποστολή|αποστολής|δέμα|δέματος|εντοπισμού|αριθμός εντοπισμού|κωδικός εντοπισμού|δελτίο αποστολής|φορτωτική|κωδικός παράδοσης|αρ παραγγ|παρ',
    en: 'order|orders|job no|job number|job ref|work order|booking|bookings|booking reference|reservation|purchase order|parcel|shipment|consignment|tracking|confirmation~|pnr|awb|order confirmation|waybill|po number|po no|delivery note|delivery note no|despatch note|dispatch note|job reference|order acknowledgement|royal mail ref|parcel ref|parcel no|package|package no|tracking id|tracking ref|tracking code|delivery ref|consignment no|dispatch ref|shipment ref|order ref|order reference|collection ref|collection code|ref the job|tracking says|hermes|evri|yodel|collect no|rma no',
    es: 'pedido|pedidos|orden de trabajo|orden de servicio|reserva|envío|orden de compra|seguimiento|localizador|paquete|guía de envío|guía de remisión|albarán|albarán n|nota de entrega|número de guía|guía n|localizador de reserva|número de envío|n envío|reservación|reservacion|pedido n|n de envío|nº pedido',
    et: 'tellimus|tellimuse|töökäsk|töökäsu~|tellimust|tellimuse~|tellimus~|broneering|broneeringu|broneeringu~|saadetis|saadetise|saadetise~|pakikood|paki number|saateleht|saatelehe|saatelehe number|jälgimiskood|jälgimisnumber|broneeringukood|saatekiri paki|tell nr',
    fi: 'tilau*|työmääräy*|tilaus~|varau*|varaus~|lähety*|lähetys~|seuranta~|paketti|paketin|varaustunnu*|lähetystunnu*|paketti~|pakettinumero|toimitus~|toimitusnumero|tilauksen~|tilauksenne|seurantatunnu*|seurantakood*|rahtikirja|rahtikirja~|rahtikirjan|lähete|lähetteen|noutokoodi|tilaus nro',
    fr: 'commande|commandes|ordre de travail|bon de travail|bon de commande|réservation|colis|suivi|expédition|dossier de réservation|bon de livraison|bl n|numéro d envoi|bordereau|récépissé|lettre de voiture|numéro de suivi|envoi n|n de colis|numéro de colis|réf colis|retour n|bordereau n|bordereau d envoi|n de suivi|transporteur',
    ga: 'ordú|ordaithe|ordú oibre|áirithint|áirithinte|beart|uimhir rianaithe|uimhir áirithinte|nóta seachadta',
    hr: 'narudžb*|radni nalog|radnog naloga|rezervacij*|pošiljk*|paket|paketa|otpremnica|otpremnice|kod za praćenje|praćenje|broj za praćenje|broj otpremnice|tovarni list|paket br|narudž br',
    hu: 'rendelés*|munkalap|munkalap~|megbízás~|rendelés~|megrendelés*|megrendelés~|foglalás*|foglalás~|csomag|csomagom|csomag~|küldemény*|küldemény~|rendelésazonosító*|küldemény azonosító*|fuvarlevél|fuvarlevélszám*|fuvarlevél száma|szállítólevél|szállítólevél száma|szállítólevélszám*|nyomkövetési szám*|nyomkövetési kód|átvételi kód|foglalási kód|foglalási kódja|foglalás kódja|foglalási kódom|foglalási kódunk|rendelési|rendelési azonosító|megrendelési|rend szám|csomagszám',
    it: 'ordine|ordini|ordine di lavoro|commessa|prenotazione|spedizione|pacco|tracking|tracciamento|numero di tracciamento|ddt|ddt n|bolla|bolla n|bolla di consegna|lettera di vettura|codice di tracciamento|codice di prenotazione|ord n|ordine n|spediz n',
    lt: 'užsakym*|darbo užsakym*|rezervacij*|siunt*|važtarašt*|sekimo numeris|sekimo kodas|siuntos kodas|rezervacijos kodas|užs nr',
    lv: 'pasūtījum*|darba uzdevum*|rezervācij*|sūtījum*|izsekošanas numurs|izsekošanas kods|sūtījuma kods|pavadzīme preces|rezervācijas kods|pas nr',
    mt: 'ordni|ordni tax-xogħol|prenotazzjoni|konsenja|numru ta traċċar|numru tal-pakkett|numru tal pakkett|pakkett|traċċar|l-ordni|l ordni',
    nl: 'bestelling|bestellingen|werkorder|werkorder~|opdracht~|werkbon~|bestel~|order~|boeking|boekings~|reservering|reserverings~|zending|zend~|pakket|pakket~|track and trace|tracking~|zendings~|zendingnummer|track en tracecode|track en trace|track trace|vrachtbrief|vrachtbrief~|pakbon|pakbon~|leverbon|leverbon~|afhaalcode|pakketje|pakje|pakketnr|zendingsnr|ordernr|bestelnr|offerte|bestelling nr|zend nr',
    no: 'pakke~|sporings~|frakt~|følgeseddel|ordre|ordre~|bestilling|bestillings~|booking|booking~|reservasjons~|sendings~|pakke|pakken|sporing|sendingsnummer|kollinummer|ordren|bestillingen',
    pl: 'zamówieni*|zleceni*|rezerwacj*|przesył*|paczk*|list przewozowy|listu przewozowego|numer listu przewozowego|nr listu przewozowego|numer śledzenia|śledzenia|wz|wz nr|dokument wz|kod odbioru|zam nr|nr zam|przesyłka nr',
    pt: 'encomenda|encomendas|ordem de trabalho|ordem de serviço|pedido|reserva|envio|remessa|rastreio|guia de transporte|guia de remessa|código de rastreamento|código de rastreio|código de seguimento|guia n|guia|código de encomenda|localizador|enc n|nº enc',
    ro: 'comanda|comenzii|ordin de lucru|comenzi|comandă|rezervar*|colet*|expedier*|aviz|aviz nr|avizul|cod de urmărire|cod urmărire|scrisoare de transport|numărul comenzii|nr comandă|awb|nr awb|colet nr|cda nr|comanda nr',
    sk: 'objednávk*|zákazk*|rezerváci*|zásielk*|balík|balíka|dodací list|dodacieho listu|objednávc*|podacie číslo|sledovacie číslo|kód rezervácie|obj č|obj|č obj',
    sl: 'naročil*|delovni nalog|delovnega naloga|rezervacij*|pošiljk*|paket|paketa|dobavnica|dobavnice|sledilna številka|številka za sledenje|tovorni list|nar št',
    sv: 'beställning|beställningen|arbetsorder|arbetsorder~|uppdrags~|beställnings~|order~|ordern|bokning|boknings~|försändelse|försändelse~|kolli~|paket|paket~|spårnings~|sändning|sändnings~|följesedel|följesedels~|fraktsedel|fraktsedels~|avhämtningskod|bokningskod|paketet|kolli id|kolliid|sändningen|avi id|ordernr|best nr',
    uk: 'замовлення|замовленням|замовленню|бронювання|посилк*|відправлення|накладн*|номер замовлення|номер відправлення|ттн|трек номер|номер посилки',
    is: 'pöntun|pöntunar~|pöntunarnúmer|pöntunina|bókun|bókunar~|bókunarnúmer|sending|sendingar~|sendingarnúmer|rakningarnúmer',
  },
}

export const orderNumber: BuiltInRecognizer = {
  name: 'order-number',
  source: 'https://schema.org/orderNumber',
  types: ['ORDER_NUMBER'],
  anchors: [
    onLabel(orderWords, (view, value, findings) => findReferences(view, value, 'ORDER_NUMBER', findings)),
    onLabel(numberedOrderWords, numberedReference('ORDER_NUMBER')),
  ],
  examples: {
    match: [
      'refund for order #«12345»',
      'Bestell-Nr.: «B-2023-640287».',
      '{"orderNumber":"«SO-1006374»"}',
      'order_id=«53648»&page=2',
      'Ihre Bestellung «4500307916» vom 08.03.2024',
      'purchase order «PO 5263/C»',
      'nº de pedido «P-5236»',
      'order numbers «1001», «1002» and «1007»',
      'rendelésszám: «HU-2024-0736»',
      'pedido #«BR-61934725» e',
    ],
    miss: [
      'order 2 pizzas',
      'order by 2024-11-05',
      'in order to pass 12500 tests',
      'order total: 12500',
      'ordered 3',
      'order of 250,00 €',
    ],
  },
}
