import { request as requestPlain } from "node:http";
import { request as requestByTls } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isLoopbackAddress, isPublicAddress } from "./address-range.ts";

const headerBytesMax = 8_192;

/** Asks the DNS for all addresses of a host. */
export type LookUp = (host: string) => Promise<readonly { address: string; family: number }[]>;

type Outgoing = {
  method: "GET" | "POST";
  url: URL;
  headers: Readonly<Record<string, string>>;
  body?: string;
  signal: AbortSignal;
};

/** `code` is an error of ours or of the network: never what the other side wrote. */
export type OutgoingAnswer =
  | { is: "answered"; status: number; body: string }
  | { is: "failed"; code: string };

/** Asks once; what goes wrong is an answer, not an error. */
export type Send = (outgoing: Outgoing) => Promise<OutgoingAnswer>;

export type SenderOptions = {
  lookUp: LookUp;
  /**
   * Where TLS leads. `public`: to addresses that everybody reaches alone, for an address that somebody typed in. `any`: to
   * the firm's own network too, for one that only who runs the desk sets.
   */
  reach: "public" | "any";
  /** Whether this machine may be reached, without TLS. */
  toItself: boolean;
  /** Of a longer answer nothing is read. */
  answerBytesMax: number;
};

class AddressRefused extends Error {
  override readonly name = "AddressRefused";
  readonly code = "ADDRESS_REFUSED";
}

/**
 * Asks other systems over TLS: the host is looked up for each connection, and the connection goes to the very address that was
 * checked, so that a name can't lead elsewhere later. No redirect is followed.
 */
export function sender({ lookUp, reach, toItself, answerBytesMax }: SenderOptions): Send {
  return async ({ method, url, headers, body, signal }) => {
    const isPlain = url.protocol === "http:";
    if (isPlain && !toItself) return { is: "failed", code: "NOT_HTTPS" };
    const isAllowed = isPlain
      ? isLoopbackAddress
      : reach === "public"
        ? isPublicAddress
        : () => true;
    const literal = url.hostname.replace(/^\[|\]$/g, "");
    if (isIP(literal) !== 0 && !isAllowed(literal))
      return { is: "failed", code: "ADDRESS_REFUSED" };
    const { promise, resolve } = Promise.withResolvers<OutgoingAnswer>();
    const request = (isPlain ? requestPlain : requestByTls)(url, {
      method,
      headers: {
        ...headers,
        ...(body !== undefined && { "content-length": Buffer.byteLength(body) }),
      },
      agent: false,
      lookup: checkedLookup(lookUp, isAllowed),
      maxHeaderSize: headerBytesMax,
      signal,
    });
    request.on("response", (response) => {
      const status = response.statusCode ?? 0;
      const answer = (text: string) => {
        resolve({ is: "answered", status, body: text });
        request.destroy();
      };
      if (answerBytesMax === 0) return answer("");
      const parts: Buffer[] = [];
      let bytes = 0;
      response.on("data", (part: Buffer) => {
        bytes += part.length;
        if (bytes > answerBytesMax) return answer("");
        parts.push(part);
      });
      response.on("end", () => answer(Buffer.concat(parts).toString()));
    });
    request.on("error", (error) => resolve({ is: "failed", code: codeOf(error) }));
    request.on("close", () => resolve({ is: "failed", code: "CLOSED" }));
    request.end(body);
    return await promise;
  };
}

/** One address that isn't allowed refuses the host: no firm's system has one of each. */
function checkedLookup(lookUp: LookUp, isAllowed: (address: string) => boolean): LookupFunction {
  return (host, { all }, done) => {
    lookUp(host).then(
      (found) => {
        const [first] = found;
        if (!first || !found.every(({ address }) => isAllowed(address))) {
          return done(new AddressRefused(), "", 0);
        }
        if (all) return done(null, [...found]);
        done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, "", 0),
    );
  };
}

function codeOf(error: Error & { code?: unknown }): string {
  if (error.name === "TimeoutError" || error.name === "AbortError") return "TIMEOUT";
  const { code } = error;
  return typeof code === "string" && /^[A-Z0-9_]{1,50}$/.test(code) ? code : "FAILED";
}
