// Recent moments in words: 3 分钟前. Older ones keep the date the server printed, the full one is in title.
const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });
const MINUTE = 60, HOUR = 3600, DAY = 86400; // seconds

function sentence(seconds) {
  if (seconds < MINUTE) return words.format(0, "second");
  if (seconds < HOUR) return words.format(-Math.floor(seconds / MINUTE), "minute");
  if (seconds < DAY) return words.format(-Math.floor(seconds / HOUR), "hour");
  if (seconds < 2 * DAY) return words.format(-1, "day");
  return null;
}

function tell(root) {
  for (const time of root.querySelectorAll("time[data-when]")) {
    const text = sentence((Date.now() - Date.parse(time.dateTime)) / 1000);
    if (text) time.textContent = text;
  }
}

tell(document);
document.addEventListener("htmx:load", (event) => tell(event.target));
setInterval(() => tell(document), MINUTE * 1000);
