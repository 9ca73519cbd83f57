// What the administrator's page asks of the server; see docs/administrator.md.

/** A refusal of the server, or the answer of a proxy. */
export class Refused extends Error {
  /**
   * @param {string} code such as `login-required`
   * @param {string} message of the server, in English
   * @param {string} way how an administrator comes in: `login` or `link`
   */
  constructor(code, message, way) {
    super(message);
    this.code = code;
    this.way = way;
  }
}

/**
 * What there is to see.
 * @param {string} filter a part of the names of rooms; empty for all
 * @returns {Promise<any>}
 * @throws {Refused}
 */
export async function state(filter) {
  const response = await fetch(`admin/state?filter=${encodeURIComponent(filter)}`, { cache: "no-store" });
  return (await accepted(response)).json();
}

/**
 * Comes in by the token of a link. It goes in a header: addresses are written to logs.
 * @param {string} token
 * @throws {Refused}
 */
export async function enter(token) {
  await accepted(await fetch("admin/session", { method: "POST", headers: { Authorization: `Bearer ${token}` } }));
}

/**
 * Has something done.
 * @param {"announce" | "close" | "drain"} what
 * @param {object} details as docs/administrator.md describes them
 * @throws {Refused}
 */
export async function order(what, details) {
  const headers = { "Visavis-Order": encodeURIComponent(JSON.stringify(details)) }; // the server takes no bodies
  await accepted(await fetch(`admin/${what}`, { method: "POST", headers }));
}

/**
 * Has STUN and TURN servers tried, which takes some seconds.
 * @returns {Promise<{url: string, result: string}[]>}
 * @throws {Refused}
 */
export async function check() {
  const { checked } = await (await accepted(await fetch("admin/check", { method: "POST" }))).json();
  return checked;
}

/** Ends the session. @param {string} way as in the state */
export async function signOut(way) {
  await fetch(way === "link" ? "admin/sign-out" : "logout", { method: "POST", redirect: "manual" });
}

/** @param {Response} response */
async function accepted(response) {
  if (response.ok) {
    return response;
  }
  const { code, message, way } = await response.json().catch(() => ({}));
  throw new Refused(code ?? String(response.status), message ?? response.statusText, way ?? "login");
}
