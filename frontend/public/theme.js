// Runs before the first paint, as a file of its own because the content security policy refuses inline scripts.
(function () {
  var choice = null;
  try {
    choice = localStorage.getItem("br.theme");
  } catch (_) {
    // Storage can be blocked; the device's own setting is used then.
  }
  var dark = choice === "dark" || (choice !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
