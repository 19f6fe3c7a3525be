package org.agentinbox.routing;

import java.time.Clock;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import org.agentinbox.platform.Locales;
import org.agentinbox.routing.rule.RequestFacts;
import org.agentinbox.routing.rule.Subject;
import org.agentinbox.visitor.ShownField;
import org.agentinbox.visitor.VisitorView;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Reads of a visitor what custom rules look at: what agents would be shown of them now. */
@ApplicationScoped
class RequestReader {

    @Inject
    private Clock clock;

    RequestFacts facts(VisitorView visitor) {
        Map<String, ShownField> shown = visitor.shown();
        Map<Subject, String> texts = new EnumMap<>(Subject.class);
        texts.put(Subject.EMAIL, shown.get("email").value());
        texts.put(Subject.NAME, shown.get("name").value());
        texts.put(Subject.JOB_TITLE, shown.get("jobTitle").value());
        texts.put(Subject.COMPANY, shown.get("company").value());
        texts.put(Subject.PHONE, shown.get("phone").value());
        texts.put(Subject.CRM_STATUS, shown.get("crmStatus").value());
        texts.put(Subject.PAGE, visitor.page());
        Locale locale = visitor.locale() == null ? Locale.ROOT : Locale.forLanguageTag(visitor.locale());
        texts.put(Subject.LANGUAGE, locale.getLanguage());
        texts.put(Subject.COUNTRY, locale.getCountry());
        Map<String, String> attributes = visitor.record() == null ? Map.of() : visitor.record().attributes();
        return new RequestFacts(texts, attributes, visitor.isJoined(), LocalTime.now(clock.withZone(Locales.zone(visitor.timeZone()))));
    }
}
