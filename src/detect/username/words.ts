/** Words that stand beside the name of an account, per language. */
import type { LabelGroup } from '../recognizer.ts'

/** Words that mean the name of an account and nothing else. */
export const nameWords: LabelGroup = {
  name: 'USERNAME',
  words: {
    '*': 'username|user name|usernames|userid|user id|uid name|login name|loginname|login id|user login|screen name|screenname|gamertag|psn id|steam id|discord tag|skype|skype id|snapchat|snap|telegram name|telegram handle|telegram|insta|instagram|tiktok|twitter handle|twitter|mastodon|bluesky|github user|gitlab user|nick|nickname|account name|samaccountname|upn|db user|dbuser|db username|database user|smtp user|mysql user|postgres user|pguser|pppoe user|ftp user|ssh user|remote user|run as user|sudo user|user principal name|wechat|wechat id|line id|twitch|xbox|psn|reddit user|kik|github|gitlab|reddit|strava|vinted|soundcloud|instagramie|instagramu|telegramie|telegramu|discord|discordzie|discordu|steam|facebook|fb|facebooku|snapchacie|logged in as|signed in as|log in as|sign in as|login as|git hub|git lab|login is|login name is|handle is|nick is|net user|steam name|threema id|bsky|chat name|chatname|forum name|forenname|game name|ingame name|whatsapp name|matrix id|account name is|tik tok|tik tok name|git hub user|git lab user|github name|sound cloud|blue sky|we chat|deviantart|deviant art|s am account name|sama account name|ebay|e bay|ebay name|ebay user|ebay mitglied|ebay mitgliedsname|e bay mitglied|etsy shop|depop|leboncoin|marktplaats|allegro|willhaben|kleinanzeigen|ig|ig handle|insta name|insta handle|insta account|minecraft ign|ign|minecraft name|fortnite name|epic name|epic id|riot name|roblox name|roblox user|playstation|play station|play station name|playstation name|xbox name|battletag|battle tag|discord name|discord user|twitch name|reddit name|threema|signal name|telegram id|steam account|nutzerkonto name|unikennung|uni kennung|hochschulkennung|rz kennung|windows anmeldung|windows login|windows user|domain user|domänenkonto|domänenbenutzer|netzwerk login|novell login|ad account|ad user|ad konto|shortname|user kürzel|mitarbeiterkürzel|kürzel|x handle|twitter name|mastodon handle|linkedin name|couchsurfing|tinder name|bumble name|parship name|okcupid|s amaccount name|spielername bei',
    bg: 'потребителско име|потребителското име|потребителско|логин|никнейм|ник|юзър|юзърнейм|потребителското ми име|потребителско ми име|акаунт име|псевдоним|потребителското ви име|потребителското му име|потребителското й име|влязъл като',
    cs: 'uživatelské jméno|uživatelského jména|přihlašovací jméno|login|přezdívka|uživ jméno|přihlášen jako|přihlášena jako|login je|loginem|můj nick|můj uživatel',
    da: 'brugernavn|brugernavnet|bruger id|brugerid|login|kaldenavn|kontonavn|brugernavnet mit|logget ind som|logget på som|login er|dit login er|mit login',
    de: 'benutzername|benutzernamen|benutzerkennung|anmeldename|loginname|nutzername|nutzerkennung|nutzername~|benutzer id|anmeldekennung|zugangskennung|user kennung|kennung|accountname|spielername|angemeldet als|eingeloggt als|anmelden als|benutzername ist|login ist|login lautet|login bleibt|pseudonym|spitzname|spitzname im forum|chatname|forenname|nickname im forum|mein benutzer|mein nutzer',
    el: 'όνομα χρήστη|ονόματος χρήστη|αναγνωριστικό χρήστη|ψευδώνυμο|όνομα λογαριασμού|συνδεδεμένος ως|συνδεδεμένη ως',
    en: 'login username|your username|user account name|logon name|unix name|system user|linux user|windows user|account name',
    es: 'nombre de usuario|nombre de usuaria|usuario de acceso|usuario del router|id de usuario|usuario de login|apodo|usuario de la web|conectado como|conectada como|sesión como|usuario web|mi usuario|mi nick',
    et: 'kasutajanimi|kasutajanime|kasutajatunnus|kasutajanimega|konto nimi|kontonimi|hüüdnimi|sisse logitud kui|sisse loginud kui',
    fi: 'käyttäjätunnus|käyttäjätunnuksen|käyttäjätunnukseni|käyttäjänimi|käyttäjänimen|käyttäjänimeni|nimimerkki|kirjautumistunnus|käyttäjätunnuksesi|käyttäjänimesi|tunnuksesi|kirjautunut nimellä|kirjautuneena nimellä|nimellä kirjautunut|tunnus on|tunnukseni on|tunnuksesi on|nikkini',
    fr: "nom d'utilisateur|nom d utilisateur|nom utilisateur|identifiant|identifiant de connexion|pseudo|pseudonyme|nom de compte|nom de connexion|surnom|connecté en tant que|connectée en tant que|connecté sous|login est|login de connexion|mon utilisateur|sous le nom|sous le pseudo",
    ga: 'ainm úsáideora|ainm úsáideoir|leasainm|ainm cuntais|logáilte isteach mar',
    hr: 'korisničko ime|korisničkog imena|korisničkim imenom|nadimak|ime korisnika|prijavljen kao|prijavljena kao|login je|moj nick|moj korisnik',
    hu: 'felhasználónév|felhasználóneve|felhasználónevem|felhasználónevet|felhasználói név|belépési név|becenév|felhasználónevünk|felhasználó neve|belépési neve|belépve mint|bejelentkezve mint|nickem|becenevem|nickje',
    is: 'notandanafn|notendanafn|notandanafnið|notandanafnið þitt|skráð inn sem|skráður inn sem',
    it: 'nome utente|nome utente di accesso|id utente|nome account|nomeutente|soprannome|collegato come|collegata come|connesso come|utenza|login è|il mio utente|mio utente|mio nick',
    lt: 'vartotojo vardas|vartotojo vardą|naudotojo vardas|prisijungimo vardas|slapyvardis|prisijungęs kaip|prisijungusi kaip',
    lv: 'lietotājvārds|lietotājvārdu|lietotāja vārds|segvārds|konta nosaukums|konta vārds|pieteikšanās vārds|pieslēdzies kā|pieteicies kā',
    mt: "isem tal-utent|isem l-utent|isem ta' utent|l isem tal utent|l isem tal utent tiegħek|illoggjat bħala",
    nl: 'gebruikersnaam|gebruikersnamen|inlognaam|loginnaam|gebruikers id|gebruikersid|schermnaam|accountnaam|bijnaam|nickname|ingelogd als|aangemeld als|login is|inlognaam is|mijn gebruiker',
    no: 'brukernavn|brukernavnet|bruker id|brukerid|kallenavn|brukernavnet mitt|logget inn som|logget på som|login er',
    pl: 'nazwa użytkownika|nazwę użytkownika|nazwy użytkownika|nazwa konta|identyfikator użytkownika|login|loginem|ksywka|nick użytkownika|identyfikator logowania|identyfikator konta|pseudonim|zalogowany jako|zalogowana jako|login to|mój użytkownik|mój nick',
    pt: 'nome de utilizador|nome de usuário|nome de usuária|nome do utilizador|nome do usuário|id de utilizador|apelido de utilizador|alcunha|ligado como|autenticado como|conectado como|login é|login dela|login dele|meu utilizador|meu usuário|o meu nick',
    ro: 'nume de utilizator|numele de utilizator|nume utilizator|id utilizator|poreclă|nume de cont|autentificat ca|autentificată ca|conectat ca|utilizatorul dvs|utilizatorul meu|utilizatorul meu este|nickul meu',
    sk: 'používateľské meno|užívateľské meno|používateľského mena|prihlasovacie meno|prezývka|prihlásený ako|prihlásená ako|login je|môj nick',
    sl: 'uporabniško ime|uporabniškega imena|uporabniškim imenom|vzdevek|prijavno ime|ime uporabnika|prijavljen kot|prijavljena kot|login je|moj vzdevek',
    sv: 'användarnamn|användarnamnet|användarnamnen|användar id|användarid|inloggningsnamn|smeknamn|kontonamn|inloggad som|login är|mitt login',
    uk: 'логін|ім я користувача|користувач',
  },
}

/** Words that also stand before much else: a sign has to stand between, or the name has to look like one. */
export const looseWords: LabelGroup = {
  name: 'USERNAME_LOOSE',
  words: {
    '*': 'user|users|login|handle|usr|account|principal|actor|owner|author|committer|assignee|assigned to|reviewer|reviewed by|reporter|created by|updated by|modified by|changed by|approved by|requested by|triggered by|deployed by|pushed by|merged by|opened by|closed by|creator|maintainer|todo|fixme|hack|xxx|whoami|logname|riot id|gamer id|uid|cn|sub|alias|cc|authenticated as|auth|member|member name|performed by|by user|for user|co authored by|signed off by|reported by|tested by|acked by|logged by|entered by|account called|account is called|account name is|reset for|requested for|log in using|log in with|sign in using|sign in with|handled by|edited by|uploaded by|deleted by|locked for|unlocked for|requester|requestor|submitter|account locked|locked out|locked by|checked out by|posted by|assigned by|reserved by|claimed by|started by|run by|owned by|submitted by|initiated by|executed by|last edited by|last modified by|last updated by|last changed by|disabled by|enabled by|resolved by|escalated by|escalated to|transferred to|granted to|revoked from|belongs to user|home of|mailbox of|seller|vendeur|vendedor|venditore|verkoper|verkäufer|sprzedawca|prodejce|predajca|player|streamer|gamer|moderator|mod|poster|op|redditor|ban appeal for|banned|kicked|muted|unbanned|commit by|committed by|login successful for|login failed for|login failure for|successful login for|failed login for|authentication failed for|auth failed for|logged in by|login ok for|login error for|session opened for|session closed for|password changed for|password reset for|permission granted to|access granted to|access denied for',
    bg: 'потребител|потребителят|потребителя|акаунт|профил|създадено от|променено от|одобрено от',
    cs: 'uživatel|uživatele|uživatelka|účet|autor|účet uživatele|vytvořil|vytvořila|změnil|změnila|schválil|přihlaste se jako|přiřazeno|napsal uživatel|vložil|uzamkl|hráč',
    da: 'bruger|brugeren|konto|forfatter|oprettet af|ændret af|godkendt af|slettet af|log ind med|tildelt|skrevet af|låst af|spiller',
    de: 'benutzer|nutzer|anwender|konto|autor|bearbeiter|zuständig|account heißt|konto heißt|sperre für|kontosperre für|entsperrt für|erfasst von|angelegt von|bearbeitet von|geändert von|erstellt von|gelöscht von|freigegeben von|benutzerkonto|nutzerkonto|melde dich mit|melden sie sich mit|zugewiesen an|gesperrt von|geschrieben von|gepostet von|hochgeladen von|beitrag von|verfasst von|mitglied|spieler|nutzerin|verkäuferin|freigabe|geändert durch|bearbeitet durch|erstellt durch|erfasst durch|angelegt durch|gelöscht durch|genehmigt von|geprüft von',
    el: 'χρήστης|χρήστη|λογαριασμός|δημιουργήθηκε από|τροποποιήθηκε από|εγκρίθηκε από',
    es: 'usuario|usuaria|cuenta|autor|responsable|cuenta se llama|creado por|modificado por|registrado por|insertado por|validado por|eliminado por|inicia sesión con|inicie sesión con|asignado a|publicado por|escrito por|bloqueado por|enviado por|asociado a|jugador|miembro',
    et: 'kasutaja|konto|autor|loonud|muutnud|kinnitanud|logi sisse kasutajaga',
    fi: 'käyttäjä|käyttäjän|tunnus|tunnuksen|tunnukseni|tili|tekijä|luonut|muokannut|hyväksynyt|poistanut|kirjaudu tunnuksella',
    fr: 'utilisateur|utilisatrice|compte|auteur|compte s appelle|saisi par|créé par|modifié par|validé par|supprimé par|connectez vous avec|connectez vous en tant que|attribué à|posté par|publié par|écrit par|verrouillé par|envoyé par|membre|joueur|joueuse|associé à',
    ga: 'úsáideoir|cuntas|údar',
    hr: 'korisnik|korisnika|račun|autor|kreirao|kreirala|izmijenio|odobrio|prijavite se kao',
    hu: 'felhasználó|fiók|szerző|létrehozta|módosította|jóváhagyta|törölte|rögzítette|posztolta|írta|zárolta|játékos',
    is: 'notandi|notanda|höfundur',
    it: 'utente|account|autore|alias|account si chiama|creato da|modificato da|inserito da|approvato da|eliminato da|accedi con|entra con|acceda con|assegnato a|pubblicato da|scritto da|bloccato da|inviato da|associato a|giocatore',
    lt: 'vartotojas|vartotojo|naudotojas|paskyra|sukūrė|pakeitė|patvirtino|prisijunkite kaip',
    lv: 'lietotājs|lietotāja|konts|izveidoja|mainīja|apstiprināja|pieslēdzieties kā',
    mt: 'utent|kont',
    nl: 'gebruiker|gebruikers|account|auteur|account heet|aangemaakt door|gewijzigd door|ingevoerd door|goedgekeurd door|verwijderd door|log in met|toegewezen aan|geplaatst door|geschreven door|vergrendeld door|gekoppeld aan|speler',
    no: 'bruker|brukeren|konto|forfatter|opprettet av|endret av|godkjent av|slettet av|logg inn med',
    pl: 'użytkownik|użytkownika|konto|autor|konto nazywa się|utworzone przez|utworzył|zmienione przez|zmienił|zatwierdzone przez|usunięte przez|zaloguj się jako|przypisane do|opublikowany przez|napisał|dodane przez|zablokowany przez|przypisany do|gracz',
    pt: 'utilizador|utilizadora|usuário|usuária|conta|autor|conta chama se|criado por|alterado por|registado por|registrado por|aprovado por|entre com|aceda com|atribuído a|publicado por|escrito por|bloqueado por|associado a|jogador',
    ro: 'utilizator|utilizatorul|utilizatorului|cont|autor|creat de|modificat de|aprobat de|autentificați vă ca|userul|userul meu|user ul|postat de|scris de|blocat de|asociat cu|jucător',
    sk: 'používateľ|užívateľ|konto|autor|vytvoril|vytvorila|zmenil|zmenila|schválil|prihláste sa ako',
    sl: 'uporabnik|uporabnika|račun|avtor|ustvaril|ustvarila|spremenil|odobril|prijavite se kot',
    sv: 'användare|användaren|konto|författare|inloggning|skapad av|ändrad av|godkänd av|raderad av|logga in med|tilldelad|postat av|skrivet av|låst av|spelare',
  },
}

/** How servers write sign-ins to their logs. */
export const logWords: LabelGroup = {
  name: 'SIGN_IN_LOG',
  words: {
    '*': 'publickey for|password for|invalid user|opened for user|closed for user|interactive for|failure for|illegal user|of user|session for user|alter user|create user|drop user|create role|alter role|drop role|create login|alter login',
  },
}

/** Verbs behind a name: "h.dijkman ingelogd vanaf …". */
export const signInWords: LabelGroup = {
  name: 'SIGNED_IN',
  words: {
    bg: 'влезе|излезе|се вписа',
    cs: 'přihlášen|přihlášena|odhlášen|se přihlásil|se přihlásila',
    da: 'loggede ind|logget ind|logget ud|loggede ud',
    de: 'angemeldet|abgemeldet|eingeloggt|ausgeloggt|hat sich angemeldet',
    en: 'logged in|logged out|signed in|signed out|logged on|logged off|has joined|has quit|has left|sets mode|is now known as|joined the channel|log in failed|login failed|authenticated|connected|disconnected|logon|logoff',
    es: 'inició sesión|cerró sesión|ha iniciado sesión|conectado desde',
    et: 'logis sisse|logis välja',
    fi: 'kirjautui|kirjautunut',
    fr: "connecté|déconnecté|s'est connecté|s'est connectée|connectée",
    hr: 'prijavljen|odjavljen|se prijavio|se prijavila',
    hu: 'bejelentkezett|kijelentkezett|belépett',
    it: 'ha effettuato|si è connesso|si è connessa|connesso da',
    lt: 'prisijungė|atsijungė',
    lv: 'pieslēdzās|ielogojās|atslēdzās',
    nl: 'ingelogd|uitgelogd|aangemeld|afgemeld',
    no: 'logget inn|logget ut',
    pl: 'zalogowany|zalogowana|wylogowany|wylogowana|zalogował się|zalogowała się',
    pt: 'iniciou sessão|terminou sessão|fez login|entrou em',
    ro: 's a autentificat|s-a conectat|s a deconectat|autentificat',
    sk: 'prihlásený|prihlásená|odhlásený|sa prihlásil|sa prihlásila',
    sl: 'prijavljen|odjavljen|se je prijavil|se je prijavila',
    sv: 'loggade in|loggade ut|inloggad|utloggad',
  },
}

/** Networks and words that make an `@name` a person's. */
export const handleWords: LabelGroup = {
  name: 'HANDLE_NEAR',
  words: {
    '*': 'insta|instagram|twitter|telegram|tiktok|snap|snapchat|mastodon|threads|github|slack|discord|handle|revolut|paypal|venmo|cashapp|cash app|monzo|tikkie|lydia|wero|vipps|swish|mobilepay|satispay|bizum|patreon|substack|spotify|strava|signal|threema|matrix|linkedin|cc|ping|dm|thanks|thx|follow|reviewer|assignee|bluesky|nick|username|twitch|ig|bsky|x',
  },
}

/** Networks beside whose name that of an account stands: "satsumo" on Telegram. */
export const networkWords: LabelGroup = {
  name: 'NETWORK',
  words: {
    '*': 'instagram|instagramie|instagramu|insta|telegram|telegramie|telegramu|discord|discordzie|discordu|snapchat|snapchacie|reddit|twitch|twitter|tiktok|tiktoku|facebook|facebooku|fb|mastodon|bluesky|steam|github|xbox|psn|vinted|strava|threads|skype',
  },
}
