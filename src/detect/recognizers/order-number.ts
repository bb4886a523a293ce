/** Numbers of orders, bookings and parcels. No standard gives them a form; the words beside them do. */
import { type BuiltInRecognizer, type LabelGroup, onLabel } from '../recognizer.ts'
import { findReferences } from '../reference.ts'

const orderWords: LabelGroup = {
  name: 'ORDER_NUMBER',
  words: {
    bg: 'поръчк*|работна поръчка|резерваци*|пратк*|товарителниц*|проследяване',
    cs: 'objednávk*|zakázk*|rezervac*|zásilk*|balík|balíku',
    da: 'ordre|ordren|arbejdsordre|opgave~|ordre~|bestilling|bestillingen|bestillings~|booking|booking~|forsendelse|forsendelses~|pakke~|pakke',
    de: 'bestellung*|arbeitsauftrag|arbeitsauftrags~|serviceauftrag|serviceauftrags~|bestell~|auftrag|auftrags~|buchung|buchungs~|reservierung|reservierungs~|sendung|sendungs~|paket|paket~',
    el: 'παραγγελί*|εντολή εργασίας|κράτηση|κράτησης|αποστολή|αποστολής|δέμα|δέματος',
    en: 'order|orders|job no|job number|job ref|work order|booking|bookings|booking reference|reservation|purchase order|parcel|shipment|consignment|tracking|confirmation~|pnr|awb|order confirmation|waybill',
    es: 'pedido|pedidos|orden de trabajo|orden de servicio|reserva|envío|orden de compra|seguimiento|localizador|paquete',
    et: 'tellimus|tellimuse|töökäsk|töökäsu~|tellimust|tellimuse~|tellimus~|broneering|broneeringu|broneeringu~|saadetis|saadetise|saadetise~',
    fi: 'tilau*|työmääräy*|tilaus~|varau*|varaus~|lähety*|lähetys~|seuranta~|paketti|paketin',
    fr: 'commande|commandes|ordre de travail|bon de travail|bon de commande|réservation|colis|suivi|expédition|dossier de réservation',
    ga: 'ordú|ordaithe|ordú oibre|áirithint|áirithinte|beart',
    hr: 'narudžb*|radni nalog|radnog naloga|rezervacij*|pošiljk*|paket|paketa',
    hu: 'rendelés*|munkalap|munkalap~|megbízás~|rendelés~|megrendelés*|megrendelés~|foglalás*|foglalás~|csomag|csomagom|csomag~|küldemény*|küldemény~',
    it: 'ordine|ordini|ordine di lavoro|commessa|prenotazione|spedizione|pacco|tracking',
    lt: 'užsakym*|darbo užsakym*|rezervacij*|siunt*',
    lv: 'pasūtījum*|darba uzdevum*|rezervācij*|sūtījum*',
    mt: 'ordni|ordni tax-xogħol|prenotazzjoni|konsenja',
    nl: 'bestelling|bestellingen|werkorder|werkorder~|opdracht~|werkbon~|bestel~|order~|boeking|boekings~|reservering|reserverings~|zending|zend~|pakket|pakket~|track and trace|tracking~',
    pl: 'zamówieni*|zleceni*|rezerwacj*|przesył*|paczk*',
    pt: 'encomenda|encomendas|ordem de trabalho|ordem de serviço|pedido|reserva|envio|remessa|rastreio',
    ro: 'comanda|comenzii|ordin de lucru|comenzi|comandă|rezervar*|colet*|expedier*',
    sk: 'objednávk*|zákazk*|rezerváci*|zásielk*|balík|balíka',
    sl: 'naročil*|delovni nalog|delovnega naloga|rezervacij*|pošiljk*|paket|paketa',
    sv: 'beställning|beställningen|arbetsorder|arbetsorder~|uppdrags~|beställnings~|order~|ordern|bokning|boknings~|försändelse|försändelse~|kolli~|paket|paket~|spårnings~',
  },
}

export const orderNumber: BuiltInRecognizer = {
  name: 'order-number',
  source: 'https://schema.org/orderNumber',
  types: ['ORDER_NUMBER'],
  anchors: [onLabel(orderWords, (view, value, findings) => findReferences(view, value, 'ORDER_NUMBER', findings))],
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
