// Everything before the call: the name and the room.

import { on } from "../base/dom.js";
import { counted, text } from "../base/i18n.js";
import { cleanName, cleanText, LONGEST_NAME } from "../base/names.js";
import { recall, remember, takePlace } from "../base/storage.js";
import { whoAmI } from "../server/identity.js";
import { heldToken, holdToken, nameInToken } from "../server/token.js";
import { LONGEST_ROOM, roomOf } from "../server/room-name.js";
import { Banner } from "./banner.js";
import { PageState } from "./page-state.js";
import { PrejoinForm } from "./prejoin-form.js";

/** The longest name and room, after cleaning. */
const LONGEST = { name: LONGEST_NAME, room: LONGEST_ROOM };

const SIGNED_IN = "#signed-in"; // LoginServlet leads here after a login

/**
 * Fills the form and checks it.
 *
 * Events:
 * - `join`: CustomEvent, `detail` is `{name, room, title, link, token}`: name and room are valid, the title is the room
 *   as written, the link leads to it, and the token is that of an invitation
 */
export class Prejoin extends EventTarget {
  #page;
  #banner;
  #form;

  /** @param {{page: PageState, banner: Banner, form: PrejoinForm}} parts */
  constructor({ page, banner, form }) {
    super();
    this.#page = page;
    this.#banner = banner;
    this.#form = form;
    on(form, "join", (detail) => this.join(detail));
    form.addEventListener("name", () => this.#fits("name", form.name));
    form.addEventListener("room", () => this.#fits("room", form.room));
  }

  /**
   * Prefills empty fields. The page is visible before its scripts run and before the server has said who the person is,
   * so the person may have typed already.
   * @returns {Promise<boolean>} whether the person may join
   */
  async open() {
    const asked = askedRoom() ?? roomBeforeLogin();
    const room = this.#form.room || cleanText(asked ?? "") || freshName();
    this.#form.prefill({ name: this.#form.name || recall("name"), room });
    if (!window.RTCPeerConnection) {
      this.#page.show("unsupported");
      this.#banner.say("unsupported", text("unsupported"));
      return false;
    }
    const { loginRequired, accepts, identity } = await whoAmI();
    if (loginRequired && !identity && !heldToken()) {
      this.signIn(room);
      return false;
    }
    this.#form.identify(identity);
    if (!identity) {
      this.#form.fixName(cleanName(nameInToken()));
    }
    this.#page.show("lobby");
    if (asked !== null && !roomOf(asked)) {
      this.#banner.say("invalid-room", text("invalid-room"));
    }
    if (!heldToken() && accepts.join() === "token") { // and nothing else
      this.#banner.say("token-required", text("token-required"));
      return false;
    }
    return true;
  }

  /** @param {{name: string, room: string}} entered */
  join({ name: enteredName, room: enteredRoom }) {
    const name = cleanName(enteredName);
    const room = roomOf(enteredRoom);
    if (!room) {
      this.#banner.say("invalid-room", text("invalid-room"));
      this.#form.prefill({ name: enteredName, room: freshName() });
    } else if (!name) {
      this.#form.showProblem("name", text("invalid-name"));
    } else if (this.#fits("name", enteredName) && this.#fits("room", enteredRoom)) {
      remember("name", name);
      const title = cleanText(enteredRoom);
      const detail = { name, room, title, link: linkTo(title), token: heldToken() };
      this.dispatchEvent(new CustomEvent("join", { detail }));
    }
  }

  /**
   * Shows at a field how much too long its text is, or removes that message.
   * @param {"name" | "room"} field
   * @param {string} entered
   */
  #fits(field, entered) {
    const over = cleanText(entered).length - LONGEST[field];
    this.#form.showProblem(field, over > 0 ? counted("characters-over", over) : "");
    return over <= 0;
  }

  /**
   * Goes to the login of the container and back to the room. Stores the room, which OpenID Connect on WildFly forgets.
   * @param {string} room as written
   */
  signIn(room) {
    if (location.hash === SIGNED_IN) {
      this.#page.show("lobby");
      this.#banner.say("login-required", text("login-required")); // otherwise it would redirect forever
    } else {
      remember("room", room);
      location.replace(`login?room=${encodeURIComponent(room)}`);
    }
  }

  /** The call that this tab was in before a reload, if the address still names that room. */
  takePlace() {
    const place = takePlace();
    const returns = place && roomOf(place.room) === roomOf(askedRoom() ?? "");
    if (returns) {
      holdToken(place.token);
    }
    return returns ? place : null;
  }
}

/** The room in the address, as written. */
const askedRoom = () => new URLSearchParams(location.search).get("room");

/** The room that the person wanted before a login. */
function roomBeforeLogin() {
  const room = location.hash === SIGNED_IN ? recall("room") : "";
  return room === "" ? null : room;
}

/** @param {string} room as written */
function linkTo(room) {
  const link = new URL(location.href);
  link.search = new URLSearchParams({ room }).toString();
  link.hash = "";
  return link.href;
}

/** A room name that nobody can guess: 60 random bits, in characters that are not confused when read out. */
function freshName() {
  const letters = "abcdefghijkmnpqrstuvwxyz23456789";
  const random = crypto.getRandomValues(new Uint8Array(12)); // randomUUID is undefined over plain HTTP
  const name = Array.from(random, (byte) => letters[byte % 32]).join("");
  return name.replace(/(.{4})(?=.)/g, "$1-");
}
