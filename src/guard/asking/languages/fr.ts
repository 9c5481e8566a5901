import type { Language } from "../language.ts";

export const french: Language = {
  tag: "fr",
  words: `
common: le, la, les, l, un, une, des, du, de, d, et, ou, est, sont, je, j, vous, nous, tu, il, elle, on, votre, vos,
  notre, nos, ton, ta, tes, mon, ma, mes, ce, cette, ces, c, qui, que, qu, quel, quelle, pour, par, pas, ne, n, plus,
  dans, sur, avec, sans, en, au, aux, à, a, ai, avez, avons, merci, bonjour, s, si, plaît, y, se, ici, là, tout, bien,
  puis, encore, pouvez, pourriez, peux, peut, faut, compte, me, moi, m, te, lui, leur, mais
i: je, j
we: nous, on
you: vous, tu, te
your: votre, vos, ton, ta, tes, vôtre
me: me, m, moi, nous, à moi, pour moi, avec moi, à nous
my: mon, ma, mes, notre, nos
he: il, elle, ils, lui, cet homme, ce monsieur, le type
someone: quelqu un, quiconque, autrui, inconnu*, celui qui, les gens
nobody: personne, aucun de nos, aucun conseiller, nul
it: le, la, les, l, ça, cela, ce, celui, celle, y, en
not: ne, n, pas, non, ni, aucun, aucune, point
never: jamais, en aucun cas, nulle part
nothing: rien, inutile, pas besoin, pas nécessaire, ne sert à rien
without: sans, sinon, à défaut, tant que, jusqu à, faute de, à moins
only: seulement, uniquement, juste, simplement, seul, que
please: s il vous plaît, svp, stp, s il te plaît, veuillez, merci de, je vous prie, ayez la gentillesse,
  auriez vous l amabilité, soyez gentil
canyou: pouvez vous, pourriez vous, voulez vous, pourrais tu, peux tu, vous pouvez, puis je, pourrais je,
  est ce que je peux, peut on, auriez vous, on peut, si on, vous me, tu me, me la, voudriez vous
must: doit, doivent, devez, devrez, faut, faudra, faudrait, nécessaire*, requis*, obligatoire*, exige*, est à, être,
  serait, devra
ineed: j ai besoin, il me faut, il me faudrait, j aurais besoin, je voudrais, j aimerais, il nous faut,
  nous avons besoin, me manque, je veux, je souhaite, j attends, il me la faut, il me le faut, je suis preneur,
  me serait utile, me permettrait, besoin de votre, je vous demande, j en ai besoin
need: besoin, faut, veux, voulez, souhait*
thanks: merci, bravo, désolé*, parfait, très bien, bien joué, tant mieux, navré, excusez
willdo: j ai, nous avons, je vais, je peux, nous pouvons, je vous envoie, je vois, je regarde
sothat: pour que je, afin que je, que je puisse, je pourrai, comme ça je, ainsi je, pour vous, à votre place,
  de mon côté, de notre côté, et je, je m occupe, je règle, pour que nous, afin de, histoire de, le temps que,
  pendant que je, avant que je, je dois, je remettrai, on gagnera, pour moi
send: envo*, transmet*, donn*, fourni*, communiqu*, transf*, fai* suivre, faire suivre, suivre, remet*, partag*, gliss*,
  balanc*, livr*, soumet*, renvo*, parvenir, divulgu*, révél*, fax*, passez*, passer, passe moi, passe le moi, confiez*,
  confier, me confie*, filez*, file moi, glissez, glisse, expédi*, achemin*, faire parvenir, faites parvenir, déposez,
  dépose, laissez moi, faxez, faxer
tell: dit*, dire, dis, indiqu*, nomm*, précis*, quel est, quelle est, c est quoi, c est lequel, rappel*, inform*,
  annonc*, que disait, que dit, qu est ce qui est écrit, il dit quoi, divulgu*, mentionn*, énonc*, dictez*
read: lis, dict*, épel*, répét*, énonc*, à voix haute, lettre par lettre, relis*, lire, lisez*, lit, lu, lue
show: montr*, photo*, capture*, scan*, film*, vidéo, image, caméra, photographi*, recopie d écran, miroir, filmez,
  devant la caméra
type: tap*, saisi*, entr*, écri*, inscri*, rempli*, renseign*, mett*, mets, recopi*, report*, notez*, noter, note moi,
  notes
paste: col*, copi*, téléverse*, joi*, pièce jointe, annex*, upload*, attach*
reply: répond*, répons*, retour
press: appuy*, cliqu*, touch*, choisi*, sélectionn*, doigt, puls*, press*
approve: valid*, approuv*, accept*, autoris*, confirm*, permet*, oui, c est moi, c était bien moi, laiss* passer,
  agrément, agré*, faites confiance, faire confiance
reject: refus*, rejet*, raccroch*, ce n était pas moi, déclin*, n approuvez
install: install*, télécharg*, lanc*, exécut*, mettre sur
uninstall: désinstall*, supprimez anydesk, enlevez teamviewer
open: ouvr*, ouvert, démarr*, allez sur, rendez vous, connectez vous, visit*, bascul*
connect: prendre la main, prenne la main, main sur, contrôl*, accéder, connecte à, regarder votre, à distance,
  voir votre
turnoff: désactiv*, coup*, étei*, enlev*, lev*, suspend*, retir*, saut*, contourn*, débloqu*, déverrouill*, arrêt*,
  au gris, ôt*, laissez de côté, laisser de côté, mettez en pause, désarm*
turnon: activ*, réactiv*, allum*, actif*, active, activée, remet* en marche
remove: supprim*, retir*, enlev*, effac*, dissoci*, déconnect*, révoqu*
add: ajout*, whitelist*, enregistr*, inscri*, mett* .. liste, intègr*
raise: augment*, hauss*, mont*, relev*, réduis*, rédui*, raccourci*, baiss*, abaiss*, diminu*, zéro, maximum, au plus,
  baissez, baisser, abaissez, abaisser, réduisez, au maximum
ignore: ignor*, pass* outre, ferm* l avertissement, n y prêtez, ne tenez pas compte, laissez tomber
lie: dites à votre banque, si la banque, répondez non, n en parlez, entre nous, banque appelle, dites que c est,
  dites que vous, personne ne vous a demandé, service fraude
change: chang*, modifi*, remplac*, renouvel*, nouveau, nouvelle
reset: réinitialis*, oubli*, restaur*, récupér*, rétabl*
create: créez, créer, choisi*, défini*, génér*, invent*, configur*
keep: gard*, conserv*, rang*, papier, tiroir, lieu sûr, secret, à l abri, coffre fort, loin des regards, cach*, imprim*
protect: protég*, protection, sécurité, contre, plus sûr, lieu sûr, sûre
check: vérifi*, contrôl*, regard*, consult*, compar*, examin*, assur*
wait: attend*, patient*, expir*, valable*, valide, minutes, heures, secondes, jours, jusqu à, vendredi, lundi, mardi,
  jeudi, mercredi, fin
try: essay*, réessay*, à nouveau, de nouveau, redemand*, demandez un nouveau, encore
lockacct: bloqu*, verrouill*, gel*, bloqué
describe: décri*, expliqu*, racont*, que se passe, avec des mots, par écrit
fresh: nouveau, nouvel, neuf, nouveau*, nouvel*, nouvelle*, neuf*, neuve*
password: mot de passe, mots de passe, mdp, mot passe, code confidentiel, code secret, nip, sésame, identifiants,
  code d accès, passe
username: identifiant, nom d utilisateur, nom d usager, pseudo, login, identifiant de connexion, sous quel nom,
  code utilisateur, premier champ, pseudonyme*, surnom
code: code, codes, otp, jeton, chiffres, usage unique, code reçu
sms: sms, texto*, message
auth: authentificat*, authenticator, 2fa, a2f, double authentification, deux facteurs, deux étapes, double facteur,
  clé de configuration
backup: code* de secours, code* de récupération, code* de sauvegarde
qr: qr
seed: phrase*, récupération, seed, douze mots, 24 mots, mnémo*, graine
word: mot, mots
privkey: clé privée, clés privées, clef privée, keystore
wallet: portefeuille*, wallet, ledger, trezor, metamask
address: adresse*, où dois, où voulez, vers quel
master: maître*, maîtresse, coffre*, kit d urgence, emergency kit, secret key, clé principale, mot de passe principal
device: appareil*, ordinateur*, téléphone*, tablette*, navigateur, terminal, poste, pc, portable
devmail: nouvel appareil, nouveau poste, nouveau terminal, nouvelle connexion, alerte de connexion, lien de validation,
  lien d approbation, validation d appareil, connexion inhabituelle
link: lien*, url, bouton, boutons
mail: mail*, courriel*, email*, boîte, messagerie
screen: écran*, bureau, visio, zoom, teams, partage d écran
remotetool: anydesk, teamviewer, rustdesk, quick assist, utilitaire, logiciel, programme, apk, assistance, extension,
  script, outil, prise en main
page: page, site, formulaire, champ, case, appli*, application, paramètres, réglages, profil
ownpage: notre site, notre page, page de connexion, notre application, dans sécurité, dans l appli, dans l application,
  officiel*, vous même, paramètres
limit: limite*, plafond*
lock: verrou*, verrouillage, blocage
waiting: délai*, attente, 24 heures, 72 heures, 24 h
warning: avertissement*, alerte*, antivirus, pare feu, bandeau, anti hameçonnage
whitelist: liste blanche, carnet, bénéficiaire*, destinataire*, de confiance, whitelist,
  liste des adresses, adresses autorisées
prompt: notif*, pop up, montre, clé de sécurité, yubikey, sécuripass, clignote, push, la demande, une demande,
  cette demande
number: numéro*, nombre*, chiffre*, caractères, lettres, suite
first: premier*, première*, dernier*, dernière*, deuxième, troisième, moitié, un de, un des, prochain
now: maintenant, vite, tout de suite, immédiatement, rapidement, dès que, sans tarder, à l instant
past: avez, ai, était, étaient, a été, ont été, hier, déjà, aviez, avait
did: avez changé, avez saisi, avez approuvé, avez reçu, avez envoyé, avez signalé, avez supprimé, avez donné,
  avez ajouté, avez fait, été changé*, été saisi*, été approuvé*, été envoyé*, été signalé*, été supprimé*, été ajouté*,
  a été, ont été, été retiré*, est arrivé*, a reçu, a donné, a changé, avait
here: ici, ci dessous, dans le chat, chat, tchat, conversation, ticket, cette fenêtre, dedans
away: telegram, whatsapp, signal, gmail, google, <link>, <mail>, <handle>, fax
scammer: escroc*, fraud*, voleur*, pirate*, arnaqu*, intrus*, imposteur*, appelant, malfaiteur*, hameçonnage, faux,
  fausse
says: dit, disait, demande, demandait, a demandé, prétend*, exigeait, voulait, écrit
staff: conseill*, agent*, collègue*, équipe, support, technicien*, service, spécialiste, superviseur, employé*
if: si, au cas où, lorsque
when: quand, lorsque, après, avant, pendant, à chaque, une fois, dès que
why: pourquoi, parce, car, comment, puisque, c est pour, à cause
what: quel*, quelle*, que, qu, quoi, lequel, laquelle, ce que, ce qui
question: avez vous, est ce, êtes vous, est il, a t il, avez
ask: réclam*, exig*, demand*
txid: transaction*, hash, référence*, réservation*, reçu de, facture, numéro de dossier, numéro de ticket
error: erreur*, bug, message d erreur
public: public*, id de compte, numéro de client
other: code postal, promo*, réduction, indicatif, iban, swift, code d erreur, bic
amount: montant*, date, combien, réseau, banque, devise
money: rembours*, virement*, paiement*, argent, fonds, dépôt*, retrait*, bitcoin, usdt
problem: problème*, panne, retard*, souci, horloge, automatique*
sorry: désolé, malheureusement, hélas, navré, regrett*
enough: suffi*, suffira, c est tout, me convient, utile
proof: vérification, identité, preuve, procédure, contrôle, protocole, comparer
signin: pseudo, pseudonyme, identifiant client, nom de compte, numéro d adhérent, première case, premier champ,
  case du haut, champ du haut, sous quel nom, login, alias, nom d usager, code d utilisateur, code utilisateur,
  code d usager, nom .. vous connectez|identifiez
secret: mdp, sésame, code confidentiel, code secret, code d accès, nip, deuxième case, second champ, case du dessous,
  en dessous, vos accès, question secrète|de sécurité, réponse secrète, nom de jeune fille, mots de passe,
  mot de passe*, passe
factor: nip, jeton, qr, carré noir et blanc, code temporaire, code éphémère, codes de secours, codes de sauvegarde,
  codes de récupération, chiffres, suite de caractères, suite de chiffres, sécuripass, clé numérique, texto,
  code à usage unique, usage unique, six chiffres, 6 chiffres, clé secrète, clé de configuration, clignote, otp, sms
newdevice: mail|courriel|message .. appareil, mail|courriel|message .. terminal, mail|courriel|message .. poste,
  mail|courriel|message .. connexion, nouvel appareil, nouveau terminal, nouveau poste, nouvelle connexion,
  c était bien moi, ce n était pas moi, alerte de connexion, courriel d agrément, courriel de validation,
  lien de confirmation, confirmation d appareil, connexion inhabituelle, appareil inconnu,
  approuver la tablette|l ordinateur|l appareil|le téléphone, mail d autorisation
coinsecret: mots secrets, mots de passe du portefeuille, liste de mots, vos 24 mots, feuille de sauvegarde, plaque,
  carte ledger, clef privée, clefs privées, fichier keystore, keystore*, fichier json, adresse 0x, adresse crypto,
  adresse de dépôt|retrait|réception, premier mot, dernier mot, chaque mot, mots du portefeuille, phrase de sauvegarde,
  phrase de restauration, seed*, adresse btc|usdt|eth, plaque en acier
vaultkey: phrase maître, mot de passe maître, coffre, coffre fort, kit d urgence, emergency kit, secret key,
  clé du coffre, passe partout, 1password, bitwarden, mot de passe principal
protection: deux étapes, double facteur, double authentification, validation en deux|2 étapes, limite*, plafond*,
  verrou*, délai*, attente, 72 heures, 24 heures, 24 h, 72 h, alerte*, avertissement*, bandeau, message rouge, écran
  rouge, liste blanche, bénéficiaire*, carnet d adresses, appareils de confiance, appareils, ancien téléphone, sources
  inconnues, antivirus, destinataire*, votre banque demande|appelle, si la banque, niveau de sécurité, niveau de
  protection, verrou de retrait, e mails de connexion, délai d attente
remotely: partage d écran, écran, prise en main, main sur, prendre la main, à distance, utilitaire*, petit logiciel,
  petit programme, apk, extension, module, powershell, script, terminal, filmez, filmer, vidéo, enregistrez l écran,
  teams, meet, webex, visio, souris, rustdesk, quick assist, assistance rapide, diagnostic, administrateur,
  contrôle à distance, votre bureau, recopie d écran, miroir, numéro de session, aide à distance
nod: notif, notifs, montre, duo, bouton vert, oui c est moi, c est bien moi, accepter, yubikey
criminal: intrus*, escroc*, malfrat*, voleur*, brouteur*, le type, ce type, cet homme, ce monsieur, faux conseiller,
  usurpat*
yes: oui, ouais, bien sûr, d accord, si si, volontiers, absolument, évidemment, bien entendu
awhile: temporaire*, provisoire*, le temps de, le temps que, un moment, un instant, une minute, dix minutes,
  pour l instant, en attendant, pendant que, cette nuit, jusqu à ce que, momentanément, remettre ensuite, remettrez,
  réactiverez, après coup, quelques minutes, une petite heure
thistime: cette fois, aujourd hui, pour une fois, exception*, exceptionnellement, cas particulier, normalement,
  d habitude, en principe, d ordinaire, mais, cependant, toutefois, heureusement
reported: signalé*, déclaré*, volé*, perdu*, perte, vendu*, dérobé*, égaré*
unknown: inconnu*, ne reconnaissez pas, ne connaissez pas, suspect*, pas à vous, pas le vôtre, étrange*, pas vous
passkey: clé d accès, clés d accès, clé de sécurité, clé physique, passkey*, yubikey*, empreinte*, biométri*, face id,
  fido, clé usb
listing: liste, listes, entrée*, ligne, colonne
see: voir, vois, voit, voyez, vu, vue, visible*, regard*, coup d œil, aperçois
paper: papier*, feuille*, fiche*, carte*, carton*, plaque*, métal*, acier, imprim*, enveloppe*, tiroir*, carnet*,
  gravé*, dos
file: fichier*, json, pdf, export*, zip, pièce jointe
knob: interrupteur*, curseur*, case*, coche*, cocher, décoche*, bascule*, menu*, option*, onglet*, cadenas, réglage*,
  paramètre*, bouton
extreme: zéro, maximum, au max, à fond, million, aucun*, minimum, le plus haut, le plus bas, illimité*, tout en haut,
  toutes les adresses, toute adresse, n importe quelle adresse, basique
old: ancien*, vieux, vieil*, vieille*, précédent*, actuel*, dernier*, dernière*
bank: banque*, police, gendarmerie, impôts, agence*, banquier*
account: compte*, profil*, solde*, portefeuille titres
pretext: système*, serveur*, migration*, technicien*, technique*, test*, audit*, vérification*, contrôle*, synchro*,
  répar*, maintenance*, mise à jour, de mon côté, de notre côté, chez nous, service fraude, formulaire*, manip*,
  débloqu*, traite*, rapproch*, avancer, intervention*, import*, atelier
byitself: tout seul, toute seule, automatique*, d eux mêmes, de lui même, d elle même
whereto: vers où, destination*, quelle adresse, lequel, laquelle, lesquels, lesquelles, où est, où voulez, où dois,
  où faut, où envoy*, où arriv*, d où, par où, où sont, où va, où vont, jusqu où
count: deux, trois, quatre, cinq, six, sept, huit, dix, douze, vingt, trente, les deux
still: encore, toujours, de nouveau, à nouveau
ends: commence*, début*, finit, se termine, termine*, premières lettres, initiales, la fin
reassure: entre nous, je l efface, j efface, supprime ensuite, personne d autre, promis, promets, faites moi confiance,
  confiance, pas d inquiétude, ne vous inquiétez, soyez tranquille, tranquille*, confidentiel*, ne risquez rien,
  sans danger, sécurisé*, chiffrement, bout en bout, est chiffré
impossible: pas possible, impossible, n est pas permis, pas le droit, personne ne peut, ne pouvons pas, ne peux pas,
  ne peut pas, pas besoin, inutile, n ai pas besoin, n avons pas besoin, n est pas nécessaire, ne sert à rien,
  même nous, ni vous ni, pas utile
call: appel*, appelé*, rappel*, au bout du fil, en ligne, raccroch*, téléphonez, téléphoné, au téléphone, par téléphone,
  coup de téléphone
leaveit: laissez, laisse*, gardez, garde*, reste*, restent, conservez, tel quel
login: connexion*, connect*, se connecter, login, identification, session*, entrer dans
finish: terminé*, fini*, prêt*, c est bon, c est fait, réglé*, achevé*, voilà
name: nom, noms, pseudo*, prénom*, appelle
nowhere: nulle part, nulle part ailleurs, personne d autre, rien d autre, ailleurs
whole: tout, toute, toutes, tous, entier*, entière*, complet*, complète*, intégral*, l ensemble
appear: apparaî*, apparaitr*, s affiche*, surgi*, va s ouvrir, va sortir, saute*
arrive: arrive*, arrivé*, recevez, recevoir, reçoit, tombé*, tombe, vient de, venez de, parvenu*, reçu, reçue, reçus,
  reçues
proceed: continuer, continuez, poursuiv*, passez outre, avancez, quand même, suivant
fine: c est normal, normal*, en ordre, tout va bien, pas de souci, aucune raison, c est bon, parfait*, très bien,
  rien à faire, d accord
have: avez vous, vous avez, sous la main, as tu, disposez
saved: enregistré*, noté*, sauvegard*, mémoris*, écrit*, inscrit*, conservé*
document: facture*, justificatif*, passeport*, relevé*, pièce d identité, naissance*, documents, courrier*, colis,
  attestation*, lettre*, un reçu, le reçu, reçu de, permis, selfie*, fiche de paie, kbis, recto, verso
date: demain, lundi*, mardi*, mercredi*, jeudi*, vendredi*, samedi*, dimanche*, janvier, février, mars, avril, mai,
  juin, juillet, août, septembre, octobre, novembre, décembre, matin*, midi, minuit, soir*
letin: laissez moi, laissez passer, laissez le, laissez entrer, je me connecte, je rentre, j entre, faire rentrer,
  me laisser entrer, je peux entrer, connecter à votre place
own: le vôtre, la vôtre, à vous, propre*, les vôtres
screenshot: capture, captures, copie d écran, impression écran
`,
};
