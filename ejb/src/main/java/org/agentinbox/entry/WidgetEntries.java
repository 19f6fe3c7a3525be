package org.agentinbox.entry;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** What visitors see of entries. Open to all: it is on the customer's pages. */
@Stateless
@PermitAll
public class WidgetEntries {

    @Inject
    private Entries entries;

    /**
     * @param keyOrNull what the page names
     * @return what a visitor of the page sees; that of {@code default} where there is no such entry or it is off
     */
    public EntryContent content(String keyOrNull) {
        return entries.used(keyOrNull).is().content();
    }
}
