package org.agentinbox.notification.missed;

import java.net.URI;
import java.text.MessageFormat;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.StringJoiner;
import java.util.stream.Stream;

import org.agentinbox.mail.PlainText;
import org.agentinbox.mail.Recipient;
import org.agentinbox.routing.OfferState;
import org.agentinbox.visitor.FieldSource;
import org.agentinbox.visitor.ShownField;

/** The text of the email about a missed chat: who asked and when, how to reach them, what they wrote, and why nobody accepted. */
final class MissedChatMailText {

    private static final ResourceBundle.Control NO_FALLBACK = ResourceBundle.Control
        .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final int NAME_IN_SUBJECT = 60;
    private static final int FACT = 320;
    private static final int QUOTED = 1_000;

    private final MissedChatReport report;
    private final Recipient recipient;
    private final ResourceBundle texts;

    MissedChatMailText(MissedChatReport report, Recipient recipient) {
        this.report = report;
        this.recipient = recipient;
        this.texts = ResourceBundle.getBundle("org.agentinbox.notification.missed.mail", recipient.locale(),
            MissedChatMailText.class.getClassLoader(), NO_FALLBACK);
    }

    /** The language of the texts. */
    String language() {
        return texts.getString("language");
    }

    String subject() {
        return t("missed.subject", name(NAME_IN_SUBJECT), at(FormatStyle.MEDIUM));
    }

    /** @param url of the inbox, where it is configured */
    String body(Optional<URI> url) {
        StringJoiner parts = new StringJoiner("\n\n", "", "\n");
        parts.add(t("missed.hello", PlainText.line(recipient.name(), FACT)));
        parts.add(t("missed.what", name(FACT), at(FormatStyle.FULL), recipient.zone().getId()));
        parts.add(t("missed.why") + "\n" + why());
        parts.add(facts());
        parts.add(
            report.firstWords() == null ? t("missed.words.none") : t("missed.words") + "\n" + PlainText.quote(report.firstWords(), QUOTED));
        url.ifPresent(inbox -> parts.add(t("missed.inbox", inbox)));
        parts.add(t("missed.footer"));
        return parts.toString();
    }

    private String why() {
        StringJoiner lines = new StringJoiner("\n");
        report.offers().forEach(offered -> lines.add("- " + fate(offered)));
        if (report.foundNobody()) {
            report.skipped().forEach((verdict, agents) -> lines.add("- " + t("missed.skipped." + verdict, agents)));
        }
        if (lines.length() == 0) {
            lines.add("- " + t(report.visitorLeft() ? "missed.left" : "missed.nobody"));
        }
        return lines.toString();
    }

    private String fate(MissedChatReport.Offered offered) {
        // Where an offer is still pending, the visitor left before it was answered.
        OfferState state = offered.state() == OfferState.PENDING ? OfferState.ENDED : offered.state();
        boolean you = offered.agentId().equals(recipient.id());
        return t("missed.offer." + state + (you ? ".you" : ""), PlainText.line(offered.name(), FACT));
    }

    private String facts() {
        // As on the pages of agents: for a visitor whom the site signed, the signed address and never one that they typed.
        Map<String, ShownField> shown = report.visitor().shown();
        StringJoiner lines = new StringJoiner("\n");
        fact(lines, "missed.name", shown.get("name").value());
        fact(lines, "missed.job", shown.get("jobTitle").value());
        fact(lines, "missed.company", shown.get("company").value());
        fact(lines, "missed.email", shown.get("email").value());
        fact(lines, "missed.phone", shown.get("phone").value());
        fact(lines, "missed.page", report.visitor().page());
        if (Stream.of("email", "phone").map(field -> shown.get(field).value()).allMatch(reach -> reach == null || reach.isBlank())) {
            lines.add(t("missed.unreachable"));
        } else if (!report.visitor().verified()) {
            lines.add(t(shown.values().stream().anyMatch(MissedChatMailText::ofTheAddress) ? "missed.known" : "missed.unverified"));
        }
        return lines.toString();
    }

    private static boolean ofTheAddress(ShownField field) {
        return field.source() == FieldSource.KNOWN || field.source() == FieldSource.EARLIER;
    }

    private void fact(StringJoiner lines, String key, String value) {
        if (value != null && !value.isBlank()) {
            lines.add(t(key, PlainText.line(value, FACT)));
        }
    }

    private String name(int most) {
        String name = Stream.of(report.visitor().shownName(), report.visitor().email()).filter(n -> n != null && !n.isBlank()).findFirst()
            .orElse("");
        return name.isEmpty() ? t("missed.unnamed") : PlainText.line(name, most);
    }

    private String at(FormatStyle date) {
        ZonedDateTime time = report.requestedAt().atZone(recipient.zone());
        return DateTimeFormatter.ofLocalizedDateTime(date, FormatStyle.SHORT).withLocale(Locale.forLanguageTag(language())).format(time);
    }

    private String t(String key, Object... values) {
        return new MessageFormat(texts.getString(key), Locale.forLanguageTag(language())).format(values);
    }
}
