package org.agentinbox.web.platform;

import java.io.IOException;
import java.io.Writer;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import jakarta.faces.render.RenderKit;
import jakarta.faces.render.RenderKitWrapper;

/**
 * Lets handlers of components wait until the components' scripts are there. PrimeFaces 15 defers its scripts where it is told to
 * ({@code MOVE_SCRIPTS_TO_BOTTOM}), and under a Content-Security-Policy writes all handlers of a page into one script at its end, which it
 * forgets to defer: it would run before PrimeFaces is there.
 */
public class DeferredHandlers extends RenderKitWrapper {

    private static final String HANDLERS = "PrimeFaces.csp.register(";

    /** @param wrapped render kit, whose writers are wrapped */
    public DeferredHandlers(RenderKit wrapped) {
        super(wrapped);
    }

    @Override
    public ResponseWriter createResponseWriter(Writer writer, String contentTypes, String encoding) {
        return new Deferring(super.createResponseWriter(writer, contentTypes, encoding));
    }

    private static final class Deferring extends ResponseWriterWrapper {

        private boolean inScript;

        Deferring(ResponseWriter wrapped) {
            super(wrapped);
        }

        @Override
        public void startElement(String name, UIComponent component) throws IOException {
            inScript = "script".equals(name);
            super.startElement(name, component);
        }

        @Override
        public void writeText(Object text, String property) throws IOException {
            boolean handlers = inScript && text instanceof String script && script.startsWith(HANDLERS);
            super.writeText(handlers ? "document.addEventListener('DOMContentLoaded',function(){" + text + "});" : text, property);
        }

        @Override
        public ResponseWriter cloneWithWriter(Writer writer) {
            return new Deferring(getWrapped().cloneWithWriter(writer));
        }
    }
}
