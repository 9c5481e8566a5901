import type { EventKind } from "#ledger";
import { approvalEventKinds } from "./approval/index.ts";
import { changeEventKinds } from "./change/index.ts";
import { clientErasureAgreed, holdsRead } from "./erasing/index.ts";
import { apiKeyMade, apiKeyRevoked } from "./machine/index.ts";
import { changeRefused } from "./protection/index.ts";
import { screenMarkEventKinds } from "./screen-mark/index.ts";
import { signInEventKinds } from "./sign-in/index.ts";
import { signOutEventKinds } from "./sign-out/index.ts";
import { staffEventKinds } from "./staff/index.ts";
import { staffPasskeyEventKinds } from "./staff-passkey/index.ts";

export const accountsEventKinds: readonly EventKind[] = [
  ...changeEventKinds,
  ...signInEventKinds,
  ...signOutEventKinds,
  changeRefused,
  apiKeyMade,
  apiKeyRevoked,
  ...staffEventKinds,
  ...staffPasskeyEventKinds,
  ...approvalEventKinds,
  ...screenMarkEventKinds,
  clientErasureAgreed,
  holdsRead,
];
