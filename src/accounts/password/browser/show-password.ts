/** Shows a button at each field for a password, which shows what was typed and hides it again. */
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-shows]")) {
  const field = document.getElementById(button.dataset.shows ?? "");
  if (!(field instanceof HTMLInputElement)) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    const isShown = field.type === "text";
    field.type = isShown ? "password" : "text";
    button.setAttribute("aria-pressed", String(!isShown));
    field.focus();
  });
  // Browsers keep a password apart from other texts only while its field is one.
  field.form?.addEventListener("submit", () => {
    field.type = "password";
  });
}
