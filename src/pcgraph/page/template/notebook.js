// The widget of kg.map() in a notebook: the page in a frame. What is selected there becomes `chosen` of the model.
export default {
  render({ model, el }) {
    const frame = document.createElement("iframe");
    frame.title = "Partnership network";
    frame.setAttribute("sandbox", "allow-scripts allow-downloads allow-popups");
    frame.style.cssText = "width:100%;height:640px;border:0";
    frame.srcdoc = model.get("html");
    const listen = ({ source, data }) => {
      if (source !== frame.contentWindow || !Array.isArray(data?.selected)) return;
      model.set("chosen", data.selected);
      model.save_changes();
    };
    addEventListener("message", listen);
    el.append(frame);
    return () => removeEventListener("message", listen);
  },
};
