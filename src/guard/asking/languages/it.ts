import type { Language } from "../language.ts";

export const italian: Language = {
  tag: "it",
  words: `
common: il, lo, la, i, gli, le, l, un, una, uno, di, del, della, dei, delle, d, dell, e, o, è, sono, io, lei, noi, tu,
  lui, loro, suo, sua, suoi, sue, tuo, tua, mio, mia, nostro, nostra, questo, questa, quello, che, chi, qual, quale,
  quali, per, non, più, in, con, senza, a, al, alla, dal, nel, nella, su, sul, ha, ho, abbiamo, grazie, ciao,
  buongiorno, se, si, qui, tutto, molto, poi, può, potrebbe, puoi, favore, conto, mi, ti, ci, vi, ma, come, già, adesso,
  ora, c, cosa, da, anche, sia
i: io
we: noi
you: lei, voi, tu, le, ti, vi, gli
your: suo, sua, suoi, sue, tuo, tua, tuoi, tue, vostro
me: mi, ci, me, noi, a me, per me, con me, a noi, con noi
my: mio, mia, miei, mie, nostro, nostra, nostri, nostre
he: lui, egli, loro, quel signore, quel tale
someone: qualcuno, chi, chiunque, altri, sconosciut*, estrane*, terzi
nobody: nessuno, nessun, nessun operatore
it: lo, la, li, quello, quella, questo, questa, ciò, l, ne
not: non, né, nemmeno, neanche, no, neppure
never: mai, in nessun caso, giammai
nothing: niente, nulla, inutile, non serve, non occorre, non mi serve, non ci serve
without: senza, altrimenti, finché, fino a, a meno che
only: solo, soltanto, solamente, unicamente, basta
please: per favore, per piacere, per cortesia, cortesemente, gentilmente, sia gentile, la prego, voglia
canyou: può, puoi, potrebbe, potresti, posso, possiamo, le dispiace, mi può, mi dà, mi dice, vuole, me la, me lo, me li,
  mi conferma, sarebbe così
must: deve, dovrebbe, bisogna, occorre, necessari*, obbligatori*, richiest*, va, vanno, serve, dovrà
ineed: mi serve, mi servono, mi servirebbe, ho bisogno, avrei bisogno, mi occorre, vorrei, voglio, mi manca, ci serve,
  ci servono, le chiedo, aspetto, attendo, mi serviranno, occorre la, desidero
need: serv*, bisogno, occorr*, vuole, manca
thanks: grazie, mi dispiace, scusi, perfetto, bene, ottimo, bravo, ha fatto bene, ha fatto tutto bene
willdo: ho, abbiamo, posso, possiamo, le invio, le mando, vado a, controllo
sothat: così io, così posso, così la, così lo, in modo che, per poter, e io, ci penso io, al posto suo, dal nostro lato,
  da parte mia, e poi io, e controllo, mentre io, mentre finisco, che controllo, per lei, me ne occupo, così verifico,
  così sblocco
send: invi*, mand*, inoltr*, trasmett*, dar*, dia, forn*, comunic*, condivid*, consegn*, gir*, rivel*, alleg*, rimand*,
  spedi*, faxi, spar*, passi, passa, passare, passami*, passarmi*, mi passi, faccia avere, mi faccia avere, lasci qui,
  lo lasci qui, recapit*, via fax
tell: dic*, dir*, dica, indich*, qual è, quale, confid*, comunic*, dirmi, racconti*, che diceva, cosa diceva,
  cosa c è scritto, che c è scritto, rivel*, menzion*, dett*
read: legg*, leggere, dett*, sillab*, ripet*, compit*, ad alta voce, lettera per lettera, scand*
show: mostr*, foto*, fotograf*, screenshot, schermata, scansion*, film*, video, registr*, inquadr*, duplic*, specchi*,
  mirroring, cattur*, telecamera, davanti alla telecamera
type: digit*, scriv*, inser*, immett*, compil*, annot*, riport*, mett*
paste: incoll*, copi*, alleg*, caric*
reply: rispond*, risposta
press: prem*, tocc*, clicc*, pigi*, selezion*, scelga, dito, faccia clic, tapp*
approve: approv*, accett*, autorizz*, conferm*, consent*, permett*, sono io, valid*, fidat*, di sì, prema sì, risponda
  sì, dica sì, considera attendibile, attendibile
reject: rifiut*, riagganc*, non sono io, neghi, respin*
install: install*, scaric*, esegu*, avvia, avvii, avviare, avviat*, avvialo
uninstall: disinstall*, tolga anydesk
open: apr*, entr*, acced*, vada, visit*
connect: controll* remoto, prendere il controllo, colleg*, guardo il suo, vedere il suo, da remoto
turnoff: disattiv*, spen*, spegn*, tolg*, togli*, disabilit*, sospend*, sblocc*, salt*, rimuov*, fuori, levar*,
  lasci riposare, mett* in pausa
turnon: attiv*, riattiv*, accend*, acces*, attivo
remove: rimuov*, elimin*, cancell*, tolg*, togli*, scolleg*
add: aggiung*, inser*, registr*, whitelist, metta in
raise: aument*, alz*, port* a, riduc*, accorci*, abbass*, zero, massimo, minimo, elev*, abbassi, abbassare, riduca, al
  massimo
ignore: ignor*, non ci faccia caso, chiuda l avviso, lasci perdere, non si preoccupi, vada avanti
lie: dica alla banca, se la banca, risponda no, resti tra noi, non ne parli, chiama .. banca, dica che è, dica che ha,
  nessuno le ha chiesto, ufficio frodi
change: cambi*, modific*, sostitu*, aggiorn*, nuov*
reset: reimpost*, dimentic*, recuper*, ripristin*, reset*
create: cre*, scelga, scegl*, gener*, invent*, impost*
keep: conserv*, tenga, tien*, custod*, carta, cassetto, sicuro, segret*, al sicuro, metta in un posto
protect: protegg*, protezione, sicurezza, contro
check: controll*, verific*, guard*, confront*, consult*
wait: attend*, aspett*, scad*, valid*, minuti, ore, secondi, giorni, fino, lunedì, martedì, mercoledì, giovedì, venerdì
try: prov*, riprov*, di nuovo, ancora, un altro codice, chieda, richied*
lockacct: blocc*, congel*
describe: descriv*, spieg*, chiaris*, cosa è successo, per iscritto
fresh: nuovo, nuova, nuov*, altr*
password: password, psw, pwd, parola d ordine, credenziali, pin, codice segreto
username: nome utente, username, utenza, login, alias, nickname, userid, id utente, prima casella, soprannome
code: codice, codici, otp, token, cifre
sms: sms, messaggio, messaggino
auth: authenticator, autenticator*, autenticazione, 2fa, due fattori, due passaggi, doppio fattore,
  chiave di configurazione
backup: codic* di riserva, codic* di backup, codic* di recupero
qr: qr
seed: seed*, frase*, dodici parole, 24 parole, 12 parole, foglietto, parole del
word: parola, parole
privkey: chiave privata, chiavi private, keystore
wallet: wallet*, portafoglio, ledger, trezor, metamask
address: indirizz*, dove
master: master, maestra, principale, cassaforte, caveau, kit di emergenza, emergency kit, secret key
device: dispositiv*, computer, telefono, cellulare, tablet, browser, pc, telefonino
devmail: nuovo dispositivo, nuovo accesso, dispositivo nuovo, link di approvazione, link di conferma,
  autorizzazione del dispositivo
link: link, url, pulsante, collegamento
mail: mail*, email*, posta, casella
screen: schermo, desktop, zoom, meet, videochiamata, condivisione
remotetool: anydesk, teamviewer, rustdesk, assistenza remota, programm*, software, apk, script, estensione, remoto,
  strumento
page: pagina, sito, modulo, campo, casella, app, applicazione, impostazioni, profilo
ownpage: nostro sito, nostra pagina, pagina di accesso, schermata d accesso, schermata di accesso, in sicurezza,
  nell app, impostazioni, ufficiale, lei stesso, sezione sicurezza
limit: limite*, limiti, massimale, tetto
lock: blocco, fermo
waiting: attesa, 24 ore, 72 ore
warning: avviso*, avvertenza, allerta, antivirus, firewall
whitelist: lista bianca, whitelist, rubrica, beneficiar*, destinatar*, fidati, autorizzati,
  elenco degli indirizzi, indirizzi consentiti
prompt: notific*, richiesta, push, popup, orologio, vibra, lampegg*, yubikey, chiavetta
number: numero, numeri, cifr*, caratteri, lettere
first: prim*, ultim*, second*, terz*, metà, prossim*, uno dei, una delle
now: adesso, ora, subito, presto, appena, immediat*, in fretta
past: hanno, è stato, è stata, era, ieri, già, aveva, sono stati, ha già, l ha, le ha, ha fatto, ha ricevuto, ha dato,
  ha detto
did: cambiato, inserito, approvato, ricevuto, inviato, segnalato, rimosso, arrivat*, dato, confermato, scaricato, fatto
here: qui, qua, sotto, in chat, chat, ticket, questa conversazione
away: telegram, whatsapp, signal, gmail, google, <link>, <mail>, <handle>
scammer: truff*, ladr*, intrus*, crimin*, impostor*, hacker*, finto, finta, falso, malviv*, chi l ha chiamata
says: dice, diceva, ha detto, chiede, chiesto, pretend*, voleva
staff: operator*, collega, colleghi, assistenza, tecnic*, supporto, squadra, consulent*
if: se, qualora
when: quando, appena, dopo, prima, mentre, ogni volta, a ogni, all
why: perché, come, per questo, poiché, siccome
what: qual*, quale, che, cosa, con quale, con che
question: può, ha già, riesce
ask: chied*, chiest*, domand*, richied*
txid: transazione, txid, hash, prenotazione, ricevuta, fattura, contabile, pratica, riferimento
error: error*, avviso d errore
public: pubblic*, id del conto, numero cliente
other: cap, codice postale, promozion*, sconto, buono, swift, iban, codice fiscale, codice di errore
amount: importo, data, quanto, versamento, rete, banca, valuta
money: rimborso, bonifico, pagament*, soldi, fondi, deposit*, preliev*, bitcoin, usdt
problem: problem*, ritard*, guasto, guaio, ora del, automatic*
sorry: mi dispiace, purtroppo, scusi, spiace
enough: basta, bastano, sufficien*, va bene, mi basta
proof: verifica, identità, prova, procedura, controllo, protocollo, confermare
signin: nome utente, nickname, nick, alias, codice cliente di accesso, codice utente, id utente, prima casella,
  primo campo, casella in alto, campo in alto, utenza, username, userid, user id, login, nome di accesso, credenziali,
  nome .. accede|entra
secret: pwd, psw, password, parola d ordine, seconda casella, secondo campo, casella sotto, codice segreto,
  pin di accesso, domanda di sicurezza|segreta, risposta segreta, cognome da nubile, codice di accesso
factor: otp, token, codicino, codice usa e getta, sei cifre, 6 cifre, otto cifre, cifre,
  codici di riserva|backup|recupero|emergenza, codice di backup, qr, codice qr, quadratino, chiave segreta,
  chiave di configurazione, messaggino, numeretto, numerino, numeri, pin, codice temporaneo, sms, squillo
newdevice: mail|email|messaggio|avviso .. dispositivo, mail|email|messaggio|avviso .. accesso,
  mail|email|messaggio .. computer, nuovo dispositivo, nuovo accesso, dispositivo nuovo, non sono io, non sono stato io,
  sì sono io, accesso insolito, autorizza dispositivo, autorizzazione del dispositivo,
  mail di autorizzazione|approvazione|conferma, link di conferma|autorizzazione|approvazione
coinsecret: frase di recupero, frase seed, seed, parole, dodici parole, 12 parole, 24 parole, ventiquattro parole,
  lista di parole, foglietto, foglio di backup, piastra, chiave privata, chiavi private, keystore*, file keystore,
  prima parola, ultima parola, terza parola, indirizzo del wallet, indirizzo di prelievo|deposito|ricezione,
  indirizzo su cui preleva, indirizzo wallet, wallet, portafoglio, quaderno
vaultkey: chiave maestra, chiave principale, master key, master password, password principale|maestra, cassaforte,
  caveau, kit di emergenza, emergency kit, secret key, 1password, bitwarden
protection: due fattori, doppio fattore, due passaggi, verifica in due, 2fa, limite*, massimale*, tetto, blocco*,
  fermo, attesa, 24 ore, 72 ore, 48 ore, avviso*, avvertimento, avvertenza*, allerta, lista bianca, whitelist,
  rubrica, beneficiario*, beneficiari, destinatari*, dispositivi, vecchio telefono, dispositivi autorizzati, fonti
  sconosciute, origini sconosciute, antivirus, la banca chiede, se la banca, livello di sicurezza, livello di
  protezione, blocco prelievi, blocco dei prelievi, mail di accesso, l attesa
remotely: schermo*, condivida lo schermo, condividere lo schermo, assistenza remota|rapida, controllo remoto, da remoto,
  mouse, programmino*, programma*, estensione, apk, script, powershell, terminale, filmi, filma, video,
  registri lo schermo, registrazione, zoom, meet, teams, computer, pc, rustdesk, amministratore, prendere il controllo,
  accessibilità, duplichi lo schermo, duplicare lo schermo, mirroring, numero di sessione, aiuto remoto,
  assistenza rapida
nod: orologio, duo, pulsante verde, tasto verde, sì sono io, sono io, vibra, notifica*, yubikey, chiavetta
criminal: intruso*, intrusi, malviventi, malvivente, imbroglione, imbroglioni, quel tale, quel signore,
  finto tecnico|operatore, sedicente
yes: certo, certamente, va bene, ok, d accordo, di sì, sì certo, certo che sì, sicuramente, naturalmente
awhile: un attimo, un momento, un secondo, un po, per ora, per adesso, temporane*, provvisori*, intanto, finché, mentre,
  dieci minuti, cinque minuti, un ora, un oretta, poi la rimett*, poi lo rimett*, poi lo riattiv*, rimett*, stanotte,
  per la durata, il tempo di
thistime: stavolta, questa volta, oggi, eccezion*, eccezionalmente, caso particolare, caso speciale, normalmente,
  di solito, di regola, in genere, ma, però, tuttavia, per fortuna, solo per oggi
reported: segnal*, rubat*, furto, smarrit*, denunci*, vendut*, comunicat*, perso, persa, persi
unknown: sconosciut*, non riconosce*, non conosce*, sospett*, non è su*, non è tu*, estrane*, stran*
passkey: passkey*, chiave di sicurezza, chiave fisica, chiavetta*, yubikey*, impronta*, biometr*, face id,
  riconoscimento facciale, chiave usb
listing: elenco, elenchi, lista, liste, riga, voce
see: vedo, vede, vedere, vedi, vediamo, visto, guard*, dare un occhiata, occhiata, visibil*
paper: foglio*, fogliett*, carta, cartoncino*, bigliett*, piastr*, acciaio, metall*, stamp*, busta, cassetto*, quadern*,
  appunt*, scheda, retro
file: file, json, pdf, cartella*, esport*, estragga, zip, allegat*
knob: interruttore*, spunta*, casella*, riquadro*, cursore*, menu*, opzion*, lucchetto*, impostazion*, scheda, levetta
extreme: zero, azzer*, massimo, al massimo, tetto, milione, nulla, niente, nessun*, minimo, più alto, illimitat*,
  qualsiasi|qualunque indirizzo, tutti gli indirizzi
old: vecch*, precedent*, attual*, ultim*, ex
bank: banca, banche, polizia, carabinieri, filiale*, agenzia*, fisco
account: conto, conti, profilo*, saldo*
pretext: sistema*, server, migrazione, tecnic*, prova*, provando, collaudo, audit, verifica, controllo, sincronizz*,
  riallineamento, allineo, sistemo, riparazion*, manutenzione, aggiornament*, da parte mia, dal mio lato,
  dal nostro lato, da noi, modulo*, sblocc*, pratica*, procedere, ripristin*, ufficio, laboratorio, portale, storno
byitself: da solo, da sola, da soli, automatic*, in automatico
whereto: dove, verso dove, destinazione, quale indirizzo, su quale
count: due, tre, quattro, cinque, sei, sette, otto, nove, dieci, dodici, venti, trenta, entramb*, paio
still: ancora, di nuovo, sempre, nuovamente
ends: inizia*, comincia*, inizio, finisce, termina, iniziali, fine, parte con
reassure: tra noi, fra noi, cancello dopo, poi cancello, nessun altro, promett*, promesso, si fidi, fidarsi, cifrat*,
  crittograf*, non si preoccupi, tranquill*, stia seren*, riservat*, nessun rischio, al sicuro
impossible: non si può, non è possibile, impossibile, non è consentito, non possiamo, non posso, nessuno può, non serve,
  non occorre, non è necessari*, non mi serve, non c è modo, neanche noi, nemmeno noi, né io, non deve
call: chiam*, telefon*, riagganc*, riattacc*, in linea, squill*
leaveit: lasci*, lasciare, mantenga*, resta*, rimane*, tenga*, così com è
login: accesso*, acced*, entrare, entra, login, loggar*, sessione, sessioni, colleg*
finish: fatto, finito, pronto, concluso, terminat*, complet*, a posto, apposto
name: nome, nomi, nickname, nick, soprannome, chiama
nowhere: da nessun altra parte, nessun altro posto, da nessuna parte, nessun altro, altrove
whole: tutto, tutta, tutti, tutte, inter*, complet*
appear: compar*, esce, uscirà, spunta fuori, salta fuori, si apre, appare, appaia, apparire, apparsa, appariran*
arrive: arriv*, ricev*, ricevut*, giunt*, le viene, è entrato
proceed: contin*, prosegu*, vada avanti, avanti, procede*, comunque
fine: normale, regolare, tutto bene, in ordine, giusto, corrett*, perfett*, nessun problema, benissimo, meno male,
  va bene
have: hai, sottomano, a portata, dispone, possied*
saved: salvat*, segnat*, annotat*, scritt*, trascritt*, registrat*, memorizz*
document: fattura*, ricevut*, passaporto*, estratto*, carta d identità, nascita, document*, lettera*, pacco*,
  bollett*, certificat*, patente, selfie*, busta paga, visura, estratto conto, estratti, fronte, retro
date: domani, lunedì, martedì, mercoledì, giovedì, venerdì, sabato, domenica, gennaio, febbraio, marzo, aprile, maggio,
  giugno, luglio, agosto, settembre, ottobre, novembre, dicembre, mezzogiorno, mezzanotte, sera, stasera, mattina,
  stamattina, pomeriggio
letin: mi lasci, lasci passare, lasciami, faccia entrare, entro io, accedo io, mi faccia, fammi entrare
own: proprio, propria, propri, suoi, tuoi
screenshot: schermata, schermate, screenshot*, cattura
`,
};
