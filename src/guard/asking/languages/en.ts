import type { Language } from "../language.ts";

export const english: Language = {
  tag: "en",
  words: `
common: the, a, an, is, are, was, be, been, i, you, your, yours, we, our, it, its, to, of, in, on, at, and, or, for,
  with, that, this, these, those, have, has, had, do, does, did, not, no, can, could, will, would, should, may, me, my,
  us, please, if, when, what, which, who, how, there, here, from, by, as, so, but, just, then, than, up, out, now, be,
  need, get, got, so, any, some, all, see, let, don t, i m, i ll, you re, it s, thanks, thank, hi, hello, sorry,
  account, about, after, before, because, only, into
i: i, i m, i ll, i ve, i d, im, ill
we: we, we re, we ll, we ve, we d
you: you, u, you re, you ll, you ve, you d, ya
your: your, ur, yours
me: me, to me, with me, for me, us, to us, with us, for us
my: my, mine, our, ours
he: he, she, they, him, her, his, them, their, he s, she s, they re
someone: someone, somebody, anyone, anybody, whoever, a person, people, stranger*, others, who
nobody: nobody, no one, none of us, noone
it: it, that, this, these, those, that one, the one, it s, that s
not: not, don t, dont, can t, cant, cannot, won t, wont, isn t, doesn t, didn t, aren t, wasn t, couldn t, wouldn t,
  shouldn t, haven t, hasn t, no, neither, nor, needn t, mustn t
never: never, ever, at no point, under no circumstances
nothing: nothing, no need, no use, needless, unnecessary
without: without, unless, until i, until we, otherwise, or else
only: only, just, merely, solely, simply
please: please, pls, plz, kindly, be so kind, would you mind, mind, be a star, be a dear, ta, thanks in advance
canyou: can you, could you, would you, will you, are you able, shall we, let s, how about, why don t you, could i,
  may i, can i, might i, would it be, is it ok|okay
must: must, have to, has to, need to, needs to, required, require*, necessary, mandatory, obliged, should, ought,
  supposed to, be required, is needed, are needed, got to, gotta
ineed: i need, we need, i ll need, we ll need, i d need, i m after, i m missing, i m going to need, i require,
  we require, i want, i d like, we d like, i d love, i m waiting for, need from you, i could do with, i have to have,
  we must have, still missing, still need, asking for, ask you for, ask for
need: need, needed, needs, want, wants, wanted, like
thanks: thanks, thank you, sorry, apologies, apologise, afraid, glad, great, well done, good, quite right, perfect
willdo: i ll, we ll, i will, we will, i can, we can, i m going to, let me, shall i, i ve, we ve, i have, we have
sothat: so that i, so i, so we, so that we, so our, then i, then we, and i ll, and we ll, that way, in order to,
  to let me, allows me, while i, while we, before i, before we, once i, on my end, on our end, on our side, my side,
  i ll do, i ll sort, i ll take, for you, on your behalf, in your place
send: send*, sent, mail me, email me, text me, ping, shoot, pop over, fire over, bung, chuck, submit, provide*, supply,
  deliver, hand, hand over, pass on, pass me, pass it, give, giving, gimme, share, sharing, forward*, fax, whatsapp me,
  relay, quote, cite, furnish, transmit, surrender, disclose, reveal, post it, post me, post the, drop me, drop it,
  drop the, drop them, remit, supply me, dictate, fling, slide, beam, upload*, let me have, let us have, hand it
tell: tell, telling, say, let me know, let us know, inform, state, confirm to, answer, report, whisper, what is, what s,
  recite, confide, name your, name the, name it, divulge, disclose*, mention, reveal*, quote me, spill,
  what does it say, what did it say, what s it say, what s in it
read: read, read out, read back, dictate, spell, repeat, recite, walk me, run me, out loud, letter by letter,
  digit by digit, call out
show: show*, photo*, picture, screenshot, snap, scan, film, video, record*, camera, hold up, hold your, display,
  print screen, mirror*, mirroring, screen mirroring, livestream, picture of, hold it up
type: type*, typing, enter, entering, key in, punch, put in, put it in, insert, fill in, fill out, write, jot, note,
  tap in, input
paste: paste*, copy, copying, attach*, upload*, append, drag
reply: reply, respond, answer, write back, get back, come back
press: press*, tap, tapping, click*, hit, hitting, choose, select, push the, touch*, swipe, thumb, finger
approve: approve*, approving, accept*, allow*, authoris*, authoriz*, confirm*, grant*, let .. in, say yes, agree,
  permit, okay the, wave, green button, yes it s me, that s me, it s me, it was me, trust, trust this
reject: reject*, decline*, deny, denied, refuse, press no, tap no, wasn t me, hang up, hung up
install: install*, download*, grab, get the app, set up, put .. on your, run, running, launch, execute, fire up, boot up
uninstall: uninstall*, remove it, take it off, delete the app
open: open*, start*, launch*, go to, visit, look up, log in to, head to, hop on, join
connect: connect*, hook up, link up, take control, take over, drive, remote in, dial in, look at your, see your screen,
  control
turnoff: turn off, turn .. off, switch off, switch .. off, disable*, deactivat*, take .. off, take off, suspend, pause,
  kill, off, turned off, switched off, disabled, pull, drop the, lift, ditch, unlock, bypass, skip, get rid of,
  put on hold, let it rest, rest for now, switch it off, turn it off, take it off, put aside, relax
turnon: turn on, turn .. on, switch on, switch .. on, enable*, activat*, turned on, reactivat*, keep .. on, leave .. on,
  active, is on, are on, be on, on again, back on, stay* on, left on, put .. on
remove: remove*, removing, delete*, kick, take out, get rid, erase, unlink, sign out, log out, revoke*, drop .. from,
  clear
add: add, adding, added, whitelist*, register*, save, include, put .. on the list, enrol*
raise: raise*, increase*, push up, up to, bump, lift the, maximum, max, highest, set .. to, zero, lower*, shorten*,
  reduce*, cut, minimum, none, lower, to basic, down to
ignore: ignore*, dismiss, click past, click through, close the warning, don t worry about, skip, nothing to worry,
  disregard, never mind the
lie: tell them, tell your bank, answer no, say it s for, say you, if the bank asks, don t mention, between us,
  say you bought, say it was, tell the bank, if the bank, bank calls, nobody asked you, nobody told you
change: change*, changing, replace*, swap, update*, renew, different
reset: reset*, recover*, restore*, forgot*, forgotten
create: create*, choose, pick, set a, set up, make a, generate*, invent, regenerate
keep: keep*, kept, store, stored, hide, safe, safely, drawer, paper, private, secret to yourself, guard, offline,
  vaulted, passport*, lock away
protect: protect*, safety, secure, security, safer, safest, phishing, against
check: check*, look*, see whether, see if, verify that, compare, review*, make sure, investigate, find out, look into,
  trace
wait: wait*, hold, patient, patience, expire*, expiry, valid, lasts, hours, minutes, seconds, days, until, ends, friday,
  thursday, monday, tuesday, wednesday
try: try, tries, again, retry, resend, request a new, request another, ask for a new, ask for another
lockacct: lock your account, freeze, block*, locked, blocked
describe: describe, explain, what happened, what happens, in words, in writing
fresh: new one, fresh, new, another, brand new
password: password*, passcode*, pw, pwd, pass word, passphrase, log in details, login details, credentials, memorable,
  maiden, pin, pswd
username: username*, user name*, login name, log in name, sign in name, handle, login, user id, login id, sign on name,
  alias, top box, first box, username field
code: code, codes, otp, token, tan, one time, digits, verification code, passcode from, six digit*, 6 digit*
sms: sms, text, texts, text message*, texted, message on your phone
auth: authenticator, authy, google authenticator, 2fa, two factor, two step, totp, mfa, setup key, secret key
backup: backup code*, recovery code*, spare code*, scratch code*
qr: qr, qr code, square
seed: seed*, recovery phrase*, secret phrase, mnemonic, recovery words, twelve words, 24 words, 12 words,
  recovery sheet, backup phrase, secret words, backup words, wallet words, restore words
word: word, words, phrase
privkey: private key*, keystore*, key file, half of the key, xprv, signing key
wallet: wallet*, ledger, trezor, metamask
address: address*, where should, deposit address, withdrawal address
master: master key*, master password*, emergency kit, secret key, vault*, main password
device: device*, laptop, tablet, computer, phone, browser, terminal, machine, pc
devmail: device mail, new device, approval mail, authorisation mail, authorization mail, sign in alert, new sign in,
  device e mail, device email, approval link
link: link*, url, button, string
mail: mail*, email*, inbox, mailbox
screen: screen*, desktop, display, monitor, zoom, teams, video call, screen share, screen sharing
remotetool: anydesk, teamviewer, rustdesk, quick assist, quicksupport, remote*, helper, program, tool, script,
  powershell, apk, diagnostics, software
page: page, site, website, form, field, box, app, sign in page, login page, settings, profile, under security, app store
ownpage: our site, our page, our app, sign in page, login page, settings page, official, in the app, under security,
  under settings, yourself
limit: limit*, cap, daily limit
lock: settings lock, lock, lock on
waiting: waiting time, wait on, delay, cooling off, hold period, waiting period, 24 hour*, 72 hour*
warning: warning*, alert*, smartscreen, antivirus, anti phishing, firewall, red box, banner
whitelist: whitelist*, allowlist, allow list, safe list, address book, payee*, trusted,
  approved list, recipient list, list of recipients|destinations|addresses, allowed addresses, trusted contact*
prompt: prompt*, push, notification*, pop up, popup, request, watch, buzzes, duo, security key, yubikey
number: number, numbers, digit*, figures, letters, characters
first: first, last, second, third, half, next, one of, part
now: now, quick*, right away, straight away, immediately, soon as, hurry, asap, this minute, before it
past: was, were, had, has been, have been, did you, have you, yesterday, last week, earlier, ago, already, previously
did: did, done, changed, entered, approved, arrived, registered, removed, sent
here: here, below, in the chat, this chat, chat, in this ticket, ticket, this window, conversation, this thread
away: telegram, whatsapp, signal, gmail, google form, discord, skype, <link>, <mail>, <handle>, phone number
scammer: scam*, fraud*, thief, thieves, intruder*, criminal*, impostor*, imposter*, caller*, crook*, con man, hacker*,
  fake, bloke, phisher*, impersonat*, trickster*, swindler*, con artist
says: says, said, asks, asked, wrote, told, wanted, claims, pretend*
staff: agent*, support, colleague*, staff, team, technician, engineer, specialist, employee*, supervisor, manager,
  our people
if: if, whether, in case, should you, provided
when: when, once, whenever, while, after, before, as soon as, each time, every time
why: why, because, how, since, due to, that s why, reason
what: what, which, whats
question: do you, does, is it, are you, is the, have you got, did, is your, was it
ask: ask*, asking, asked
txid: transaction*, txid, hash, booking, reference, receipt, statement, order number, ticket number, case number,
  invoice
error: error*, message say, fault, bug, crash*
public: public*, account id, uid, customer number, client number
other: postcode, post code, zip, promo*, discount, voucher, coupon, sort code, swift, country, area code, iban
amount: amount, date, how much, coin, network, bank, currency
money: refund*, transfer*, payment*, money, coins, funds, deposit*, withdrawal*, payout, btc, bitcoin, usdt
problem: problem*, trouble, issue*, outage, late, delay*, out of sync, clock, automatic time
sorry: sorry, unfortunately, regret, apolog*, afraid
enough: enough, suffice*, will do, is fine, all i need, would do, that s all, would help
proof: verification, verify, identity, proof, audit, procedure, protocol, confirm ownership, cross check, compare,
  compliance
signin: sign on name|id, signon name, screen name, top box, first box, upper box, user field, first field, alias,
  login handle, handle, nickname, client login, account login, log on id|name, name you get in with, name you use,
  name you go by, name you d put, name you put, membership number, customer login,
  name you sign in|log in with, name .. sign in|log in
secret: passphrase, pass phrase, second box, lower box, second field, password hint, hint, online banking pin,
  memorable word|information|answer, security answer|question, maiden name, secret you typed, reset it to,
  changed it to, what you sign in with, log in details, access code, entry code, first pet, password manager entry
factor: qr, qr square, qr picture, setup secret, totp secret, string of letters, one time, otp, spare code*,
  scratch code*, reserve code*, two step code*, tan, verification text, numbers rolling, number rolling,
  numbers scrolling, digits it sends, mobile token, hardware token, key s gold disc, pin code, sms pin, six numbers,
  6 numbers, 6 digit*, eight digits, challenge response
newdevice: device mail|email, new device mail|email|message, approval mail|email|message,
  authorisation|authorization mail|email|link, new sign in mail|email, sign in alert, login alert, was this you,
  trusted browser, confirmation mail|email, unknown laptop|computer|device|browser mail|email, email|mail about,
  unknown laptop, unknown computer, new laptop, new browser, new computer, wasn t me, unusual sign in|login,
  button in the email|mail|message
coinsecret: half a key, half the key, half of the key, steel plate, metal plate, word list, list of words, seed backup,
  backup card|sheet|paper, btc address, wallet words, secret list, recovery list, recovery card|sheet, key file,
  json keystore, keystore*, wallet json, coin address, address you want, address u want, address the coins,
  where should it go, first word, last word, next word, each word, seed card, metamask, trezor card, ledger card,
  cold wallet
vaultkey: emergency kit*, emergency sheet, secret key, vault key, vault password|passphrase|pin, vault, main password,
  unlock it with, unlock your|the vault, 34 characters, 1password, bitwarden, lastpass, keepass
protection: two step, 2 step, two factor thing, anti phishing, anti phishing code, cap, daily limit, transfer limit*,
  spending limit*, 24h|72h|48h|24|48|72 hour|hours wait|delay|hold, hold, wait on, warning*, red box, yellow box, red
  screen, smartscreen, fraud warning|check|question, device list, list of devices, unknown sources, safelist, safe
  list, allow list, allowlist, payee*, trusted recipient*, trusted contact*, beneficiary, beneficiaries, address book,
  new addresses, tablet, old phone, your bank says|asks|rings, if the bank asks, scam warning, security level,
  protection level, level of protection, security setting*, withdrawal lock, sign in e mail*|mail*|alert*,
  level of security, safety level
remotely: powershell, this line, script, apk, helper, diagnostics, diagnostic tool, little tool|program|app,
  program i sent, file i sent, this desk, session number, meeting window, give control, remotely, remote,
  take the wheel, drive, film, video of, record your screen, recording, control request, run as admin|administrator,
  cmd, command prompt, terminal, extension, plugin, add on, browser extension, accessibility, teams, webex, skype,
  facetime, mouse, support session, your desktop, screen mirroring, mirroring, quick assist, session code, session id
nod: watch, wrist, duo, tick, green button, okta, passkey request, gold disc, yes that s me, yes it s me, it was me
criminal: intruder*, crook*, conman, conmen, bloke, the man who, that man, man on the phone, lookalike, imitator*,
  impersonat*, imitates, he wrote, he asked, she asked, recovery firm*, scammers say
yes: yes, yep, yeah, sure, certainly, of course, absolutely, definitely
awhile: for now, for a moment, for a minute, for a bit, for a while, temporar*, until later, put it back, back on later,
  overnight, just for, for ten minutes, for five minutes, for an hour, for half an hour, till, while the, while we,
  meanwhile, tonight, in the meantime
thistime: this time, today, just this once, for once, exception*, special case, normally, usually, as a rule, however,
  but, luckily, extraordinar*
reported: reported, report it, stolen, lost, missing, told us about, flagged, nicked, sold, gone missing
unknown: don t recognise, don t know, unknown, unfamiliar, strange, suspicious, isn t yours, not yours, unrecognised,
  doesn t belong
passkey: passkey*, security key*, hardware key*, yubikey*, face id, fingerprint*, biometric*, fido, usb key, usb
  stick, security stick, dongle
listing: list, lists, listed, entry, entries, row, column
see: see, sees, seen, saw, view, watch, notice*, spot, visible
paper: paper, sheet, card, slip, printout, print*, plate, envelope, note, notebook, steel, metal, engraved, stamped
file: file, files, json, dat, pdf, folder, export*, zip, zipped, document
knob: switch, slider, tick, untick*, toggle*, checkbox, box, menu, option, tab, padlock, settings, setting
extreme: zero, maximum, max, all the way, as high as, million, as low as, full whack, unlimited, whole lot, to the top,
  right up, any address, any destination, every address, all addresses, basic
old: old, older, previous, former, current, existing, last
bank: bank, banks, police, authorities, tax, fraud team, branch
account: account*, profile, balance*, portfolio
pretext: system, server, migration, engineer*, test, testing, audit, sync*, repair*, maintenance, upgrade, update,
  from my side, our side, my side, your side, back office, department, form, script, workstation, import*, merge,
  rebuild, unlock, process*, finish*, proceed, fix, sort it, speed, on file
byitself: by itself, by themselves, automatic*, on its own, straight away, at once
whereto: where, where to, somewhere, destination, which one, which of
count: two, three, four, five, six, seven, eight, nine, ten, twelve, twenty, thirty, both, couple
still: still, again, back
ends: start with, starts with, begin, begins, beginning, end with, ends with, ending, first letter*, initials, front
reassure: between us, between you and me, delete it afterwards, nobody else will, promise, trust me, encrypted,
  don t panic, no worries, safe with, i ll delete, won t tell, confidential, nda, harmless, secure chat, no harm
impossible: can t be, isn t possible, not possible, not allowed, aren t allowed, no way, impossible, nobody can,
  neither can, isn t needed, aren t needed, not needed, no need, needn t, can t, cannot, no one can
call: call, calls, called, calling, rang, ring, rings, phoned, on the line, on the phone, phone call, by phone
leaveit: leave, leaves, left, keep it, stay*, remain*, as it is, untouched
login: sign in, log in, login, sign on, log on, signing in, logging in, signed in, logged in, sign you in, signs in,
  logs in, session*
finish: done, finished, ready, complete*, sorted, all set, over and done, through
name: name, names, nickname, called
nowhere: nowhere else, nowhere, nobody else, nothing else, anywhere, elsewhere
whole: whole, entire*, complete, every, full, everything, all of, all
appear: appear*, pop up, pops up, pop, comes up, come up, shows up, turn up, turns up
arrive: arrive*, arriving, received, receive*, get a, got a, came, comes, come, landed, has come, sent you, been sent
proceed: continue, carry on, proceed, go on, go ahead, move on, advanced
fine: that s right, normal, nothing to worry, no reason, in order, all good, right, correct, fine, okay, ok, well done,
  works
have: have you, do you have, have you got, you have, you ve got, handy, at hand, to hand, do you still, with you
saved: saved, stored, remembers, remember*, written down, wrote down, noted, jotted, recorded
document: invoice*, receipt*, passport*, bill, statement*, utility, id card, birth, documents, papers, kyc, letter,
  parcel, driving licence|license, licence|license, selfie*, payslip*, proof of address, register extract, both sides
date: tomorrow, monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, april, june,
  july, august, september, october, november, december, morning, noon, midnight, in may, # may, may #
letin: let me in, let it through, let us, let me, allow me, i ll be in, get in, let it, let this, i can log in,
  i ll log in, i ll sign in, log in for you
own: your own, yours, own
screenshot: screenshot*, screen shot*, screen capture*, screen grab*
`,
};
