/**
 * What every feature stands on: the clock, the settings, ids, refusals, the schema and who owns which table of it
 * ({@link org.agentinbox.platform.TableOwner}), and deadlines that survive a crash.
 *
 * <p>Invariants: no feature is known here; nothing that matters lives in memory only; every instant comes from the
 * injected {@link java.time.Clock}.
 */
package org.agentinbox.platform;
