/** Benchmarks, run by {@code mvn -Pbench verify}. They compare with a floor or a peer within one run and do not fail on a slow machine. */
package org.agentinbox.it.bench;
