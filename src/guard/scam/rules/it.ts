import type { Language } from "./language.ts";

export const italian: Language = {
  lists: {
    offer:
      "vi_do|vi_offro|ti_pago|le_pago|vi_pago|pago_bene|ti_do|ti_offro|ti_passo|ti_giro|ricompensa|a_riga",
    theirs:
      "dal_tuo_schermo|accesso_al_tuo|tue_credenziali|accesso_interno|sistema_interno|pannello_interno|dati_dei_clienti|dati_di_clienti|dati_clienti|telefoni_dei_clienti|telefoni_di_clienti|numeri_dei_clienti|numeri_di_clienti|schermate_dei_clienti|schermate_di_clienti|screenshot_di_clienti|screenshot_dei_clienti|conti_dei_clienti|conti_di_clienti|lista_clienti|lista_dei_clienti|elenco_clienti|elenco_dei_clienti|dal_tuo_pannello|dal_vostro_pannello|dal_tuo_gestionale|dal_gestionale|dal_pannello_interno|schede_dei_clienti|schede_clienti",
    tool: "anydesk|any_desk|teamviewer|team_viewer|ultraviewer|supremo|rustdesk|quicksupport|accesso_remoto|assistenza_remota",
    money:
      "monete|fondi_persi|soldi|denaro|fondi|risparmi|saldo|criptovalute|cripto|bitcoin|crypto|somme",
    bank: "banca|intesa|intesa_sanpaolo|unicredit|bper|poste|poste_italiane|postepay|bancoposta|fineco|bnl|bpm|sella|nexi|mps",
    exchange: "kraken|coinbase|binance|young_platform|ledger|bitpanda|trezor",
    authority:
      "polizia|polizia_postale|carabinieri|guardia_di_finanza|agenzia_delle_entrate|interpol|europol|tribunale|procura|inps|dogana|maresciallo",
    give: "dare|mi_dia|dammi|dire|dica|mi_dica|dimmi|inviare|invia|invii|inviaci|mandare|manda|mandami|mi_mandi|condividere|condivida|fornire|fornisca|comunicare|comunichi|mi_comunichi|confermare|confermi|conferma|leggere|legga|mi_legga|inserire|inserisca|inserisci|detti",
    seed: "frase_seed|frase_di_recupero|parole_di_recupero|12_parole|24_parole|dodici_parole|chiave_privata|chiavi_private|seed_phrase|seed|frase_segreta|ventiquattro_parole",
  },
  signals: {
    remote_access: [
      "installare|installi|installa|scaricare|scarichi|scarica|aprire|apra|apri ..6 $tool",
      "$tool ..6 installare|codice|numero|scaricare|aprire",
      "condividere|condivida|condividi|condivisione ..3 schermo",
      "accesso|accedere|controllo|collegarmi|connettermi ..5 suo|tuo|mio ..1 computer|telefono|cellulare|dispositivo|pc",
    ],
    safe_wallet: [
      "trasferire|trasferisca|trasferisci|spostare|sposti|sposta|inviare|invii|bonifico|mettere|versare|proteggere ..10 conto|portafoglio|wallet|indirizzo|iban ..2 sicuro|protetto|sicurezza|di_sicurezza|tecnico|dedicato|nuovo",
      "conto|portafoglio|wallet ..1 sicuro|protetto|di_sicurezza|tecnico ..8 $money|proteggere|intestato",
    ],
    whitelist_address: [
      "whitelist|lista_bianca ..6 indirizzo|wallet|portafoglio",
      "indirizzo|wallet ..6 whitelist|lista_bianca",
    ],
    asks_seed_phrase: ["$give ..6 $seed", "$seed ..8 $give|per_verificare|per_convalidare"],
    gift_cards: [
      "comprare|compri|compra|acquistare|acquisti|pagare|acquista ..8 carte_regalo|carta_regalo|buoni_regalo|buono_regalo|google_play|gift_card|carte_steam|carte_prepagate|paysafecard",
      "ricaricare|ricarica|ricarichi ..4 postepay",
    ],
    recovery_fee: [
      "sbloccarli|sbloccarle|svincolarli|liberarli|liberarle|recuperarli|riaverli ..8 tassa|tasse|imposta|commissione|anticipo|spese",
      "spese|tassa|tasse|commissione ..1 di ..1 sblocco|svincolo|recupero|rilascio",

      "recuperare|recupero|sbloccare|svincolare|prelevare|prelievo ..14 commissione|tassa|anticipo|spese|acconto|imposta",
      "commissione|tassa|anticipo|acconto|imposta ..10 recuperare|sbloccare|prelevare|ricevere|svincolare",
    ],
    cash_handover: [
      "corriere|collega|maresciallo|incaricato|avvocato|carabiniere ..9 ritirare|passare|prendere|passerà ..6 carta|contanti|soldi|gioielli|oro|busta|bancomat",
    ],
    bribe_offer: [
      "per|a ..1 scheda|pratica cliente",
      "lavori ..8 screenshot|foto|schermate ..1 conti|schede ..1 clienti",
      "qualcuno ..1 nel|al|dentro ..1 supporto|assistenza ..3 resettare|consultare|sbloccare ..6 ad|per|a",
      "vendere ..1 tuo|suo login|accesso|account ..1 operatore|agente|dipendente",
      "<number>|<amount>|per_cento ..6 se disattivi|togli ..2 2fa|due_fattori ..3 utente|cliente",

      "paghiamo|offriamo ..8 $theirs",

      "secondo|altro ..1 stipendio|reddito ..20 $theirs",

      "per_ogni|a ..1 conto|cliente|account ..6 resetti|sblocchi|mandi|passi|controlli|disattivi",

      "$theirs ..12 $offer",
      "$offer ..12 $theirs",
      "$theirs ..12 pago ..1 <number>|<amount>|usdt|bene",
      "pago ..1 <number>|<amount>|usdt|bene ..10 $theirs",
      "euro|usdt|dollari|<amount>|mila ..3 se ..2 guardi|controlli|cerchi|passi|consulti|sblocchi|resetti|mandi|apri|verifichi|tiri_fuori|dai_un_occhiata ..4 qualche|alcuni|alcune|paio|dei|degli|delle|certi|clienti ..3 conto|conti|clienti|utenti|account|schede|profili",
      "se ..2 guardi|controlli|cerchi|passi|consulti|sblocchi|resetti|mandi|apri|verifichi|tiri_fuori|dai_un_occhiata ..4 qualche|alcuni|alcune|paio|certi ..3 conto|conti|clienti|utenti|account|schede|profili ..8 $offer|euro|usdt|<amount>",
      "lavori|gestisci|rispondi|segui ..5 assistenza|supporto|ticket|help_desk|servizio_clienti ..16 $offer|guadagnare_extra|arrotondare",
      "guadagnare_extra|arrotondare|soldi_extra|guadagno_extra|soldi_facili ..16 $theirs",
    ],
    lie_to_bank: [
      "se ..3 banca|cassiere|impiegato|sportello ..5 chiede|chiedono ..9 dica|risponda|di",
      "non ..3 dica|dire|parli|parlare|dirlo ..4 banca|cassiere|filiale",
    ],
    demands_secret: [
      "codice|codici|numeri|cifre ..8 me_lo_ripeta|me_lo_ripeti|me_lo_invii|me_lo_mandi|me_le_ripeta|me_li_ripeta",

      "mando|invio|manderò|invierò|arriva|arriverà|riceve|riceverà|mandato|inviato ..7 codice|codici|numeri|cifre ..7 me_lo_legga|me_lo_legge|me_lo_dica|me_lo_dice|me_lo_detti|me_lo_dia|me_lo_comunichi|me_le_detti|me_le_legga|me_le_dica|me_li_legga|me_li_detti|me_li_dica|mi_legga|mi_detti|leggimelo|dimmelo|dettamelo|dammelo",

      "mi|ci ..1 dia|dica|legga|comunichi|invii|mandi|detti ..4 codice|password|pin|otp",
      "dammi|dimmi|mandami|leggimi|inviami ..4 codice|password|pin|otp",
    ],
    asks_secret: [
      "$give ..6 codice|codici|password|pin|otp|credenziali|cvv|parola_chiave|codice_utente",
      "qual ..2 è ..3 codice|password|pin",
      "codice ..6 ricevuto|sms|arrivato|arriverà|inviato|riceverà ..8 $give|me",
    ],
    asks_personal_data: [
      "conferma|confermi|verifichi|verifica ..3 dati|identità|informazioni ..4 <link>",

      "$give|aggiornare|aggiorni|verificare ..5 dati_bancari|numero_di_carta|numero_della_carta|data_di_nascita|numero_di_conto|iban|codice_fiscale|dati_della_carta|dati_personali",
      "verificare|verifichi|verifica|confermare|confermi|aggiornare|aggiorni|aggiorna|convalidare ..4 identità|informazioni|dati|conto|profilo|account ..8 <link>|link|clicca|clicchi|qui",
    ],
    approve_prompt: [
      "approvare|approvi|accettare|accetti|confermare|confermi|autorizzi|autorizzare ..4 notifica|richiesta|operazione ..6 app|telefono|cellulare|annullare|stornare",
    ],
    pays_by_crypto: [
      "pagare|paghi|pagamento|inviare|versare ..5 in|con|tramite ..1 bitcoin|cripto|criptovalute|usdt",
    ],
    upfront_fee: [
      "paghi|paga|pagare|versi ..3 <amount> ..6 <link>|link|qui",
      "tassa|multa|dogana|spese|dazio|commissione|pedaggio|oneri ..9 pagare|paghi|paga|<link>|<amount>|saldare|versare|spedizione|euro",
      "pagare|paghi|saldare|paga ..5 tassa|multa|spese_di_spedizione|dazio|pedaggio|oneri",
    ],
    send_money: [
      "deposito|versamento|investimento ..5 <link>",

      "deposita|depositi|investi|investa|versa|versi|metti|metta ..6 <link>",

      "inviare|invia|bonifico|prestare|prestami|pagare|mandami|ricarica|versare ..8 urgente|oggi|cauzione|fattura|soldi|me|bolletta|subito|per_me",
    ],
    press_key: ["premere|prema|premi|digiti|digitare ..4 1|uno|2|due|tasto"],
    call_back: [
      "chiami|chiamare|chiama|contatti|contattare|richiami|contatta|telefoni ..9 <phone>",
      "chiami|chiama|richiami ..4 immediatamente|urgentemente|subito",
    ],
    document_request: [
      "inviare|invii|foto|copia|selfie|mandi|mandare|invia ..8 carta_d_identità|passaporto|patente|documento|codice_fiscale|tessera_sanitaria",
    ],
    open_link: [
      "clicca|clicchi|cliccare|acceda|accedi|visiti|segua|entra|tramite|qui|su ..8 <link>|link",
      "<link>",
    ],
    other_channel: [
      "scrivimi|scriva|contattami|contatti|messaggio|rispondi|scrivi|contatta ..6 whatsapp|telegram|signal|<handle>",
    ],
    impersonates_authority: [
      "sono|siamo|della|dalla|agente|ispettore|qui|parlo ..4 $authority",
      "maresciallo|ispettore|commissario",
    ],
    impersonates_bank: [
      "sono|sua|chiamo|dalla|della|per_conto|gentile_cliente ..4 $bank",
      "ufficio|reparto|servizio|operatore ..2 frodi|antifrode|sicurezza",
    ],
    impersonates_exchange: [
      "$exchange ..3 assistenza|supporto|sicurezza|team",
      "assistenza|supporto|account|team ..3 $exchange",
    ],
    impersonates_tech_support: [
      "assistenza|supporto|servizio|tecnico ..3 tecnico|microsoft|windows|apple|amazon|paypal|tecnica|tim|vodafone",
      "microsoft|windows|apple|amazon|paypal|netflix ..3 assistenza|supporto|sicurezza|account",
    ],
    impersonates_family: ["ciao ..1 mamma|papà|nonna|nonno|ma|zia"],
    new_number: [
      "nuovo_numero|numero_nuovo",
      "mio|nuovo|questo_è_il_mio ..2 numero|telefono|cellulare ..14 rotto|perso|caduto|salva|vecchio|whatsapp|guasto",
      "telefono|cellulare ..5 rotto|perso|rubato|caduto|guasto",
    ],
    family_emergency: [
      "figlio|figlia|nipote ..10 incidente|arrestato|arrestata|carcere|cauzione|ospedale",
    ],
    account_problem: [
      "conto|carta|accesso|portafoglio|account|utenza|spid ..8 bloccato|bloccata|sospeso|sospesa|violato|compromesso|limitato|limitata|disattivato|disabilitata|scaduto|disabilitato|blocco|sospensione|scadenza",
      "attività|accesso|transazione|bonifico|movimento|pagamento|operazione|tentativo|prelievo ..3 sospetta|sospetto|anomalo|anomala|non_autorizzato|non_autorizzata|insolito|fraudolenta|sospetti|anomali",
      "hacker|truffatori|truffatore|qualcuno ..8 suo|tuo ..2 conto|portafoglio|account|nome",
    ],
    strange_payment: [
      "bonifico|pagamento|prelievo|addebito ..10 sospeso|attesa|corso ..6 conto|carta",

      "pagamento|acquisto|ordine|addebito|bonifico ..8 <amount>|euro ..14 non|annullare|chiami|bloccare|contatti|disconosce",
    ],
    refund: [
      "rimborso ..10 <link>|ricevere|modulo|richiedere|diritto|spetta|disponibile|accredito|fiscale",
    ],
    legal_threat: [
      "mandato|arresto|denuncia|riciclaggio|pignoramento|procedimento|citazione|pedopornografia ..10 contro|suo|lei|carico|giudiziario|penale|denaro|nome",
    ],
    infected_device: [
      "computer|dispositivo|telefono|pc ..6 virus|infetto|hackerato|compromesso|infettato",
    ],
    parcel_problem: [
      "pacco|spedizione|consegna|ordine ..8 dogana|giacenza|fermo|trattenuto|trattenuta|indirizzo|sospesa|fallita|spese|attesa|bloccato|incompleto",
    ],
    prize: [
      "vinto|vincitore|vincitrice|estratto|selezionato ..10 premio|lotteria|euro|<amount>|buono|iphone|regalo",
    ],
    investment_offer: [
      "guadagnano|guadagni|guadagnare|fanno ..3 <number> ..3 al_giorno|ogni_giorno|a_settimana",

      "raddoppiato|triplicato|moltiplicato|raddoppia ..4 soldi|denaro|risparmi|capitale",
      "rendimento|guadagno|guadagni|profitto ..1 assicurato|assicurati|certo|certi",

      "guadagni|guadagno|rendimento|rendimenti|profitto|profitti ..2 garantito|garantiti|sicuro|sicuri|senza_rischi",
    ],
    recovery_offer: [
      "recuperiamo|recupero ..2 suoi|suo|tuoi|tuo ..1 $money",

      "rintracciato|trovato|localizzato ..3 suoi|tuoi|i ..1 $money",

      "recuperare|recuperiamo|recupero ..5 $money ..5 persi|perduti|rubati|truffa|perse|rubate",
    ],
    job_offer: [
      "compiti|lavoro|impiego|attività ..12 al_giorno|giornalieri|giorno ..12 whatsapp|telegram|<handle>",

      "lavoro|impiego ..4 casa|remoto|part_time|online ..12 euro|<amount>|whatsapp|telegram|giorno|guadagna",
    ],
    fake_case_id: ["numero_di_pratica|pratica|protocollo|riferimento|ticket ..3 <number>"],
    urgency: [
      "entro ..1 <number> ..1 ore|minuti|giorni",

      "urgente|urgentemente|immediatamente|subito|ultimo_avviso|al_più_presto|24_ore|48_ore|entro_oggi|prima_possibile|quanto_prima",
    ],
    secrecy: [
      "non ..3 dica|dirlo|parli|parlarne|racconti|dire|parlare ..4 nessuno|famiglia|banca|moglie|marito|figli",
      "mantenga|mantenere|tenga|resti|strettamente|assolutamente|indagine|massima ..3 riservato|riservata|segreto|segreta|confidenziale|riservatezza",
    ],
    stay_on_line: [
      "non|senza ..2 riagganci|riattacchi|riagganciare|chiuda|riattaccare",
      "resti|rimanga|stia|resta ..3 linea|telefono",
    ],
    threat_of_loss: [
      "o|altrimenti ..4 chiuso|chiusa|bloccato|disattivato|cancellato",

      "perdere|perderà|perdita ..5 $money|accesso|conto|tutto",
      "altrimenti|in_caso_contrario|pena ..8 bloccato|sospeso|arrestato|perderà|chiuso|cancellato|multa|sospesa|bloccata",
    ],
  },
  warnings: [
    "se ..2 qualcuno|le|vi|ti ..2 chiede|chiedono|chiedesse",

    "nessun|nessuno ..2 dipendente|operatore|addetto|nostri|collega|incaricato",

    "attenzione|attenti|attento|occhio|cautela ..1 a|alle|ai|agli|con ..1 chi|chiamate|telefonate|messaggi|email|sms|finti",
    "diffidi|diffidate|diffida ..1 di|da|delle|dei|se",

    "come ..1 aggiungo",
    "posso ..1 pagare|usare|utilizzare|aggiungere",
    "mai",
    "non ..1 comunichi|condivida|clicchi|chiediamo|chiederemo|fornisca|chiede|apra|comunicare|fornire",
    "truffatori|criminali ..3 possono|chiedono|cercano|fingono",
  ],
  keptCodes: [
    "codice|codici|otp|pin|password ..10 non ..2 condivida|condividere|condividerlo|comunichi|comunicarlo|riveli|dia|dica ..3 nessuno",
    "codice|codici|otp|pin|password ..10 non ..2 condivida|condividere|condividerlo|comunichi|comunicarlo|riveli|dia|dica ..3 nessuno ..5 noi|operatori|banca|dipendenti|personale",
    "non ..2 condivida|comunichi|riveli|dia|dica ..3 codice|otp|pin|password ..3 nessuno",
    "non ..2 condivida|comunichi|riveli|dia|dica ..3 codice|otp|pin|password ..3 nessuno ..5 noi|operatori|banca|dipendenti|personale",
  ],
};
