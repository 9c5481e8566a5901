import { z } from "@hono/zod-openapi";
import { packagedFile, type Settings } from "#platform";

const bundle = packagedFile("examples/larkmoor.policy.jws.json");
const key = packagedFile("examples/demo-policy-key.public.json");

export const policySettings = {
  POLICY_FILE: {
    schema: z.string().min(1).default(bundle),
    about: "signed policy bundle",
    remedy: "Give the path of a file that `holdfast policy sign` wrote.",
  },
  POLICY_KEY: {
    schema: z.string().min(1).default(key),
    about: "public key that the policy bundle must be signed with",
    remedy: "Give the path of the public key file that `holdfast key` wrote.",
  },
} satisfies Settings;
