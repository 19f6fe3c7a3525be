/** Tests of how agents learn of chats: missed chats in the page and by mail, the browser's notifications, Web Push and sounds. */
package org.agentinbox.it.notification;
