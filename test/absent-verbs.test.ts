import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { declarationOf } from "#platform";
import { openTestSite, type TestSite } from "#test";

type Verb = {
  /** Routes of the staff and of the firm's systems that would be this verb, by method and path. */
  would: RegExp;
  /** What such a route would be called: the pattern must find it, or the test couldn't fail. */
  such: string;
};

/** Law 6: what has no verb can't be bribed. Commands are the operator's, who has the database anyway; routes are the staff's. */
const absent: Readonly<Record<string, Verb>> = {
  "set a call's status": {
    would: /^(?:POST|PUT|PATCH) .*\b(?:calls?|status-of-call)\b.*\bstatus\b/,
    such: "POST /staff/calls/:call/status",
  },
  "say that a leg of a call rings, was answered or has ended": {
    would: /^(?:POST|PUT|PATCH) \/(?:staff|v1)\b.*\b(?:state|ringing|answered|lease|outcome)\b/,
    such: "POST /staff/calls/:call/legs/:leg/answered",
  },
  "dial an arbitrary number": {
    would: /^\w+ .*(?:\b(?:dial|call-number)\b|:(?:to|number|phone)\b)/,
    such: "POST /staff/calls/:number",
  },
  "list or show a client's number": {
    would: /^\w+ \/(?:staff|v1)\b.*\b(?:phones?|numbers?|phone-numbers?|caller-ids?)\b/,
    such: "GET /staff/calls/:call/number",
  },
  "reach a client who booked nothing": {
    would: /^(?:POST|PUT|PATCH) \/staff\b.*(?:\/clients?\b.*\bcalls?\b|\/calls?$)/,
    such: "POST /staff/clients/:client/calls",
  },
  "list clients": {
    would: /^GET \/(?:staff|v1)\/(?:clients|accounts|people-outside|records)\b/,
    such: "GET /v1/clients",
  },
  "export clients": {
    would: /^\w+ \/(?:staff|v1)\b.*\b(?:export|exports|download|report\.csv)\b/,
    such: "GET /staff/clients/export",
  },
  "read a secret": {
    would:
      /^\w+ \/(?:staff|v1)\b.*\b(?:seeds?|private-keys?|master-keys?|recovery-codes|passwords?)\b/,
    such: "GET /staff/clients/:client/recovery-codes",
  },
  "weaken a client's security": {
    would:
      /^(?:POST|PUT|PATCH|DELETE) \/staff\b.*\b(?:unlock|locks?|authenticators?|two-factor|withdrawal-addresses|reset-password|factors?|device-approvals?)\b/,
    such: "POST /staff/clients/:client/unlock",
  },
};

suite("verbs that don't exist", () => {
  let site: TestSite;
  let routes: string[];
  before(async () => {
    site = await openTestSite();
    routes = site.app.routes.map(({ method, path }) => `${method} ${path}`);
  });
  after(() => site[Symbol.asyncDispose]());

  for (const [verb, { would, such }] of Object.entries(absent)) {
    test(`nobody on the staff has a verb to ${verb}`, () => {
      assert.match(such, would);
      assert.ok(routes.length > 100);
      assert.deepEqual(
        routes.filter((route) => would.test(route)),
        [],
      );
    });
  }

  test("all that somebody on the staff can do with a call", () => {
    const acts = routes.filter((route) => /^(?!GET |ALL )\w+ \/staff\/calls\b/.test(route));
    assert.deepEqual(
      [...new Set(acts)].sort(),
      [
        "POST /staff/calls/:call/cancel",
        "POST /staff/calls/:call/legs", // calls the client of this booking, in its window
        "POST /staff/calls/:call/legs/:leg/beats", // the page is there, and sound goes through
        "POST /staff/calls/:call/legs/:leg/end",
        "POST /staff/calls/:call/legs/:leg/ice",
        "POST /staff/calls/:call/legs/:leg/signals",
        "POST /staff/calls/:call/time",
        "POST /staff/calls/inbound", // asks the owner of an account who dialled
      ],
      "is it a verb that can be bribed?",
    );
  });

  test("no route of the staff changes how a client's account is protected: each says what it changes", () => {
    const staff = site.app.routes.filter(({ path }) => /^\/(?:staff|v1\/staff)\b/.test(path));
    const declared = staff.flatMap(({ handler }) => declarationOf(handler) ?? []);
    assert.ok(declared.length > 20);
    assert.deepEqual([...new Set(declared)], ["nothing"]);
  });
});
