/**
 * The page of what goes on now: its first answer is complete without a script; from then on {@code /ws/now} tells what changes.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link org.agentinbox.web.now.NowPage}, {@code assets/admin/now.js}.
 */
package org.agentinbox.web.now;
