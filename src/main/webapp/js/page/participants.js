// The list of participants.

import { copyOf, element, find } from "../base/dom.js";
import { text } from "../base/i18n.js";

/** @typedef {import("../stage/tile.js").Person} Person */

/** The parts of a status that the list shows. */
const SHOWN = ["microphone", "camera", "screen", "hand"];

/**
 * The entries of the list, with a button to pin each.
 *
 * Events:
 * - `pin`: CustomEvent, `detail` is the id of the participant to pin or unpin
 */
export class Participants extends EventTarget {
  #list = element("present-list");
  #count = element("present-count");
  /** @type {Map<string, HTMLElement>} by id */
  #entries = new Map();

  constructor() {
    super();
    this.#list.addEventListener("click", ({ target }) => {
      const entry = /** @type {Element} */ (target).closest(".pin")?.closest("li");
      if (entry) {
        this.dispatchEvent(new CustomEvent("pin", { detail: entry.dataset.peer }));
      }
    });
  }

  #newEntry() {
    const entry = copyOf("one-present");
    this.#list.append(entry);
    return entry;
  }

  /** @param {Person} person new, or with a changed name or status */
  show(person) {
    const entry = this.#entries.get(person.id) ?? this.#newEntry();
    this.#entries.set(person.id, entry);
    entry.dataset.peer = person.id;
    entry.dataset.role = person.role ?? "participant";
    entry.toggleAttribute("data-verified", person.verified ?? false);
    find(entry, ".name").textContent = person.name;
    find(entry, ".pin").setAttribute("aria-label", text("pin", person));
    this.setStatus(person.id, person.status ?? {});
    this.#recount();
  }

  /**
   * @param {string} id
   * @param {object} status what has changed
   */
  setStatus(id, status) {
    for (const [name, on] of Object.entries(status)) {
      if (SHOWN.includes(name) && on !== null) {
        this.#entries.get(id)?.setAttribute(`data-${name}`, on ? "on" : "off");
      }
    }
  }

  /** @param {string} id */
  remove(id) {
    this.#entries.get(id)?.remove();
    this.#entries.delete(id);
    this.#recount();
  }

  clear() {
    this.#entries.clear();
    this.#list.replaceChildren();
  }

  #recount() {
    this.#count.textContent = String(this.#entries.size);
  }
}
