// A call from Join to Leave, as the person sees it. Loaded while the person fills in the form.

import { element, on } from "../base/dom.js";
import { hasText, text } from "../base/i18n.js";
import { attempt, log } from "../base/log.js";
import { forget, reached } from "../base/milestones.js";
import { Mesh } from "../call/mesh.js";
import { Roster } from "../call/roster.js";
import { Router } from "../call/router.js";
import { DeviceChoice } from "../devices/device-choice.js";
import { Media } from "../devices/media.js";
import { Screen } from "../devices/screen.js";
import { Monitor } from "../quality/monitor.js";
import { Signaling } from "../server/signaling.js";
import { Playback } from "../stage/playback.js";
import { SELF, Tiles } from "../stage/tiles.js";
import { Banner } from "./banner.js";
import { decorate } from "./decorations.js";
import { LostNotice } from "./lost-notice.js";
import { PageState } from "./page-state.js";
import { showPeers } from "./peer-tiles.js";
import { Prejoin } from "./prejoin.js";
import { Toolbar } from "./toolbar.js";

/**
 * The parts that exist before a call. `embedding` is null outside a frame.
 * @typedef {object} Parts
 * @property {PageState} page
 * @property {Banner} banner
 * @property {Toolbar} toolbar
 * @property {Media} media
 * @property {Prejoin} prejoin
 * @property {DeviceChoice} choice
 * @property {import("./embedding.js").Embedding | null} embedding
 */

/**
 * Builds the parts of a call, wires their events, and joins and leaves rooms. The optional parts in decorations.js
 * listen to its events.
 */
export class Meeting extends EventTarget {
  #page;
  #banner;
  #lost;
  #toolbar;
  #media;
  #prejoin;
  #embedding;
  #playback = new Playback();
  #tiles = new Tiles(element("tiles"), this.#playback);
  #screen = new Screen();
  /** @type {import("../call/carrier.js").Carrier} */
  #carrier = new Mesh((data, to) => this.#signaling?.signal(data, to));
  #roster = new Roster(this.#carrier);
  #router = new Router(this.#carrier);
  /** @type {Signaling | null} only during a call, like `#monitor` */
  #signaling = null;
  /** @type {Monitor | null} */
  #monitor = null;
  #room = ""; // as the person wrote it
  #hand = false; // whether it is raised
  #joined = false; // whether this call ever got a welcome

  /** @param {Parts} parts of the page */
  constructor({ page, banner, toolbar, media, prejoin, choice, embedding }) {
    super();
    this.#page = page;
    this.#banner = banner;
    this.#lost = new LostNotice(banner);
    this.#toolbar = toolbar;
    this.#media = media;
    this.#prejoin = prejoin;
    this.#embedding = embedding;
    this.#carrier.setTrack("audio", media.sound);
    this.#carrier.setTrack("video", media.picture);
    const [carrier, roster, router, tiles] = [this.#carrier, this.#roster, this.#router, this.#tiles];
    decorate({ life: this, page, banner, toolbar, choice, embedding, carrier, roster, router, tiles });
    showPeers({ carrier, roster, tiles });
    on(roster, "joined", () => banner.unsay("alone"));
    this.#wireControls();
    this.#wireDevices();
    addEventListener("pagehide", () => {
      this.#signaling?.leave(); // otherwise the others would only see a loss
      this.#screen.stop();
    });
  }

  #wireControls() {
    const toolbar = this.#toolbar;
    on(toolbar, "hand", () => this.#raise(!this.#hand));
    on(toolbar, "screen", () => {
      if (this.#screen.on) {
        this.#screen.stop();
      } else {
        this.#screen.share();
      }
    });
    on(toolbar, "leave", () => this.#leave());
    if (this.#embedding) {
      on(this.#embedding, "leave", () => this.#leave());
      on(this.#embedding, "touched", () => this.#playback.retry());
    }
    on(this.#playback, "change", () => toolbar.offerSound(this.#playback.silenced));
  }

  #wireDevices() {
    // The peers first, then the local tile.
    on(this.#media, "track", ({ kind, track }) => {
      this.#carrier.setTrack(kind, track);
      this.#tell({ microphone: this.#media.microphone, camera: this.#media.camera });
      this.#tiles.setTrack(SELF, kind, track);
    });
    on(this.#media, "track", () => this.#playback.retry()); // browsers let a page that records also play sound
    on(this.#screen, "track", ({ kind, track }) => {
      this.#carrier.setTrack(kind, track);
      this.#tell({ screen: this.#screen.on });
      this.#banner.unsayAbout("screen");
      this.#tiles.setTrack(SELF, kind, track);
    });
    on(this.#screen, "problem", ({ code }) => this.#banner.say(code, text(code), { about: ["screen"] }));
  }

  /** @param {{name: string, room: string, title: string, link: string, token?: string}} entered */
  join({ name, room, title, link, token }) {
    this.#joined = false;
    this.#signaling = new Signaling({ room, name, token }); // first, since it takes the longest
    this.#listen(this.#signaling);
    this.#room = title;
    this.#happened("joining", { title, link });
  }

  /** The person cancels while joining. */
  cancel() {
    this.#signaling?.leave();
    this.#end("lobby");
  }

  /**
   * Handles the server's messages one after the other: each may concern a peer that an earlier one has added.
   * @param {Signaling} server
   */
  #listen(server) {
    const [carrier, roster, banner] = [this.#carrier, this.#roster, this.#banner];
    let done = Promise.resolve();
    /** @type {(type: string, handle: (detail: any) => void | Promise<void>) => void} */
    const hear = (type, handle) =>
      on(server, type, (detail) => {
        done = done.then(() => (this.#signaling === server ? handle(detail) : undefined)).catch(reportError);
      });
    hear("welcome", async (welcome) => {
      carrier.setIce(welcome);
      const introduce = await roster.welcome(welcome); // first, since the peers need time to answer
      if (this.#signaling === server) {
        this.#enter(welcome, introduce);
      }
    });
    hear("peer-joined", ({ peer }) => {
      roster.joined(peer);
      this.#happened("came", peer);
    });
    hear("peer-left", (detail) => roster.left(detail));
    hear("signal", (signal) => carrier.receive(signal));
    hear("status", ({ from, status }) => {
      this.#tiles.setStatus(from, status);
      this.#happened("status", { id: from, status });
    });
    hear("notice", (notice) => banner.say("notice", text("notice", { text: notice.text })));
    hear("error", ({ code }) => {
      log("info", "The server refused a message:", code);
      if (code === "login-required" && this.#joined) {
        const link = { href: `login?room=${encodeURIComponent(this.#room)}`, text: text("sign-in") };
        banner.say("login-expired", text("login-expired"), { link });
      }
    });
    hear("ice-configuration", (ice) => carrier.setIce(ice, true));
    hear("lost", ({ opened, code }) => {
      if (this.#joined || opened) {
        this.#lost.saySoon(this.#joined ? "reconnecting" : code === "draining" ? code : "unreachable");
      } else {
        this.#explain(server).catch(reportError); // without waiting for it: the next attempt may succeed
      }
    });
    hear("ended", ({ code }) => {
      this.#end("lobby");
      if (code === "login-required") {
        this.#prejoin.signIn(this.#room);
      } else {
        banner.say(code, text(hasText(code) ? code : "join-refused"));
      }
    });
  }

  /**
   * No connection could be made. A browser does not tell why: the server refuses one from a page of a foreign origin, and
   * some proxies pass none on. Both answer to other requests.
   * @param {Signaling} server
   */
  async #explain(server) {
    const asking = import("../server/reachable.js").then(({ isReachable }) => isReachable());
    const reachable = await asking.catch(() => false);
    if (this.#signaling === server && !this.#joined) {
      this.#lost.saySoon(reachable ? "handshake-refused" : "unreachable");
    }
  }

  /**
   * @param {any} welcome
   * @param {() => void} introduce shows the peers
   */
  #enter(welcome, introduce) {
    if (!this.#joined) {
      this.#begin(welcome.self);
    }
    this.#happened("welcomed", welcome.self);
    introduce();
    this.#lost.takeBack();
    this.#banner.unsay("connecting", "login-expired");
    if (!welcome.resumed) {
      this.#signaling?.status(this.#status());
    }
    if (welcome.peers.every(showsNothing)) {
      forget();
    }
    if (welcome.peers.length === 0 && !this.#banner.saying) {
      this.#banner.say("alone", text("alone"));
    }
  }

  /** @param {{id: string, name: string}} self from the first welcome */
  #begin(self) {
    this.#joined = true;
    this.#tiles.add({ ...self, id: SELF, status: this.#status() });
    this.#tiles.setTrack(SELF, "video", this.#media.picture);
    this.#monitor = new Monitor({
      carrier: this.#carrier,
      roster: this.#roster,
      router: this.#router,
      tiles: this.#tiles,
      captured: () => this.#media.pictureHeight,
    });
    on(this.#monitor, "flowing", () => this.#signaling?.hasten()); // the network is back
    // If no media arrive at all, the signaling connection is probably dead too.
    on(this.#monitor, "cut-off", () => this.#signaling?.reconnect());
    on(this.#monitor, "quality", (detail) => this.#happened("quality", detail));
    this.#page.show("call");
    this.#happened("begun", { ...self, room: this.#room, status: this.#status() });
  }

  /** The local status, as the peers see it. */
  #status() {
    return {
      microphone: this.#media.microphone,
      camera: this.#media.camera,
      screen: this.#screen.on,
      hand: this.#hand,
    };
  }

  /** @param {{microphone?: boolean, camera?: boolean, screen?: boolean, hand?: boolean}} changed on this side */
  #tell(changed) {
    this.#signaling?.status(changed);
    this.#toolbar.show(changed);
    this.#tiles.setStatus(SELF, changed);
    this.#happened("status", { id: SELF, status: changed });
  }

  /** @param {boolean} up */
  #raise(up) {
    this.#hand = up;
    this.#tell({ hand: up });
  }

  #leave() {
    this.#signaling?.leave();
    this.#end("left");
    this.#banner.say("left", text("left"));
  }

  /** @param {"left" | "lobby"} state the next state of the page */
  #end(state) {
    this.#signaling = null;
    if (this.#joined || state === "left") {
      this.#media.close(); // nobody expects to be filmed after a call
    }
    this.#joined = false;
    this.#screen.stop();
    this.#raise(false);
    this.#monitor?.stop();
    this.#lost.takeBack();
    this.#roster.close();
    this.#tiles.clear();
    this.#happened("ended", null);
    this.#banner.unsay();
    this.#page.show(state);
  }

  /**
   * Tells the decorations.
   * @param {string} type
   * @param {any} detail
   */
  #happened(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** @param {{status?: {camera?: boolean, screen?: boolean}}} peer whether it surely shows no video */
function showsNothing({ status }) {
  return status?.camera === false && !status.screen;
}
