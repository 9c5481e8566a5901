import type { Language } from "./language.ts";

export const dutch: Language = {
  lists: {
    offer:
      "betaal_jullie|geef_jullie|ik_geef_je|ik_bied|krijg_je|verdien_je|beloning|betaal_je|betaal_jou|per_regel",
    theirs:
      "klantaccounts|klantrekeningen|van_je_scherm|toegang_tot_jouw|toegang_tot_je_paneel|jouw_inloggegevens|interne_toegang|intern_systeem|klantgegevens|klantnummers|klantenlijst|klantenlijsten|gegevens_van_klanten|telefoonnummers_van_klanten|nummers_van_klanten|screenshots_van_klanten|accounts_van_klanten|rekeningen_van_klanten|uit_je_paneel|uit_jouw_paneel|uit_jullie_paneel|uit_jullie_systeem|uit_je_systeem|uit_het_crm|uit_jullie_crm",
    tool: "anydesk|any_desk|teamviewer|team_viewer|ultraviewer|supremo|rustdesk|quicksupport",
    money:
      "geld|spaargeld|saldo|tegoed|tegoeden|crypto|cryptomunten|bitcoin|bitcoins|munten|vermogen",
    bank: "bank|ing|rabobank|abn_amro|abn|asn|knab|bunq|kbc|belfius|bnp_paribas_fortis|argenta",
    exchange: "kraken|coinbase|binance|bitvavo|ledger|bitonic|trezor",
    authority:
      "politie|recherche|belastingdienst|douane|interpol|europol|justitie|rechtbank|cjib|officier_van_justitie|marechaussee|deurwaarder|fod",
    give: "geven|geef|stuur|sturen|doorgeven|delen|deel|vertel|vertellen|zeg|noem|lees|voorlezen|bevestig|bevestigen|invoeren|voer|verstrek|opgeven",
    seed: "seed_phrase|herstelzin|herstelwoorden|12_woorden|24_woorden|twaalf_woorden|privésleutel|privé_sleutel|geheime_zin|seed|herstelcode|vierentwintig_woorden",
  },
  signals: {
    remote_access: [
      "installeer|installeert|installeren|download|downloadt|downloaden|open|opent|openen|start ..6 $tool",
      "$tool ..6 installeren|code|nummer|downloaden|openen",
      "scherm ..4 delen|deel|gedeeld",
      "deel|delen ..3 scherm",
      "toegang|overnemen|meekijken|inloggen|controle ..5 uw|je|jouw|mijn ..1 computer|pc|telefoon|laptop|scherm",
      "computer|pc|telefoon|laptop ..4 overnemen|overgenomen|meekijken",
    ],
    safe_wallet: [
      "overmaken|overboeken|maak|boek|zet|verplaats|verplaatsen|veiligstellen|stuur|geld|overzetten|overgemaakt ..10 veilige|kluisrekening|beveiligde|veiligheidsrekening|kluis|veilig ..2 rekening|wallet|adres|over|overmaken|kluisrekening|zetten",
      "kluisrekening|veiligheidsrekening|veilige_rekening|veilige_wallet",
    ],
    whitelist_address: [
      "whitelist|whitelisten|witte_lijst ..6 adres|wallet",
      "adres|wallet ..6 whitelist|whitelisten|witte_lijst",
    ],
    asks_seed_phrase: ["$give ..6 $seed", "$seed ..8 $give|nodig|invullen|in_te_voeren"],
    gift_cards: [
      "koop|kopen|betaal|betalen|haal|halen ..8 cadeaukaart*|cadeaubon*|giftcard*|gift_card|gift_cards|google_play_kaart*|steam_kaart*|paysafecard*|itunes_kaart*",
      "cadeaukaart*|cadeaubon*|giftcard*|paysafecard* ..8 code|codes|kras|foto|kopen|krassen|betalen",
    ],
    recovery_fee: [
      "vrijgave|vrijgeven|deblokkering ..8 betaalt|betaal|betalen ..6 belasting|kosten|vooraf|voorschot|commissie",
      "vrijgavekosten|deblokkeringskosten|vrijgavevergoeding",

      "terughalen|terugkrijgen|vrijgeven|deblokkeren|opnemen|terug ..14 kosten|vergoeding|aanbetaling|voorschot|belasting|commissie",
      "kosten|aanbetaling|voorschot|belasting|commissie ..10 terughalen|terugkrijgen|vrijgeven|deblokkeren|ontvangen|uitbetaald",
    ],
    cash_handover: [
      "koerier|collega|medewerker|agent|bezorger ..9 ophalen|langs|meenemen|haalt|halen|komt ..6 pas|pasje|geld|contant|sieraden|bankpas|op|pinpas|goud",
      "bankpas|pinpas|pas|pasje ..5 doorknippen|knippen|knip|opgehaald|ophalen",
    ],
    bribe_offer: [
      "per klantdossier|klantrekening|klantaccount|klantgegeven",
      "werkt ..8 screenshots|foto_s|fotos ..1 van klantrekeningen|klantaccounts|klantdossiers|klantgegevens",
      "iemand ..1 bij|in|binnen ..1 support|klantenservice ..4 resetten|opzoeken|deblokkeren ..6 per",
      "je|jouw|uw agentlogin|agent_login|supportlogin|medewerkerslogin|agentaccount ..1 verkopen",
      "<number>|<amount>|procent ..6 als_je ..3 2fa ..4 gebruiker|klant ..1 uitzet|uitschakelt|verwijdert",

      "$theirs ..10 ik_betaal ..1 in|goed|je|contant|jullie|<amount>|<number>",

      "wij_betalen|we_betalen|wij_bieden|ik_betaal ..8 $theirs",

      "tweede ..1 inkomen|salaris ..20 $theirs",

      "per|voor_elk|voor_elke|voor_ieder ..1 account|klant|rekening ..10 reset|deblokkeert|opzoekt|doorstuurt|stuurt|uitzet",

      "$theirs ..12 $offer",
      "$offer ..12 $theirs",
      "euro|usdt|dollar|<amount> ..3 als|wanneer ..1 je|u|jij|jullie ..8 accounts|klanten|rekeningen|gebruikers|profielen ..6 opzoekt|nakijkt|bekijkt|doorgeeft|stuurt|checkt|deblokkeert|reset|doorstuurt|opvraagt|opent|fotografeert|natrekt|opzoeken|nakijken",
      "als|wanneer ..1 je|u|jij ..6 accounts|klanten|rekeningen|gebruikers|profielen ..4 opzoekt|nakijkt|bekijkt|doorgeeft|stuurt|checkt|deblokkeert|reset|doorstuurt|opvraagt|opent|fotografeert|natrekt|opzoeken|nakijken ..8 $offer|euro|usdt|<amount>",
      "jij|je ..1 werkt|werk|doet|zit|behandelt ..6 support|tickets|klantenservice|helpdesk ..16 $offer|bijverdienen",
      "bijverdienen|zakcentje|extra_verdienen|bijverdienste|makkelijk_geld ..16 $theirs",
    ],
    lie_to_bank: [
      "als ..3 bank|medewerker|balie ..5 vraagt|vragen ..9 zeg|antwoord|zegt",
      "niet|niets ..3 tegen|aan ..2 bank ..3 zeggen|vertellen",
    ],
    demands_secret: [
      "code|codes|cijfers ..8 herhaal|herhaalt|zeg|lees|leest ..3 voor_mij|aan_mij|tegen_mij",

      "stuur|stuurt|krijgt|krijg|ontvangt|gestuurd|komt ..7 code|codes|cijfers|nummers ..7 lees|leest|geef|geeft|zeg|zegt ..4 aan_mij|aan_me|aan_ons|mij_voor|me_voor|mij_door|me_door",
      "geef|lees|stuur|vertel|zeg ..2 mij|me|ons ..4 code|wachtwoord|pincode|tan",
    ],
    asks_secret: [
      "$give ..6 code|codes|pincode|wachtwoord|tan|inloggegevens|beveiligingscode|verificatiecode|identifier|respons",
      "wat ..2 is ..3 code|wachtwoord|pincode",
      "code ..6 ontvangen|sms|gekregen|gestuurd|krijgt|ontvangt ..8 $give|mij|me|door",
    ],
    asks_personal_data: [
      "gegevens|identiteit|account ..2 bevestigt|bevestigen|verifieert|controleert|bijwerkt ..6 <link>|link",

      "$give|controleer|werk|bevestig ..5 rekeningnummer|kaartnummer|geboortedatum|iban|bsn|bankgegevens|persoonsgegevens|pasnummer",
      "verifieer|verifiëren|bevestig|bevestigen|bijwerken|controleer|vernieuw ..4 identiteit|gegevens|rekening|account|pas|bankpas ..8 <link>|link|klik|via|hier",
    ],
    screen_reading: ["wat ..2 ziet|zie|staat ..5 scherm|computer"],
    approve_prompt: [
      "keur|bevestig|accepteer|goedkeuren|bevestigen ..4 melding|verzoek|opdracht|betaling ..6 app|telefoon|goed",
    ],
    pays_by_crypto: [
      "betaal|betalen|betaling|storten|stuur ..5 in|met|via ..1 bitcoin|bitcoins|crypto|usdt",
    ],
    upfront_fee: [
      "kosten|boete|invoerrechten|verzendkosten|belasting|tol|douanekosten|openstaande ..9 betaal|betalen|<link>|<amount>|voldoen|voldaan|euro",
      "betaal|betalen|voldoe ..5 kosten|boete|invoerrechten|verzendkosten|douanekosten|tol",
    ],
    send_money: [
      "storting|inleg|investering ..5 <link>",

      "stort|storten|investeer|investeren|leg|zet ..6 <link>",

      "stuur|overmaken|lenen|betalen|voorschieten|maak|tikkie|leen|overboeken ..8 dringend|vandaag|rekening|borg|factuur|mij|euro|spoed|voor_me|nu",
    ],
    press_key: ["druk|toets|kies ..4 1|een|één|2|twee|toets"],
    call_back: [
      "bel|bellen|contact|neem ..9 <phone>",
      "bel ..4 direct|onmiddellijk|dringend|meteen",
    ],
    document_request: [
      "stuur|sturen|foto|kopie|selfie|upload ..8 paspoort|identiteitskaart|identiteitsbewijs|rijbewijs|id_kaart|id_bewijs",
    ],
    open_link: ["klik|bezoek|ga|log|volg|open|via|hier|bevestig|betaal ..8 <link>|link", "<link>"],
    other_channel: [
      "app|stuur|contact|bericht|schrijf|antwoord|neem ..6 whatsapp|telegram|signal|<handle>",
    ],
    impersonates_authority: [
      "van|met|ben|spreekt|bij|hier|namens ..4 $authority",
      "rechercheur|inspecteur|hoofdagent|agent_van_politie",
    ],
    impersonates_bank: [
      "van|uw|namens|bij|met|spreekt ..4 $bank",
      "fraudeafdeling|fraude_afdeling|fraudehelpdesk|afdeling_fraude|beveiligingsafdeling|afdeling_veiligheid|fraudedesk",
    ],
    impersonates_exchange: [
      "$exchange ..3 support|beveiliging|klantenservice|team|account|helpdesk",
      "support|klantenservice|account|van|namens ..2 $exchange",
    ],
    impersonates_tech_support: [
      "support|helpdesk|medewerker|technicus|afdeling|van ..3 microsoft|windows|apple|amazon|paypal|kpn|ziggo|odido ..4 support|helpdesk|afdeling|bel|klantenservice|technische|over",
      "technische_dienst|technische_afdeling|microsoft_helpdesk|windows_helpdesk",
    ],
    impersonates_family: ["hoi|hallo|hey|hi|lieve|dag ..1 mam|mama|pap|papa|oma|opa|ma|pa|mamma"],
    new_number: [
      "nieuwe_nummer|nieuw_nummer",
      "mijn|nieuwe|nieuw|dit_is_mijn ..2 nummer|telefoon|mobiel ..14 kapot|kwijt|gevallen|oude|opslaan|whatsapp|wc|stuk",
      "telefoon|mobiel|gsm ..5 kapot|kwijt|gestolen|gevallen|stuk",
    ],
    account_problem: [
      "rekening|pas|account|toegang|wallet|bankpas|digid|betaalpas ..8 geblokkeerd|gehackt|opgeschort|beperkt|gedeactiveerd|verloopt|verlopen|vergrendeld|blokkade|geschorst|afgesloten",
      "verdachte|ongebruikelijke|onbevoegde|vreemde|ongeautoriseerde|frauduleuze ..2 activiteit|transactie|inlogpoging|overboeking|overschrijving|activiteiten|transacties|login|afschrijving|betaling|opname",
      "hacker|hackers|oplichters|oplichter|iemand|criminelen ..8 uw|je|jouw ..2 rekening|wallet|account|naam|geld",
    ],
    refund: [
      "terugbetaling|teruggave|terugbetalen|restitutie ..10 <link>|ontvangen|formulier|aanvragen|recht",
    ],
    legal_threat: [
      "arrestatie|arrestatiebevel|aanhouding|dagvaarding|beslag|beslaglegging|witwassen|strafzaak|gerechtsdeurwaarder|incasso|vervolging|gearresteerd",
    ],
    infected_device: [
      "computer|pc|telefoon|apparaat|laptop ..6 virus|virussen|besmet|gehackt|geïnfecteerd|hackers",
    ],
    parcel_problem: [
      "pakket|pakketje|zending|bezorging|levering ..8 douane|kosten|vastgehouden|bezorgd|mislukt|adres|wacht|onderweg|invoerrechten|tegengehouden",
    ],
    prize: [
      "gewonnen|winnaar|geselecteerd|uitgekozen ..10 prijs|loterij|euro|<amount>|cadeau|iphone|cadeaubon",
    ],
    investment_offer: [
      "maken|maak|verdienen|verdien|pakken ..3 <number> ..3 per_dag|per_week|elke_dag",

      "verdubbeld|verdrievoudigd|verdubbel ..4 geld|inleg|spaargeld",
      "verdubbeld",
      "rendement|winst|winsten ..1 verzekerd|gegarandeerd|zeker|vast",
      "gegarandeerd|gegarandeerde|zeker ..2 rendement|winst|winsten",
    ],
    recovery_offer: [
      "verloren|gestolen ..2 $money ..3 terughaalt|terughalen|teruggevonden|gevonden|getraceerd|opgespoord",
      "gevonden|getraceerd|opgespoord ..4 gestolen|verloren ..1 $money",
      "terughaalt ..10 gevonden",

      "verloren|gestolen|kwijtgeraakte ..3 $money ..6 terughalen|terug|terugkrijgen|recupereren",
    ],
    job_offer: [
      "taken|werk|baan|thuiswerk|bijbaan ..12 per_dag|daags|dag ..12 whatsapp|telegram|<handle>",

      "bijbaan|thuiswerk|baan|thuiswerken ..12 euro|<amount>|whatsapp|telegram|dag|verdien",
    ],
    fake_case_id: [
      "zaaknummer|dossiernummer|referentienummer|ticketnummer|kenmerk ..3 <number>|is",
    ],
    urgency: [
      "binnen ..1 <number> ..1 uur|minuten|dagen",

      "dringend|onmiddellijk|per_direct|nu_direct|direct_actie|meteen|laatste_waarschuwing|zo_snel_mogelijk|spoed|24_uur|48_uur|binnen_een_uur|per_direct|laatste_herinnering|vandaag_nog",
    ],
    secrecy: [
      "niemand|niet|niets ..4 vertellen|zeggen|praten|bespreken|vertel|zeg|spreken",
      "vertel|zeg|praat|bespreek ..4 niemand|niets",
      "strikt|streng|houd|hou|blijft|blijven|onderzoek ..3 vertrouwelijk|geheim|tussen_ons",
      "geheimhouding",
    ],
    stay_on_line: [
      "niet|zonder ..2 ophangen|op_te_hangen|ophangt|neerleggen",
      "hang ..2 niet ..1 op",
      "blijf|blijven ..3 lijn|telefoon",
    ],
    threat_of_loss: [
      "anders|zo_niet ..4 gesloten|geblokkeerd|verwijderd",

      "verliezen|verliest|kwijt|verlies ..5 $money|toegang|rekening|alles",
      "anders|zo_niet|zoniet ..8 geblokkeerd|afgesloten|gearresteerd|kwijt|verliest|boete|verwijderd|beslag",
    ],
    strange_payment: [
      "overboeking|betaling|opname|afschrijving ..12 rekening|kaart|pas ..8 stoppen|annuleren|blokkeren",
      "<amount>|euro|<number> ..4 betaald|afgeschreven|gepind|uitgegeven ..3 uw|je ..1 kaart|pas|rekening",
    ],
  },
  warnings: [
    "als ..2 beller|iemand|men ..3 vraagt|wil|verzoekt",

    "pas|pas_op|opgepast|kijk_uit|wees_alert|oppassen|hoed_u ..2 voor|op|bij ..3 bellers|telefoontjes|mensen|berichten|mails|iemand|personen|oplichters",
    "geen_enkele_medewerker|trap_niet",

    "hoe ..1 voeg|betaal ..1 ik",
    "kan_ik|mag_ik ..8 betalen|gebruiken|toevoegen",
    "nooit|niemals",
    "oplichters|criminelen|fraudeurs ..3 kunnen|vragen|proberen|doen_zich",
  ],
  refusals: ["niet|geen"],
  warningsBehind: ["doen_wij_nooit|doen_we_nooit"],
  keptCodes: [
    "code|codes|pincode|wachtwoord ..10 deel|geef|vertel|delen ..4 niemand|nooit|niet",
    "code|codes|pincode|wachtwoord ..10 deel|geef|vertel|delen ..4 niemand|nooit|niet ..6 medewerkers|medewerker|bank|ons",
    "deel|geef|vertel ..2 code|pincode|wachtwoord ..4 niemand",
    "deel|geef|vertel ..2 code|pincode|wachtwoord ..4 niemand ..6 medewerkers|medewerker|bank|ons",
  ],
};
