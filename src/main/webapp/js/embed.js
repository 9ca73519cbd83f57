// Calls within pages of other sites: `<script type="module" src="https://HOST/visavis/js/embed.js"></script>` there
// defines `<visavis-call room="daily">`. docs/embedding.md says how to use it.

/** The server that this script comes from has the page, too. */
const PAGE = new URL("../webrtc.html", import.meta.url);

/** What the page may use, as far as the site around it may (Permissions Policy). */
const ALLOW =
  "camera; microphone; display-capture; fullscreen; autoplay; picture-in-picture; clipboard-write; speaker-selection";

/** How long after it has been loaded the page may take to say hello, in milliseconds: it does so before that. */
const SAYS_HELLO_WITHIN = 2_000;

/** What the page tells, and the element dispatches. */
const EVENTS = ["joined", "left", "peers", "status", "error"];

const STYLE = new CSSStyleSheet(); // an inline one might be forbidden by the content security policy of the site
STYLE.replaceSync(":host { display: block; height: 36rem } iframe { width: 100%; height: 100%; border: 0 }");

/** @typedef {{id: string, name: string, verified: boolean, role: string}} Peer `verified`, `role`: see PROTOCOL.md */

/**
 * A call, in a frame. Attributes, all optional, may be changed at any time:
 * - `room`: where to meet; another one ends the call. Without, the page offers a fresh one
 * - `name`: what the others read; without, the person is asked. One who has signed in has the name of the login
 * - `autojoin`: joins at once; without, the person presses the button, or `join()` does
 *
 * Events, each a CustomEvent that does not bubble, and its `detail`:
 * - `joined`: `{id: string, name: string, room: string}`, of oneself
 * - `left`: the call is over
 * - `peers`: `Peer[]`, who else is in the room from now on
 * - `status`: `{microphone: boolean, camera: boolean}`, what is on from now on
 * - `error`: `{code: string, message: string}`, what the person is told; or `no-answer`: there is no page, or it may
 *   not be within this site
 *
 * Element and page exchange messages `{visavis: 1, type, detail}`. The page says `hello` each time it has been loaded
 * (a login may lead away and back), then the element does, then both say what they have to.
 *
 * Why strangers are not told anything, and not obeyed. The element speaks only to the origin of this script, and hears
 * only the window in its own frame while that shows this origin. The page: which sites may have it within theirs, the
 * browser knows before any script runs, from `frame-ancestors` in the headers of the page, and it checks all windows up
 * to the topmost. So the page's `parent` is one of them; it cannot become another one, as a frame that is moved is
 * loaded anew. The page hears no other window, keeps the origin that the first message came from, for which the browser
 * vouches, and tells nobody else anything. Only its `hello` goes to whatever origin, since not every browser says that
 * of the parent (older Firefox has no `location.ancestorOrigins`, and a site may withhold the referrer): it is empty.
 */
export class VisavisCall extends HTMLElement {
  static observedAttributes = ["room", "name"];

  /** @type {HTMLIFrameElement | null} while the element is in a document */
  #frame = null;
  #greeted = false; // whether the page has said hello
  #wanted = false; // whether to join as soon as the page is there
  #inCall = false;
  /** @type {Map<string, boolean>} devices to be switched as soon as the page is there */
  #waiting = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #patience;
  #hear = (/** @type {MessageEvent} */ event) => this.#receive(event);
  /**
   * The browser lets the frame make sound where the person has touched the page around it, but does not say so there.
   */
  #touched = () => this.#say("touched");

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [STYLE];
  }

  connectedCallback() {
    addEventListener("message", this.#hear);
    addEventListener("click", this.#touched, true);
    addEventListener("keydown", this.#touched, true);
    this.#open();
  }

  disconnectedCallback() {
    removeEventListener("message", this.#hear);
    removeEventListener("click", this.#touched, true);
    removeEventListener("keydown", this.#touched, true);
    this.#close();
  }

  /**
   * @param {string} attribute
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(attribute, before, now) {
    if (!this.#frame || before === now) {
      return;
    }
    if (attribute === "room") {
      this.#close();
      this.#open();
    } else if (now) {
      this.#say("name", now);
    }
  }

  /** Joins, as soon as that is possible. Where there is no name, the person is asked for it. */
  join() {
    this.#wanted = true;
    this.#say("join");
  }

  /** Ends the call; `join()` begins it anew. */
  hangUp() {
    this.#wanted = false;
    this.#say("leave");
  }

  /**
   * @param {boolean} on whether the others are to hear the person; the browser may have to ask whether it may be
   *   switched on
   */
  setMicrophone(on) {
    this.#switch("microphone", on);
  }

  /** @param {boolean} on whether the others are to see the person */
  setCamera(on) {
    this.#switch("camera", on);
  }

  /**
   * @param {string} device
   * @param {boolean} on
   */
  #switch(device, on) {
    if (this.#greeted) {
      this.#say(device, Boolean(on));
    } else {
      this.#waiting.set(device, Boolean(on));
    }
  }

  /** A new frame each time: another address for the same one would be a step that the back button undoes. */
  #open() {
    const frame = document.createElement("iframe");
    const room = this.getAttribute("room");
    const address = new URL(PAGE);
    if (room !== null) {
      address.searchParams.set("room", room);
    }
    this.#wanted ||= this.hasAttribute("autojoin");
    frame.title = "Visavis";
    frame.allow = ALLOW;
    frame.addEventListener("load", () => this.#loaded());
    frame.src = address.href;
    this.#frame = frame;
    this.shadowRoot?.append(frame);
  }

  #close() {
    clearTimeout(this.#patience);
    this.#frame?.remove();
    this.#frame = null;
    this.#greeted = this.#wanted = false;
    this.#waiting.clear();
    this.#over();
  }

  /** Frames say of errors, too, that they are loaded; their content is nobody's to see from here. */
  #loaded() {
    if (!this.#greeted) {
      const message =
        `${PAGE.origin} does not answer, or its setting visavis.embed.origins does not name ${location.origin}.`;
      this.#patience = setTimeout(() => this.#dispatch("error", { code: "no-answer", message }), SAYS_HELLO_WITHIN);
    }
  }

  /** @param {MessageEvent} event */
  #receive({ source, origin, data }) {
    if (!this.#frame || source !== this.#frame.contentWindow || origin !== PAGE.origin || data?.visavis !== 1) {
      return;
    }
    if (data.type === "hello") {
      this.#greet();
    } else if (data.type === "left") {
      this.#over();
    } else if (EVENTS.includes(data.type)) {
      if (data.type === "joined") {
        this.#inCall = true;
        this.#wanted = false;
      }
      this.#dispatch(data.type, data.detail);
    }
  }

  /** The page is there, for the first time or again. */
  #greet() {
    clearTimeout(this.#patience);
    this.#over();
    this.#greeted = true;
    this.#say("hello");
    const name = this.getAttribute("name");
    if (name) {
      this.#say("name", name);
    }
    this.#waiting.forEach((on, device) => this.#say(device, on));
    this.#waiting.clear();
    if (this.#wanted) {
      this.#say("join");
    }
  }

  #over() {
    if (this.#inCall) {
      this.#inCall = false;
      this.#dispatch("left");
    }
  }

  /**
   * Before the page has said hello there may be none, but an error of the browser's.
   * @param {string} type
   * @param {any} [detail]
   */
  #say(type, detail) {
    if (this.#greeted) {
      this.#frame?.contentWindow?.postMessage({ visavis: 1, type, detail }, PAGE.origin);
    }
  }

  /**
   * @param {string} type
   * @param {any} [detail]
   */
  #dispatch(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

if (!customElements.get("visavis-call")) {
  customElements.define("visavis-call", VisavisCall); // two servers cannot have it in one page
}
