import { isUtf8 } from "node:buffer";
import { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { getCookie, setCookie } from "hono/cookie";
import { csrf } from "hono/csrf";
import { methodNotAllowed } from "hono/method-not-allowed";
import { matchedRoutes } from "hono/route";
import { secureHeaders } from "hono/secure-headers";
import { InvalidInput } from "../errors.ts";
import { newId } from "../ids.ts";
import type { chooseLanguage } from "../language/index.ts";
import type { Log } from "../log.ts";
import type { Metrics } from "../metrics.ts";
import type { Clock } from "../time/index.ts";
import type { HttpContext, HttpEnvironment } from "./environment.ts";
import { type Problem, problem, problemOf } from "./problems.ts";
import { TooManyRequests } from "./request-limit.ts";
import { sandboxDirectives } from "./sandboxed.ts";

const bodyBytesMax = 3_000_000; // the largest thing anyone hands in: a raw mail, form-encoded

const tagCharactersMax = 35;
const languageCookie = { path: "/", sameSite: "Lax", httpOnly: true, maxAge: 31_536_000 } as const;

export type App = OpenAPIHono<HttpEnvironment>;

export type AppOptions = {
  log: Log;
  clock: Clock;
  metrics: Metrics;
  publicUrl: string | undefined;
  chooseLanguage: typeof chooseLanguage;
  /** Sets the renderer of pages; it runs before anything can be refused, so that refusals are pages too. */
  pageFrame(context: HttpContext, next: () => Promise<void>): Promise<void>;
  /** Shows a problem to a person. Programs get RFC 9457 JSON. */
  problemPage(context: HttpContext, problem: Problem): Response | Promise<Response>;
  /** Addresses that are sent files: their routes read what comes, within limits of their own. */
  takesFiles?(path: string): boolean;
};

/** A router with everything that holds for every request: id, log line, headers, limits, language, errors. */
export function createApp(options: AppOptions): App {
  const app = new OpenAPIHono<HttpEnvironment>({ defaultHook: refuseInvalid });
  app.use(requestFrame(options));
  app.use(pickLanguage(options));
  app.use(options.pageFrame);
  app.use(securityHeaders(options.publicUrl));
  app.use(methodNotAllowed({ app, onMethodNotAllowed: refuseMethod(options) }));
  app.use("/v1/*", requireJson(options));
  app.use(csrf(options.publicUrl ? { origin: new URL(options.publicUrl).origin } : {}));
  app.use(limitBody(options));
  app.use("/v1/*", requireUtf8(options));
  app.use(compress());
  app.notFound((context) => answer(context, problem(404, context.var.requestId), options));
  app.onError((error, context) => {
    const told = problemOf(error, context.var.requestId);
    if (told.status >= 500)
      context.var.log.error({ error: { name: error.name, stack: error.stack } }, "failed");
    if (error instanceof TooManyRequests) {
      context.header("retry-after", String(error.retryAfterSeconds));
    }
    return answer(context, told, options);
  });
  return app;
}

function requestFrame({ log, clock, metrics }: AppOptions) {
  return async (context: HttpContext, next: () => Promise<void>) => {
    const started = clock();
    const requestId = newId("req", started);
    context.set("requestId", requestId);
    context.set("log", log.child({ request: requestId }));
    context.header("x-request-id", requestId);
    await next();
    const durationMs = clock().getTime() - started.getTime();
    const answering = matchedRoutes(context).find((matched) => matched.method !== "ALL");
    const route = answering?.path ?? "none";
    const { method } = context.req;
    const { status } = context.res;
    metrics.observeRequest({ method, route, status }, durationMs / 1000);
    context.var.log.info({ method, route, status, durationMs }, "request");
  };
}

function limitBody({ takesFiles }: AppOptions) {
  const limit = bodyLimit({ maxSize: bodyBytesMax });
  return async (context: HttpContext, next: () => Promise<void>) =>
    takesFiles?.(context.req.path) ? await next() : await limit(context, next);
}

function securityHeaders(publicUrl: string | undefined) {
  const setAll = headersOfPages(publicUrl);
  return async (context: HttpContext, next: () => Promise<void>) => {
    await setAll(context, next);
    if (context.var.isSandboxed) context.header("content-security-policy", sandboxDirectives);
    if (context.var.usesMicrophone) {
      const policy = context.res.headers.get("permissions-policy") ?? "";
      context.header("permissions-policy", policy.replace("microphone=()", "microphone=(self)"));
    }
  };
}

function headersOfPages(publicUrl: string | undefined) {
  const isHttps = publicUrl?.startsWith("https:") ?? false;
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [], usb: [] },
    referrerPolicy: "same-origin",
    xFrameOptions: "DENY",
    strictTransportSecurity: isHttps && "max-age=31536000; includeSubDomains",
  });
}

/** `?lang=de` picks a language and remembers it; the cookie holds nothing else. */
function pickLanguage({ chooseLanguage }: AppOptions) {
  return async (context: HttpContext, next: () => Promise<void>) => {
    const asked = context.req.query("lang")?.slice(0, tagCharactersMax);
    const picked = asked ?? getCookie(context, "lang");
    const language = chooseLanguage(picked, context.req.header("accept-language"));
    if (asked) setCookie(context, "lang", language.tag, languageCookie);
    context.set("language", language);
    context.header("vary", "accept-language, cookie");
    await next();
  };
}

/** A program that sends a form, or nothing at all as its content type, hears what to send instead. */
function requireJson(options: AppOptions) {
  return async (context: HttpContext, next: () => Promise<void>) => {
    const isJson = /^application\/(.+\+)?json\b/i.test(context.req.header("content-type") ?? "");
    const hasBody = !/^(GET|HEAD|OPTIONS|DELETE)$/.test(context.req.method);
    const isFile = options.takesFiles?.(context.req.path) ?? false;
    if (hasBody && !isJson && !isFile)
      return answer(context, problem(415, context.var.requestId), options);
    return await next();
  };
}

/** JSON is UTF-8 (RFC 8259 §8.1): what isn't would be read with other letters in place of its own, and kept so. */
function requireUtf8({ takesFiles }: AppOptions) {
  return async (context: HttpContext, next: () => Promise<void>) => {
    const { raw, path } = context.req;
    if (!raw.body || takesFiles?.(path)) return await next();
    const bytes = await raw.arrayBuffer();
    if (!isUtf8(bytes)) {
      throw new InvalidInput(
        "line_not_utf8",
        "This isn't UTF-8, so letters of it would be changed. Write it in UTF-8, and send it again.",
      );
    }
    context.req.raw = new Request(raw, { body: bytes }); // a route with a limit of its own reads it again
    return await next();
  };
}

function refuseMethod(options: AppOptions) {
  return (context: HttpContext, allowed: string[]) => {
    context.header("allow", allowed.join(", "));
    return answer(context, problem(405, context.var.requestId), options);
  };
}

function answer(context: HttpContext, told: Problem, options: AppOptions) {
  return isForPrograms(context) ? problemJson(context, told) : options.problemPage(context, told);
}

function problemJson(context: HttpContext, told: Problem): Response {
  return context.body(JSON.stringify(told), told.status, {
    "content-type": "application/problem+json",
  });
}

function isForPrograms(context: HttpContext): boolean {
  const { path } = context.req;
  if (path.startsWith("/v1/") || path.startsWith("/.well-known/")) return true;
  return !(context.req.header("accept") ?? "text/html").includes("text/html");
}

type Checked = { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } };

function refuseInvalid(result: Checked, context: HttpContext): Response | undefined {
  if (result.success || !result.error) return undefined;
  const errors = result.error.issues.map((issue) => ({
    path: issue.path.join("."),
    message: issue.message,
  }));
  const detail = errors
    .map(({ path, message }) => (path === "" ? message : `${path}: ${message}`))
    .join("; ");
  return problemJson(context, {
    ...problem(400, context.var.requestId, "invalid_input", detail),
    errors,
  });
}
