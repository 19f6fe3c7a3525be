package org.agentinbox.conversation.wrapup;

/**
 * What an outcome or a tag should be.
 *
 * @param name in English, 1 to 60 characters on one line, unlike that of any other of its kind whatever the case of its letters
 * @param nameKo in Korean, at most 60 characters; null or blank: as in English
 * @param active whether chats can be given it; false where it is retired
 */
public record ChoiceWish(String name, String nameKo, boolean active) {}
