// Letters as large as a slide has room for; code is enlarged only while its lines stay whole.
function enlarge(slide, name, sizes) {
  for (const size of sizes) {
    slide.dataset[name] = size;
    if ([slide, ...slide.querySelectorAll("pre, .attn-matrix")].every((box) => box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth)) break;
  }
}
const enlargeWidget = (slide) => enlarge(slide, "widget", ["largest", "larger", "usual", "smaller", "smallest"]);
document.documentElement.classList.add("measure");
for (const slide of document.querySelectorAll(".slide")) {
  enlarge(slide, "size", ["large", "medium", "small"]);
  const widget = slide.querySelector(".widget");
  if (!widget) continue;
  enlargeWidget(slide);
  // whoever moves it may need more room, for all stages say: two frames later they are there
  widget.addEventListener("change", () => requestAnimationFrame(() => requestAnimationFrame(() => enlargeWidget(slide))));
}
document.documentElement.classList.remove("measure");
