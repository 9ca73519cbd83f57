// The details of the connection to one peer.

import { element } from "../base/dom.js";

/** A dialog that stays up to date while it is open. */
export class Details {
  #dialog = /** @type {HTMLDialogElement} */ (element("details"));
  #title = element("details-title");
  #list = element("details-list");
  #id = "";
  /** The latest rows of each peer. @type {Map<string, string[][]>} */
  #rows = new Map();

  /**
   * @param {string} id
   * @param {string} name
   */
  open(id, name) {
    this.#id = id;
    this.#title.textContent = name;
    this.#show();
    this.#dialog.showModal();
  }

  /**
   * @param {string} id
   * @param {string[][]} rows each a term and its value
   */
  update(id, rows) {
    this.#rows.set(id, rows);
    if (this.#dialog.open && id === this.#id) {
      this.#show();
    }
  }

  close() {
    this.#rows.clear();
    this.#dialog.close();
  }

  #show() {
    this.#list.replaceChildren(
      ...(this.#rows.get(this.#id) ?? []).map((row) => {
        const line = document.createElement("div");
        row.forEach((words, i) => {
          const cell = document.createElement(i === 0 ? "dt" : "dd");
          cell.textContent = words;
          line.append(cell);
        });
        return line;
      }),
    );
  }
}
