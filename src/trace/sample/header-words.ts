import { type Meaning, meaningOf } from "./meaning.ts";
import { bareWords } from "./plain.ts";

/** What columns are called in English, German, French, Spanish, Portuguese and Italian, without accents. */
const called: Readonly<Record<string, string>> = {
  name: `name, full name, fullname, client name, account holder, holder, display name, realname, real name, voller name, vor und nachname, vorname nachname, kontoinhaber, inhaber,
    nom complet, nom et prenom, nom prenom, titulaire, nombre completo, nombre y apellidos, nombre y apellido, titular, nome completo, nome e cognome,
    nome cognome, intestatario, nominativo`,
  "name.first": `first name, firstname, fname, name first, first, given name, givenname, given names, forename, vorname, prenom, nombre, nombres, nome, primeiro nome`,
  "name.last": `last name, lastname, lname, name last, last, surname, family name, familyname, nachname, familienname, zuname, nom, nom de famille, apellido, apellidos,
    sobrenome, apelido, cognome`,
  email: `email, e mail, mail, emails, email address, email addresses, e mail address, mail address, emailaddress, mailadresse, e mail adresse, email adresse, courriel,
    adresse mail, adresse email, adresse e mail, correo, correo electronico, direccion de correo, endereco de email, correio eletronico, correio,
    posta elettronica, indirizzo email, indirizzo e mail, indirizzo mail`,
  phone: `phone, phones, tel, telephone, phone number, phonenumber, phone no, tel no, mobile, mobile number, mobile phone, cell, cell phone, cellphone, msisdn,
    contact number, telefon, telefonnummer, rufnummer, handy, handynummer, mobil, mobilnummer, mobiltelefon, telefono, telefon nr, numero de telephone,
    portable, numero de portable, gsm, movil, celular, numero de telefono, telefone, numero de telefone, telemovel, cellulare, numero di telefono, recapito`,
  address: `address, addr, full address, postal address, home address, residential address, mailing address, adresse, anschrift, postanschrift, wohnadresse,
    adresse postale, domicile, direccion, domicilio, direccion postal, endereco, morada, indirizzo, residenza`,
  "address.words": `street, street address, address line, address line 1, address line 2, address line1, address line2, street address line1, address1, address2, line1, line2, address 1, address 2, addr 1, addr 2, city, town, state, province, region,
    county, postcode, post code, postal code, zip, zip code, zipcode, strasse, str, strasse und hausnummer, hausnummer, ort, stadt, wohnort, plz, postleitzahl,
    bundesland, rue, ville, code postal, cp, commune, calle, ciudad, localidad, poblacion, provincia, codigo postal, cod postal, rua, cidade, cep, estado, via, citta,
    comune, cap, codice postale`,
  date_of_birth: `dob, d o b, birth, birthday, birthdate, birth date, date of birth, born, birthdt, geburtsdatum, geb datum, gebdatum, geburtstag, geb, geboren,
    date de naissance, naissance, ddn, ne le, fecha de nacimiento, nacimiento, fecha nacimiento, f nacimiento, data de nascimento, nascimento,
    data nascimento, data di nascita, nascita, data nascita, nato il`,
  nationality: `nationality, citizenship, nationalitat, staatsangehorigkeit, staatsburgerschaft, nationalite, nacionalidad, nacionalidade, nazionalita, cittadinanza`,
  id_number: `id number, idnumber, id no, national id, national id number, identity number, passport, passport number, passport no, document, document number,
    document no, doc number, doc no, id document, id card, id card number, driver license, drivers license, driving licence, ausweis, ausweisnummer,
    ausweisnr, personalausweis, passnummer, reisepass, piece d identite, numero de piece, numero de passeport, passeport, cni, dni, nie, nif,
    documento, gov id, government id, govt id, id doc, kyc id, identification, personal id, numero de documento, pasaporte, numero de pasaporte, bi, cartao de cidadao, passaporte, rg, carta d identita, numero documento, passaporto`,
  bank_last_four: `last 4, last four, last4, last 4 digits, last four digits, last digits, bank last four, bank last 4, card last 4, card last four, last4 card, cc last4, acct last 4,
    account last 4, account last four, iban last 4, letzte 4, letzte vier, letzte vier ziffern, letzte 4 ziffern, 4 derniers chiffres, quatre derniers chiffres,
    derniers chiffres, ultimos 4, ultimos 4 digitos, ultimos cuatro, ultimos quatro, ultimos digitos, ultime 4, ultime 4 cifre, ultime quattro cifre`,
  balance: `balance, account balance, current balance, total balance, portfolio value, amount, funds, saldo, kontostand, guthaben, solde, montant, saldo actual,
    importe, valor, saldo atual, importo, saldo attuale, bal, acct balance, acct bal, usd balance, eur balance, balance usd, balance eur`,
  holdings_tier: `holdings tier, holdings, tier, vip tier, client tier, stufe, palier, nivel, livello, fascia`,
  flags: `flags, flag, risk flag, risk flags, labels, alerts, kennzeichen, hinweise, signalements, alertas, segnalazioni`,
  account: `account, acct, account id, accountid, public id, public account id, account no, account number, acct no, acct number, konto, kontonummer, konto nr,
    konto id, compte, numero de compte, id compte, cuenta, numero de cuenta, id de cuenta, conta, numero da conta, conto, numero conto, id conto`,
  reference: `id, uid, uuid, user id, userid, client id, clientid, customer id, customerid, cust id, customer no, customer number, client no, client number, ref,
    reference, external id, core id, crm id, kunden id, kundennummer, kundennr, kunden nr, kdnr, id client, numero client, numero de client, id usuario,
    id cliente, numero de cliente, numero cliente, codice cliente`,
  "foreign.password": `password, passwd, pass, pwd, pw, passwort, kennwort, mot de passe, mdp, contrasena, clave, senha, parola d ordine, password hash, passhash, hash, hashed password, salt`,
  "foreign.seed": `seed, seed phrase, seedphrase, recovery phrase, recovery words, mnemonic, backup phrase, secret phrase, 12 words, 24 words, phrase de recuperation,
    frase semilla, frase de recuperacion, frase semente, frase di recupero, wiederherstellungsphrase`,
  "foreign.private_key": `private key, privatekey, priv key, privkey, secret key, wif, privater schlussel, cle privee, clave privada, chave privada, chiave privata, api key, api secret`,
  "foreign.pin": `pin, pin code, pincode, card pin, code pin, codigo pin, codice pin`,
  "foreign.card_code": `cvv, cvc, cvv2, cvc2, csc, security code, prufziffer, cryptogramme, codigo de seguridad, codigo de seguranca, codice di sicurezza`,
  "foreign.card": `card, card number, cardnumber, card no, credit card, creditcard, cc, ccn, cc number, pan, debit card, kreditkarte, kartennummer, carte, numero de carte,
    carte bancaire, tarjeta, numero de tarjeta, cartao, numero do cartao, carta di credito, numero carta, exp, expiry, card expiry, exp date`,
  "foreign.iban": `iban, bank, bank account, bank acct, bank account number, iban number, bankverbindung, rib, cuenta bancaria, conta bancaria, conto bancario, bic, swift, routing number, sort code`,
  "foreign.ssn": `ssn, social security, social security number, ss number, tax id, tin, itin, steuer id, steuernummer, sozialversicherungsnummer, svnr, numero de securite sociale,
    nir, numero fiscal, seguridad social, cpf, cnpj, nif fiscal, codice fiscale, partita iva, sin`,
  "foreign.selfie": `selfie, selfie url, photo, picture, portrait, kyc selfie, face, foto, lichtbild, id photo, id scan, passport scan, imagen, immagine`,
  "foreign.ip": `ip, ip address, ipaddress, ip addr, last ip, login ip, last login ip, ip adresse, adresse ip, direccion ip, endereco ip, indirizzo ip`,
  "foreign.one_time_code": `otp, totp, 2fa, 2fa secret, totp secret, mfa, mfa secret, backup code, backup codes, one time code, einmalcode, tan, sms code`,
  "foreign.security_answer": `security answer, security question, secret answer, secret question, mothers maiden name, mother s maiden name, maiden name, sicherheitsfrage, sicherheitsantwort,
    question secrete, reponse secrete, pregunta de seguridad, pergunta de seguranca, domanda di sicurezza, risposta segreta`,
  "foreign.wallet": `wallet, wallet address, btc address, eth address, crypto address, deposit address, withdrawal address, bitcoin address, wallet adresse, adresse wallet`,
  ignored: `no, nr, num, number, row, line, index, idx, lfd nr, zeile, ligne, linea, linha, riga, country, land, pays, pais, paese, country code, currency, wahrung, devise,
    moneda, moeda, valuta, gender, sex, geschlecht, sexe, sexo, sesso, language, lang, sprache, langue, idioma, lingua`,
};

/** Words that say whose a column is, not what. */
const idle =
  /^(?:client|clients|customer|user|users|kunde|kunden|cliente|usuario|utente|utilisateur|member|primary|main|current|contact|my|the|your|masked|registered|of|de|du|del|di|da|do|usd|eur|gbp|chf|kyc|url|link)$/;

const numberWords = /^(?:no|nr|number|num|nummer|numero|id|code|n)$/;

const meanings = new Map(
  Object.entries(called).flatMap(([word, names]) =>
    names
      .split(",")
      .map((name): [string, Meaning | undefined] => [
        name.trim().replace(/\s+/g, " "),
        meaningOf(word),
      ]),
  ),
);

const lettersMax = 80;

/** What a column is by its name; undefined for a name that isn't in the list. */
export function meaningOfHeader(name: string): Meaning | undefined {
  if (name.length > lettersMax) return undefined;
  const words = bareWords(name).split(" ");
  const telling = words.filter((word) => !idle.test(word) && !/^\d{1,2}$/.test(word));
  const isOnlyNumber =
    telling.length < words.length && telling.every((word) => numberWords.test(word));
  const path = name.split(/[./]/).at(-1) ?? name;
  return (
    meanings.get(words.join(" ")) ??
    (isOnlyNumber ? undefined : meanings.get(telling.join(" "))) ??
    lastFourOf(words.filter((word) => !idle.test(word))) ??
    numberOf(words, telling) ??
    (path === name ? undefined : meaningOfHeader(path))
  );
}

/** `last 4 of phone`, `phone_last4`: the end of a field; of a card or a bank account the four digits that the desk shows. */
function lastFourOf(words: readonly string[]): Meaning | undefined {
  const rest = words.filter((word) => !/^(?:last|4|four|last4|digits|of|ending|end)$/.test(word));
  if (rest.length === words.length) return undefined;
  const meaning = meanings.get(rest.join(" "));
  if (meaning?.is === "field") return { is: "field", field: meaning.field, part: "end" };
  const isBank =
    meaning?.is === "account" ||
    (meaning?.is === "foreign" && /^(?:card|iban)$/.test(meaning.what));
  return isBank ? { is: "field", field: "bank_last_four" } : meaning;
}

/** `user no`, `Kunde Nr`: whose number, and nothing else. */
function numberOf(words: readonly string[], telling: readonly string[]): Meaning | undefined {
  const isNumber = telling.every((word) => numberWords.test(word));
  if (isNumber)
    return telling.length < words.length && telling.length > 0 ? { is: "reference" } : undefined;
  return meanings.get(telling.filter((word) => !numberWords.test(word)).join(" "));
}
