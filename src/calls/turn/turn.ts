import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { z } from "@hono/zod-openapi";
import { type Settings, type Values, WrongSetting } from "#platform";
import type { Leg } from "../leg/index.ts";

/** A name and its password open a relay for so long at most; what is open goes on, and a page that connects anew asks anew. */
const openSecondsMax = 600;

const url = /^turns?:[\w.:[\]-]+(?:\?transport=(?:udp|tcp))?$/;

export const turnSettings = {
  CALLS_TURN_URLS: {
    schema: z
      .string()
      .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ""))
      .pipe(z.array(z.string().regex(url)).min(1).max(6))
      .optional(),
    about:
      "TURN servers (coturn) that the sound of calls goes through, with commas; unset, calls work on one network alone",
    remedy: "Give addresses such as turns:turn.example.com:5349?transport=tcp, or leave it unset.",
  },
  CALLS_TURN_SECRET: {
    schema: z.string().min(16).optional(),
    about: "what the TURN servers share with us (coturn: static-auth-secret)",
    remedy: "Give at least 16 characters, the same as in turnserver.conf, with CALLS_TURN_URLS.",
    secret: true,
  },
} satisfies Settings;

/** TURN servers, and the secret by which they know who was sent by us. */
export type Turn = { urls: readonly string[]; secret: KeyObject };

/** What a page's RTCPeerConnection is opened with. */
export type IceServers = {
  iceServers: { urls: string[]; username: string; credential: string }[];
  /** With a server everything goes through it: neither side learns where the other one is. */
  iceTransportPolicy: "relay" | "all";
};

/** @throws {WrongSetting} for servers without a secret */
export function turnOf({
  CALLS_TURN_URLS: urls,
  CALLS_TURN_SECRET: secret,
}: Values<typeof turnSettings>): Turn | undefined {
  if (!urls) return undefined;
  if (!secret) throw new WrongSetting("CALLS_TURN_SECRET", turnSettings.CALLS_TURN_SECRET, "");
  return { urls, secret: createSecretKey(secret, "utf8") };
}

/**
 * A name and password for one leg, as coturn's `use-auth-secret` reads them (draft-uberti-behave-turn-rest-00): the name says
 * until when it opens a relay and for which leg, and the password is its HMAC-SHA1.
 * @param windowSeconds how far from its time a call may be placed: nothing is opened for longer than the window is
 */
export function iceServersFor(
  turn: Turn | undefined,
  { id }: Pick<Leg, "id">,
  windowSeconds: number,
  now: Date,
): IceServers {
  if (!turn) return { iceServers: [], iceTransportPolicy: "all" };
  const seconds = Math.min(openSecondsMax, 2 * windowSeconds);
  const username = `${Math.floor(now.getTime() / 1_000) + seconds}:${id}`;
  const credential = createHmac("sha1", turn.secret).update(username).digest("base64");
  return {
    iceServers: [{ urls: [...turn.urls], username, credential }],
    iceTransportPolicy: "relay",
  };
}
