package org.agentinbox.retention;

import java.util.List;

/**
 * Whose data is held, as far as a search fits.
 *
 * @param persons whom the site or a CRM vouches for, by address
 * @param visitors browsers, those seen last first: a verified person's, and those in which somebody only says who they are
 */
public record DataSubjectsFound(List<PersonDataView> persons, List<VisitorDataView> visitors) {}
