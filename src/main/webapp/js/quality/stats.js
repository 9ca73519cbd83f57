// How well the connections do, from getStats(): what people are shown, and whether anything arrives at all.

/** How long after one look the next follows, in milliseconds; sooner where a look has found that nothing came. */
const INTERVAL = 1_000;
const INTERVAL_IN_DOUBT = 250;

/** So many looks in a row without a byte, where there were some before, mean that the way carries nothing any more. */
const SILENT_LOOKS = 2;

/**
 * With so many it is not the way, if there is one: a search for another would have ended by then. Only where sound had
 * come: whoever has a microphone sends silence, too, but one without may have nothing to send.
 */
const SILENT_LOOKS_IN_ALL = 10;

/**
 * A look that is over so much later than it was due, in milliseconds, shows that this computer does not keep up;
 * usually it takes some tens. What did not come until then may just not have been taken in.
 */
const LATE = 500;

/**
 * What makes a second of voice at the least, in the unit of `totalAudioEnergy`: the square of its level, by its time.
 */
const VOICE = 1e-4;

/**
 * How much of what was sent may be lost before a connection is called poor, and how long a round trip may take, in s.
 */
const FAIR = { loss: 0.02, roundTrip: 0.15 };
const POOR = { loss: 0.08, roundTrip: 0.4 };

/**
 * One connection at one moment.
 * @typedef {object} Sample
 * @property {number} time in milliseconds
 * @property {"direct" | "relay" | undefined} path undefined until there is one
 * @property {number | undefined} roundTrip in seconds
 * @property {number} received in bytes, as is `sent`; of media, not of the search for a way
 * @property {number} sent
 * @property {number} packets that came
 * @property {boolean} heard whether any of them was sound
 * @property {number} lost packets that did not
 * @property {Map<string, number>} decoded of each track that comes, by its id: pictures, or as much sound as makes a
 *   voice
 * @property {string} limitation of the pictures that are sent: the first reason that is not `none`, or that
 * @property {number | undefined} available what may be sent on this way, in bits per second; undefined until it is
 *   known
 */

/**
 * What people are shown of a connection.
 * @typedef {object} Quality
 * @property {"direct" | "relay" | undefined} path
 * @property {number | undefined} roundTrip in seconds
 * @property {number} loss 0 to 1, of what came since the last look
 * @property {number} down in bits per second, as is `up`
 * @property {number} up
 * @property {"good" | "fair" | "poor"} grade
 * @property {string} limitation as in a Sample, and `available`
 * @property {number | undefined} available
 */

/**
 * @param {RTCStatsReport} report
 * @param {number} time
 * @returns {Sample}
 */
export function sampleOf(report, time) {
  const sample = {
    time,
    received: 0,
    sent: 0,
    packets: 0,
    heard: false,
    lost: 0,
    decoded: new Map(),
    limitation: "none",
  };
  const stats = [...report.values()]; // once: each is copied anew, and there are hundreds
  for (const stat of stats) {
    if (stat.type === "inbound-rtp") {
      sample.received += stat.bytesReceived ?? 0;
      sample.packets += stat.packetsReceived ?? 0;
      sample.heard ||= stat.kind === "audio" && stat.packetsReceived > 0;
      sample.lost += stat.packetsLost ?? 0;
      sample.decoded.set(stat.trackIdentifier, stat.framesDecoded ?? Math.floor((stat.totalAudioEnergy ?? 0) / VOICE));
    } else if (stat.type === "outbound-rtp") {
      sample.sent += stat.bytesSent ?? 0;
      const reason = stat.active === false ? "none" : stat.qualityLimitationReason ?? "none";
      sample.limitation = sample.limitation === "none" ? reason : sample.limitation;
    }
  }
  return { ...sample, ...pathOf(report, stats) };
}

/**
 * @param {RTCStatsReport} report
 * @param {any[]} stats all that is in it
 * @returns {Pick<Sample, "path" | "roundTrip" | "available">}
 */
function pathOf(report, stats) {
  const id = stats.find(({ type, selectedCandidatePairId }) => type === "transport" && selectedCandidatePairId)
    ?.selectedCandidatePairId; // Firefox has no transport, but says which pair is selected
  const pair = id ? report.get(id) : stats.find(({ type, selected }) => type === "candidate-pair" && selected);
  if (!pair) {
    return { path: undefined, roundTrip: undefined, available: undefined };
  }
  const ends = [report.get(pair.localCandidateId), report.get(pair.remoteCandidateId)];
  const relayed = ends.some((candidate) => candidate?.candidateType === "relay");
  const { currentRoundTripTime: roundTrip, availableOutgoingBitrate: available } = pair;
  return { path: relayed ? "relay" : "direct", roundTrip, available };
}

/**
 * @param {Sample} before
 * @param {Sample} now
 * @returns {Quality}
 */
export function qualityOf(before, now) {
  const seconds = Math.max(0.001, (now.time - before.time) / 1000);
  const lost = Math.max(0, now.lost - before.lost); // packets that were only late are taken back
  const packets = Math.max(0, now.packets - before.packets);
  const loss = lost + packets === 0 ? 0 : lost / (lost + packets);
  const roundTrip = now.roundTrip ?? 0;
  const exceeds = (/** @type {typeof FAIR} */ limit) => loss > limit.loss || roundTrip > limit.roundTrip;
  return {
    path: now.path,
    roundTrip: now.roundTrip,
    limitation: now.limitation,
    available: now.available,
    loss,
    down: Math.max(0, ((now.received - before.received) * 8) / seconds),
    up: Math.max(0, ((now.sent - before.sent) * 8) / seconds),
    grade: exceeds(POOR) ? "poor" : exceeds(FAIR) ? "fair" : "good",
  };
}

/**
 * Looks at all connections about once a second until `stop()`. Single use.
 *
 * Events, each a CustomEvent:
 * - `quality`: `detail` is a Quality with the `id` of the peer
 * - `decoded`: `{id, decoded}`, as in a Sample
 * - `looked`: `{late}`, that was all; `late` says whether this computer was too busy to look in time
 * - `stalled`: `{id, all}`, nothing has come from there for one to two seconds, but before that something had; `all`
 *   says whether nothing comes from anybody. Browsers say so after six seconds (`disconnected`), or after sixteen
 * - `silent`: `{id}`, still nothing, though there was sound before
 * - `flowing`: `{id}`, something comes from there, for the first time or again
 */
export class Stats extends EventTarget {
  #getStats;
  /** @type {Map<string, {sample: Sample, silentLooks: number}>} */
  #last = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #stopped = false;

  /** @param {() => Promise<[string, RTCStatsReport][]>} getStats of each connection, by the id of the peer */
  constructor(getStats) {
    super();
    this.#getStats = getStats;
    this.#lookAfter(INTERVAL);
  }

  stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** @param {number} delay in milliseconds */
  #lookAfter(delay) {
    if (!this.#stopped) {
      const due = performance.now() + delay;
      this.#timer = setTimeout(() => this.#look(due), delay);
    }
  }

  /** @param {number} due */
  async #look(due) {
    const reports = await this.#getStats();
    const late = performance.now() - due > LATE && !document.hidden; // timers of a hidden page are late by rule
    const last = new Map();
    const stalled = [];
    const silent = [];
    for (const [id, report] of reports) {
      const sample = sampleOf(report, performance.now());
      const before = this.#last.get(id);
      const silentLooks = this.#silentLooks(id, before, sample, late);
      last.set(id, { sample, silentLooks });
      const reached = (/** @type {number} */ looks) => silentLooks === looks && before?.silentLooks !== looks;
      if (reached(SILENT_LOOKS)) {
        stalled.push(id);
      }
      if (reached(SILENT_LOOKS_IN_ALL) && sample.heard) {
        silent.push(id);
      }
      this.dispatchEvent(new CustomEvent("decoded", { detail: { id, decoded: sample.decoded } }));
      if (before) {
        this.dispatchEvent(new CustomEvent("quality", { detail: { id, ...qualityOf(before.sample, sample) } }));
      }
    }
    this.#last = last;
    const looks = [...last.values()].map(({ silentLooks }) => silentLooks);
    const all = looks.every((silent) => silent >= SILENT_LOOKS);
    stalled.forEach((id) => this.dispatchEvent(new CustomEvent("stalled", { detail: { id, all } })));
    silent.forEach((id) => this.dispatchEvent(new CustomEvent("silent", { detail: { id } })));
    this.dispatchEvent(new CustomEvent("looked", { detail: { late } }));
    const inDoubt = looks.some((silent) => silent > 0 && silent < SILENT_LOOKS);
    this.#lookAfter(inDoubt ? INTERVAL_IN_DOUBT : INTERVAL);
  }

  /**
   * How many looks in a row nothing has come; Infinity as long as nothing ever has.
   * @param {string} id
   * @param {{sample: Sample, silentLooks: number} | undefined} before
   * @param {Sample} sample
   * @param {boolean} late whether the look proves nothing
   */
  #silentLooks(id, before, sample, late) {
    // It is less than before where the connection has been rebuilt.
    if (sample.received > 0 && sample.received !== before?.sample.received) {
      if (before && before.silentLooks >= SILENT_LOOKS) {
        this.dispatchEvent(new CustomEvent("flowing", { detail: { id } }));
      }
      return 0;
    }
    return (before?.silentLooks ?? Infinity) + (late ? 0 : 1);
  }
}
