import type { Language } from "../language.ts";

export const german: Language = {
  tag: "de",
  common: `der, die, das, den, dem, des, ein, eine, einen, einem, einer, und, oder, ist, sind, war, ich, sie, wir, ihr, ihre, ihren, ihrem, ihrer, ihnen, mir, mich, uns, du, dir, dein, deine, deinen,
    nicht, kein, keine, mit, auf, für, von, zu, zum, zur, im, in, an, am, bei, aus, nach, bitte, noch, jetzt, dann, wenn, dass, was, wie, welche, welcher, welches, kann, können, könnten, haben, hat, habe, werden, wird, es, sich, auch, nur, so, als, um, über, hier, da, danke, gut, konto, kurz, mal, einfach, diese, dieser, dieses, meine, mein, unsere, unser`,
  items: {
    username: `benutzername*, nutzername*, anmeldename*, loginname*, usernamen, login, logins, benutzerkennung, nutzerkennung, login name*, anmeldedaten, zugangsdaten, logindaten, login daten, namen .. anmelden|einloggen,
    mit dem sie sich anmelden|einloggen, womit sie sich anmelden|einloggen, namen mit dem`,
    password:
      "passwort*, passwörter*, kennwort*, zugangsdaten, anmeldedaten, logindaten, login daten, *passwort, passwd, losungswort, zugangswort, pw, pass wort",
    two_factor_code: `code, codes, *code, *codes, bestätigungscode*, sicherheitscode*, verifizierungscode*, zwei faktor code*, einmalcode*, einmalpasswort*, einmalkennwort*, backup code*, wiederherstellungscode*, notfallcode*, reservecode*, authentifizierungscode*,
      sechs|6 ziffern, sechsstellige* zahl|nummer|code|ziffern*, 6 stellige* zahl|nummer|code, ziffern, zahlen auf|aus|in der|dem|ihrem|deinem, zahl auf|aus|in der|dem|ihrem|deinem, zahlenfolge, nummer in|aus|auf der|dem|ihrer|ihrem sms|nachricht|handy|display|bildschirm, tan, pin, token, einrichtungsschlüssel, geheimschlüssel, authenticator schlüssel, qr code, sms mit, sms die, zahl* die|aus|in, zahlen, sicherheitsschlüssel code, mobiltan, smstan,
    einmal pin, einmalpin`,
    device_approval_code: `gerätecode*, geräte code*, gerätefreigabecode*, freigabecode*, freigabelink*, freigabe link, bestätigungslink*, gerätelink, verifizierungslink*, anmeldelink*, link aus|in der|ihrer .. mail, link aus|in der|ihrer email|mail, link .. aus|in der .. mail|email, code aus|in der|ihrer email|mail, code aus|in der|ihrer .. email|mail, geräte mail, gerätebestätigung*, gerätefreigabe*, mail mit dem .. link, code .. per mail|email, code .. per email, email mit dem .. link, mail zum neuen gerät, mail über das neue gerät, freigabe mail`,
    wallet_secret: `seed*, seedphrase*, seed phrase*, seed wörter*, wiederherstellungsphrase*, wiederherstellungswörter*, wiederherstellungssatz, wiederherstellungswort, geheimphrase, geheime phrase, sicherungsphrase, backup phrase*, mnemonic*, zwölf|12|24|vierundzwanzig|18 wörter*, zwölf|12|24|vierundzwanzig wörtern, ersten|letzten|nächsten #|zwei|drei|vier|fünf|sechs|paar wörter*, wörter auf|von dem|ihrem|deinem|ihrer, wörter ihrer|deiner|der phrase|wallet, wort ihrer|deiner|der|aus|von .. phrase|wallet|seed*, erste|zweite|dritte|vierte|fünfte|letzte|nächste wort, wort nummer #, zettel mit den|ihren .. wörter*, blatt mit den|ihren .. wörter*, phrase, private* schlüssel*, privatschlüssel*, private key*, wallet schlüssel, wallet datei, keystore datei*, keystore*, wallet passwort,
      wallet adresse*, walletadresse*, auszahlungsadresse*, empfangsadresse*, empfängeradresse, einzahlungsadresse*, bitcoin|btc|eth|ethereum|krypto|usdt|coin|xrp|sol adresse*, bitcoinadresse*, kryptoadresse*, zieladresse*, adresse ihrer|deiner|der|ihres .. wallet|ledger|trezor|metamask, wallet, adresse .. auszahlung, wörtern,
    wörter eins|1|zwei|drei, wörter # bis #, die wörter, ihre wörter, wörter von eins`,
    master_key:
      "master key*, masterkey*, hauptschlüssel*, masterschlüssel*, generalschlüssel*, master schlüssel, master passwort, masterpasswort, mastercode",
  },
  thing: `gutscheincode*, rabattcode*, aktionscode*, promocode*, promo code*, fehlercode*, fehler code, statuscode*, buchungscode*, ländercode*, landescode, postcode, empfehlungscode*, einladungscode*, bankcode, swift code, bonuscode*, referenzcode*, quellcode, strichcode, barcode, vorwahl, postleitzahl*, plz, auftragscode, code auf der|in der fehlermeldung, werbecode, freundschaftscode, währungscode, verhaltenscode, zugangscode zur filiale,
    passwort manager*, passwortmanager*, passwort zurücksetz*, passwortrücksetzung*, passwortänderung*, passwortregeln, passwortfeld, passwort vergessen, link zum zurücksetzen, transaktions id*, transaktions nummer, transaktionsnummer*, transaktions hash, transaktionshash*, ticketnummer*, vorgangsnummer*, bestellnummer*, rechnung*, beleg*, kontoauszug*, fehlermeldung*, fehlertext, bildschirmfoto*, screenshot*, foto .. fehlermeldung*, dokument*, unterlagen, öffentliche* konto id*, konto id*, kontonummer, kundennummer, vorname*, nachname*, name, namen, email adresse, emailadresse, mailadresse, postadresse, anschrift, wohnadresse, adressnachweis*, ip adresse, telefonnummer, handynummer, betrag, datum, uhrzeit, zeitzone, land, browser, betriebssystem, version, app version, gerätemodell, ausweis*, reisepass, kopie, nachricht, frage*, bescheid, rückmeldung, letzten vier ziffern ihrer|der karte|kontonummer, ziffern ihrer|der karte*|kontonummer|iban, an die|diese|ihre .. adresse, auf ihrer wallet, auf ihre wallet, in ihrer wallet, wallet app, wallet anbieter, wallet software, welche wallet app, sicherheitsseite, 2fa einstellungen, anmeldeproblem, anmeldeversuch*, anmeldeseite, bestätigungsmail, bestätigungs mail, referenz, anhang, details, tokenname, welchen token`,
  remote: `ihren|deinen|den bildschirm, bildschirm, bildschirmfreigabe, ihren|deinen|den rechner, ihren|deinen computer, ihren|deinen pc, ihren|deinen laptop, ihrem|deinem rechner|computer|pc, fernzugriff*, fernwartung*, fernsteuerung, remote zugriff, dieses|unser|das|mein programm|tool, diese|unsere software, unsere support app, fernwartungstool, fernwartungssoftware, neunstellige* nummer|id|zahl|code, zehnstellige* nummer|id, sitzungs id, sitzungscode, partner id, zoom, videoanruf, videokonferenz, meine verbindung, verbindungsanfrage, verbindung, verbindungsanforderung, kontrolle über, steuerung, zugriff auf ihren|deinen|ihr rechner|computer|pc|handy|gerät|telefon, die id,
    fernwartung*, fernhilfe*`,
  protection: `zwei faktor, zwei faktor anmeldung|authentifizierung|schutz|prüfung|authentisierung, zweifaktor*, 2 faktor*, 2fa,
    zweiten|zweiter faktor, authenticator*, passkey*, sicherheitsschlüssel, einstellungssperre*, kontosperre, sperre,
    auszahlungssperre, wartezeit*, wartefrist*, haltefrist, verzögerung, virenscanner*, virenschutz*, antivirus*,
    firewall, defender, geräte*, gerät, alten|altes|alte gerät*, alte* handy, sicherheitseinstellung*,
    sicherheitsfunktion*, schutz, schutzfunktion*, schutzmaßnahme*, limit*, auszahlungslimit*, auszahlungsbestätigung*,
    mailbestätigung*, benachrichtigung*, sicherheitswarnung*, warnung*, phishing code, sicherheitsprüfung*, play protect,
    biometrie, gesichtserkennung`,
  prompt:
    "abfrage*, aufforderung*, anfrage*, push*, push nachricht*, push mitteilung*, pushnachricht, mitteilung*, benachrichtigung*, popup, pop up, meldung, anmeldeanfrage*, dialog, bestätigungsanfrage, sicherheitsschlüssel*, yubikey, fingerabdruck, anmeldung",
  devicePrompt:
    "freigabelink*, freigabe link*, bestätigungslink*, gerätefreigabe*, neue* gerät, dieses gerät, mein gerät, gerät, link in der .. mail, link in der mail|email, link aus der mail, link aus der .. mail, geräteanfrage*, verifizierungslink*",
  give: `schicken sie, schick, schicke, senden sie, sende, send, sagen sie, sag, sage, nennen sie, nenn, nenne,
    geben sie mir|uns, geben sie .. durch|weiter|an|bekannt|heraus|preis, gib mir|uns, gib .. durch|weiter,
    teilen sie mir|uns, teilen sie .. mit, teile mir|uns, teil mir|uns, teil .. mit, lesen sie, lies, leiten sie, leite,
    verraten sie, verrate, verrat, verrätst, diktieren sie, diktier*, übermitteln sie, übermittle, mailen sie,
    mail mir|uns, simsen sie, antworten sie .. mit, antworte .. mit, zeigen sie, zeig mir|uns, zeige mir|uns, kopieren sie,
    kopier*, laden sie .. hoch, fotografieren sie, fotografier*, foto von, foto ihrer|deiner, buchstabieren sie,
    buchstabier*, wiederholen sie, wiederhol*, hinterlassen sie, reichen sie, überlassen sie, überlass, offenbaren sie,
    lassen sie mir|uns, lass mir|uns, lassen sie mich|uns .. wissen|sehen, lass mich .. wissen|sehen, tippen sie mir,
    schreiben sie mir|uns|ihr|ihre|den|das|die, schreib mir|uns|dein|den|das, posten sie, whatsappen sie, antworten sie,
    schickst du, sagst du, gibst du, liest du, nennst du, teilst du, schicken, geben sie .. her, mir .. durchgeben,
    rücken sie .. raus, scannen sie, legen sie .. bei, fügen sie .. bei, erklären sie mir, schick .. rüber, schmeiß, wirf,
    sag an, sagen sie .. an, kopieren sie mir, machen sie .. screenshot|foto|bild von, mach .. screenshot|foto von,
    screenshot von|ihrer`,
  giveLast: `schicken, senden, zusenden, zuschicken, sagen, nennen, geben, mitteilen, mitzuteilen, durchgeben, durchzugeben, vorlesen, vorzulesen, weiterleiten, weiterzuleiten, verraten, diktieren, übermitteln, mailen, zumailen, zeigen, hochladen, hochzuladen, fotografieren, buchstabieren, wiederholen, weitergeben, preisgeben, bekanntgeben, schreiben, aufschreiben, zu schicken, zu senden, zu nennen, zu geben, zu sagen, zukommen lassen, zukommen zu lassen, rüberschicken, rübersenden, schickst, sagst, nennst, gibst, durchgibst, vorliest, mitteilst, her,
    ansagen, anzusagen, rüberschicken, rüber, rübergeben, nenne, aufsagen, herausgeben`,
  giveIt:
    "schicken sie ihn|sie|es mir|uns, schick ihn|sie|es mir|uns, sagen sie ihn|sie|es mir, leiten sie sie|ihn mir weiter, her damit, raus damit, immer her damit",
  enter: `geben sie .. ein, gib .. ein, geben sie, gib, tippen sie, tipp, tippe, fügen sie .. ein, füge .. ein, fügen sie, bestätigen sie, bestätige, verifizieren sie, tragen sie .. ein, trag .. ein, tragen sie, schreiben sie, schreib, setzen sie .. ein, nutzen sie, verwenden sie, kopieren sie, kopiere, hinterlegen sie, importieren sie, synchronisieren sie, validieren sie`,
  enterLast:
    "eingeben, einzugeben, eintippen, einzutippen, einfügen, einzufügen, bestätigen, zu bestätigen, eintragen, einzutragen, eingibst, eintippst, reinkopieren, reinschreiben, reinstellen, reintippen, kopieren, verifizieren, hinterlegen, posten, tippen, schreiben, rein",
  enterIt:
    "geben sie ihn|sie|es .. ein, tippen sie ihn|sie|es .. ein, gib ihn|sie|es .. ein, tippen sie ihn|sie|es, tragen sie ihn|sie|es .. ein, fügen sie ihn|sie|es .. ein, tipp ihn|sie|es",
  carrier: "sms, die sms, nachricht aufs handy",
  confirm: "bestätigen sie, bestätige, verifizieren sie",
  confirmLast: "bestätigen, zu bestätigen, verifizieren",
  without: "ohne ihr|ihre|ihren|das|den|die|dieses|diesen",
  unable:
    "komme ich, kommen wir, ich kann .. nicht, wir können .. nicht, kann ich .. nicht, können wir .. nicht, geht es .. nicht, nicht weiter, geht nichts, unmöglich, leider nicht, geht leider nicht",
  want: `unter welchem|welcher, mit welchem|welcher, ich brauche, wir brauchen, ich bräuchte, wir bräuchten, brauche ich,
    brauchen wir, bräuchte ich, bräuchten wir, ich benötige, wir benötigen, benötige ich, benötigen wir, benötigt wird,
    ich möchte, ich hätte gern*, hätte ich gern*, ich will, wir wollen, ich muss .. wissen|sehen|haben, mir fehlt,
    uns fehlt, mir fehlen, uns fehlen, fehlt mir|uns, fehlen mir|uns, fehlt noch, fehlt nur, es fehlt, fehlen noch,
    mir reicht, mir reichen, mir genügt, mir genügen, reicht mir, reichen mir, genügt mir, genügen mir, uns reicht,
    uns reichen, uns genügt, uns genügen, es genügt, es reicht, wie lautet, wie lauten, wie ist, wie sind, wie heißt,
    wie heißen, wie war, was ist ihr|dein|der, was sind ihre|deine|die, was steht, was zeigt, was war, welche, welches,
    welcher, welchen, dürfte ich, darf ich, könnte ich, kann ich, können wir, könnten wir, dürften wir, kennen sie,
    wissen sie, haben sie ihr|ihre|ihren|das|den|die, haben sie .. da|parat|zur hand|griffbereit,
    hast du dein|deine|deinen|das|den, halten sie .. bereit, ich bitte um, ich bitte sie um, wir bitten um, bitte um,
    ich frage nach, ich muss .. fragen, ich erwarte, ich warte auf, warte auf, nur noch, ohne ihr|ihre|ihren|den|das|die,
    ohne diesen, verlange, erbitte, erbitten, lassen sie mich, notwendig ist, nötig ist, erforderlich ist, ich will nur,
    wir wollen nur, sobald ich|wir, wenn ich ihr|ihre|ihren|das|den|die, hilfreich .. ihr|ihre|ihren`,
  wantLast:
    "brauche ich, brauchen wir, bräuchte ich, bräuchten wir, benötige ich, benötigen wir, hätte ich gern*, fehlt mir, fehlen mir, fehlt uns, erfahren, wissen, haben, sehen, bekommen, erhalten, nötig, bräuchte, benötige, brauche",
  wantIt: `wie lautet er|sie|es, was ist es, was steht da|dort|drin, was steht darin, ich brauche ihn|sie|es|den|die|das, brauche ich ihn|sie|es|den, was zeigt er|sie|es, wie heißt er, ich höre, schießen sie los, legen sie los, schieß los, dann bitte her damit, kann ich ihn|sie|es haben, und wie lautet,
    was steht drin, was steht da, wie lautet er|sie|es`,
  wantId:
    "wie ist|lautet ihre|die|deine id|nummer, welche id|nummer, nennen|sagen|geben|schicken sie mir|uns die|ihre id|nummer, was ist ihre|die id|nummer",
  weaken: `schalten sie .. ab|aus, schalte .. ab|aus, schalten sie, deaktivieren sie, deaktiviere, deaktivier, entfernen sie,
    entferne, entfern, löschen sie, lösche, lösch, heben sie .. auf, hebe .. auf, verkürzen sie, verkürze, senken sie,
    senke, reduzieren sie, reduziere, umgehen sie, umgehe, pausieren sie, pausiere, überspringen sie, überspringe,
    nehmen sie .. raus|heraus|weg, nimm .. raus|weg, machen sie .. aus, mach .. aus, stellen sie .. ab|aus|auf,
    stell .. ab|aus|auf, erhöhen sie, erhöhe, entsperren sie, entsperre, lockern sie, ignorieren sie, ignoriere,
    klicken sie .. weg, deinstallieren sie, ersetzen sie, trennen sie, melden sie .. ab, verzichten sie auf,
    knipsen sie .. aus, entkoppeln sie, stoppen sie, beenden sie`,
  weakenLast: `abschalten, ausschalten, abzuschalten, auszuschalten, deaktivieren, zu deaktivieren, entfernen, zu entfernen,
    löschen, zu löschen, aufheben, aufzuheben, verkürzen, zu verkürzen, senken, reduzieren, umgehen, pausieren,
    überspringen, rausnehmen, ausmachen, auszumachen, abstellen, abzustellen, erhöhen, entsperren, zu entsperren,
    lockern, ignorieren, wegklicken, deinstallieren, setzen, stellen, wegnehmen, aussetzen, auszusetzen, abzuklemmen`,
  admit:
    "setzen sie, setze, setz, fügen sie, füge, nehmen sie, nimm, tragen sie, trag, whitelisten sie, hinterlegen sie, speichern sie, bestätigen sie, erlauben sie, vertrauen sie, stellen sie, stell, geben sie .. frei",
  admitLast:
    "whitelisten, hinzufügen, hinzuzufügen, freischalten, freizuschalten, aufnehmen, aufzunehmen, setzen, zu setzen, eintragen, einzutragen, hinterlegen, speichern, freigeben, freizugeben, zulassen",
  foreign:
    "diese .. adresse, meine .. adresse, folgende .. adresse, unsere .. adresse, adresse auf, die adresse, neue auszahlungsadresse, mein gerät, dieses gerät, mein handy, meinen passkey, meine nummer, diese wallet, meine wallet, 0x*, bc1*",
  approve: `tippen sie .. auf, tippen sie, tipp .. auf, tippe .. auf, drücken sie, drück, drücke, bestätigen sie, bestätige, bestätig, genehmigen sie, genehmige, akzeptieren sie, akzeptiere, erlauben sie, erlaube, klicken sie .. auf, klicken sie, klick, klicke, nehmen sie .. an, nimm .. an, geben sie .. frei, gib .. frei, berühren sie, berühre, lassen sie .. zu, stimmen sie .. zu, wählen sie ja, öffnen sie, beantworten sie, sagen sie ja, wischen sie, autorisieren sie, quittieren sie, folgen sie,
    halten sie, halte, legen sie .. auf, genehmigen sie`,
  approveLast:
    "bestätigen, zu bestätigen, genehmigen, zu genehmigen, akzeptieren, freigeben, freizugeben, annehmen, anzunehmen, erlauben, zulassen, anklicken, anzuklicken, anzutippen, antippen, drücken, berühren, autorisieren, durchwinken",
  open: `installieren sie, installiere, installier, laden sie, lade, lad, öffnen sie, öffne, starten sie, starte, start, teilen sie, teile, teil, geben sie mir|uns, gib mir|uns, geben sie .. frei, gib .. frei, zeigen sie mir|uns, zeig mir|uns, lassen sie mich|uns, lass mich|uns, erlauben sie, erlaube, akzeptieren sie, akzeptiere, nehmen sie .. an, nimm .. an, nutzen sie, benutzen sie, verwenden sie, treten sie .. bei, kommen sie in, komm in, schalten sie, gewähren sie, gewähre, überlassen sie, richten sie .. ein, holen sie sich, hol dir, führen sie .. aus, nennen sie, sagen sie, schicken sie, aktivieren sie, verbinden sie, gehen sie`,
  openLast: `installieren, zu installieren, herunterladen, herunterzuladen, runterladen, öffnen, starten, teilen, zu teilen, freigeben, freizugeben, zeigen, erlauben, gewähren, annehmen, übernehmen, überlassen, benutzen, verwenden, geben, schauen, zugreifen, aufschalten, verbinden, ausführen, einrichten, aufspielen, steuern, sehen, gucken,
    annehmen, anzunehmen`,
  asks: {
    two_factor_code:
      "was zeigt ihre|ihr|deine|der|die authenticator*|handy|app, was steht auf ihrem|deinem handy|display|bildschirm, was steht in der|ihrer sms, tippen sie .. auf genehmigen|ja|bestätigen|zulassen|erlauben, drücken sie .. auf ja|genehmigen|bestätigen|zulassen, mit ja bestätigen, auf ja drücken|tippen|klicken, auf genehmigen tippen|drücken|klicken, berühren sie ihren|den sicherheitsschlüssel, einfach ja drücken, welche zahl*|ziffern|nummer zeigt|sehen|steht, welche zahl*|ziffern|nummer .. handy|sms|app, foto von ihrem|ihrer authenticator*, lesen sie mir .. vor was, tippen sie auf ja, tipp auf ja|genehmigen",
    wallet_secret:
      "an|auf welche wallet, an welche adresse, foto von dem zettel, foto ihrer wörter, welche wörter, wie lautet das erste|zweite|dritte|vierte|letzte|nächste wort, wohin soll*|sollen|dürfen wir|ich|die|das|es .. schicken|senden|gehen|auszahlen|überweisen, lesen sie .. die wörter, verbinden sie ihre wallet, synchronisieren sie ihre wallet",
    remote_access: `auf ihren|deinen rechner|computer|bildschirm|pc schauen|zugreifen|sehen|schalten, ihren|deinen bildschirm sehen, lassen sie mich .. auf ihren|den rechner|computer|pc, lass mich auf deinen|den rechner|computer|pc, ich übernehme ihren|den|die, die steuerung überlassen, mich auf ihren|deinen rechner|computer|pc lassen, ich schalte mich .. auf|drauf, die maus überlassen, mich mit ihrem rechner|computer|pc|laptop verbinden, zeigen sie mir ihr konto,
    ich .. ihren|deinen pc|rechner|computer|bildschirm übernehme|übernehmen, ihren|deinen pc|rechner|computer übernehme|übernehmen|steuere, bildschirm sehe`,
    weaken_security:
      "diese|meine|die folgende adresse auf|zu|in, auf die whitelist setzen, in die whitelist aufnehmen, wartezeit auf null|0|eine|1, ignorieren sie die warnung, klicken sie die warnung, überspringen sie",
    password:
      "welches passwort, welches kennwort, setzen sie ihr passwort auf, ändern sie ihr passwort auf|in, als passwort .. nehmen sie, womit melden sie sich an, in ihr konto einloggen .. passwort",
    username:
      "mit welchem namen melden|loggen, unter welchem namen melden|loggen, wie melden|loggen sie sich an|ein, mit welcher mail* melden|loggen, mit welcher email .. melden|loggen",
  },
  it: "ihn, es, diesen, dieses, dies, denselben, beides, den bitte|hier, das bitte|hier, die bitte|hier",
  us: `mir, uns, mich, an mich, an uns, unserem|unserer|unseren|unser agenten|spezialist*|team|support|kollegen|techniker|experten|mitarbeiter*, meinem|meiner kollegen|kollegin|chef|vorgesetzten, hier, hier rein, hierher, hierhin, unten, in den chat, im chat, chat, ticket, in ihrer antwort, antworten, antworten sie, antwort, am telefon, per telefon, laut, für mich, für uns, per mail, per email, support, in diesem chat|gespräch, in diesen chat, in dieses gespräch|ticket, in die nachricht, kurz durch`,
  away: `diese seite, dieser seite, dieses formular, diesem formular, das formular, dem formular, diesen link, diesem link, diese website, dieser website, diesem portal, dieses portal, folgende* seite|link|formular, meine seite, diese nummer, meine nummer, privat*, meine mail|handynummer, partnerseite, andere* seite, fremde seite, externe*, nicht unsere, nicht von uns, diesem tool, diesem bot, bot, tabelle, die seite unten, den link unten`,
  own: `anmeldeseite, login seite, loginseite, anmeldemaske, unserer seite, unsere seite, unserer website, unsere website, unserer app, unsere app, der app, die app, in der app, ihrer app, kontoseite, ihr* konto, ihrem konto, sicherheitsseite, einstellungen, unter sicherheit, unter profil, beim anmelden, bei der anmeldung, zur anmeldung, zum anmelden, beim einloggen, wenn sie sich anmelden|einloggen, um sich anzumelden|einzuloggen, bei ihrer nächsten anmeldung, offizielle*, wiederherstellungsseite, rücksetzseite, selbst, auf ihrem gerät, eigenen gerät, passwortmanager, passwort manager, auf papier, offline, sicheren ort, an einem sicheren, auf ihrem ledger|trezor, hardware wallet, auf dem nächsten bildschirm, anmeldebildschirm`,
  refuse: `nie, niemals, nicht, kein, keine, keinen, keinem, keiner, keinesfalls, niemand, niemandem, niemanden, weder, noch nie, auf keinen fall, unter keinen umständen, ohne .. zu nennen|fragen|geben, statt, anstatt, vermeiden, verzichten, geheim halten, für sich behalten, behalten sie, halten sie .. geheim, unnötig, bewahren sie`,
  hollow: `zögern sie nicht, keine sorge, kein problem, keine angst, vergessen sie nicht, nicht vergessen, warum nicht, macht nichts, nicht schlimm, kein thema, keine scheu, nicht lange, dauert nicht, ich kann .. nicht finden, ich habe .. nicht, haben wir nicht, nicht nur, keine zeit verlieren, keine eile, noch nicht, wenn es ihnen nichts ausmacht, nicht die ganze, nicht das ganze, nicht alle, ich sehe .. nicht, ich gebe ihn nicht weiter, sieht sonst niemand, erfährt niemand, nicht gespeichert, wird nicht gespeichert, kann ich .. nicht, können wir .. nicht, komme ich nicht, geht es nicht, geht es leider nicht, sonst nicht weiter, kann ich leider nicht, sonst niemand, sagen sie .. bescheid, sag .. bescheid, geben sie .. bescheid, gib .. bescheid, lassen sie mich wissen ob|wenn|falls, sagen sie mir ob|wenn|falls|wann|wie|warum, schicken sie uns eine nachricht, bescheid, melden sie sich, vor betrügern, gegen betrüger, wegen betrügern, vor hackern, gegen hacker, jemand versucht, jemand hat versucht, jemand ist gerade, jemand greift`,
  mine: "mein, meine, meinen, meinem, meiner, einen neuen, ein neues, eine neue",
  exception:
    "außer, ausser, ausgenommen, bis auf, nur mir, nur uns, nur mit, nur unserem, außerhalb, sonst niemandem, es sei denn, ausnahme, nur an uns|mich, nur gegenüber",
  but: "aber, jedoch, doch, allerdings, diesmal, dennoch, trotzdem, heute, sondern, einfach, also, dann",
  or: "oder, noch, bzw, beziehungsweise",
  third: `jemand, jemanden, jemandem, irgendjemand*, betrüger*, betrug, kriminelle*, angreifer*, hacker*, anrufer*, fremde, fremden, unbekannte*, dieb*, er|sie|man sagt*|sagte*|fragt*|fragte*|will|wollte*|verlangt*|bat|bittet, wer sie|ihnen|nach, wer auch, wer immer, phishing, betrügerische*, fake, gefälschte*, falsche* mitarbeiter, angebliche*, angeblich, sich ausgibt, sich ausgeben, wurden sie, wurde nach, eine mail die, eine sms die, mails die, nachrichten die, zum beispiel, typisch*, masche, hat man, hat er, hat sie jemand, haben die`,
  past: `haben sie jemandem|jemals|irgendwo, haben sie .. gegeben|geschickt|gesagt|eingegeben|weitergegeben|geändert|installiert|erhalten|bekommen|genannt|verraten|mitgeteilt|geteilt|bestätigt|gedrückt, hat der|die anrufer*, hat jemand, ich sehe dass, ich sehe sie, wir sehen dass, danke dass, danke für, vielen dank für, schön dass, gut dass, super dass, geändert haben, eingegeben haben, weitergegeben haben, mitgeteilt haben, falls sie .. haben, wenn sie .. haben, gefragt, verlangt, wurde, wurden, haben wir .. geändert|entfernt|geschickt, nach ihrem .. gefragt, gefragt hat, aufgefordert, gebeten, gemeldete*, gemeldet haben, erhalten haben, zurückgesetzt, entfernt, haben ihnen`,
  self: `ich schicke, wir schicken, ich sende, wir senden, ich habe, wir haben, ich werde, wir werden, schicke ich, schicken wir, sende ich, senden wir, ich kann, wir können, ich gebe, wir geben, ich nenne, ich zeige, ich teile, ich leite, leite ich, gebe ich, zeige ich, nenne ich, wir fragen, schicken ihnen, senden ihnen, ihnen .. schicken|senden|sagen|zeigen|geben|nennen|mitteilen, soll ich, sollen wir, darf ich ihnen, kann ich ihnen, ich lasse, ich möchte sicher*, ich möchte nur sicher, ich habe das, wir haben das, ich muss .. prüfen|nachfragen|weiterleiten, sie erhalten, sie bekommen, sie bekommen einen, bekommen sie, erhalten sie`,
  whether:
    "ob, wann, wie, warum, weshalb, wenn, falls, sobald, bevor, nachdem, während, weil, damit, wer, wofür, wozu, bei der, in der steht, seite die, wegen, bezüglich, über",
  other: `ändern sie, setzen sie .. zurück, zurücksetzen, zurückzusetzen, wählen sie, prüfen sie, überprüfen sie, gehen sie, melden sie sich, öffnen sie, aktualisieren sie, erneuern sie, legen sie .. an, bewahren sie, speichern sie, fordern sie, anfordern, anzufordern, aktivieren sie, schalten sie .. ein, einschalten, ändern, zurück setzen, wechseln, festlegen, richten sie, vergeben sie, wiederherstellen, schwärzen sie, decken sie, löschen sie, entfernen sie, nutzen sie einen, verwenden sie einen, warten sie, suchen sie, folgen sie, schauen sie, rufen sie, sperren sie, anmelden, einloggen`,
  permit:
    "sie können, sie könnten, kann man, lässt sich, können sie .. jederzeit, möglich, um .. zu, können kunden, sie dürfen",
  when: "um, wenn sie, falls sie, sobald sie, nachdem sie, bevor sie, beim, nach dem, vor dem, dass sie, weil sie, die sie, den sie, das sie, selbst, was passiert",
  lost: "verloren*, gestohlen*, nicht kennen, nicht erkennen, unbekannte*, gemeldet*, von ihnen gemeldete*, fremde*, verdächtige*, nicht mehr besitzen, nicht ihres, nicht ihrs, kaputt*, defekt*, verkauft*, selbst begonnen, selbst angestoßen, selbst ausgelöst, nicht von ihnen",
  briefly:
    "kurz, vorübergehend, für einen moment, für eine minute, einen augenblick, einstweilen, solange ich|wir, damit ich|wir, dann kann|können|lade|mache|geht|versuchen|probieren, bis ich|wir, bitte, zuerst, erst, mal, könnten sie, können sie, würden sie, kannst du, könntest du, für mich, während ich|wir, und versuchen, und probieren, temporär, zeitweise, eben, schnell",
  more: "und jetzt, jetzt, und nun, nun, und das, und der, und die, das nächste, die nächste, der nächste, nächste, weiter, und weiter, der rest, den rest, und der rest, das letzte, die letzte, der letzte, letzte, das zweite, das dritte, die zweite, die anderen, die übrigen, noch eine*, noch ein, bitte, und dann, dann, und, das erste, erste",
  filler:
    "der, die, das, den, dem, ihr, ihre, ihren, ihrer, dein, deinen, deine, und, jetzt, nun, dann, bitte, danke, gut, super, prima, noch, mal, kurz, einmal, nur, auch, aus, von, vom, per, in, auf, app, handy, sms, mail, nochmal, also, ok, okay, genau, aktuelle*, neue*, alte*, ganze*, zuerst",
  yes: "ja, ja bitte, gern, gerne, genau, richtig, bitte, sicher, klar, natürlich, stimmt, ok, okay, unbedingt, das wäre, jawohl, korrekt, tun sie das, machen sie das",
  offer:
    "brauchen sie, braucht ihr, brauchst du, soll ich, möchten sie, wollen sie, benötigen sie, darf ich, kann ich, muss ich, geben, schicken, nennen, sagen, reicht es",
};
