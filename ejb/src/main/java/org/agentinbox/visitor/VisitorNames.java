package org.agentinbox.visitor;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;

/** The names of visitors and of people in records, for features that must tell names from other words. */
@ApplicationScoped
public class VisitorNames {

    /** Finds names and first words of names by the index of first words. */
    private static final String COUNT = "SELECT n.name, count(*) AS people FROM unnest(string_to_array(:names, chr(10))) AS n (name) JOIN "
        + "(%s) p "
        + "ON lower(split_part(p.name, ' ', 1)) = split_part(n.name, ' ', 1) AND n.name IN (lower(p.name), lower(split_part(p.name, ' ', "
        + "1))) GROUP BY n.name";
    private static final List<String> PEOPLE = List.of("SELECT name FROM visitor", "SELECT name FROM visitor_record");

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Visitors visitors;

    /** @return the visitor's names by their own claim, the site and the CRM; empty where nobody gave one, or there is no such visitor */
    public List<String> of(UUID visitorId) {
        VisitorView visitor = visitors.views(List.of(visitorId)).get(visitorId);
        return visitor == null ? List.of()
            : Stream.of(visitor.name(), visitor.shownName()).filter(name -> name != null).distinct().toList();
    }

    /**
     * @param names in any letter case: whole names or their first words
     * @return how many visitors and records have each name, by the name in lower case; names that nobody has are left out
     */
    public Map<String, Long> count(Collection<String> names) {
        String asked = names.stream().map(name -> name.toLowerCase(Locale.ROOT).strip()).filter(name -> !name.isEmpty()).distinct()
            .collect(Collectors.joining("\n"));
        return asked.isEmpty() ? Map.of() : PEOPLE.stream().flatMap(people -> rows(people, asked).stream())
            .collect(Collectors.toMap(row -> row.get("name", String.class), row -> row.get("people", Long.class), Long::sum));
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String people, String names) {
        return em.createNativeQuery(COUNT.formatted(people), Tuple.class).setParameter("names", names).getResultList();
    }
}
