// Runs before the scripts of either page, so that both are timed by the same clock: when Join was pressed, and when the
// first picture of each of the others was shown. Either page asks once for the first frame of each of the others, and for
// no frame else.
(() => {
  /** @type {number | undefined} */
  let pressed;
  /** @type {number[]} in milliseconds since Join was pressed */
  const pictures = [];

  addEventListener("click", ({ target, timeStamp }) => {
    if (target instanceof Element && target.closest("#join")) {
      pressed = timeStamp;
    }
  }, { capture: true });

  // Nothing here looks again and again, or asks for frames: that would take from the pages what is measured.

  /** @type {Set<() => void>} called whenever something has happened that somebody may be waiting for */
  const waiting = new Set();
  const happened = () => waiting.forEach((look) => look());

  const native = HTMLVideoElement.prototype.requestVideoFrameCallback;
  HTMLVideoElement.prototype.requestVideoFrameCallback = function (callback) {
    return native.call(this, (now, metadata) => {
      pictures.push(performance.now() - (pressed ?? NaN));
      callback(now, metadata);
      happened();
    });
  };
  new MutationObserver(happened).observe(document, { subtree: true, childList: true, attributeFilter: ["disabled"] });
  for (const type of ["loadeddata", "timeupdate"]) {
    addEventListener(type, happened, { capture: true });
  }

  /** @param {() => boolean} condition that something which is watched for makes true */
  const until = (condition) =>
    new Promise((resolve, reject) => {
      const look = () => {
        if (condition()) {
          waiting.delete(look);
          clearTimeout(patience);
          resolve(undefined);
        }
      };
      const patience = setTimeout(() => reject(new Error(`Still not: ${condition}`)), 30_000); // as long as Playwright's own
      waiting.add(look);
      look();
    });

  /** Until one could press Join. */
  const interactive = (async () => {
    await until(() => document.getElementById("join")?.matches(":enabled") ?? false);
    return performance.now();
  })();

  globalThis.arrival = {
    /** Waits until the own picture is seen in the lobby, and has been for a while. @param {number} seconds */
    ready: (seconds) =>
      until(() => {
        const { readyState, currentTime } = /** @type {HTMLVideoElement} */ (document.getElementById("preview"));
        return readyState >= 2 && currentTime >= seconds;
      }),

    /** Waits until nobody is seen any more who has gone, or everybody who is there. @param {number} others */
    seen: (others) => until(() => document.querySelectorAll("figure:not([data-self]) video").length === others),

    /** @param {number} others @returns {Promise<number[]>} when their first pictures came */
    async pictures(others) {
      await until(() => pictures.length >= others);
      return pictures;
    },

    /** @returns {Promise<Record<string, number>>} what it took to load the page */
    async load() {
      const files = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
      const sum = (name) => files.reduce((total, file) => total + file[name], 0);
      return {
        "requests": files.length,
        "transferred bytes": sum("transferSize"),
        "uncompressed bytes": sum("decodedBodySize"),
        "until Join can be pressed ms": await interactive,
      };
    },

    /**
     * @param {string} prefix of the page's marks; of its first and its last this script has its own opinion
     * @returns {[string, number][]} each step, in milliseconds since Join was pressed
     */
    steps: (prefix) =>
      performance
        .getEntriesByType("mark")
        .filter(({ name }) => name.startsWith(prefix))
        .map(({ name, startTime }) => [name.slice(prefix.length), startTime - (pressed ?? NaN)])
        .filter(([step]) => step !== "join" && step !== "picture"),
  };
})();
