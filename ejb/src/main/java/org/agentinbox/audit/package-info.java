/**
 * Reading the audit trail, which {@code org.agentinbox.platform.audit} writes: parts of it, newest first, and a file.
 *
 * <p>Invariants: only administrators read it, and addresses of clients only sales admins, who administer accounts; who takes the file is
 * recorded in the trail.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link AuditService}, {@link AuditFilter}, {@link AuditView}.
 */
package org.agentinbox.audit;
