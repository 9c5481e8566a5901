import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc, { codePoint } from "#fast-check";
import { makeTestClaim as claim } from "#test";
import { type Claim, hedges } from "../claim/index.ts";
import { checkSentence, type Section } from "./check.ts";
import { wordsOfObjection } from "./objection.ts";

const firm = "Larkmoor";
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
      "About 2,000 clients are concerned, said Larkmoor and the regulator.",
      "About 2,000 clients are concerned, said the firm itself.",
      "About 2,000 clients are concerned, said the company which runs it.",
      "About 2,000 clients are concerned, said Larkmoor for the first time.",
      "About 2,000 clients are concerned, said Larkmoor when asked.",
      "About 2,000 clients are concerned, says Larkmoor from its site.",
      "About 2,000 clients are concerned, said Larkmoor's staff.",
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

  it("says that it may be so by no may of what somebody else could do", () => {
    const calls = "Criminals may call clients, which the firm may pay and affect.";
    const traits = { possible: true, verb: "viewed", quote: calls } as const;
    const names = claim({ is: "choice", option: "names" }, { ...traits, slot: "data_viewed" });
    const count = claim(clients(2_000), traits);
    const most = claim(clients(2_000, "at_most"), traits);
    const risk = claim(
      { is: "choice", option: "calls" },
      { possible: true, slot: "risk", quote: calls },
    );
    for (const [sentence, claims] of [
      ["Criminals may call clients.", [risk]],
      ["The firm may pay about 2,000 clients whose data may have been viewed.", [count]],
    ] as const) {
      assert.deepEqual(codes(sentence, claims), [], sentence);
    }
    for (const [sentence, possible] of [
      ["Criminals may call clients whose names were viewed.", names],
      ["Criminals may have called clients whose names were viewed.", names],
      ["The firm may pay, and names were viewed.", names],
      ["The firm may say names were viewed.", names],
      ["Criminals may call about 2,000 clients who were viewed.", count],
      ["About 2,000 clients whom criminals may call were viewed.", count],
      ["About 2,000 clients viewed may call the firm.", count],
      ["Up to 2,000 clients whose data may affect them were viewed.", most],
      ["Up to 2,000 clients were viewed by criminals that may have been viewed.", most],
    ] as const) {
      assert.deepEqual(codes(sentence, [possible]), ["certainty"], sentence);
    }
  });

  it("says that it may be so where a word ends as a participle does and is none", () => {
    for (const sentence of [
      "Clients may need new passwords.",
      "The loss may exceed deposits.",
      "Criminals may speed up.",
      "Clients may indeed be called.",
      "Clients may indeed have been called.",
      "Criminals may call clients they need.",
    ]) {
      const risk = { possible: true, slot: "risk", quote: sentence } as const;
      assert.deepEqual(codes(sentence, [claim({ is: "choice", option: "calls" }, risk)]), []);
    }
    const called = "Criminals may call clients robbed by agents.";
    const robbed = { possible: true, slot: "risk", quote: called } as const;
    assert.deepEqual(codes(called, [claim({ is: "choice", option: "calls" }, robbed)]), [
      "certainty",
    ]);
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
