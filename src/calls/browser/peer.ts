/** What one page tells the other, so that they connect: src/calls/signal/signal.ts has the same, which a page can't load. */
export type Signal =
  | { is: "offer" | "answer"; sdp: string }
  | { is: "candidate"; candidate: string; place: number | null; name: string | null }
  | { is: "restart" };

type PeerOptions = {
  configuration: RTCConfiguration;
  /** One side offers, the other answers: so that both never offer at once. */
  offers: boolean;
  microphone: MediaStreamTrack | undefined;
  /** A fresh configuration, for connecting anew: what opened the relay before may open it no longer. */
  renew(): Promise<RTCConfiguration>;
  send(signal: Signal): Promise<unknown>;
  /** The other side can be heard. */
  heard(stream: MediaStream): void;
  /** Sound goes through now, or no longer. */
  changed(isConnected: boolean): void;
};

/** A lost connection gets a moment to come back by itself. */
const patienceMs = 700;
const againMs = 3_000;
/** Two pages that know of each other and aren't connected by then try it anew. */
const connectMs = 5_000;

/** Sound between two pages: one line of opus over DTLS-SRTP, connected anew when a network changes. */
export class Peer {
  readonly connection: RTCPeerConnection;
  readonly #options: PeerOptions;
  /** What is told is done one after the other. */
  #doing: Promise<void> = Promise.resolve();
  /** Ways that came before the description that they belong to. */
  #early: RTCIceCandidateInit[] = [];
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PeerOptions) {
    this.#options = options;
    this.connection = new RTCPeerConnection(options.configuration);
    const { connection } = this;
    connection.addEventListener("icecandidate", ({ candidate }) => {
      if (!candidate) return;
      const { sdpMLineIndex: place, sdpMid: name } = candidate;
      void options
        .send({ is: "candidate", candidate: candidate.candidate, place, name })
        .catch(() => {});
    });
    connection.addEventListener("track", ({ streams, track }) =>
      options.heard(streams[0] ?? new MediaStream([track])),
    );
    connection.addEventListener("connectionstatechange", () => this.#stateChanged());
    addEventListener("online", this.#reconnect);
    if (options.offers) this.#offerSound();
  }

  get isConnected(): boolean {
    return this.connection.connectionState === "connected";
  }

  /** What the other side told. */
  take(signal: Signal): void {
    this.#doing = this.#doing.then(() => this.#take(signal)).catch(() => this.#retry());
  }

  /** Speaks by another microphone, or by none. */
  async speakBy(track: MediaStreamTrack | undefined): Promise<void> {
    const [transceiver] = this.connection.getTransceivers();
    await transceiver?.sender.replaceTrack(track ?? null);
  }

  close(): void {
    clearTimeout(this.#again);
    removeEventListener("online", this.#reconnect);
    this.connection.close();
  }

  #offerSound(): void {
    const { microphone } = this.#options;
    const transceiver = this.connection.addTransceiver(microphone ?? "audio", {
      direction: "sendrecv",
      ...(microphone && { streams: [new MediaStream([microphone])] }),
    });
    onlyOpus(transceiver);
    this.#doing = this.#doing.then(() => this.#offer()).catch(() => this.#retry());
  }

  async #offer(): Promise<void> {
    await this.connection.setLocalDescription();
    const sdp = this.connection.localDescription?.sdp ?? "";
    await this.#options.send({ is: "offer", sdp });
  }

  async #take(signal: Signal): Promise<void> {
    const { connection } = this;
    if (connection.signalingState === "closed") return;
    if (signal.is === "restart") {
      if (this.#options.offers) await this.#restart();
    } else if (signal.is === "candidate") {
      const { candidate, place: sdpMLineIndex, name: sdpMid } = signal;
      const way = { candidate, sdpMLineIndex, sdpMid };
      if (connection.remoteDescription) await connection.addIceCandidate(way);
      else this.#early.push(way);
    } else {
      await connection.setRemoteDescription({ type: signal.is, sdp: signal.sdp });
      this.#retry(connectMs);
      if (signal.is === "offer") await this.#answer();
      for (const way of this.#early.splice(0)) await connection.addIceCandidate(way);
    }
  }

  async #answer(): Promise<void> {
    const { microphone, send } = this.#options;
    const [transceiver] = this.connection.getTransceivers();
    if (transceiver && transceiver.sender.track === null) {
      transceiver.direction = microphone ? "sendrecv" : "recvonly";
      await transceiver.sender.replaceTrack(microphone ?? null);
      onlyOpus(transceiver);
    }
    await this.connection.setLocalDescription();
    await send({ is: "answer", sdp: this.connection.localDescription?.sdp ?? "" });
  }

  #stateChanged(): void {
    const { connectionState: state } = this.connection;
    if (state === "closed") return;
    this.#options.changed(state === "connected");
    if (state === "connected") clearTimeout(this.#again);
    else if (state === "disconnected" || state === "failed") this.#retry(patienceMs);
  }

  /** Connects anew after a while, and again as long as there is no connection. */
  #retry(afterMs = againMs): void {
    clearTimeout(this.#again);
    this.#again = setTimeout(() => {
      if (this.isConnected || this.connection.signalingState === "closed") return;
      this.#reconnect();
      this.#retry();
    }, afterMs);
  }

  readonly #reconnect = (): void => {
    if (this.connection.remoteDescription === null) return;
    const work = this.#options.offers
      ? () => this.#restart()
      : async () => void (await this.#options.send({ is: "restart" }));
    this.#doing = this.#doing.then(work).catch(() => this.#retry());
  };

  /** Other ways through the network, for the same sound (RFC 8445, ICE restart). */
  async #restart(): Promise<void> {
    const { connection } = this;
    connection.setConfiguration(await this.#options.renew());
    connection.restartIce();
    await this.#offer();
  }
}

/** No other way to code sound is offered or taken. */
function onlyOpus(transceiver: RTCRtpTransceiver): void {
  const known = RTCRtpReceiver.getCapabilities("audio")?.codecs ?? [];
  const opus = known.filter(({ mimeType }) => mimeType.toLowerCase() === "audio/opus");
  if (opus.length > 0) transceiver.setCodecPreferences(opus);
}
