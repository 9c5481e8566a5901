import assert from "node:assert/strict";
import { Agent, get, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { listen } from "./listen.ts";

test("once it stops, a connection that is kept alive gets its answers and no more requests", async () => {
  const begun = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const answer = async () => {
    begun.resolve();
    await finish.promise;
    return new Response("answered");
  };
  const listening = await listen({ fetch: answer }, "127.0.0.1", 0);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const asked = () =>
    new Promise<IncomingMessage>((resolve, reject) => {
      get(listening.url, { agent }, resolve).on("error", reject);
    });
  const underWay = asked();
  await begun.promise;
  const next = asked();
  const stopped = listening.stop();
  finish.resolve();
  assert.equal(await text(await underWay), "answered");
  const last = await next;
  assert.equal(await text(last), "answered");
  assert.equal(last.headers.connection, "close");
  await stopped;
  await assert.rejects(asked(), { code: "ECONNREFUSED" });
});
