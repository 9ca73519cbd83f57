// The flow of webrtc.html made with PeerJS, as its documentation has it: camera and microphone before the click, then one
// call to each who is there. PeerServer knows no rooms: who is in one is told by the beginning of their ids.

/* global Peer */

const asked = new URLSearchParams(location.search);
const prefix = `${asked.get("room")}-`;

/** As media.js asks for. */
const VIDEO = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };

const tiles = document.getElementById("tiles");
const joinButton = document.getElementById("join");

/** @param {string} step that was reached; the first time counts */
function reached(step) {
  if (performance.getEntriesByName(`peerjs ${step}`).length === 0) {
    performance.mark(`peerjs ${step}`);
  }
}

/** @param {string} id @param {MediaStream} stream */
function show(id, stream) {
  const figure = document.createElement("figure");
  figure.id = id;
  const video = Object.assign(document.createElement("video"), { autoplay: true, playsInline: true, srcObject: stream });
  if (id === "self") {
    figure.dataset.self = "";
    video.muted = true;
  } else {
    video.requestVideoFrameCallback(() => {}); // which arrival.js listens to
  }
  figure.append(video);
  tiles.append(figure);
}

/** @param {any} call a MediaConnection, made or answered */
function follow(call) {
  const connection = call.peerConnection;
  connection.addEventListener("signalingstatechange", () => {
    reached({ "have-local-offer": "offer", stable: "answer" }[connection.signalingState] ?? connection.signalingState);
  });
  connection.addEventListener("iceconnectionstatechange", () => {
    if (connection.iceConnectionState === "connected") {
      reached("ICE");
    }
  });
  connection.addEventListener("connectionstatechange", () => {
    if (connection.connectionState === "connected") {
      reached("DTLS");
    }
  });
  call.on("stream", (stream) => document.getElementById(call.peer) ?? show(call.peer, stream)); // once for each track
  call.on("close", () => document.getElementById(call.peer)?.remove());
}

const camera = await navigator.mediaDevices.getUserMedia({ audio: true, video: VIDEO });
document.getElementById("preview").srcObject = camera;
joinButton.disabled = false;

document.getElementById("lobby").addEventListener("submit", (event) => {
  event.preventDefault();
  document.body.dataset.state = "call";
  show("self", camera);
  const peer = new Peer(prefix + crypto.randomUUID(), {
    host: location.hostname,
    port: Number(asked.get("port")),
    path: "/",
    config: { iceServers: [] }, // those of PeerJS are on the Internet
  });
  peer.on("call", (call) => {
    call.answer(camera);
    follow(call);
  });
  peer.on("open", () => {
    reached("socket");
    peer.listAllPeers((ids) => {
      reached("peers");
      ids
        .filter((id) => id.startsWith(prefix) && id !== peer.id)
        .forEach((id) => follow(peer.call(id, camera)));
    });
  });
  document.getElementById("leave").addEventListener("click", () => {
    peer.destroy();
    document.body.dataset.state = "left";
  });
});
