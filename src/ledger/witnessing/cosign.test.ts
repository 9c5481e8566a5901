import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import fc from "#fast-check";
import { listen } from "#platform";
import { MadeLog } from "#test";
import {
  parseNote,
  parsePolicy,
  printKey,
  signNote,
  verifyByPolicy,
  withCosignatures,
} from "#tlog";
import { type Ask, type CosignRequest, cosign, isAlarm } from "./cosign.ts";
import { makeWitness } from "./made-witness.ts";
import { makeWitnessKey, signersOf } from "./witness-key.ts";
import { witnessesToAsk } from "./witnesses.ts";

const log = MadeLog.make();
const fork = log.forkedAt(5);
const now = new Date("2026-11-20T12:00:00Z");
const url = "http://witness.example";
const timeoutMs = 10_000;

type Made = Awaited<ReturnType<typeof makeWitness>>;

/** Asks a made witness, without a network between. */
const askOf =
  (witness: Made): Ask =>
  async (_, init) =>
    await witness.running().routes.request("/add-checkpoint", init);

/** A request to cosign the log at a size. */
function requestFor(
  witness: { keys: CosignRequest["witness"]["keys"] },
  size: number,
  more: Partial<CosignRequest> = {},
  history = log,
): CosignRequest {
  return {
    witness: { url, names: ["one"], keys: witness.keys },
    signed: history.checkpoint(size),
    oldSize: 0,
    prove: async (oldSize) => history.proof(oldSize, size),
    ask: () => Promise.reject(new Error("asked")),
    timeoutMs,
    ...more,
  };
}

/** A witness that always answers the same. */
const answering =
  (status: number, contentType: string, body: string): Ask =>
  async () =>
    new Response(body, { status, headers: { "content-type": contentType } });

async function serve(listener: RequestListener) {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.dispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}

test("a checkpoint that a witness cosigned over the network counts by the policy of a reader", async () => {
  await using witness = await makeWitness([log]);
  const listening = await listen(witness.running().routes, "127.0.0.1", 0);
  try {
    const lines = witness.keys.map(
      (key, place) => `witness w${place} ${printKey(key)} ${listening.url}/\n`,
    );
    const policy = parsePolicy(`log ${log.vkey}\n${lines.join("")}group w all w0 w1\nquorum w\n`);
    const [asked = assert.fail(), ...more] = witnessesToAsk(policy);
    assert.deepEqual([more, asked.names], [[], ["w0", "w1"]]);
    for (const [oldSize, size] of [
      [0, 7],
      [7, 12],
    ] as const) {
      const request = requestFor(witness, size, { witness: asked, oldSize, ask: fetch });
      const cosigning = await cosign(request);
      assert.ok(cosigning.is === "cosigned");
      assert.equal(cosigning.cosignedAt, now.getTime() / 1000);
      assert.equal(cosigning.from, oldSize);
      const note = parseNote(request.signed);
      const joined = withCosignatures(note, cosigning.lines, asked.keys);
      assert.equal(verifyByPolicy(joined, policy).witnessed.length, 2);
    }
  } finally {
    await listening.stop();
  }
});

test("a reply that was lost after the witness had stored it is caught up with", async () => {
  await using witness = await makeWitness([log]);
  const lost: Ask = async (...words) => {
    await askOf(witness)(...words);
    throw new TypeError("fetch failed", {
      cause: Object.assign(new Error(), { code: "ECONNRESET" }),
    });
  };
  assert.deepEqual(await cosign(requestFor(witness, 7, { ask: lost })), {
    is: "unreachable",
    reason: "No connection (ECONNRESET).",
  });
  const again = await cosign(requestFor(witness, 7, { ask: askOf(witness) }));
  assert.ok(again.is === "cosigned" && again.from === 7);
  await cosign(requestFor(witness, 9, { ask: lost, oldSize: 7 }));
  const grown = await cosign(requestFor(witness, 12, { ask: askOf(witness), oldSize: 7 }));
  assert.ok(grown.is === "cosigned" && grown.from === 9);
});

test("whatever was lost, one good exchange ends at the log's size", async () => {
  const loss = fc.record({
    growth: fc.nat(4),
    isRemembered: fc.boolean(),
    lost: fc.constantFrom("nothing", "request", "reply"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(loss, { maxLength: 8 }), async (losses) => {
      await using witness = await makeWitness([log]);
      let [size, oldSize] = [0, 0];
      for (const { growth, isRemembered, lost } of losses) {
        size += growth;
        const ask: Ask = async (...words) => {
          if (lost === "request") throw new Error("lost");
          const answer = await askOf(witness)(...words);
          if (lost === "reply") throw new Error("lost");
          return answer;
        };
        const { is } = await cosign(requestFor(witness, size, { oldSize, ask }));
        assert.equal(is, lost === "nothing" ? "cosigned" : "unreachable");
        if (is === "cosigned" && isRemembered) oldSize = size;
      }
      const { is } = await cosign(requestFor(witness, size, { oldSize, ask: askOf(witness) }));
      assert.equal(is, "cosigned");
    }),
    { numRuns: 30 },
  );
});

test("another history is an alarm, in each of the three ways in which it shows", async () => {
  await using witness = await makeWitness([log]);
  const ask = askOf(witness);
  assert.equal((await cosign(requestFor(witness, 9, { ask }))).is, "cosigned");
  const alarms = [
    await cosign(requestFor(witness, 9, { ask, oldSize: 9 }, fork)),
    await cosign(requestFor(witness, 9, { ask }, fork)),
    await cosign(requestFor(witness, 12, { ask, oldSize: 9 }, fork)),
    await cosign(requestFor(witness, 7, { ask, oldSize: 5 })),
    await cosign(requestFor(witness, 7, { ask, oldSize: 9 })),
  ];
  assert.deepEqual(
    alarms.map(({ is }) => is),
    ["forked", "forked", "unproven", "ahead", "ahead"],
  );
  assert.ok(alarms.every(isAlarm));
});

test("a witness that lost its memory cosigns from where it stands, and that shows", async () => {
  await using witness = await makeWitness([log]);
  const request = requestFor(witness, 9, { ask: askOf(witness), oldSize: 7 });
  const cosigning = await cosign(request);
  assert.ok(cosigning.is === "cosigned" && cosigning.from === 0);
});

test("a witness that doesn't know the log or its key says so, and that is no alarm", async () => {
  await using witness = await makeWitness([log]);
  const ask = askOf(witness);
  const stranger = await cosign(requestFor(witness, 3, { ask }, MadeLog.make("other.example")));
  const heir = await cosign(requestFor(witness, 3, { ask }, MadeLog.make(log.origin)));
  assert.deepEqual([stranger.is, heir.is], ["unknown", "forged"]);
  assert.ok(![stranger, heir].some(isAlarm));
});

test("answers that no witness should give are unusable, and no alarm", async () => {
  const keys = signersOf(makeWitnessKey("witness.example/one"));
  const witness = { keys: keys.map(({ key }) => key) };
  const linesOf = (size: number, signers = keys, time = now) => {
    const { text } = parseNote(log.checkpoint(size));
    return signNote(text, signers, time).slice(text.length + 1);
  };
  const text = "text/plain; charset=utf-8";
  const size = "text/x.tlog.size";
  const strangers = signersOf(makeWitnessKey("witness.example/one"));
  const bad: [number, string, string, RegExp][] = [
    [200, text, "", /newline/],
    [200, text, "<html>", /newline/],
    [200, text, linesOf(7, strangers), /No known key/],
    [200, text, linesOf(6), /it isn't/],
    [200, text, linesOf(7) + linesOf(6), /it isn't/],
    [200, text, linesOf(7, keys, new Date(0)), /doesn't say when/],
    [200, text, linesOf(7).repeat(40), /over 65536 bytes/],
    [409, "text/html", "<h1>Conflict</h1>", /409 without a size/],
    [409, size, "seven\n", /decimal/],
    [409, size, `${"9".repeat(70_000)}\n`, /over/],
    [409, size, "3\n", /another size each time/],
    [302, text, "", /status 302/],
    [500, text, "", /status 500/],
    [503, text, "", /status 503/],
  ];
  for (const [status, type, body, reason] of bad) {
    const ask = answering(status, type, body);
    const cosigning = await cosign(requestFor(witness, 7, { ask, oldSize: 5 }));
    assert.ok(cosigning.is === "unusable", `${status} ${cosigning.is}`);
    assert.match(cosigning.reason, reason);
  }
  const good = await cosign(requestFor(witness, 7, { ask: answering(200, text, linesOf(7)) }));
  assert.ok(good.is === "cosigned");
  const ahead = answering(409, `${size}; charset=utf-8`, "9\n");
  assert.deepEqual(await cosign(requestFor(witness, 7, { ask: ahead })), {
    is: "ahead",
    latestSize: 9,
  });
});

test("no redirection is followed, and no answer is waited for or read without end", async () => {
  const asked: string[] = [];
  using server = await serve((request, response) => {
    asked.push(request.url ?? "");
    if (request.url?.startsWith("/moved")) {
      response.writeHead(308, { location: "/elsewhere/add-checkpoint" }).end();
    } else if (request.url?.startsWith("/endless")) {
      response.on("close", () => asked.push("given up"));
      const more = () => response.write("x".repeat(10_000), () => setImmediate(more));
      more();
    } else if (request.url?.startsWith("/slow")) {
      response.write("x");
    }
  });
  const witness = await makeWitness([log]);
  await witness[Symbol.asyncDispose]();
  const outcomeAt = async (path: string, more: Partial<CosignRequest> = {}) => {
    const to = { url: `${server.url}/${path}`, names: ["one"], keys: witness.keys };
    return await cosign(requestFor(witness, 7, { witness: to, ask: fetch, ...more }));
  };
  assert.equal((await outcomeAt("moved")).is, "unusable");
  assert.equal((await outcomeAt("endless")).is, "unusable");
  const late = { is: "unreachable", reason: "No answer in 0.2 s." };
  assert.deepEqual(await outcomeAt("slow", { timeoutMs: 200 }), late);
  assert.deepEqual(await outcomeAt("silent", { timeoutMs: 200 }), late);
  assert.deepEqual(
    asked.filter((path) => !path.startsWith("given")),
    ["moved", "endless", "slow", "silent"].map((path) => `/${path}/add-checkpoint`),
  );
  assert.ok(asked.includes("given up"));
  server[Symbol.dispose]();
  const gone = await outcomeAt("gone");
  assert.ok(gone.is === "unreachable");
  assert.match(gone.reason, /^No connection \([A-Z_]+\)\.$/);
});

test("a proof that can't be made is our own fault, and thrown", async () => {
  await using witness = await makeWitness([log]);
  assert.equal((await cosign(requestFor(witness, 5, { ask: askOf(witness) }))).is, "cosigned");
  const prove = () => Promise.reject(new Error("no such tile"));
  const request = requestFor(witness, 7, { ask: askOf(witness), prove });
  await assert.rejects(cosign(request), /no such tile/);
});

test("witnesses without an address aren't asked, and an address that hides something is refused", () => {
  const [one = assert.fail(), two = assert.fail()] = ["one", "two"].map(
    (name) => signersOf(makeWitnessKey(`${name}.example`))[0]?.key,
  );
  const policyOf = (address: string) =>
    parsePolicy(
      `witness one ${printKey(one)}\nwitness two ${printKey(two)} ${address}\nquorum two\n`,
    );
  assert.deepEqual(witnessesToAsk(policyOf("https://two.example/w/")), [
    { url: "https://two.example/w", names: ["two"], keys: [two] },
  ]);
  for (const address of [
    "two.example",
    "ftp://two.example",
    "https://a:b@two.example/",
    "https://two.example/?a",
  ]) {
    assert.throws(
      () => witnessesToAsk(policyOf(address)),
      { code: "witness_url_invalid" },
      address,
    );
  }
});
