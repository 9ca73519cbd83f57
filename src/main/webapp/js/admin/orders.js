// What the administrator can do: say something to rooms, close one, drain the server.

import { element, find } from "../base/dom.js";
import { hasText, text } from "../base/i18n.js";
import { log } from "../base/log.js";
import { lines } from "./facts.js";
import { Refused, check, order } from "./server.js";

/**
 * A dialog with one question. It closes when the server has done what was asked, and says why if it has not.
 * @param {string} id of the `dialog`
 * @param {() => Promise<void>} act
 */
function question(id, act) {
  const dialog = /** @type {HTMLDialogElement} */ (element(id));
  const problem = find(dialog, ".problem");
  find(dialog, ".cancel").addEventListener("click", () => dialog.close());
  find(dialog, "form").addEventListener("submit", async (event) => {
    event.preventDefault();
    problem.textContent = "";
    const button = /** @type {HTMLButtonElement} */ (find(dialog, ".primary"));
    button.disabled = true; // a second click would do it twice
    try {
      await act();
      dialog.close();
    } catch (error) {
      problem.textContent = reasonOf(error);
    }
    button.disabled = false;
  });
  return {
    /** @param {string} title */
    ask(title) {
      find(dialog, "h2").textContent = title;
      problem.textContent = "";
      dialog.showModal();
    },
  };
}

/** @param {unknown} error */
function reasonOf(error) {
  if (error instanceof Refused) {
    return hasText(error.code) ? text(error.code) : error.message;
  }
  log("info", "The server did not answer:", error);
  return text("not-done");
}

/** Wires the buttons. Those of a room are given their room when they are pressed. */
export class Orders {
  #announcement = /** @type {HTMLTextAreaElement} */ (element("announce-text"));
  /** The room in question; undefined for all. @type {string | undefined} */
  #room;
  #draining = false;
  #announcing;
  #closing;

  /** @param {() => void} done called when something has been done */
  constructor(done) {
    this.#announcing = question("announcing", async () => {
      await order("announce", { room: this.#room, text: this.#announcement.value });
      done();
    });
    this.#closing = question("closing", async () => {
      await order("close", { room: this.#room });
      done();
    });
    element("announce").addEventListener("click", () => this.announce());
    element("check").addEventListener("click", () => this.#check());
    element("drain").addEventListener("click", async () => {
      try {
        await order("drain", { draining: !this.#draining });
        done();
      } catch (error) {
        element("drain-text").textContent = reasonOf(error);
      }
    });
  }

  /** Asks what to say. @param {string} [room] undefined for all */
  announce(room) {
    this.#room = room;
    this.#announcement.value = "";
    this.#announcing.ask(room ? text("announce-to", { room }) : text("announce-to-all"));
  }

  /** Asks whether to close a room. @param {string} room */
  close(room) {
    this.#room = room;
    this.#closing.ask(text("close-room", { room }));
  }

  async #check() {
    const button = /** @type {HTMLButtonElement} */ (element("check"));
    button.disabled = true; // it takes some seconds
    try {
      lines("checks", (await check()).map(({ url, result }) => ({ main: url, more: [text(`check-${result}`)] })));
    } catch (error) {
      lines("checks", [{ main: "", more: [reasonOf(error)] }]);
    }
    button.disabled = false;
  }

  /** @param {boolean} draining whether the server drains */
  showDrain(draining) {
    this.#draining = draining;
    element("drain").textContent = text(draining ? "drain-end" : "drain");
    element("drain-text").textContent = text(draining ? "draining" : "not-draining");
  }
}
