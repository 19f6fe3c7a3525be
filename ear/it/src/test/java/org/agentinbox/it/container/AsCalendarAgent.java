package org.agentinbox.it.container;

import org.agentinbox.account.Role;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** Calls with the role {@code CALENDAR_AGENT} and no other. */
@Stateless
@RunAs(Role.CALENDAR_AGENT_NAME)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AsCalendarAgent extends As {}
