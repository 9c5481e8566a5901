type CallControlsProps = {
  words: { own: string; other: string; devices: string; microphone: string; output: string };
};

/** What both pages of a call have: the sound itself, how loud it is, and by which devices. */
export function CallControls({ words }: CallControlsProps) {
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: a live voice has no captions */}
      <audio data-voice autoplay={true} />
      <dl class="facts">
        <div>
          <dt id="level-own">{words.own}</dt>
          <dd>
            <meter min={0} max={1} value={0} aria-labelledby="level-own" data-level="own" />
          </dd>
        </div>
        <div>
          <dt id="level-other">{words.other}</dt>
          <dd>
            <meter min={0} max={1} value={0} aria-labelledby="level-other" data-level="other" />
          </dd>
        </div>
      </dl>
      <details>
        <summary>{words.devices}</summary>
        <div class="field">
          <label for="microphone">{words.microphone}</label>
          <select id="microphone" name="microphone" />
        </div>
        <div class="field">
          <label for="output">{words.output}</label>
          <select id="output" name="output" />
        </div>
      </details>
    </>
  );
}
