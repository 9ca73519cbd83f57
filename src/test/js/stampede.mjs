// Clients of js/server/signaling.js that all lose their server at once:
//   node stampede.mjs ADDRESS CLIENTS
// prints "joined" when all are in, and, when all have come back after that, a line of JSON with the moments (Unix time in
// milliseconds) at which they did.

import { pretendToBeBrowser } from "./browser.mjs";

const MEMBERS = 4;

pretendToBeBrowser(process.argv[2]);
const { Signaling } = await import("../../main/webapp/js/server/signaling.js");
const clients = Number(process.argv[3]);
let joined = 0;
const back = [];
for (let i = 0; i < clients; i++) {
  const signaling = new Signaling({ room: `stampede-${i % Math.ceil(clients / MEMBERS)}`, name: `P${i}` });
  let welcomes = 0;
  signaling.addEventListener("welcome", () => {
    welcomes++;
    if (welcomes === 1 && ++joined === clients) console.log("joined");
    if (welcomes === 2 && back.push(Date.now()) === clients) {
      console.log(JSON.stringify(back));
      process.exit(0);
    }
  });
  await new Promise((resolve) => setImmediate(resolve));
}
