package org.agentinbox.configuration;

import static org.agentinbox.platform.JsonApi.JSON;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.configuration.ConfigurationProblem.Reason;
import org.agentinbox.configuration.OpenPart.Stored;
import org.agentinbox.configuration.OpenPart.Wanted;
import org.agentinbox.platform.Ids;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** A section of the configuration as it is, and as a document wants it. */
final class SectionPlan<W> {

    private final Section section;
    private final OpenPart<W> part;
    private final Map<UUID, Stored> stored = new LinkedHashMap<>();
    private final Map<UUID, Wanted<W>> wanted = new LinkedHashMap<>();
    private final Map<UUID, String> keys = new HashMap<>();

    SectionPlan(Section section, OpenPart<W> part, References references) {
        this.section = section;
        this.part = part;
        part.stored().forEach(item -> {
            stored.put(item.id(), item);
            references.stored(section, item.id(), item.key());
        });
    }

    Section section() {
        return section;
    }

    JsonArray json() {
        JsonArrayBuilder items = JSON.createArrayBuilder();
        stored.values().forEach(item -> items.add(item.json()));
        return items.build();
    }

    /** Reads what the document wants, and tells what is wrong with it. */
    void read(Members document, References references, Instant now) {
        document.want(section.member());
        Map<String, UUID> byIdentity = new HashMap<>();
        Set<String> taken = new HashSet<>();
        stored.values().forEach(item -> byIdentity.put(twin(taken, part.identity(item.key())), item.id()));
        taken.clear();
        List<String> named = new ArrayList<>();
        for (Members item : document.items(section, part.most())) {
            String key = part.key(item);
            String identity = key == null ? null : part.identity(key);
            if (identity != null && !part.hasTwins() && taken.contains(identity)) {
                item.problem(Reason.TWICE);
            }
            UUID known = identity == null ? null : byIdentity.get(twin(taken, identity));
            UUID id = known == null ? Ids.next(now) : known;
            if (key != null) {
                named.add(key);
                references.wanted(section, id, key);
            }
            want(id, key, part.read(item, id));
        }
        part.check(named, document);
    }

    private void want(UUID id, String key, Wanted<W> item) {
        if (item != null) {
            wanted.put(id, item);
            keys.put(id, key);
        }
    }

    /** Numbers what has the same key as others before it. */
    private static String twin(Set<String> taken, String identity) {
        String twin = identity;
        for (int number = 2; !taken.add(twin); number++) {
            twin = identity + "\n" + number;
        }
        return twin;
    }

    private List<UUID> added() {
        return wanted.keySet().stream().filter(id -> !stored.containsKey(id)).toList();
    }

    private List<UUID> changed() {
        return wanted.keySet().stream().filter(id -> stored.containsKey(id) && !stored.get(id).json().equals(wanted.get(id).json()))
            .toList();
    }

    private List<UUID> removed() {
        return stored.keySet().stream().filter(id -> !wanted.containsKey(id)).toList();
    }

    private boolean isMoved() {
        return part.isOrdered() && !staying(stored.keySet()).equals(staying(wanted.keySet()));
    }

    private List<UUID> staying(Set<UUID> ids) {
        return ids.stream().filter(id -> stored.containsKey(id) && wanted.containsKey(id)).toList();
    }

    Differences differences() {
        List<Differences.Move> moved = isMoved() ? List.of(new Differences.Move(section,
            staying(stored.keySet()).stream().map(id -> stored.get(id).key()).toList(),
            staying(wanted.keySet()).stream().map(keys::get).toList())) : List.of();
        return new Differences(added().stream().map(id -> new Differences.Item(section, keys.get(id))).toList(),
            changed().stream().map(this::change).toList(),
            removed().stream().map(id -> new Differences.Item(section, stored.get(id).key())).toList(), moved,
            wanted.size() - added().size() - changed().size());
    }

    private Differences.Change change(UUID id) {
        JsonObject before = stored.get(id).json();
        JsonObject after = wanted.get(id).json();
        return new Differences.Change(section, keys.get(id), others(before, after), others(after, before));
    }

    private static JsonObject others(JsonObject of, JsonObject than) {
        JsonObjectBuilder others = JSON.createObjectBuilder();
        of.entrySet().stream().filter(member -> !member.getValue().equals(than.get(member.getKey())))
            .forEach(member -> others.add(member.getKey(), member.getValue()));
        return others.build();
    }

    void store() {
        added().forEach(id -> part.add(id, wanted.get(id)));
        changed().forEach(id -> part.change(id, wanted.get(id)));
        if (part.isOrdered()) {
            part.order(List.copyOf(wanted.keySet()));
        }
    }

    void remove() {
        List<UUID> gone = removed();
        if (!gone.isEmpty()) {
            part.remove(gone);
        }
    }

    void tell() {
        if (!added().isEmpty() || !changed().isEmpty() || !removed().isEmpty()) {
            part.changed();
        }
    }
}
