import type { Language } from "../language.ts";

export const french: Language = {
  tag: "fr",
  common: `le, la, les, l, un, une, des, du, de, d, et, ou, est, sont, je, j, vous, nous, tu, il, elle, on, votre, vos, notre, nos, ton, ta, tes, mon, ma, mes, ce, cette, ces, c, qui, que, qu, quel, quelle, pour, par, pas, ne, n, plus, dans, sur, avec, sans, en, au, aux, à, a, ai, avez, avons, merci, bonjour, s, si, plaît, y, se, ici, là, tout, bien, puis, encore, pouvez, pourriez, peux, peut, faut, compte, me, moi, m, te, lui, leur, mais`,
  items: {
    username:
      "nom d utilisateur, noms d utilisateur, identifiant, identifiants, identifiant de connexion, identifiants de connexion, login, pseudo, nom de connexion, nom d usager",
    password:
      "mot de passe, mots de passe, mdp, identifiants, mot passe, motdepasse, passe actuel, code d accès",
    two_factor_code: `code, codes, code|codes de sécurité|vérification|confirmation|secours|sauvegarde|récupération|validation|connexion, codes de secours, code reçu, code sms, code à usage unique, code à|de six|6 chiffres, six|6 chiffres, chiffres reçus|affichés, chiffres, numéro reçu|affiché par sms, otp, jeton, clé de configuration, clé secrète, qr code, code qr, sms avec|contenant, sms reçu, sms que vous, nombre affiché, pin, numéro qui s affiche|apparaît`,
    device_approval_code: `code de l appareil, code d appareil, code d approbation, code de validation de l appareil, code d autorisation, lien de validation|confirmation|vérification|connexion, lien d approbation|activation|autorisation, lien reçu, lien dans l email, lien de l email, lien dans votre mail|email|le mail|votre mail, lien du mail, mail avec le|un lien, email avec le|un lien, email avec le|un lien, mail d approbation, email d approbation, email d approbation, mail concernant le nouvel appareil, code reçu par mail|email, code reçu par email, code de l appareil reçu`,
    wallet_secret: `phrase, phrases, phrase de récupération|sauvegarde, phrase secrète, phrase mnémonique|mnémotechnique, seed, graine, mots de récupération, douze|12|24|18 mots, vingt quatre mots, premier|premiers|derniers|deuxième|troisième|quatrième|dernier|prochain mot|mots, quatre|trois|cinq|deux|six premiers|derniers mots, mots de votre|ta|la phrase|seed, mot de votre|ta|la phrase|seed, mots secrets, mots inscrits|notés|écrits, feuille|papier avec vos|les .. mots, mots sur, clé privée, clés privées, clé privee, keystore, fichier keystore, clé du portefeuille, mot de passe du portefeuille,
      adresse de portefeuille|retrait|réception|dépôt|destination|wallet, adresse du portefeuille, adresse de votre|ton portefeuille|wallet|ledger|trezor, adresse bitcoin|btc|eth|crypto|usdt|ethereum|publique, adresse de retrait, adresse où, portefeuille, wallet,
    mots un|1|deux|trois, mots # à #, les mots, vos mots, mots de un, tous les mots`,
    master_key:
      "clé maîtresse, clé maître, clé principale, clé master, clef maîtresse, clef maître, clef principale, mot de passe maître|principal",
  },
  thing: `code postal, codes postaux, code promo, codes promo, code promotionnel, code d erreur, code erreur, code de réduction, code cadeau, code pays, code du pays, indicatif, code de réservation, code de parrainage, code banque, code swift, code de suivi, code de statut, code bancaire, code guichet, code source, code barres, code affiché dans l erreur, code du message, code de conduite, code d invitation, gestionnaire de mots|mot de passe, mot de passe oublié, réinitialisation du mot de passe, réinitialisation de votre mot, champ du mot de passe,
    identifiant|numéro de la|transaction|votre transaction, identifiant de la|transaction|votre transaction, id de la|transaction, hash de la|transaction, hash, identifiant public, id public, identifiant de compte, identifiant public de|du votre|compte, numéro de compte|ticket|dossier|commande|téléphone|client, numéro du dossier|ticket, référence, capture*, capture d écran, message, message d erreur, messages, document*, justificatif*, facture, relevé*, passeport, pièce d identité, prénom, nom, nom de famille, adressemail|mail, adresse électronique, adresse postale, adresse ip, domicile, email, date, heure, montant, pays, navigateur, version, modèle, fuseau horaire, question*, preuve, reçu, photo du message|document|passeport, 4|quatre derniers chiffres de votre|la carte, derniers chiffres de votre|la carte, derniers chiffres du compte,
    application d authentification, appli d authentification, à l adresse, vers l adresse, dans votre portefeuille, vers votre portefeuille, de votre portefeuille matériel, portefeuille matériel, quelle application de portefeuille, détails, sms de promotion, problème de connexion, page de connexion, tentative de connexion, nom de l appareil, type d appareil, lien pour réinitialiser, lien de réinitialisation, ticket`,
  remote: `écran, votre ordinateur, ton ordinateur, l ordinateur, votre pc, votre poste, votre téléphone à distance, la main,
    prise en main, accès à distance, contrôle à distance, assistance à distance, bureau à distance, ce logiciel, cet outil,
    notre outil, ce programme, cette application, logiciel d assistance, numéro à neuf|9|dix|10 chiffres,
    identifiant à neuf|9 chiffres, id de session, code de session, partage d écran, zoom, appel vidéo, visio, ma connexion,
    demande de connexion, le contrôle, contrôle de votre, souris, accès à votre|ton ordinateur|pc|écran`,
  protection: `double authentification, authentification à|a deux|2 facteurs, authentification forte, deux facteurs,
    vérification en|à deux étapes, validation en deux étapes, second facteur, deuxième facteur, a2f, 2fa,
    authentificateur, clé d accès, clés d accès, ancienne clé, passkey*, clé de sécurité, verrou*, verrouillage*,
    blocage des paramètres|retraits, délai*, temps d attente, période d attente, attente, antivirus, anti virus,
    pare feu, appareil, appareils, ancien appareil, autres appareils, ancien téléphone, paramètres de sécurité,
    protection*, limite*, plafond*, alertes, notifications, confirmation de retrait, avertissement*,
    code anti hameçonnage`,
  prompt:
    "notification*, demande*, invite, push, popup, fenêtre, message qui s affiche, demande de connexion, clé de sécurité, yubikey, empreinte, connexion",
  devicePrompt:
    "lien d approbation|autorisation|activation, lien de validation|confirmation|vérification, nouvel appareil, cet appareil, mon appareil, lien dans l email, lien dans le mail, lien du mail, lien reçu, demande d appareil",
  give: `envoyez, envoyer, envoie, envoyez moi, transmettez, transmettre, transmets, donnez, donner, donne, communiquez, communiquer, communique, dites, dire, dis, dis moi, lisez, lire, lis, fournissez, fournir, fournis, partagez, partager, partage, indiquez, indiquer, indique, transférez, transférer, transfère, faites suivre, faire suivre, faites moi parvenir|suivre, fais suivre, faire parvenir, révélez, révéler, dictez, dicter, dicte, épelez, épeler, montrez, montrer, montre moi, répondez .. avec, répondre avec, réponds avec, répétez, répéter, confiez, confier, remettez, remettre, filer, filez, file moi, passez moi|nous, passer, passe moi, précisez, préciser, photographiez, photographier, photo de votre|vos|la|ta|tes, photo du, scannez, joignez, joindre, téléversez, uploadez, écrivez moi, écris moi, divulguez, laissez moi votre|le|la|vos, rappelez moi, me dire, me donner, me transmettre, m envoyer, nous communiquer, balance, balancez, mentionnez, mentionner, recopiez, recopier, citez,
    nous confiez, nous donnez, me donnez, me confiez, nous envoyez, me dites, nous dites`,
  giveIt: `envoyez le moi, envoyez la moi, envoyez les moi, envoyez le nous, envoie le moi, donnez le moi, donne le moi, donnez les moi, dites le moi, dis le moi, lisez le moi, lisez les moi, transmettez le moi, transmettez les moi, transférez le moi, communiquez le moi, me l envoyer, me le donner, me le dire, me les donner, me le lire, me les lire, me le communiquer, me le transmettre, nous le transmettre, le partager avec, partagez le, faites le moi suivre,
    faites le moi suivre, faites le suivre, faites la moi suivre, fais le suivre`,
  enter:
    "tapez, taper, tape, saisissez, saisir, saisis, entrez, entrer, entre, collez, coller, colle, inscrivez, inscrire, écrivez, écrire, écris, confirmez, confirmer, confirme, vérifiez, vérifier, validez, valider, mettez, mettre, mets, remplissez, remplir, renseignez, renseigner, importez, importer, synchronisez, copiez, copier, copie, utilisez, insérez, insérer, déposez, ajoutez, laissez",
  enterIt:
    "tapez le, saisissez le, collez le, écrivez le, entrez le, tapez la, collez les, tapez les, collez la, collez l, mettez le, mets le, colle le, tape le, le taper, le coller, le saisir, l écrire, le mettre, les taper, copiez le",
  carrier: "sms, texto, message reçu sur votre téléphone",
  confirm: "confirmez, confirmer, confirme, me confirmer, vérifiez, validez",
  without: "sans votre|vos|ton|ta|le|la|les|ce|cette",
  unable:
    "je ne peux pas, nous ne pouvons pas, je ne pourrai pas, impossible, je ne peux rien, on ne peut pas, je n y arrive pas",
  want: `quel est votre|ton|le, quelle est votre|ta|la, quels sont vos|tes|les, quelles sont vos|les, quel, quelle, quels,
    quelles, c est quoi votre|ton|ta|le|la, c est quoi, j ai besoin, j aurais besoin, nous avons besoin,
    nous aurions besoin, il me faut, il me faudrait, il nous faut, il nous faudrait, me faut, nous faut,
    il faudrait que j aie, il me manque, il nous manque, me manque, je voudrais, j aimerais, nous voudrions, je veux,
    je souhaite, je souhaiterais, je vous demande, nous vous demandons, je dois avoir|connaître|voir,
    je dois vous demander, il faut que je voie, puis je avoir|connaître|voir|obtenir|prendre|vous,
    pourrais je avoir|connaître|voir, pourrions nous avoir, peut on avoir, je peux avoir|connaître|voir, je pourrais avoir,
    on peut avoir, avez vous votre|vos|le|la|sous, as tu ton|ta|le, vous avez votre|le|la|vos .. sous, rappelez moi votre,
    quel était, quelle était, me suffisent, me suffit, il suffit, sans votre|le|la|ce, il ne me manque, il ne manque,
    besoin de votre|vos|la|ton|ta, en attente de, j attends, nous attendons, exige, donnez moi, vous souvenez vous de`,
  wantLast: `me suffisent, me suffit, suffisent, suffit, me suffiront, suffiront, suffira`,
  wantIt: `il me le faut, j en ai besoin, quel est il, c est quoi, que dit il, qu est ce qu il dit, je vous écoute, allez y, vas y, je peux l avoir, puis je l avoir, il m en faut, je t écoute,
    que dit il, que dit elle, que dit le sms, qu y a t il, quel est il, quelle est elle`,
  wantId:
    "quel est votre|l id|identifiant|numéro, quel numéro|id, donnez|dites|envoyez moi le|votre|l numéro|id|identifiant, quel est le numéro",
  weaken: `désactivez, désactiver, désactive, désactivons, coupez, couper, coupe, éteignez, retirez, retirer, retire, enlevez,
    enlever, enlève, supprimez, supprimer, supprime, levez, lever, lève, débloquez, débloquer, déverrouillez,
    déverrouiller, réduisez, réduire, réduis, raccourcissez, raccourcir, abaissez, abaisser, baissez, diminuez, diminuer,
    contournez, contourner, suspendez, suspendre, mettez .. à zéro, augmentez, augmenter, ignorez, ignorer, sautez,
    passez outre, désinstallez, dissociez, annulez le délai, relevez, fais sauter, faites sauter, passez .. à zéro`,
  admit:
    "ajoutez, ajouter, ajoute, inscrivez, inscrire, whitelistez, autorisez, autoriser, mettez, mettre, mets, enregistrez, enregistrer, acceptez, approuvez, intégrez, incluez",
  foreign:
    "cette .. adresse, mon .. adresse, l adresse suivante, adresse suivante, notre adresse, l adresse à, adresse ci dessous, l adresse dans, mon appareil, cet appareil, mon téléphone, ma clé, mon numéro, ce portefeuille, mon portefeuille, une nouvelle adresse de retrait, 0x*, bc1*",
  approve:
    "appuyez, appuyer, appuie, validez, valider, valide, approuvez, approuver, approuve, acceptez, accepter, accepte, confirmez, confirmer, confirme, cliquez, cliquer, clique, touchez, toucher, touche, autorisez, autoriser, autorise, ouvrez, ouvrir, répondez oui, répondre oui, dites oui, choisissez oui, laissez passer, suivez",
  open: `installez, installer, installe, téléchargez, télécharger, télécharge, ouvrez, ouvrir, lancez, lancer, lance, démarrez, exécutez, partagez, partager, partage, donnez moi|nous, donnez, donner, me donner, laissez moi|nous, laisse moi, me laisser, permettez moi, autorisez, accordez, montrez moi, montrer, montre moi, acceptez, accepter, accepte, utilisez, rejoignez, rejoindre, activez, connectez vous à|sur, passez moi, cédez, cédez moi, envoyez moi, dites moi, me montrer`,
  asks: {
    two_factor_code: `qu affiche .. application|appli|téléphone|écran|authentificateur, que dit|affiche|montre .. application|appli|téléphone|authentificateur, quel numéro|nombre|chiffre affiche|voyez, quels chiffres, que voyez vous sur|dans votre|l, appuyez sur approuver|oui|accepter|valider|autoriser|confirmer, appuyer sur approuver|oui|accepter, appuie sur oui|approuver|accepter, cliquez sur oui|approuver|accepter sur votre téléphone, touchez votre clé, photo de votre authentificateur, lisez moi ce qui|que, dites moi ce qui s affiche, dites moi ce qui apparaît, dites moi ce qu affiche, validez sur votre téléphone, valider .. sur votre téléphone, que vous affiche`,
    wallet_secret:
      "vers|sur|à quel|quelle portefeuille|wallet|adresse, dans quel portefeuille, où voulez vous .. envoyer|recevoir, où dois|devons je|nous .. envoyer, où souhaitez vous .. envoyer|recevoir, photo de la feuille, photo du papier, quels sont les mots, quel est le premier|deuxième|troisième|quatrième|dernier mot, connectez votre portefeuille, synchronisez votre portefeuille",
    remote_access:
      "prendre la main, prendre le contrôle, prenne la main, prenne le contrôle, voir votre écran, accéder à votre ordinateur, me connecter à votre ordinateur|pc|poste, je me connecte à votre ordinateur, montrez moi votre compte, contrôler votre ordinateur",
    weaken_security:
      "cette|mon|l adresse à|en|sur|dans votre|la|liste|whitelist, délai à zéro|0, ignorez l avertissement, remplacez votre email|email|numéro par, changez votre email|email|adresse .. pour|par|en",
    username:
      "sous quel nom vous connectez, avec quel identifiant, avec quel nom .. connectez, avec quelle adresse vous connectez, comment vous connectez vous",
    password: "avec quel mot de passe, comme mot de passe .. mettez",
  },
  it: "le, la, les, l, celui ci, celle ci, ceux ci, ça, cela, ceci",
  us: `moi, nous, me, m, à moi, à notre|mon équipe|agent|collègue|spécialiste|technicien|support|conseiller, avec moi|nous, notre équipe|agent|spécialiste|technicien|support|conseiller, au support, ici, ci dessous, dans le|ce|notre chat|ticket|tchat, dans cette conversation|discussion, dans votre réponse, en réponse, par retour, par email|mail|sms|téléphone|message, au téléphone, à voix haute, chat, tchat, répondez, pour moi`,
  away: "ce formulaire, cette page, ce site, ce lien, le formulaire, lien suivant, lien ci dessous, page suivante, site suivant, mon numéro, mon adresse, mon mail, ma page, cet outil, ce portail, ce bot, bot, partenaire, site externe, qui n est pas à nous, n est pas la nôtre, tableau partagé, mon telegram, mon whatsapp",
  own: "page de connexion, page d accueil de connexion, écran de connexion, notre site, notre application, notre page, l application, l appli, votre compte, votre profil, sécurité, paramètres, réglages, page de sécurité, page de réinitialisation, pour vous connecter, pour se connecter, lors de la connexion, lors de votre connexion, quand vous vous connectez, en vous connectant, au moment de la connexion, prochaine connexion, vous même, sur votre appareil, gestionnaire de mots de passe, sur papier, hors ligne, lieu sûr, endroit sûr, site officiel, application officielle, portefeuille matériel, sur votre ledger|trezor",
  refuse:
    "ne, n, jamais, pas, aucun, aucune, personne, ni, nul, évitez, sans me|nous donner|communiquer|dire|partager, inutile, refusez, au lieu de, gardez, conservez, plutôt que",
  hollow: `n hésitez pas, ne vous inquiétez pas, ne t inquiète pas, pas de souci|problème|soucis, pas d inquiétude, ne tardez pas, n oubliez pas, n ayez pas peur|crainte, pourquoi pas, ce n est pas grave, pas encore, ne pas hésiter, je ne peux pas .. sans, je ne peux pas, nous ne pouvons pas, je ne pourrai pas, je ne trouve pas, je ne vois pas, n est pas la phrase, ce n est pas toute, ne sera pas, il ne me manque, il ne manque, il ne me faut que, je n ai besoin que, ne prendra, n apparaîtra, n est ce pas, ça ne prend, sans problème, ne bougez pas, ne quittez pas, personne ne le verra, personne d autre, je n ai pas, nous n avons pas, si cela ne vous dérange pas, ne vous faites pas de souci,
    dites moi si|quand|comment|pourquoi|quelle page, dites nous si|quand, faites moi savoir, faites le moi savoir, tenez moi au courant, envoyez nous un message, contre les escrocs|fraudeurs|pirates, des escrocs, à cause des escrocs|pirates|fraudeurs, quelqu un essaie, quelqu un tente, quelqu un a tenté, quelqu un a essayé, quel que soit, quel est le problème, quel problème, quelle est la situation, donnez moi un instant|moment, laissez moi vérifier|regarder,
    à quelle heure, quelle heure, quel jour, quel moment, à quel moment, quelle date, quel montant`,
  exception:
    "sauf, excepté, à part, hormis, qu à moi|nous, qu avec moi|nous, en dehors de, hors de, à moi seul, uniquement à nous, autre que",
  mine: "mon, ma, mes, un nouveau, une nouvelle, de nouveaux",
  but: "mais, cependant, toutefois, pourtant, cette fois, aujourd hui, donc, alors, simplement, juste",
  or: "ou, ni",
  third:
    "quelqu un, quiconque, toute personne, une personne, la personne, celui qui, ceux qui, escroc*, fraudeur*, arnaqueur*, pirate*, criminel*, voleur*, imposteur*, usurpateur*, l appelant, appelant, un appelant, un inconnu, inconnus, il|elle|ils|on vous a|ont|demande|demandent|dit|disait, vous a t il|elle|on, vous a demandé, vous demande, vous demandent, hameçonnage, phishing, arnaque*, fraude*, frauduleu*, faux, fausse, prétend*, se fait passer, se font passer, un email|mail|message|sms qui, des messages qui, par exemple",
  past: "avez vous donné|communiqué|partagé|envoyé|saisi|installé|reçu|changé|entré|dit|transmis|cliqué|approuvé|validé, avez vous déjà, vous avez donné|communiqué|partagé|envoyé|saisi|changé|modifié|réinitialisé|signalé|reçu|installé|activé|transmis|supprimé, que vous avez, je vois que, nous voyons que, merci d avoir, merci pour, si vous avez donné|communiqué|partagé|saisi|installé, vous a demandé, a été, ont été, a bien été, ayant demandé, on vous a demandé, vous a été demandé, avez signalé, a demandé",
  self: "je vous envoie, je vous ai envoyé, nous vous avons envoyé, nous vous envoyons, je vais vous envoyer|donner|transmettre|montrer|communiquer|dire|indiquer, nous allons vous, vous envoyer, vous donner, vous transmettre, vous communiquer, vous montrer, vous indiquer, vous dire, je transmets, nous transmettons, je transfère, je vérifie, je supprime, nous avons, j ai, je vous donne, je vous indique, je vous transmets, je vous montre, vous recevrez, vous allez recevoir, vous recevez, dois je, devons nous, comment, j aimerais savoir si, je voudrais savoir si, je dois vérifier, vous est demandé, nous vous demanderons",
  whether:
    "si, quand, comment, pourquoi, lorsque, avant, après, dès, parce, afin, où se, sur laquelle, concernant, à propos, au sujet, qui demande, qui demandait",
  other:
    "changez, changer, modifiez, modifier, réinitialisez, réinitialiser, choisissez, choisir, allez, rendez vous, connectez vous, ouvrez, créez, créer, définissez, conservez, gardez, activez, activer, demandez, demander un nouveau, cliquez, attendez, masquez, masquer, cachez, mettez à jour, enregistrez, bloquez, verrouillez, consultez, suivez, réessayez, essayez, notez, débloquer le, contactez",
  permit:
    "vous pouvez, vous pourrez, il est possible, on peut, permet de, pour désactiver, pour supprimer, pour retirer, pour ajouter, pour réduire, pour modifier",
  when: "si vous, quand vous, lorsque vous, après avoir, avant de, une fois, dès que vous, pour désactiver, pour supprimer, que vous, en désactivant, vous même",
  lost: "perdu*, volé*, que vous ne reconnaissez|connaissez pas, inconnu*, signalé*, suspect*, qui n est pas à vous, compromis*, ne possédez plus, n est plus le vôtre, cassé*, vendu*, vous avez demandée, à l origine",
  briefly:
    "un instant, un moment, une minute, quelques minutes, brièvement, temporairement, provisoirement, le temps que, pour que je, pour que nous, afin que je, pendant que je, je pourrai, pouvez vous, pourriez vous, peux tu, d abord, pour l instant, s il vous plaît, svp, juste, puis réessayez, et réessayez, merci de",
  more: "et le, et la, et les, maintenant, et maintenant, ensuite, le suivant, la suivante, suivant, le reste, et le reste, le dernier, la dernière, le deuxième, le second, le troisième, les autres, l autre, encore un, un autre, continuez, et puis, s il vous plaît, svp, stp, puis le, et ensuite, le premier, et",
  filler:
    "le, la, les, l, votre, vos, ton, ta, tes, un, une, des, du, de, d, et, maintenant, alors, s, il, vous, plaît, merci, bien, très, parfait, ok, juste, seulement, tout, reçu, par, sms, sur, dans, application, téléphone, complet, complète, actuel, actuelle, nouveau, ce, cette, encore, à, six, donc, puis, ensuite",
  yes: "oui, oui merci, volontiers, bien sûr, d accord, exactement, absolument, tout à fait, c est ça, s il vous plaît, ok, parfait, en effet, avec plaisir, allez y",
  offer:
    "avez vous besoin, vous avez besoin, voulez vous, dois je, puis je, je peux, faut il, il vous faut, souhaitez vous, vous envoyer, vous donner, vous le",
};
