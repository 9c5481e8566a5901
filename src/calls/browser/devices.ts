/** Why there is no microphone, by the name of the sentence that the page has for it. */
export type NoMicrophone = "refused" | "missing" | "busy";

const wish = { echoCancellation: true, noiseSuppression: true, autoGainControl: true } as const;

/** Asks for the microphone. @returns its sound, or why there is none */
export async function openMicrophone(device?: string): Promise<MediaStream | NoMicrophone> {
  const audio = { ...wish, ...(device && { deviceId: { exact: device } }) };
  try {
    return await navigator.mediaDevices.getUserMedia({ audio });
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    if (name === "NotAllowedError" || name === "SecurityError") return "refused";
    return name === "NotReadableError" || name === "AbortError" ? "busy" : "missing";
  }
}

type Chosen = { microphone(device: string): void; output(device: string): void };

/** Fills the lists of microphones and of what one hears by, now and when one is plugged in. */
export async function offerDevices(within: ParentNode, chosen: Chosen): Promise<void> {
  const inputs = within.querySelector<HTMLSelectElement>("select[name=microphone]");
  const outputs = within.querySelector<HTMLSelectElement>("select[name=output]");
  const fill = async () => {
    const devices = await navigator.mediaDevices.enumerateDevices();
    fillIn(inputs, devices, "audioinput");
    fillIn(outputs, devices, "audiooutput");
  };
  inputs?.addEventListener("change", () => chosen.microphone(inputs.value));
  outputs?.addEventListener("change", () => chosen.output(outputs.value));
  navigator.mediaDevices.addEventListener("devicechange", () => void fill());
  await fill();
}

function fillIn(
  list: HTMLSelectElement | null,
  devices: readonly MediaDeviceInfo[],
  kind: MediaDeviceKind,
): void {
  if (!list) return;
  const before = list.value;
  const known = devices.filter((device) => device.kind === kind && device.deviceId !== "");
  list.replaceChildren(...known.map(({ label, deviceId }) => new Option(label, deviceId)));
  if (known.some(({ deviceId }) => deviceId === before)) list.value = before;
  const field = list.closest<HTMLElement>(".field");
  if (field) field.hidden = known.length === 0;
}
