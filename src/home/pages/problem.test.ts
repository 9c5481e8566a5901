import assert from "node:assert/strict";
import { test } from "node:test";
import { english, problem } from "#platform";
import { ProblemPage } from "./problem.tsx";

const shown = (...given: Parameters<typeof problem>) =>
  String(ProblemPage({ language: english, problem: problem(...given), hasForm: false }));

test("a refusal says why; a bare status has words of its own, whichever it is", () => {
  const why = "Only an analyst may do this. Ask a lead for the role.";
  const refused = shown(403, "req_1", "role_missing", why);
  assert.ok(refused.includes(`<p class="lead" lang="en">${why}</p>`));
  assert.doesNotMatch(refused, /another website/);
  assert.match(shown(403, "req_1"), /another website/);
  assert.match(shown(500, "req_1"), /our side|went wrong/i);
  assert.match(shown(405, "req_1"), /This address doesn&#39;t take that method/);
});
