// Builds the parts of the page and wires their events; everything else is in js/.

import { Call } from "./js/call.js";
import { text } from "./js/i18n.js";
import { whoAmI } from "./js/identity.js";
import { log } from "./js/log.js";
import { Media } from "./js/media.js";
import { Signaling } from "./js/signaling.js";
import { Stats } from "./js/stats.js";
import { View } from "./js/view.js";

const ROOM = /^[A-Za-z0-9_-]{1,64}$/; // as in PROTOCOL.md
const SELF = "self";
/** A change of the network takes less, and is nobody's business then; in milliseconds. */
const SAY_LOST_AFTER = 1_000;

const SIGNED_IN = "#signed-in"; // where LoginServlet leads to

const view = new View();
const media = new Media();
/** @type {Signaling | null} only while in a call */
let signaling = null;
const call = new Call((data, to) => signaling?.signal(data, to));

/** @type {Stats | null} only while in a call */
let stats = null;

let joined = false; // whether the server has ever welcomed this call

/** @type {ReturnType<typeof setTimeout> | undefined} until people are told that the connection is lost */
let lost;

/** Shows who may be called and the own picture; asks for camera and microphone before anything else needs them. */
async function openLobby() {
  const remembered = (location.hash === SIGNED_IN && recall("room")) || null;
  const asked = new URLSearchParams(location.search).get("room") ?? remembered;
  const room = asked !== null && ROOM.test(asked) ? asked : freshName();
  view.prefill({ name: recall("name"), room });
  if (!window.RTCPeerConnection) {
    view.show("unsupported");
    view.say("unsupported", text("unsupported"));
    return;
  }
  const { loginRequired, identity } = await whoAmI();
  if (loginRequired && !identity) {
    signIn(room);
    return;
  }
  view.identify(identity);
  view.show("lobby");
  if (asked !== null && asked !== room) {
    view.say("invalid-room", text("invalid-room"));
  }
  media.open();
}

/**
 * Leads to the login of the container, which leads back to the room, or to none: OpenID Connect on WildFly forgets it.
 * @param {string} room
 */
function signIn(room) {
  if (location.hash === SIGNED_IN) {
    view.show("lobby");
    view.say("login-required", text("login-required")); // else it would go round in circles
  } else {
    remember("room", room);
    location.replace(`login?room=${room}`);
  }
}

view.addEventListener("join", (event) => join(/** @type {CustomEvent} */ (event).detail));
view.addEventListener("cancel", () => {
  signaling?.leave();
  end("lobby");
});
view.addEventListener("leave", () => {
  signaling?.leave();
  end("left");
  media.close(); // nobody expects to be filmed after a goodbye
  view.say("left", text("left"));
});
addEventListener("pagehide", () => signaling?.leave()); // else the others could only guess
view.addEventListener("microphone", () => media.toggleMicrophone());
view.addEventListener("camera", () => media.toggleCamera());
view.addEventListener("copy-link", async () => {
  const code = (await view.copyLink()) ? "link-copied" : "link-selected";
  view.say(code, text(code), { passing: true });
});

media.addEventListener("track", (event) => {
  const { kind, track } = /** @type {CustomEvent} */ (event).detail;
  const status = { microphone: media.microphone, camera: media.camera };
  view.showStatus(status);
  if (kind === "video") {
    view.showPreview(track);
    view.tiles.setTrack(SELF, kind, track);
  }
  view.tiles.setStatus(SELF, status);
  call.setTrack(kind, track);
  signaling?.status(status);
});
media.addEventListener("problem", (event) => {
  const { code, both } = /** @type {CustomEvent} */ (event).detail;
  view.say(code, text(both ? `${code}-both` : code));
});

call.addEventListener("joined", (event) => {
  view.tiles.add(/** @type {CustomEvent} */ (event).detail);
  view.unsay("alone");
});
call.addEventListener("returned", (event) => view.tiles.update(/** @type {CustomEvent} */ (event).detail));
call.addEventListener("left", (event) => view.tiles.remove(/** @type {CustomEvent} */ (event).detail.id));
call.addEventListener("track", (event) => {
  const { id, track } = /** @type {CustomEvent} */ (event).detail;
  view.tiles.setTrack(id, track.kind, track);
});
call.addEventListener("state", (event) => {
  const { id, state } = /** @type {CustomEvent} */ (event).detail;
  view.tiles.setConnection(id, state);
});

openLobby(); // after all are listening: that a page over plain HTTP gets no camera is known at once

/** @param {{name: string, room: string}} entered */
function join({ name, room }) {
  if (!ROOM.test(room)) {
    view.say("invalid-room", text("invalid-room"));
    view.prefill({ name, room: freshName() });
    return;
  }
  remember("name", name);
  const link = new URL(location.href);
  link.search = `?room=${room}`;
  link.hash = "";
  history.replaceState(null, "", link);
  view.showRoom(room, link.href);
  if (document.body.dataset.state === "left") {
    media.open();
  }
  view.show("joining");
  view.say("connecting", text("connecting"));
  joined = false;
  signaling = new Signaling({ room, name });
  listen(signaling, room);
}

/**
 * @param {Signaling} signaling
 * @param {string} room
 */
function listen(signaling, room) {
  /** @param {string} type @param {(detail: any) => void} handle */
  const on = (type, handle) =>
    signaling.addEventListener(type, (event) => handle(/** @type {CustomEvent} */ (event).detail));
  on("welcome", enter);
  on("peer-joined", ({ peer }) => call.joined(peer));
  on("peer-left", (detail) => call.left(detail));
  on("signal", (signal) => call.receive(signal));
  on("status", ({ from, status }) => view.tiles.setStatus(from, status));
  on("error", ({ code }) => {
    log("info", "the server refused something:", code);
    if (code === "login-required" && joined) {
      const link = { href: `login?room=${room}`, text: text("sign-in") };
      view.say("login-expired", text("login-expired"), { link });
    }
  });
  on("ice-configuration", (ice) => call.setIce(ice, true));
  on("lost", () => {
    const code = joined ? "reconnecting" : "unreachable";
    lost ??= setTimeout(() => view.saying === "login-expired" || view.say(code, text(code)), SAY_LOST_AFTER);
  });
  on("ended", ({ code }) => {
    end("lobby");
    if (code === "login-required") {
      signIn(room);
    } else {
      view.say(code, text(code));
    }
  });
}

/** @param {any} welcome */
function enter(welcome) {
  const status = { microphone: media.microphone, camera: media.camera };
  if (!joined) {
    joined = true;
    watch(new Stats(() => call.getStats()));
    view.tiles.add({ ...welcome.self, id: SELF, name: text("you", welcome.self), status }, true);
    view.tiles.setTrack(SELF, "video", media.picture);
    view.show("call");
  }
  unsayLost();
  view.unsay("connecting", "unreachable", "reconnecting", "login-expired");
  if (!welcome.resumed) {
    signaling?.status(status);
  }
  call.welcome(welcome);
  if (welcome.peers.length === 0 && !view.saying) {
    view.say("alone", text("alone"));
  }
}

/** @param {Stats} watching */
function watch(watching) {
  stats = watching;
  stats.addEventListener("quality", (event) => {
    const { id, grade, path, roundTrip = 0, loss, down, up } = /** @type {CustomEvent} */ (event).detail;
    const numbers = { roundTrip: roundTrip * 1e3, loss: loss * 100, down: down / 1e3, up: up / 1e3 };
    const rounded = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, Math.round(value)]));
    if (path) {
      view.tiles.setQuality(id, grade, path, text("quality", { grade: text(grade), path: text(path), ...rounded }));
    }
  });
  stats.addEventListener("flowing", (event) => {
    call.recovered(/** @type {CustomEvent} */ (event).detail.id);
    signaling?.check(); // the network is back
  });
  stats.addEventListener("stalled", (event) => {
    call.recover(/** @type {CustomEvent} */ (event).detail.id);
    signaling?.reconnect(); // whatever has cut off the media will have cut this off too
  });
}

function unsayLost() {
  clearTimeout(lost);
  lost = undefined;
}

/** @param {"left" | "lobby"} state where to go */
function end(state) {
  signaling = null;
  stats?.stop();
  unsayLost();
  call.close();
  view.tiles.clear();
  view.unsay();
  view.show(state);
}

/** Nobody guesses it: 60 random bits, in characters that are not mistaken for others when read out. */
function freshName() {
  const letters = "abcdefghijkmnpqrstuvwxyz23456789";
  const random = crypto.getRandomValues(new Uint8Array(12)); // randomUUID is undefined over plain HTTP
  const name = Array.from(random, (byte) => letters[byte % 32]).join("");
  return name.replace(/(.{4})(?=.)/g, "$1-");
}

/** @param {string} key */
function recall(key) {
  try {
    return localStorage.getItem(`visavis.${key}`) ?? "";
  } catch {
    return ""; // storage is forbidden in some private windows
  }
}

/**
 * @param {string} key
 * @param {string} value
 */
function remember(key, value) {
  try {
    localStorage.setItem(`visavis.${key}`, value);
  } catch {
    log("info", "this browser remembers nothing");
  }
}
