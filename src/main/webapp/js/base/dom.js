// Elements and events of the page, with their types.

/**
 * The element with that id. The caller knows that the page has it.
 * @param {string} id
 */
export function element(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * The first element within another that matches. The caller knows that there is one.
 * @param {ParentNode} within
 * @param {string} selector
 */
export function find(within, selector) {
  return /** @type {HTMLElement} */ (within.querySelector(selector));
}

/**
 * A new copy of the only element in a template.
 * @param {string} id of the template
 */
export function copyOf(id) {
  const template = /** @type {HTMLTemplateElement} */ (element(id));
  return /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
}

/**
 * Handles the events of that type; the handler gets the `detail` of a CustomEvent.
 * @param {EventTarget} source
 * @param {string} type
 * @param {(detail: any) => void} handle
 * @param {AbortSignal} [signal] ends that
 */
export function on(source, type, handle, signal) {
  source.addEventListener(type, (event) => handle(/** @type {CustomEvent} */ (event).detail), { signal });
}
