import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import {
  newWebhookSecret,
  printSecret,
  secretIn,
  sentAt,
  signedHeaders,
} from "./standard-webhooks.ts";

// The example of Standard Webhooks 1.0.
const secret = Buffer.from("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "base64");
const id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
const at = new Date(1_614_265_330_000);
const body = '{"test": 2432232314}';
const headers = {
  "webhook-id": id,
  "webhook-timestamp": "1614265330",
  "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
};
const later = (seconds: number) => new Date(at.getTime() + seconds * 1_000);

test("signatures are those of Standard Webhooks", () => {
  assert.deepEqual(signedHeaders(id, at, body, [secret]), headers);
  assert.deepEqual(sentAt(headers, body, secret, later(300)), at);
});

test("what is old, early, changed or signed by somebody else was sent by nobody", () => {
  for (const now of [later(301), later(-301)])
    assert.equal(sentAt(headers, body, secret, now), undefined);
  const other = newWebhookSecret();
  for (const [changed, text, key] of [
    [headers, `${body} `, secret],
    [headers, body, other],
    [{ ...headers, "webhook-id": `${id}x` }, body, secret],
    [{ ...headers, "webhook-timestamp": "1614265331" }, body, secret],
    [{ ...headers, "webhook-signature": "" }, body, secret],
    [{ ...headers, "webhook-signature": "v1,AAAA v1a,AAAA" }, body, secret],
    [{ ...headers, "webhook-timestamp": "1e9" }, body, secret],
  ] as const)
    assert.equal(sentAt(changed, text, key, at), undefined);
  const both = signedHeaders(id, at, body, [other, secret]) as typeof headers;
  assert.deepEqual(sentAt(both, body, secret, at), at, "while a secret is changed, two sign");
});

test("a secret comes back from what was printed, and nothing else is one", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      const isOne = bytes.length >= 24 && bytes.length <= 64;
      const read = secretIn(printSecret(bytes));
      assert.deepEqual(read, isOne ? Buffer.from(bytes) : undefined);
    }),
  );
  assert.equal(secretIn("a password"), undefined);
});
