// Calls within pages of other sites: `<script type="module" src="https://HOST/visavis/js/embed.js"></script>` defines
// `<visavis-call room="daily">` there. See docs/embedding.md.

/** The call page on the server of this script. */
const PAGE = new URL("../webrtc.html", import.meta.url);

/** What the page may use, as far as the site itself may (Permissions Policy). */
const ALLOW =
  "camera; microphone; display-capture; fullscreen; autoplay; picture-in-picture; clipboard-write; speaker-selection";

/** How long after its load event the page may take to say hello, in milliseconds. Normally it does so earlier. */
const SAYS_HELLO_WITHIN = 2_000;

/** The page's messages that the element dispatches as events. */
const EVENTS = ["joined", "left", "peers", "status", "error"];

const STYLE = new CSSStyleSheet(); // the site's content security policy might forbid an inline one
STYLE.replaceSync(":host { display: block; height: 36rem } iframe { width: 100%; height: 100%; border: 0 }");

/**
 * @typedef {{id: string, name: string, verified: boolean, role: string}} Peer for `verified` and `role` see PROTOCOL.md
 */

/**
 * A call in a frame. All attributes are optional and may change at any time:
 * - `room`: the room; a change ends the call. Without it, the page offers a new one
 * - `name`: the person's name; without it, the page asks. For a signed-in person the name of the login counts
 * - `token`: the token with which the person was invited; see docs/tokens.md. A change counts from the next `room` on
 * - `autojoin`: joins at once; without it, the person or `join()` does
 *
 * Events, each a CustomEvent that does not bubble, with `detail`:
 * - `joined`: `{id: string, name: string, room: string}`, the local participant
 * - `left`: the call is over
 * - `peers`: `Peer[]`, everybody else in the room
 * - `status`: `{microphone: boolean, camera: boolean}`, what is on
 * - `error`: `{code: string, message: string}`, what the person is told; or `no-answer`: the page is missing, or may
 *   not be embedded in this site
 *
 * Element and page exchange messages `{visavis: 1, type, detail}`. The page says `hello` after each load (a login may
 * lead away and back), then the element does, then both send what they have.
 *
 * Neither side talks to strangers:
 * - The element sends only to the origin of this script. It hears only its own frame's window with that origin.
 * - The browser embeds the page only in the sites that its `frame-ancestors` header allows. It checks all windows up to
 *   the top before any script runs. So the page's `parent` is allowed, and stays the same, as a moved frame reloads.
 * - The page accepts messages only from its parent. It keeps the origin of the first one, which the browser guarantees,
 *   and sends only there.
 * - Only the page's empty `hello` goes to any origin, since not every browser tells the parent's (older Firefox has no
 *   `location.ancestorOrigins`, and a site may withhold the referrer).
 */
export class VisavisCall extends HTMLElement {
  static observedAttributes = ["room", "name"];

  /** @type {HTMLIFrameElement | null} while the element is in a document */
  #frame = null;
  #greeted = false; // whether the page has said hello
  #wanted = false; // whether to join once the page is there
  #inCall = false;
  /** @type {Map<string, boolean>} devices to switch once the page is there */
  #waiting = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #patience;
  #hear = (/** @type {MessageEvent} */ event) => this.#receive(event);
  /** A gesture in the site lets the frame play sound, but the browser fires no event in the frame. */
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

  /** Joins as soon as possible. Without a name, the page asks the person. */
  join() {
    this.#wanted = true;
    this.#say("join");
  }

  /** Ends the call; `join()` starts it again. */
  hangUp() {
    this.#wanted = false;
    this.#say("leave");
  }

  /** @param {boolean} on whether peers hear the person; the browser may ask for permission */
  setMicrophone(on) {
    this.#switch("microphone", on);
  }

  /** @param {boolean} on whether peers see the person */
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

  /** Always a new frame: a new address in the old one would add a step to the browser's history. */
  #open() {
    const frame = document.createElement("iframe");
    const room = this.getAttribute("room");
    const address = new URL(PAGE);
    if (room !== null) {
      address.searchParams.set("room", room);
    }
    const token = this.getAttribute("token");
    if (token) {
      address.hash = `token=${token}`; // which browsers send to no server
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
    this.#greeted = false;
    this.#wanted = false;
    this.#waiting.clear();
    this.#over();
  }

  /** Error pages fire `load` too, and their content cannot be read from here. */
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
   * Sends nothing before the page's hello, since the frame may show an error page.
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
  customElements.define("visavis-call", VisavisCall); // a page cannot use two servers
}
