/**
 * Words that fakes put beside a firm's name: what a client comes to do, what a thief promises, and the vocabulary of
 * money and wallets. A general list: none of it is about one firm.
 */
const lureRows = [
  "access account accounts acct activate activation activity admin agent agree alert alerts answer app application apps approve asset assets assist assistance auth authenticate authentication authenticator authorize authorise authorization",
  "backup balance bank banking beta billing block blocked blog blue bonus bot bounty bridge browser business buy",
  "call campaign card care case cash cashback cdn center central centre chain chains chat check checker checkin choose claim claims click client clients cloud club coin coins com community competition confirm confirmation connect connection contact corp cpanel crypto customer customers customercare",
  "dao dapp dapps dashboard deposit desk desktop dev device devices dex defi digital direct dispute docs download downloads drop dropbox drops eth ether ethereum event events exchange exchanger extension eu earn email enroll online official offer offers",
  "faq fees finance financial find fix form forum foundation fork free fund funds futures get gift gifts give giveaway global group guide halving hardware health help helpcenter helpdesk helper helpline hold holder home homepage hotline http https hub",
  "i id identity import in info information install invest investment investor io kyc ledgers legal live lock locked log logg loggin logging login logins logon logn logout manager mail main mainnet market markets member merge message mint mobile money my",
  "nano net network networks nft nfts node nodes notice notification now number numbers office ops optimize order org page panel partner pass password pay payment payments payout phone phrase platform plus point pool portal portfolio premium presale prime prize pro process profile profit program promo promos promotion protect protection protocol protector proof",
  "qfs quantum recover recovery rectify redeem refund register registration release reply request reset resolve resolution restore resource return review reward rewards rewarding rocket room safe safety sale savings scan secure secured securing security seed service services session settings setup share shield shop sign signin signon signup site sites smart snaps snapshot solution solutions ssl stack stake staking start status store suite summary support supports suspend suspended swap swaps sync synchronize synchronise system",
  "task team tech technical testnet ticket token tokens tool toolkit tools top track trade trader traders trading transaction transfer treasury trust unlock update updates upgrade us usa uk user users validate validation validator vault vaults verification verified verifier verify verifying version view vip visa visit vote wallet wallets web webmail website web3 welcome win winner withdraw withdrawal world www www3 yield your xrp xlm bitcoin btc bnb ada sol solana usdt tron airdrop airdrops launch launchpad learn license",
  "api approval auto breach bureau chrome compliance custody department dept desks erc escalation escalations explorer fixer fixers fraud fraudteam join labs ledger loan loans migrate migration mining mortgage mortgages otp platinum quest rectification refunds rep reps representative sapphire season sec securities settlement settlements snap solver solvers specialist sso stolen try unusual use wire withdrawals",
];

export const lureWords: ReadonlySet<string> = new Set(lureRows.join(" ").split(" "));

const lureLengthMax = Math.max(...[...lureWords].map((word) => word.length));

/** The longest lure that the text begins with, empty when none is. */
export function lureAtStart(text: string): string {
  for (let length = Math.min(lureLengthMax, text.length); length >= 2; length -= 1) {
    const word = text.slice(0, length);
    if (lureWords.has(word)) return word;
  }
  return "";
}

/** The longest lure that the text ends with, empty when none is. */
export function lureAtEnd(text: string): string {
  for (let length = Math.min(lureLengthMax, text.length); length >= 2; length -= 1) {
    const word = text.slice(-length);
    if (lureWords.has(word)) return word;
  }
  return "";
}

/** A lure at either edge of the text, the longer one first. */
export function lureIn(text: string): string {
  const start = lureAtStart(text);
  const end = lureAtEnd(text);
  return start.length >= end.length ? start : end;
}

/** Does the text consist of lures? Greedy from both ends: linear, not exhaustive. */
export function isAllLures(text: string): boolean {
  let rest = text;
  while (rest !== "") {
    const start = lureAtStart(rest);
    const end = start === "" ? lureAtEnd(rest) : "";
    if (start === "" && end === "") return false;
    rest = start === "" ? rest.slice(0, -end.length) : rest.slice(start.length);
  }
  return true;
}

/** Is the whole word a lure? Two letters are too few to tell. */
export function isLure(word: string): boolean {
  return word.length > 2 && lureWords.has(word);
}
