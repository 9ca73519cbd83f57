// The connection to the server: the client's side of PROTOCOL.md.

import { on } from "../base/dom.js";
import { log } from "../base/log.js";
import { reached } from "../base/milestones.js";
import { named } from "../base/names.js";
import { delayBefore } from "./backoff.js";
import { judge } from "./refusals.js";
import { Unconfirmed } from "./unconfirmed.js";

/** The silence before the client sends a ping, and how long the pong may take. In milliseconds, together under 10 s. */
const PING_AFTER = 5_000;
const PONG_WITHIN = 4_000;

/** How long a pong may take when the connection is probably dead, in milliseconds. */
const PONG_WITHIN_DOUBT = 1_000;

/** How long a connection may take to open, in milliseconds. A firewall may drop packets without an error. */
const OPEN_WITHIN = 5_000;

/** After so many unconfirmed messages the client pings, to learn which have arrived. */
const MANY_UNCONFIRMED = 64;

/**
 * The close code of a client that will resume. Some containers take a close without one for a goodbye. See PROTOCOL.md.
 */
const BACK_SOON = 4100;

/** The close code of a client that will not. */
const GOODBYE = 1000;

/**
 * Joins a room and resumes whenever the connection is lost, until `leave()` or a final error. Messages given meanwhile
 * are sent after the resume. Single use.
 *
 * Events, each a CustomEvent whose `detail` is
 * - `welcome`, `peer-joined`, `peer-left`, `signal`, `status`, `notice`, `ice-configuration`, `error`: the server's
 *   message of that type; a `welcome` that is not `resumed` is a fresh start, and earlier unconfirmed messages are dropped
 * - `lost`: `{attempt, opened, code}`, the connection is lost, or if it has not `opened`, it cannot be made; another
 *   attempt follows. `code` is that of the last error, if there was one
 * - `ended`: `{code}`, no further attempt: the code of the error, or `closed` when the server asked to stop
 */
export class Signaling extends EventTarget {
  #url;
  #name;
  #token;
  /** @type {WebSocket | null} */
  #socket = null;
  #attempt = 0;
  #over = false;
  #sentAway = false;
  /** The secret and `seq` to resume with, after the first welcome. @type {{secret: string, seq: number} | undefined} */
  #resume;
  /** Whether this connection has got its welcome. */
  #joined = false;
  /** Whether this connection has opened. */
  #opened = false;
  #unconfirmed = new Unconfirmed();
  /** The code of this connection's last error. @type {string | undefined} */
  #error;
  /** @type {string | null} the code of this connection's final error */
  #finalError = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} of whatever this waits for */
  #timer;
  #listening = new AbortController();

  /**
   * Connects at once.
   * @param {{room: string, name: string, token?: string}} options
   */
  constructor({ room, name, token }) {
    super();
    const url = new URL(`signaling/${room}`, document.baseURI);
    url.protocol = url.protocol.replace("http", "ws");
    url.search = "";
    url.hash = "";
    this.#url = url.href;
    this.#name = name;
    this.#token = token;
    const { signal } = this.#listening;
    on(window, "online", () => this.#renew(), signal);
    on(window, "pageshow", () => this.check(), signal);
    const shown = () => {
      if (!document.hidden) {
        this.check();
      }
    };
    on(document, "visibilitychange", shown, signal);
    // Only Chromium has this event. It fires, among other reasons, when the network changes.
    /** @type {any} */ (navigator).connection?.addEventListener("change", () => this.check(), { signal });
    this.#connect();
  }

  /**
   * @param {object} data for the peer, or for all without `to`
   * @param {string} [to] id of a peer
   */
  signal(data, to) {
    this.#say({ type: "signal", to, data });
  }

  /** @param {{microphone?: boolean, camera?: boolean, hand?: boolean}} status what has changed */
  status(status) {
    this.#say({ type: "status", status });
  }

  /** Says goodbye and ends for good. */
  leave() {
    this.#send({ type: "leave" });
    this.#end();
  }

  /** The server can probably be reached again: connects now if not connected. */
  hasten() {
    if (!this.#socket) {
      this.#connect();
    }
  }

  /** The connection may be dead: sends a ping at once, or connects now if not connected. */
  check() {
    if (this.#socket && this.#joined) {
      this.#ping(this.#socket, PONG_WITHIN_DOUBT);
    }
    this.hasten();
  }

  /** Replaces a connection that is most probably dead. If it was not, only some milliseconds are lost. */
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
    this.#error = undefined;
    this.#finalError = null;
    this.#sentAway = false;
    this.#opened = false;
    this.#timer = setTimeout(() => this.#lost(socket), OPEN_WITHIN);
    socket.onopen = () => {
      this.#opened = true;
      reached("socket");
      this.#send({ type: "join", name: this.#name, token: this.#token, resume: this.#resume });
      this.#heard(socket);
    };
    socket.onmessage = ({ data }) => {
      this.#heard(socket);
      this.#received(JSON.parse(data));
    };
    socket.onclose = ({ code, reason }) => {
      log("info", "The signaling connection was closed:", code, reason);
      this.#lost(socket);
    };
  }

  /** @param {object} message to deliver exactly once */
  #say(message) {
    const numbered = this.#unconfirmed.add(message);
    if (this.#joined) {
      this.#send(numbered);
      if (this.#unconfirmed.size % MANY_UNCONFIRMED === 0) {
        this.#send({ type: "ping" });
      }
    }
  }

  /** @param {any} message */
  #send(message) {
    if (this.#socket?.readyState === WebSocket.OPEN) {
      log("debug", "Sent:", message.type === "join" ? "join" : message); // that has secrets in it
      this.#socket.send(JSON.stringify(message));
    }
  }

  /** @param {any} message */
  #received(message) {
    log("debug", "Received:", message);
    if (message.seq <= (this.#resume?.seq ?? 0) && message.type !== "welcome") {
      return; // a duplicate
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

  /** @param {string} code of an error */
  #refused(code) {
    this.#error = code;
    const { answersJoin, final } = judge(code, { joined: this.#joined, returning: Boolean(this.#resume) });
    if (final) {
      this.#finalError = code;
    }
    if (answersJoin && this.#finalError && this.#socket) {
      this.#lost(this.#socket);
    }
  }

  /** @param {any} welcome */
  #welcomed({ resume, seq, resumed, received }) {
    log("info", resumed ? "The server has resumed the call." : "The server has let this page into the room.");
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
   * Something has arrived: the next ping is due only after a silence.
   * @param {WebSocket} socket
   */
  #heard(socket) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ping(socket, PONG_WITHIN), PING_AFTER);
  }

  /**
   * Sends a ping and drops the connection if nothing answers: a network change kills it without an event.
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
    log("info", "The signaling connection is lost. Next attempt:", this.#attempt);
    const delay = delayBefore(this.#attempt, { sentAway: this.#sentAway, hidden: document.hidden });
    this.#timer = setTimeout(() => this.#connect(), delay);
    const detail = { attempt: this.#attempt, opened: this.#opened, code: this.#error };
    this.dispatchEvent(new CustomEvent("lost", { detail }));
  }

  #drop() {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    this.#joined = false;
    if (socket) {
      socket.onopen = null;
      socket.onmessage = null;
      socket.onclose = null;
      // Without a welcome there is nothing to resume with, and the others would see this person twice.
      socket.close(this.#over || !this.#resume ? GOODBYE : BACK_SOON);
    }
  }

  #end() {
    this.#over = true;
    this.#listening.abort();
    this.#drop();
  }
}
