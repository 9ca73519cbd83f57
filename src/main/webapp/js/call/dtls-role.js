// The DTLS role of this side (`a=setup`, RFC 8842). The first answer fixes it for the life of the connection.
// Firefox forgets the role when the other side restarts ICE, and then answers `active`. Chromium refuses such an
// answer, and then neither side can negotiate any more.

const SETUP = /^a=setup:(active|passive)/gm;

/** Keeps the local role from the first answer on. */
export class DtlsRole {
  /** @type {string | undefined} */
  #own;

  /** @param {RTCSessionDescriptionInit} description from the other side */
  learn({ type, sdp = "" }) {
    if (type === "answer") {
      this.#own ??= { active: "passive", passive: "active" }[rolesIn(sdp)[0]];
    }
  }

  /**
   * @param {RTCSessionDescription | null} description of this side
   * @returns {RTCSessionDescriptionInit | null} the same; an answer gets the fixed role
   */
  keep(description) {
    if (description?.type !== "answer") {
      return description;
    }
    this.#own ??= rolesIn(description.sdp)[0];
    return { type: "answer", sdp: description.sdp.replace(SETUP, `a=setup:${this.#own}`) };
  }
}

/** @param {string} sdp @returns {string[]} of each media section */
const rolesIn = (sdp) => [...sdp.matchAll(SETUP)].map(([, role]) => role);
