// Builds the parts of the page and wires their events; everything else is in js/.

import { Call } from "./js/call.js";
import { Controls } from "./js/controls.js";
import { Conversation } from "./js/conversation.js";
import { Details } from "./js/details.js";
import { DeviceChoice } from "./js/device-choice.js";
import { Embedding } from "./js/embedding.js";
import { text } from "./js/i18n.js";
import { Lobby } from "./js/lobby.js";
import { log } from "./js/log.js";
import { Media } from "./js/media.js";
import { forget, reached } from "./js/milestones.js";
import { PictureInPicture } from "./js/pip.js";
import { applyPreferences, offerPreferences } from "./js/preferences.js";
import { Present } from "./js/present.js";
import { Screen } from "./js/screen.js";
import { rememberPlace, takePlace } from "./js/settings.js";
import { Side } from "./js/side.js";
import { Signaling } from "./js/signaling.js";
import { SELF, Tiles } from "./js/tiles.js";
import { View } from "./js/view.js";
import { warmUp } from "./js/warm-up.js";
import { Watch } from "./js/watch.js";

/** A change of the network takes less, and is nobody's business then; in milliseconds. */
const SAY_LOST_AFTER = 1_000;

const view = new View();
const controls = new Controls();
const side = new Side();
const tiles = new Tiles(/** @type {HTMLElement} */ (document.getElementById("tiles")));
const present = new Present();
const details = new Details();
const pip = new PictureInPicture();
const media = new Media();
const screen = new Screen();
const lobby = new Lobby(view);
const choice = new DeviceChoice(media);
/** @type {Signaling | null} only while in a call, as is `watch` */
let signaling = null;
const call = new Call((data, to) => signaling?.signal(data, to));
const embedding = new Embedding({ view, media, call });
const conversation = new Conversation(call, side, (id) => present.nameOf(id));
/** @type {Watch | null} */
let watch = null;

/** What goes back to where it was after a reload, besides the devices. */
let place = { name: "", room: "" };
let hand = false; // whether it is raised
let joined = false; // whether the server has ever welcomed this call

/** @type {ReturnType<typeof setTimeout> | undefined} until people are told that the connection is lost */
let lost;

/** @type {(source: EventTarget, type: string, handle: (detail: any) => void) => void} */
const on = (source, type, handle) =>
  source.addEventListener(type, (/** @type {any} */ { detail }) => handle(detail));

on(lobby, "join", join);
on(view, "cancel", () => {
  signaling?.leave();
  end("lobby");
});
on(view, "copy-link", async () => {
  const code = (await view.copyLink()) ? "link-copied" : "link-selected";
  view.say(code, text(code), { passing: true });
});

on(controls, "microphone", () => media.toggleMicrophone());
on(controls, "camera", () => media.toggleCamera());
on(controls, "talk", (held) => held !== media.microphone && media.toggleMicrophone());
on(controls, "hand", () => raise(!hand));
on(controls, "screen", () => (screen.on ? screen.stop() : screen.share()));
on(controls, "leave", leave);
on(embedding, "leave", leave);
on(controls, "speaker-view", () => {
  tiles.speakerView = !tiles.speakerView;
  controls.show({ "speaker-view": tiles.speakerView });
});
on(controls, "picture-in-picture", () => pip.toggle(tiles.mostInteresting?.stream ?? null));
on(pip, "change", () => controls.show({ "picture-in-picture": pip.on }));

// A page that goes away says so, else the others could only guess; one that was only reloaded comes back to its place.
addEventListener("pagehide", () => {
  if (signaling) {
    rememberPlace({ ...place, microphone: media.microphone, camera: media.camera });
    signaling.leave();
  }
});
addEventListener("pageshow", ({ persisted }) => persisted && location.reload());

on(media, "track", ({ kind, track }) => {
  const status = { microphone: media.microphone, camera: media.camera };
  if (kind === "video") {
    view.showPreview(track);
    tiles.setTrack(SELF, kind, track);
  }
  call.setTrack(kind, track);
  tell(status);
});
on(media, "replaced", ({ code, before, now }) => view.say(code, text(code, { before, now })));
on(media, "problem", ({ code, both }) => view.say(code, text(both ? `${code}-both` : code)));
on(screen, "track", ({ kind, track }) => {
  tiles.setTrack(SELF, kind, track);
  call.setTrack(kind, track);
  tell({ screen: screen.on });
});
on(screen, "problem", ({ code }) => view.say(code, text(code)));
on(choice, "unheard", () => view.say("unheard", text("unheard"), { passing: true }));
on(choice, "speaker", (id) => tiles.setSpeaker(id));

on(call, "joined", (person) => {
  tiles.add(person);
  present.show(person);
  view.unsay("alone");
});
on(call, "returned", (person) => {
  tiles.update(person);
  present.show(person);
});
on(call, "left", ({ id }) => {
  view.announce(text("went", { name: present.nameOf(id) }));
  tiles.remove(id);
  present.remove(id);
});
on(call, "track", ({ id, kind, track }) => tiles.setTrack(id, kind, track));
on(call, "state", ({ id, state }) => tiles.setConnection(id, state));

on(tiles, "details", ({ id }) => details.open(id, present.nameOf(id)));
on(tiles, "change", () => pip.on && pip.show(tiles.mostInteresting?.stream ?? null));
on(present, "pin", (id) => tiles.pin(id));
on(conversation, "heard", (summary) => view.announce(summary));
on(conversation, "problem", ({ code }) => view.say(code, text(code), { passing: true }));

open(); // after all are listening: that a page over plain HTTP gets no camera is known at once

/** Shows the lobby, or goes back to the call that was reloaded. */
async function open() {
  const interrupted = takePlace();
  await applyPreferences();
  offerPreferences();
  if (!(await lobby.open())) {
    return;
  }
  tiles.setSpeaker(choice.speaker);
  media.open(interrupted ?? {});
  interrupted ? lobby.join(interrupted) : warmUp();
}

/** @param {{name: string, room: string}} entered */
function join({ name, room }) {
  reached("join");
  joined = false;
  signaling = new Signaling({ room, name }); // first of all: it takes its time
  listen(signaling, room);
  place = { name, room };
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
}

/**
 * Does what the server says, one thing after the other: who is told of somebody must have been shown that person.
 * @param {Signaling} server
 * @param {string} room
 */
function listen(server, room) {
  let done = Promise.resolve();
  /** @type {(type: string, handle: (detail: any) => void | Promise<void>) => void} */
  const hear = (type, handle) =>
    on(server, type, (detail) => {
      done = done.then(() => (signaling === server ? handle(detail) : undefined)).catch(reportError);
    });
  hear("welcome", async (welcome) => {
    const introduce = await call.welcome(welcome); // first of all, as the others need time to answer
    if (signaling === server) {
      enter(welcome, introduce);
    }
  });
  hear("peer-joined", ({ peer }) => {
    call.joined(peer);
    view.announce(text("came", peer));
  });
  hear("peer-left", (detail) => call.left(detail));
  hear("signal", (signal) => call.receive(signal));
  hear("status", ({ from, status }) => {
    tiles.setStatus(from, status);
    present.setStatus(from, status);
    for (const code of [status.hand && "hand-of", status.screen && "shared-by"].filter(Boolean)) {
      view.announce(text(code, { name: present.nameOf(from) }));
    }
  });
  hear("error", ({ code }) => {
    log("info", "the server refused something:", code);
    if (code === "login-required" && joined) {
      const link = { href: `login?room=${room}`, text: text("sign-in") };
      view.say("login-expired", text("login-expired"), { link });
    }
  });
  hear("ice-configuration", (ice) => call.setIce(ice, true));
  hear("lost", () => {
    const code = joined ? "reconnecting" : "unreachable";
    lost ??= setTimeout(() => view.saying === "login-expired" || view.say(code, text(code)), SAY_LOST_AFTER);
  });
  hear("ended", ({ code }) => {
    end("lobby");
    if (code === "login-required") {
      lobby.signIn(room);
    } else {
      view.say(code, text(code));
    }
  });
}

/**
 * @param {any} welcome
 * @param {() => void} introduce shows those who are there
 */
function enter(welcome, introduce) {
  if (!joined) {
    begin(welcome.self);
  }
  introduce();
  unsayLost();
  view.unsay("connecting", "unreachable", "reconnecting", "login-expired");
  if (!welcome.resumed) {
    signaling?.status(status());
  }
  if (welcome.peers.every(showsNothing)) {
    forget();
  }
  if (welcome.peers.length === 0) {
    view.saying ?? view.say("alone", text("alone"));
  }
}

/** @param {{status?: {camera?: boolean, screen?: boolean}}} peer who shows neither camera nor screen; who has not said so may */
function showsNothing({ status }) {
  return status?.camera === false && !status.screen;
}

/** @param {{id: string, name: string}} self as the server welcomed it for the first time */
function begin(self) {
  joined = true;
  embedding.joined({ id: self.id, name: self.name, room: place.room });
  const person = { ...self, id: SELF, status: status() };
  tiles.add(person);
  tiles.setTrack(SELF, "video", media.picture);
  present.show({ ...person, name: text("you", self) });
  conversation.begin(self.name);
  watch = new Watch(call, tiles, () => media.pictureHeight);
  on(watch, "flowing", () => signaling?.hasten()); // the network is back
  on(watch, "cut-off", () => signaling?.reconnect()); // whatever has cut off all media will have cut this off too
  on(watch, "quality", ({ connection, rows }) => details.update(connection.id, rows));
  view.show("call");
  choice.measure();
  lobby.close();
}

/** What of oneself the others hear and see. */
function status() {
  return { microphone: media.microphone, camera: media.camera, screen: screen.on, hand };
}

/** @param {{microphone?: boolean, camera?: boolean, screen?: boolean, hand?: boolean}} changed everybody sees it now */
function tell(changed) {
  controls.show(changed);
  tiles.setStatus(SELF, changed);
  present.setStatus(SELF, changed);
  signaling?.status(changed);
}

/** @param {boolean} up */
function raise(up) {
  hand = up;
  tell({ hand });
}

function unsayLost() {
  clearTimeout(lost);
  lost = undefined;
}

function leave() {
  signaling?.leave();
  end("left");
  media.close(); // nobody expects to be filmed after a goodbye
  view.say("left", text("left"));
}

/** @param {"left" | "lobby"} state where to go */
function end(state) {
  signaling = null;
  screen.stop();
  raise(false);
  watch?.stop();
  unsayLost();
  call.close();
  conversation.end();
  side.show(null);
  details.close();
  pip.close();
  tiles.clear();
  present.clear();
  view.unsay();
  view.show(state);
  lobby.watch();
}
