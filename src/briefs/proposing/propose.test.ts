import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc, { codePoint } from "#fast-check";
import { locate, valueSchema } from "../claim/index.ts";
import { datesIn } from "./dates.ts";
import { proposeSources } from "./listed.ts";
import { proposalsMax, propose } from "./propose.ts";
import { quantitiesIn } from "./quantities.ts";
import { proposeQuestions } from "./questions.ts";
import { sentencesOf } from "./sentences.ts";

const quantities = (sentence: string) =>
  quantitiesIn(sentence).map(({ value }) => `${value.hedge} ${value.amount} ${value.unit}`);
const dates = (sentence: string, published?: string) =>
  datesIn(sentence, published).map(({ value, needs }) =>
    [value.is === "date" ? value.edtf : value.is, ...needs].join(" "),
  );

const captured = { capture: "text", published: "2026-04-14" } as const;

describe("what rules find in a sentence", () => {
  it("is numbers of what is counted, as exact as they are told", () => {
    const sentences = [
      ["About 2,000 client accounts were viewed.", "about 2000 client"],
      ["It hit at least 69,461 customers.", "at_least 69461 client"],
      [
        "Under 1% of monthly transacting users lost data.",
        "fewer_than 1 percent_of_monthly_clients",
      ],
      ["That is 0.02 % of its clients.", "exactly 0.02 percent_of_clients"],
      ["More than 5.3 million records are offered.", "more_than 5300000 record"],
      ["They wanted $20 million.", "exactly 20000000 usd"],
      ["Two support employees had looked.", "exactly 2 staff"],
      ["~2K users", "about 2000 client"],
      ["fewer than 300 employees", "fewer_than 300 staff"],
      ["200+ agents", "at_least 200 staff"],
    ] as const;
    for (const [sentence, found] of sentences) assert.deepEqual(quantities(sentence), [found]);
    for (const nothing of [
      "In 2026 it fell.",
      "on 13 April, clients",
      "v1.2 of it",
      "24/7 users",
    ]) {
      assert.deepEqual(quantities(nothing), [], nothing);
    }
  });

  it("is dates, also vague ones; no year is guessed, and relative ones go by the day of publication", () => {
    const published = "2026-04-14T09:00:00Z";
    const sentences = [
      ["The first was found in February 2025.", "2025-02"],
      ["It began early 2026.", "2026-01/2026-04"],
      ["in late-2025", "2025-09/2025-12"],
      ["in the spring of 2026", "2026-21"],
      ["since 2025", "2025/.."],
      ["in February", "XXXX-02 year"],
      ["on April 13", "XXXX-04-13 year"],
      ["on 13 April 2026", "2026-04-13"],
      ["on Apr. 13, 2026", "2026-04-13"],
      ["on Dec. 26 last year", "2025-12-26"],
      ["dated 2026-04-13", "2026-04-13"],
      ["It said so on Monday.", "2026-04-13"],
      ["on Tuesday", "2026-04-14"],
      ["yesterday", "2026-04-13"],
      ["last week", "2026-04-06/2026-04-12"],
      ["last month", "2026-03"],
      ["within the past year", "2025-04-13/2026-04-14"],
      ["The second came weeks later.", "later"],
    ] as const;
    for (const [sentence, found] of sentences) {
      assert.deepEqual(dates(sentence, published), [found], sentence);
    }
    assert.deepEqual(dates("on Monday", "2026-04"), ["text date"]);
    assert.deepEqual(dates("last month and last year", "2026-04"), ["2026-03", "2025"]);
    assert.deepEqual(dates("last year"), ["text date"]);
    assert.deepEqual(dates("You may look on 30 February 2026"), ["text date"]);
  });
});

describe("what rules propose", () => {
  const text =
    "Example Exchange posted on Monday that about 2,000 accounts were potentially viewed. Its systems were never breached.\n- The exchange states that no client funds are at risk.\n" +
    "“We will not pay these people anything,” it wrote. The group claims to have stolen data of 5.3 million clients.";

  it("has its sentence, who says it, and how strong", () => {
    const found = propose({ ...captured, text }, "Example Exchange");
    const lines = found.map(({ rule, slot, speaker, verb, possible, needs }) =>
      [rule, slot, speaker, verb, possible, ...needs].join(" "),
    );
    assert.deepEqual(lines, [
      "quantity affected_count firm viewed true",
      "date  firm  true slot",
      "denial systems_breached article  false",
      "denial funds_at_risk firm  false",
      "denial payment_stance article  false",
      "quotation statement article  false",
      "quantity affected_count actor copied true",
    ]);
    assert.equal(found[2]?.quote.exact, "Its systems were never breached.");
    assert.match(found[3]?.quote.exact ?? "", /^The exchange/);
  });

  it("knows in which section of a raw brief it stood, and takes nothing from headlines", () => {
    const raw = [
      "Published 2026-04-14",
      "Summary: Example Exchange says that 2,000 accounts were viewed.",
      "What We Know",
      "- It will not pay.",
      "What’s Still Unclear",
      "- How many clients are concerned.",
      "- Whether 3 regulators were told.",
      "Related coverage",
      "- Oil falls by 20 dollars",
    ].join("\n");
    const source = { text: raw, published: "2026-04-14" };
    const found = propose({ ...captured, ...source }, "Example Exchange");
    assert.deepEqual(
      found.map(({ rule, section }) => `${rule} ${section}`),
      ["date undefined", "quantity summary", "denial known"],
    );
    assert.deepEqual(
      proposeQuestions(source).map(({ text: asked, slot, askedOn }) => [asked, slot, askedOn]),
      [
        ["How many clients are concerned.", "affected_count", "2026-04-14"],
        ["Whether 3 regulators were told.", "law_enforcement", "2026-04-14"],
      ],
    );
    assert.deepEqual(
      proposeQuestions({ text: "What’s still unclear\nAll.", published: undefined }),
      [],
    );
  });

  it("takes what a raw brief calls known, also where nothing else reads it, and what it lists as sources", () => {
    const raw = [
      ...[
        "Summary",
        "Example Exchange is extorted.",
        "What We Know",
        "- A group has asked for money.",
      ],
      ...[
        "What’s Still Unclear",
        "- How it began.",
        "Sources",
        "- A headline https://example.org/a",
      ],
    ].join("\n");
    const found = propose({ ...captured, text: raw }, "Example Exchange");
    assert.deepEqual(
      found.map(({ rule, section, quote }) => [rule, section, quote.exact]),
      [
        ["statement", "summary", "Example Exchange is extorted."],
        ["statement", "known", "A group has asked for money."],
      ],
    );
    const [listed, ...more] = proposeSources({ text: raw });
    assert.deepEqual(
      [listed?.url, listed?.section, more],
      ["https://example.org/a", "sources", []],
    );
    assert.deepEqual(proposeSources({ text: "Sources\n- A headline" }), []);
  });

  it("reads a list of facts by what each is about, and takes nothing of what nobody knows", () => {
    const facts = [
      ...["accounts: 2000", "accounts pct: 0.02", "staff: 2", "breach: firm says none"],
      ...["first incident: 2025-02 given as date of the tip", "second incident: spring 2026"],
      ...["detection: tip about a video", "accounts: unknown", "color of the logo: red"],
      "2,000 accounts were exposed.",
    ].join("\n");
    const source = { capture: "facts", text: facts, published: "2026-04" } as const;
    const said = propose(source, "firm").map(({ rule, slot, value }) => [
      ...[rule, slot],
      value.is === "quantity" ? `${value.amount} ${value.unit}` : Object.values(value).at(-1),
    ]);
    assert.deepEqual(said, [
      ["fact", "affected_count", "2000 client"],
      ["fact", "affected_share", "0.02 percent_of_clients"],
      ["fact", "insider_count", "2 staff"],
      ["fact", "systems_breached", "no"],
      ["fact", "first_incident", "2025-02"],
      ["fact", "second_incident", "2026-21"],
      ["fact", "detected_by", "tip"],
      ["fact", undefined, "red"],
      ["quantity", "affected_count", "2000 client"],
    ]);
    const told = "accounts: 2000\naccounts verb: potentially viewed";
    const [viewed] = propose({ ...source, text: told }, "firm");
    assert.deepEqual([viewed?.verb, viewed?.possible], ["viewed", true]);
    const sentences = { ...source, capture: "text" } as const;
    assert.ok(propose(sentences, "firm").every(({ rule }) => rule !== "fact"));
  });

  it("is told where it stands, whatever the text", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "2,000 accounts",
        " in February ",
        "never breached. ",
        "“we will not pay”",
        "\n",
        " on Dec. ",
      ),
      fc.string({ unit: codePoint, maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const any = pieces.join("").toWellFormed();
        for (const { quote, value } of propose({ ...captured, text: any }, "firm")) {
          assert.ok(any.includes(quote.exact) && valueSchema.safeParse(value).success);
          if (any.split(quote.exact).length === 2) locate(any, quote);
        }
        for (const { text: own, start } of sentencesOf(any)) {
          assert.equal(any.slice(start, start + own.length), own);
        }
      }),
    );
  });

  it("is bounded, and hostile text takes no longer than other text", () => {
    const texts = ["2,000 accounts. ".repeat(20_000), "1,".repeat(200_000), " in ".repeat(100_000)];
    for (const hostile of [
      ...texts,
      "no ".repeat(100_000),
      "“a ".repeat(100_000),
      "x".repeat(400_000),
    ]) {
      assert.ok(propose({ ...captured, text: hostile }, "firm").length <= proposalsMax);
    }
  });
});
