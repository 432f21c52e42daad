// How many characters are left, said only when few are.
const NEAR = 0.8; // of the limit

document.addEventListener("input", (event) => {
  const field = event.target;
  const output = field.form?.querySelector("[data-counter]");
  if (!output || field.maxLength < 0) return;
  const near = field.value.length > field.maxLength * NEAR;
  output.textContent = near ? `${field.value.length} / ${field.maxLength}` : "";
});
