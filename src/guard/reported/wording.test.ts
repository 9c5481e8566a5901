import assert from "node:assert/strict";
import { test } from "node:test";
import { asksAndNotices, type ReportCase, reportCases } from "#test";
import { analyseReported } from "./reported.ts";

function sharesOf(cases: readonly ReportCase[]): {
  missed: number;
  accused: number;
  wrong: string;
} {
  const wrong = cases.filter(({ isScam, text }) => analyseReported(text).scam !== isScam);
  const scams = cases.filter(({ isScam }) => isScam).length;
  const missed = wrong.filter(({ isScam }) => isScam).length;
  return {
    missed: missed / scams,
    accused: (wrong.length - missed) / (cases.length - scams),
    wrong: wrong.map(({ text }) => text).join("\n"),
  };
}

test("what was learned from is judged rightly in twelve languages", () => {
  const languages = Object.groupBy(reportCases("learned-from"), ({ language }) => language);
  for (const [language, cases = []] of Object.entries(languages)) {
    const { missed, accused, wrong } = sharesOf(cases);
    assert.ok(missed <= 0.1 && accused <= 0.05, `${language}\n${wrong}`);
  }
});

test("of hard texts that nobody learned from a third is told, and few honest ones are accused", () => {
  const { missed, accused } = sharesOf(reportCases("kept-apart"));
  // No names: who knows them would learn from them.
  assert.ok(missed <= 0.7, `${missed} of the scams are missed`);
  assert.ok(accused <= 0.06, `${accused} of the honest ones are accused`);
});

test("what honest firms send by themselves reads like no scam, in twelve languages", () => {
  const notices = asksAndNotices().filter(({ isAsk }) => !isAsk);
  const accused = notices.filter(({ text }) => analyseReported(text).scam);
  assert.ok(accused.length <= notices.length / 50, accused.map(({ text }) => text).join("\n"));
});

test("a notice of a reset is nothing to report, nor is an answer that takes two days", () => {
  for (const text of [
    "Hemos recibido una solicitud para restablecer su contraseña. Si no fue usted, ignore este mensaje.",
    "Hemos recibido su solicitud. Le responderemos en 48 horas.",
  ])
    assert.equal(analyseReported(text).verdict, "nothing_found", text);
});
