// A call between two RTCPeerConnections in one page, without a server. It is the shortest way to see what WebRTC does.
// It also tests whether camera, microphone, encoding and peer connections work on this computer. Read it top to bottom.

import { element, find, on } from "./js/base/dom.js";
import { text } from "./js/base/i18n.js";
import { Media } from "./js/devices/media.js";
import { applyPreferences } from "./js/page/preferences.js";

/** The longest wait for a connection or a picture, in milliseconds. */
const PATIENCE = 10_000;

const local = new MediaStream();
const remote = new MediaStream();
video("local").srcObject = local;
video("remote").srcObject = remote;

await applyPreferences();
await openMedia();
await call();
summarize();

/** Opens camera and microphone. Without a camera it draws a picture, so that the rest can still be tested. */
async function openMedia() {
  const media = new Media();
  on(media, "track", ({ kind, track }) => {
    if (track) {
      local.addTrack(track);
      report(kind === "video" ? "camera" : "microphone", "ok");
    }
  });
  on(media, "problem", ({ code, about }) => {
    const [, reason] = code.split("-");
    for (const check of about) {
      report(check, "failed", { problem: text(reason ? `${check}-${reason}` : `${code}-both`) });
    }
  });
  await media.open();
  if (local.getVideoTracks().length === 0) {
    local.addTrack(drawnPicture());
  }
}

/** Connects the two. Each passes its descriptions and candidates straight to the other; no signaling is needed. */
async function call() {
  if (!window.RTCPeerConnection) {
    report("connection", "failed", { seconds: 0 });
    report("encoding", "failed");
    return;
  }
  const caller = new RTCPeerConnection();
  const callee = new RTCPeerConnection();
  caller.onicecandidate = ({ candidate }) => callee.addIceCandidate(candidate ?? undefined);
  callee.onicecandidate = ({ candidate }) => caller.addIceCandidate(candidate ?? undefined);
  callee.ontrack = ({ track }) => remote.addTrack(track);
  for (const track of local.getTracks()) {
    caller.addTrack(track, local);
  }

  await caller.setLocalDescription(); // an offer
  await callee.setRemoteDescription(/** @type {RTCSessionDescription} */ (caller.localDescription));
  await callee.setLocalDescription(); // an answer
  await caller.setRemoteDescription(/** @type {RTCSessionDescription} */ (callee.localDescription));

  const connected = await until(async () => callee.connectionState === "connected");
  report("connection", connected ? "ok" : "failed", { seconds: PATIENCE / 1000 });
  const codec = connected ? await until(() => decodedCodec(callee)) : null;
  report("encoding", codec ? "ok" : "failed", { codec: codec ?? "" });
}

/**
 * The codec of the received pictures, or null before any has been decoded.
 * @param {RTCPeerConnection} connection
 * @returns {Promise<string | null>}
 */
async function decodedCodec(connection) {
  const stats = await connection.getStats();
  for (const entry of stats.values()) {
    if (entry.type === "inbound-rtp" && entry.kind === "video" && entry.framesDecoded > 0) {
      return stats.get(entry.codecId)?.mimeType.replace("video/", "") ?? "video";
    }
  }
  return null;
}

/**
 * Repeats the question until it has an answer or the time is up.
 * @template T
 * @param {() => Promise<T>} question
 * @returns {Promise<T | null>}
 */
async function until(question) {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    const answer = await question();
    if (answer) {
      return answer;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return null;
}

/** A moving picture drawn here: a clock hand. */
function drawnPicture() {
  const canvas = document.createElement("canvas");
  canvas.width = 640;
  canvas.height = 480;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  let angle = 0;
  setInterval(() => {
    context.fillStyle = "#2b333c";
    context.fillRect(0, 0, 640, 480);
    context.strokeStyle = "#5eb3a6";
    context.lineWidth = 12;
    context.beginPath();
    context.moveTo(320, 240);
    context.lineTo(320 + 160 * Math.sin(angle), 240 - 160 * Math.cos(angle));
    context.stroke();
    angle += Math.PI / 30;
  }, 50);
  return canvas.captureStream(20).getVideoTracks()[0];
}

/**
 * @param {string} check
 * @param {"ok" | "failed"} result
 * @param {Record<string, string | number>} [values]
 */
function report(check, result, values) {
  const item = find(document, `[data-check="${check}"]`);
  item.dataset.result = result;
  item.textContent = text(`${check}-${result}`, values);
}

function summarize() {
  const result = document.querySelector('#results [data-result="failed"]') ? "failed" : "ok";
  const summary = element("summary");
  summary.dataset.result = result;
  summary.textContent = text(`self-test-${result}`);
}

/** @param {string} id */
function video(id) {
  return /** @type {HTMLVideoElement} */ (element(id));
}
