/** Heads of columns as people cut them short. */
import { describe, expect, it } from 'vitest'
import { detectNow, withoutNames } from '../marked.ts'

/** Head and a value of its column, by language. */
const heads: Readonly<Record<string, string>> = {
  de: 'Kennz.=HH-KT 4471|Tankkarte=7004 1182 0471 3|KdNr=118204|Kd.-Nr=118204|Pers.Nr.=004417|PersNr=004417|Geb.dat.=12.04.1987|GebDat=12.04.1987|Geb.=12.04.1987|VersNr=12 120487 K 118|SV-Nr.=12 120487 K 118|Steuer-ID=86095742719|StId=86095742719|Kto.=532013000|BLZ=37040044|Ausweis=L01X00T47|AusweisNr=L01X00T47|Mobil=0160 4471882|Tel. dienstl.=0431 118204|Durchwahl=118|MatrNr=118204|Vertrag=V-118204|Pol.-Nr.=77-118204|Az=4 C 118/26|RNr=RE-118204|Re.-Nr.=RE-118204|Best.Nr.=B-118204|AuftrNr=A-118204|FIN=WVWZZZ1KZ6W386752|Zählernr=1EMH0012345678|Benutzer=h.brandt|Kennwort=Ahorn47Blatt|Inv.-Nr.=NB-118204|Chip-Nr.=276098106118204',
  en: 'Cust No=118204|Cust#=C-118204|Acc No=00718836|A/c=00718836|Emp No=004417|EmpID=E-4417|Payroll=118204|DoB=12/04/1987|D.O.B.=12/04/1987|NINO=QQ123456C|NHS=943 476 5919|Pt No=K118204|Hosp No=K118204|MRN=K118204|Reg=LK19 XTB|Reg No=LK19 XTB|Policy=HOM-118204|Claim=CLM-118204|Inv=INV-118204|Inv #=INV-118204|PO=PO-118204|Order=O-118204|SO#=118204|Tkt=T-118204|Case=C-118204|Ext=4471|Mob=07700 900456|Tel=020 7946 0958|Home tel=020 7946 0958|Postcode=SK4 2QJ|Serial=PF3XK118|S/N=PF3XK118|User=h.brandt|Login=h.brandt|Passport=118204771|DL No=MORGA753116SM9IJ|Membership=M-118204|Badge=118204',
  fr: 'Immat=AB-123-CD|Immat.=AB-123-CD|N° adh.=118204|N° cli.=C-118204|Cli=C-118204|Ddn=12/04/1987|Né(e) le=12/04/1987|Date naiss.=12/04/1987|N° SS=2 79 02 44 109 123 06|NIR=2 79 02 44 109 123 06|CP=29200|Tél=02 98 11 82 04|Port.=06 11 82 04 77|Mat.=F-3310|Matric.=F-3310|N° fact.=F26-118|Fact=F26-118|Cmde=C26-118|N° cmde=C26-118|Dossier=D-118204|N° doss.=D-118204|N° police=118204|Sin.=S-118204|N° série=PF3XK118|Login=h.brandt|MDP=Erable47Feuille|RIB=30004 00001 00000012345 67',
  es: 'Matríc.=4417 BCD|F. nac.=12/04/1987|FNac=12/04/1987|NSS=28/12345678/40|Tfno=943 11 82 07|Tlf.=943 11 82 07|C.P.=48001|Nº cli.=C-118204|Cod. cli.=C-118204|Nº emp.=004417|Exp.=EXP/118204|Expte.=EXP/118204|Nº fra.=F/118204|Fra.=F/118204|Ped.=P-118204|Nº ped.=P-118204|Pól.=118204|Siniestro=S-118204|Usuario=h.brandt|Clave=Arce47Hoja|NIF=12345678Z|Cta.=2100 0813 61 0123456789',
  it: 'Tg.=FA123BC|Targa=FA123BC|D.N.=12/04/1987|Nasc.=12/04/1987|C.F.=BRMLVC85T50F205Z|Cod. cl.=C-118204|Cod.cli=C-118204|Matr.=M-118204|N. fatt.=F-118204|Fatt.=F-118204|Ord.=O-118204|N. ord.=O-118204|Prat.=P-118204|N. pol.=118204|Sin.=S-118204|Tel.=02 1182047|Cell.=347 881 2040|CAP=00153|P.IVA=01182047715|Utente=h.brandt|Pwd=Acero47Foglia|Tess.=118204',
  nl: 'Kent.=12-ABC-3|Kenteken=12-ABC-3|Gebdat=12-04-1987|Geb.dat=12-04-1987|Klnr=118204|Klantnr.=118204|Pers.nr=004417|Polnr=118204|Polisnr=118204|Factnr=F-118204|Fact.=F-118204|Ordnr=O-118204|Dos.nr=D-118204|Schadenr=S-118204|BSN=111222333|Tel=0515-442107|Mob=06-12345678|Rek.nr=12.34.56.789|Ww=Esdoorn47Blad',
  pl: 'Nr rej.=KR 4417X|Data ur.=12.04.1987|Ur.=12.04.1987|Nr kl.=118204|Nr klienta=118204|Nr prac.=004417|Nr ewid.=004417|Nr pol.=118204|Nr fakt.=FV/118/26|FV=FV/118/26|Nr zam.=Z-118204|Sygn.=II K 118/26|Nr spr.=118/26|Szkoda=S-118204|Tel.=600 100 200|Kom.=600 100 200|Nr dow.=ABA 300000|Login=h.brandt|Hasło=Klon47Lisc',
  cs: 'SPZ=4AB 4417|Dat. nar.=12. 4. 1987|Nar.=12. 4. 1987|RČ=845612/0017|Č. zák.=118204|Zák. č.=118204|Os. č.=004417|Č. sml.=118204|Č. poj.=118204|Fa č.=118204|Č. fa=118204|Obj.=118204|Sp. zn.=12 C 118/26|Č.j.=118/26|Tel.=777 123 456|Mob.=777 123 456|PSČ=602 00|Heslo=Javor47List|Č.ú.=19-2000145399/0800',
}

describe.each(Object.entries(heads))('short heads in %s', (_language, pairs) => {
  it.each([
    ['CSV', (head: string, value: string) => `Pos;${head};Ort\n1;${value};Kiel\n2;;Ulm\n`],
    ['Markdown', (head: string, value: string) => `| Nr | ${head} | x |\n|---|---|---|\n| 1 | ${value} | b |\n`],
  ])('name their cells in %s', (_carrier, write) => {
    const left = pairs.split('|').filter(pair => {
      const [head, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
      const text = write(head, value)
      const start = text.indexOf(value)
      return !detectNow(text, withoutNames).some(found => found.start <= start && found.end >= start + value.length)
    })
    expect(left).toEqual([])
  })
})
