// The log in the console. Candidates, descriptions and names of people appear only at debug.

const LEVELS = ["debug", "info", "warn"];
const asked = new URLSearchParams(location.search).get("log");
const threshold = Math.max(0, LEVELS.indexOf(asked ?? "warn"));

/**
 * Writes a line to the console if the level is at least that of `?log=` in the address (`debug`, `info`, `warn`;
 * default `warn`).
 * @param {"debug" | "info" | "warn"} level
 * @param {...unknown} what
 */
export function log(level, ...what) {
  if (LEVELS.indexOf(level) >= threshold) {
    console[level](...what);
  }
}

/**
 * Does something optional. If the browser lacks it or refuses, the console says so and the call goes on.
 * @param {string} what as in "Could not `what`"
 * @param {() => unknown} action
 */
export async function attempt(what, action) {
  try {
    await action();
  } catch (error) {
    log("warn", `Could not ${what}:`, error);
  }
}
