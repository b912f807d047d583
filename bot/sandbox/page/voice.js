// Voice notes: recorded with a microphone, or a sample made here for machines
// that have none.

const TYPES = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];

export const canRecord = () => Boolean(navigator.mediaDevices?.getUserMedia && window.MediaRecorder);

/**
 * Start recording; resolves once the microphone is on.
 *
 * `finish()` gives {blob, name, seconds}, `drop()` throws the recording away.
 */
export async function record() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const type = TYPES.find((each) => MediaRecorder.isTypeSupported(each)) ?? "";
  const recorder = new MediaRecorder(stream, type ? { mimeType: type } : {});
  const pieces = [];
  const began = performance.now();
  recorder.ondataavailable = (event) => pieces.push(event.data);
  recorder.start();

  const stop = () => new Promise((done) => {
    recorder.onstop = done;
    recorder.stop();
    stream.getTracks().forEach((track) => track.stop());
  });
  return {
    seconds: () => (performance.now() - began) / 1000,
    drop: stop,
    async finish() {
      const seconds = (performance.now() - began) / 1000;
      await stop();
      const plain = (recorder.mimeType || "audio/webm").split(";")[0];
      return { blob: new Blob(pieces, { type: plain }), name: `voice.${plain.split("/")[1]}`, seconds };
    },
  };
}

/** Two and a half seconds of a soft, speech-like hum, as a WAV file. */
export function sample() {
  const rate = 16000;
  const seconds = 2.5;
  const count = rate * seconds;
  const bytes = new DataView(new ArrayBuffer(44 + count * 2));
  const put = (at, letters) => [...letters].forEach((letter, i) => bytes.setUint8(at + i, letter.charCodeAt(0)));
  put(0, "RIFF");
  bytes.setUint32(4, 36 + count * 2, true);
  put(8, "WAVEfmt ");
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true); // PCM
  bytes.setUint16(22, 1, true); // mono
  bytes.setUint32(24, rate, true);
  bytes.setUint32(28, rate * 2, true);
  bytes.setUint16(32, 2, true);
  bytes.setUint16(34, 16, true);
  put(36, "data");
  bytes.setUint32(40, count * 2, true);
  for (let i = 0; i < count; i += 1) {
    const t = i / rate;
    const syllables = Math.sin(Math.PI * ((t * 2.4) % 1)) ** 2;
    const edge = Math.min(1, t * 8, (seconds - t) * 8);
    const pitch = 2 * Math.PI * 180 * t + 3 * Math.sin(2 * Math.PI * 0.7 * t);
    const tone = Math.sin(pitch) + 0.4 * Math.sin(2 * pitch) + 0.2 * Math.sin(3 * pitch);
    bytes.setInt16(44 + i * 2, tone * syllables * edge * 7000, true);
  }
  return { blob: new Blob([bytes], { type: "audio/wav" }), name: "sample.wav", seconds };
}

/** The length of an audio file in seconds, 0 where the browser cannot tell. */
export function measure(file) {
  return new Promise((done) => {
    const address = URL.createObjectURL(file);
    const audio = new Audio();
    const end = (seconds) => {
      clearTimeout(limit);
      URL.revokeObjectURL(address);
      done(Number.isFinite(seconds) ? seconds : 0);
    };
    const limit = setTimeout(() => end(0), 3000);
    audio.onloadedmetadata = () => end(audio.duration);
    audio.onerror = () => end(0);
    audio.preload = "metadata";
    audio.src = address;
  });
}
