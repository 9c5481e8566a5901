import assert from "node:assert/strict";
import { test } from "node:test";
import { type Heard, meaningOf, type ProviderStatus, providerStatuses } from "./status.ts";

/** twilio.com/docs/voice/api/call-resource and its status callbacks: `CallStatus`. */
const twilio: Record<string, Heard> = {
  queued: { is: "waiting" }, // taken, and not placed yet
  initiated: { is: "waiting" }, // handed to a carrier
  ringing: { is: "ringing" },
  "in-progress": { is: "answered" }, // the callback `answered` says so
  completed: { is: "ended", because: "completed" }, // was answered, and has ended
  busy: { is: "ended", because: "busy" },
  failed: { is: "ended", because: "failed" },
  "no-answer": { is: "ended", because: "no_answer" },
  canceled: { is: "ended", because: "cancelled" }, // before anybody answered
};

/** docs.jambonz.org, "call:status" and the call status webhook: `call_status`. */
const jambonz: Record<string, Heard> = {
  trying: { is: "waiting" }, // just been sent
  ringing: { is: "ringing" }, // 180 Ringing
  "early-media": { is: "ringing" }, // 183 Session Progress, prior to answering
  "in-progress": { is: "answered" },
  completed: { is: "ended", because: "completed" }, // an answered call has ended
  failed: { is: "ended", because: "failed" },
  busy: { is: "ended", because: "busy" },
  "no-answer": { is: "ended", because: "no_answer" },
  queued: { is: "waiting" },
};

for (const [provider, statuses] of Object.entries({ twilio, jambonz })) {
  test(`each status of ${provider} means one thing here`, () => {
    for (const [status, meaning] of Object.entries(statuses)) {
      assert.deepEqual(meaningOf(status as ProviderStatus), meaning, status);
    }
  });
}

test("no other status is taken", () => {
  const documented = new Set([...Object.keys(twilio), ...Object.keys(jambonz)]);
  assert.deepEqual(new Set(providerStatuses), documented);
});
