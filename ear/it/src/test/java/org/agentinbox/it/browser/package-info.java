/**
 * The windows that people see in real browsers, used through the accessible names of the contract only, and the tests that go over all
 * pages; those of one feature are in its package. One browser program serves all tests; each person in a test has a context of their
 * own, as if at a machine of their own. Whatever a page complains about in its console, breaches of the content security policy among
 * it, fails the test.
 */
package org.agentinbox.it.browser;
