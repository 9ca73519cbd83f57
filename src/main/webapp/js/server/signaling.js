// The connection to the server: PROTOCOL.md as seen from a client.

import { log } from "../base/log.js";
import { reached } from "../base/milestones.js";
import { named } from "../base/names.js";
import { delayBefore } from "./backoff.js";
import { Unconfirmed } from "./unconfirmed.js";

/**
 * After so much silence the server is asked for a pong; and how long it may take. In milliseconds, together under 10
 * s.
 */
const PING_AFTER = 5_000;
const PONG_WITHIN = 4_000;

/** How long a pong may take where there is a reason to believe that the connection is dead, in milliseconds. */
const PONG_WITHIN_DOUBT = 1_000;

/** How long a connection may take to open, in milliseconds; a firewall that drops packets says nothing for minutes. */
const OPEN_WITHIN = 5_000;

/** With so many unconfirmed messages the server is asked which have come, though it is not silent. */
const MANY_UNCONFIRMED = 64;

/** The close code of one who comes back; without a code some containers take it for a goodbye. As in PROTOCOL.md. */
const BACK_SOON = 4100;

/** Errors that have nothing to do with what was said: the same may be accepted later. */
const PASSING_ERRORS = ["internal-error", "too-slow", "silent", "server-full", "too-fast"];

/** Errors after which trying again would only give the same answer, whenever they come. */
const FINAL_ERRORS = [
  "invalid-room", "room-full", "binary-message", "message-too-large", "join-timeout", "replaced", "too-many-errors",
];

/**
 * A connection that joins a room, and comes back to its place whenever the connection is lost, until `leave()` or a
 * final error. What is said meanwhile is sent then. Single use.
 *
 * Events, each a CustomEvent whose `detail` is
 * - `welcome`, `peer-joined`, `peer-left`, `signal`, `status`, `ice-configuration`, `error`: the message of that type
 *   from the server; a `welcome` that is not `resumed` means that everything begins anew, and that nothing will come of
 *   what was said before
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
  #sentAway = false;
  /** What to come back with, after the first welcome. @type {{secret: string, seq: number} | undefined} */
  #resume;
  /** Whether this connection has been welcomed. */
  #joined = false;
  #unconfirmed = new Unconfirmed();
  /** @type {string | null} the code of the final error that this connection got */
  #finalError = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} the one thing that is waited for */
  #timer;
  #listening = new AbortController();

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
    const { signal } = this.#listening;
    addEventListener("online", () => this.#renew(), { signal });
    addEventListener("pageshow", () => this.check(), { signal });
    const seen = () => {
      if (!document.hidden) {
        this.check();
      }
    };
    document.addEventListener("visibilitychange", seen, { signal });
    // Only Chromium has it. It says, among much else, that another network is used now.
    /** @type {any} */ (navigator).connection?.addEventListener("change", () => this.check(), { signal });
    this.#connect();
  }

  /**
   * @param {object} data for the peer, or for all peers if there is no `to`
   * @param {string} [to] id of a peer
   */
  signal(data, to) {
    this.#say({ type: "signal", to, data });
  }

  /** @param {{microphone?: boolean, camera?: boolean, hand?: boolean}} status what changed */
  status(status) {
    this.#say({ type: "status", status });
  }

  /** Says goodbye; nothing happens afterwards. */
  leave() {
    this.#send({ type: "leave" });
    this.#end();
  }

  /** There is a reason to believe that the server can be reached again: does not wait any longer to connect. */
  hasten() {
    if (!this.#socket) {
      this.#connect();
    }
  }

  /**
   * There is a reason to believe that the connection is dead: asks at once, or does not wait any longer to connect.
   */
  check() {
    if (this.#socket && this.#joined) {
      this.#ping(this.#socket, PONG_WITHIN_DOUBT);
    }
    this.hasten();
  }

  /**
   * The connection is most probably dead: makes a new one at once. If it was not dead, nothing is lost but a few
   * milliseconds.
   */
  reconnect() {
    if (this.#joined || !this.#socket) {
      this.#renew();
    }
  }

  #renew() {
    this.#drop();
    this.#connect();
  }

  #connect() {
    clearTimeout(this.#timer);
    const socket = new WebSocket(this.#url, "visavis.v1");
    this.#socket = socket;
    this.#finalError = null;
    this.#sentAway = false;
    this.#timer = setTimeout(() => this.#lost(socket), OPEN_WITHIN);
    socket.onopen = () => {
      reached("socket");
      this.#send({ type: "join", name: this.#name, resume: this.#resume });
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

  /** @param {object} message that must arrive, and once */
  #say(message) {
    const numbered = this.#unconfirmed.add(message);
    if (this.#joined) {
      this.#send(numbered);
      if (this.#unconfirmed.size % MANY_UNCONFIRMED === 0) {
        this.#send({ type: "ping" });
      }
    }
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
    if (message.seq <= (this.#resume?.seq ?? 0) && message.type !== "welcome") {
      return; // it has come before
    }
    switch (message.type) {
      case "pong":
        this.#unconfirmed.confirm(message.received);
        return;
      case "welcome":
        message.self = named(message.self);
        message.peers = message.peers.map(named);
        this.#welcomed(message);
        break;
      case "peer-joined":
        message.peer = named(message.peer);
        break;
      case "error":
        this.dispatchEvent(new CustomEvent("error", { detail: message }));
        this.#refused(message.code);
        return;
      case "closing":
        this.#sentAway = true;
        if (message.action === "stop") {
          this.#finalError = "closed";
        }
        return;
    }
    if (this.#resume && message.seq) {
      this.#resume.seq = message.seq;
    }
    this.dispatchEvent(new CustomEvent(message.type, { detail: message }));
  }

  /**
   * Before the welcome it was the `join` that was refused. The server may go on to wait for another one, which does not
   * come.
   * @param {string} code
   */
  #refused(code) {
    const renewable = code === "login-required" && this.#resume; // in another window, while the call goes on
    const answersJoin = !this.#joined && !PASSING_ERRORS.includes(code);
    if (!renewable && (answersJoin || FINAL_ERRORS.includes(code))) {
      this.#finalError = code;
    }
    if (answersJoin && this.#finalError && this.#socket) {
      this.#lost(this.#socket);
    }
  }

  /** @param {any} welcome */
  #welcomed({ resume, seq, resumed, received }) {
    log("info", "signaling welcome", resumed ? "resumed" : "fresh");
    reached("welcome");
    this.#attempt = 0;
    this.#joined = true;
    this.#resume = { secret: resume.secret, seq };
    if (resumed) {
      this.#unconfirmed.confirm(received);
      this.#unconfirmed.all().forEach((message) => this.#send(message));
    } else {
      this.#unconfirmed.clear();
    }
  }

  /**
   * Something came: be silent until it is time for a ping.
   * @param {WebSocket} socket
   */
  #heard(socket) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ping(socket, PONG_WITHIN), PING_AFTER);
  }

  /**
   * A changed network kills a connection without any event, so an unanswered ping ends it, whatever the socket says of
   * itself.
   * @param {WebSocket} socket
   * @param {number} patience in milliseconds
   */
  #ping(socket, patience) {
    clearTimeout(this.#timer);
    this.#send({ type: "ping" });
    this.#timer = setTimeout(() => this.#lost(socket), patience);
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
    log("info", "signaling lost, attempt", this.#attempt);
    const delay = delayBefore(this.#attempt, { sentAway: this.#sentAway, hidden: document.hidden });
    this.#timer = setTimeout(() => this.#connect(), delay);
    this.dispatchEvent(new CustomEvent("lost", { detail: { attempt: this.#attempt } }));
  }

  #drop() {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    this.#joined = false;
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close(this.#over ? undefined : BACK_SOON);
    }
  }

  #end() {
    this.#over = true;
    this.#listening.abort();
    this.#drop();
  }
}
