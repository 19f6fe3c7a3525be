package org.agentinbox.web.entry;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.entry.BookingOffer;
import org.agentinbox.entry.EntryBooking;
import org.agentinbox.entry.EntryContent;
import org.agentinbox.entry.EntryGreeting;
import org.agentinbox.entry.EntryRouting;
import org.agentinbox.entry.EntryText;
import org.agentinbox.entry.EntryView;
import org.agentinbox.entry.EntryWish;
import org.agentinbox.entry.LocalText;
import org.agentinbox.entry.RoutingOption;
import org.agentinbox.platform.Ids;

/** An entry as it is edited. */
public class EntryForm implements Serializable {

    private static final long serialVersionUID = 1L;
    /** After so many the greeting opens where the administrator says only that it does. */
    private static final int SECONDS = 10;

    private final String id;
    private final int version;
    private final List<FieldForm> fields = new ArrayList<>();
    private final List<TextForm> texts = new ArrayList<>();
    private final TextForm consent;
    private boolean takesMessages;
    private String key;
    private String name;
    private boolean active;
    private RoutingOption routing;
    private String agent;
    private String team;
    private int queueMinutes;
    private BookingOffer booking;
    private String bookingAgent;
    private String bookingTeam;
    private String privacyLink;
    private String accent;
    private boolean left;
    private boolean greets;
    private int greetAfter;
    private String greetOn;

    EntryForm() {
        this(null, null, 0, EntryWish.PLAIN);
    }

    EntryForm(EntryView entry) {
        this(entry.id().toString(), entry.key(), entry.version(), entry.is());
    }

    private EntryForm(String id, String key, int version, EntryWish is) {
        this.id = id;
        this.version = version;
        this.key = key;
        name = is.name();
        active = is.active();
        routing = is.routing().option();
        agent = text(is.routing().agentId());
        team = text(is.routing().teamId());
        queueMinutes = is.queueMinutes();
        booking = is.booking().offer();
        bookingAgent = text(is.booking().agentId());
        bookingTeam = text(is.booking().teamId());
        takesMessages = is.takesMessages();
        is.content().form().forEach(field -> fields.add(new FieldForm(field)));
        Arrays.stream(EntryText.values()).forEach(which -> texts.add(new TextForm(which, is.content().text(which))));
        consent = new TextForm(null, is.content().consent());
        privacyLink = is.content().privacyLink();
        accent = is.content().accent();
        left = is.content().left();
        greets = is.content().greeting().opens();
        greetAfter = greets ? is.content().greeting().afterSeconds() : SECONDS;
        greetOn = is.content().greeting().pages();
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    private static UUID id(String text) {
        return Optional.ofNullable(text).flatMap(Ids::parse).orElse(null);
    }

    EntryWish wish() {
        return new EntryWish(name, active, new EntryRouting(routing, id(agent), id(team)), queueMinutes,
            new EntryBooking(booking, id(bookingAgent), id(bookingTeam)), takesMessages, content());
    }

    /** What visitors would see of it. */
    EntryContent content() {
        Map<EntryText, LocalText> own = texts.stream()
            .collect(Collectors.toMap(TextForm::which, TextForm::text, (one, other) -> one, () -> new EnumMap<>(EntryText.class)));
        return new EntryContent(fields.stream().map(FieldForm::field).toList(), consent.text(), privacyLink, own, accent, left,
            greets ? new EntryGreeting(greetAfter, greetOn) : EntryGreeting.NEVER);
    }

    UUID id() {
        return UUID.fromString(id);
    }

    int version() {
        return version;
    }

    void addField() {
        fields.add(new FieldForm());
    }

    void removeField(int index) {
        fields.remove(index);
    }

    void moveField(int index, int by) {
        int target = index + by;
        if (target >= 0 && target < fields.size()) {
            fields.add(target, fields.remove(index));
        }
    }

    /** @return whether it is not stored yet */
    public boolean isNew() {
        return id == null;
    }

    /** @return whether it is the entry that always exists and is on */
    public boolean isDefaultEntry() {
        return EntryView.DEFAULT.equals(key) && id != null;
    }

    public List<FieldForm> getFields() {
        return fields;
    }

    public List<TextForm> getTexts() {
        return texts;
    }

    public TextForm getConsent() {
        return consent;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public RoutingOption getRouting() {
        return routing;
    }

    public void setRouting(RoutingOption routing) {
        this.routing = routing;
    }

    public String getAgent() {
        return agent;
    }

    public void setAgent(String agent) {
        this.agent = agent;
    }

    public String getTeam() {
        return team;
    }

    public void setTeam(String team) {
        this.team = team;
    }

    public int getQueueMinutes() {
        return queueMinutes;
    }

    public void setQueueMinutes(int queueMinutes) {
        this.queueMinutes = queueMinutes;
    }

    public BookingOffer getBooking() {
        return booking;
    }

    public void setBooking(BookingOffer booking) {
        this.booking = booking;
    }

    public String getBookingAgent() {
        return bookingAgent;
    }

    public void setBookingAgent(String bookingAgent) {
        this.bookingAgent = bookingAgent;
    }

    public String getBookingTeam() {
        return bookingTeam;
    }

    public void setBookingTeam(String bookingTeam) {
        this.bookingTeam = bookingTeam;
    }

    public boolean isTakesMessages() {
        return takesMessages;
    }

    public void setTakesMessages(boolean takesMessages) {
        this.takesMessages = takesMessages;
    }

    public String getPrivacyLink() {
        return privacyLink;
    }

    public void setPrivacyLink(String privacyLink) {
        this.privacyLink = privacyLink;
    }

    public String getAccent() {
        return accent;
    }

    public void setAccent(String accent) {
        this.accent = accent;
    }

    public boolean isLeft() {
        return left;
    }

    public void setLeft(boolean left) {
        this.left = left;
    }

    public boolean isGreets() {
        return greets;
    }

    public void setGreets(boolean greets) {
        this.greets = greets;
    }

    public int getGreetAfter() {
        return greetAfter;
    }

    public void setGreetAfter(int greetAfter) {
        this.greetAfter = greetAfter;
    }

    public String getGreetOn() {
        return greetOn;
    }

    public void setGreetOn(String greetOn) {
        this.greetOn = greetOn;
    }
}
