/** Tests of canned answers: over REST, in the message box and on their page. */
package org.agentinbox.it.answer;
