package org.agentinbox.web.inbox;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.agentinbox.visitor.Join;
import org.agentinbox.visitor.VisitorView;

/** Who the visitor is: what is known of them, how sure that is, and where they are. */
public final class VisitorFacts {

    private final VisitorView visitor;
    private final InboxTexts texts;
    private final ReaderTimes times;

    VisitorFacts(VisitorView visitor, InboxTexts texts, ReaderTimes times) {
        this.visitor = visitor;
        this.texts = texts;
        this.times = times;
    }

    /** @return name, job title, email address, phone, CRM status and company */
    public Map<String, VisitorFact> getFacts() {
        Map<String, String> own = new LinkedHashMap<>();
        own.put("name", visitor.name());
        own.put("jobTitle", visitor.jobTitle());
        own.put("email", visitor.email());
        own.put("phone", visitor.phone());
        own.put("company", visitor.company());
        Map<String, VisitorFact> facts = new LinkedHashMap<>();
        visitor.shown().forEach((name, shown) -> facts.put(name, VisitorFact.of(name, shown, own.get(name), texts)));
        return facts;
    }

    /** @return the page that the visitor is on, or null */
    public String getPage() {
        return visitor.page();
    }

    /** @return the same without scheme and host */
    public String getPagePath() {
        return PagePath.of(visitor.page());
    }

    /** @return whether the page can be opened */
    public boolean isWebPage() {
        return PagePath.isWeb(visitor.page());
    }

    /** @return the visitor's language, in that of the reader; or null */
    public String getLanguage() {
        String tag = visitor.locale();
        if (tag == null) {
            return null;
        }
        String name = Locale.forLanguageTag(tag).getDisplayName(texts.locale());
        return name.isEmpty() || name.equals(tag) ? tag : name + " (" + tag + ")";
    }

    /** @return the visitor's zone, an IANA name; or null */
    public String getZone() {
        return visitor.timeZone();
    }

    /** @return what the clock on the visitor's wall shows, or null where their zone is unknown */
    public String getLocalTime() {
        String zone = visitor.timeZone();
        try {
            return zone == null ? null : texts.text("visitor.differs", times.clockIn(ZoneId.of(zone)), zone);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** @return further facts of the record, by name */
    public Map<String, String> getAttributes() {
        return visitor.record() == null ? Map.of() : visitor.record().attributes();
    }

    /** @return how they are related to the record of their email address, in words; null where there is nothing to say */
    public String getJoinText() {
        return switch (visitor.join()) {
            case CLAIMED -> visitor.isJoined() ? texts.text("join.CLAIMED", visitor.email()) : null;
            case APART -> texts.text("join.APART", visitor.email());
            case VERIFIED -> texts.text("join.VERIFIED");
            default -> null;
        };
    }

    /** @return the same as the name of an icon */
    public String getJoinIcon() {
        return "join-" + visitor.join().name().toLowerCase(Locale.ROOT);
    }

    /** @return whether only the visitor's own word joins them with the record */
    public boolean isJoinClaimed() {
        return visitor.join() == Join.CLAIMED && visitor.isJoined();
    }

    /** @return whether an administrator keeps them apart from the record */
    public boolean isApart() {
        return visitor.join() == Join.APART;
    }
}
