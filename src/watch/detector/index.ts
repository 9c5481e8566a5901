import { breakGlass } from "./break-glass.ts";
import { budget } from "./budget.ts";
import { canaryTouch } from "./canary-touch.ts";
import { clientsNo } from "./clients-no.ts";
import { decoyHit } from "./decoy-hit.ts";
import { denialRun } from "./denial-run.ts";
import type { Detector } from "./detector.ts";
import { distinctClients } from "./distinct-clients.ts";
import { markMissing } from "./mark-missing.ts";
import { revealsPerContact } from "./reveals-per-contact.ts";
import { smallSamples } from "./small-samples.ts";
import { unexplainedView } from "./unexplained-view.ts";

export { type DetectorId, detectorIds, pointsOf, type Signal } from "./detector.ts";

/** Everything that watch looks for. */
export const detectors: readonly Detector[] = [
  unexplainedView,
  denialRun,
  canaryTouch,
  clientsNo,
  decoyHit,
  budget,
  breakGlass,
  distinctClients,
  revealsPerContact,
  markMissing,
  smallSamples,
];
