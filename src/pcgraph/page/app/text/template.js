// Elements of the template. That one of them is missing is an error of the page, which stops here and is not passed on as null.

function present(element, selector) {
  if (!element) throw new Error(`${selector}: no such element on the page; expected it in the template; write the page again`);
  return element;
}

/** Return the element of the template with this id. @returns {HTMLElement} */
export const byId = (id) => present(document.getElementById(id), `#${id}`);
/**
 * Return the first element inside another one that a selector finds.
 * @param {string} selector
 * @param {ParentNode} inside
 * @returns {Element}
 */
export const bySelector = (selector, inside = document) => present(inside.querySelector(selector), selector);
