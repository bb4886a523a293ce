/** Words that somebody gives to be known: answers to security questions, memorable words, passwords of telephone services. */
import type { LabelledValue } from '../labelled-values.ts'
import { matchAt } from '../patterns.ts'
import { type BuiltInRecognizer, type Findings, type LabelGroup, onLabel, onWord } from '../recognizer.ts'
import { LABELLED } from '../scores.ts'
import { isPlaceholder } from '../secret-values.ts'
import type { View } from '../view.ts'

const answerWords: LabelGroup = {
  name: 'SECURITY_ANSWER',
  words: {
    bg: 'таен отговор|тайна дума|секретен отговор',
    cs: 'bezpečnostní odpověď|odpověď na bezpečnostní otázku|tajné slovo|telefonní heslo|kontrolní slovo',
    da: 'sikkerhedssvar|svar på sikkerhedsspørgsmål|hemmeligt ord|kundeadgangsord',
    de: 'antwort auf die sicherheitsfrage|sicherheitsantwort|geheime antwort|geheimwort|losungswort|kundenkennwort|telefonkennwort|telefonisches kennwort|servicekennwort|service kennwort|codewort|kennwort telefon|kundenpasswort|stichwort für anrufe',
    el: 'μυστική απάντηση|απάντηση ασφαλείας|μυστική λέξη',
    en: 'security answer|answer to the security question|secret answer|memorable word|memorable answer|memorable phrase|memorable place|memorable name|security word|secret word|code word|codeword|telephone password|phone password|verbal password|spoken password|safe word|safeword|security phrase|password hint answer',
    es: 'respuesta secreta|respuesta de seguridad|palabra secreta|palabra de seguridad|palabra clave telefónica',
    et: 'turvaküsimuse vastus|salasõna telefonile|turvasõna',
    fi: 'turvavastaus|turvakysymyksen vastaus|turvasana|salainen vastaus',
    fr: 'réponse secrète|réponse à la question secrète|réponse de sécurité|mot secret|mot de sécurité|mot clé de sécurité',
    ga: 'freagra slándála|focal rúnda',
    hr: 'tajni odgovor|sigurnosni odgovor|tajna riječ|sigurnosna riječ',
    hu: 'titkos válasz|biztonsági válasz|jelszó telefonos|titkos szó',
    it: "risposta segreta|risposta di sicurezza|parola segreta|parola d'ordine|parola d ordine|parola di sicurezza",
    lt: 'slaptas atsakymas|slaptas žodis|saugos atsakymas',
    lv: 'slepenā atbilde|slepenais vārds|drošības atbilde',
    mt: 'tweġiba sigrieta|kelma sigrieta',
    nl: 'geheim antwoord|antwoord op de beveiligingsvraag|beveiligingsantwoord|geheim woord|telefonisch wachtwoord|codewoord',
    no: 'sikkerhetssvar|hemmelig ord|kodeord telefon',
    pl: 'odpowiedź na pytanie bezpieczeństwa|odpowiedź pomocnicza|tajne słowo|hasło telefoniczne|hasło do infolinii|słowo bezpieczeństwa',
    pt: 'resposta secreta|resposta de segurança|palavra secreta|palavra de segurança',
    ro: 'răspuns secret|răspunsul secret|răspuns de securitate|cuvânt secret|cuvântul secret',
    sk: 'bezpečnostná odpoveď|odpoveď na bezpečnostnú otázku|tajné slovo|telefónne heslo',
    sl: 'skrivni odgovor|varnostni odgovor|skrivna beseda|telefonsko geslo',
    sv: 'säkerhetssvar|svar på säkerhetsfråga|hemligt ord|kodord|telefonlösenord',
    uk: 'секретна відповідь|таємна відповідь|кодове слово',
  },
}

/** What is asked; the answer is named by a word of its own. */
const questionWords: LabelGroup = {
  name: 'SECURITY_QUESTION',
  words: {
    bg: 'таен въпрос|тайният въпрос|въпрос за сигурност|контролен въпрос',
    cs: 'kontrolní otázka|kontrolní otázku|bezpečnostní otázka|bezpečnostní otázku',
    da: 'sikkerhedsspørgsmål|kontrolspørgsmål|hemmeligt spørgsmål',
    de: 'sicherheitsfrage|geheimfrage|kontrollfrage|sicherheitsabfrage',
    el: 'ερώτηση ασφαλείας|μυστική ερώτηση',
    en: 'security question|secret question|recovery question|challenge question|maiden name|password hint',
    es: 'pregunta de seguridad|pregunta secreta',
    et: 'turvaküsimus|salaküsimus',
    fi: 'turvakysymys|turvakysymykseen|turvakysymyksen',
    fr: 'question secrète|question de sécurité',
    ga: 'ceist slándála|ceist rúnda',
    hr: 'sigurnosno pitanje|tajno pitanje|kontrolno pitanje',
    hu: 'biztonsági kérdés|titkos kérdés|emlékeztető kérdés',
    it: 'domanda di sicurezza|domanda segreta',
    lt: 'saugos klausimas|slaptas klausimas',
    lv: 'drošības jautājums|slepenais jautājums',
    mt: 'mistoqsija ta sigurtà|mistoqsija sigrieta',
    nl: 'beveiligingsvraag|geheime vraag|controlevraag',
    no: 'sikkerhetsspørsmål|kontrollspørsmål',
    pl: 'pytanie pomocnicze|pytanie bezpieczeństwa|pytanie kontrolne|tajne pytanie',
    pt: 'pergunta de segurança|pergunta secreta',
    ro: 'întrebare de securitate|întrebarea de securitate|întrebare secretă',
    sk: 'kontrolná otázka|bezpečnostná otázka',
    sl: 'varnostno vprašanje|skrivno vprašanje',
    sv: 'säkerhetsfråga|kontrollfråga|hemlig fråga',
    uk: 'секретне питання|контрольне питання',
  },
}

/** "…: name of the dog, answer Rover", "… Lieblingsfarbe?\nAntwort: Türkis" */
const toAnswer =
  /[^\n]{0,90}?(?:[\n,;.:?(\u2013-]\s{0,2})(?:(?:(?:and|und|et|y|e|en|a|i|the|my|die|meine|la|sa|mia|minha|mi) ){0,2}(?:answer|antwort|r\u00e9ponse|respuesta|risposta|resposta|antwoord|odpowied\u017a|odpov\u011b\u010f|odpove\u010f|svar|vastaus|vastus|v\u00e1lasz|r\u0103spuns|odgovor|\u043e\u0442\u0433\u043e\u0432\u043e\u0440|\u0432\u0456\u0434\u043f\u043e\u0432\u0456\u0434\u044c|\u03b1\u03c0\u03ac\u03bd\u03c4\u03b7\u03c3\u03b7|atsakymas|atbilde|twe\u0121iba|freagra)\p{L}{0,4}|A(?=:))(?=[ :=\u2013-])/iuy

/** "… on the account is": up to four words and a verb or a sign. */
const between =
  /(?:(?!(?:is|ist|est|es)\b)\p{L}[\p{L}'\u2019-]{0,14} ){0,4}?(?:(?:is|was|ist|lautet|war|est|es|\u00e8|\u00e9|er|\u00e4r|on(?! (?:the|your|my|file|this) )|to|je|jest|este|e|yra|ir|\u0435|\u03b5\u03af\u03bd\u03b1\u03b9) |[:=\u2013-] ?|(?=["'\u201e\u201c\u00ab\u2018`]))\s?(?:["'\u201e\u201c\u00ab\u2018`(*_]{1,2}\s?|<\w{1,8}>)?/uy
/** One word, or two where both have a capital. */
const answer = /\p{Lu}[\p{L}\p{N}'\u2019.!_-]{2,30}(?: \p{Lu}\p{L}{1,20})?|\p{L}[\p{L}\p{N}'\u2019.!_-]{2,30}/uy
const none =
  /^(?:never|always|stored|hidden|used|set|asked|needed|sent|shown|saved|encrypted|correct|valid|invalid|also|only|now|case|compared|the|a|an|is|not|your|my|their|his|her|or|and|to|for|of|required|optional|missing|wrong|incorrect|forgotten|unknown|none|der|die|das|ein|eine|falsch|vergessen|ist|nicht|fehlt|unbekannt|le|la|les|une?|oubli\u00e9e?|inconnue?|el|los|las|olvidada|il|lo|dimenticata|de|het|een|vergeten|nie|nem|ei|inte|ikke)$/iu

export const securityAnswer: BuiltInRecognizer = {
  name: 'security-answer',
  source: 'https://pages.nist.gov/800-63-4/sp800-63b.html',
  types: ['SECRET'],
  anchors: [onLabel(answerWords, findAnswer), onWord(questionWords, findBehindQuestion)],
  examples: {
    match: [
      'security answer: «Blackpool»',
      'security word on the account is «periwinkle»',
      'Antwort auf die Sicherheitsfrage: «Waldkatze»',
      'Kundenkennwort lautet «Lavendel»',
      'réponse secrète : «Biscotte»',
      "parola d'ordine: «Biscotto»",
      'hasło telefoniczne: «Jarzębina»',
      'memorable word: «periwinkle»',
    ],
    miss: [
      'the security answer is wrong',
      'the secret word is not the same as your password',
      'memorable word: required',
      'Kundenkennwort vergessen?',
    ],
  },
}

function findAnswer(view: View, value: LabelledValue, findings: Findings): void {
  const { labelEnd, link } = value
  const isField = link === 'cell' || link === 'hint'
  addAnswer(view, isField ? value.start : behindLabel(view, labelEnd), findings)
}

function addAnswer(view: View, from: number, findings: Findings): void {
  const end = from < 0 ? -1 : matchAt(view, answer, from)
  if (end < 0) return
  const length = trimmed(view.text.slice(from, end)).length
  const written = view.text.slice(from, from + length)
  if (/^\p{Ll}/u.test(written) && /^ ?[\p{L}\p{N}]/u.test(view.text.slice(from + length, from + length + 2))) return
  if (!none.test(written) && !isPlaceholder(written)) findings.add(from, from + length, 'SECRET', LABELLED)
}

/** "Security question: name of the dog, answer Rover" */
function findBehindQuestion(view: View, _start: number, labelEnd: number, findings: Findings): void {
  const wordEnd = matchAt(view, toAnswer, labelEnd)
  if (wordEnd < 0) return
  const said = matchAt(view, between, view.unit(wordEnd) === 0x20 ? wordEnd + 1 : wordEnd)
  addAnswer(view, said > 0 ? said : wordEnd + 1, findings)
}

function behindLabel(view: View, labelEnd: number): number {
  let at = labelEnd
  if (/["']/.test(view.text.charAt(at)) && view.unit(at + 1) === 0x3a) at++
  if (view.unit(at) === 0x20) at++
  return matchAt(view, between, at)
}

/** Signs at the end belong to the sentence. */
function trimmed(written: string): string {
  return written.replace(/[.!'\u2019-]+$/, '')
}
