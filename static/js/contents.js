// Mark the section being read in the table of contents: the last heading above the upper third of the screen.
const links = new Map();
for (const link of document.querySelectorAll("[data-contents] a")) {
  const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (heading) links.set(heading, link);
}

const passed = new Set();
const seen = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) passed[isIntersecting ? "add" : "delete"](target);
    mark([...links.keys()].filter((heading) => passed.has(heading)).at(-1) ?? links.keys().next().value);
  },
  { rootMargin: "1000000px 0px -70% 0px" }, // all that is above, down to the line one reads at
);

function mark(current) {
  for (const [heading, link] of links) {
    if (heading === current) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

for (const heading of links.keys()) seen.observe(heading);
