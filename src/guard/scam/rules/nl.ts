import type { Language } from "./language.ts";

export const dutch: Language = {
  lists: {
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
      "installeer|installeren|download|downloaden|open|openen|start ..6 $tool",
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
      "terughalen|terugkrijgen|vrijgeven|deblokkeren|opnemen|terug ..14 kosten|vergoeding|aanbetaling|voorschot|belasting|commissie",
      "kosten|aanbetaling|voorschot|belasting|commissie ..10 terughalen|terugkrijgen|vrijgeven|deblokkeren|ontvangen|uitbetaald",
    ],
    cash_handover: [
      "koerier|collega|medewerker|agent|bezorger ..9 ophalen|langs|meenemen|haalt|halen|komt ..6 pas|pasje|geld|contant|sieraden|bankpas|op|pinpas|goud",
      "bankpas|pinpas|pas|pasje ..5 doorknippen|knippen|knip|opgehaald|ophalen",
    ],
    bribe_offer: [
      "betalen|betaal|bieden|bied|euro|verdien|verdienen|beloning ..14 toegang|inloggegevens|klantgegevens|screenshots|gegevens ..10 support|paneel|klanten|systeem|intern*|bedrijf",
      "toegang|inloggegevens|klantgegevens|screenshots ..14 betalen|betaal|euro|telegram|beloning|<amount> ..6 <handle>|<amount>|euro|telegram|per|klant",
    ],
    lie_to_bank: [
      "als ..3 bank|medewerker|balie ..5 vraagt|vragen ..9 zeg|antwoord|zegt",
      "niet|niets ..3 tegen|aan ..2 bank ..3 zeggen|vertellen",
    ],
    demands_secret: ["geef|lees|stuur|vertel|zeg ..2 mij|me|ons ..4 code|wachtwoord|pincode|tan"],
    asks_secret: [
      "$give ..6 code|codes|pincode|wachtwoord|tan|inloggegevens|beveiligingscode|verificatiecode|identifier|respons",
      "wat ..2 is ..3 code|wachtwoord|pincode",
      "code ..6 ontvangen|sms|gekregen|gestuurd|krijgt|ontvangt ..8 $give|mij|me|door",
    ],
    asks_personal_data: [
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
    investment_offer: ["gegarandeerd|gegarandeerde|zeker ..2 rendement|winst|winsten"],
    recovery_offer: [
      "verloren|gestolen|kwijtgeraakte ..3 $money ..6 terughalen|terug|terugkrijgen|recupereren",
    ],
    job_offer: [
      "bijbaan|thuiswerk|baan|thuiswerken ..12 euro|<amount>|whatsapp|telegram|dag|verdien",
    ],
    fake_case_id: [
      "zaaknummer|dossiernummer|referentienummer|ticketnummer|kenmerk ..3 <number>|is",
    ],
    urgency: [
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
      "verliezen|verliest|kwijt|verlies ..5 $money|toegang|rekening|alles",
      "anders|zo_niet|zoniet ..8 geblokkeerd|afgesloten|gearresteerd|kwijt|verliest|boete|verwijderd|beslag",
    ],
  },
  warnings: [
    "nooit|niemals",
    "niet|geen",
    "oplichters|criminelen|fraudeurs ..3 kunnen|vragen|proberen|doen_zich",
  ],
};
