// What happens, for the console. Candidates, descriptions and names of people appear at debug only.

const LEVELS = ["debug", "info", "warn"];
const asked = new URLSearchParams(location.search).get("log");
const threshold = Math.max(0, LEVELS.indexOf(asked ?? "warn"));

/**
 * Writes a line to the console, if the page was opened with `?log=` of that level or a lower one (`debug`, `info`,
 * `warn`; `warn` if nothing was said).
 * @param {"debug" | "info" | "warn"} level
 * @param {...unknown} what
 */
export function log(level, ...what) {
  if (LEVELS.indexOf(level) >= threshold) {
    console[level](...what);
  }
}
