// Before the call: who one is, which room, and who is there already.

import { count, text } from "../base/i18n.js";
import { cleanName, cleanText, LONGEST_NAME } from "../base/names.js";
import { recall, remember, takePlace } from "../base/storage.js";
import { whoAmI } from "../server/identity.js";
import { PeopleInRoom } from "../server/people.js";
import { LONGEST_ROOM, roomOf } from "../server/room-name.js";
import { Banner } from "./banner.js";
import { PageState } from "./page-state.js";
import { PrejoinForm } from "./prejoin-form.js";

/** How long what is entered may be, without what is cleaned away. */
const LONGEST = { name: LONGEST_NAME, room: LONGEST_ROOM };

const SIGNED_IN = "#signed-in"; // where LoginServlet leads to

/**
 * Keeps the form and what is known about it in step.
 *
 * Events:
 * - `join`: CustomEvent, `detail` is `{name, room, title, link}`: name and room are fit to join with, the title is the
 *   room as it was written, and the link leads to it
 */
export class Prejoin extends EventTarget {
  #page;
  #banner;
  #form;
  #people = new PeopleInRoom();

  /** @param {{page: PageState, banner: Banner, form: PrejoinForm}} parts */
  constructor({ page, banner, form }) {
    super();
    this.#page = page;
    this.#banner = banner;
    this.#form = form;
    form.addEventListener("join", (/** @type {any} */ { detail }) => this.join(detail));
    form.addEventListener("name", () => this.#fits("name", form.name));
    form.addEventListener("room", () => {
      this.#fits("room", form.room);
      this.watch();
    });
    this.#people.addEventListener("people", (/** @type {any} */ { detail }) => {
      const names = detail.map((/** @type {{name: string}} */ { name }) => name);
      form.showPeople(names.length === 0 ? "" : text("people", { names }));
    });
  }

  /**
   * Offers what is known, where nothing has been entered yet: the page is seen before any script runs, and before the
   * server has said who this is.
   * @returns {Promise<boolean>} whether one may join at all
   */
  async open() {
    const remembered = (location.hash === SIGNED_IN && recall("room")) || null;
    const asked = askedRoom() ?? remembered;
    const room = this.#form.room || cleanText(asked ?? "") || freshName();
    this.#form.prefill({ name: this.#form.name || recall("name"), room });
    if (!window.RTCPeerConnection) {
      this.#page.show("unsupported");
      this.#banner.say("unsupported", text("unsupported"));
      return false;
    }
    const { loginRequired, identity } = await whoAmI();
    if (loginRequired && !identity) {
      this.signIn(room);
      return false;
    }
    this.#form.identify(identity);
    this.#page.show("lobby");
    this.watch();
    if (asked !== null && !roomOf(asked)) {
      this.#banner.say("invalid-room", text("invalid-room"));
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
      this.dispatchEvent(new CustomEvent("join", { detail: { name, room, title, link: linkTo(title) } }));
    }
  }

  /**
   * Says at a field by how much its text is too long, or takes back what was said there.
   * @param {"name" | "room"} field
   * @param {string} entered
   */
  #fits(field, entered) {
    const over = cleanText(entered).length - LONGEST[field];
    this.#form.showProblem(field, over > 0 ? text("characters-over", { count: count(over) }) : "");
    return over <= 0;
  }

  /**
   * Leads to the login of the container, which leads back to the room, or to none: OpenID Connect on WildFly forgets
   * it.
   * @param {string} room as it was written
   */
  signIn(room) {
    if (location.hash === SIGNED_IN) {
      this.#page.show("lobby");
      this.#banner.say("login-required", text("login-required")); // else it would go round in circles
    } else {
      remember("room", room);
      location.replace(`login?room=${encodeURIComponent(room)}`);
    }
  }

  /**
   * Where this tab was in a call, if that is what the page has been loaded anew for: the address leads to the same
   * room.
   */
  takePlace() {
    const place = takePlace();
    return place && roomOf(place.room) === roomOf(askedRoom() ?? "") ? place : null;
  }

  /** Shows who is in the room that is entered at the moment. */
  watch() {
    this.#form.showPeople("");
    this.#people.stop();
    const room = roomOf(this.#form.room);
    if (room) {
      this.#people.watch(room);
    }
  }

  /** Nobody sees any more who is there. */
  close() {
    this.#people.stop();
  }
}

/** The room in the address, as it was written. */
const askedRoom = () => new URLSearchParams(location.search).get("room");

/** @param {string} room as it was written */
function linkTo(room) {
  const link = new URL(location.href);
  link.search = new URLSearchParams({ room }).toString();
  link.hash = "";
  return link.href;
}

/** Nobody guesses it: 60 random bits, in characters that are not mistaken for others when read out. */
function freshName() {
  const letters = "abcdefghijkmnpqrstuvwxyz23456789";
  const random = crypto.getRandomValues(new Uint8Array(12)); // randomUUID is undefined over plain HTTP
  const name = Array.from(random, (byte) => letters[byte % 32]).join("");
  return name.replace(/(.{4})(?=.)/g, "$1-");
}
