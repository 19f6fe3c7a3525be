package org.agentinbox.web.platform;

import java.io.IOException;

import org.primefaces.component.messages.Messages;
import org.primefaces.component.messages.MessagesRenderer;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;

/**
 * Renders the messages of a page as a list. PrimeFaces gives each list item the role alert, which makes screen readers read out a list
 * without items; here the text inside the item has that role.
 */
public class MessageListRenderer extends MessagesRenderer {

    @Override
    protected void encodeMessage(ResponseWriter writer, Messages component, FacesMessage message, String styleClassPrefix, boolean escape)
        throws IOException {
        super.encodeMessage(new AlertInItem(writer), component, message, styleClassPrefix, escape);
    }

    private static final class AlertInItem extends ResponseWriterWrapper {

        private boolean owed;
        private boolean inItem;

        AlertInItem(ResponseWriter writer) {
            super(writer);
        }

        @Override
        public void startElement(String name, UIComponent component) throws IOException {
            super.startElement(name, component);
            inItem = "li".equals(name);
            if (owed && "span".equals(name)) {
                super.writeAttribute("role", "alert", null);
                owed = false;
            }
        }

        @Override
        public void writeAttribute(String name, Object value, String property) throws IOException {
            if (inItem && ("role".equals(name) || "aria-atomic".equals(name))) {
                owed = true;
            } else {
                super.writeAttribute(name, value, property);
            }
        }
    }
}
