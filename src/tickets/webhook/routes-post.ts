import { request as requestPlain } from "node:http";
import { request as requestByTls } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isLoopbackAddress, isPublicAddress } from "./address.ts";

const headerBytesMax = 8_192;

/** Asks the DNS for all addresses of a host. */
export type LookUp = (host: string) => Promise<readonly { address: string; family: number }[]>;

/** `code` is a status of HTTP or of an error of ours or of the network: never what the other side wrote. */
export type PostAnswer = { is: "answered"; status: number } | { is: "failed"; code: string };

/** Posts once; what goes wrong is an answer, not an error. */
export type Post = (
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
) => Promise<PostAnswer>;

class AddressRefused extends Error {
  override readonly name = "AddressRefused";
  readonly code = "ADDRESS_REFUSED";
}

/**
 * Posts to addresses that everybody reaches, over TLS, and to no other: the host is looked up for each connection, and the
 * connection goes to the very address that was checked, so that a name can't lead into our own network later. No
 * redirect is followed, and nothing of the answer is read but its status.
 * @param isDevelopment whether this machine may be reached, without TLS
 */
export function poster(lookUp: LookUp, isDevelopment: boolean): Post {
  return async (url, headers, body, signal) => {
    const isPlain = url.protocol === "http:";
    if (isPlain && !isDevelopment) return { is: "failed", code: "NOT_HTTPS" };
    const isAllowed = isPlain ? isLoopbackAddress : isPublicAddress;
    const literal = url.hostname.replace(/^\[|\]$/g, "");
    if (isIP(literal) !== 0 && !isAllowed(literal))
      return { is: "failed", code: "ADDRESS_REFUSED" };
    const { promise, resolve } = Promise.withResolvers<PostAnswer>();
    const request = (isPlain ? requestPlain : requestByTls)(url, {
      method: "POST",
      headers: { ...headers, "content-length": Buffer.byteLength(body) },
      agent: false,
      lookup: checkedLookup(lookUp, isAllowed),
      maxHeaderSize: headerBytesMax,
      signal,
    });
    request.on("response", (response) => {
      resolve({ is: "answered", status: response.statusCode ?? 0 });
      request.destroy();
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
