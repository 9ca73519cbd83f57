// A visit to a room of its own, to see how the server treats connections, and what it names for calls.

/** How long a connection may take to open, and the server to answer `join`, in milliseconds. */
const PATIENCE = 8_000;

/** @typedef {{opened: boolean, iceServers: RTCIceServer[] | null, error: string | null}} Reception */

/** Joins, and then says nothing until it leaves. */
export class Visit {
  #socket;
  #error = "";
  #lastHeard = 0;
  #endedAt = 0;
  /** @type {Promise<Reception>} */
  reception;
  /** @type {Promise<void>} settles when the connection has ended, whoever ended it */
  ended;

  constructor() {
    const url = new URL(`signaling/${unguessable()}`, document.baseURI);
    url.protocol = url.protocol.replace("http", "ws");
    url.search = "";
    url.hash = "";
    const socket = new WebSocket(url.href, "visavis.v1");
    this.#socket = socket;
    this.ended = new Promise((resolve) => {
      socket.addEventListener("close", () => {
        this.#endedAt = performance.now();
        resolve();
      });
    });
    this.reception = this.#receive(socket);
  }

  /** Whether the server itself has ended the connection, and said why. */
  get isSentAway() {
    return this.#error !== "";
  }

  /** How long the connection has been silent, or had been when it ended, in milliseconds. */
  get silence() {
    return (this.#endedAt || performance.now()) - this.#lastHeard;
  }

  leave() {
    if (this.#socket.readyState === WebSocket.OPEN) {
      this.#socket.send('{"type": "leave"}');
    }
    this.#socket.close();
  }

  /** @param {WebSocket} socket @returns {Promise<Reception>} */
  #receive(socket) {
    return new Promise((resolve) => {
      let opened = false;
      const settle = (/** @type {RTCIceServer[] | null} */ iceServers) =>
        resolve({ opened, iceServers, error: this.#error || null });
      socket.addEventListener("open", () => {
        opened = true;
        socket.send(JSON.stringify({ type: "join", name: "Test" }));
      });
      socket.addEventListener("message", ({ data }) => {
        this.#lastHeard = performance.now();
        const message = JSON.parse(data);
        if (message.type === "welcome") {
          settle(message.iceServers);
        } else if (message.type === "error") {
          this.#error = message.code;
          settle(null);
        }
      });
      socket.addEventListener("close", () => settle(null));
      setTimeout(() => settle(null), PATIENCE);
    });
  }
}

/** The name of a room in which nobody else is. */
function unguessable() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `test-${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
