// Several pages share one small machine: every camera gives 320 by 240, whatever the page asks for.
(() => {
  const devices = navigator.mediaDevices;
  if (!devices) return;
  const native = devices.getUserMedia.bind(devices);
  devices.getUserMedia = (wanted) =>
    native(wanted.video ? { ...wanted, video: { width: 320, height: 240 } } : wanted);
})();
