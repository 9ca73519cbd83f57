// The people in a call, each with a tile. Knows pictures and names, but nothing of how they come here.

/**
 * Somebody, as PROTOCOL.md describes a peer; `verified` is whether the server knows who it is.
 * @typedef {{id: string, name: string, verified?: boolean, role?: string, status?: object}} Person
 */

/** One person: picture, or initials where there is none, and name. */
class Tile {
  /** What is seen and heard; tracks come one by one. */
  #stream = new MediaStream();
  #video = document.createElement("video");

  /**
   * @param {Person} person
   * @param {boolean} self whether it is the own one: mirrored and never heard
   */
  constructor(person, self) {
    const template = /** @type {HTMLTemplateElement} */ (document.getElementById("tile"));
    this.element = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    this.element.dataset.peer = person.id;
    this.element.dataset.connection = self ? "connected" : "new";
    this.element.toggleAttribute("data-self", self);
    this.#video = /** @type {HTMLVideoElement} */ (this.#find("video"));
    this.#video.muted = self;
    this.#video.srcObject = this.#stream;
    this.setStatus({ microphone: false, camera: false });
    this.show(person);
  }

  /** @param {Person} person whose tile it is, as known now */
  show({ name, verified = false, role = "member", status = {} }) {
    this.element.dataset.role = role;
    this.element.toggleAttribute("data-verified", verified);
    this.#find(".name").textContent = name;
    this.#find(".avatar").textContent = initials(name);
    this.setStatus(status);
  }

  /** @param {string} state such as `connected`; after `failed` nothing else counts until then, whatever is being tried */
  setConnection(state) {
    if (state === "connected" || this.element.dataset.connection !== "failed") {
      this.element.dataset.connection = state;
    }
  }

  /**
   * @param {string} grade `good`, `fair` or `poor`
   * @param {string} path `direct` or `relay`
   * @param {string} text the same for people, and more
   */
  setQuality(grade, path, text) {
    this.element.dataset.quality = grade;
    this.element.dataset.path = path;
    const sign = this.#find(".quality");
    sign.title = text;
    sign.setAttribute("aria-label", text);
  }

  /**
   * @param {"audio" | "video"} kind
   * @param {MediaStreamTrack | null} track instead of the one of that kind
   */
  setTrack(kind, track) {
    for (const old of this.#stream.getTracks()) {
      if (old.kind === kind && old !== track) {
        this.#stream.removeTrack(old);
      }
    }
    if (track) {
      this.#stream.addTrack(track);
      this.#video.play().catch(() => {}); // refused until the person has touched the page; then `autoplay` starts it
    }
  }

  /** @param {{microphone?: boolean, camera?: boolean}} status what changed */
  setStatus({ microphone, camera }) {
    if (microphone !== undefined) {
      this.element.dataset.microphone = microphone ? "on" : "off";
    }
    if (camera !== undefined) {
      this.element.dataset.camera = camera ? "on" : "off";
    }
  }

  /** @param {string} selector */
  #find(selector) {
    return /** @type {HTMLElement} */ (this.element.querySelector(selector));
  }
}

/** All tiles, in the order in which people came, laid out so that they are as large as can be. */
export class Tiles {
  #container;
  /** @type {Map<string, Tile>} */
  #tiles = new Map();

  /** @param {HTMLElement} container */
  constructor(container) {
    this.#container = container;
    new ResizeObserver(() => this.#layOut()).observe(container);
  }

  get size() {
    return this.#tiles.size;
  }

  /**
   * @param {Person} person
   * @param {boolean} [self]
   */
  add(person, self = false) {
    this.remove(person.id);
    const tile = new Tile(person, self);
    this.#tiles.set(person.id, tile);
    this.#container.append(tile.element);
    this.#layOut();
  }

  /** @param {Person} person who has a tile, with another name or status than before */
  update(person) {
    this.#tiles.get(person.id)?.show(person);
  }

  /**
   * @param {string} id
   * @param {string} grade
   * @param {string} path
   * @param {string} text
   */
  setQuality(id, grade, path, text) {
    this.#tiles.get(id)?.setQuality(grade, path, text);
  }

  /** @param {string} id */
  remove(id) {
    this.#tiles.get(id)?.element.remove();
    this.#tiles.delete(id);
    this.#layOut();
  }

  clear() {
    this.#tiles.clear();
    this.#container.replaceChildren();
  }

  /**
   * @param {string} id
   * @param {"audio" | "video"} kind
   * @param {MediaStreamTrack | null} track
   */
  setTrack(id, kind, track) {
    this.#tiles.get(id)?.setTrack(kind, track);
  }

  /**
   * @param {string} id
   * @param {object} status
   */
  setStatus(id, status) {
    this.#tiles.get(id)?.setStatus(status);
  }

  /**
   * @param {string} id
   * @param {string} state such as `connected`
   */
  setConnection(id, state) {
    this.#tiles.get(id)?.setConnection(state);
  }

  /** Tries every number of columns and takes the one that gives the largest 4:3 pictures. */
  #layOut() {
    const { clientWidth: width, clientHeight: height } = this.#container;
    const count = this.#tiles.size;
    let best = { columns: 1, area: 0 };
    for (let columns = 1; columns <= count; columns++) {
      const rows = Math.ceil(count / columns);
      const side = Math.min(width / columns, (height / rows) * (4 / 3));
      if (side > best.area) {
        best = { columns, area: side };
      }
    }
    this.#container.style.setProperty("--columns", String(best.columns));
    this.#container.style.setProperty("--rows", String(Math.ceil(count / best.columns)));
  }
}

/** @param {string} name */
function initials(name) {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return ends.map((word) => [...word][0] ?? "").join("").toUpperCase();
}
