// A call as a person takes part in it: from pressing Join to leaving. Loaded while the person fills in the form.

import { Call } from "./call.js";
import { Controls } from "./controls.js";
import { decorate } from "./decorations.js";
import { DeviceChoice } from "./device-choice.js";
import { Embedding } from "./embedding.js";
import { hasText, text } from "./i18n.js";
import { Lobby } from "./lobby.js";
import { attempt, log } from "./log.js";
import { Media } from "./media.js";
import { forget, reached } from "./milestones.js";
import { Playback } from "./playback.js";
import { Screen } from "./screen.js";
import { Signaling } from "./signaling.js";
import { SELF, Tiles } from "./tiles.js";
import { View } from "./view.js";
import { Watch } from "./watch.js";

/** A change of the network takes less, and is nobody's business then; in milliseconds. */
const SAY_LOST_AFTER = 1_000;

/** @type {(source: EventTarget, type: string, handle: (detail: any) => void) => void} */
const on = (source, type, handle) =>
  source.addEventListener(type, (/** @type {any} */ { detail }) => handle(detail));

/**
 * Builds the parts of a call, wires their events, and joins and leaves rooms with them, again and again. What decorates the
 * call hears of it by events: decorations.js has them.
 */
export class Meeting extends EventTarget {
  #view;
  #controls;
  #media;
  #lobby;
  #embedding;
  #playback = new Playback();
  #tiles = new Tiles(/** @type {HTMLElement} */ (document.getElementById("tiles")), this.#playback);
  #screen = new Screen();
  #call = new Call((data, to) => this.#signaling?.signal(data, to));
  /** @type {Signaling | null} only while in a call, as is `#watch` */
  #signaling = null;
  /** @type {Watch | null} */
  #watch = null;
  #room = ""; // as it was written
  #hand = false; // whether it is raised
  #joined = false; // whether the server has ever welcomed this call
  /** @type {ReturnType<typeof setTimeout> | undefined} until people are told that the connection is lost */
  #lost;

  /** @param {{view: View, controls: Controls, media: Media, lobby: Lobby, choice: DeviceChoice, embedding: Embedding}} parts of the page */
  constructor({ view, controls, media, lobby, choice, embedding }) {
    super();
    this.#view = view;
    this.#controls = controls;
    this.#media = media;
    this.#lobby = lobby;
    this.#embedding = embedding;
    this.#call.setTrack("audio", media.sound);
    this.#call.setTrack("video", media.picture);
    decorate({ life: this, view, controls, choice, embedding, call: this.#call, tiles: this.#tiles });
    this.#wireControls();
    this.#wireDevices();
    this.#wireCall();
    addEventListener("pagehide", () => {
      this.#signaling?.leave(); // else the others could only guess
      this.#screen.stop();
    });
  }

  #wireControls() {
    const controls = this.#controls;
    on(controls, "hand", () => this.#raise(!this.#hand));
    on(controls, "screen", () => (this.#screen.on ? this.#screen.stop() : this.#screen.share()));
    on(controls, "leave", () => this.#leave());
    on(this.#embedding, "leave", () => this.#leave());
    on(this.#embedding, "touched", () => this.#playback.retry());
    on(this.#playback, "change", () => controls.offerSound(this.#playback.silenced));
  }

  #wireDevices() {
    // The others first, then what one sees oneself.
    on(this.#media, "track", ({ kind, track }) => {
      this.#call.setTrack(kind, track);
      this.#tell({ microphone: this.#media.microphone, camera: this.#media.camera });
      this.#tiles.setTrack(SELF, kind, track);
    });
    on(this.#media, "track", () => this.#playback.retry()); // browsers let a page that records make sound, too
    on(this.#screen, "track", ({ kind, track }) => {
      this.#call.setTrack(kind, track);
      this.#tell({ screen: this.#screen.on });
      this.#view.unsayAbout("screen");
      this.#tiles.setTrack(SELF, kind, track);
    });
    on(this.#screen, "problem", ({ code }) => this.#view.say(code, text(code), { about: ["screen"] }));
  }

  #wireCall() {
    const [call, tiles, view] = [this.#call, this.#tiles, this.#view];
    on(call, "joined", (person) => {
      tiles.add(person);
      view.unsay("alone");
    });
    on(call, "returned", (person) => tiles.update(person));
    on(call, "left", ({ id }) => tiles.remove(id));
    on(call, "track", ({ id, kind, track }) => tiles.setTrack(id, kind, track));
    on(call, "state", ({ id, state }) => tiles.setConnection(id, state));
  }

  /** @param {{name: string, room: string, title: string, link: string}} entered */
  join({ name, room, title, link }) {
    this.#joined = false;
    this.#signaling = new Signaling({ room, name }); // first of all: it takes its time
    this.#listen(this.#signaling);
    this.#room = title;
    this.#view.showRoom(title, link);
  }

  /** The person does not want to wait any longer. */
  cancel() {
    this.#signaling?.leave();
    this.#end("lobby");
  }

  /**
   * Does what the server says, one thing after the other: who is told of somebody must have been shown that person.
   * @param {Signaling} server
   */
  #listen(server) {
    const [call, view] = [this.#call, this.#view];
    let done = Promise.resolve();
    /** @type {(type: string, handle: (detail: any) => void | Promise<void>) => void} */
    const hear = (type, handle) =>
      on(server, type, (detail) => {
        done = done.then(() => (this.#signaling === server ? handle(detail) : undefined)).catch(reportError);
      });
    hear("welcome", async (welcome) => {
      const introduce = await call.welcome(welcome); // first of all, as the others need time to answer
      if (this.#signaling === server) {
        this.#enter(welcome, introduce);
      }
    });
    hear("peer-joined", ({ peer }) => {
      call.joined(peer);
      this.#happened("came", peer);
    });
    hear("peer-left", (detail) => call.left(detail));
    hear("signal", (signal) => call.receive(signal));
    hear("status", ({ from, status }) => {
      this.#tiles.setStatus(from, status);
      this.#happened("status", { id: from, status });
    });
    hear("error", ({ code }) => {
      log("info", "the server refused something:", code);
      if (code === "login-required" && this.#joined) {
        const link = { href: `login?room=${encodeURIComponent(this.#room)}`, text: text("sign-in") };
        view.say("login-expired", text("login-expired"), { link });
      }
    });
    hear("ice-configuration", (ice) => call.setIce(ice, true));
    hear("lost", () => {
      const code = this.#joined ? "reconnecting" : "unreachable";
      this.#lost ??= setTimeout(() => view.saying === "login-expired" || view.say(code, text(code)), SAY_LOST_AFTER);
    });
    hear("ended", ({ code }) => {
      this.#end("lobby");
      if (code === "login-required") {
        this.#lobby.signIn(this.#room);
      } else {
        view.say(code, text(hasText(code) ? code : "join-refused"));
      }
    });
  }

  /**
   * @param {any} welcome
   * @param {() => void} introduce shows those who are there
   */
  #enter(welcome, introduce) {
    if (!this.#joined) {
      this.#begin(welcome.self);
    }
    this.#happened("welcomed", welcome.self);
    introduce();
    this.#unsayLost();
    this.#view.unsay("connecting", "unreachable", "reconnecting", "login-expired");
    if (!welcome.resumed) {
      this.#signaling?.status(this.#status());
    }
    if (welcome.peers.every(showsNothing)) {
      forget();
    }
    if (welcome.peers.length === 0) {
      this.#view.saying ?? this.#view.say("alone", text("alone"));
    }
  }

  /** @param {{id: string, name: string}} self as the server welcomed it for the first time */
  #begin(self) {
    this.#joined = true;
    this.#tiles.add({ ...self, id: SELF, status: this.#status() });
    this.#tiles.setTrack(SELF, "video", this.#media.picture);
    this.#watch = new Watch(this.#call, this.#tiles, () => this.#media.pictureHeight);
    on(this.#watch, "flowing", () => this.#signaling?.hasten()); // the network is back
    on(this.#watch, "cut-off", () => this.#signaling?.reconnect()); // whatever has cut off all media will have cut this off too
    on(this.#watch, "quality", (detail) => this.#happened("quality", detail));
    this.#view.show("call");
    this.#lobby.close();
    this.#happened("begun", { ...self, room: this.#room, status: this.#status() });
  }

  /** What of oneself the others hear and see. */
  #status() {
    return {
      microphone: this.#media.microphone,
      camera: this.#media.camera,
      screen: this.#screen.on,
      hand: this.#hand,
    };
  }

  /** @param {{microphone?: boolean, camera?: boolean, screen?: boolean, hand?: boolean}} changed everybody sees it now */
  #tell(changed) {
    this.#signaling?.status(changed);
    this.#controls.show(changed);
    this.#tiles.setStatus(SELF, changed);
    this.#happened("status", { id: SELF, status: changed });
  }

  /** @param {boolean} up */
  #raise(up) {
    this.#hand = up;
    this.#tell({ hand: up });
  }

  #unsayLost() {
    clearTimeout(this.#lost);
    this.#lost = undefined;
  }

  #leave() {
    this.#signaling?.leave();
    this.#end("left");
    this.#view.say("left", text("left"));
  }

  /** @param {"left" | "lobby"} state where to go */
  #end(state) {
    this.#signaling = null;
    if (this.#joined || state === "left") {
      this.#media.close(); // nobody expects to be filmed after a call
    }
    this.#joined = false;
    this.#screen.stop();
    this.#raise(false);
    this.#watch?.stop();
    this.#unsayLost();
    this.#call.close();
    this.#tiles.clear();
    this.#happened("ended", null);
    this.#view.unsay();
    this.#view.show(state);
    this.#lobby.watch();
  }

  /**
   * Tells what decorates the call.
   * @param {string} type
   * @param {any} detail
   */
  #happened(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** @param {{status?: {camera?: boolean, screen?: boolean}}} peer who shows neither camera nor screen; who has not said so may */
function showsNothing({ status }) {
  return status?.camera === false && !status.screen;
}
