// A form that a bot opened on Discord.
const inputs = parts => (parts || []).flatMap(part => part.type === 4 ? [part]
  : part.component && part.component.type === 4 ? [{ ...part.component, label: part.label }] : inputs(part.components));

/** Shows the form and answers its fields by their id, or null when it is closed without sending. */
export function fill(form, say) {
  const dialog = document.getElementById("form");
  dialog.querySelector("h2").textContent = form.title || "";
  const fields = inputs(form.components).map(input => {
    const label = document.createElement("label");
    const box = document.createElement(input.style === 2 ? "textarea" : "input");
    Object.assign(box, { name: input.custom_id, value: input.value || "", required: input.required !== false });
    label.append(input.label || "", box);
    return label;
  });
  dialog.querySelector(".fields").replaceChildren(...fields);
  const send = Object.assign(document.createElement("button"), { value: "send", textContent: say("send") });
  const cancel = Object.assign(document.createElement("button"), { value: "", textContent: say("cancel"), formNoValidate: true });
  dialog.querySelector("menu").replaceChildren(cancel, send);
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise(done => dialog.addEventListener("close", () => {
    const boxes = [...dialog.querySelectorAll("[name]")];
    done(dialog.returnValue === "send" ? Object.fromEntries(boxes.map(box => [box.name, box.value])) : null);
  }, { once: true }));
}
