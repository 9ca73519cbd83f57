// When the person does something in the page: from then on browsers let it make sound.

/** What the HTML standard calls activation triggering input events, and the click of a screen reader. */
const GESTURES = ["keydown", "mousedown", "pointerup", "touchend", "click"];

/**
 * @param {() => void} act at each gesture, before the page does anything else about it
 * @param {AbortSignal} [signal] until then
 */
export function onGesture(act, signal) {
  for (const type of GESTURES) {
    document.addEventListener(type, act, { capture: true, passive: true, signal });
  }
}
