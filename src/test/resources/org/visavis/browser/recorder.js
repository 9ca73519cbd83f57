// Runs before a page's own scripts: keeps the real RTCPeerConnections, so that a test can ask them what arrived.
(() => {
  const Native = globalThis.RTCPeerConnection;
  if (!Native) return;
  const connections = [];
  class RTCPeerConnection extends Native {
    constructor(...options) {
      super(...options);
      connections.push(this);
    }
  }
  globalThis.RTCPeerConnection = RTCPeerConnection;
  globalThis.webkitRTCPeerConnection = RTCPeerConnection; // the name of 2013, which Chromium still knows

  const live = () => connections.filter((connection) => connection.signalingState !== "closed");

  // Concealed samples are what the decoder makes up where nothing arrived; they count up without a sender.
  const arrived = async (connection) => {
    const sum = { video: 0, audio: 0 };
    for (const stat of (await connection.getStats()).values()) {
      if (stat.type !== "inbound-rtp") continue;
      if (stat.kind === "video") sum.video += stat.framesDecoded ?? 0;
      else sum.audio += (stat.totalSamplesReceived ?? 0) - (stat.concealedSamples ?? 0);
    }
    return sum;
  };

  let before = new Map();
  const tiles = [];
  const frames = [];
  let watching;
  const log = [];
  const info = console.info;
  console.info = (...what) => {
    log.push({ time: Date.now(), text: what.join(" ") });
    info(...what);
  };

  globalThis.recorder = {
    /** Asks until the condition holds. 30 s are Playwright's own patience. */
    async until(condition, argument) {
      const deadline = performance.now() + 30_000;
      while (!(await condition(argument))) {
        if (performance.now() > deadline) throw new Error(`Still not: ${condition} for ${JSON.stringify(argument)}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    live,
    /** From here on only what is new counts. */
    async mark() {
      before = new Map();
      for (const connection of live()) before.set(connection, await arrived(connection));
    },
    /** From how many peers pictures (and sound) have been decoded since the mark: more than a key frame's worth. */
    async decoding(kind) {
      let peers = 0;
      for (const connection of live()) {
        const old = before.get(connection) ?? { video: 0, audio: 0 };
        const gained = (await arrived(connection))[kind] - old[kind];
        if (gained > (kind === "video" ? 5 : 4800)) peers++; // 4800 samples are 0.1 s
      }
      return peers;
    },
    /** From here on it is noted which tiles come and go. */
    watchTiles() {
      new MutationObserver((changes) => {
        for (const { addedNodes, removedNodes } of changes) {
          for (const tile of addedNodes) tiles.push(`+${tile.textContent.trim()}`);
          for (const tile of removedNodes) tiles.push(`-${tile.textContent.trim()}`);
        }
      }).observe(document.getElementById("tiles"), { childList: true });
    },
    changedTiles: () => tiles,
    /** When the page wrote a word into its log (`?log=info`), the first time after a moment. Unix time in milliseconds. */
    logged: (word, after) => log.find(({ time, text }) => time > after && text.includes(word))?.time,
    /** From here on it is noted when pictures are decoded. */
    watchFrames() {
      frames.length = 0;
      let before = 0;
      clearInterval(watching);
      watching = setInterval(async () => {
        let now = 0;
        for (const connection of live()) now += (await arrived(connection)).video;
        if (now !== before) frames.push(Date.now());
        before = now;
      }, 50);
    },
    /** When the first picture after a moment was decoded. */
    frameAfter: (after) => frames.find((time) => time > after),
    /** When, after a moment, the last time without pictures (200 ms or more) was over; that moment if there was none. */
    lastGapAfter: (after) => frames.findLast((time, i) => time > after && time - frames[i - 1] > 200) ?? after,
    /** What a negotiation leaves: state, fragment of the ICE credentials, and the kinds of the m-lines in use. */
    negotiated() {
      return live().map((connection) => {
        const sdp = connection.localDescription?.sdp ?? "";
        return {
          state: connection.signalingState,
          fragment: /^a=ice-ufrag:(.*)$/m.exec(sdp)?.[1].trim(),
          kinds: [...sdp.matchAll(/^m=(\w+) (?!0 )/gm)].map((match) => match[1]),
        };
      });
    },
  };
})();
