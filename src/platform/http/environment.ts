import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { Language } from "../language/index.ts";
import type { Log } from "../log.ts";

/** What every request carries beside itself. */
export type HttpEnvironment = {
  Bindings: HttpBindings;
  Variables: {
    requestId: string;
    language: Language;
    log: Log;
    /** The answer is something that others may have made (`sendSandboxed`). */
    isSandboxed?: boolean;
    /** The page asks for the microphone (`allowMicrophone`). */
    usesMicrophone?: boolean;
  };
};

export type HttpContext = Context<HttpEnvironment>;
