// Tells on the console what a person sees and hears: whoever evaluates anything in a page from outside counts as its user, for
// whom the browser plays everything. The microphone of the test beeps; what is played is measured beside the elements.
setInterval(() => {
  const message = document.getElementById("message");
  const videos = [...document.querySelectorAll(".tile:not([data-self]) video")];
  const playing = videos.filter((video) => !video.paused && video.getVideoPlaybackQuality().totalVideoFrames > 5);
  console.log(`SEEN ${JSON.stringify({
    touched: navigator.userActivation?.hasBeenActive ?? false,
    state: document.body?.dataset.state,
    name: document.getElementById("name")?.value,
    asked: document.getElementById("silenced")?.checkVisibility() ?? false,
    said: message?.checkVisibility() ? message.dataset.code : "",
    pictures: playing.length,
    sounds: playing.filter((video) => !video.muted && video.volume > 0).length,
  })}`);
}, 200);
