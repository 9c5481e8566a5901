import type { Language } from "../language.ts";

export const dutch: Language = {
  tag: "nl",
  common: `de, het, een, en, of, is, zijn, was, ik, u, je, jij, wij, we, hij, zij, ze, uw, jouw, mijn, ons, onze, dit, dat, deze, die, wat, welk, welke, wie, voor, van, aan, op, in, met, zonder, bij, uit, naar, om, te, niet, geen, meer, maar, ook, nog, nu, dan, als, kan, kunt, kunnen, zou, wilt, wil, heb, hebt, heeft, hebben, graag, alstublieft, bedankt, dank, hallo, hier, daar, even, er, ja, nee, mij, me, hem, haar, account, alleen, al, door, tot, over, wordt, worden, hoe`,
  items: {
    username:
      "gebruikersnaam*, inlognaam*, loginnaam, inloggegevens, login, gebruikersnamen, aanmeldnaam, accountnaam",
    password: "wachtwoord*, paswoord*, inloggegevens, toegangscode, ww",
    two_factor_code: `code, codes, *code, *codes, beveiligingscode*, verificatiecode*, bevestigingscode*, back up code*, backupcode*,
    herstelcode*, reservecode*, noodcode*, inlogcode*, authenticatiecode*, sms code*, smscode*, tweefactorcode*,
    tweestapscode*, eenmalige code*, zes|6 cijfers, zescijferige* code|getal|nummer, 6 cijferige* code|getal, cijfers,
    getal op|in uw|je|het, nummer op|in uw|je|het scherm|telefoon|sms|display, token, geheime sleutel, instelsleutel, otp,
    qr code, sms met, sms die, pin, tan, getallen, nummer uit|in de sms, nummer uit|in het bericht`,
    device_approval_code: `apparaatcode*, apparaat code, goedkeuringscode*, toestemmingscode*, goedkeuringslink*, bevestigingslink*, verificatielink*, inloglink*, apparaatlink, link uit|in de|uw|die mail|e|email, link in de email, link uit de email, email met de|een link, mail met de|een link, email met de|een link, mail met .. link, email met .. link, mail over het nieuwe apparaat, email over het nieuwe apparaat, code die per mail|e|email, code uit de mail|e|email, goedkeuringsmail`,
    wallet_secret: `zin, seed*, seed phrase*, seedzin, herstelzin*, herstelwoorden, herstelfrase, herstelphrase, geheime zin|woorden, back upzin, mnemonic, twaalf|12|24|18|vierentwintig woorden, eerste|tweede|derde|vierde|vijfde|laatste|volgende woord, eerste|laatste woorden, eerste|laatste twee|drie|vier|vijf|zes woorden, woorden van|op uw|je|de|het, woord van uw|je|de zin|seed|wallet, papier met uw|de|je .. woorden, privésleutel*, prive sleutel*, private sleutel*, geheime sleutel van, walletsleutel, keystore bestand, keystorebestand, wallet wachtwoord, walletwachtwoord,
      walletadres*, wallet adres*, opnameadres*, ontvangstadres*, stortingsadres*, bestemmingsadres, bitcoinadres*, bitcoin|btc|eth|crypto|usdt adres, cryptoadres*, adres van uw|je|de wallet|ledger|trezor|portemonnee, wallet, portemonnee,
    woorden een|1|één, woorden # tot|t, de woorden, uw woorden, woorden een tot`,
    master_key:
      "hoofdsleutel*, mastersleutel*, meestersleutel*, masterwachtwoord, hoofdwachtwoord, mastercode, moedersleutel",
  },
  thing: `postcode*, kortingscode*, promotiecode*, promocode*, actiecode*, foutcode*, statuscode, landcode*, landnummer, boekingscode*, reserveringscode*, verwijzingscode*, uitnodigingscode*, volgcode, bankcode, cadeaucode, vouchercode*, referentiecode, barcode, streepjescode, broncode, gedragscode, code in|op de foutmelding, wachtwoordmanager*, wachtwoordbeheerder, wachtwoordherstel*, wachtwoordveld, wachtwoord vergeten, wachtwoord opnieuw in te stellen, wachtwoordwijziging, transactie id*, transactienummer*, transactiehash, transactiecode, hash, openbare account id, account id, rekeningnummer, accountnummer, klantnummer, ticketnummer, zaaknummer, bestelnummer, dossiernummer, telefoonnummer, referentie, schermafbeelding*, schermafdruk, screenshot*, melding, foutmelding*, bericht*, document*, bewijs*, factuur, afschrift*, paspoort, identiteitsbewijs, voornaam, achternaam, naam, emailadres, emailadres, mailadres, woonadres, postadres, ip adres, datum, tijd, tijdstip, bedrag, land, browser, versie, model, tijdzone, vraag, vragen, bon, foto van de|het foutmelding|document|paspoort, laatste vier cijfers van uw|de kaart|pas|rekening, cijfers van uw|de kaart|pas|rekening,
    authenticator app, naar het|dit|dat|uw adres, in uw wallet, naar uw wallet, van uw hardware wallet, hardware wallet, welke wallet app, details, probleem, inlogprobleem*, inlogpagina, inlogscherm, inlogpoging*, apparaatnaam, naam van het apparaat, link om .. wachtwoord, ticket`,
  remote: `scherm, uw computer, je computer, de computer, uw pc, je pc, uw laptop, uw apparaat op afstand, toegang op afstand,
    bediening op afstand, hulp op afstand, externe toegang, extern bureaublad, dit programma, deze tool, dit hulpmiddel,
    onze tool, ons programma, deze software, negencijferige* nummer|code|id, sessie id, sessiecode, schermdeling,
    scherm delen, videogesprek, zoom, mijn verbinding, verbindingsverzoek, besturing, controle over uw|je, muis,
    toegang tot uw|je computer|pc|laptop|apparaat|scherm|telefoon`,
  protection: `tweestapsverificatie*, tweefactor*, twee factor*, tweefactorauthenticatie, verificatie in twee stappen,
    tweede factor, 2fa, authenticator, passkey*, toegangssleutel*, beveiligingssleutel*, instellingenslot, slot,
    blokkade, vergrendeling, wachttijd*, wachtperiode, bedenktijd, vertraging, antivirus*, virusscanner*, firewall,
    apparaat, apparaten, oude apparaat|apparaten|telefoon, andere apparaten, beveiligingsinstelling*, bescherming*,
    limiet*, opnamelimiet, meldingen, waarschuwing*, opnamebevestiging, antiphishingcode, beveiliging`,
  prompt:
    "melding, pushmelding*, push, verzoek, prompt, popup, venster, bericht op uw telefoon, inlogverzoek*, beveiligingssleutel, yubikey, vingerafdruk, aanmelding",
  devicePrompt:
    "goedkeuringslink*, bevestigingslink*, verificatielink*, nieuwe apparaat, dit apparaat, mijn apparaat, link in de mail|e|email, link uit de mail|e|email, apparaatverzoek",
  give: `stuur, sturen, stuurt, geef mij|me|ons, geef .. door, geef ons|de|uw|je, geeft u, zeg, zegt, noem, noemt, lees, leest,
    deel, deelt, vertel, vertelt, verstrek, verschaf, mail mij|me|ons|de|uw, app mij|me|ons, sms mij|me|ons, speel .. door,
    stuur .. door, dicteer, spel, toon, laat mij|me|ons .. zien|weten, laat mij|me|ons uw|je|de|het|eens, antwoord met,
    antwoord .. met, herhaal, onthul, overhandig, upload, voeg .. bij|toe, fotografeer, foto van uw|je|het|de, scan,
    schrijf mij|me, zend, bezorg, meld mij|ons, vermeld, kopieer voor, geef, meedelen, post, geeft, stuurt, gooi,
    gooi .. in, zegt ons|mij, stuur .. door, als u ons .. geeft, beantwoord .. met, reageer .. met`,
  giveLast:
    "sturen, toesturen, doorsturen, door te sturen, geven, te geven, doorgeven, door te geven, zeggen, te zeggen, noemen, te noemen, voorlezen, voor te lezen, delen, te delen, vertellen, te vertellen, verstrekken, te verstrekken, meedelen, mailen, te mailen, appen, laten weten, laten zien, tonen, dicteren, spellen, herhalen, uploaden, fotograferen, te sturen, opsturen, overhandigen, opnoemen, opgeven, verklappen, oplezen",
  giveIt: `stuur hem|het|ze|die naar|door|maar|mij|me|ons, geef hem|het|ze|die aan|door|maar|mij|me, zeg het|hem maar, lees hem|het|ze voor, stuur maar door, geef maar door, kom maar door, lees maar voor, app hem|het, mail hem|het,
    stuur hem .. door, stuur hem naar mij door, stuur die door, stuur hem door`,
  enter:
    "typ, tik, voer .. in, voer, vul .. in, vul, plak, schrijf, zet, bevestig, verifieer, controleer, kopieer, importeer, synchroniseer, gebruik, valideer, laat .. achter, toets .. in, plaats, drop",
  enterLast:
    "typen, te typen, intypen, in te typen, invoeren, in te voeren, invullen, in te vullen, plakken, te plakken, bevestigen, te bevestigen, verifiëren, te verifiëren, neerzetten, zetten, intikken, kopiëren, achterlaten, opschrijven, plaatsen",
  enterIt:
    "plak hem|het|ze, typ hem|het|ze, voer hem|het|ze .. in, vul hem|het|ze .. in, zet hem|het|ze, tik hem|het|ze, schrijf hem|het|ze, kopieer hem|het",
  carrier: "sms, sms je, tekstbericht",
  confirm: "bevestig, verifieer",
  confirmLast: "bevestigen, te bevestigen, verifiëren",
  without: "zonder uw|je|de|het|die|dat",
  unable:
    "kom ik niet, komen we niet, kan ik .. niet, kunnen we .. niet, ik kan .. niet, onmogelijk, lukt het niet, gaat het niet, niet verder",
  want: `wat is uw|je|jouw|de|het, wat zijn uw|je|de, wat was uw|je|het|de, welk, welke, hoe luidt, hoe luiden, wat staat, ik heb .. nodig, we hebben .. nodig, wij hebben .. nodig, heb ik, hebben we|wij, ik heb alleen|nog|enkel|uw|je|de|het, ik mis, we missen, mis ik, ontbreekt, mij ontbreekt, ik wil, wij willen, ik zou graag, wij zouden graag, graag uw|je|de, ik wil graag, mag ik, mogen we|wij, kan ik, kunnen we|wij, zou ik, zouden we, weet u, weet je, kent u, hebt u uw|je|de|het .. bij|klaar, heeft u uw|de|het .. bij|klaar, houd .. bij de hand, ik vraag, wij vragen u om, ik moet .. hebben|weten|zien, we moeten .. hebben|weten|zien, zonder de|uw|je|die|het, ik wacht op, we wachten op, genoeg aan, voldoende, aan de eerste|laatste, nodig is, ik verzoek u om, mij volstaan, alleen nog,
    ik wil alleen, we willen alleen`,
  wantLast: `nodig, heb ik genoeg, is genoeg, zijn genoeg, volstaat, volstaan, hebben, weten, krijgen, zien, heb ik nodig,
    zou ik graag, vernemen, ontvangen`,
  wantIt: `wat is het|hij, wat staat er|erop, ik heb hem|het|die|ze nodig, wat zegt hij|het, zeg het maar, ga uw gang, ik luister, mag ik hem|het, hoe luidt hij,
    wat staat erin, wat staat er in, wat is hij, wat is die`,
  wantId: "wat is uw|je|het id|nummer, welk nummer|id, geef|stuur|zeg mij|me het|uw nummer|id",
  weaken: `zet .. uit|op, schakel .. uit, deactiveer, verwijder, wis, haal .. weg|af|eraf, haal, hef .. op, hef, ontgrendel,
    verkort, verlaag, verminder, omzeil, sla .. over, pauzeer, onderbreek, verhoog, negeer, ontkoppel, klik .. weg,
    de installeer, breng, stel .. op|in, schakel .. uit, maak .. uit|los`,
  weakenLast: `uitzetten, uit te zetten, uitschakelen, uit te schakelen, deactiveren, te deactiveren, verwijderen, te verwijderen,
    wissen, weghalen, weg te halen, opheffen, op te heffen, ontgrendelen, verkorten, te verkorten, verlagen, te verlagen,
    omzeilen, overslaan, pauzeren, verhogen, negeren, ontkoppelen, zetten, te zetten`,
  admit:
    "voeg, plaats, neem, zet, vul, registreer, bewaar, accepteer, sta .. toe, keur .. goed, vertrouw",
  admitLast:
    "toevoegen, toe te voegen, plaatsen, te plaatsen, zetten, te zetten, whitelisten, opnemen, goedkeuren, toestaan, registreren",
  foreign:
    "dit .. adres, mijn .. adres, het volgende adres, volgende adres, ons adres, mijn apparaat, dit apparaat, mijn telefoon, mijn passkey, mijn nummer, deze wallet, mijn wallet, een nieuw opnameadres, 0x*, bc1*",
  approve:
    "tik .. op, tik, druk .. op, druk, klik .. op, klik, keur .. goed, keur, accepteer, bevestig, sta .. toe, sta, raak .. aan, raak, kies ja, zeg ja, open, autoriseer, antwoord ja, volg",
  approveLast:
    "goedkeuren, goed te keuren, accepteren, te accepteren, bevestigen, te bevestigen, toestaan, toe te staan, aanraken, indrukken, aanklikken, aantikken, drukken, autoriseren, klikken",
  open: "installeer, download, open, start, deel, geef mij|me|ons, geef, laat mij|me|ons, sta .. toe, sta mij|me, toon mij|me, accepteer, gebruik, neem .. deel, kom in, zet .. aan, verleen, verbind, zeg mij|me, stuur mij|me, draai, ga naar, draag .. over",
  openLast:
    "installeren, te installeren, downloaden, te downloaden, openen, starten, delen, te delen, overnemen, over te nemen, geven, te geven, toestaan, accepteren, zien, bekijken, meekijken, bedienen, gebruiken, verlenen, meenemen, besturen, laten zien",
  asks: {
    two_factor_code: `wat staat er .. authenticator|telefoon|app|scherm|sms|display, wat zegt|toont|laat uw|je|de authenticator|telefoon|app, wat ziet u|je op|in uw|je, welk getal|nummer staat|ziet|toont, welke cijfers|getallen, tik|druk|klik .. op goedkeuren|ja|accepteren|bevestigen|toestaan, druk op ja, raak uw beveiligingssleutel, foto van uw authenticator, lees voor wat, lees me voor wat, vertel me wat er|u .. staat|ziet`,
    wallet_secret:
      "naar|op welke wallet|portemonnee, naar|op welk adres, waar wilt u .. hebben|ontvangen|gestuurd, waar moeten|moet|mag we|ik .. heen|naartoe|sturen, foto van het papier, foto van uw|de|je woorden, welke woorden, wat is het eerste|tweede|derde|vierde|laatste woord, verbind uw wallet, synchroniseer uw wallet, koppel uw wallet",
    remote_access:
      "uw|je computer|scherm|pc .. overnemen, uw|je scherm .. zien|bekijken, laat mij|me .. overnemen, meekijken op uw|je, op uw|je computer inloggen, verbinding maken met uw|je computer|pc, ik neem .. over, de besturing overnemen, laat me uw account zien",
    weaken_security:
      "dit|mijn|het volgende adres op|aan|in, wachttijd naar|op nul|0, negeer de waarschuwing, wijzig uw emailadres naar|in, verander uw emailadres naar|in",
    username:
      "onder welke naam logt|bent, met welke naam logt, met welk emailadres|mailadres logt, waarmee logt u in, waarmee u inlogt",
    password: "met welk wachtwoord, stel als wachtwoord .. in, neem als wachtwoord",
  },
  it: "hem, het, die, ze, dat, dit, deze",
  us: "mij, me, ons, aan mij|ons, naar mij|me|ons, met mij|ons, onze|ons|mijn medewerker|team|collega|specialist|technicus|support, hier, hieronder, in de|deze chat, chat, in dit ticket|gesprek, in uw antwoord, antwoord, per mail|e|sms|telefoon, aan de telefoon, hardop, voor mij, klantenservice",
  away: "dit formulier, deze pagina, deze site, deze link, het formulier, volgende link|pagina|formulier, link hieronder, mijn nummer, mijn mail|e, mijn pagina, deze tool, dit portaal, deze bot, bot, partner, externe site, niet van ons, mijn telegram, mijn whatsapp, gedeeld document",
  own: "inlogpagina, inlogscherm, aanmeldpagina, onze pagina, onze site, onze website, onze app, de app, uw account, uw profiel, onder beveiliging, instellingen, beveiligingspagina, herstelpagina, om in te loggen, bij het inloggen, als u inlogt, wanneer u inlogt, tijdens het inloggen, volgende keer dat u inlogt, uzelf, op uw eigen apparaat, op uw apparaat, wachtwoordmanager, op papier, offline, veilige plek, veilige plaats, officiële site|app|website, hardware wallet, op uw ledger|trezor",
  refuse:
    "niet, nooit, geen, niemand, noch, evenmin, nimmer, hoeft u|je, vermijd, zonder te geven|delen|vragen, onnodig, in plaats van, weiger, bewaar, houd .. geheim, houd .. voor uzelf",
  hollow: `aarzel niet, geen probleem, geen zorgen, maakt u zich geen zorgen, maak je geen zorgen, vergeet niet, waarom niet, wees niet bang, niet erg, geeft niet, duurt niet, kan .. niet, kan ik .. niet, kunnen we .. niet, niet de hele|volledige, is niet de hele, niet alleen, wordt niet bewaard|opgeslagen, nog niet, ik heb geen, we hebben geen, ik zie geen|niet, niemand anders, niemand ziet, ik vind .. niet, als u het niet erg vindt, hang niet op, geen haast,
    laat het me|mij|ons weten, laat me|mij|ons weten of|als|wanneer, zeg me of, vertel me of|wanneer|hoe|waarom, stuur ons een bericht, tegen oplichters, vanwege oplichters, tegen fraudeurs, iemand probeert, iemand heeft geprobeerd, iemand is bezig, wat is er aan de hand, wat is het probleem, wat is er gebeurd, geef me|mij een moment|momentje, geef het een, laat me kijken|controleren, wat is de status,
    hoe laat, welke dag, welk tijdstip, welk bedrag`,
  exception:
    "behalve, uitgezonderd, tenzij, buiten ons, alleen met|aan ons|mij, uitzondering, anders dan, op mij na, op ons na",
  mine: "mijn, een nieuwe, een nieuw",
  but: "maar, echter, toch, deze keer, vandaag, gewoon, alleen, dan, dus",
  or: "of, noch",
  third:
    "iemand, wie u|je|dan|er, degene die, een persoon, de persoon, oplichter*, fraudeur*, crimineel*, criminelen, dief, dieven, bedrieger*, aanvaller*, hacker*, beller*, een onbekende, onbekende*, hij|zij|ze|men vroeg|vraagt|vragen|zei|zegt|wilde|heeft, heeft de beller, vroeg om, gevraagd om, phishing, oplichting, fraude, frauduleu*, nep*, valse, doet alsof, zich voordoe*, een mail|e|bericht die|dat, mails die, berichten die, bijvoorbeeld, gebeld",
  past: "hebt u .. gegeven|gedeeld|ingevoerd|gewijzigd|geïnstalleerd|ontvangen|gebruikt|gekregen|gestuurd|verteld, heeft u .. gegeven|gedeeld|ingevoerd|gewijzigd|geïnstalleerd|ontvangen|gebruikt|gestuurd, hebt u iemand, hebt u nog, heeft u nog, heb je iemand, heb je .. gegeven|gedeeld|ontvangen, ik zie dat, we zien dat, bedankt voor, bedankt dat, dank u voor, fijn dat, goed dat, als u .. hebt|heeft, dat u .. hebt|heeft, die u .. hebt|heeft, is gewijzigd, is verzonden, werd, werden, is verwijderd, gevraagd, gemeld, opnieuw ingesteld",
  self: "ik stuur u|je, wij sturen u|je, we sturen u|je, ik heb u|het|de|je .. gestuurd|verwijderd, we hebben u|je, wij hebben u|je, ik ga, ik zal, we zullen, wij zullen, u sturen, u geven, u laten zien, stuur ik u, sturen we u, ik geef u, ik laat u, ik toon u, u ontvangt, u krijgt, krijgt u, ontvangt u, zal ik, moet ik, ik wil graag weten of, ik moet .. controleren|nakijken, vraagt de pagina, u een code, u een link, stuur u een, sturen u een, ik heb het apparaat",
  whether:
    "of, wanneer, hoe, waarom, als, voordat, nadat, zodra, omdat, terwijl, waar u, over, betreffende, waarop, die vroeg, die vraagt",
  other: `wijzig, wijzigen, verander, veranderen, stel .. in, kies, kiezen, ga naar, log in, log .. in, inloggen, open, maak,
    maken, bewaar, activeer, zet .. aan, vraag .. aan, aanvragen, klik, wacht, verberg, dek .. af, streep, werk .. bij,
    blokkeer, controleer, bekijk, volg, probeer, noteer, neem contact, verwijder anydesk, toegang tot uw authenticator`,
  permit:
    "u kunt, je kunt, kan men, is mogelijk, om .. uit te schakelen, om .. te verwijderen, mag u, u mag",
  when: "als u, wanneer u, nadat u, voordat u, zodra u, om, na het, bij het, dat u, die u, zelf, u zelf",
  lost: "verloren, gestolen, niet herkent, niet kent, onbekend*, gemeld*, verdacht*, niet van u, gecompromitteerd, niet meer hebt|heeft|bezit, kapot*, verkocht*, dat u zelf, die u zelf",
  briefly:
    "even, een moment, een minuut, een paar minuten, kort, tijdelijk, voorlopig, zolang ik, terwijl ik, zodat ik|we|wij, dan kan|haal|kunnen ik|we, kunt u, zou u, kun je, wilt u, eerst, alstublieft, en probeer, gewoon, voor mij",
  more: "en de, en het, nu, en nu, nu de, dan, volgende, de volgende, het volgende, de rest, en de rest, de laatste, het laatste, de tweede, het tweede, het derde, de andere, de overige, nog een, ga door, ga verder, en dan, alstublieft, graag, het eerste, en, verder",
  filler:
    "de, het, een, uw, je, jouw, en, nu, dan, alstublieft, graag, bedankt, mooi, goed, prima, oké, ok, alleen, even, nog, van, uit, op, in, sms, app, telefoon, mail, volledige, huidige, nieuwe, oude, die, dat, dit, hier, keer, hele",
  yes: "ja, ja graag, jazeker, zeker, graag, klopt, precies, juist, natuurlijk, alstublieft, ok, oké, prima, doe maar, inderdaad",
  offer:
    "hebt u .. nodig, heeft u .. nodig, heb je .. nodig, wilt u, wil je, zal ik, moet ik, kan ik, mag ik, u sturen, geven, sturen",
};
