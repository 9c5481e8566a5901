const ringSeconds = 4;
const loudness = 0.25;
/** Two short tones, and silence: heard, and no shock. */
const bursts = [
  { from: 0, to: 0.4 },
  { from: 0.6, to: 1 },
] as const;
const tonesHertz = [523, 659] as const;
const fadeSeconds = 0.02;
const levelEveryMs = 100;
/** Speech is far below the loudest that there is. */
const speechGain = 4;

/** What the page itself sounds, and how loud others are. A browser lets it be heard once somebody has pressed something. */
export class Sounds {
  readonly #audio = new AudioContext();
  #ringing: AudioBufferSourceNode | undefined;

  /** To be called while something is pressed. */
  async unlock(): Promise<void> {
    await this.#audio.resume().catch(() => {});
  }

  /** Whether a ringing would be heard. */
  get isUnlocked(): boolean {
    return this.#audio.state === "running";
  }

  /** One loop in the sound card's own time: a tab in the background rings as one in front does. */
  ring(): void {
    if (this.#ringing) return;
    const source = new AudioBufferSourceNode(this.#audio, { buffer: this.#ringTone(), loop: true });
    source.connect(this.#audio.destination);
    source.start();
    this.#ringing = source;
  }

  stopRinging(): void {
    this.#ringing?.stop();
    this.#ringing = undefined;
  }

  /** Shows how loud a stream is. @returns what ends it */
  showLevel(stream: MediaStream, meter: HTMLMeterElement | null): () => void {
    if (!meter || stream.getAudioTracks().length === 0) return () => {};
    const source = this.#audio.createMediaStreamSource(stream);
    const analyser = new AnalyserNode(this.#audio, { fftSize: 1024 });
    source.connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      meter.value = Math.min(1, Math.sqrt(power) * speechGain);
    }, levelEveryMs);
    return () => {
      clearInterval(timer);
      source.disconnect();
      meter.value = 0;
    };
  }

  #ringTone(): AudioBuffer {
    const { sampleRate } = this.#audio;
    const buffer = this.#audio.createBuffer(1, ringSeconds * sampleRate, sampleRate);
    const samples = buffer.getChannelData(0);
    for (const { from, to } of bursts) {
      for (let at = Math.floor(from * sampleRate); at < to * sampleRate; at += 1) {
        const seconds = at / sampleRate;
        const fade = Math.min(1, (seconds - from) / fadeSeconds, (to - seconds) / fadeSeconds);
        const tone = tonesHertz.reduce(
          (sum, hertz) => sum + Math.sin(2 * Math.PI * hertz * seconds),
          0,
        );
        samples[at] = (loudness * fade * tone) / tonesHertz.length;
      }
    }
    return buffer;
  }
}
