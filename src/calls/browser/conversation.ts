import { offerDevices, openMicrophone } from "./devices.ts";
import { post, put, Refused, word } from "./page.ts";
import { Peer, type Signal } from "./peer.ts";
import type { Sounds } from "./sounds.ts";

const beatEveryMs = 5_000;

type ConversationOptions = {
  /** Where the leg is asked about. */
  path: string;
  /** The agent's page offers. */
  offers: boolean;
  configuration: RTCConfiguration;
  microphone: MediaStream | undefined;
  sounds: Sounds;
  /** The desk says that it is over. */
  over(error: Refused): void;
};

/** One leg, as this page takes part in it: its sound, its devices, and the word every few seconds that it is there. */
export class Conversation {
  readonly path: string;
  readonly #options: ConversationOptions;
  readonly #peer: Peer;
  readonly #beats: ReturnType<typeof setInterval>;
  #microphone: MediaStream | undefined;
  #isMuted = false;
  #taken = 0;
  #stopMeters: (() => void)[] = [];

  constructor(options: ConversationOptions) {
    this.path = options.path;
    this.#options = options;
    this.#microphone = options.microphone;
    this.#peer = new Peer({
      configuration: options.configuration,
      offers: options.offers,
      microphone: options.microphone?.getAudioTracks()[0],
      renew: () => post<RTCConfiguration>(`${this.path}/ice`),
      send: (signal) => post(`${this.path}/signals`, signal),
      heard: (stream) => this.#hear(stream),
      changed: (isConnected) => {
        put("connection", word(isConnected ? "connected" : "reconnecting"));
        if (isConnected) void this.#beat();
      },
    });
    put("connection", word(options.offers ? "ringing" : "connecting"));
    this.#beats = setInterval(() => void this.#beat(), beatEveryMs);
    this.#showOwnLevel();
    void offerDevices(document, {
      microphone: (device) => void this.#change(device),
      output: (device) => void voice()?.setSinkId?.(device),
    });
  }

  get connection(): RTCPeerConnection {
    return this.#peer.connection;
  }

  /** What the other side told. What stands at an earlier place was taken before. */
  take(place: number, signal: Signal): void {
    if (place <= this.#taken) return;
    this.#taken = place;
    this.#peer.take(signal);
  }

  /** @returns whether the other side hears nothing now */
  mute(): boolean {
    this.#isMuted = !this.#isMuted;
    this.#applyMute();
    return this.#isMuted;
  }

  close(): void {
    clearInterval(this.#beats);
    for (const stop of this.#stopMeters.splice(0)) stop();
    for (const track of this.#microphone?.getTracks() ?? []) track.stop();
    this.#peer.close();
    const player = voice();
    if (player) player.srcObject = null;
  }

  #applyMute(): void {
    for (const track of this.#microphone?.getAudioTracks() ?? []) track.enabled = !this.#isMuted;
  }

  async #change(device: string): Promise<void> {
    const opened = await openMicrophone(device);
    if (typeof opened === "string") return put("problem", word(`microphone.${opened}`));
    for (const track of this.#microphone?.getTracks() ?? []) track.stop();
    this.#microphone = opened;
    this.#applyMute();
    await this.#peer.speakBy(opened.getAudioTracks()[0]);
    this.#showOwnLevel();
  }

  #showOwnLevel(): void {
    if (this.#microphone) this.#meter(this.#microphone, "own");
  }

  #hear(stream: MediaStream): void {
    const player = voice();
    if (!player) return;
    player.srcObject = stream;
    void player.play().catch(() => {});
    this.#meter(stream, "other");
  }

  #meter(stream: MediaStream, whose: "own" | "other"): void {
    const meter = document.querySelector<HTMLMeterElement>(`meter[data-level="${whose}"]`);
    this.#stopMeters.push(this.#options.sounds.showLevel(stream, meter));
  }

  async #beat(): Promise<void> {
    const connection = this.#peer.isConnected ? "connected" : "waiting";
    try {
      await post(`${this.path}/beats`, { connection });
    } catch (error) {
      const isOver = error instanceof Refused && error.code !== "unreachable";
      if (isOver) this.#options.over(error);
    }
  }
}

/** What the other side is heard by. */
function voice(): HTMLAudioElement | null {
  return document.querySelector<HTMLAudioElement>("audio[data-voice]");
}
