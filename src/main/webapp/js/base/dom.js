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
 * Adds a style sheet to the page.
 * @param {string} file
 * @returns {Promise<void>} settles when it applies
 */
export function loadStyle(file) {
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = file;
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      reject(new Error(`The style sheet ${file} could not be loaded.`));
    };
    document.head.append(link);
  });
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
