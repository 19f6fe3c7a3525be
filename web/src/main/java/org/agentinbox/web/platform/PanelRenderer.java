package org.agentinbox.web.platform;

import java.io.IOException;

import org.primefaces.component.menu.Menu;
import org.primefaces.component.panel.Panel;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;

/**
 * Renders panels whose title is a heading, and which a button of its own folds. PrimeFaces makes the whole title bar a button: a heading
 * in it is none to a screen reader, and further buttons in it are buttons inside a button. The panel is a region with the name of its
 * title. What the facet {@code aside} holds stands beside the title.
 */
public class PanelRenderer extends org.primefaces.component.panel.PanelRenderer {

    @Override
    protected void encodeHeader(FacesContext context, Panel panel, Menu optionsMenu) throws IOException {
        ResponseWriter writer = context.getResponseWriter();
        String clientId = panel.getClientId(context);
        writer.startElement("header", null);
        writer.writeAttribute("class", Panel.PANEL_TITLEBAR_CLASS, null);
        writer.startElement("h2", null);
        // The region's name, see PrimeFaces' encodeMarkup.
        writer.writeAttribute("id", clientId + "_header", null);
        writer.writeAttribute("class", Panel.PANEL_TITLE_CLASS, null);
        writer.writeAttribute("tabindex", "-1", null);
        writer.writeText(panel.getHeader(), null);
        writer.endElement("h2");
        UIComponent aside = panel.getFacet("aside");
        if (aside != null) {
            aside.encodeAll(context);
        }
        if (panel.isToggleable()) {
            encodeToggler(writer, panel, clientId);
        }
        writer.endElement("header");
    }

    private static void encodeToggler(ResponseWriter writer, Panel panel, String clientId) throws IOException {
        writer.startElement("button", null);
        writer.writeAttribute("type", "button", null);
        writer.writeAttribute("id", clientId + "_toggler", null);
        writer.writeAttribute("class", Panel.PANEL_TITLE_ICON_CLASS, null);
        writer.writeAttribute("title", panel.getToggleTitle(), null);
        writer.writeAttribute("aria-labelledby", clientId + "_header", null);
        writer.writeAttribute("aria-controls", clientId + "_content", null);
        writer.writeAttribute("aria-expanded", String.valueOf(!panel.isCollapsed()), null);
        writer.startElement("span", null);
        writer.writeAttribute("class", "ui-icon " + (panel.isCollapsed() ? "ui-icon-plusthick" : "ui-icon-minusthick"), null);
        writer.writeAttribute("aria-hidden", "true", null);
        writer.endElement("span");
        writer.endElement("button");
    }
}
