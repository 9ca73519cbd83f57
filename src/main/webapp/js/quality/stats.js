// The quality of the connections, from getStats(): what people see, and whether anything arrives.

/** The pause between two looks, in milliseconds; shorter after a look at which nothing had arrived. */
const INTERVAL = 1_000;
const INTERVAL_IN_DOUBT = 250;

/** After so many looks in a row without a byte, the path no longer works. */
const SILENT_LOOKS = 2;

/**
 * After so many looks, the path is not to blame: a search for a new one would have ended. Counts only if audio had
 * arrived. A peer with a microphone sends even when silent, but a peer without one may have nothing to send.
 */
const SILENT_LOOKS_IN_ALL = 10;

/**
 * A look that ends so much later than planned, in milliseconds, shows that this computer does not keep up; usually it
 * takes some tens. Packets may then only wait to be processed.
 */
const LATE = 500;

/** The least energy of a second of voice, in the unit of `totalAudioEnergy`: level squared times seconds. */
const VOICE = 1e-4;

/** The share of lost packets and the round trip in seconds above which a connection is fair or poor. */
const FAIR = { loss: 0.02, roundTrip: 0.15 };
const POOR = { loss: 0.08, roundTrip: 0.4 };

/**
 * The counters of one connection at one moment.
 * @typedef {object} Sample
 * @property {number} time in milliseconds
 * @property {"direct" | "relay" | undefined} path undefined until there is one
 * @property {number | undefined} roundTrip in seconds
 * @property {number} received in bytes, like `sent`; media only, no ICE
 * @property {number} sent
 * @property {number} packets received
 * @property {boolean} heard whether any of them was audio
 * @property {number} lost packets that did not arrive
 * @property {Map<string, number>} decoded by id of each received track: frames, or units of `VOICE`
 * @property {string} limitation of the videos sent: the first reason other than `none`, or `none`
 * @property {number | undefined} available the bandwidth of the path, in bits per second; undefined if unknown
 */

/**
 * The quality of a connection since the last look.
 * @typedef {object} Quality
 * @property {"direct" | "relay" | undefined} path
 * @property {number | undefined} roundTrip in seconds
 * @property {number} loss 0 to 1, of the packets since the last look
 * @property {number} down in bits per second, like `up`
 * @property {number} up
 * @property {"good" | "fair" | "poor"} grade
 * @property {string} limitation as in a Sample, like `available`
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
  const stats = [...report.values()]; // once: each access copies all entries, and there are hundreds
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
 * @param {any[]} stats all its entries
 * @returns {Pick<Sample, "path" | "roundTrip" | "available">}
 */
function pathOf(report, stats) {
  const id = stats.find(({ type, selectedCandidatePairId }) => type === "transport" && selectedCandidatePairId)
    ?.selectedCandidatePairId; // Firefox has no transport entry, but marks the selected pair
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
  const lost = Math.max(0, now.lost - before.lost); // a late packet lowers the count again
  const packets = Math.max(0, now.packets - before.packets);
  const loss = lost + packets === 0 ? 0 : lost / (lost + packets);
  return {
    path: now.path,
    roundTrip: now.roundTrip,
    limitation: now.limitation,
    available: now.available,
    loss,
    down: Math.max(0, ((now.received - before.received) * 8) / seconds),
    up: Math.max(0, ((now.sent - before.sent) * 8) / seconds),
    grade: gradeOf(loss, now.roundTrip ?? 0),
  };
}

/**
 * @param {number} loss
 * @param {number} roundTrip
 * @returns {"good" | "fair" | "poor"}
 */
function gradeOf(loss, roundTrip) {
  if (loss > POOR.loss || roundTrip > POOR.roundTrip) {
    return "poor";
  }
  return loss > FAIR.loss || roundTrip > FAIR.roundTrip ? "fair" : "good";
}

/**
 * Looks at all connections about once a second until `stop()`. Single use.
 *
 * Events, each a CustomEvent:
 * - `quality`: `detail` is a Quality with the `id` of the peer
 * - `decoded`: `{id, decoded}`, as in a Sample
 * - `looked`: `{late}`, the look is over; `late` says whether this computer was too busy to look in time
 * - `stalled`: `{id, all}`, nothing has arrived from that peer for one to two seconds, but something had before; `all`
 *   says whether nothing arrives from anybody. Browsers report this after six seconds (`disconnected`) or sixteen
 * - `silent`: `{id}`, still nothing, though there was audio before
 * - `flowing`: `{id}`, media arrive from that peer, for the first time or again
 */
export class Stats extends EventTarget {
  #getStats;
  /** @type {Map<string, {sample: Sample, silentLooks: number}>} */
  #last = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #stopped = false;

  /** @param {() => Promise<[string, RTCStatsReport][]>} getStats of each connection, by id of the peer */
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
    const late = performance.now() - due > LATE && !document.hidden; // browsers delay the timers of a hidden page
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
   * How many looks in a row nothing has arrived; Infinity until something arrives for the first time.
   * @param {string} id
   * @param {{sample: Sample, silentLooks: number} | undefined} before
   * @param {Sample} sample
   * @param {boolean} late whether this look proves nothing
   */
  #silentLooks(id, before, sample, late) {
    // A rebuilt connection starts below the old count.
    if (sample.received > 0 && sample.received !== before?.sample.received) {
      if (before && before.silentLooks >= SILENT_LOOKS) {
        this.dispatchEvent(new CustomEvent("flowing", { detail: { id } }));
      }
      return 0;
    }
    return (before?.silentLooks ?? Infinity) + (late ? 0 : 1);
  }
}
