package org.agentinbox.configuration;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.configuration.ConfigurationProblem.Reason;

/** Who and what a document can name: people by their user names, and things of the document by their keys. */
public final class References {

    private final Map<UUID, String> userNames;
    private final Map<String, UUID> users = new HashMap<>();
    private final Map<Section, Map<UUID, String>> keys = new EnumMap<>(Section.class);
    private final Map<Section, Map<String, UUID>> ids = new EnumMap<>(Section.class);

    References(Map<UUID, String> userNames) {
        this.userNames = userNames;
        userNames.forEach((id, name) -> users.put(identity(name), id));
        for (Section section : Section.values()) {
            keys.put(section, new HashMap<>());
            ids.put(section, new HashMap<>());
        }
    }

    private static String identity(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    void stored(Section section, UUID id, String key) {
        keys.get(section).put(id, key);
    }

    /** From now on it can be named by what comes later in the document. */
    void wanted(Section section, UUID id, String key) {
        keys.get(section).put(id, key.strip());
        ids.get(section).put(identity(key), id);
    }

    /** @return the user name of an account; null for null */
    public String userName(UUID account) {
        return account == null ? null : userNames.get(account);
    }

    /** @return the name of a team; null for null */
    public String team(UUID team) {
        return team == null ? null : keys.get(Section.TEAMS).get(team);
    }

    /** @return the account of a user name; null where there is none, which is told */
    public UUID user(String userName, Members.Place place) {
        UUID id = users.get(identity(userName));
        if (id == null) {
            place.problem(Reason.NO_SUCH_USER);
        }
        return id;
    }

    /** @return the account that a member names; null where it names none */
    public UUID user(Members members, String name) {
        String userName = members.text(name);
        return userName == null ? null : user(userName, members.place(name));
    }

    /** @return the team that a member names; null where it names none */
    public UUID team(Members members, String name) {
        String team = members.text(name);
        UUID id = team == null ? null : ids.get(Section.TEAMS).get(identity(team));
        if (team != null && id == null) {
            members.problem(name, Reason.NO_SUCH_TEAM);
        }
        return id;
    }
}
