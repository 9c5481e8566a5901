import type { Language } from "./language.ts";

export const german: Language = {
  lists: {
    offer:
      "zahle_euch|zahl_euch|gebe_euch|ich_zahle|ich_zahl|dafür_zahle_ich|dann_zahle_ich|zahle_dir|zahl_dir|ich_biete|biete_dir|biete_ich|ich_gebe_dir|geb_dir|kriegst_du|bekommst_du|gibt_es_von_mir|gibts_von_mir|springt_raus|springen_raus|zahle_gut|zahlen_gut|belohnung|pro_zeile|pro_datensatz",
    theirs:
      "von_deinem_bildschirm|zugang_zu_deinem|zugriff_auf_dein|support_panel|deine_zugangsdaten|deinen_login|interne_systeme|interne_zugänge|screenshots_von_konten|kundendaten|kundennummern|kundenlisten|kundenliste|kundenkonten|kundenadressen|kundenakten|nutzerdaten|daten_von_kunden|nummern_von_kunden|telefonnummern_von_kunden|handynummern_von_kunden|screenshots_von_kunden|bilder_von_kunden|aus_deinem_panel|aus_eurem_panel|aus_eurem_system|aus_deinem_system|aus_dem_crm|aus_eurem_crm|aus_dem_backend|aus_eurem_backend|konten_von_kunden",
    tool: "anydesk|any_desk|teamviewer|team_viewer|ultraviewer|supremo|rustdesk|quicksupport|fernwartung|fernwartungssoftware|fernzugriff|remote_software",
    money:
      "geld|guthaben|vermögen|coins|bitcoin|bitcoins|krypto|kryptowährung*|ersparnisse|erspartes|gelder|bestand|bestände|ethereum",
    bank: "bank|sparkasse|volksbank|commerzbank|deutsche_bank|postbank|ing|dkb|comdirect|n26|raiffeisen|ubs|erste_bank|hausbank",
    exchange: "kraken|coinbase|binance|bitpanda|bitvavo|bison|kryptobörse|börse|bitcoin.de",
    authority:
      "polizei|kriminalpolizei|bundespolizei|europol|interpol|staatsanwaltschaft|staatsanwalt|finanzamt|zoll|zollamt|gericht|bka|bafin|kripo|ministerium|bundeskriminalamt",
    give: "diktieren|diktier|geben|gib|nennen|nenn|schicken|schick|senden|sende|teilen|mitteilen|sagen|sag|lesen|vorlesen|durchgeben|übermitteln|bestätigen|verraten|eingeben",
    seed: "seed_phrase|seedphrase|seed|wiederherstellungsphrase|wiederherstellungswörter|wiederherstellungssatz|12_wörter|24_wörter|zwölf_wörter|privaten_schlüssel|private_key|recovery_phrase",
  },
  signals: {
    remote_access: [
      "installieren|installier*|herunterladen|laden|lade|öffnen|öffne|starten|herunter|runterladen ..6 $tool",
      "$tool ..6 installieren|herunterladen|runterladen|öffnen|starten|herunter|code|nummer|id|gewähren|verbinden",
      "bildschirm ..5 teilen|freigeben|übertragen|geteilt|freigegeben",
      "teilen|freigeben|geben ..4 ihren|deinen ..1 bildschirm",
      "zugriff|zugang ..5 ihren|deinen|meinen ..2 computer|rechner|pc|handy|laptop|bildschirm",
    ],
    safe_wallet: [
      "sicheres|sichere|sicheren|geschütztes|geschützte|geschützten ..1 konto|wallet|adresse|depot|tresor ..3 überweisen|übertragen|verschieben|transferieren|senden|bringen|legen",

      "$money ..8 sicheres|sichere|sicheren|geschütztes|geschützte|neue|neues ..2 konto|wallet|adresse|depot|tresor",
      "überweisen|überweis*|transferieren|übertragen|verschieben|senden|bringen|überwiesen ..9 sicheres|sichere|sicheren|sicherheitskonto|treuhandkonto|tresorkonto|schutzkonto ..2 konto|wallet|adresse|depot|überweisen|übertragen",
      "sicherheitskonto|schutzkonto|sicherheitswallet|sicherungskonto",
    ],
    whitelist_address: [
      "whitelist|whitelisten|freigabeliste|positivliste ..6 adresse|wallet",
      "adresse ..6 whitelist|whitelisten|freischalten|freigabeliste|adressbuch",
    ],
    asks_seed_phrase: ["$give ..6 $seed", "$seed ..8 $give|eingeben|benötigen|brauchen|mit"],
    gift_cards: [
      "geschenkkarte*|gutscheinkarte*|guthabenkarte*|google_play_karte*|steam_karte*|paysafecard*|itunes_karte*|paysafe* ..10 kaufen|besorgen|code|codes|nummer|freirubbeln|bezahlen|foto",
      "kaufen|kauf|besorgen|bezahlen|zahlen|holen ..8 geschenkkarte*|gutscheinkarte*|guthabenkarte*|google_play_karte*|steam_karte*|paysafecard*|itunes_karte*",
    ],
    recovery_fee: [
      "freigabe|rückholung|rückgabe|freischaltung ..4 zahlen|zahlst|überweisen|entrichten ..8 steuer|gebühr|provision|prozent|vorab|vorkasse",
      "freigabegebühr|freischaltgebühr|rückholgebühr|entsperrgebühr",

      "gebühr|vorkasse|anzahlung|steuer|provision ..12 zurückholen|wiederherstellen|auszahlen|auszahlung|freigeben|zurückbekommen|freischalten",
      "zurückholen|wiederbeschaffen|zurückbekommen|auszahlung ..12 gebühr|vorkasse|anzahlung|steuer|provision",
    ],
    cash_handover: [
      "kollege|beamter|polizist|kurier|bote|fahrer ..9 abholen|abholt|holt|vorbei",
      "bargeld|geld|schmuck|gold|wertsachen ..9 abholen|übergeben|abgeholt|übergabe|sicherheit_bringen",
    ],
    crypto_machine: ["bitcoin|krypto ..1 automat*|atm"],
    bribe_offer: [
      "pro|je kundenabfrage|kundenkonto|kundendatensatz|kundenakte|kundenauskunft",
      "arbeitest|sitzt ..6 screenshots|fotos|bilder ..1 von ..1 kundenkonten|kundendaten|kundenakten",
      "jemanden|jemand|leute ..1 im|beim support ..6 zurücksetzt|nachschaut|abfragt|freischaltet ..6 pro|je",
      "deinen|ihren|euren ..1 agenten_login|agentenlogin|support_login|mitarbeiter_login|agentenzugang|supportzugang ..2 verkaufen",
      "<number>|<amount>|prozent ..6 wenn_du ..6 nutzer|kunden|user ..2 2fa|zwei_faktor ..2 ausschaltest|abschaltest|deaktivierst|entfernst",

      "wir_zahlen|zahlen_wir|wir_bieten ..8 $theirs",

      "zweites|zweiten|zusätzliches|zusätzlichen ..1 einkommen|gehalt|verdienst ..20 $theirs",

      "für_jedes|für_jeden|pro ..1 konto|kunden|account|kundenkonto|nutzer ..12 zurücksetzt|freischaltest|nachschaust|abfragst|schickst|rausgibst|deaktivierst|fotografierst",

      "$theirs ..12 $offer",
      "$offer ..12 $theirs",
      "euro|usdt|dollar|<amount>|btc|riesen|scheine|cash|bar ..4 wenn|falls|dafür_dass ..1 du|sie|ihr ..8 konten|kunden|accounts|nutzer|profile|kundenkonten|namen ..6 nachschaust|nachsiehst|nachschlägst|abfragst|rausgibst|raussuchst|heraussuchst|schickst|gibst|freischaltest|zurücksetzt|durchgibst|checkst|fotografierst|abfotografierst|exportierst|nachschauen|abfragen|raussuchen|herausgeben|durchgeben|aufmachst|prüfst|guckst",
      "wenn|falls ..1 du|sie|ihr ..6 konten|kunden|accounts|nutzer|profile|kundenkonten|namen ..4 nachschaust|nachsiehst|nachschlägst|abfragst|rausgibst|raussuchst|heraussuchst|schickst|gibst|freischaltest|zurücksetzt|durchgibst|checkst|fotografierst|abfotografierst|exportierst|nachschauen|abfragen|raussuchen|herausgeben|durchgeben|aufmachst|prüfst|guckst ..10 $offer|euro|usdt|dollar|<amount>|btc|riesen|scheine|cash|bar",
      "arbeitest|machst|sitzt|bist|bearbeitest ..6 support|kundendienst|kundenservice|tickets|hotline|backoffice|kundenbetreuung ..16 $offer|dazuverdienen|zuverdienen|nebenverdienst",
      "nebenbei|dazuverdienen|zuverdienen|nebenverdienst|extra_geld|schnelles_geld ..16 $theirs",
    ],
    lie_to_bank: [
      "wenn|falls ..4 bank|mitarbeiter|schalter ..5 fragt|fragen|fragt ..9 sagen|sag|antworten",
      "nicht|nichts|niemand ..4 bank|bankmitarbeiter* ..3 sagen|erzählen|verraten|informieren",
    ],
    demands_secret: [
      "code|codes|tan|bestätigungscode|sicherheitscode|ziffern ..8 sagen|nennen|wiederholen|geben|sag|nenn ..1 sie ..1 mir|uns ..1 die|ihn|diese|diesen",

      "schicke|schick|sende|bekommen|erhalten|kommt|bekommst|erhältst|erhält|geschickt|gesendet ..7 code|codes|tan|gerätecode|bestätigungscode|sicherheitscode|einmalcode|zahlencode|freigabecode|sms_code|ziffern|zahlen|nummer ..7 lesen|lies|nennen|nenn|diktieren|diktier ..4 mir|uns",
      "ziffern|zahlen|code ..6 lesen|lies|nennen|nenn|diktieren|diktier ..2 mir|uns",

      "geben|nennen|sagen|schicken|lesen|senden|diktieren ..1 sie ..1 mir|uns ..4 code|tan|passwort|pin|kennwort",
      "gib|nenn|sag|schick|lies|sende ..1 mir|uns ..4 code|tan|passwort|pin|kennwort",
    ],
    asks_secret: [
      "$give ..6 tan|pin|passwort|kennwort|zugangsdaten|code|sms_code|bestätigungscode|sicherheitscode|freigabe",
      "tan|pin|passwort|kennwort|code|bestätigungscode|sicherheitscode|zugangsdaten ..6 $give|vorlesen|durchgeben|mitteilen|nennen",
    ],
    asks_personal_data: [
      "$give|brauche|benötige|bestätigen ..5 ihre|deine|ihren ..3 kartennummer|kontonummer|iban|geburtsdatum|ausweisnummer|bankdaten|kreditkartendaten|kartendaten",
      "daten|identität|konto|angaben ..3 bestätigen|verifizieren|aktualisieren ..8 <link>|link|klicken",
    ],
    screen_reading: ["was ..2 sehen|siehst|steht|sehen_sie ..5 bildschirm|monitor"],
    approve_prompt: [
      "bestätigen|freigeben|bestätige ..4 push|mitteilung|benachrichtigung|auftrag|freigabe|photo_tan|pushtan ..6 app|handy",
    ],
    pays_by_crypto: [
      "zahlen|bezahlen|zahlung|einzahlen|überweisen ..5 in|per|mit ..1 bitcoin|krypto*|ethereum|usdt",
    ],
    upfront_fee: [
      "gebühr|zollgebühr|versandkosten|zoll|bearbeitungsgebühr|porto|maut ..9 bezahlen|zahlen|<link>|<amount>|entrichten|begleichen",
      "zahlen|bezahlen|begleichen ..6 gebühr|zollgebühr|versandkosten|bearbeitungsgebühr|porto|maut",
    ],
    send_money: [
      "mindesteinzahlung|einzahlung|einlage|einsatz ..5 <link>",

      "zahl|zahle|zahlen|einzahlen|investier|investieren|investiere|leg|lege ..5 <link>",
      "einzahlung ..4 <link>",

      "überweisen|überweis|schicken|leihen|auslegen|überweise ..8 mir|rechnung|kaution|euro|dringend|für_mich",
      "rechnung|kaution|überweisung ..8 bezahlen|zahlen|überweisen|tätigen ..6 heute|dringend|sofort|für_mich|mir",
    ],
    press_key: ["drücken|drücke|wählen ..4 1|eins|2|zwei|taste"],
    call_back: [
      "rufen|ruf|anrufen|rückruf|kontaktieren|hotline|melden ..9 <phone>",
      "rufen|ruf ..3 sofort|umgehend|dringend|zurück",
    ],
    document_request: [
      "schicken|senden|hochladen|foto|kopie|selfie ..8 personalausweis|ausweis|reisepass|führerschein|ausweises|passes",
    ],
    open_link: [
      "klicken|klick|öffnen|besuchen|folgen|anmelden|bestätigen|tippen|verifizieren|prüfen|aktualisieren ..8 <link>|link|hier",
    ],
    other_channel: [
      "schreib|schreiben|kontakt*|melde|melden|antworten|nachricht ..6 whatsapp|telegram|signal|<handle>",
    ],
    impersonates_authority: [
      "hier|hier_ist|spricht|bin|name|von|der|vom ..6 $authority",
      "kommissar|hauptkommissar|kriminalbeamter|staatsanwalt|polizeibeamter|dienstnummer",
    ],
    impersonates_bank: [
      "ihre|ihr|deine|hier_ist|von|von_der|sicherheitsabteilung|betrugsabteilung ..5 $bank",
      "sicherheitsabteilung|betrugsabteilung|betrugsprävention",
    ],
    impersonates_exchange: [
      "$exchange ..3 support|sicherheit*|team|kundenservice|kundendienst|konto",
      "ihr|dein|ihrem|hier_ist|von ..4 $exchange",
    ],
    impersonates_tech_support: [
      "hier_ist|von|vom|der|mitarbeiter ..5 microsoft|windows|apple|telekom|vodafone|amazon|paypal ..4 support|kundendienst|technik*|abteilung|sicherheit*|konto|service|an",
    ],
    impersonates_family: ["hallo|hi|hey|liebe|lieber ..1 mama|papa|oma|opa|mutti|vati"],
    new_number: [
      "neue_nummer|neue_handynummer|neuen_nummer",
      "meine|neue|neues ..2 nummer|handynummer|handy ..14 kaputt|verloren|speichern|alte|runtergefallen|gestohlen|whatsapp",
      "handy|telefon ..5 kaputt|verloren|runtergefallen|gestohlen|defekt",
    ],
    family_emergency: [
      "tochter|sohn|enkel|enkelin|angehörige* ..10 unfall|gefängnis|untersuchungshaft|kaution|verursacht|verhaftet|krankenhaus",
    ],
    account_problem: [
      "konto|karte|zugang|wallet|account|banking|kundenkonto ..8 gesperrt|gehackt|eingeschränkt|blockiert|gefährdet|kompromittiert|deaktiviert|sperrung|ausgesetzt|läuft_ab|abgelaufen",
      "verdächtige|ungewöhnliche|unbefugte|unberechtigte|unautorisierte|verdächtigen ..2 aktivität|aktivitäten|anmeldung|zugriff|transaktion|abbuchung|überweisung|login|bewegung",
      "hacker|betrüger|jemand|unbekannte ..8 ihr|ihrem|dein|deinem ..2 konto|wallet|account",
    ],
    strange_payment: [
      "überweisung|zahlung|abbuchung|auszahlung ..10 konto|karte|depot ..6 steht_aus|aussteht|vorgemerkt|veranlasst|anhängig|stoppen|wartet",
      "karte|konto ..5 <amount>|euro|<number> ..8 benutzt|belastet|verwendet|abgebucht|bezahlt|ausgegeben",

      "abbuchung|bestellung|zahlung|kauf ..8 <amount>|euro ..12 nicht|stornieren|anrufen|widerrufen",
    ],
    refund: [
      "rückerstattung|erstattung|rückzahlung|steuererstattung ..10 <link>|erhalten|beantragen|anspruch|bearbeiten|formular",
    ],
    legal_threat: [
      "haftbefehl|strafverfahren|ermittlungsverfahren|festgenommen|verhaftet|anklage|geldwäsche|pfändung|strafanzeige|vollstreckung",
    ],
    infected_device: [
      "computer|rechner|pc|gerät ..6 virus|viren|infiziert|gehackt|trojaner|hacker",
    ],
    parcel_problem: [
      "paket|sendung|lieferung ..8 zoll|gebühr|zugestellt|zurück|angehalten|unvollständig*|adresse|wartet|fehlgeschlagen|zurückgehalten",
    ],
    prize: [
      "gewonnen|gewinner|gewinn|ausgelost ..10 preis|lotterie|euro|<amount>|gewinnspiel|iphone|gutschein",
    ],
    investment_offer: [
      "machen|macht|verdienen|verdient|erzielen|gewinnen ..3 <number> ..3 tag|täglich|woche|wöchentlich",

      "garantierter|garantierten|garantierte|sicherer|sicheren ..1 gewinn|gewinne|rendite|ertrag",
      "rendite|gewinn|gewinne ..2 sicher|garantiert",
      "verdoppelt|verdreifacht|verzehnfacht",
      "<number> ..1 pro ..1 woche|tag",
      "garantierte|garantiert|sichere ..2 rendite|gewinn|gewinne|erträge",
    ],
    recovery_offer: [
      "holen|hole|bringen|beschaffen ..3 ihr|dein|ihre|deine ..1 $money ..2 zurück|wieder",

      "krypto|coin|coins ..1 rückholung|rückgewinnung|wiederbeschaffung",
      "verlorenen|verlorene|gestohlenen|gestohlene|verlorener ..3 $money ..3 gefunden|geortet|aufgespürt|lokalisiert|sichergestellt",

      "verlorenes|gestohlene|verlorene|gestohlenes ..3 $money ..6 zurückholen|zurück|wiederherstellen|wiederbeschaffen|rückholung",
    ],
    job_offer: [
      "aufgaben|nebenjob|heimarbeit|online_job|tätigkeit ..12 täglich|pro_tag|am_tag|stunde ..14 whatsapp|telegram|<handle>",

      "nebenjob|heimarbeit|homeoffice|teilzeitjob|minijob ..14 <amount>|euro|whatsapp|telegram|täglich|verdienen",
    ],
    fake_case_id: [
      "fallnummer|vorgangsnummer|aktenzeichen|ticketnummer|dienstnummer ..4 <number>|lautet|ist|notieren",
    ],
    urgency: [
      "binnen|innerhalb ..1 <number> ..1 stunden|std|minuten|tagen",

      "sofort|umgehend|dringend|unverzüglich|schnellstmöglich|letzte_mahnung|letzte_warnung|innerhalb_von|so_schnell_wie_möglich|heute_noch|noch_heute",
    ],
    secrecy: [
      "niemand|niemandem|keinem|nichts|nicht ..4 sagen|erzählen|sprechen|erzähl|sag|informieren|verraten",
      "sagen|erzählen|sprechen ..4 niemandem|niemand|keinem",
      "streng|strikt|bleibt|bleiben|behalten|ermittlung ..3 vertraulich|geheim|unter_uns",
      "verschwiegenheit|schweigepflicht",
    ],
    stay_on_line: [
      "nicht|ohne ..2 auflegen|aufzulegen|auflegt",
      "legen ..2 nicht ..1 auf",
      "bleiben|bleib ..3 leitung|dran|apparat|telefon",
    ],
    threat_of_loss: [
      "sonst|ansonsten|andernfalls ..4 geschlossen|gesperrt|gelöscht|deaktiviert",

      "verlieren|verlierst|verlust ..6 $money|zugang|zugriff|konto|alles",
      "sonst|ansonsten|andernfalls ..8 gesperrt|verloren|gelöscht|verhaftet|gesperrt|verlieren|sperren",
    ],
  },
  warnings: [
    "wenn|falls|sollte|sollten ..3 anrufer|jemand|unbekannte ..3 will|bittet|verlangt|auffordert|auffordern|bitten|möchte",

    "kein_mitarbeiter|keiner_unserer|niemand_von_uns|keiner_von_uns",

    "wie ..1 füge|trage|zahle|bezahle ..1 ich",
    "kann_ich|darf_ich|könnte_ich ..8 bezahlen|zahlen|nutzen|verwenden|hinzufügen",
    "niemals|nie|keinesfalls|auf_keinen_fall|werden_nicht|werden_sie_nicht|warnung|warnen|vorsicht",
    "betrüger|kriminelle ..2 versuchen|fordern|bitten|behaupten|können",
  ],
  refusals: ["nicht|keine|keinen"],
  warningsBehind: [
    "nicht|niemandem|niemanden|keinem ..1 weiter|weitergeben|weiterzugeben|mitteilen|preisgeben|preis|herausgeben",
  ],
  keptCodes: [
    "code|codes|tan|pin|passwort|einmalpasswort ..12 niemandem|niemanden|keinem|nicht|nie|niemals ..4 weiter|weitergeben|mitteilen|teilen|nennen|verraten|sagen|preisgeben",
    "code|codes|tan|pin|passwort|einmalpasswort ..12 niemandem|niemanden|keinem|nicht|nie|niemals ..4 weiter|weitergeben|mitteilen|teilen|nennen|verraten|sagen|preisgeben ..6 mitarbeiter*|bankmitarbeiter*|uns|bank|support",
    "code|codes|tan|pin|passwort|einmalpasswort ..8 geben|teilen|nennen|verraten|sagen ..4 niemandem|niemanden|keinem|niemals|nie",
    "code|codes|tan|pin|passwort|einmalpasswort ..8 geben|teilen|nennen|verraten|sagen ..4 niemandem|niemanden|keinem|niemals|nie ..6 mitarbeiter*|bankmitarbeiter*|uns|bank|support",
  ],
};
