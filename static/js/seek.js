// "/" goes to the box at the top of the desk, unless somebody is typing or has turned single keys off in the queue.
const OFF = "queue-keys-off";
const box = document.querySelector("[data-reach]");
const hint = document.querySelector("[data-reach-key]");
const isOn = () => !localStorage.getItem(OFF);

hint.hidden = !isOn();
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || !isOn()) return;
  if (event.target.closest("textarea, select, input:not([type=checkbox], [type=radio]), [contenteditable]")) return;
  event.preventDefault();
  box.focus();
  box.select();
});
