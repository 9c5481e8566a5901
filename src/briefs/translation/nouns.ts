/** Nouns of such cases in German, where every noun has a capital. A word that ends as one of them is made of it. */
const stems =
  `abfrage abschnitt abteilung adresse agent aktion analyse anbieter anfrage anfang angabe angebot angestellt angreifer angriff anhang anruf anspruch anteil antwort anwalt anzahl anzeige arbeit archiv art artikel aufnahme auftrag aufsicht auge ausland aussage ausweis auszug auto
  bank bedingung bedrohung beginn behörde beitrag bekenntnis belohnung benachrichtigung benutzer bereich bericht beschäftigt beschwerde besitz bestand bestätigung beteiligt betrag betreiber betrieb betroffen betrug beweis bild bildschirm blick bote brief börse
  chance chef computer daten datei datensatz datenschutz datum dauer detail dieb diebstahl dienst dokument dollar drohung druck ebene eigentum einblick einbruch einfluss eingang einheit einrichtung einsatz einsicht eintrag einzelheit empfehlung ende entscheidung entwicklung ereignis ergebnis erklärung ermittlung ermittler erpresser erpressung euro experte
  fall fälle film firma folge forderung form forum frage freund frist führung funktion gefahr geheimnis geld gelder geld gericht geschäft geschichte gesetz gespräch grund gründe gruppe guthaben gutachten hand handel handlung haus hilfe hinweis höhe identität information inhaber inhalt insider instanz internet jahr
  kampf kanal kauf kenntnis kennwort klage konto konten kontrolle kopie kosten kraft krimineller kriminell krypto kunde kunden land leben leck leistung leitung liste lösegeld lücke mail maßnahme material medien mehrheit meldung menge mensch methode million milliarde minute mitarbeiter mitteilung mittel mitte moment monat
  nachricht nachweis name netz netzwerk nummer nutzer nutzung öffentlichkeit opfer ordnung ort panne partner passwort passwörter person personal plan plattform polizei post preis presse problem produkt protokoll prozent prozess prüfung punkt quelle rahmen recht regel reihe risiko rolle rückseite
  sache sammlung schaden schäden schlüssel schritt schutz schuld seite sekunde sicherheit sicht software sorge spiel sprecher spur staat stand stelle stimme straftat strafe straftäter stück stunde suche summe support system tag tat täter teil telefon text thema tipp titel tool transaktion
  überblick übersicht überwachung umfang umgang umstand unternehmen unterlage unterschied untersuchung ursache urteil verantwortung verbindung verdacht verfahren verfügung vergangenheit vergehen verhandlung verletzung verlust vermögen veröffentlichung versuch vertrag vertrauen verwaltung video vorfall vorfälle vorgang vorwurf
  wahrheit währung ware weg wege weise welt werkzeug wert wissen woche wort wunsch zahl zahlung zeichen zeit zeitpunkt zeitraum zeuge ziel zugang zugriff zusammenhang zustand zweck zweifel sie ihr ihre ihren ihrem ihrer ihnen`
    .trim()
    .split(/\s+/);

const noun = new RegExp(`(?:${stems.map(folded).join("|")})(?:e?[nsr]|e|es|innen|in)?$`, "i");

export function isNoun(word: string): boolean {
  return noun.test(folded(word));
}

/** A plural's vowels are the singular's. */
function folded(word: string): string {
  return word.normalize("NFD").replace(/\u0308/g, "");
}
