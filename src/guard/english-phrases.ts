import type { NeverAskId } from "./never-ask.ts";
import { phrases } from "./phrases.ts";

/** The English phrases that the detector knows: lower case, single spaces, hyphens written as spaces. */

function list(text: string): string[] {
  return text.trim().split(/\s*,\s*/);
}

/** Every beginning with every ending: "in, into" and "the chat, your reply" are four phrases. */
function each(beginnings: string, endings: string): string[] {
  return list(beginnings).flatMap((begins) => list(endings).map((ends) => `${begins} ${ends}`));
}

const forms = each(
  "the, this, our",
  "form, support form, contact form, recovery form, complaint form, request form",
).join();
const chats = ["chat, live chat", ...each("the, this, our", "chat, live chat")].join();
const writings = [
  ...each("your", "ticket, message, reply, request, email"),
  "the ticket, a ticket, the message, an email",
].join();

/** Where a thing goes when it comes to us. */
const destinations = [
  ...each("to, with", "us, me, our, support, customer support"),
  ...each("to, with", "the agent, an agent, your agent, the specialist, your specialist"),
  ...each("to", "this email, this message"),
  ...each("for", "us, our agent, the agent"),
  ...each("in, into, on", forms),
  ...each("in, into", `${chats}, ${writings}`),
  ...each("over, on, during", "the phone, the call"),
  ...each("by", "phone, email, text, mail, chat, sms, reply"),
  "in the comments",
];

/** Says that what is given or typed goes to us. */
export const toUs = phrases([
  ...destinations,
  ...each("when", "you call, you contact, you write to us, we call, our"),
  ...list("so our, so that our, so that we, so we can, before we can help"),
]);

/** May stand inside an object, before the thing itself: "send to our agent your password". */
export const insertions = phrases([
  ...destinations,
  ...list("to live chat, for our, with your, with the, their agent, their specialist"),
]);

/** Where a secret is rightly typed: our own sign-in, the client's own devices. */
export const signIn = phrases([
  ...each("sign in", "page, screen, form, box"),
  ...list("login page, log in page, reset page, signed in page, on the security page"),
  ...list("when you sign in, when signing in, to sign in, signing in, at sign in"),
  ...list("when you log in, to log in"),
  ...each("in", "the app, our app, your app, the wallet"),
  ...each("in", "settings, your settings, your account settings, your security settings"),
  ...each("in", "your password manager, a password manager"),
  ...each("in, into", "your authenticator"),
  ...each("on", "your device, your own device, this device, your phone, your hardware wallet"),
]);

/** What each item is called. */
const itemNames: Readonly<
  Record<Exclude<NeverAskId, "remote_access" | "weaken_security">, string>
> = {
  username: "username, usernames, user name, login name, sign in name, user id and password",
  password: `
      password, passwords, passcode, passphrase, pass word, credentials, login details,
      login credentials, log in details, sign in details, sign in credentials`,
  two_factor_code: `
      two factor code, two factor codes, two factor authentication code,
      two factor authentication codes, 2fa code, 2fa codes, 2fa, one time code, one time codes,
      one time password, one time passcode, otp, authentication code, authenticator code, sms code,
      text code, security code, verification code, verification codes, login code, sign in code,
      six digit code, 6 digit code, backup code, backup codes, recovery code, recovery codes,
      bypass code, your code, the code, your codes, the codes, that code, this code, any code,
      the digits, the six digits`,
  device_approval_code: `
      device approval code, device approval codes, approval code, device approval link,
      approval link, device code, device approval email`,
  wallet_secret: `
      seed phrase, seed words, seed, recovery phrase, recovery words, secret phrase, secret words,
      12 words, 24 words, twelve words, twenty four words, mnemonic, private key, private keys,
      wallet address, wallet addresses, wallet file, wallet keys, backup phrase, keystore file`,
  master_key: "master key, master keys",
};

export const items = Object.entries(itemNames).map(([item, names]) => ({
  item: item as NeverAskId,
  names: phrases(list(names)),
}));

/** Ways into the client's computer. */
export const access = phrases([
  ...each("remote", "access, control, desktop, support"),
  ...list("anydesk, teamviewer, rustdesk, ultraviewer, quick assist, logmein"),
  ...list("screen sharing, screen share, your screen, see your screen, view your screen"),
  ...each("access to, connect to", "your computer, your device, your phone, your laptop"),
  ...each("control", "your computer, your screen, your device, your phone"),
  ...list("control of your, take over your computer"),
]);

/** What keeps an account or a computer safe. */
export const protections = phrases(
  list(`
    two factor authentication, two factor, 2fa, passkey, passkeys, authenticator, authenticator app,
    settings lock, account lock, global settings lock, gsl, master key, allowlist, whitelist,
    withdrawal hold, withdrawal lock, withdrawal limit, address hold, device approval,
    device approvals, antivirus, anti virus, firewall, windows defender, play protect,
    browser protection, security settings, security features, security, protection, protections,
    the lock, your lock, this lock, screen lock, sim lock, pgp, pgp key, account settings,
    your settings`),
);
