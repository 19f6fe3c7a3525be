package org.agentinbox.availability;

import java.time.Instant;
import java.util.UUID;

/**
 * An agent's row, and of what it takes to compute their availability as much as tells whether it was computed before. Equal {@link Basis
 * bases} give the same availability at the same instant.
 *
 * @param ownLimit the most live chats of theirs at a time, or null
 * @param reachable whether they have an open inbox or another way to be told of an offer
 */
record StoredAvailability(UUID agentId, int number, Integer ownLimit, boolean reachable, Basis basis) {

    /**
     * What decides of availability, beside the instant.
     *
     * @param zone IANA name
     * @param override the last switch, or null
     * @param hours stands for the blocks of the week
     * @param own stands for the agent's days off and those of their teams
     * @param site stands for the days off of the site that are not over
     */
    record Basis(String zone, AvailabilityOverride override, long hours, long own, long site) {

        /** The earliest instant whose hours still count, as {@link Agent#hoursCountFrom}. */
        Instant hoursCountFrom(Instant now) {
            return override == null || override.at().isAfter(now) ? now : override.at();
        }
    }

    /** @param row id, number, limit, reachable, zone, the three of the switch, the three that stand for hours and days off */
    static StoredAvailability of(Object[] row) {
        AvailabilityOverride override = row[6] == null ? null
            : new AvailabilityOverride((Boolean) row[5], (Instant) row[6], (Boolean) row[7]);
        return new StoredAvailability((UUID) row[0], (Integer) row[1], (Integer) row[2], (Boolean) row[3],
            new Basis((String) row[4], override, (Long) row[8], (Long) row[9], (Long) row[10]));
    }

    Candidate candidate(AvailabilityView view) {
        return new Candidate(agentId, number, view, reachable, ownLimit);
    }
}
