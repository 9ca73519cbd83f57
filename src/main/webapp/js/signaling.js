// The connection to the server: PROTOCOL.md as seen from a client.

import { delayBefore } from "./backoff.js";
import { log } from "./log.js";

/** After so much silence the server is asked for a pong; and how long it may take. In milliseconds. */
const PING_AFTER = 5_000;
const PONG_WITHIN = 5_000;

/** How long a connection may take to open, in milliseconds; a firewall that drops packets says nothing for minutes. */
const OPEN_WITHIN = 8_000;

/** Errors after which trying again would only give the same answer. */
const FINAL_ERRORS = ["invalid-room", "room-full", "binary-message", "message-too-large", "join-timeout"];

/**
 * A connection that joins a room, and joins it again whenever the connection is lost, until `leave()` or a final error.
 * Single use.
 *
 * Events, each a CustomEvent whose `detail` is
 * - `welcome`, `peer-joined`, `peer-left`, `signal`, `status`, `error`: the message of that type from the server
 * - `lost`: `{attempt}`, the connection is gone or cannot be made; it is being tried again
 * - `ended`: `{code}`, it will not be tried again; the code of the error, or `closed` when the server asked to stop
 */
export class Signaling extends EventTarget {
  #url;
  #name;
  /** @type {WebSocket | null} */
  #socket = null;
  #attempt = 0;
  #over = false;
  #welcomed = false;
  /** @type {string | null} the code of the final error that this connection got */
  #finalError = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} the one thing that is waited for */
  #timer;
  #retryNow = () => {
    if (!this.#socket) {
      this.#connect();
    }
  };

  /**
   * Connects at once.
   * @param {{room: string, name: string}} options
   */
  constructor({ room, name }) {
    super();
    const url = new URL(`signaling/${room}`, document.baseURI);
    url.protocol = url.protocol.replace("http", "ws");
    url.search = url.hash = "";
    this.#url = url.href;
    this.#name = name;
    addEventListener("online", this.#retryNow);
    this.#connect();
  }

  /**
   * @param {object} data for the peer, or for all peers if there is no `to`
   * @param {string} [to] id of a peer
   */
  signal(data, to) {
    this.#send({ type: "signal", to, data });
  }

  /** @param {{microphone?: boolean, camera?: boolean}} status what changed */
  status(status) {
    this.#send({ type: "status", status });
  }

  /** Says goodbye; nothing happens afterwards. */
  leave() {
    this.#send({ type: "leave" });
    this.#end();
  }

  #connect() {
    clearTimeout(this.#timer);
    const socket = new WebSocket(this.#url, "visavis.v1");
    this.#socket = socket;
    this.#finalError = null;
    this.#timer = setTimeout(() => this.#lost(socket), OPEN_WITHIN);
    socket.onopen = () => {
      this.#send({ type: "join", name: this.#name });
      this.#heard(socket);
    };
    socket.onmessage = ({ data }) => {
      this.#heard(socket);
      this.#received(JSON.parse(data));
    };
    socket.onclose = ({ code, reason }) => {
      log("info", "signaling closed", code, reason);
      this.#lost(socket);
    };
  }

  /** @param {object} message */
  #send(message) {
    if (this.#socket?.readyState === WebSocket.OPEN) {
      log("debug", "sent", message);
      this.#socket.send(JSON.stringify(message));
    }
  }

  /** @param {any} message */
  #received(message) {
    log("debug", "received", message);
    switch (message.type) {
      case "pong":
        return;
      case "welcome":
        this.#attempt = 0;
        this.#welcomed = true;
        break;
      case "error":
        // A login that expires during a call can be renewed in another window, and the call goes on.
        if (FINAL_ERRORS.includes(message.code) || (message.code === "login-required" && !this.#welcomed)) {
          this.#finalError = message.code;
        }
        break;
      case "closing":
        if (message.action === "stop") {
          this.#finalError = "closed";
        }
        return;
    }
    this.dispatchEvent(new CustomEvent(message.type, { detail: message }));
  }

  /**
   * Something came: be silent until it is time for a ping. A changed network kills a connection without any event, so
   * an unanswered ping ends it, whatever the socket says of itself.
   * @param {WebSocket} socket
   */
  #heard(socket) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#send({ type: "ping" });
      this.#timer = setTimeout(() => this.#lost(socket), PONG_WITHIN);
    }, PING_AFTER);
  }

  /** @param {WebSocket} socket */
  #lost(socket) {
    if (this.#over || this.#socket !== socket) {
      return;
    }
    this.#drop();
    if (this.#finalError) {
      const code = this.#finalError;
      this.#end();
      this.dispatchEvent(new CustomEvent("ended", { detail: { code } }));
      return;
    }
    this.#attempt++;
    this.#timer = setTimeout(this.#retryNow, delayBefore(this.#attempt));
    this.dispatchEvent(new CustomEvent("lost", { detail: { attempt: this.#attempt } }));
  }

  #drop() {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    }
  }

  #end() {
    this.#over = true;
    removeEventListener("online", this.#retryNow);
    this.#drop();
  }
}
