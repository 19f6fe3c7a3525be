package org.agentinbox.meeting.caldav;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An answer about several things (RFC 4918, section 13). */
record MultiStatus(List<Item> items) {

    static final String DAV = "DAV:";
    static final String CALDAV = "urn:ietf:params:xml:ns:caldav";
    static final String CALENDAR_SERVER = "http://calendarserver.org/ns/";

    /**
     * @param href as it was written
     * @param properties those that there are
     */
    record Item(String href, List<Element> properties) {

        Optional<Element> property(String namespace, String name) {
            return properties.stream().filter(p -> is(p, namespace, name)).findFirst();
        }

        /** @return the text of a property; empty where it is not there or says nothing */
        Optional<String> text(String namespace, String name) {
            return property(namespace, name).map(Element::getTextContent).map(String::strip).filter(t -> !t.isEmpty());
        }

        /** @return the address that a property holds */
        Optional<String> href(String namespace, String name) {
            return property(namespace, name).flatMap(p -> children(p, DAV, "href").stream().findFirst()).map(Element::getTextContent)
                .map(String::strip);
        }

        boolean isCalendar() {
            return property(DAV, "resourcetype").filter(p -> !children(p, CALDAV, "calendar").isEmpty()).isPresent();
        }

        /** Where it does not say what it takes, it takes everything (RFC 4791, section 5.2.3). */
        boolean takesEvents() {
            return property(CALDAV, "supported-calendar-component-set")
                .map(p -> children(p, CALDAV, "comp").stream().anyMatch(c -> "VEVENT".equalsIgnoreCase(c.getAttribute("name"))))
                .orElse(true);
        }
    }

    static MultiStatus parse(String text) throws CalDavException {
        Element root = root(text);
        if (!is(root, DAV, "multistatus")) {
            throw new CalDavException(CalendarProblem.NONSENSE, null);
        }
        List<Item> items = new ArrayList<>();
        for (Element response : children(root, DAV, "response")) {
            String href = children(response, DAV, "href").stream().findFirst().map(Element::getTextContent).map(String::strip)
                .orElseThrow(() -> new CalDavException(CalendarProblem.NONSENSE, null));
            List<Element> properties = new ArrayList<>();
            for (Element propstat : children(response, DAV, "propstat")) {
                boolean there = children(propstat, DAV, "status").stream()
                    .allMatch(s -> s.getTextContent().matches("(?s)\\s*HTTP/\\S+ 2\\d\\d.*"));
                if (there) {
                    children(propstat, DAV, "prop").forEach(prop -> properties.addAll(children(prop, null, null)));
                }
            }
            items.add(new Item(href, properties));
        }
        return new MultiStatus(items);
    }

    private static Element root(String text) throws CalDavException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setExpandEntityReferences(false);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var builder = factory.newDocumentBuilder();
            // Java's own prints to the console.
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new CalDavException(CalendarProblem.NONSENSE, null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Element> children(Element parent, String namespace, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && (name == null || is(element, namespace, name))) {
                found.add(element);
            }
        }
        return found;
    }

    private static boolean is(Element element, String namespace, String name) {
        return name.equals(element.getLocalName()) && namespace.equals(element.getNamespaceURI());
    }
}
