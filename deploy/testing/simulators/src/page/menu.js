// Keys in menus that a button opens: arrows, Home and End move, Escape closes and gives the focus back.

const NEXT = { ArrowDown: 1, ArrowUp: -1 };

/** `open` may take its time; the menu is filled when it is done. */
export function menuKeys(button, menu, { open, close }) {
  const move = (choose) => {
    const items = [...menu.querySelectorAll("a, button, input, select")];
    const at = items.indexOf(document.activeElement);
    items[choose(at, items.length)]?.focus();
  };
  const key = async (event) => {
    const inText = event.target.matches("input");
    if (event.key === "Escape" && !menu.hidden) {
      event.stopPropagation();
      close();
      button.focus();
    } else if (event.key in NEXT && !event.target.matches("select")) {
      event.preventDefault();
      const step = NEXT[event.key];
      if (menu.hidden) await open();
      move((at, count) => (at < 0 && step < 0 ? count - 1 : (at + step + count) % count));
    } else if (!inText && !menu.hidden && ["Home", "End"].includes(event.key)) {
      event.preventDefault();
      move((_, count) => (event.key === "Home" ? 0 : count - 1));
    }
  };
  button.addEventListener("keydown", key);
  menu.addEventListener("keydown", key);
}
