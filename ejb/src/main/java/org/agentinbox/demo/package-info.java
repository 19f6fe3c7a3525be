/**
 * Demo data: accounts with a known password and past chats, only where {@code agentinbox.demo} is true and no account exists.
 * Everything in it is invented.
 */
package org.agentinbox.demo;
