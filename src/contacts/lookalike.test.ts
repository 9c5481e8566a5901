import assert from "node:assert/strict";
import { test } from "node:test";
import fc, { codePoint } from "#fast-check";
import { english } from "#platform";
import type { Contact } from "./directory.ts";
import { readHost } from "./host.ts";
import { compileBrands, imitationOfEmail, imitationOfHost, imitationOfName } from "./lookalike.ts";
import { type MessageKey, say } from "./messages.ts";
import type { Imitation } from "./verdict.ts";

function directoryOf(brand: string, ...domains: string[]) {
  const contacts = domains.map((value): Contact => ({ type: "domain", value }));
  return compileBrands({ brands: [brand], contacts });
}

const larkmoor = directoryOf("larkmoor", "larkmoor.example");

function judge(written: string, index = larkmoor): Imitation | undefined {
  const host = readHost(written);
  assert.ok(host.kind === "host", `${written} is unreadable`);
  return imitationOfHost(host, index);
}

function assertSaid(imitation: Imitation | undefined, code: string) {
  const reasons = imitation?.reasons ?? [];
  const codes = reasons.map((reason) => reason.code);
  assert.ok(codes.includes(code), codes.join());
  for (const { code, values } of reasons) {
    const text = say(english, `reason.${code}` as MessageKey, values);
    assert.ok(!/[{}]/.test(text) && !text.includes("“”"), text);
  }
}

const imitations: readonly [written: string, code: string][] = [
  ["larkmoor-help.example", "carries_our_name"],
  ["my.larkmoor-secure.example", "carries_our_name"],
  ["larkmoors.example", "carries_our_name"],
  ["xlarkmoor.example", "carries_our_name"],
  ["2larkmoor.example", "carries_our_name"],
  ["larkmoor.test", "other_ending"],
  ["larkmoor.shop.example", "our_name_in_subdomain"],
  ["larkmoor.example.shop.test", "our_domain_inside_theirs"],
  ["larkmoor.example-login.test", "our_domain_inside_theirs"],
  ["larkmoor-log-eng.pages.dev", "our_name_on_shared_hosting"],
  ["id-larkmoor.daftpage.com", "our_name_on_shared_hosting"],
  ["larkmoorlogin.example", "our_name_with_lure_word"],
  ["securelarkmoorwallet.example", "our_name_with_lure_word"],
  ["larkmoorairdrop.example", "our_name_with_lure_word"],
  ["lark-moor.example", "our_name_cut_apart"],
  ["l-arkmoor.example", "our_name_cut_apart"],
  ["lark.moor.example", "our_name_cut_apart"],
  ["larkm00r.example", "digits_for_letters"],
  ["1arkmoor.example", "digits_for_letters"],
  ["larkrnoor.example", "looks_like_ours"],
  ["iarkmoor.example", "looks_like_ours"],
  ["lạrkmöor.example", "looks_like_ours"],
  ["l\u0430rkmoor.example", "looks_like_ours"],
  ["larkmoör-login.example", "looks_like_ours"],
  ["xn--lrkmoor-2fg.example", "looks_like_ours"],
  ["larkmor.example", "letter_missing"],
  ["larkmoorr.example", "carries_our_name"],
  ["lrakmoor.example", "letters_swapped"],
  ["larkmoot.pages.dev", "one_letter_off"],
  ["larxmoor.example", "one_letter_off"],
  ["larkmoot-login.example", "one_letter_off"],
  ["larkmootlogin.example", "one_letter_off"],
  ["larkmuer.example", "nearly_our_name"],
];

for (const [written, code] of imitations) {
  test(`${written} imitates us: ${code}`, () => {
    const imitation = judge(written);
    assert.equal(imitation?.imitates, "larkmoor.example");
    assertSaid(imitation, code);
  });
}

/**
 * What a word of its own is: the brand between separators, digits or lure words. A dictionary word over it, a compound
 * with another dictionary word for brands that are words themselves, and a tool's ending are another name.
 */
const otherNames: Readonly<Record<string, string>> = {
  ledger:
    "hyperledger.org wiki.hyperledger.org hyperledger.github.io hyperledger-fabric.readthedocs.io pledger.io pledgers.org knowledger.com openledger.com ledgerwood.com ledgerql.com ledge.com hedger.org lodger.com badger.com leader.com lender.com pledge.com acknowledgement.org hledger.org nledger.org sledger.org fledger.net dledger.com ledgersmb.org ledgerdomain.com spokaneledger.com newsledger.com theledger.com gitledger.io antelopevalleyledger.com hyperledgerproject.org beancountledger.org ledgerism.org",
  kraken:
    "krakend.io docs.krakend.io krakenjs.com krakenflex.com krakenrum.com krakenhorn.com krakenish.org krakow.pl broken.com taken.com awaken.com shaken.com seattlekraken.com octokraken.com krakenrobotics.com krakenopolis.org krakenology.org thekrakenrum.com krakensonar.com",
  coinbase:
    "database.com codebase.com coinage.com coinpurse.com coincase.com coinbasket.com combase.com coinbasic.com coinbaseball.com coinbasement.com silvercoinbaseball.com coinbaseboard.com coinbaseless.com",
  binance:
    "finance.com finances.org arcus.finance dfinance.co yearn.finance finance.yahoo.com refinance.com balance.com ordinance.org dominance.com fiance.com combinance.com turbinance.com binancestry.com binanceable.org binanceology.com",
  metamask:
    "metamaskjs.com metatask.io metamash.com metabase.com netmask.org metamorph.com facemask.com metamaze.com metadata.org metamasking.org metamaskery.com metamaskable.org metamaskology.org metamaskers.com",
  gemini:
    "feminine.com geminate.com mini.com geminid.org feminist.org geminids.org geminiani.com geminitive.com geminitheater.com",
  phantom:
    "phantombuster.com app.phantombuster.com phantomjs.org phantasm.com fantom.foundation phantomatic.com phantomtheater.com phantomoftheopera.com",
  opensea:
    "opensearch.org openseason.com openseal.ch openset.co opensee.io openspace.com open-search.com opensearchserver.com openseamap.org openseaplane.com",
  chase:
    "purchase.com purchaser.org steeplechase.org paperchase.com chased.com phase.com case.com chess.com stormchaser.net steeplechases.com enchase.com chevychase.org wildgoosechase.com sunchasers.com",
  revolut:
    "revolution.com revolutions.org revolutionary.net frenchrevolution.org revolt.tv revolve.com revolutionhealth.org revolutionfoods.com",
  monzo: "gonzo.com bonzo.com monza.com",
  trezor: "trezoria.com trezorium.com trezorian.org trevor.io",
  paypal: "paypalace.com paypalette.com",
  uniswap: "uniswapped.com uniswapping.org",
  wise: "otherwise.com likewise.org wiser.com clockwise.io enterprise.com wish.com rise.com",
  ing: "banking.com ring.com lining.org king.com ingenuity.com",
  citi: "cities.com citizen.org city.com",
  okx: "ok.ru bookx.io",
};

for (const [brand, hosts] of Object.entries(otherNames)) {
  test(`longer words and other names aren't taken for ${brand}`, () => {
    const index = directoryOf(brand, `${brand}.test`);
    const flagged = hosts.split(" ").filter((host) => judge(host, index));
    assert.deepEqual(flagged, brand === "monzo" ? ["monza.com"] : []);
  });
}

const baited: Readonly<Record<string, string>> = {
  ledger:
    "lledger.io ledgerx.com ledger-cli.org spokane-ledger.com ledgereward.com qfsledgers.example theledgerlogin.com hyperledgerwallet.com suportledger.com hledger.live",
  kraken: "ckraken.com wkraken.com krkn-support.com krakensec.com dropkraken.com krackn.com",
  gemini: "geminifraud.com geminisettlement.com geminicustody.co usegemini.com trygemini.io",
  chase: "chasefraud.com chasemortgage.net chaseauto.com chasesapphire.com",
  phantom: "tryphantom.io phantomledger.com phantomsnap.com phantomquest.io fantom-wallet.app",
  trezor: "trzr.io trezors.io",
  bitfinex: "bitfnx.com",
  binance: "binancethereum.com binancest.com binanceinstitute.com",
};

for (const [brand, hosts] of Object.entries(baited)) {
  test(`bait, slips and other spellings are found beside ${brand}`, () => {
    const index = directoryOf(brand, `${brand}.test`);
    assert.deepEqual(
      hosts.split(" ").filter((host) => !judge(host, index)),
      [],
    );
  });
}

const shortNames: Readonly<Record<string, string>> = {
  wise: "login-wise.com wiselogin.com securewise.app w1se.com vvise.com wise.com.evil.example",
  ing: "ing-login.com inglogin.com 1ng.com",
  n26: "n26-support.com n26login.com support-n26.com",
  hsbc: "hsbc-secure.com hsbclogin.com h5bc.com",
};

for (const [brand, hosts] of Object.entries(shortNames)) {
  test(`a short name is found as a word of its own or beside a lure: ${brand}`, () => {
    const index = directoryOf(brand, `${brand}.test`);
    assert.deepEqual(
      hosts.split(" ").filter((host) => !judge(host, index)),
      [],
    );
  });
}

const names: readonly [name: string, code: string][] = [
  ["Larkmoor", "carries_our_name"],
  ["Larkmoor Support", "our_name_with_lure_word"],
  ["@larkmoor_official", "our_name_with_lure_word"],
  ["larkmoorhelpdesk", "our_name_with_lure_word"],
  ["L A R K M O O R", "our_name_cut_apart"],
  ["LARKM00R", "digits_for_letters"],
  ["Ｌａｒｋｍｏｏｒ", "looks_like_ours"],
  ["L\u0430rkm\u043e\u043er security", "looks_like_ours"],
  ["Lark\u00admo\u200bor", "looks_like_ours"],
  ["🅻🅰🆁🅺🅼🅾🅾🆁", "looks_like_ours"],
  ["Larkmooor", "letter_doubled"],
  ["Iark-moor", "our_name_cut_apart"],
  ["Larkmoog", "one_letter_off"],
];

for (const [name, code] of names) {
  test(`the name ${JSON.stringify(name)} imitates us: ${code}`, () => {
    const imitation = imitationOfName(name, larkmoor);
    assert.equal(imitation?.imitates, "larkmoor.example");
    assertSaid(imitation, code);
  });
}

test("somebody's own name isn't taken for a brand that is an everyday word", () => {
  const chase = directoryOf("chase", "chase.test");
  assert.equal(imitationOfName("Chase Miller", chase), undefined);
  assert.ok(imitationOfName("Chase Support", chase));
  assert.equal(imitationOfName("Marley Skinner", larkmoor), undefined);
});

test("a sender or a handle that carries an everyday word of ours is nobody's own name", () => {
  const kraken = directoryOf("kraken", "kraken.test");
  for (const name of [
    "KRAKEN-SEC",
    "KrakenSec",
    "Krackn",
    "kraken_uk",
    "Kraken Fraud",
    "The Kraken",
  ]) {
    assert.ok(imitationOfName(name, kraken), name);
  }
  const host = readHost("mail.test");
  assert.ok(host.kind === "host");
  assert.equal(
    imitationOfEmail("chase.miller", host, directoryOf("chase", "chase.test")),
    undefined,
  );
});

test("our name before the @ is said with the host that counts", () => {
  const host = readHost("mail.test");
  assert.ok(host.kind === "host");
  const imitation = imitationOfEmail("larkmoor.support", host, larkmoor);
  assert.equal(imitation?.reasons[0]?.code, "our_name_before_at");
  assertSaid(imitation, "our_name_before_at");
  assert.equal(imitationOfEmail("anna", host, larkmoor), undefined);
});

test("a brand without a domain in the directory is named itself", () => {
  assert.equal(judge("larkmoor.test", directoryOf("Lärk Moor"))?.imitates, "Lärk Moor");
});

test("no text makes it throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: codePoint, maxLength: 300 }), (text) => {
      imitationOfName(text, larkmoor);
      const host = readHost(text);
      if (host.kind === "host") {
        imitationOfHost(host, larkmoor);
        imitationOfEmail(text, host, larkmoor);
      }
    }),
  );
});

test("one changed letter in the middle of our name is seen", () => {
  const zentrava = directoryOf("zentrava", "zentrava.example");
  const letter = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz");
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), letter, (at, changed) => {
      const name = "zentrava".slice(0, at) + changed + "zentrava".slice(at + 1);
      if (name !== "zentrava") assert.ok(judge(`${name}.test`, zentrava), name);
    }),
  );
});
