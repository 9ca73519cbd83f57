// Runs before a page's own scripts: keeps the real RTCPeerConnections, so that a test can ask them what arrived.
(() => {
  const { RTCPeerConnection: Native, AudioContext } = globalThis;
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
  const counters = async (connection) => {
    const streams = new Map();
    for (const stat of (await connection.getStats()).values()) {
      if (stat.type !== "inbound-rtp") continue;
      levels.set(stat.trackIdentifier, stat.audioLevel);
      const all = (stat.kind === "video" ? stat.framesDecoded : stat.totalSamplesReceived) ?? 0;
      streams.set(stat.id, { kind: stat.kind, all, real: all - (stat.kind === "audio" ? stat.concealedSamples ?? 0 : 0) });
    }
    return streams;
  };
  const sumOf = (streams, kind) =>
    [...streams.values()].reduce((sum, stream) => sum + (stream.kind === kind ? stream.real : 0), 0);

  // Chromium may make the receivers of one that rolls its offer back anew, under the same ids; they count from 0 again.
  const since = (old, now) =>
    new Map([...now].map(([id, it]) => {
      const from = old.get(id);
      return [id, from && from.all <= it.all ? { ...it, real: it.real - from.real } : it];
    }));

  // Decoded is not painted: a browser may decode on and show nothing of it. So pictures are counted where a person sees them, in
  // the element that plays them, and sound by its level. (Firefox counts what it decodes of a file, but not of a connection.)
  const playing = () => [...document.querySelectorAll("video, audio")].filter((element) => !element.paused && element.srcObject);
  const painted = (element) => element.mozPaintedFrames ?? element.getVideoPlaybackQuality?.().totalVideoFrames ?? 0;
  const tracksOf = (connection, kind) =>
    connection.getReceivers().map(({ track }) => track).filter((track) => track.kind === kind && track.readyState === "live");
  const sees = (connection) =>
    playing().some((element) => {
      const from = paintedBefore.get(element) ?? 0;
      const now = painted(element);
      return tracksOf(connection, "video").some((track) => element.srcObject.getTracks().includes(track)) &&
        now - (now < from ? 0 : from) > 5;
    });

  // Firefox lets Web Audio run only where there is a speaker; what it decodes it plays.
  const isDeaf = () => context.state !== "running" && "mozPaintedFrames" in HTMLVideoElement.prototype;
  const levels = new Map(); // by id of the track, as told last
  let context;
  const ears = new Map(); // by track: the fields of an AnalyserNode, and whether anything was heard since the mark
  const listen = (track) => {
    context ??= new AudioContext();
    context.resume();
    const analyser = context.createAnalyser();
    analyser.fftSize = 32768; // 0.7 s; who waits asks more often
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    ears.set(track, { analyser, heard: false });
    return ears.get(track);
  };
  const isHeard = (track) => {
    const ear = ears.get(track) ?? listen(track);
    const samples = new Float32Array(ear.analyser.fftSize);
    ear.analyser.getFloatTimeDomainData(samples);
    ear.heard ||= samples.some((sample) => Math.abs(sample) > 0.01) || (isDeaf() && levels.get(track.id) > 0.01);
    const audible = playing().some(({ srcObject, muted, volume }) => srcObject.getTracks().includes(track) && !muted && volume > 0);
    return ear.heard && audible;
  };
  const hears = (connection) => tracksOf(connection, "audio").some(isHeard);

  let before = new Map();
  let paintedBefore = new Map();
  const tiles = [];
  const frames = [];
  let watching;
  const log = [];
  for (const level of ["info", "warn"]) {
    const write = console[level];
    console[level] = (...what) => {
      log.push({ time: Date.now(), text: what.join(" ") });
      write(...what);
    };
  }

  const decodes = async (connection, kind) => {
    const gained = sumOf(since(before.get(connection) ?? new Map(), await counters(connection)), kind);
    return gained > (kind === "video" ? 5 : 4800); // 4800 samples are 0.1 s
  };

  // What tells why nothing arrives: sent or not, come or not, decoded or not.
  const TELLING = {
    "inbound-rtp": ["kind", "packetsReceived", "packetsLost", "framesReceived", "framesDecoded", "keyFramesDecoded",
      "totalSamplesReceived", "concealedSamples", "pliCount", "freezeCount"],
    "outbound-rtp": ["kind", "active", "packetsSent", "bytesSent", "framesEncoded", "keyFramesEncoded", "frameHeight",
      "framesPerSecond", "targetBitrate", "qualityLimitationReason", "pliCount"],
    "media-source": ["kind", "frames"],
    "transport": ["dtlsState", "iceState", "packetsSent", "packetsReceived", "selectedCandidatePairChanges"],
  };
  const pick = (from, names) => Object.fromEntries(names.map((name) => [name, from[name]])); // JSON leaves out undefined
  const stateOf = async (connection) => ({
    ...pick(connection, ["signalingState", "connectionState", "iceConnectionState"]),
    seen: sees(connection),
    heard: hears(connection),
    sinceMark: [...since(before.get(connection) ?? new Map(), await counters(connection)).values()],
    transceivers: connection.getTransceivers().map(({ mid, direction, currentDirection, sender, receiver }) => ({
      mid, direction, currentDirection, receives: receiver.track.muted ? "muted" : receiver.track.readyState,
      sends: sender.track?.readyState, encodings: sender.getParameters().encodings,
    })),
    stats: [...(await connection.getStats()).values()]
      .filter(({ type }) => TELLING[type])
      .map((stat) => ({ type: stat.type, ...pick(stat, TELLING[stat.type]) })),
  });

  globalThis.recorder = {
    /** For those who read of a failure: how the connections are, and what the page has logged last. */
    report: async () =>
      JSON.stringify({
        visibility: document.visibilityState,
        made: connections.length,
        live: await Promise.all(live().map(stateOf)),
        log: log.slice(-20).map(({ time, text }) => `${new Date(time).toISOString()} ${text}`),
      }),
    /** Asks until the condition holds. 30 s are Playwright's own patience. */
    async until(condition, argument) {
      const deadline = performance.now() + 30_000;
      while (!(await condition(argument))) {
        if (performance.now() > deadline) throw new Error(`Still not: ${condition} for ${JSON.stringify(argument)}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    live,
    made: () => connections.length,
    /** From here on only what is new counts. */
    async mark() {
      before = new Map();
      for (const connection of live()) before.set(connection, await counters(connection));
      paintedBefore = new Map(playing().map((element) => [element, painted(element)]));
      for (const ear of ears.values()) ear.analyser.disconnect();
      ears.clear();
    },
    /** From how many peers pictures (and sound) have been decoded since the mark: more than a key frame's worth. */
    async decoding(kind) {
      let peers = 0;
      for (const connection of live()) if (await decodes(connection, kind)) peers++;
      return peers;
    },
    /** From how many peers somebody at this page has seen pictures since the mark (and heard sound): decoded, and painted or loud. */
    async arriving(kind) {
      let peers = 0;
      for (const connection of live())
        if (await decodes(connection, kind)) peers += (kind === "video" ? sees : hears)(connection) ? 1 : 0;
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
    /** From here on it is noted when pictures of others are painted. */
    watchFrames() {
      frames.length = 0;
      let before = 0;
      clearInterval(watching);
      watching = setInterval(() => {
        const theirs = playing().filter((element) => live().some((connection) =>
          tracksOf(connection, "video").some((track) => element.srcObject.getTracks().includes(track))));
        const now = theirs.reduce((sum, element) => sum + painted(element), 0);
        if (now !== before) frames.push(Date.now());
        before = now;
      }, 50);
    },
    /** When the first picture after a moment was painted. */
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
