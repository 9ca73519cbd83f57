// Keeps the data channels of a page, so that a test can say through them what the page itself never would.
(() => {
  const create = RTCPeerConnection.prototype.createDataChannel;
  const channels = [];
  RTCPeerConnection.prototype.createDataChannel = function (...options) {
    const channel = create.apply(this, options);
    channels.push(channel);
    return channel;
  };

  globalThis.hostile = {
    /** Says this to everybody whom messages reach. */
    say(message) {
      for (const channel of channels.filter(({ label, readyState }) => label === "visavis" && readyState === "open")) {
        channel.send(JSON.stringify(message));
      }
    },
    closed: 0,
    isHeard: () => channels.some(({ label, readyState }) => label === "visavis" && readyState === "open"),
    /** Offers a file of so many bytes to the first one; answers what comes with what `answer` gives. */
    offer(name, size, answer = () => []) {
      const channel = create.call(recorder.live()[0], "file");
      channel.onopen = () => channel.send(JSON.stringify({ offer: { name, size } }));
      channel.onclose = () => hostile.closed++;
      channel.onmessage = ({ data }) => answer(JSON.parse(data)).forEach((each) => channel.send(JSON.stringify(each)));
    },
  };
})();
