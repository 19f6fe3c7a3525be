/**
 * Tests of the EAR that ships, on the prepared server and a real PostgreSQL: through sockets, REST and browsers as people and programs
 * meet it. Packages have the names of the features that they test; {@code support} is what all use, {@code browser} the windows and
 * what is judged on all pages, {@code resilience} the kills, {@code container} the tests inside the server, {@code bench} the
 * benchmarks. One server start serves all tests that can share it; each test makes its own visitors and asks nothing about what others
 * left, so that classes can run in any order.
 */
package org.agentinbox.it;
