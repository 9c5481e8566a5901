import type { Language } from "./language.ts";

export const french: Language = {
  lists: {
    offer:
      "je_vous_donne|nous_vous_payons|je_paie|je_paye|je_te_paie|je_te_paye|je_vous_paie|je_t_offre|je_vous_offre|je_te_donne|je_te_file|tu_gagnes|tu_touches|je_rémunère|récompense|la_ligne|par_ligne|par_fiche",
    theirs:
      "de_ton_écran|accès_à_ton|tes_identifiants|ton_accès|panel_interne|accès_interne|outil_interne|données_clients|données_des_clients|données_de_clients|numéros_des_clients|numéros_de_clients|numéros_clients|téléphones_des_clients|téléphones_de_clients|fiches_clients|fichier_clients|base_clients|liste_de_clients|listes_de_clients|comptes_clients|comptes_de_clients|captures_de_clients|captures_d_écran_de|captures_de_comptes|de_ton_panel|de_votre_panel|de_ton_outil|de_ton_back_office|de_votre_back_office|de_ton_crm|coordonnées_de_clients|coordonnées_des_clients",
    tool: "anydesk|any_desk|teamviewer|team_viewer|ultraviewer|supremo|rustdesk|quicksupport|prise_en_main_à_distance",
    money:
      "argent|fonds|cryptos|crypto|cryptomonnaie*|bitcoin|bitcoins|avoirs|économies|épargne|solde|actifs",
    bank: "banque|crédit_agricole|bnp|bnp_paribas|société_générale|caisse_d_épargne|crédit_mutuel|banque_postale|lcl|boursorama|conseiller_bancaire|cic|visa",
    exchange: "kraken|coinbase|binance|bitpanda|ledger|plateforme|paymium",
    authority:
      "police|gendarmerie|impôts|interpol|europol|procureur|tribunal|douane|douanes|ministère|cpf|ameli|assurance_maladie|antai|huissier",
    give: "donner|donnez|donne|envoyer|envoyez|envoie|communiquer|communiquez|transmettre|transmettez|dire|dites|dictez|lire|lisez|confirmer|confirmez|partager|partagez|saisir|saisissez|entrez|fournir|fournissez",
    seed: "phrase_de_récupération|phrase_secrète|phrase_de_restauration|12_mots|24_mots|douze_mots|seed_phrase|seed|clé_privée|clés_privées|vingt_quatre_mots|phrase_de_sauvegarde",
  },
  signals: {
    remote_access: [
      "installer|installez|télécharger|téléchargez|ouvrir|ouvrez|installe|télécharge|lancer ..6 $tool",
      "$tool ..6 installer|code|identifiant|numéro|ouvrir|télécharger",
      "partager|partagez|partage ..3 écran",
      "accès|accéder|contrôle|main ..5 votre|mon|ton ..1 ordinateur|pc|téléphone|écran|appareil",
      "accès_à_distance|contrôle_à_distance|prendre_le_contrôle|prise_de_contrôle|prendre_la_main",
    ],
    safe_wallet: [
      "transférer|transférez|virer|virez|déplacer|déplacez|envoyer|envoyez|mettre|transfert|virement|sécuriser ..10 compte|portefeuille|wallet|coffre|adresse ..2 sécurisé|sécurisée|sûr|sûre|protégé|de_sécurité|sécurité|sauvegarde|neutre|tampon",
      "compte|portefeuille ..1 sécurisé|sûr|protégé|tampon|de_sécurité ..8 fonds|argent|protéger|mettre|transférer|le_temps",
    ],
    whitelist_address: [
      "liste_blanche|whitelist|whitelister|liste_d_adresses ..6 adresse|portefeuille",
      "adresse|portefeuille ..6 liste_blanche|whitelist|whitelister",
    ],
    asks_seed_phrase: ["$give ..6 $seed", "$seed ..8 $give|pour_valider|pour_vérifier"],
    gift_cards: [
      "acheter|achetez|achète|payer|payez|prendre|prenez ..8 carte_cadeau|cartes_cadeaux|cartes_cadeau|carte_google_play|cartes_google_play|cartes_steam|carte_steam|coupons_pcs|coupon_pcs|transcash|neosurf|pcs_mastercard|recharge_pcs|cartes_apple",
      "carte_cadeau|cartes_cadeaux|coupon_pcs|coupons_pcs|transcash|neosurf ..8 code|codes|gratter|photo|numéro|recharge",
    ],
    recovery_fee: [
      "frais|taxe|taxes|commission ..1 de ..1 déblocage|libération|récupération|restitution",
      "débloquer|récupérer|libérer ..8 taxe|taxes|avance|frais",

      "récupérer|récupération|débloquer|retrait|restituer ..14 frais|acompte|avance|commission|taxe",
      "frais|acompte|taxe|commission ..10 récupérer|débloquer|retirer|libérer|recevoir",
    ],
    cash_handover: [
      "coursier|collègue|livreur|agent|policier ..9 récupérer|chercher|passer|prendre ..6 carte|espèces|argent|cartes|bijoux",
      "couper|coupez ..5 carte ..8 coursier|enveloppe|puce",
    ],
    crypto_machine: ["distributeur|borne|automate ..3 bitcoin|crypto|cryptomonnaies"],
    bribe_offer: [
      "par|chaque fiche|dossier client",
      "tu ..1 bosses|travailles ..8 captures|photos|screens ..1 de ..1 comptes|fiches clients",
      "quelqu_un ..1 au|dans ..1 support ..3 réinitialiser|consulter|débloquer ..6 par|chaque",
      "vendre ton|votre identifiant|accès|compte|login ..1 agent|support|employé",
      "<number>|<amount>|pour_cent ..6 si_tu ..1 désactives|coupes|enlèves ..1 2fa|double_authentification ..3 utilisateur|client",

      "nous_payons|on_paie|on_paye|nous_offrons ..8 $theirs",

      "second|deuxième|double ..1 revenu|salaire ..20 $theirs",

      "pour_chaque|par ..1 compte|client ..5 tu|vous|dont|que ..4 réinitialises|débloques|désactives|envoies|consultes|ouvres|sors",

      "$theirs ..12 $offer",
      "$offer ..12 $theirs",
      "euros|usdt|dollars|<amount>|balles|eur ..4 si|pour_que ..1 tu|vous ..3 consultes|consultez|regardes|regardez|vérifies|vérifiez|cherches|cherchez|sors|sortez|envoies|envoyez|files|débloques|débloquez|réinitialises|photographies|ouvres|ouvrez ..6 comptes|clients|fiches|dossiers|utilisateurs|profils",
      "si|pour_que ..1 tu|vous ..3 consultes|consultez|regardes|cherches|cherchez|sors|sortez|files|débloques|photographies|ouvres ..5 comptes|clients|fiches|dossiers|profils ..8 $offer|je_donne",
      "tu ..2 bosses|travailles|gères|réponds|traites ..6 support|tickets|service_client|hotline|assistance ..16 $offer|arrondir|à_côté",
      "à_côté|arrondir|argent_facile|complément_de_revenu|se_faire_un_peu ..16 $theirs",
    ],
    lie_to_bank: [
      "si ..3 banque|conseiller|guichet ..5 demande|pose ..9 dites|répondez|dis",
      "ne|sans ..3 dire|parler|dites|prévenir|prévenez|parlez ..4 banque|conseiller",
    ],
    demands_secret: [
      "code|codes|chiffres ..8 répétez|répète|envoyez|redites ..1 le|les ..1 moi|nous",

      "envoie|envoyer|recevoir|recevez|reçu|reçois|arriver|arrive ..7 code|codes|chiffres ..7 lisez|dictez|lis|dicte|lire|dicter ..2 moi|nous",
      "envoie|envoyer|recevoir|recevez|reçois|arriver|arrive ..7 code|codes|chiffres ..7 donnez|dites|communiquez|donne|dis ..1 le|les|la ..1 moi|nous",

      "donnez|dites|lisez|envoyez|communiquez|dictez|donne|dis|envoie ..1 moi|nous ..4 code|mot_de_passe|cryptogramme|identifiants",
    ],
    asks_secret: [
      "$give ..6 code|codes|mot_de_passe|identifiant|identifiants|cryptogramme|code_pin|code_sms",
      "quel ..2 est ..3 code|mot_de_passe|votre_code",
      "code|mot_de_passe|identifiants ..5 reçu|reçu_par_sms|sms ..8 $give|me",
    ],
    asks_personal_data: [
      "confirmez|confirme|vérifiez|validez|actualisez|confirmer|vérification|confirmation ..4 identité|compte|informations|coordonnées ..6 <link>|lien",

      "mettez_à_jour|actualisez|renseignez|confirmez|vérifiez ..5 informations|coordonnées|données|moyen_de_paiement|carte ..8 <link>|lien|sur|ici",
      "$give|confirmer|mettre_à_jour|vérifier ..5 coordonnées_bancaires|numéro_de_carte|date_de_naissance|iban|rib|numéro_de_compte|informations_bancaires|carte_bancaire|moyen_de_paiement",
      "vérifier|confirmer|mettre_à_jour|actualiser ..4 identité|informations|coordonnées|compte|données|dossier ..8 <link>|lien|cliquez|cliquant|ici",
    ],
    screen_reading: ["que|qu|qu_est_ce_que ..4 voyez|vois|affiche ..5 écran|ordinateur"],
    approve_prompt: [
      "valider|validez|approuver|approuvez|confirmer|confirmez ..4 notification|opération|opérations|demande|paiement|certicode ..6 application|téléphone|annuler|app",
    ],
    pays_by_crypto: [
      "payer|payez|paiement|envoyer|verser|régler ..5 en|par ..1 bitcoin|bitcoins|crypto|cryptomonnaie|usdt",
    ],
    upfront_fee: [
      "frais|taxe|affranchissement|amende|droits|péage ..9 payer|régler|payez|réglez|<link>|<amount>|acquitter|livraison|douane|euros",
      "payer|régler|payez|réglez|acquitter ..5 frais|taxe|amende|droits_de_douane|péage|affranchissement",
    ],
    send_money: [
      "dépôt|mise|versement|investissement ..5 <link>",

      "dépose|déposez|investis|investissez|verse|versez|mets|placez|place ..6 <link>",

      "envoyer|envoie|virement|prêter|virer|payer|avancer ..8 facture|urgence|urgent|me|moi|caution|aujourd_hui|western_union",
    ],
    press_key: ["appuyez|tapez|appuyer|composez ..4 1|un|2|deux|touche"],
    call_back: [
      "appelez|appeler|rappelez|rappeler|contactez|joindre|composez|appelle ..9 <phone>",
      "rappelez|appelez ..4 immédiatement|urgence|urgemment|vite",
    ],
    document_request: [
      "envoyer|envoyez|photo|copie|selfie|transmettre|télécharger ..8 pièce_d_identité|carte_d_identité|passeport|permis|permis_de_conduire|identité",
    ],
    open_link: [
      "cliquez|cliquer|clique|suivez|connectez|rendez|visitez|accédez|via|sur ..8 <link>|lien|ici",
      "<link>",
    ],
    other_channel: [
      "contactez|contacte|écrivez|écris|réponds|message|répondez ..6 whatsapp|telegram|signal|<handle>",
    ],
    impersonates_authority: [
      "ici|je_suis|agent|de_la|police|brigade|c_est|service|part ..4 $authority",
      "commissaire|inspecteur|brigadier|officier_de_police|brigade_financière",
    ],
    impersonates_bank: [
      "je_suis|votre|ici|service|appelle|de_la|part ..4 $bank",
      "service ..2 fraude|fraudes|anti_fraude|sécurité|opposition",
      "votre_conseiller|conseiller_bancaire",
    ],
    impersonates_exchange: [
      "$exchange ..3 support|sécurité|assistance|équipe|service",
      "support|équipe|service|votre_compte ..4 $exchange",
    ],
    impersonates_tech_support: [
      "support|service|technicien|assistance ..3 technique|microsoft|windows|apple|orange|sfr|free|amazon|paypal",
      "microsoft|windows|apple|amazon|paypal|netflix ..3 support|assistance|service|sécurité",
    ],
    impersonates_family: ["coucou|bonjour|salut|hello ..1 maman|papa|mamie|papi|papy"],
    new_number: [
      "écris|écrivez|réponds ..2 moi ..3 ce|nouveau ..1 numéro",
      "nouveau_numéro|numéro_temporaire",
      "mon|nouveau|nouvelle ..2 numéro|téléphone|portable ..14 cassé|perdu|tombé|enregistre|ancien|whatsapp|abîmé",
      "téléphone|portable ..5 cassé|perdu|volé|tombé|en_panne",
    ],
    account_problem: [
      "compte|carte|accès|portefeuille|abonnement|dossier|vitale ..8 bloqué|suspendu|piraté|compromis|limité|restreint|désactivé|expiré|expire|suspension|débité|bloquée|expirée",
      "activité|connexion|opération|transaction|tentative|paiement|achat|virement|accès ..2 suspecte|suspect|inhabituelle|inhabituel|frauduleuse|frauduleux|non_autorisée|anormale|frauduleuses|suspectes",
      "pirate|pirates|hacker|fraudeur|escroc|quelqu_un ..8 votre ..2 compte|portefeuille|carte|wallet",
    ],
    strange_payment: [
      "virement|paiement|prélèvement|retrait ..10 compte|carte ..6 attente|cours|arrêter|bloquer",

      "paiement|achat|commande|prélèvement|débit ..8 <amount>|euros|<number> ..12 pas|annuler|opposition|appelez|contactez|contester",
    ],
    refund: [
      "remboursement|rembourser|trop_perçu ..10 <link>|recevoir|formulaire|impôts|demande|droit|bénéficier|euros",
    ],
    legal_threat: [
      "mandat|poursuites|arrestation|plainte|saisie|pédopornographie|blanchiment|convocation|contentieux|garde_à_vue ..10 contre|vous|votre|judiciaire|police|arrêt|argent",
    ],
    infected_device: [
      "ordinateur|appareil|pc|téléphone ..6 virus|infecté|piraté|bloqué|logiciel_malveillant",
    ],
    parcel_problem: [
      "colis|livraison|paquet|envoi ..8 attente|frais|livré|douane|reprogrammer|échoué|incomplète|suspendu|retenu|boîte_aux_lettres|bloqué|adresse",
    ],
    prize: [
      "gagné|gagnant|gagnante|remporté|sélectionné|tirage ..10 prix|loterie|euros|<amount>|lot|cadeau|iphone",
    ],
    investment_offer: [
      "gagnent|gagnez|gagner|font|touchent ..3 <number> ..3 par_jour|chaque_jour|par_semaine",

      "doublé|triplé|multiplié ..4 argent|mise|épargne|économies|capital",
      "rendement|gains|profit|profits|bénéfices ..1 assuré|assurés|certain|certains|garanti",

      "rendement|rendements|gains|profits|bénéfices ..2 garanti|garantis|assurés|sans_risque",
    ],
    recovery_offer: [
      "récupérons|récupère|récupérer ..3 votre|vos|ton ..1 $money",

      "retrouvé|localisé|tracé ..3 vos|tes|les ..1 $money",
      "récupérer ..5 $money ..5 perdu|perdus|volé|volés|arnaque|escroqué",
    ],
    job_offer: [
      "tâches|travail|emploi|mission|missions ..12 par_jour|quotidien|journalier ..12 whatsapp|telegram|<handle>",

      "emploi|travail|job ..4 domicile|télétravail|temps_partiel|distance ..12 euros|<amount>|whatsapp|telegram|jour|gagner",
    ],
    fake_case_id: ["numéro_de_dossier|référence|dossier|ticket ..3 <number>"],
    urgency: [
      "sous|d_ici ..1 <number> ..1 heures|h|minutes|jours",

      "urgent|urgence|immédiatement|tout_de_suite|sans_délai|dernier_rappel|au_plus_vite|dans_les_plus_brefs_délais|dernier_avis|sous_24|sous_48|24_heures|rapidement|dès_maintenant",
    ],
    secrecy: [
      "parlez|dites|parler|dire|parle|dis ..3 à|personne|aucun ..2 personne|quiconque|famille|banque",
      "ne|n ..3 personne ..3 parler|dire|parlez|dites",
      "reste|rester|garder|gardez|strictement|absolument|enquête ..3 confidentiel|secret|confidentielle|secrète|entre_nous",
    ],
    stay_on_line: [
      "ne|sans ..2 raccrochez|raccrocher|raccroche",
      "restez|rester|reste ..3 ligne|téléphone",
    ],
    threat_of_loss: [
      "sinon|faute_de_quoi ..4 fermé|fermée|bloqué|désactivé",

      "perdre|perdrez|perte ..5 $money|accès|compte|tout",
      "sinon|faute_de_quoi|sous_peine|à_défaut ..8 bloqué|suspendu|supprimé|amende|clôturé|majoration|poursuites|clôture|suspension",
    ],
  },
  warnings: [
    "si ..2 appelant|quelqu_un|interlocuteur|on ..3 demande|demandait|propose|réclame",

    "aucun|aucune ..1 nos|employé|conseiller|agent|collaborateur",

    "attention ..1 à|aux ..1 ceux|appels|messages|personnes|quiconque|mails|sms",

    "comment ..1 ajouter|ajoute ..6 ma|mon|mes",
    "puis_je|est_ce_que_je_peux|peut_on ..1 payer|utiliser|ajouter",
    "jamais|attention_aux|méfiez",
    "ne ..2 pas|communiquez|cliquez|donnez",
    "escrocs|fraudeurs|arnaqueurs ..3 peuvent|demandent|essaient|tentent|prétendent",
  ],
  keptCodes: [
    "code|codes ..10 ne ..3 communiquez|partagez|donnez|transmettez|divulguez ..4 personne|jamais|quiconque|pas",
    "code|codes ..10 ne ..3 communiquez|partagez|donnez|transmettez|divulguez ..4 personne|jamais|quiconque|pas ..6 agents|conseiller|conseillers|banque|nous|employés|collaborateurs",
    "ne ..3 communiquez|partagez|donnez|transmettez|divulguez ..3 code ..3 personne|quiconque",
    "ne ..3 communiquez|partagez|donnez|transmettez|divulguez ..3 code ..3 personne|quiconque ..6 agents|conseiller|conseillers|banque|nous|employés|collaborateurs",
  ],
};
