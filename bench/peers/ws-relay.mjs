// What one would write in an afternoon with `ws`: rooms, join, signal, ping, leave as PROTOCOL.md has them, and no more (no
// resuming, no log, no status, no TURN). It is the yardstick of the benchmark, so it is meant to be as fast as such a page gets.
// With the files of a certificate and a key, both in PEM, as its arguments it speaks TLS.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import * as http from "node:http";
import * as https from "node:https";
import { WebSocketServer } from "ws";

const SUBPROTOCOL = "visavis.v1";
const ADDRESS = /^\/signaling\/([A-Za-z0-9_-]{1,64})$/;
const MAX_MESSAGE_BYTES = 65536;
const MAX_UNSENT_BYTES = 1048576;
const SILENT_SECONDS = 15;
const BACKLOG = 4096; // connections that wait for being accepted when a whole company comes at once

/** @type {Map<string, {name: string, seq: number, members: Map<string, object>}>} */
const rooms = new Map();
const connections = new Set();
let second = 0; // counted by the one timer: cheaper than a clock for each message

/** To one: a string, which Node writes without a copy of its own. To many: bytes that are encoded once. */
function send(member, text) {
  if (member.socket.bufferedAmount > MAX_UNSENT_BYTES) {
    member.socket.terminate();
  } else {
    member.socket.send(text, { binary: false });
  }
}

function refuse(member, code, message) {
  send(member, JSON.stringify({ type: "error", code, message }));
}

function sendToOthers(room, member, message) {
  const text = JSON.stringify(message);
  const encoded = room.members.size > 2 ? Buffer.from(text) : text;
  for (const other of room.members.values()) {
    if (other !== member) send(other, encoded);
  }
}

function join(member, message) {
  if (member.id) return refuse(member, "already-joined", "You are in the room already.");
  const name = typeof message.name === "string" ? message.name.trim() : "";
  if (!name || name.length > 64) return refuse(member, "invalid-message", "A name has 1 to 64 characters.");
  let room = rooms.get(member.roomName);
  if (!room) rooms.set(member.roomName, (room = { name: member.roomName, seq: 0, members: new Map() }));
  member.id = randomBytes(9).toString("base64url");
  member.name = name;
  member.room = room;
  const seq = ++room.seq;
  const self = { id: member.id, name };
  const peers = Array.from(room.members.values(), (peer) => ({ id: peer.id, name: peer.name }));
  room.members.set(member.id, member);
  send(member, JSON.stringify({ type: "welcome", seq, self, peers }));
  sendToOthers(room, member, { type: "peer-joined", seq, peer: self });
}

function signal(member, { to, data }) {
  const room = member.room;
  if (!room) return refuse(member, "not-joined", "Join first.");
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    return refuse(member, "invalid-message", "The data of a signal is an object.");
  }
  if (to === undefined) {
    return sendToOthers(room, member, { type: "signal", seq: ++room.seq, from: member.id, data });
  }
  const peer = room.members.get(to);
  if (!peer) return refuse(member, "unknown-recipient", "Nobody with this id is in the room.");
  send(peer, JSON.stringify({ type: "signal", seq: ++room.seq, from: member.id, data }));
}

function leave(member, reason) {
  const room = member.room;
  if (!room) return;
  member.room = undefined;
  room.members.delete(member.id);
  if (room.members.size === 0) {
    rooms.delete(room.name);
  } else {
    sendToOthers(room, member, { type: "peer-left", seq: ++room.seq, id: member.id, reason });
  }
}

function receive(member, bytes) {
  member.heard = second;
  let message;
  try {
    message = JSON.parse(bytes.toString());
  } catch {
    return refuse(member, "invalid-json", "This is not JSON.");
  }
  switch (message?.type) {
    case "signal":
      return signal(member, message);
    case "ping":
      return send(member, '{"type":"pong"}');
    case "join":
      return join(member, message);
    case "leave":
      leave(member, "left");
      return member.socket.close(1000);
    default:
      return refuse(member, "unknown-type", "There is no such message.");
  }
}

function open(socket, roomName) {
  const member = { socket, roomName, id: undefined, name: undefined, room: undefined, heard: second };
  connections.add(member);
  socket.on("message", (bytes) => receive(member, bytes));
  socket.on("error", () => {}); // `close` follows
  socket.on("close", () => {
    connections.delete(member);
    leave(member, "lost");
  });
}

const sockets = new WebSocketServer({
  noServer: true,
  clientTracking: false,
  perMessageDeflate: false,
  maxPayload: MAX_MESSAGE_BYTES,
  handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
});

const [certificate, key] = process.argv.slice(2);
const upgradeOnly = (_, response) => response.writeHead(426).end(http.STATUS_CODES[426]);
const server = certificate
  ? https.createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, upgradeOnly)
  : http.createServer(upgradeOnly);
server.on("upgrade", (request, socket, head) => {
  const address = ADDRESS.exec(request.url);
  if (!address) return socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
  sockets.handleUpgrade(request, socket, head, (webSocket) => open(webSocket, address[1]));
});

setInterval(() => {
  second++;
  for (const member of connections) {
    if (second - member.heard > SILENT_SECONDS) member.socket.terminate();
  }
}, 1000);

server.listen(0, "127.0.0.1", BACKLOG, () => console.log(`ready ${server.address().port}`));
