import type { SharedLists } from "../lexicon.ts";

/** What is said alike in many languages; it counts in each of them. */
export const shared: SharedLists = {
  items: {
    username: "username, login name, loginname",
    password: "pw, password, passwort, passwd, pwd, pswd, passw",
    two_factor_code: `otp, totp, 2fa code|codes, mfa code|codes, 2fa, pin, tan, google authenticator code,
      backup code|codes, backupcode*, 2fa|mfa token, qr code, totp secret, authenticator secret, otp code`,
    wallet_secret: `seed, seed phrase*, seedphrase*, mnemonic, keystore, private key*, privkey, xprv, wif,
      recovery phrase*, secret phrase*, passphrase*, json keystore, bip39`,
    master_key: "master key*, masterkey*",
  },
  thing: `promo code*, promocode*, zip code, error code, qr code scanner, txid, tx id, transaction id, transaction hash, tx hash,
    hash, screenshot*, screen shot, ticket*, url, passport, selfie, iban, feedback, pdf, pin code of your parcel, swift code, bic, swift`,
  remote: `anydesk, any desk, teamviewer, team viewer, rustdesk, ultraviewer, quick assist, quickassist, chrome remote desktop,
    remote desktop, remote control, supremo, logmein, screenconnect, connectwise, ammyy, aweray, airdroid, zoho assist,
    screen share|sharing, screenshare, splashtop, iperius, getscreen, hoptodesk, dwservice`,
  protection:
    "2fa, mfa, two factor, totp, passkey*, firewall, antivirus, windows defender, gsl, whitelist, allowlist, face id",
  prompt: "prompt, push, popup, pop up",
  us: "chat",
  away: `<link>, <handle>, telegram, whatsapp, signal, discord, wechat, viber, google form*, google docs, gmail, dm, skype, sms,
    facebook, messenger, instagram, snapchat, imessage, line id, kakaotalk`,
  own: "<own>",
  address: `address*, adress*, *adresse, *adressen, dirección*, endereço*, indirizz*, adres*, *adres, адрес*, 주소, アドレス, 地址, wallet*, *wallet,
    portefeuille*, billetera*, monedero*, cartera*, carteira*, portafoglio*, portemonnee, cüzdan*, кошел*, 지갑, ウォレット, 钱包`,
};
