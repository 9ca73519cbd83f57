// Runs before a page's own scripts: a test decides when devices open, mutes them as the system does, and knows what is open.
(() => {
  const { mediaDevices } = navigator;
  const tracks = [];
  let waiting = [];
  let held = false;
  let failure = "";

  const late = (open, kindOf) => async (constraints) => {
    if (failure) {
      const name = failure;
      failure = "";
      throw new DOMException("", name);
    }
    const stream = await open.call(mediaDevices, constraints);
    stream.getTracks().forEach((track) => tracks.push({ kind: kindOf[track.kind], track }));
    if (held) await new Promise((resolve) => waiting.push(resolve));
    return stream;
  };
  mediaDevices.getUserMedia = late(mediaDevices.getUserMedia, { audio: "audio", video: "video" });
  mediaDevices.getDisplayMedia = late(mediaDevices.getDisplayMedia, { audio: "screen-audio", video: "screen" });

  const live = () => tracks.filter(({ track }) => track.readyState === "live");
  const last = (wanted) => live().findLast(({ kind }) => kind === wanted).track;

  globalThis.devices = {
    /** From now on the page does not get what it asks for. */
    hold: () => (held = true),
    /** How often the page asks, and has no answer. */
    waiting: () => waiting.length,
    /** The page gets what it has asked for. */
    release() {
      held = false;
      waiting.forEach((resolve) => resolve());
      waiting = [];
    },
    /** What the browser captures at the moment, sorted: `audio`, `screen`, `screen-audio`, `video`. */
    live: () => live().map(({ kind }) => kind).sort().join(),
    /** The microphone lets others hear it. */
    isLoud: () => live().some(({ kind, track }) => kind === "audio" && track.enabled),
    /** Chromium says so where the system, or a button of a headset, mutes the device. */
    mute(kind, muted) {
      const track = last(kind);
      Object.defineProperty(track, "muted", { value: muted, configurable: true });
      track.dispatchEvent(new Event(muted ? "mute" : "unmute"));
    },
    /** The device is unplugged, and may be there again. */
    end(kind) {
      const track = last(kind);
      track.stop();
      track.dispatchEvent(new Event("ended"));
    },
    /** The next time the page asks, the browser says no. */
    fail: (name) => (failure = name),
  };
})();
