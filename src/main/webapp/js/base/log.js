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

/**
 * Does something that a call can do without: where the browser has it not, or does not want to, the console says so and
 * the call goes on.
 * @param {string} what it is
 * @param {() => unknown} action
 */
export async function attempt(what, action) {
  try {
    await action();
  } catch (error) {
    log("warn", `${what}:`, error);
  }
}
