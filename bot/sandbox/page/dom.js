// Building elements and patching lists: the page has no framework.

/**
 * Make an element. `on` holds listeners, `data` goes to the dataset, `text` is
 * set as text, `is` sets properties; everything else becomes an attribute
 * (true: empty attribute, null and false: none).
 */
export function el(tag, options = {}, ...children) {
  const node = document.createElement(tag);
  const { on = {}, data = {}, is = {}, text, ...attributes } = options;
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    node.setAttribute(name, value === true ? "" : value);
  }
  if (text !== undefined) node.textContent = text;
  Object.assign(node.dataset, data);
  Object.assign(node, is);
  for (const [name, listener] of Object.entries(on)) node.addEventListener(name, listener);
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/**
 * Make the children of `list` follow `items` ({key, sign, …}), touching only
 * what differs: a playing voice note and a focused button must survive the
 * next message.
 */
export function patch(list, items, draw) {
  const wanted = new Set(items.map((item) => item.key));
  const present = new Map();
  // What is gone goes first, otherwise everything behind it would be moved.
  for (const node of [...list.children]) {
    if (wanted.has(node.dataset.key)) present.set(node.dataset.key, node);
    else node.remove();
  }
  let place = list.firstElementChild;
  for (const item of items) {
    const old = present.get(item.key);
    let node = old;
    if (!old || old.sign !== item.sign) {
      node = draw(item, Boolean(old));
      node.dataset.key = item.key;
      node.sign = item.sign;
      if (old) {
        const focused = focusedPlace(old);
        if (old === place) place = node;
        old.replaceWith(node);
        if (focused) node.querySelector(focused)?.focus({ preventScroll: true });
      }
    }
    if (node === place) place = place.nextElementSibling;
    else list.insertBefore(node, place);
  }
}

function focusedPlace(node) {
  const focused = document.activeElement;
  if (!focused || !node.contains(focused)) return null;
  const { row, column, testid } = focused.dataset;
  if (row !== undefined) return `[data-row="${row}"][data-column="${column}"]`;
  return testid ? `[data-testid="${testid}"]` : null;
}
