/** Tests of what came of chats: outcomes and tags. */
package org.agentinbox.it.wrapup;
