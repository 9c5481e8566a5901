import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc, { codePoint } from "#fast-check";
import { newId } from "#platform";
import { type Claim, hedges, type Status, type Value, type Verb } from "../claim/index.ts";
import { checkSentence, type Section } from "./check.ts";
import { wordsOfObjection } from "./objection.ts";

const now = new Date("2026-04-14T12:00:00Z");
const firm = "Larkmoor";
let made = 0;

function claim(
  value: Value,
  traits: Partial<Claim> & { status?: Status; quote?: string } = {},
): Claim {
  made += 1;
  const { status = "confirmed", quote = "It began so, and it was told so.", ...own } = traits;
  const reason = "As the filing says.";
  const by = newId("staff", now);
  return {
    ...{ id: newId("claim", now), number: made, author: { is: "rules" }, addedAt: now, value },
    ...{ slot: "affected_count", subject: "leak", denied: false, possible: false, speaker: "firm" },
    supports: [{ source: newId("source", now), quote: { exact: quote, prefix: "", suffix: "" } }],
    decisions: [{ status, visibility: "public", by, at: now, reason }],
    ...own,
  };
}

const clients = (amount: number, hedge: (typeof hedges)[number] = "about", unit = "client") =>
  ({ is: "quantity", amount, hedge, unit }) as const;
const date = (edtf: string) => claim({ is: "date", edtf });
const text = (words: string) => claim({ is: "text", text: words });

function codes(sentence: string, claims: readonly Claim[], section: Section = "known"): string[] {
  return checkSentence({ text: sentence, section }, claims, firm).map(({ code }) => code);
}

describe("a sentence of a brief", () => {
  it("has the numbers of its claims, no more exact, and of the same thing", () => {
    const about = [claim(clients(2_000))];
    for (const good of ["About 2,000 clients are concerned.", "It concerns some 2,000 accounts."]) {
      assert.deepEqual(codes(good, about), [], good);
    }
    const wrong = [
      "It concerns 2,000 clients.",
      "It concerns at least 2,000 clients.",
      "It concerns about 2,100 clients.",
      "It concerns about 2,000 employees.",
      "It concerns about 2,000.",
      "It concerns about two dozen clients.",
      "It concerns about ２０００ clients.",
      "It concerns half of them.",
    ];
    for (const sentence of wrong) assert.ok(codes(sentence, about).includes("number"), sentence);
    const exact = [claim(clients(69_461, "exactly"))];
    assert.deepEqual(codes("About 69,461 clients are concerned.", exact), []);
    const share = [claim(clients(1, "fewer_than", "percent_of_clients"))];
    assert.deepEqual(codes("Under 1% of clients are concerned.", share), []);
    assert.deepEqual(codes("It concerns nearly 1% of clients.", share), ["number"]);
  });

  it("has the dates of its claims, no more exact, and none that moves", () => {
    const told = [date("2025-02"), date("2026-04-13")];
    const good = [
      "It began in February 2025.",
      "It was told on 13 April 2026.",
      "It was told on 13 April.",
      "It began in 2025.",
    ];
    for (const sentence of good) assert.deepEqual(codes(sentence, told), [], sentence);
    for (const sentence of [
      "It began on 3 February 2025.",
      "It began in March 2025.",
      "It was told on 14 April.",
      "It began in 2024.",
    ]) {
      assert.deepEqual(codes(sentence, told), ["date"], sentence);
    }
    assert.deepEqual(codes("It was told last week.", told), ["relative_date"]);
  });

  it("has no stronger verb than its claims, each number its own", () => {
    const viewed = claim(clients(2_000), { verb: "viewed" });
    assert.deepEqual(codes("About 2,000 clients were viewed.", [viewed]), []);
    assert.deepEqual(codes("About 2,000 clients were exposed.", [viewed]), ["number", "verb"]);
    const copied = claim(clients(5_300_000, "about", "record"), { verb: "copied" });
    assert.deepEqual(codes("Data of about 2,000 clients were stolen.", [viewed, copied]), [
      "number",
    ]);
    const denied = claim({ is: "choice", option: "data" }, { verb: "copied", denied: true });
    assert.deepEqual(codes("No data were published.", [denied]), []);
    assert.deepEqual(codes("No data were viewed.", [denied]), ["verb"]);
    assert.deepEqual(codes("Data were copied.", [denied]), ["denial", "verb"]);
  });

  it("says that something may be so, isn't so, or that the firm says so, as its claims do", () => {
    const possible = claim(clients(2_000), { possible: true, verb: "viewed" });
    assert.deepEqual(codes("About 2,000 clients were viewed.", [possible]), ["certainty"]);
    assert.deepEqual(codes("About 2,000 clients were potentially viewed.", [possible]), []);
    const said = claim(clients(2_000), { status: "firm_says" });
    assert.deepEqual(codes("About 2,000 clients are concerned.", [said], "firm_says"), [
      "attribution",
    ]);
    assert.deepEqual(
      codes("Larkmoor says that about 2,000 clients are concerned.", [said], "firm_says"),
      [],
    );
    assert.deepEqual(codes("Larkmoor says that about 2,000 clients are concerned.", [said]), [
      "claim_status",
    ]);
  });

  it("names nobody whom no passage names", () => {
    const quoted = claim(
      { is: "choice", option: "tip" },
      { quote: "A tip came from Example Forum. The desk took it." },
    );
    assert.deepEqual(
      codes("A tip came from Example Forum, and Larkmoor’s desk took it.", [quoted]),
      [],
    );
    const objections = checkSentence(
      { text: "Mallory said it.", section: "known" },
      [quoted],
      firm,
    );
    assert.deepEqual(objections.map(wordsOfObjection), [
      "“Mallory” is in none of the passages behind its claims.",
    ]);
    assert.deepEqual(codes("It was said by Mallory Smith.", [quoted]), ["name", "name"]);
    assert.deepEqual(codes("It was said by 李明.", [quoted]), ["name"]);
  });

  it("stands on public claims of its section, and holds nothing of a person", () => {
    const hidden = claim(clients(2_000), { decisions: [] });
    assert.deepEqual(codes("About 2,000 clients are concerned.", [hidden]), [
      "claim_internal",
      "claim_status",
    ]);
    assert.deepEqual(codes("It is so.", []), ["no_claim"]);
    const plain = text("it is so");
    assert.deepEqual(codes("Write to somebody@example.net.", [plain]).at(-1), "secret");
    assert.deepEqual(codes("It is \u202eso.", [plain]), ["hidden_characters"]);
    const open = claim(clients(2_000), { status: "open" });
    assert.deepEqual(codes("About 2,000 clients are concerned.", [open], "unclear"), []);
  });

  it("tells nothing that stands in no passage behind its claims, whatever it is called", () => {
    const viewed = claim(clients(2_000), { verb: "viewed" });
    for (const [sentence, what] of [
      ["All clients were viewed.", "All"],
      ["Most clients were viewed.", "Most"],
      ["A few clients were viewed.", "few"],
      ["Passwords of about 2,000 clients were viewed.", "Passwords"],
      ["About 2,000 clients a day were viewed.", "day"],
      ["About 2,000 client records were viewed.", "records"],
      ["About 2,000 clients or more were viewed.", "more"],
      ["At least about 2,000 clients were viewed.", "least"],
      ["About 2,000 clients were viewed and looted.", "looted"],
      ["About 2,000 clients were viewed recently.", "recently"],
      ["About 2,000 clients were viewed by mallory.", "mallory"],
    ] as const) {
      const objections = checkSentence({ text: sentence, section: "known" }, [viewed], firm);
      assert.ok(
        objections.some((one) => one.what === what && /^(?:word|name)$/.test(one.code)),
        `${sentence} ${JSON.stringify(objections)}`,
      );
    }
    const filed = { quote: "The criminals took data of passports by night." };
    const taken = claim({ is: "choice", option: "passports" }, { ...filed, verb: "copied" });
    assert.deepEqual(codes("Passports’ data was taken by night.", [taken]), []);
    assert.deepEqual(codes("Data of a pass-port was sold at night.", [taken]), ["word"]);
  });

  it("denies what its claims deny, each with its own word, and nothing else", () => {
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

  it("denies before the thing that its claims deny, in the statement that has it", () => {
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

  it("denies one thing and tells another in the same words, each as its claim does", () => {
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

  it("denies nothing of what its claims tell, nor tells what their passages deny, wherever the not stands", () => {
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

  it("may say what its passage says, letter by letter", () => {
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

  it("says since when no earlier than its claims", () => {
    for (const told of ["2025-02", "2025-02/.."]) {
      assert.deepEqual(codes("It was so since 2025.", [date(told)]), [], told);
      assert.deepEqual(codes("It was so since 2019.", [date(told)]), ["date"], told);
      assert.deepEqual(codes("It was so since 2026.", [date(told)]), ["date"], told);
    }
  });

  it("makes the firm say nothing that another one says", () => {
    const filed = claim(clients(2_000), { speaker: "authority" });
    const own = claim(clients(3_000));
    for (const put of [
      "Larkmoor says that about 2,000 clients are concerned.",
      "About 2,000 clients are concerned, according to Larkmoor.",
      "The firm's own words said that about 2,000 clients are concerned.",
      "About 2,000 clients are concerned, said Larkmoor.",
      "About 2,000 clients are concerned, said Larkmoor in a statement.",
    ]) {
      assert.ok(codes(put, [filed]).includes("speech"), put);
    }
    assert.deepEqual(codes("About 2,000 clients of Larkmoor are concerned.", [filed]), []);
    for (const quote of [
      "The regulator said Larkmoor learned of about 2,000 clients from a tip.",
      "The criminals claim the firm lost the data of about 2,000 clients.",
    ]) {
      const told = claim(clients(2_000), { speaker: "authority", quote });
      assert.deepEqual(codes(quote, [told]), [], quote);
    }
    const apart =
      "About 2,000 clients are concerned, although Larkmoor says that it is about 3,000 clients.";
    assert.deepEqual(codes(apart, [filed, own]), []);
    const swapped =
      "About 3,000 clients are concerned, although Larkmoor says that it is about 2,000 clients.";
    assert.deepEqual(codes(swapped, [filed, own]), ["speech"]);
  });

  it("accuses nobody and has nothing by a word that passes for plain", () => {
    const viewed = claim(clients(2_000), { verb: "viewed", possible: true });
    for (const [sentence, code] of [
      ["About 2,000 clients were viewed by the alleged criminals.", "certainty"],
      ["About 2,000 clients who may be concerned were viewed.", "certainty"],
      ["About 2,000 clients were potentially viewed by criminals.", "word"],
      ["Potentially attackers viewed about 2,000 clients.", "word"],
      ["Somebody potentially has data of about 2,000 clients who were viewed.", "word"],
      ["About 2,000 clients are potentially out there to be viewed.", "word"],
      ["About 2,000 clients and others were potentially viewed.", "word"],
    ] as const) {
      assert.ok(codes(sentence, [viewed]).includes(code), sentence);
    }
    const good = "About 2,000 of its own clients may have been viewed.";
    assert.deepEqual(codes(good, [viewed]), []);
  });

  it("hears every may that is of the thing itself, and none of another one", () => {
    const up = clients(2_000, "at_most");
    const affected = "The incident may affect up to 2,000 clients and their agents.";
    const viewed = "The data that may have been viewed includes names that agents copied.";
    const traits = { possible: true, verb: "viewed", slot: "data_viewed" } as const;
    const names = claim({ is: "choice", option: "names" }, { ...traits, quote: viewed });
    const copied = claim(
      { is: "choice", option: "names" },
      { verb: "copied", slot: "data_copied" },
    );
    const some = claim(up, { possible: true, verb: "viewed", quote: affected });
    for (const [sentence, claims] of [
      ["The incident may affect up to 2,000 clients.", [some]],
      ["The data that may have been viewed includes names.", [names]],
      ["It may include names.", [names]],
    ] as const) {
      assert.deepEqual(codes(sentence, claims), [], sentence);
    }
    for (const [sentence, claims] of [
      ["Up to 2,000 clients who may be concerned were viewed.", [some]],
      ["Up to 2,000 clients were viewed and agents may affect them.", [some]],
      ["The data that may be known includes names.", [names]],
      ["Names that may have been copied were viewed.", [names, copied]],
    ] as const) {
      assert.deepEqual(codes(sentence, claims), ["certainty"], sentence);
    }
  });

  it("quotes letter by letter, and nothing of it is struck out", () => {
    const quoted = text("We will not pay these people");
    assert.deepEqual(codes("“We will not pay these people,” the firm wrote.", [quoted]), []);
    assert.ok(codes("“We will pay these people,” the firm wrote.", [quoted]).includes("quotation"));
    const struck = codes("About 2,000\u0336 clients are concerned.", [claim(clients(2_000))]);
    assert.deepEqual(struck, ["hidden_characters"]);
  });

  it("has no figure that isn't in its claims, whatever it is made of", () => {
    const pieces = fc.oneof(
      fc.nat(3_000).map(String),
      fc.constantFrom(
        "about 2,000 clients",
        "on 13 April 2026",
        "in 2026",
        "two clients",
        "1.5 clients",
      ),
      fc.constantFrom(
        "2,000",
        "1.5",
        "½",
        "two",
        "million",
        "%",
        "$",
        "2026",
        "April",
        "13",
        "on",
        "in",
        "early",
      ),
      fc.constantFrom("about", "clients", "employees", "of", ".", ",", "viewed", "the"),
      fc.string({ unit: codePoint, maxLength: 3 }),
    );
    const quantity = fc.record({
      amount: fc.constantFrom(2_000, 2, 1.5),
      hedge: fc.constantFrom(...hedges),
    });
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), quantity, (words, { amount, hedge }) => {
        const sentence = words.join(" ").toWellFormed();
        const claims = [claim(clients(amount, hedge), { verb: "viewed" }), date("2026-04-13")];
        if (codes(sentence, claims).length > 0) return;
        const figures = sentence.match(/\p{N}[\p{N}.,]*/gu) ?? [];
        for (const figure of figures) {
          const number = Number(figure.replace(/[.,]+$/, "").replaceAll(",", ""));
          assert.ok([amount, 2026, 13].includes(number), `${figure} in ${sentence}`);
        }
      }),
      { numRuns: 500 },
    );
  });
});
