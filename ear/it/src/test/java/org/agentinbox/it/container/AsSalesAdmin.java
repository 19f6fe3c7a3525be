package org.agentinbox.it.container;

import org.agentinbox.account.Role;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** Calls with the role {@code SALES_ADMIN} and no other. */
@Stateless
@RunAs(Role.SALES_ADMIN_NAME)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AsSalesAdmin extends As {}
