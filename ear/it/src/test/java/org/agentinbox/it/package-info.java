/**
 * Tests of the EAR that ships, on the prepared server and a real PostgreSQL: through sockets, REST and browsers as people and
 * programs meet it. One server start serves all tests that can share it; each test makes its own visitors and asks nothing
 * about what others left.
 */
package org.agentinbox.it;
