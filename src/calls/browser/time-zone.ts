/** Where nobody chose a time zone yet, the browser's own is sent: once, since who keeps no cookie would send it for ever. */
const sent = "time-zone-sent";
const form = document.querySelector<HTMLFormElement>("[data-time-zone=guessed]");
const zone = form?.querySelector<HTMLSelectElement>("[name=zone]");

if (form && zone && sessionStorage.getItem(sent) === null) {
  sessionStorage.setItem(sent, "yes");
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const own = new Option(timeZone, timeZone); // browsers have several names for one zone
  zone.add(own);
  own.selected = true;
  form.requestSubmit();
}
