/** How agents hear of chats: missed ones in the page and by mail, notifications of the browser, Web Push, sounds. */
package org.agentinbox.it.notification;
