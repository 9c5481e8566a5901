import type { Appender } from "#ledger";
import { openSignedFile, type Published, type SignedFileOptions, system } from "#platform";
import { accessOf } from "./access/index.ts";
import type { PolicyBundle } from "./bundle.ts";
import { policyAdopted } from "./events.ts";
import { demoPolicyKeyId, policyKind, readPayload, refuseOutOfForce } from "./signing.ts";

export type PolicySourceOptions = Omit<
  SignedFileOptions<PolicyBundle>,
  "kind" | "read" | "demoKeyId" | "onAdopted"
> & {
  appender: Appender;
  /** The rules on who sees what are opened with each edition: one whose rules can't be used is refused. */
  decides?: boolean;
};

/** The edition in force. Everything that reads the policy gets it from here. */
export type PolicySource = {
  /** What we promise. It is shown past its last day too, since no promise in it grows unsafe by age. */
  current(): Promise<PolicyBundle>;
  /** The signed document as it is served. */
  published(): Promise<Published<PolicyBundle>>;
  /** @throws {PolicyExpired} after `valid_to`: the desk is not ready until the policy is renewed */
  requireInForce(): Promise<void>;
};

/**
 * Opens the signed policy that this server keeps to, and takes up a newer edition while it runs.
 * @throws every refusal of `verifyPolicy`: a server must not start on such a policy
 */
export async function openPolicySource(options: PolicySourceOptions): Promise<PolicySource> {
  const { clock, appender } = options;
  const file = await openSignedFile({
    ...options,
    kind: policyKind,
    demoKeyId: demoPolicyKeyId,
    onAdopted: (keyId, edition, joined) => {
      const details = { keyId, ...edition };
      return appender.append(system, { kind: policyAdopted, details }, clock(), joined);
    },
    read: async (payload) => {
      const bundle = readPayload(payload);
      refuseOutOfForce(bundle, clock());
      if (options.decides === true) await accessOf(bundle);
      return bundle;
    },
  });
  return {
    published: () => file.current(),
    current: async () => (await file.current()).content,
    requireInForce: async () => refuseOutOfForce((await file.current()).content, clock()),
  };
}
