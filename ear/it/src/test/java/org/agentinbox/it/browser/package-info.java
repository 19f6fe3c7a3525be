/**
 * The windows that people see in real browsers, used through the contract's accessible names only, and the tests that cover all pages;
 * tests of one feature are in its package. One browser process serves all tests. Each person in a test has a browser context of their own,
 * as on a separate machine. Anything that a page writes to its console as an error, violations of the content security policy included,
 * fails the test.
 */
package org.agentinbox.it.browser;
