import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { makeTestClaim as claim } from "#test";
import type { Claim, Verb } from "../claim/index.ts";
import { checkSentence, type Section } from "./check.ts";

const clients = (amount: number) =>
  ({ is: "quantity", amount, hedge: "about", unit: "client" }) as const;

function codes(sentence: string, claims: readonly Claim[], section: Section = "known"): string[] {
  return checkSentence({ text: sentence, section }, claims, "Larkmoor").map(({ code }) => code);
}

describe("what a sentence of a brief denies", () => {
  it("is what its claims deny, each with its own word, and nothing else", () => {
    const viewed = claim(clients(2_000), { verb: "viewed" });
    const breach = { quote: "Its systems weren’t breached.", slot: "systems_breached" };
    const unbreached = claim({ is: "choice", option: "no" }, breach);
    const uncopied = claim({ is: "choice", option: "data" }, { verb: "copied", denied: true });
    const good = ["Its systems were not breached.", "No system was breached."];
    for (const sentence of good) assert.deepEqual(codes(sentence, [unbreached]), [], sentence);
    for (const [sentence, claims] of [
      ["Its systems were breached.", [unbreached]],
      ["About 2,000 clients were not viewed.", [viewed]],
      ["No clients were viewed.", [viewed]],
      ["Nobody denies that data were copied.", [uncopied]],
      ["It is not only so: data were copied.", [uncopied]],
      ["Data were not viewed but were copied.", [uncopied]],
      [
        "Its systems were not breached, and about 2,000 clients were not viewed.",
        [unbreached, viewed],
      ],
      ["Its systems were breached, and no data were copied.", [unbreached, uncopied]],
    ] as const) {
      assert.notDeepEqual(codes(sentence, claims), [], sentence);
    }
    const possible = claim(clients(2_000), { verb: "viewed", possible: true });
    const turned = "About 2,000 clients were viewed; it may be so.";
    assert.deepEqual(codes(turned, [possible]), ["certainty"]);
  });

  it("is the thing that its claims deny, in the statement that has it", () => {
    const traits = { status: "firm_says", slot: "systems_breached" } as const;
    const quote = "The firm says that its systems were never breached.";
    const unbreached = claim({ is: "choice", option: "no" }, { ...traits, quote });
    const risk = "The firm says that no client funds are at risk.";
    const unrisked = claim(
      { is: "choice", option: "no" },
      { ...traits, slot: "funds_at_risk", quote: risk },
    );
    const pays = "The firm says that it will neither pay nor negotiate.";
    const unpaid = claim(
      { is: "choice", option: "refuses" },
      { ...traits, slot: "payment_stance", quote: pays },
    );
    for (const [sentence, ...claims] of [
      ["Larkmoor says that its systems were not breached.", unbreached],
      [
        "Larkmoor says that it refuses to pay and that its systems were not breached.",
        ...[unpaid, unbreached],
      ],
      ["No client funds are at risk, the firm says.", unrisked],
      ["Larkmoor says that it will neither pay nor negotiate.", unpaid],
    ] as const) {
      assert.deepEqual(codes(sentence, claims, "firm_says"), [], sentence);
    }
    for (const [sentence, ...claims] of [
      ["Larkmoor's systems were breached, no matter what the firm says.", unbreached],
      ["Client funds are at risk, no question, the firm says.", unrisked],
      ["The firm says no more: its systems were breached.", unbreached],
      ["The firm's systems were breached without the firm saying so.", unbreached],
      ["The firm says that its systems were breached and nobody is at risk.", unbreached, unrisked],
      ["The firm will not refuse to pay.", unpaid, unbreached],
    ] as const) {
      assert.ok(codes(sentence, claims, "firm_says").includes("denial"), sentence);
    }
  });

  it("is one thing of two that it has in the same words, as their claims do", () => {
    const told = (slot: string, option: string, quote: string, more: Partial<Claim> = {}) =>
      claim({ is: "choice", option }, { slot, quote, ...more });
    const [no, yes] = [{ verb: "copied", denied: true }, { verb: "copied" }] as const;
    const copied = [
      told("data_copied", "passwords", "Passwords were not copied.", no),
      told("data_copied", "addresses", "Addresses were copied.", yes),
    ];
    const lost = [
      told("funds_lost", "no", "Client funds were not lost."),
      told("data_lost", "yes", "Client data were lost."),
    ];
    const breached = [
      told("systems_breached", "yes", "The mail system was breached.", { subject: "mail" }),
      told("systems_breached", "no", "The trading system was not breached."),
    ];
    for (const [sentence, claims] of [
      ["Client funds were not lost, but client data were lost.", lost],
      ["Client data were lost, but client funds were not lost.", lost],
      ["Passwords were not copied, but addresses were copied.", copied],
      ["Addresses were copied, but passwords were not copied.", copied],
      ["Addresses were copied, and no passwords were copied.", copied],
      ["The mail system was breached, but the trading system was not breached.", breached],
    ] as const) {
      assert.deepEqual(codes(sentence, claims), [], sentence);
    }
    for (const [sentence, claims] of [
      ["Client funds were lost, but client data were not lost.", lost],
      ["Neither client funds nor client data were lost.", lost],
      ["Passwords were copied, but addresses were not copied.", copied],
      ["Passwords were so and addresses not copied.", copied],
      ["No passwords or addresses were copied.", copied],
      ["Addresses were not copied.", copied],
      ["Nothing was copied.", copied],
      ["The mail system was not breached, but the trading system was breached.", breached],
    ] as const) {
      assert.match(codes(sentence, claims).join(), /denial|negation/, sentence);
    }
  });

  it("is nothing that its claims tell, and all that it has of what passages deny, wherever the not stands", () => {
    const names = (verb: Verb, quote: string) =>
      claim({ is: "choice", option: "names" }, { slot: `data_${verb}`, verb, quote });
    const mixed = [names("viewed", "The agents viewed names of clients, but not passwords.")];
    const viewed = names("viewed", "The agents viewed names and addresses of clients.");
    const apart = [
      viewed,
      claim(
        { is: "choice", option: "passwords" },
        { slot: "data_copied", verb: "copied", denied: true, quote: "No passwords were copied." },
      ),
    ];
    for (const [sentence, claims] of [
      ["The agents viewed names, but no passwords.", mixed],
      ["Names, but not passwords, were viewed.", mixed],
      ["Names were viewed, and no passwords were copied.", apart],
      ["Names and addresses were viewed, but passwords were not copied.", apart],
    ] as const) {
      assert.deepEqual(codes(sentence, claims), [], sentence);
    }
    for (const [sentence, claims] of [
      ["The agents viewed no names.", mixed],
      ["The agents viewed neither names nor passwords.", mixed],
      ["Names were viewed by nobody.", mixed],
      ["The agents viewed passwords, not names.", mixed],
      ["The agents viewed names and passwords.", mixed],
      ["Passwords were viewed.", mixed],
      ["Names, but not passwords, were copied.", mixed],
      ["The agents viewed none of the names of clients.", apart],
      ["The agents viewed names, not addresses.", apart],
      ["Neither names nor passwords were copied.", apart],
    ] as const) {
      assert.match(codes(sentence, claims).join(), /denial|negation|verb/, sentence);
    }
  });

  it("is denied by a not that is clearly about it, and by no other one", () => {
    const passwords = claim(
      { is: "choice", option: "passwords" },
      {
        slot: "data_copied",
        verb: "copied",
        denied: true,
        quote: "No passwords were copied by agents.",
      },
    );
    const unbreached = claim(
      { is: "choice", option: "no" },
      { slot: "systems_breached", quote: "Its systems were not breached." },
    );
    const unrisked = claim(
      { is: "choice", option: "no" },
      { slot: "funds_at_risk", quote: "No client funds are at risk." },
    );
    const unpaid = claim(
      { is: "choice", option: "refuses" },
      { slot: "payment_stance", quote: "The firm will neither pay a ransom nor negotiate." },
    );
    for (const [sentence, no] of [
      ["Agents copied no passwords.", passwords],
      ["Agents never copied passwords.", passwords],
      ["None of the passwords were copied.", passwords],
      ["Its systems weren't breached.", unbreached],
      ["There was no breach of its systems.", unbreached],
      ["Client funds are not at risk.", unrisked],
      ["The firm paid no ransom.", unpaid],
      ["The firm refuses to pay or negotiate.", unpaid],
      ["The firm neither pays nor negotiates.", unpaid],
    ] as const) {
      assert.deepEqual(codes(sentence, [no]), [], sentence);
    }
    for (const [sentence, no] of [
      ["Larkmoor's systems were breached by a group not known to the firm.", unbreached],
      ["It is not known who breached its systems.", unbreached],
      ["Its systems were breached by nobody known.", unbreached],
      ["Not known to the firm, agents breached its systems.", unbreached],
      ["Larkmoor says that client funds are at risk with no word to clients.", unrisked],
      ["Client funds that are not known are at risk.", unrisked],
      ["Passwords of clients were copied by agents not known to the firm.", passwords],
      ["Agents not known to the firm copied passwords.", passwords],
      ["Agents copied passwords with no word to clients.", passwords],
      ["Without a word agents copied passwords.", passwords],
      ["No client is concerned and agents copied passwords.", passwords],
      ["It does not matter that passwords were copied.", passwords],
    ] as const) {
      assert.ok(codes(sentence, [no]).includes("denial"), sentence);
    }
    const quote = "The firm says that its systems were never breached.";
    const said = claim(
      { is: "choice", option: "no" },
      { slot: "systems_breached", status: "firm_says", quote },
    );
    const turned = "The firm says that its systems were breached by a group not known to it.";
    assert.ok(codes(turned, [said], "firm_says").includes("denial"));
  });

  it("is what a passage's whole sentence denies, and what a person confirmed isn't denied by it", () => {
    for (const quote of [
      "Clients whose names were viewed were not told.",
      "The regulator was not told that names were viewed.",
      "It is not known who viewed names.",
      "The firm did not say when names were viewed.",
      "Without permission, agents viewed names.",
      "Names that were viewed were not published.",
      "Names were viewed with no permission.",
      "Names were viewed by agents no longer employed.",
      "Agents viewed names for no business reason.",
      "Names were viewed by an agent never named.",
      "Agents viewed names of clients not in their care.",
      "Names were viewed, not copied.",
    ]) {
      const names = claim(
        { is: "choice", option: "names" },
        { slot: "data_viewed", verb: "viewed", quote: `It began so. ${quote} It was so.` },
      );
      assert.deepEqual(codes(quote, [names]), [], quote);
      assert.deepEqual(codes("Names were viewed.", [names]), [], quote);
      assert.match(codes("Names were not viewed.", [names]).join(), /verb/, quote);
    }
    const quote = "Passwords were copied by a group not known to the firm";
    const cut = claim(
      { is: "choice", option: "passwords" },
      { slot: "data_copied", verb: "copied", denied: true },
    );
    const supports = cut.supports.map((one) => ({
      ...one,
      quote: { exact: quote, prefix: "It is untrue: ", suffix: ", said nobody." },
    }));
    assert.ok(codes(`${quote}.`, [{ ...cut, supports }]).includes("denial"));
    const denied = { slot: "data_copied", verb: "copied", denied: true } as const;
    const no = claim(
      { is: "choice", option: "passwords" },
      { ...denied, quote: "No passwords were copied." },
    );
    const yes = claim(
      { is: "choice", option: "passwords" },
      { slot: "data_copied", verb: "copied", quote: `${quote}.` },
    );
    assert.deepEqual(codes(`${quote}.`, [yes]), []);
    assert.ok(codes(`${quote}.`, [yes, no]).includes("denial"));
  });

  it("is denied of what stands alone behind its statement too", () => {
    const quote =
      "The agents viewed names and addresses of clients, but not passwords, as well as keys.";
    const names = claim(
      { is: "choice", option: "names" },
      { slot: "data_viewed", verb: "viewed", quote },
    );
    const good = ["The agents viewed names, and addresses.", "The agents viewed names: keys."];
    for (const sentence of good) assert.deepEqual(codes(sentence, [names]), [], sentence);
    for (const sentence of [
      "The agents viewed names, addresses, and passwords.",
      "The agents viewed names, and passwords.",
      "The agents viewed names: passwords.",
      "The agents viewed names, as well as passwords.",
    ]) {
      assert.deepEqual(codes(sentence, [names]), ["denial"], sentence);
    }
  });

  it("may be what its passage says, letter by letter", () => {
    for (const [quote, verb, denied] of [
      ["The agents accessed no keys.", "viewed", true],
      ["The agents viewed none of the keys.", "viewed", true],
      ["Keys were accessed by nobody.", "viewed", true],
      ["The agents viewed keys that were not encrypted.", "viewed", false],
      ["The keys that were copied do not include passwords.", "copied", false],
    ] as const) {
      const keys = claim({ is: "choice", option: "keys" }, { verb, denied, quote, slot: "data" });
      assert.deepEqual(codes(quote, [keys]), [], quote);
    }
    const quote = "Names and addresses were exposed, but passwords, keys and funds were not.";
    const exposed = { slot: "data_exposed", verb: "exposed", quote } as const;
    const claims = [
      claim({ is: "choice", option: "names" }, exposed),
      claim({ is: "choice", option: "passwords" }, { ...exposed, denied: true }),
    ];
    assert.deepEqual(codes(quote, claims), []);
    const turned = "Passwords, keys and funds were exposed, but names and addresses were not.";
    assert.match(codes(turned, claims).join(), /denial/);
  });
});
