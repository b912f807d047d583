// One pop-up menu for the whole page: beside a button, or where the pointer is.

import { el } from "./dom.js";
import { icon } from "./icons.js";

let open = null;

/**
 * Show a menu of `items` ({text, icon, testid, danger, act}).
 *
 * `at` is the element it belongs to (focus returns there), or a point
 * {x, y, owner}. The browser closes it on Escape and on a press elsewhere.
 */
export function menu(label, items, at) {
  open?.hidePopover();
  const owner = at instanceof Element ? at : at.owner;
  const box = el("div", { class: "menu", role: "menu", "aria-label": label, popover: "auto" });
  for (const item of items.filter(Boolean)) {
    box.append(el("button", {
      type: "button", role: "menuitem", class: item.danger ? "danger" : null, data: { testid: item.testid },
      on: {
        click() {
          box.hidePopover();
          item.act();
        },
      },
    }, icon(item.icon), el("span", { text: item.text, dir: "auto" })));
  }
  box.addEventListener("keydown", (event) => step(event, box));
  box.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    const inside = box.contains(document.activeElement) || document.activeElement === document.body;
    box.remove();
    if (open === box) open = null;
    if (inside && owner.isConnected) owner.focus({ preventScroll: true });
  });
  document.body.append(box);
  box.showPopover();
  open = box;
  put(box, at instanceof Element ? at.getBoundingClientRect() : { left: at.x, right: at.x, top: at.y, bottom: at.y });
  box.firstElementChild?.focus({ preventScroll: true });
}

function put(box, beside) {
  const { offsetWidth: width, offsetHeight: height } = box;
  const edge = 8;
  const below = beside.bottom + 4 + height <= innerHeight - edge;
  const top = below ? beside.bottom + 4 : Math.max(edge, beside.top - height - 4);
  const left = Math.min(Math.max(edge, beside.left), innerWidth - width - edge);
  box.style.setProperty("left", `${left}px`);
  box.style.setProperty("top", `${top}px`);
}

function step(event, box) {
  const entries = [...box.children];
  const here = entries.indexOf(document.activeElement);
  const to = {
    ArrowDown: here + 1, ArrowUp: here - 1 + entries.length, Home: 0, End: entries.length - 1,
  }[event.key];
  if (event.key === "Tab") box.hidePopover();
  if (to === undefined) return;
  event.preventDefault();
  entries[to % entries.length].focus();
}
