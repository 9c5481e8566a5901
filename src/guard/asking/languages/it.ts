import type { Language } from "../language.ts";

export const italian: Language = {
  tag: "it",
  common: `il, lo, la, i, gli, le, l, un, una, uno, di, del, della, dei, delle, d, dell, e, o, è, sono, io, lei, noi, tu, lui, loro, suo, sua, suoi, sue, tuo, tua, mio, mia, nostro, nostra, questo, questa, quello, che, chi, qual, quale, quali, per, non, più, in, con, senza, a, al, alla, dal, nel, nella, su, sul, ha, ho, abbiamo, grazie, ciao, buongiorno, se, si, qui, tutto, molto, poi, può, potrebbe, puoi, favore, conto, mi, ti, ci, vi, ma, come, già, adesso, ora, c, cosa, da, anche, sia`,
  items: {
    username:
      "nome utente, nomi utente, username, login, nome di accesso, dati di accesso, credenziali, identificativo di accesso",
    password:
      "password, parola d ordine, parola chiave di accesso, dati di accesso, credenziali, passwor*, psw",
    two_factor_code: `codice, codici, codice|codici di sicurezza|verifica|conferma|backup|recupero|accesso|autenticazione|riserva|emergenza, sei|6 cifre, cifre, sei|6 numeri, numeri che, numero che|sullo le|appare|compare|schermo, numero arrivato, codice sms, token, chiave di configurazione, chiave segreta, otp, qr, codice qr, messaggio con il codice, sms con, sms che, pin`,
    device_approval_code: `codice del|di dispositivo, codice di approvazione|autorizzazione, link di approvazione|verifica|conferma|autorizzazione|accesso|attivazione, link nell|dell|della|nella email|mail, email con il|un link, email con il|un link, mail con il|un link, email con .. link, mail di approvazione, email sul nuovo dispositivo, codice arrivato per email|mail, codice dell email, codice .. per email|mail`,
    wallet_secret: `frase, frase di recupero|sicurezza|backup, frase segreta|mnemonica|seme, seed, seme, parole segrete|seme, parole di recupero, dodici|12|24|18 parole, ventiquattro parole, prima|seconda|terza|quarta|quinta|ultima|prossima parola, prime|ultime parole, prime|ultime quattro|tre|due|cinque|sei parole, parole della|del|sul sua|frase|foglio, parola della sua|tua|frase, foglio con le|sue .. parole, chiave privata, chiavi private, file keystore, password del wallet|portafoglio, chiave del wallet|portafoglio,
      indirizzo del|di suo|tuo|wallet|portafoglio|prelievo|ricezione|deposito|destinazione|ledger, indirizzo del suo|tuo wallet|portafoglio|ledger|trezor, indirizzo bitcoin|btc|eth|crypto|usdt|pubblico, indirizzo su cui, wallet, portafoglio,
    parole da uno|1|una, parole # a #, le parole, sue parole, parole dalla prima`,
    master_key:
      "chiave principale, chiave master, chiave maestra, master password, password principale|master, codice master, chiave universale",
  },
  thing: `codice postale, codici postali, cap, codice promozionale, codice promo|sconto|fiscale|errore|iban|swift|paese|sorgente, codice di errore|prenotazione|sconto|stato|invito|tracciamento|condotta, codice dell errore, codice del paese, codice a barre, codice che appare nell errore, coupon, gestore di|delle password, reimpostazione della password, reimpostare la|sua password, cambio password, id della|di transazione, id della sua transazione, identificativo della transazione, hash, hash della transazione, id pubblico, id pubblico del|di suo|conto, identificativo pubblico, id del conto, numero di|del conto|caso|ticket|ordine|telefono|cliente|pratica, riferimento, screenshot*, schermata, messaggio, messaggi, messaggio di errore, documento, documenti, ricevuta*, fattura*, estratto conto, passaporto, carta d identità, nome, cognome, indirizzo email|mail|ip|postale, indirizzo di posta, indirizzo di casa|residenza, email, data, ora, importo, paese, browser, versione, modello, fuso orario, domanda, domande, prova, foto del messaggio|documento|passaporto, ultime quattro cifre della carta, ultime cifre della|del carta|conto, cifre della|del sua|carta|conto,
    app di autenticazione, applicazione di autenticazione, all indirizzo, a questo|quell indirizzo, nel suo wallet|portafoglio, dal suo wallet, al suo wallet, wallet hardware, quale app di wallet, dettagli, problema, pagina di login, schermata di login, tentativo di login, nome del dispositivo, tipo di dispositivo, link per reimpostare, link di reimpostazione, ticket`,
  remote: `schermo, suo computer, tuo computer, il computer, del computer, suo pc, tuo pc, accesso remoto, controllo remoto,
    controllo da remoto, assistenza remota, desktop remoto, questo programma, questo strumento, questa app,
    nostro strumento, nostro programma, numero a nove|9|dieci cifre, numero di nove|9 cifre, id di|della sessione,
    codice di sessione, condivisione dello schermo, videochiamata, zoom, mia connessione, richiesta di connessione,
    il controllo, controllo del suo|tuo, mouse, accesso al suo|tuo computer|pc|schermo`,
  protection: `verifica in|a due|2 passaggi|fattori, autenticazione a|in due|2 fattori|passaggi, doppia autenticazione,
    secondo fattore, due fattori, due passaggi, doppio fattore, 2fa, autenticatore, passkey*, chiave di accesso,
    chiavi di accesso, chiave di sicurezza, blocco*, tempo di attesa, periodo di attesa, attesa, termine, antivirus,
    firewall, dispositivo, dispositivi, vecchio dispositivo, altri dispositivi, vecchio telefono,
    impostazioni di sicurezza, protezione, protezioni, limite, limiti, avvisi, avviso, notifiche, conferma di prelievo,
    codice antiphishing, ritardo`,
  prompt:
    "notifica, notifiche, richiesta, avviso, push, finestra, messaggio sul telefono, chiave di sicurezza, yubikey, impronta, accesso",
  devicePrompt:
    "link di approvazione|verifica|conferma|autorizzazione, nuovo dispositivo, questo dispositivo, mio dispositivo, link nell email|mail, link nella mail, link che è arrivato, richiesta del dispositivo",
  give: `invii, inviare, invia, inviami, inviarmi, inviateci, mandi, mandare, manda, mandami, mandarmi, dica, dire, dimmi,
    dirmi, dirci, dia, dare, dammi, darmi, darci, ci dia, mi dia, legga, leggere, leggi, leggimi, leggermi, fornisca,
    fornire, fornisci, fornirmi, fornirci, comunichi, comunicare, comunica, comunicami, comunicarmi, condivida,
    condividere, condividi, condividere con, indichi, indicare, indicami, indicarmi, inoltri, inoltrare, inoltra,
    inoltrami, inoltrarmi, giri, girami, girarmi, passi, passare, passami, passarmi, mi passi, detti, dettare, dettami,
    dettarmi, sillabi, mostri, mostrare, mostrami, mostrarmi, risponda con, rispondere con, rispondi con, ripeta, ripetere,
    ripetimi, riveli, rivelare, consegni, carichi, caricare, alleghi, allegare, fotografi,
    foto del|della|delle|di suo|sua|sue|foglio, faccia una foto, scansioni, scriva mi, scrivimi, mi scriva, trasmetta,
    riferisca, mi lasci il|la|suo|sua, faccia avere, farmi avere, mi faccia avere, fammi avere, citi, copiarmi, mi copi,
    copiami, ci dà, ci da, mi dà, ci dai, mi dai, ci fornisce, ci invia, ci comunica, ci passa, risponda .. con,
    rispondere .. con`,
  giveIt: `me lo invii, me la invii, me li invii, me le invii, inviamelo, me lo mandi, me la mandi, mandamelo, me lo dica, me la dica, dimmelo, me lo dia, me la dia, dammelo, me le legga, me lo legga, me li legga, leggimelo, me lo inoltri, me la inoltri, inoltramela, me lo passi, passamelo, me lo comunichi, me lo giri, inviarmelo, mandarmelo, dirmelo, darmelo, leggermelo, me lo può, me la può, me lo detti, lo invii, la invii, lo mandi, lo condivida, ce lo invii, ce lo dica,
    me lo inoltri, me lo giri, lo inoltri a`,
  enter:
    "scriva, scrivere, scrivi, inserisca, inserire, inserisci, digiti, digitare, digita, incolli, incollare, incolla, metta, mettere, metti, confermi, confermare, conferma, verifichi, verificare, convalidi, compili, compilare, importi, importare, sincronizzi, copi, copiare, copia, usi, utilizzi, lasci",
  enterIt:
    "lo scriva, lo inserisca, la inserisca, lo digiti, lo incolli, la incolli, le incolli, incollalo, scrivilo, mettilo, lo metta, la scriva, le scriva, lo copi, incollarlo, scriverlo, inserirlo, lo confermi, lo lasci",
  carrier: "sms, messaggino, messaggio di testo",
  confirm: "confermi, confermare, conferma, confermarmi, mi confermi, verifichi",
  without: "senza il|la|le|i|suo|sua|tua|quel|quella",
  unable:
    "non posso, non possiamo, non riesco, non potrò, impossibile, non è possibile, non si può",
  want: `qual è, qual è il|la suo|sua|tuo|tua, quali sono, quali, quale, qual era, che, mi serve, mi servono, ci serve, ci servono, mi servirebbe, mi servirebbero, avrei bisogno, avremmo bisogno, ho bisogno, abbiamo bisogno, mi occorre, mi occorrono, ci occorre, occorre, mi manca, ci manca, mi mancano, manca, manca solo, voglio, vorrei avere|vedere|sapere|conoscere|il|la, vorrei, vorremmo, desidero, le chiedo, ti chiedo, devo chiederle, devo vedere|sapere|avere, posso avere|vedere|sapere|chiederle, potrei avere|vedere|sapere, potremmo avere, può darmi|dirmi, ha il|la suo|sua .. a portata, ricorda la|il, si ricorda la|il, mi basta, mi bastano, ci basta, ci bastano, basta, bastano, senza il|la|suo|quel, aspetto, aspettiamo, sto aspettando, attendo, necessito, richiedo, necessario è`,
  wantLast: `mi basta, mi bastano, bastano, basta, mi serve, mi servono, è sufficiente, sono sufficienti`,
  wantIt: `mi serve quello, ne ho bisogno, qual è, cosa dice, che cosa dice, la ascolto, ti ascolto, dica pure, mi dica, prego dica, me lo può dire, posso averlo, mi serve, me lo legge,
    cosa dice, che cosa dice, che dice, qual è`,
  wantId:
    "qual è il|suo id|numero, qual è il suo id|numero, che numero|id, mi dica|dia|invii il|suo numero|id|codice",
  weaken: `disattivi, disattivare, disattiva, disattiviamo, spenga, spegnere, spegni, disabiliti, disabilitare, disabilita,
    tolga, togliere, togli, rimuova, rimuovere, rimuovi, elimini, eliminare, elimina, cancelli, cancellare, revochi,
    sblocchi, sbloccare, sblocca, riduca, ridurre, riduci, accorci, accorciare, abbassi, abbassare, diminuisca, aggiri,
    salti, saltare, ignori, ignorare, sospenda, sospendere, aumenti, alzi, disinstalli, scolleghi, annulli, azzeri,
    azzerare, allenti, porti`,
  admit:
    "aggiunga, aggiungere, aggiungi, inserisca, inserire, metta, mettere, metti, autorizzi, autorizzare, registri, salvi, accetti, approvi, includa",
  foreign:
    "questo .. indirizzo, mio .. indirizzo, il seguente indirizzo, seguente indirizzo, nostro indirizzo, indirizzo alla|nella, mio dispositivo, questo dispositivo, mio telefono, mia passkey, mia chiave, mio numero, questo wallet, mio wallet, un nuovo indirizzo di prelievo, 0x*, bc1*",
  weakenIt:
    "la tolga, lo tolga, la disattivi, lo disattivi, la rimuova, lo rimuova, la spenga, lo spenga, la elimini, lo elimini, toglila, toglilo, disattivala",
  approve:
    "prema, premere, premi, tocchi, toccare, tocca, clicchi, cliccare, clicca, approvi, approvare, approva, accetti, accettare, accetta, confermi, confermare, conferma, autorizzi, autorizzare, autorizza, consenta, consentire, apra, aprire, risponda sì, dica di sì, scelga sì, schiacci, segua, faccia clic",
  open: "installi, installare, installa, scarichi, scaricare, scarica, apra, aprire, apri, avvii, avviare, esegua, condivida, condividere, condividi, mi dia, dammi, dia, dare, darmi, mi lasci, lasciami, lasciarmi, mi permetta, permetta, consenta, autorizzi, mi mostri, mostrami, mostrarmi, mostri, mi faccia, fammi, farmi, accetti, accettare, usi, utilizzi, entri, partecipi, attivi, conceda, concedere, mi dica, dimmi, mi invii, si colleghi, mi passi, ceda, mi ceda",
  asks: {
    two_factor_code: `che cosa mostra|dice|appare, cosa mostra|dice|appare|c .. app|telefono|autenticatore|schermo, cosa vede sul|sulla|nella|nell, che numero|numeri|codice vede|appare|compare|le, quale numero appare|vede, quali numeri, prema|tocchi|clicchi|schiacci approva|sì|accetta|conferma|consenti, prema|tocchi|clicchi|schiacci su approva|sì|accetta|conferma, premi approva|sì|accetta, tocchi la chiave, foto del suo autenticatore, mi legga quello|ciò|cosa, mi dica cosa appare|vede|c|mostra, mi dica il|che numero, mi dica i numeri`,
    wallet_secret:
      "a|su quale wallet|portafoglio|indirizzo, a che indirizzo|wallet, dove vuole|devo|dobbiamo|li|lo .. inviare|inviamo|mandare|mandiamo|riceverli|riceverlo, foto del foglio, foto delle parole, quali sono le parole, qual è la prima|seconda|terza|quarta|ultima parola, colleghi il suo wallet, sincronizzi il wallet, colleghi il wallet",
    remote_access:
      "prendere il controllo, prenda il controllo, assumere il controllo, vedere il suo schermo, vedere lo schermo, accedere al suo computer|pc, collegarmi al suo computer|pc, mi collego al suo, controllare il suo computer|pc, mi mostri il suo conto",
    weaken_security:
      "questo|mio|il indirizzo alla|in|nella whitelist|lista, tempo di attesa a zero|0, attesa a zero, ignori l avviso, cambi la sua email|email|il .. con|in",
    username:
      "con quale nome utente|accede, con quale nome accede|entra, con qualemail|mail accede|entra, con che nome accede|entra",
    password: "con quale password, imposti come password, metta come password",
  },
  it: "lo, la, li, le, quello, quella, questo, questi, ciò",
  us: "mi, ci, me, noi, a me, a noi, con me, con noi, al|nostro|mio|nostra team|agente|collega|tecnico|specialista|assistenza|supporto, qui, sotto, qua, nella chat, in chat, in questa chat|conversazione, in questo ticket, chat, nella sua risposta, risposta, per email|mail|telefono, via email|mail|sms, al supporto, ad alta voce, per me",
  away: "questo modulo, questa pagina, questo sito, questo link, il modulo, seguente link|pagina|modulo, link qui sotto, mio numero, mia email|mail, mia pagina, questo strumento, questo portale, questo bot, bot, partner, sito esterno, non è nostra|nostro, mio telegram, mio whatsapp, documento condiviso, su questa pagina",
  own: "pagina di accesso|login, schermata di accesso|login, nostra pagina, nostro sito, nostra app, l app, nell app, dell app, suo conto, suo account, suo profilo, in sicurezza, impostazioni, pagina di sicurezza|reimpostazione|recupero, per accedere, quando accede, all accesso, al momento dell accesso, durante l accesso, prossima volta che accede, lei stesso, sul suo dispositivo, gestore di password, su carta, offline, luogo sicuro, posto sicuro, sito ufficiale, app ufficiale, wallet hardware, sul suo ledger|trezor",
  refuse:
    "non, mai, nessuno, nessun, nessuna, né, nemmeno, neanche, eviti, senza darmi|dirmi|condividere|chiedere, inutile, invece di, anziché, rifiuti, conservi, custodisca, tenga",
  hollow: `non esiti, non si preoccupi, non ti preoccupare, non c è problema, nessun problema, non abbia paura, non dimentichi, perché non, non fa niente, non importa, non tardi, non ci vorrà, non posso .. senza, non posso, non possiamo, non riesco, non riusciamo, non potrò, non trovo, non vedo, non è tutta, non è la frase, non solo, non verrà salvato, se non le dispiace, non ancora, non ho, non abbiamo, non riagganci, nessun altro, nessuno lo vedrà, non mi arriva,
    mi dica se|quando|come, ci dica se, mi faccia sapere, ci faccia sapere, fammi sapere, mi avvisi, ci mandi un messaggio, contro i truffatori, dai truffatori, a causa dei, qualcuno sta cercando|tentando|provando, qualcuno ha provato|tentato|cercato, qual è il problema, che problema, qual è la situazione, che cosa è successo, cosa è successo, che è successo, mi dia un momento|attimo, mi lasci controllare|verificare, che piacere, che bello,
    a che ora, che ora, che giorno, in che momento, quale data, quale importo`,
  exception:
    "tranne, eccetto, salvo, a meno che, fuori dal, al di fuori, eccezione, solo con noi|me, solo a noi|me, se non a|con, oltre a noi|me, a parte noi|me",
  mine: "mio, mia, miei, mie, un nuovo, una nuova",
  but: "ma, però, tuttavia, sebbene, stavolta, questa volta, oggi, solo, allora, quindi, bensì, anzi",
  or: "o, né, oppure",
  third:
    "qualcuno, chi, chiunque, la persona, una persona, persone che, truffatore, truffatori, criminale, criminali, ladro, ladri, impostore, impostori, aggressore, uno sconosciuto, sconosciut*, hacker*, le ha chiesto, le hanno chiesto, le chiede, le chiedono, le chieda, ti chiede, ha detto, hanno detto, se le chiedono, phishing, truffa*, frode, frodi, fraudolent*, falso, falsa, falsi, false, si spaccia, si finge, una mail|email che, un messaggio che, messaggi che, per esempio, ad esempio, ha chiamato",
  past: "ha dato, ha condiviso, ha comunicato, ha inserito, ha installato, ha ricevuto, ha cambiato, ha inviato, ha modificato, ha segnalato, ha usato, ha già, hai dato, hai condiviso, vedo che, vediamo che, grazie per, se ha, che ha, che le ha chiesto, è stato, è stata, sono stati, sono state, segnalato, le è arrivato il, mi fa piacere che, bene che",
  self: "le invio, le mando, le ho inviato, le ho mandato, le abbiamo inviato, le abbiamo mandato, le inviamo, le invierò, le manderò, inviarle, mandarle, dirle, darle, mostrarle, indicarle, le mostro, le do, le darò, ti invio, ti mando, inviarti, darti, dirti, ho rimosso, ho inviato, abbiamo inviato, ho, abbiamo, riceverà, le arriverà, devo inviarle, vorrei sapere se, devo verificare|controllare|chiedere al, le verrà chiesto, la pagina le chiede, le chiederà la pagina",
  whether:
    "se, quando, come, perché, mentre, prima di, dopo, dove, su cui, riguardo, circa, a proposito, in cui, che chiedeva, che chiede",
  other:
    "cambi, cambiare, cambia, reimposti, reimpostare, modifichi, modificare, scelga, scegliere, vada, acceda, apra, crei, creare, conservi, attivi, attivare, richieda, richiedere, chieda, clicchi, attenda, aspetti, oscuri, copra, nasconda, aggiorni, blocchi, controlli, consulti, segua, riprovi, provi, annoti, contatti, ha accesso, ha ancora accesso, disinstalli",
  permit:
    "può disattivare|rimuovere|aggiungere|ridurre|eliminare|togliere, si può, è possibile, permette di, per disattivare, per rimuovere, per aggiungere, per ridurre, potrà",
  when: "se lei, quando, dopo aver, dopo la, prima di, una volta, per disattivare, per rimuovere, che lei, lei stesso, se disattiva, se rimuove, disattivando",
  lost: "pers*, rubat*, che non riconosce, non conosce, non riconosca, sconosciut*, segnalat*, sospett*, che non è suo, compromess*, non ha più, non possiede più, rott*, vendut*, che lei ha, avviato da lei",
  briefly:
    "un momento, un attimo, un minuto, qualche minuto, brevemente, temporaneamente, provvisoriamente, per ora, per adesso, mentre io, mentre controllo|provo, così posso|io, in modo che io|noi, affinché, può, potrebbe, puoi, prima, per favore, solo, e riprovi, e riprova",
  more: "e il, e la, e i, e le, adesso, ora, e ora, e adesso, poi, successivo, il prossimo, la prossima, prossima, il resto, e il resto, l ultimo, l ultima, il secondo, la seconda, la terza, gli altri, le altre, l altro, un altro, un altra, continui, vada avanti, e poi, per favore, la prima, e",
  filler:
    "il, lo, la, i, gli, le, l, suo, sua, suoi, tuo, tua, un, una, di, del, della, e, adesso, ora, poi, per, favore, grazie, bene, perfetto, ok, solo, tutto, completo, attuale, nuovo, quel, questo, nel, sms, app, telefono, che, già, allora, ancora, via",
  yes: "sì, si grazie, certo, certamente, esatto, esattamente, corretto, giusto, per favore, ok, va bene, perfetto, prego, d accordo, volentieri",
  offer:
    "le serve, ha bisogno, vuole, devo, posso, serve, è necessario, le mando, le invio, inviarle, darle, mandarle, dirle",
};
