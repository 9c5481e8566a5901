import { messageOf, openSignedFile, type Published, type SignedFile } from "#platform";
import type { PolicyBundle } from "./bundle.ts";
import { demoPolicyKeyId, policyKind, readPayload, refuseOutOfForce } from "./signing.ts";
import { recordEdition } from "./store.ts";

export type PolicySourceOptions = Omit<
  Parameters<typeof openSignedFile<PolicyBundle>>[0],
  "kind" | "read" | "demoKeyId"
>;

/** The edition in force. Everything that reads the policy gets it from here. */
export type PolicySource = {
  /** @throws {PolicyExpired} after `valid_to`: rules that have run out are not shown as rules */
  current(): Promise<PolicyBundle>;
  /** The signed document as it is served, whatever its dates. */
  published(): Promise<Published<PolicyBundle>>;
};

/**
 * Opens the signed policy that this server keeps to, and takes up a newer edition while it runs.
 * @throws every refusal of `verifyPolicy` and `recordEdition`: a server must not start on such a policy
 */
export async function openPolicySource(options: PolicySourceOptions): Promise<PolicySource> {
  const { clock } = options;
  const file = await openSignedFile({
    ...options,
    kind: policyKind,
    demoKeyId: demoPolicyKeyId,
    read: (payload) => {
      const bundle = readPayload(payload);
      refuseOutOfForce(bundle, clock());
      return bundle;
    },
  });
  const published = await recorded(file, options);
  return {
    published,
    async current() {
      const { content } = await published();
      refuseOutOfForce(content, clock());
      return content;
    },
  };
}

/** The platform counts versions for each key; a policy's versions grow whichever key signs. */
async function recorded(
  file: SignedFile<PolicyBundle>,
  { database, clock, log }: PolicySourceOptions,
): Promise<() => Promise<Published<PolicyBundle>>> {
  let held = await file.current();
  let refused: string | undefined;
  await recordEdition(database, { bundle: held.content, sha256: held.sha256 }, clock());
  return async () => {
    const next = await file.current();
    if (next.sha256 === held.sha256 || next.sha256 === refused) return held;
    try {
      await recordEdition(database, { bundle: next.content, sha256: next.sha256 }, clock());
      held = next;
    } catch (error) {
      refused = next.sha256;
      log.error({ kind: policyKind, reason: messageOf(error) }, "refused a new edition");
    }
    return held;
  };
}
