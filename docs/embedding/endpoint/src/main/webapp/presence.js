// Joins a room and lists who is in it. Every name goes through textContent, never into HTML.

const url = new URL("signaling/reception", document.baseURI);
url.protocol = url.protocol.replace("http", "ws");
const socket = new WebSocket(url, "visavis.v1");
const people = document.getElementById("people");

socket.onopen = () => {
  send({ type: "join", name: "Visitor" });
  setInterval(() => send({ type: "ping" }), 5_000); // silence of 15 s ends a connection
};
socket.onmessage = ({ data }) => {
  const message = JSON.parse(data);
  if (message.type === "welcome") {
    [message.self, ...message.peers].forEach(show);
  } else if (message.type === "peer-joined") {
    show(message.peer);
  } else if (message.type === "peer-left") {
    document.getElementById(message.id)?.remove();
  }
};

function send(message) {
  socket.send(JSON.stringify(message));
}

function show({ id, name }) {
  const item = document.createElement("li");
  item.id = id;
  item.textContent = name;
  people.append(item);
}
