import { packagedFile } from "#platform";
import { readPolicySource } from "./access/index.ts";
import { type PolicyBundle, readBundle } from "./bundle.ts";

/** The demo firm's policy, unsigned, fresh at each call: tests change it. */
export async function demoBundle(): Promise<PolicyBundle> {
  return readBundle(await readPolicySource(packagedFile("examples/larkmoor.policy.json")));
}
