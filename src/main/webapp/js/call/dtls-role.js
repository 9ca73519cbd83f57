// Which side began DTLS (`a=setup`, RFC 8842). That is settled by the first answer, for as long as the connection
// lasts.
//
// Firefox forgets it when the other side looks for a new way, and answers that it begins. Chromium refuses such an
// answer, and then neither side can negotiate any more.

const SETUP = /^a=setup:(active|passive)/gm;

/** Keeps the own role from the first answer on. */
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
   * @returns {RTCSessionDescriptionInit | null} the same; an answer with the role that was settled
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
