// As one wrote it in 2013: callbacks, streams instead of tracks, vendor prefixes, roles, and a protocol of its own.
var room = location.hash.substring(1);
var socket = new WebSocket(location.href.replace(/^http/, 'ws').replace(/[^\/]*$/, '') + 'broadcast/' + room);
var connection = new webkitRTCPeerConnection({ iceServers: [] });

function send(message) {
  socket.send(JSON.stringify(message));
}

function fail(error) {
  console.error(error);
}

connection.onicecandidate = function (event) {
  if (event.candidate) {
    send({
      type: 'candidate',
      label: event.candidate.sdpMLineIndex,
      id: event.candidate.sdpMid,
      candidate: event.candidate.candidate
    });
  }
};

connection.onaddstream = function (event) {
  document.getElementById('remote').srcObject = event.stream;
};

function describe(description) {
  connection.setLocalDescription(description, function () {
    send(connection.localDescription);
  }, fail);
}

socket.onmessage = function (event) {
  var message = JSON.parse(event.data);
  if (message.type === 'offer') {
    connection.setRemoteDescription(new RTCSessionDescription(message), function () {
      connection.createAnswer(describe, fail);
    }, fail);
  } else if (message.type === 'answer') {
    connection.setRemoteDescription(new RTCSessionDescription(message), function () {}, fail);
  } else if (message.type === 'candidate') {
    connection.addIceCandidate(new RTCIceCandidate({
      sdpMLineIndex: message.label,
      sdpMid: message.id,
      candidate: message.candidate
    }), function () {}, fail);
  }
};

function call() {
  connection.createOffer(describe, fail);
}

navigator.webkitGetUserMedia({ audio: true, video: true }, function (stream) {
  document.getElementById('local').srcObject = stream;
  connection.addStream(stream);
  if (socket.readyState === WebSocket.OPEN) document.title = 'ready';
  else socket.onopen = function () { document.title = 'ready'; };
}, fail);
