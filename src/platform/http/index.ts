export { alone } from "./alone.ts";
export { type App, createApp } from "./app.ts";
export { clientAddress } from "./client-address.ts";
export { declarationOf, declares } from "./declaration.ts";
export type { HttpContext, HttpEnvironment } from "./environment.ts";
export { type Form, readForm, smallForm, textIn } from "./form.ts";
export { bytesUpTo, type Room, readFiledForm, textsIn } from "./form-files.ts";
export { healthRoutes, type ReadinessCheck } from "./health.ts";
export { held } from "./held.ts";
export { idempotency, type NamedRequest, namedRequest, once } from "./idempotency.ts";
export { listen } from "./listen.ts";
export { isLocalRequest } from "./local-request.ts";
export { allowMicrophone } from "./microphone.ts";
export { type LookUp, type OutgoingAnswer, type Send, sender } from "./outgoing.ts";
export { isStatusAlone, type Problem, problem, problemOf } from "./problems.ts";
export {
  type KeyedLimits,
  keyedLimits,
  requestLimits,
  type TakeRequest,
  TooManyRequests,
} from "./request-limit.ts";
export { sendSandboxed } from "./sandboxed.ts";
export {
  newWebhookSecret,
  printSecret,
  secretIn,
  sentAt,
  signedHeaders,
} from "./standard-webhooks.ts";
export { forgetNamedRequests, forgetRequests } from "./store.ts";
export { Turns } from "./turns.ts";
export { atWholeIntervals } from "./whole-intervals.ts";
