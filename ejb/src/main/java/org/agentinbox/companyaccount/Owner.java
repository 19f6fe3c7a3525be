package org.agentinbox.companyaccount;

import java.io.Serializable;
import java.util.UUID;

/**
 * Somebody who owns accounts of the list, or can.
 *
 * @param id of the account by which they sign in
 * @param userName with which they sign in
 * @param name what colleagues call them
 * @param email or null
 * @param state whether chats can go to them
 */
public record Owner(UUID id, String userName, String name, String email, OwnerState state) implements Serializable {}
