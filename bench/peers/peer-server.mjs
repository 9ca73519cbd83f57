// PeerServer as it is, but for its limit of 5,000 connections, and that it says who is there, since it knows no rooms. Its port
// is told to the callback only.
import { PeerServer } from "peer";

const server = PeerServer({ host: "127.0.0.1", port: 0, path: "/", concurrent_limit: 30000, allow_discovery: true }, (http) =>
  console.log(`ready ${http.address().port}`),
);
server.on("error", (error) => console.error(error)); // without a listener, an error of one client ends the process
