package org.agentinbox.web.platform;

import java.io.IOException;

import org.primefaces.component.messages.Messages;
import org.primefaces.component.messages.MessagesRenderer;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;

/**
 * Messages of a page as the list that they are: PrimeFaces makes each item an alert, so that a list without items is read out. Here the
 * text
 * in the item is the alert.
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
