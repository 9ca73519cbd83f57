// What is known of the connection to one person, for those who want to know.

/** Shown until closed, and kept up to date meanwhile. */
export class Details {
  #dialog = /** @type {HTMLDialogElement} */ (document.getElementById("details"));
  #title = /** @type {HTMLElement} */ (document.getElementById("details-title"));
  #list = /** @type {HTMLElement} */ (document.getElementById("details-list"));
  #id = "";
  /** The last of each person. @type {Map<string, string[][]>} */
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
   * @param {string[][]} rows each a term and what it is
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
