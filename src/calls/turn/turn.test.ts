import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { newId } from "#platform";
import { iceServersFor, turnOf, turnSettings } from "./index.ts";

const now = new Date("2026-11-20T12:00:00Z");
const secret = "north star of larkmoor";

test("a page has a name and a password for the relay, for its leg and for minutes", () => {
  const leg = { id: newId("leg", now) };
  const urls = turnSettings.CALLS_TURN_URLS.schema.parse("turn:a.example, turns:b.example:5349");
  const turn = turnOf({ CALLS_TURN_URLS: urls, CALLS_TURN_SECRET: secret });
  const { iceServers, iceTransportPolicy } = iceServersFor(turn, leg, 300, now);
  assert.equal(iceTransportPolicy, "relay");
  const [server] = iceServers;
  assert.deepEqual(server?.urls, ["turn:a.example", "turns:b.example:5349"]);
  assert.equal(server?.username, `${now.getTime() / 1_000 + 600}:${leg.id}`);
  const password = createHmac("sha1", secret)
    .update(server?.username ?? "")
    .digest("base64");
  assert.equal(server?.credential, password);
  assert.match(iceServersFor(turn, leg, 60, now).iceServers[0]?.username ?? "", /^1795176120:/);
});

test("without a server pages connect on one network; a server without its secret is refused", () => {
  const leg = { id: newId("leg", now) };
  assert.deepEqual(iceServersFor(undefined, leg, 300, now), {
    iceServers: [],
    iceTransportPolicy: "all",
  });
  assert.equal(turnOf({ CALLS_TURN_URLS: undefined, CALLS_TURN_SECRET: undefined }), undefined);
  assert.throws(
    () => turnOf({ CALLS_TURN_URLS: ["turn:a.example"], CALLS_TURN_SECRET: undefined }),
    { code: "wrong_setting" },
  );
  for (const wrong of ["https://turn.example", "turn:", "turn:a?x=y"]) {
    assert.ok(!turnSettings.CALLS_TURN_URLS.schema.safeParse(wrong).success, wrong);
  }
});
