/** Benchmarks: {@code mvn -Pbench verify}. They compare with a floor or a peer within one run and never fail on a slow day. */
package org.agentinbox.it.bench;
