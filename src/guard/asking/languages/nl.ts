import type { Language } from "../language.ts";

export const dutch: Language = {
  tag: "nl",
  words: `
common: de, het, een, en, of, is, zijn, was, ik, u, je, jij, wij, we, hij, zij, ze, uw, jouw, mijn, ons, onze, dit, dat,
  deze, die, wat, welk, welke, wie, voor, van, aan, op, in, met, zonder, bij, uit, naar, om, te, niet, geen, meer, maar,
  ook, nog, nu, dan, als, kan, kunt, kunnen, zou, wilt, wil, heb, hebt, heeft, hebben, graag, alstublieft, bedankt,
  dank, hallo, hier, daar, even, er, ja, nee, mij, me, hem, haar, account, alleen, al, door, tot, over, wordt, worden,
  hoe
i: ik
we: wij, we
you: u, je, jij, jou, ge, gij
your: uw, jouw, je
me: mij, me, ons, aan mij, aan ons, voor mij, voor ons, met mij
my: mijn, onze, ons
he: hij, zij, hem, haar, ze, die man, die meneer
someone: iemand, wie, mensen, anderen, men, vreemden
nobody: niemand, geen van ons
it: het, t, dat, dit, die, deze, daar, erin, hem
not: niet, geen, nee, noch, nie
never: nooit, nergens, in geen geval
nothing: niets, niks, niet nodig, hoeft niet, hoef ik niet, hoeft u, onnodig, overbodig
without: zonder, anders, tenzij, tot, zolang
only: alleen, slechts, enkel, gewoon, maar
please: alstublieft, alsjeblieft, aub, graag, svp, gelieve, wees zo vriendelijk, verzoeken u
canyou: kunt u, kun je, kan u, zou u, zou je, wilt u, wil je, mag ik, kan ik, zou ik, laten we, mogen wij,
  heeft u voor mij
must: moet*, moeten, dient, verplicht, nodig, vereist, hoort, noodzakelijk, te bezorgen, behoeven
ineed: ik heb .. nodig, heb ik nodig, heb ik er, ik mis, ik wil, mis ik, ik zou graag, wij hebben, we hebben .. nodig,
  heb ik nog, ontbreekt, ik wacht op, ik vraag, wij vragen u
need: nodig, wil, willen, wens
thanks: bedankt, dank, fijn, goed zo, prima, mooi, sorry, helaas, top, netjes
willdo: ik heb, wij hebben, we hebben, ik zal, ik kan, ik ga, ik stuur, wij sturen
sothat: zodat ik, zodat we, zodat wij, dan kan ik, dan test ik, dan kijk ik, dan zoek ik, dan neem ik, dan haal ik,
  dan hoor ik, voor u, namens u, aan onze kant, bij mij, ik typ, terwijl ik, voordat ik, dan zet ik, opdat, dan is
send: stuur*, sturen, stuurt, zend*, mail*, geef, geven, geeft, doorgeven, door geven, doorsturen, verstrek*, bezorg*,
  overhandig*, lever*, deel, delen, deelt, gooi*, zet .. in de chat, opgeven, meedelen, mee te delen, afgeven, verklap*,
  overmaken, bezorgen, whatsapp, faxen, app me, app mij, app het, aanlever*, doorspeel*, toestur*, laat .. weten,
  zet .. hier, opstur*, inlever*, fax
tell: zeg*, zeggen, vertel*, noem*, wat is, hoe luidt, hoe is, laat weten, laat me weten, meld, wat stond er,
  wat staat er, wat zegt, verklap*, onthul*, vermeld*, dicteer*
read: lees*, lezen, leest, voorlezen, lees voor, dicteer*, spel*, spelt, herhaal*, opnoemen, oplezen
show: toon*, laat zien, foto*, fotootje, screenshot, scan*, film*, video, camera, spiegel*, schermafdruk,
  voor de camera, film
type: typ*, typen, vul*, invullen, voer*, invoeren, toets*, schrijf*, noteer, intikken, tik .. in, overtypen,
  opschrijven
paste: plak*, kopieer*, kopiëren, upload*, bijlage, voeg .. bij, hang
reply: antwoord*, reageer*, beantwoord*
press: druk*, tik*, klik*, kies, raak*, aantikken, tikken, vinger, selecteer
approve: keur*, goedkeur*, accepteer*, bevestig*, sta .. toe, toestaan, toestemming, autoriseer*, ja, laat .. binnen,
  dat ben ik, vertrouw*, akkoord, vertrouwen
reject: weiger*, afwijzen, wijs, druk op nee, nee, ophangen, hang op, niet ik
install: installeer*, installeren, download*, zet .. op uw, voer .. uit
uninstall: verwijder anydesk, deïnstalleer*, gooi .. eraf
open: start*, ga naar, bezoek, open, opent, openen, opendoe*, open doen
connect: verbind*, overneem*, overnemen, neem .. over, meekijk*, meekijken, bestuur*, inlog op uw,
  deel|deelt .. scherm, scherm .. delen
turnoff: uitschakel*, schakel .. uit, zet .. uit, uitzetten, uit, deactiveer*, af, opheffen, hef .. op, omzeil*,
  sla .. over, stop, laat .. rusten, pauzeer*, opschort*, weglaten
turnon: inschakel*, zet .. aan, aanzetten, activeer*, actief, staat aan, laat .. aan, aanzet*, aan te zetten, aanstaan,
  weer aan, blijft aan
remove: verwijder*, haal .. weg, wis*, gooi .. uit, weghalen, weg, schrap*, weggehaald, uitloggen
add: voeg .. toe, toevoegen, zet .. op, whitelist, registreer*, opslaan
raise: verhoog*, verlaag*, verkort*, til*, zet .. op, maximum, nul, minimaal, korter, hoger, lager, verlagen, op het
  maximum
ignore: negeer*, klik .. weg, trek .. niets van, wegklikken, let niet op, maak je geen
lie: zeg tegen de bank, als de bank vraagt, antwoord met nee, blijft onder ons, belt .. bank, als de bank, zeg dat u,
  zeg dat het, niemand .. opgedragen, fraudeafdeling
change: wijzig*, verander*, vervang*, aangepast, gewijzigd, veranderd, nieuwe
reset: reset*, herstel*, vergeten, opnieuw in te stellen, terugzet*
create: kies*, maak*, bedenk*, verzin*, stel .. in
keep: bewaar*, papier, la, veilig, geheim, voor uzelf, voor jezelf, hou .. voor, opbergen, kluis
protect: bescherm*, veilig*, beveilig*
check: controleer*, kijk*, bekijk*, nagaan, ga na, klopt, vergelijk*
wait: geldig, verloopt, verlopen, seconden, minuten, uur, dagen, kwartiertje, eindigt, tot, wacht, wachten, wachttijd*,
  wachtrij, wacht op, afwachten
try: probeer*, opnieuw, nog eens, nogmaals, nieuwe code, vraag .. aan, aanvragen
lockacct: blokkeer*, geblokkeerd, op slot, bevries*
describe: beschrijf*, leg uit, uitleg*, wat gebeurt
fresh: nieuwe, nieuw, andere, ander
password: wachtwoord*, *wachtwoord, paswoord*, ww, pincode, toegangscode*, inlogcode, inloggegevens, geheime woord*
username: gebruikersnaam*, inlognaam*, accountnaam*, login, aanmeldnaam, bovenste vakje, bijnaam
code: code, codes, *code, *codes, otp, token, tan, cijfers, eenmalig*
sms: sms, smsje, berichtje, bericht
auth: authenticator*, 2fa, tweestaps*, tweefactor*, geheime sleutel, scanner
backup: reservecode*, back up code*, backupcode*, herstelcode*, noodcode*
qr: qr*
seed: seed*, herstelzin*, herstelwoorden, twaalf woorden, 24 woorden, herstelblad, zin, mnemonic
word: woord, woorden
privkey: privésleutel*, prive sleutel, keystore*, sleutelbestand
wallet: wallet*, *wallet, ledger, trezor, metamask
address: adres*, *adres, waar naartoe, waarheen
master: master*, hoofdwachtwoord, hoofdsleutel, noodkit, secret key, kluis*
device: apparaat*, apparaten, laptop, tablet, computer, telefoon, browser, toestel*
devmail: apparaatmail*, nieuw apparaat, nieuwe apparaat, goedkeurings*, mail .. apparaat, bevestigingsmail
link: link*, url, knop
mail: mail*, email*, inbox, postvak
screen: scherm, schermen, schermdel*, bureaublad, zoom, beeldscherm
remotetool: anydesk, teamviewer, rustdesk, quick assist, programma*, hulpprogramma, op afstand, software, script, apk
page: pagina, site, website, formulier, vakje, veld, app, inlogpagina, instellingen
ownpage: onze site, onze app, inlogpagina, onder beveiliging, in de app, officiële, zelf, uzelf, jezelf
limit: limiet*, *limiet
lock: vergrendeling*, *vergrendeling, slot
waiting: wachttijd*, wachtperiode, bedenktijd
warning: waarschuwing*, virusscanner, antivirus, firewall
whitelist: whitelist*, witte lijst, adresboek, vertrouwde, begunstigde*, apparatenlijst,
  ontvangers, toegestane adressen
prompt: melding*, push*, pop up, verzoek, aanvraag, horloge, sleuteltje, yubikey, knippert
number: nummer, getal*, cijfer*, tekens, letters
first: eerste, laatste, tweede, derde, helft, volgende, één van
now: nu, snel, meteen, gelijk, direct, zo, zodra, even, ff, straks
past: was, waren, werd, heeft, hebt, had, gisteren, al, eerder
did: gewijzigd, ingevoerd, goedgekeurd, verstuurd, verwijderd, ontvangen, gedaan, gegeven, ingevuld
here: hier, hieronder, in de chat, chat, ticket, dit venster
away: telegram, whatsapp, signal, gmail, google formulier, <link>, <mail>, <handle>
scammer: oplichter*, dief, dieven, indringer*, beller*, fraudeur*, crimine*, hacker*, nep*, boef
says: zegt, zei, vraagt, vroeg, beweert, wilde
staff: medewerker*, collega*, support, team, technicus, specialist, adviseur
if: als, indien, of, mocht
when: wanneer, zodra, nadat, voordat, terwijl, bij het, telkens
why: waarom, omdat, hoe, daarom, vandaar, doordat
what: wat, welk*, waarmee, waarin
question: hebt u, heeft u, is, heb je, staat, bent u
ask: vraag*, vragen, gevraagd, verzoek*
txid: transactie*, hash, boeking*, reservering*, referentie, ticketnummer, bon
error: fout*, foutmelding, melding
public: openbare*, account id, klantnummer
other: postcode, huisnummer, kortingscode, actiecode, landcode, iban
amount: bedrag, datum, hoeveel, bank, netwerk
money: terugbetaling, overboeking, betaling, geld, munten, storting, opname*, saldo, bitcoin
problem: probleem, storing, vertraging, klok, automatisch
sorry: helaas, sorry, spijt
enough: genoeg, volstaan, volstaat, voldoende, meer hoeft niet, meer hoef ik niet
proof: verificatie, identiteit, bewijs, controle, dossier, procedure, herkennen
signin: accountnaam, aanmeldnaam, loginnaam, login id, alias, bovenste vakje, eerste vakje, bovenste veld,
  naam .. inlogt, naam .. in, gebruikers id, nick, klantlogin, naam .. aanmeldt
secret: paswoord*, ww, wachtzin, geheime woordje, geheim woord, inlogcode, toegangscode, pincode, tweede vakje,
  onderste vakje, beveiligingsvraag, meisjesnaam, *wachtwoord, *wachtwoorden, waar .. in veranderd
factor: tan, *code, getal, getalletje, cijfertjes, zes cijfers, zes cijfertjes, acht cijfers, respons, reservecode*,
  noodcode*, qr code*, qr, geheime sleutel, installatiesleutel, sms, verificatiecode, eenmalige code, rabo scanner,
  edentifier, token*, sms code
newdevice: apparaatmail*, apparaatcode*, goedkeuringsmail*, goedkeuringslink*, goedkeuringscode*, bevestigingsmail*,
  mail .. apparaat, mail .. toestel, mail .. computer, mail .. browser, mail .. inlog*, nieuw apparaat, nieuwe apparaat,
  nieuw toestel, was u dit, dat was ik niet, onbekend apparaat
coinsecret: herstelzin*, herstelwoorden*, herstelblad*, herstelkaart, woordenlijst*, back upblad, back upwoorden,
  back upzin, twaalf woorden, 24 woorden, laatste woord, eerste woord, sleutelbestand, keystore*, walletadres*,
  stortingsadres, opnameadres, bitcoinadres*, privésleutel*, prive sleutel*, private key*, geheime woorden, seed*,
  metalen plaat, adres .. wallet, *wallet, stalen plaatje, metalen plaatje
vaultkey: noodkit*, noodblad, emergency kit, secret key, hoofdwachtwoord*, masterwachtwoord*, master wachtwoord, kluis,
  kluiswachtwoord, hoofdsleutel, moedersleutel, bitwarden, 1password
protection: limiet*, *limiet, daglimiet, overboekingslimiet, tweestaps*, twee staps*, tweefactor*, dubbele
  beveiliging, authenticator, instellingenvergrendeling, vergrendeling*, slot, wachttijd*, wachtperiode, bedenktijd,
  waarschuwing*, virusscanner, witte lijst, whitelist, adresboek, vertrouwde apparaten, toestel*, apparatenlijst,
  begunstigde*, 24 uur, 72 uur, onbekende bronnen, bank vraagt, fraudewaarschuwing, beveiligingsniveau*,
  veiligheidsniveau*, beschermingsniveau*, opnamevergrendeling*, inlogmail*
remotely: scherm*, meekijk*, schermdelen, schermdeling, overnemen, op afstand, muis, programmaatje, hulpprogramma,
  powershell, script, apk, extensie, film*, video, zoom, teams, rustdesk, beheerder, sessiecode, partner id, desktop,
  laptop, computer, verbinding, schermopname, spiegel*, sessienummer, hulp op afstand, snelle hulp
nod: horloge, duo, groene knop, melding*, ja dat ben ik, sleuteltje, vingerafdruk
criminal: indringer*, boef, boeven, die man, die meneer, nepmedewerker, bedrieger*, dader*
yes: ja, jazeker, natuurlijk, zeker, tuurlijk, jawel, absoluut, vanzelfsprekend
awhile: even, eventjes, ff, effe, heel even, tijdelijk, voorlopig, zolang, terwijl, ondertussen, tien minuten,
  vijf minuten, een uurtje, tot later, daarna weer, straks weer, later weer, weer aan, vannacht, voor de duur
thistime: deze keer, dit keer, vandaag, uitzondering*, bij uitzondering, speciaal geval, normaal, normaal gesproken,
  eigenlijk, gewoonlijk, maar, echter, gelukkig, voor één keer
reported: gemeld*, meldde, meldt, gestolen, verloren, kwijt, verkocht, opgegeven, aangegeven
unknown: onbekend*, niet herken*, niet ken*, verdacht*, niet van u, niet van jou, vreemd*, niet de uwe
passkey: passkey*, toegangssleutel*, beveiligingssleutel*, sleuteltje, hardwaresleutel*, yubikey*, vinger*,
  vingerafdruk*, gezichtsherkenning, face id, usb sleutel, usb stick
listing: lijst, lijsten, lijstje, overzicht, rij
see: zie, ziet, zien, gezien, kijk*, meekijk*, bekijk*, zichtbaar
paper: papier*, blad, kaart, kaartje, briefje*, plaatje, staal*, stalen, metal*, afgedrukt*, print*, geprint*, envelop*,
  la, lade, schrift*, notitie*
file: bestand*, json, pdf, map, exporteer*, zip, bijlage
knob: schuif*, schakelaar*, vinkje*, vakje*, hokje*, menu*, optie*, tabblad*, hangslot*, slotje, instelling*, knop
extreme: nul, maximum, maximaal, helemaal naar boven, hoogste, miljoen, niets, geen, onbeperkt, minimum, laagste,
  elk adres, ieder adres, alle adressen
old: oud, oude, ouwe, vorige*, huidige*, laatste
bank: bank, banken, politie, belastingdienst, filiaal
account: rekening*, account*, profiel*, saldo*
pretext: systeem*, server*, migratie, technicus, techniek, test*, controle*, audit, synchroniseer*, reparatie*,
  onderhoud*, update*, bij mij, bij ons, onze kant, mijn kant, formulier*, deblokk*, afdeling*, dossier*, koppel*,
  verwerk*, oplossen, vrijgeven, werkplek
byitself: vanzelf, automatisch, uit zichzelf
whereto: waar, waarheen, waar naartoe, bestemming, welk adres, welke van
count: twee, drie, vier, vijf, zes, zeven, acht, negen, tien, twaalf, twintig, dertig, beide, allebei, paar, één
still: nog, nog steeds, weer, opnieuw
ends: begint, begin, eindigt, einde, eind, beginletters, voorkant
reassure: onder ons, gooi ik weg, verwijder ik daarna, wis ik, niemand anders, beloof*, beloofd, vertrouw me,
  versleuteld, geen zorgen, wees gerust, gerust, vertrouwelijk, geen paniek, veilig bij
impossible: kan niet, niet mogelijk, onmogelijk, mag niet, niet toegestaan, kunnen we niet, kan ik niet, niemand kan,
  niet nodig, hoef ik niet, hoeft niet, hoeft u niet, hoef je niet, heb ik niet nodig, ook niet door, ook wij niet,
  nergens voor nodig
call: bel, bellen, belt, belde, gebeld, telefo*, opgehangen, ophang*, hang op, aan de lijn, telefoontje*
leaveit: laat, laten, blijf*, blijft, houd*, zo laten, ongemoeid
login: inlog*, log in, logt in, login, aanmeld*, ingelogd, aangemeld, sessie*
finish: klaar, gedaan, gereed, afgerond, voltooid, gelukt, geregeld
name: naam, namen, bijnaam*, heet*
nowhere: nergens, nergens anders, niemand anders, elders, verder niemand
whole: hele, heel, alle, alles, volledig*, compleet, geheel
appear: verschijn*, komt er, springt, krijgt straks, popt op, in beeld
arrive: komt, kwam, binnen, ontvang*, gekregen, krijgt, kreeg, binnengekomen, aangekomen, ontving
proceed: doorgaan, ga door, ga verder, verder, toch doorgaan, wegklik*, klik door
fine: normaal, klopt, in orde, goed zo, alles goed, prima, top, dat hoort zo, niets aan de hand, goed dat, oké, ok
have: heeft u, heb je, hebt u, bij de hand, beschikt
saved: opgeslagen, opgeschreven, bewaard*, genoteerd*, onthoud*, onthouden, vastgelegd
document: factuur*, bon, paspoort*, afschrift*, identiteitskaart, geboorte*, papieren, brief, pakket*, pakje, bewijs*,
  documenten, rijbewijs*, videoselfie*, selfie*, loonstrook*, adresbewijs*, uittreksel*, voorkant, achterkant
date: morgen, maandag*, dinsdag*, woensdag*, donderdag*, vrijdag*, zaterdag*, zondag*, januari, februari, maart, april,
  mei, juni, juli, augustus, september, oktober, november, december, middag, middernacht, avond, vanavond, ochtend,
  vanochtend, vanmorgen
letin: laat mij, laat me, laat hem door, doorlaten, laat ons, ik log in, log ik in, ik kom erin, binnenlaten, toelaten
own: eigen, van jou, van uzelf, de jouwe, van u
screenshot: schermafbeelding*, schermafdruk*, schermfoto*, screenshot*
`,
};
