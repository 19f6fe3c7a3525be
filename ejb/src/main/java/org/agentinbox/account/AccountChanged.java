package org.agentinbox.account;

import java.util.UUID;

/**
 * An account was made or changed. Fired inside the transaction, for features that keep something beside each account.
 *
 * @param account its id
 * @param takesChats whether chats can be offered to this person from now on
 */
public record AccountChanged(UUID account, boolean takesChats) {}
