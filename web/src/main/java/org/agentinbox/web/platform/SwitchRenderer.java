package org.agentinbox.web.platform;

import java.io.IOException;

import org.primefaces.component.toggleswitch.ToggleSwitch;
import org.primefaces.component.toggleswitch.ToggleSwitchRenderer;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;

/**
 * Renders switches that screen readers know as such. PrimeFaces renders a check box and lets its script name it by whether it is on, in
 * English; here it has the role switch and keeps the name that the attribute {@code labelledby} gives it. The attribute {@code describedby}
 * names what tells more.
 */
public class SwitchRenderer extends ToggleSwitchRenderer {

    @Override
    protected void encodeInput(FacesContext context, ToggleSwitch component, String clientId, boolean checked) throws IOException {
        ResponseWriter writer = context.getResponseWriter();
        writer.startElement("input", null);
        writer.writeAttribute("id", clientId + "_input", null);
        writer.writeAttribute("name", clientId + "_input", null);
        writer.writeAttribute("type", "checkbox", null);
        writer.writeAttribute("role", "switch", null);
        writer.writeAttribute("autocomplete", "off", null);
        writer.writeAttribute("aria-labelledby", component.getAttributes().get("labelledby"), null);
        writer.writeAttribute("aria-describedby", component.getAttributes().get("describedby"), null);
        if (checked) {
            writer.writeAttribute("checked", "checked", null);
        }
        if (component.isDisabled()) {
            writer.writeAttribute("disabled", "disabled", null);
        }
        renderOnchange(context, component);
        writer.endElement("input");
    }
}
