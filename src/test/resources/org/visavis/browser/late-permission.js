// The browser's question whether the page may use the camera stays open until the test calls `answerPrompt`.
(() => {
  const devices = navigator.mediaDevices;
  const native = devices.getUserMedia.bind(devices);
  const answered = new Promise((resolve) => (window.answerPrompt = resolve));
  devices.getUserMedia = async (wanted) => {
    await answered;
    return native(wanted);
  };
})();
