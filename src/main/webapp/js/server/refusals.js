// Which errors of the server are final.

/** Errors that do not depend on the message: a later attempt may succeed. */
const PASSING_ERRORS = ["internal-error", "too-slow", "silent", "server-full", "draining", "too-fast"];

/** Errors that pass if the call had begun: the person signs in in another window, another one is back in the room. */
const RENEWABLE_ERRORS = ["login-required", "room-not-open"];

/** Errors that are final whenever they come: another attempt would get the same error. */
const FINAL_ERRORS = [
  "invalid-room", "room-full", "binary-message", "message-too-large", "join-timeout", "replaced", "too-many-errors",
  "room-closed",
];

/**
 * @param {string} code of an error
 * @param {{joined: boolean, returning: boolean}} state whether this connection has got its welcome, whether an earlier
 *   one had
 * @returns {{answersJoin: boolean, final: boolean}} whether it is the answer to `join`: the server may keep waiting for
 *   another one, but none follows; and whether no further attempt makes sense
 */
export function judge(code, { joined, returning }) {
  const renewable = returning && RENEWABLE_ERRORS.includes(code);
  const answersJoin = !joined && !PASSING_ERRORS.includes(code);
  return { answersJoin, final: !renewable && (answersJoin || FINAL_ERRORS.includes(code)) };
}
