// Replying on a phone: a message that is swiped to the left is replied to.

/** How far a message is pulled before it counts, in pixels. */
const FAR = 56;

/** `onSwiped` is given the id of the message. */
export function listenForSwipes(list, onSwiped) {
  let pulled = null;
  list.addEventListener("pointerdown", (event) => {
    // Controls are pulled for their own sake.
    const node = event.target.closest("video, audio, .keyboard") ? null : event.target.closest("li.message[data-message-id]");
    pulled = event.pointerType === "touch" && node ? { node, x: event.clientX, by: 0 } : null;
  });
  list.addEventListener("pointermove", (event) => {
    if (!pulled) return;
    pulled.by = Math.max(-FAR - 14, Math.min(0, event.clientX - pulled.x));
    pulled.node.style.transform = pulled.by < -10 ? `translateX(${pulled.by}px)` : "";
  });
  const end = (event) => {
    if (!pulled) return;
    const { node, by } = pulled;
    pulled = null;
    node.style.transform = "";
    // The browser cancels what turned out to be scrolling.
    if (event.type === "pointerup" && by <= -FAR) onSwiped(Number(node.dataset.messageId));
  };
  list.addEventListener("pointerup", end);
  list.addEventListener("pointercancel", end);
}
