/**
 * What people see and do in real browsers, through the accessible names of the contract only. One browser program serves all
 * tests; each person in a test has a context of their own, as if at a machine of their own. Whatever a page complains about in
 * its console, breaches of the content security policy among it, fails the test.
 */
package org.agentinbox.it.browser;
