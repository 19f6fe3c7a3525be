package org.agentinbox.retention;

import java.util.List;

/**
 * The result of a search for those whose data is held.
 *
 * @param persons whom the site or a CRM vouches for, by address
 * @param visitors browsers, those seen last first: of persons, and of visitors who only say who they are
 */
public record DataSubjectsFound(List<PersonDataView> persons, List<VisitorDataView> visitors) {}
