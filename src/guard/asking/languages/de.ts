import type { Language } from "../language.ts";

export const german: Language = {
  tag: "de",
  words: `
common: der, die, das, den, dem, des, ein, eine, einen, einem, einer, und, oder, ist, sind, war, ich, sie, wir, ihr,
  ihre, ihren, ihrem, ihrer, ihnen, mir, mich, uns, du, dir, dein, deine, deinen, nicht, kein, keine, mit, auf, für,
  von, zu, zum, zur, im, in, an, am, bei, aus, nach, bitte, noch, jetzt, dann, wenn, dass, was, wie, welche, welcher,
  welches, kann, können, könnten, haben, hat, habe, werden, wird, es, sich, auch, nur, so, als, um, über, hier, da,
  danke, gut, konto, kurz, mal, einfach, diese, dieser, dieses, meine, mein, unsere, unser
i: ich
we: wir
you: sie, du, euch, ihnen, dir, ihr
your: ihr, ihre, ihren, ihrem, ihrer, ihres, dein, deine, deinen, deinem, deiner, deines
me: mir, mich, uns, an mich, an uns, für mich, für uns
my: mein, meine, meinen, meinem, meiner, unser, unsere, unseren, unserem, unserer
he: er, ihm, ihn, der mann, der herr, die frau
someone: jemand, jemandem, jemanden, irgendwer, wer, leute, fremde*, andere, anderen, wem, man
nobody: niemand*, keiner, keinem, keinen, wir nicht
it: es, das, dies*, den, die, diese, diesen, dieses, darauf, daran, davon
not: nicht, kein, keine, keinen, keinem, keiner, nein, nix, nichts, weder, noch nicht, bloß nicht, ned, net
never: nie, niemals, nirgends, auf keinen fall, keinesfalls
nothing: nichts, unnötig, nicht nötig, braucht es nicht, brauchen sie nicht, müssen sie nicht, hinfällig
without: ohne, sonst, andernfalls, solange, bis, es sei denn, erst wenn, anders geht
only: nur, bloß, lediglich, ausschließlich, einfach, allein
please: bitte, seien sie so, sei so lieb, wenn s recht ist, wenn sie mögen, freundlicherweise, bittschön
canyou: können sie, könnten sie, würden sie, kannst du, könntest du, würdest du, wollen wir, dürfte ich, darf ich,
  kann ich, könnte ich, hätten sie, hättens, verraten sie, verrätst du, magst du, mögen sie, lassen sie uns
must: muss*, müssen, müsste*, müsst, soll, sollten, sollen, ist zu, sind zu, erforderlich, notwendig, nötig, benötigt,
  verlangt, gebeten, einzureichen, nachzureichen, vorzulegen, vorliegen, anzugeben, zu übermitteln, wird gebraucht
ineed: ich brauche, brauch ich, brauche ich, ich bräuchte, bräuchte ich, bräucht ich, ich benötige, benötige ich,
  ich hätte gern, hätte ich gern, hätt ich gern, mir fehlt, fehlt mir, mir fehlen, wir brauchen, wir benötigen,
  fehlt noch, ich brauch, bräuchten wir, hätte gern, ich bitte um, wird gebeten, ich warte auf, bräuchte, bräucht,
  brauch noch
need: brauche*, brauchen, bräuchte, benötige*, gebraucht, fehlt, fehlen, will, wollen, möchte*
thanks: danke, dank, gut so, prima, super, richtig gemacht, tut mir leid, entschuldig*, wunderbar, bestens,
  schönen dank, sehr schön
willdo: ich habe, wir haben, ich werde, wir werden, ich kann, wir können, ich schicke, ich hab, hab ich, habe ich,
  haben wir, kann ich, ich schaue, schau ich, ich sperre
sothat: damit ich, damit wir, dann kann ich, dann schau ich, dann schaue ich, dann hab ich, dann mache ich, dann geht,
  so kann ich, für sie, bei uns, von hier aus, ich tipp, ich klick, ich log, dann buche ich, dann lade ich,
  dann schauen wir, zwecks, zur, um .. zu, damit, ich probier, ich gleich, ich mach, ich erledige, an ihrer stelle,
  während ich, solange ich, bevor ich
send: schick*, send*, sende*, zusend*, zuschick*, übermittel*, reich*, nachreich*, einreich*, liefer*, gib, geben, gebe,
  her damit, rüber, überlass*, weiterleit*, leite, leiten, weitergeben, teil* .. mit, mitteil*, mitzuteilen,
  bekanntgeb*, angeben, anvertrauen, aushändigen, fax*, zukommen, durch geben, durchgeb*, gib durch, preisgeb*,
  herausgeb*, hinterleg*, rausrück*, spuck*, per post, mailen, mailt, mail mir, mailen sie, rausgeben, rüberreichen,
  durchreichen, überstell*, zuspiel*, hochladen, lad* .. hoch, leg* .. ab, ablegen, fax, faxen, faxe*
tell: sag*, sagen, sagst, nenn*, nennen, verrat*, wie lautet, wie lauten, wie heißt, wie ist, wie war, wie geht,
  wissen lassen, erzähl*, was ist, lautet, melde, anvertrau*, preisgeb*, was steht, was stand, durchsag*, ansag*,
  erwähn*, diktier*
read: les*, lies, vorles*, ablesen, diktier*, buchstabier*, wiederhol*, vorsag*, ansag*, aufsag*, vorzulesen, laut
show: zeig*, foto*, bild, screenshot*, abfotografier*, scan*, eingescannt, film*, video, kamera, aufnahme, knips*,
  ablichten, spiegel*, spiegeln, abfilm*, ablicht*, halt* .. kamera, in die kamera, bildschirmfoto*
type: tipp*, eingeb*, ein geben, eintrag*, eingetippt, geben .. ein, gib .. ein, trag* .. ein, schreib*, notier*,
  ausfüll*, füll*, aufschreib*, reinschreib*, eintipp*, abtipp*, abgetippt
paste: kopier*, einfüg*, füg* .. ein, anhäng*, häng*, hochlad*, lad* .. hoch, anhang, reinkopier*, beilegen, reinstell*
reply: antwort*, zurückschreib*, rückmeld*, melden sie sich, meldet euch, meld dich
press: drück*, tipp*, klick*, antipp*, wähl*, berühr*, nehmen sie den, finger, anklick*, geh* auf, gehen sie auf
approve: genehmig*, bestätig*, freigeb*, freigabe, frei, annehm*, akzeptier*, zulass*, erlaub*, autorisier*, zustimm*,
  reinlass*, ja, das bin ich, das war ich, durchwink*, lass* .. rein, vertrau*, vertrauen
reject: ablehn*, lehn*, verweiger*, nein, auflegen, legen sie auf, nicht ich, war ich nicht, abbrech*, brechen sie
install: installier*, herunterlad*, runterlad*, laden sie sich, lad dir, aufspiel*, ausführ*, auszuführen, download,
  einricht*, holen sie sich
uninstall: deinstallier*, runterschmeiß*, entfernen sie anydesk, löschen sie teamviewer
open: öffn*, start*, aufruf*, gehen sie, geh auf, ruf* .. auf, besuch*, anmachen
connect: verbind*, aufschalt*, schalte mich, übernehm*, steuer*, fernzugriff, zugriff, draufschau*, über die schulter,
  ans steuer, reinschau*
turnoff: ausschalt*, abschalt*, schalt* .. ab, schalt* .. aus, deaktivier*, ausmach*, mach* .. aus, knips* .. aus,
  abstell*, raus, muss raus, aufheb*, heb* .. auf, entsperr*, umgeh*, überspring*, aussetz*, lahmleg*, rauslösch*,
  deaktivierung, ist aus, war aus, ganz aus, weg damit, kann weg, muss weg, mal aus, aus sein, ruhen lassen, ruhen,
  pausier*, weglass*, außer kraft, rausnehm*
turnon: einschalt*, eingeschaltet, anschalt*, aktivier*, schalt* .. ein, aktiv, anlassen, eingeschaltet lassen,
  wieder an, läuft, ist an, war an, bleibt an, immer an
remove: entfern*, lösch*, nehm* .. aus, rauswerf*, abmeld*, streich*, abgemeldet, wirf .. raus, raus aus, rausnehm*,
  trenn*
add: hinzufüg*, füg* .. hinzu, aufnehm*, setz* .. auf, whitelist*, hinterleg*, anlegen, leg* .. an, eintrag*,
  registrier*, speicher*
raise: erhöh*, anheb*, heb* .. an, hochsetz*, raufsetz*, setz* .. auf, verkürz*, senk*, reduzier*, null, maximum,
  stell* .. auf, dreh*, höchst*, herabsetz*, senken, senke*, niedriger
ignore: ignorier*, wegklick*, getrost, übersehen, keine sorge, unbesorgt, klick* .. weg, nicht beachten,
  kümmern sie sich nicht
lie: sagen sie der bank, antworten sie mit nein, falls die bank, mehr müssen die nicht, bleibt unter uns,
  erwähnen sie nicht, bank anruft, die bank fragt, sagen sie .. bank, niemand .. aufgefordert, betrugsabteilung
change: wechsel*, ersetz*, austausch*, geändert, aktualisier*, ändern, ändert, änderung*
reset: zurücksetz*, zurückgesetzt, wiederherstell*, vergessen, rücksetz*, zurückzusetzen
create: anlegen, wähl*, vergeb*, ausdenk*, erstell*, erzeug*, neues passwort, denken sie sich
keep: aufbewahr*, bewahr*, behalt*, papier, schublade, geheim, für sich, verwahr*, tresor, hüten, versteck*,
  gehören auf, ausdrucken, ausgedruckt, sicher auf*, sicheren ort, sicherem ort
protect: schütz*, schutz, sicherheit, sicherer, betrug, gegen
check: prüf*, überprüf*, kontrollier*, schau*, guck*, nachseh*, achten, vergleich*, sehen sie nach, stimmt
wait: wart*, gedulden, gilt, gültig, läuft .. ab, abgelaufen, sekunden, minuten, stunden, tage, bis donnerstag, endet,
  montag, freitag, dienstag, mittwoch, donnerstag, sonntag, uhr
try: versuch*, probier*, nochmal, erneut, noch einmal, neuen code, anforder*, forder* .. an
lockacct: sperr*, gesperrt, blockier*, einfrier*, eingefroren
describe: beschreib*, erklär*, schilder*, was passiert, mit worten, schriftlich
fresh: neuen, frisch*, neu, neue, neues, neuer, neuerlich
password: passwort*, kennwort*, passwörter, *passwort, *kennwort, pw, losung*, zugangswort*, zugangsdaten, pin, *pin,
  geheimzahl, parole
username: benutzername*, nutzername*, anmeldename*, login*, username, kennung, zugangsname*, anmelde id, alias,
  kontoname, loggen sie sich, obere feld, erste feld, kürzel, spitzname*
code: code, codes, *code, *codes, tan, *tan, einmal*, ziffern, token, sechssteller, zahl, zahlen
sms: sms, nachricht, textnachricht
auth: authenticator*, authentifizierung*, 2fa, zwei faktor*, zweifaktor*, zweistufig*, einrichtungsschlüssel,
  geheime* schlüssel
backup: ersatzcode*, backup code*, notfallcode*, reservecode*, wiederherstellungscode*
qr: qr*, qr code
seed: seed*, wiederherstellungsphrase*, wiederherstellungswörter*, sicherungswörter, merkwörter*, zwölf wörter,
  24 wörter, wiederherstellungsblatt, phrase*, mnemonic
word: wort, wörter*, worte, wortliste
privkey: private* schlüssel*, privatschlüssel, keystore*, schlüsseldatei
wallet: wallet*, *wallet, ledger, trezor, metamask
address: adresse*, *adresse, wohin, an welche
master: master*, hauptpasswort, hauptkennwort, generalschlüssel, hauptschlüssel, notfall kit, notfallblatt, secret key,
  tresor*
device: gerät*, laptop, tablet, rechner, computer, handy, browser, notebook, telefon
devmail: gerätemail*, gerätefreigabe*, mail .. gerät*, freigabelink*, neue anmeldung, neues gerät, neuer browser,
  freigabemail, unbekannten rechner*, freigabecode
link: link*, url, knopf, button, schaltfläche
mail: mail*, email*, postfach, posteingang
screen: bildschirm*, desktop, display, zoom, videoanruf, bildschirmfreigabe
remotetool: anydesk, teamviewer, rustdesk, quick assist, quicksupport, fernwartung*, programm*, tool, wartungsprogramm,
  software, skript, powershell, apk, sitzungs*, partner id
page: seite, website, webseite, formular, feld, app, anmeldeseite, einstellungen, profil
ownpage: unserer seite, unserer app, anmeldeseite, unter sicherheit, in der app, offiziell*, selbst, selber, app store
limit: limit*, *limit, *limits, tageslimit
lock: einstellungssperre, sperre*, *sperre
waiting: wartezeit*, *frist, frist, haltefrist, verzögerung
warning: warnung*, warnhinweis*, virenschutz, virenscanner, antivirus, firewall, phishing code
whitelist: whitelist*, weiße liste, empfänger*, adressbuch, vertrauenswürdig*, geräteliste,
  freigabeliste*, zieladress*, liste der adressen, vertrauten kontakt
prompt: push*, mitteilung*, benachrichtigung*, anfrage*, meldung, sicherheitsschlüssel, yubikey, duo, freigabe,
  vibriert, blinkt, ihre uhr, ihrer uhr, der uhr, die uhr, smartwatch
number: nummer, zahl, zahlen, ziffer*, stellen, zeichen, buchstabe*
first: erste*, letzte*, zweite*, dritte*, hälfte, halbe*, nächste*, hinteren, teil, eine* der
now: jetzt, sofort, schnell, gleich, geschwind, eben, kurz, umgehend, sobald, eilt, gerade, grad
past: war, waren, wurde*, worden, hatte*, gestern, vorhin, bereits, schon, haben sie, hat, haben
did: geändert, eingegeben, genehmigt, angekommen, erfolgt, entfernt, geschickt, gemeldet, bekommen, geprüft, gegeben,
  haben gedrückt, getippt
here: hier, hierher, unten, in den chat, im chat, chat, ticket, ins ticket, hier rein, rein, da rein, dieses fenster
away: telegram, whatsapp, signal, gmail, google formular, <link>, <mail>, <handle>, fax, sprachcomputer,
  sprachnachricht, durchwahl
scammer: betrüg*, dieb*, eindringling*, kriminell*, anrufer*, hacker*, gauner, falsch*, masche, schwindler*, ganove*,
  der mann
says: sagt*, sagte, fragt*, gefragt, verlangt*, wollte*, behaupt*, ausgibt, bat, schrieb, verspricht
staff: mitarbeiter*, kolleg*, support, berater*, techniker*, team, spezialist*, agent*, vorgesetzt*
if: wenn, falls, ob, sofern, sollte, vorausgesetzt
when: sobald, nachdem, bevor, während, beim, bei jeder, jedes mal, immer wenn, als
why: warum, weil, wie, deshalb, daher, darum, wegen, liegt an
what: was, welche*, womit, worauf, welches, welcher, welchen
question: haben sie, ist, sind, hat, kommt, steht, wie oft
ask: frag*, fragen, gefragt, bitten, verlang*
txid: transaktion*, hash, buchung*, beleg*, referenz, ticketnummer, vorgangsnummer, bestell*
error: fehler*, meldung, absturz
public: öffentlich*, konto id, uid, kundennummer
other: postleitzahl, plz, gutschein*, rabatt*, aktionscode, vorwahl, iban, bic, promo*, swift
amount: betrag, datum, wie viel, wieviel, coin, netzwerk, bank, währung
money: erstattung, überweis*, rückzahlung, zahlung, geld, coins, einzahl*, auszahl*, guthaben, bitcoin, usdt
problem: problem*, störung, verspätet, verzögert, automatisch*, uhr ihres, uhr des, uhr stellen, uhr geht, uhr auf
sorry: leider, tut mir leid, bedaure, entschuldig*
enough: genügt, reicht, genug, mir reicht, tut s, reichen, genügen, hilft, wäre gut
proof: verifizierung, legitimation, identität, nachweis, abgleich*, prüfanweisung, gegenprobe, prüfung, protokoll, gemäß
signin: kennung, anmeldekennung, zugangsname*, zugangskennung, alias, username, anmelde id, login id, obere feld,
  oberes feld, erste feld, erste kästchen, nutzerkennung, usernamen, kundenlogin, kontoname, spitzname, *kennung,
  namen .. drin, namen .. anmelden|einloggen, name .. anmelden|einloggen
secret: losung, losungswort, masterpw, pw, zugangswort, zugangskennwort, banking pin, onlinebanking pin, geheimzahl,
  zweite feld, untere feld, zweite kästchen, sicherheitsfrage, sicherheitsantwort, mädchenname, *kennwort, *kennworts,
  *passworts, passwörtern, *pin, *losung, zugang zum konto, worauf .. zurückgesetzt, *parole, parole
factor: tan, *tan, *tans, pushtan, einmalkennung, sechssteller, sechs zahlen, sechsstelliger, ersatzcode*, reservecode*,
  notfallcodes, qr bild, qr code*, qr, geheime schlüssel, geheimer schlüssel, einrichtungscode, ziffernfolge,
  zahlenkolonne, zahlen, 6 ziffern, 6 zahlen, acht ziffern, freischaltcode*, aktivierungscode*, freigabe in der app,
  *ziffern, code
newdevice: gerätemail*, gerätefreigabe mail, freigabemail*, freigabe mail*, buchstabenkombi*, mail .. gerät*,
  mail .. browser, mail .. anmeldung, mail .. rechner, nachricht .. rechners, nachricht .. geräts, unbekannten rechner*,
  neuer browser, neue anmeldung, neues gerät, das war ich nicht, ja das war ich, anmeldemail, bestätigungsmail*,
  anmeldewarnung, gerätewarnung
coinsecret: sicherungswörter*, merkwörter*, wortliste, wörterliste, wörtern, kärtchen, sicherungsblatt, stahlplatte,
  metallplatte, schlüsseldatei, prüfwort, letzte wort, erste wort, einzahlungsadresse*, 0x adresse, coinadresse,
  empfängeradresse, wallet adresse, *wallet, *phrase, wiederherstellungs*, seedwörter*, zwölf, coins hin,
  bitcoin adresse, geldbörse, hardwarewallet karte, stahlplatte*
vaultkey: masterpasswort, master pw, notfall kit, notfallkit, notfallblatt, secret key, hauptpasswort, hauptkennwort,
  tresor*, generalschlüssel, generalpasswort, tresorschlüssel, safe, bitwarden, 1password, keepass, 34 zeichen,
  passwort mit dem alles
protection: *limit, *limits, *sperre, *frist, zwei faktor sache, zweifaktor, authenticator, *warnung, rote warnung,
  warnung*, warnhinweis*, hinweisfenster, unbekannte quellen, empfänger*, *empfänger, vertrauenswürdige*, geräteliste,
  eigenes handy, sms bestätigung, whitelist, weiße liste, adressbuch, bank nachfragt, fragt die app|bank, tageslimit,
  virenschutz, 24 stunden, 72 stunden, 72 stunden frist, haltezeit, sicherheitsstufe*, schutzstufe*,
  sicherheitsniveau*, schutzniveau*, auszahlungssperre*, anmelde mails, wartefrist*, karenzzeit*
remotely: wartungsprogramm*, hilfsprogramm*, diagnoseprogramm, programm im anhang, administrator, powershell, terminal,
  eingabeaufforderung, skript, apk, erweiterung, add on, fernhelfer, computer für sie, ans steuer, steuer, maus,
  desktop, auf schalten, aufschalten, bildschirm*, film*, video, aufnahme, videocall, webex, teams, sitzungskennwort,
  partner id, verbindung offen, quicksupport, quick support, über die schulter, zoom, laptop, rustdesk*, wartung,
  computer, spiegel*, spiegeln, sitzungsnummer, fernhilfe
nod: armbanduhr, duo, grüne* knopf, freigabe, ja ich bin s, das bin ich, ja das bin ich, antippen, ihre uhr, ihrer uhr,
  der uhr, smartwatch
criminal: eindringling*, gauner*, ganove*, schwindler*, abzocker*, der mann, dieser mann, masche, so fangen,
  der herr am telefon, nachahmer*
yes: ja, jawohl, klar, natürlich, jo, aber sicher, selbstverständlich, na sicher
awhile: kurz, vorübergehend, für einen moment, einen moment, einstweilen, solange, währenddessen, für zehn minuten,
  für eine stunde, bis später, nachher wieder, später wieder, danach wieder, wieder rein, wieder ein, über nacht,
  heute nacht, für die dauer, zwischenzeitlich, derweil, auf zeit
thistime: diesmal, dieses mal, heute, ausnahmsweise, ausnahme, sonderfall, normalerweise, eigentlich, sonst,
  üblicherweise, aber, allerdings, jedoch, zum glück, ein einziges mal
reported: gemeldet*, gestohlen*, verloren*, verlust, geklaut, abhanden, verkauft*, genannte*
unknown: unbekannt*, fremd*, kenn* sie nicht, nicht kennen, nicht erkennen, verdächtig*, gehört nicht, nicht ihr*,
  nicht von ihnen, komisch*
passkey: passkey*, sicherheitsschlüssel*, hardwareschlüssel*, yubikey*, stick, fingerabdruck*, face id,
  gesichtserkennung, fido, usb stick, usb schlüssel, dongle
listing: liste, liste*, eintrag*, verzeichnis, aufstellung
see: seh, sehe, sehen, sieht, siehst, gesehen, schau*, guck*, anschau*, sichtbar
paper: zettel*, papier*, blatt, karte, kärtchen, ausdruck*, ausgedruckt*, platte, metall*, stahl*, kuvert, lade,
  schublade, notiz*, bogen, rückseite
file: datei*, json, pdf, ordner, exportier*, zip, dokument
knob: schalter, schieber, regler, haken, häkchen, kästchen, menü*, option*, reiter, vorhängeschloss, hangslot,
  einstellung*, schloss
extreme: null, maximum, maximal*, ganz nach oben, ganz rauf, anschlag, höchst*, million, unbegrenzt, ganz runter,
  minimum, alle adressen, jede adresse, beliebige adresse*, auf einfach gestellt, stufe einfach
old: alt, alte, alten, altes, alter, bisherig*, vorige*, früher*, aktuell*, jetzig*, letzte*
bank: bank, banken, hausbank, polizei, finanzamt, filiale, behörde
account: konto, konten, profil, depot, guthaben
pretext: system, server, umzug, technik*, test*, prüfung*, abgleich*, synchron*, reparatur*, wartung*, umstellung,
  migration, bei mir, bei uns, unserer seite, meiner seite, fachabteilung, formular, zuordn*, weiterkomm*, bearbeit*,
  freischalt*, import*, freigabe, storno*, stornierung, entsperr*, hintergrund
byitself: von selbst, von allein*, automatisch, selbsttätig
whereto: wo, wohin, woher, ziel, welche adresse
count: eins, zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn, zwölf, zwanzig, dreißig, beide, beides, paar
still: noch, wieder, weiterhin, nach wie vor, immer noch
ends: fängt an, beginn*, anfang, anfäng*, fangt, endet, ende, erste* buchstab*, vorne, hinten
reassure: unter uns, lösche ich, lösch, danach gelöscht, sieht niemand, keiner sieht, versprochen, versprech*,
  vertrauen sie mir, verschlüsselt, keine sorge, keine angst, ruhig, vertraulich, niemand erfährt, bleibt unter,
  passiert nichts, kein problem, gefahrlos, harmlos
impossible: geht nicht, nicht möglich, unmöglich, nicht erlaubt, darf nicht, darf ich nicht, kann keiner, kann niemand,
  können wir nicht, kann ich nicht, nicht nötig, brauche ich nicht, brauch ich nicht, brauchen wir nicht,
  brauchen sie nicht, nicht gebraucht, lässt sich nicht, müssen sie nicht, müssen nichts
call: anruf*, angerufen, ruft, rufen, telefon*, telefoniert, leitung, geläutet, rückruf
leaveit: lassen sie, lass, lassen, bleibt, bleiben, behalten, belassen, unverändert, so lassen
login: anmeld*, einlogg*, login, eingeloggt, angemeldet, logg*, sitzung*, logged
finish: fertig, erledigt, abgeschlossen, geschafft, geklappt, passt, bereit, sind durch, wir durch, durch sind
name: name, namen, nick*, heißt, heißen
nowhere: nirgends*, sonst nirgends, sonst niemand*, nirgendwo, woanders, keinem sonst
whole: ganz, ganze, ganzen, komplett*, alle, alles, allem, vollständig*, gesamt*, sämtlich*
appear: erscheint, erscheinen, auftauch*, taucht, aufpopp*, poppt, aufgeht, geht auf, kommt gleich, springt auf
arrive: kommt, kommen, kam, gekommen, angekommen, eingegangen, erhalten, bekommen, bekommt, kriegen, eingetroffen,
  eintrudel*, da ist
proceed: weiter, fortfahren, weitermach*, trotzdem, fortsetz*, durchklick*
fine: in ordnung, normal, richtig, passt, stimmt, gut so, alles gut, kein grund, nichts zu tun, prima, bestens, okay, ok
have: haben sie, hast du, zur hand, parat, griffbereit, vorliegen, bei sich
saved: gespeichert*, notiert*, aufgeschrieben*, gemerkt, aufgehoben*, abgelegt, hinterlegt*, vermerkt
document: rechnung*, beleg*, ausweis*, pass, kontoauszug*, auszug, stromrechnung, geburt*, unterlagen, brief, paket,
  bescheinigung, führerschein*, selfie*, gehaltszettel*, gehaltsabrechnung*, adressnachweis*, wohnsitznachweis*,
  handelsregisterauszug*, vorderseite, rückseite, kaufvertrag*
date: morgen, montag*, dienstag*, mittwoch*, donnerstag*, freitag*, samstag*, sonntag*, jänner, januar, februar, märz,
  april, mai, juni, juli, august, september, oktober, november, dezember, mittag*, mitternacht, abend*, früh
letin: lassen sie mich, lassen sie es durch, lass mich, lassen sie ihn, durchlassen, reinlassen, reinkomm*,
  komme ich rein, komm ich rein, ich logge mich, ich melde mich an, log ich mich, geh ich rein, einsteigen
own: ihr eigen*, ihres, selber, eigene, eigenen, eigener, eigenes, eigenem
screenshot: screenshot*, bildschirmfoto*, bildschirmkopie*
`,
};
