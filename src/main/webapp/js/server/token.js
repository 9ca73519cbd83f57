// The token with which the person was invited. See docs/tokens.md.

import { log } from "../base/log.js";

/** How the address of an invitation ends. A browser sends this part to no server. */
const INVITATION = /^#token=([\w.-]+)$/;

/** @type {string | undefined} */
let held;

/** Takes the token out of the address, where it would be seen and copied, and keeps it as long as the page lives. */
export function takeToken() {
  const found = INVITATION.exec(location.hash);
  if (found) {
    held = found[1];
    history.replaceState(history.state, "", location.pathname + location.search);
  }
}

/** @param {string | undefined} token from before a reload */
export function holdToken(token) {
  held ??= token;
}

/** @returns {string | undefined} the token, if there is one */
export const heldToken = () => held;

/** This page's address as the person opened it, to open it elsewhere. */
export function invitation() {
  const address = new URL(location.href);
  if (held) {
    address.hash = `token=${held}`;
  }
  return address;
}

/**
 * Reads the name in the token, to show it. The server verifies it.
 * @returns {string} empty if there is none
 */
export function nameInToken() {
  try {
    const claims = held?.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(claims ?? ""), (letter) => letter.charCodeAt(0));
    const { name } = JSON.parse(new TextDecoder().decode(bytes) || "{}");
    return typeof name === "string" ? name : "";
  } catch (error) {
    log("info", "The token cannot be read:", error);
    return "";
  }
}
