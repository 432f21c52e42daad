// Change the lighting without a reload. Without this the same buttons post a form.
const YEAR = 365 * 24 * 3600;
const sheet = document.querySelector("link[data-theme]");
const darkOutside = matchMedia("(prefers-color-scheme: dark)");
const media = { auto: "(prefers-color-scheme: dark)", dark: "all", light: "not all" };

function isDark() {
  return matchMedia(sheet.media).matches;
}

function choose(theme) {
  document.cookie = `theme=${theme}; path=/; max-age=${YEAR}; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
  sheet.media = media[theme];
  for (const button of document.querySelectorAll("button[name=theme][aria-pressed]")) {
    button.setAttribute("aria-pressed", String(button.value === theme));
  }
  turn();
}

// The header's one button offers the other lighting than the one now seen.
function turn() {
  for (const button of document.querySelectorAll("[data-theme-turn]")) button.value = isDark() ? "light" : "dark";
}

if (sheet) {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=theme]");
    if (!button) return;
    event.preventDefault();
    choose(button.value);
  });
  darkOutside.addEventListener("change", turn);
  turn();
}
