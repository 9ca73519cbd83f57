// Clients of js/server/signaling.js whose connections are cut at random moments, while each says numbered things to the others:
//   node disconnects.mjs ADDRESS DISCONNECTS
// prints one line of JSON: {disconnects, messages, lost, duplicated, freshJoins, ended}. ADDRESS is of the installation, with
// a slash at the end.

import net from "node:net";
import { pretendToBeBrowser } from "./browser.mjs";

const ROOMS = 5;
const MEMBERS = 4;
const SAY_EVERY = 40; // milliseconds

/** Nobody says more while somebody misses so much of it: three times that is to fit into one outbox, which takes 256. */
const MOST_MISSED = 64;

const target = new URL(process.argv[2]);
const wanted = Number(process.argv[3]);
const wires = new Set();
let disconnects = 0;

const proxy = net.createServer((client) => {
  const server = net.connect(Number(target.port), target.hostname);
  const wire = { client, server };
  wires.add(wire);
  for (const [from, to] of [[client, server], [server, client]]) {
    from.on("data", (bytes) => to.write(bytes));
    from.on("error", () => {});
    from.on("close", () => {
      wires.delete(wire);
      to.destroy();
    });
  }
});
await new Promise((resolve) => proxy.listen(0, "127.0.0.1", resolve));
pretendToBeBrowser(`http://127.0.0.1:${proxy.address().port}${target.pathname}`);
const { Signaling } = await import("../../main/webapp/js/server/signaling.js");

const result = { disconnects: 0, messages: 0, lost: 0, duplicated: 0, freshJoins: 0, ended: [] };
const members = [];
for (let i = 0; i < ROOMS * MEMBERS; i++) {
  const member = { name: `P${i}`, room: i % ROOMS, said: 0, heard: new Map(), welcomes: 0 };
  member.signaling = new Signaling({ room: `disconnects-${process.pid}-${member.room}`, name: member.name });
  member.signaling.addEventListener("welcome", ({ detail }) => {
    member.welcomes++;
    if (!detail.resumed && member.welcomes > 1) result.freshJoins++;
  });
  member.signaling.addEventListener("signal", ({ detail: { data } }) => {
    const before = member.heard.get(data.name) ?? 0;
    if (data.n <= before) result.duplicated++;
    if (data.n > before + 1) result.lost += data.n - before - 1;
    member.heard.set(data.name, Math.max(before, data.n));
    result.messages++;
  });
  member.signaling.addEventListener("ended", ({ detail }) => result.ended.push(`${member.name}: ${detail.code}`));
  members.push(member);
}
await until(() => members.every(({ welcomes }) => welcomes > 0));

const talking = setInterval(() => {
  for (const member of members) {
    if (othersOf(member).every(({ heard }) => member.said - (heard.get(member.name) ?? 0) < MOST_MISSED)) {
      member.signaling.signal({ name: member.name, n: ++member.said });
    }
  }
}, SAY_EVERY);
while (disconnects < wanted) {
  await pause(Math.random() * 10);
  for (const wire of [...wires].filter(() => Math.random() < 0.1)) {
    wire.client.resetAndDestroy();
    wire.server.resetAndDestroy();
    disconnects++;
  }
}
clearInterval(talking);
await until(() => members.every((one) => othersOf(one).every((other) => one.heard.get(other.name) === other.said)));
console.log(JSON.stringify({ ...result, disconnects }));
process.exit(0);

function othersOf(member) {
  return members.filter((other) => other !== member && other.room === member.room);
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Whoever waits in vain says what there is so far. */
async function until(condition) {
  for (const deadline = Date.now() + 60_000; !condition(); await pause(20)) {
    if (Date.now() > deadline) {
      const missing = members.map(({ name, said, heard }) => ({ name, said, heard: [...heard] }));
      console.log(JSON.stringify({ ...result, disconnects, missing }));
      process.exit(1);
    }
  }
}
