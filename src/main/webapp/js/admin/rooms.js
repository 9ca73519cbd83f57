// The list of rooms, and who is in them.

import { copyOf, element, find } from "../base/dom.js";
import { count, text } from "../base/i18n.js";
import { named } from "../base/names.js";
import { moment, moreOf, renew, withText } from "./facts.js";

/** @typedef {{name: string, verified: boolean, role: string, since: number, away: boolean, address?: string}} Participant */
/** @typedef {{name: string, since: number, participants: Participant[]}} Room */

/** Shows rooms in the server's order. One that stays keeps its element, so that nobody loses the focus in it. */
export class Rooms {
  #list = element("rooms");
  #hint = element("rooms-hint");
  /** @type {Map<string, HTMLElement>} by name */
  #shown = new Map();
  #orders;

  /** @param {import("./orders.js").Orders} orders what its buttons do */
  constructor(orders) {
    this.#orders = orders;
  }

  /** @param {{total: number, matching: number, shown: Room[]}} rooms */
  show({ total, matching, shown }) {
    const hint = this.#hintFor(total, matching, shown.length);
    this.#hint.hidden = !hint;
    this.#hint.textContent = hint;
    const names = new Set(shown.map(({ name }) => name));
    for (const [name, entry] of this.#shown) {
      if (!names.has(name)) {
        entry.remove();
        this.#shown.delete(name);
      }
    }
    shown.forEach((room, index) => this.#place(this.#update(room), index));
  }

  /** @type {(total: number, matching: number, shown: number) => string} */
  #hintFor(total, matching, shown) {
    if (total === 0) {
      return text("no-rooms");
    }
    if (matching === 0) {
      return text("no-match");
    }
    return shown < matching ? text("more-rooms", { shown: count(shown), matching: count(matching) }) : "";
  }

  /** @param {Room} room */
  #update({ name, since, participants }) {
    const entry = this.#shown.get(name) ?? this.#make(name);
    find(entry, ".name").textContent = name;
    find(entry, ".since").textContent = text("since", { time: moment(since) });
    renew(find(entry, ".participants"), participants, lineOf);
    return entry;
  }

  /** @param {string} name */
  #make(name) {
    const entry = copyOf("one-room");
    this.#shown.set(name, entry);
    find(entry, ".announce").addEventListener("click", () => this.#orders.announce(name));
    find(entry, ".close").addEventListener("click", () => this.#orders.close(name));
    return entry;
  }

  /** @type {(entry: HTMLElement, index: number) => void} */
  #place(entry, index) {
    const there = this.#list.children[index];
    if (there !== entry) {
      this.#list.insertBefore(entry, there ?? null);
    }
  }
}

/** @param {Participant} participant */
function lineOf(participant) {
  const { name, verified, role, since, away, address } = named(participant);
  const line = document.createElement("li");
  line.toggleAttribute("data-away", away);
  const who = document.createElement("span");
  who.className = "who";
  who.append(withText("bdi", name));
  if (verified) {
    who.append(mark("verified"));
  }
  if (role === "moderator") {
    who.append(mark("moderator"));
  }
  if (away) {
    who.append(mark("away"));
  }
  line.append(who, moreOf([text("since", { time: moment(since) }), address]));
  return line;
}

/** @param {string} code */
function mark(code) {
  const made = withText("span", text(code));
  made.className = "mark";
  return made;
}
